/* SPDX-License-Identifier: MIT
 * From what the command line says to the library's question: the day it is, the period, the
 * lists, who will read it. The clock and SOURCE_DATE_EPOCH are read here and nowhere else.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "tool.h"

static relais_status find_today(struct session *s)
{
	const char *epoch = getenv("SOURCE_DATE_EPOCH");
	char *end;

	if (tool_want->today != RELAIS_NO_DAY) {
		s->today = tool_want->today;
	} else if (tool_want->as_of != RELAIS_NO_DAY) {
		s->today = tool_want->as_of;
	} else if (epoch && *epoch) {
		errno = 0;
		s->today = relais_day_of_time(strtoll(epoch, &end, 10));
		if (errno || *end || *epoch < '0' || *epoch > '9')
			return tool_misuse(s,
				"SOURCE_DATE_EPOCH is '%s': seconds since 1970 are expected",
				epoch);
	} else {
		s->today = relais_day_of_time(time(NULL));
	}
	return RELAIS_OK;
}

static relais_diffusion audience(const struct session *s)
{
	if (!tool_want->diffusion)
		return s->tool->diffusion;
	if (strcmp(tool_want->diffusion, "interne") == 0)
		return RELAIS_INTERNE;
	return strcmp(tool_want->diffusion, "reseau") == 0 ? RELAIS_RESEAU : RELAIS_PUBLIC;
}

static const char *const *codes(const struct tool_list *list)
{
	return (const char *const *)list->items;
}

relais_status tool_ask(struct session *s)
{
	relais_question *q = &s->question;
	relais_status rc = find_today(s);

	if (rc != RELAIS_OK)
		return rc;
	q->lang = s->lang;
	q->today = s->today;
	q->as_of = tool_want->as_of;
	q->indicators = codes(&tool_want->indicators);
	q->offices = codes(&tool_want->offices);
	q->territories = codes(&tool_want->territories);
	q->resolutions = codes(&tool_want->resolutions);
	q->by = tool_want->by;
	q->members_only = tool_want->members;
	q->diffusion = audience(s);
	if (tool_want->geography && strcmp(tool_want->geography, "as_they_were") == 0)
		q->geography = RELAIS_AS_THEY_WERE;
	if (!tool_want->period)
		return RELAIS_OK;
	rc = relais_span_parse(tool_want->period, s->today, &q->span, &s->err);
	if (rc == RELAIS_OK)
		return rc;
	s->misused = true;
	return RELAIS_E_USAGE;
}

void tool_use_report_language(struct session *s)
{
	const char *set =
		tool_want->lang ? tool_want->lang
				: relais_store_setting(s->store, "language", s->question.as_of);

	s->question.lang = set && strcmp(set, "en") == 0 ? RELAIS_EN : RELAIS_FR;
}
