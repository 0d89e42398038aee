/* SPDX-License-Identifier: MIT
 * Labels in words: codes are for machines.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../base/date.h"
#include "inside.h"

const char *label_day(relais_document *d, relais_day day)
{
	char said[32];

	if (day == RELAIS_NO_DAY)
		return NULL;
	day_format(day, d->lang, said);
	return document_copy(d, said);
}

const char *label_law_name(relais_document *d, const label *one)
{
	return document_copy(d, one->law ? one->law->label[d->lang] : one->scheme);
}

const char *label_state_name(relais_document *d, label_state state)
{
	static const char *const names[] = { N_("valid"), N_("ends soon"), N_("being renewed"),
		N_("ended"), N_("withdrawn"), N_("none"), N_("not known"), N_("replaced") };

	return words(d->lang, names[state]);
}

/* Of a day that the law names. */
static const char *dated_step(relais_document *d, const char *what, const char *day)
{
	if (!strcmp(what, "depot"))
		return document_say(d, "file the renewal by %s", day);
	if (!strcmp(what, "pieces"))
		return document_say(d, "missing pieces may be asked for until %s", day);
	if (!strcmp(what, "decision"))
		return document_say(d, "the prefect decides by %s", day);
	if (!strcmp(what, "conformite"))
		return document_say(d, "meet the injunction by %s", day);
	if (!strcmp(what, "maintien"))
		return document_say(d, "ask that category I be kept by %s", day);
	if (!strcmp(what, "remplacement"))
		return document_say(d, "get Destination d’excellence by %s", day);
	if (!strcmp(what, "echeance"))
		return document_say(d, "ends on %s", day);
	return document_say(d, "prepare what comes next from %s", day);
}

const char *label_next_step(relais_document *d, const label *one)
{
	if (one->next_on != RELAIS_NO_DAY)
		return dated_step(d, one->next, label_day(d, one->next_on));
	if (!strcmp(one->next, "demande"))
		return document_say(d, "a new request");
	if (!strcmp(one->next, "decision_a_saisir"))
		return document_say(d, "its decision is to be found");
	return *one->next ? document_say(d, "ask for Destination d’excellence") : NULL;
}

static const label *named(const label_calendar *c, const char *scheme, const char *holder)
{
	for (size_t i = 0; i < c->labels.count; i++) {
		const label *one = &c->labels.all[i];

		if (label_is_current(one) && !strcmp(one->scheme, scheme) &&
			(!strcmp(one->holder, holder) || !strcmp(one->office, holder)))
			return one;
	}
	return NULL;
}

/* "commune_touristique:99001 station_classee:99001" */
const char *label_dangers(label_calendar *c, const label *one)
{
	relais_document *d = c->n->document;
	const char *at = one->endangers, *said = NULL;

	while (*at) {
		char pair[200], *holder;
		size_t length = strcspn(at, " ");
		const label *other;

		snprintf(pair, sizeof pair, "%.*s", (int)length, at);
		at += length + (at[length] == ' ');
		if (!(holder = strchr(pair, ':')))
			continue;
		*holder++ = '\0';
		if (!(other = named(c, pair, holder)))
			continue;
		said = document_say(d, said ? "%s, %s (%s)" : "%s%s (%s)", said ? said : "",
			label_law_name(d, other), other->name);
	}
	return said;
}

const char *label_days_left(label_calendar *c, const label *one)
{
	relais_document *d = c->n->document;
	char days[24];

	if (one->end == RELAIS_NO_DAY || one->state == LABEL_REMOVED)
		return NULL;
	snprintf(days, sizeof days, "%lld", (long long)one->end - c->labels.day);
	document_figure(d, c->n->teller.section, one->scheme, NULL,
		*one->carrier ? one->carrier : one->holder, NULL, days,
		label_state_codes[one->state]);
	return document_means(d, say_count(d, (int64_t)one->end - c->labels.day), days);
}

const char *tell_labels(label_calendar *c, const char *name, const char *group, int64_t count)
{
	relais_document *d = c->n->document;
	char value[24];

	snprintf(value, sizeof value, "%lld", (long long)count);
	document_figure(d, c->n->teller.section, name, NULL, group, NULL, value, "");
	return document_means(d, say_count(d, count), value);
}
