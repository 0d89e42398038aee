/* SPDX-License-Identifier: MIT
 * calendar: everything that has a day, for people month by month, for programs as rows, for
 * calendars as ics.
 */
#include <stdlib.h>
#include <string.h>

#include "plan.h"

static const struct tool_option options[] = {
	CHOOSE_STATE,
	CHOOSE_OWNER,
	OPT_END,
};

static const struct tool_example examples[] = {
	{ "rt-plan calendar --db relais.db --format table", N_("the year, month by month") },
	{ "rt-plan calendar --db relais.db -o plan.ics",
		N_("for a calendar program: this year and the next") },
	{ "rt-plan calendar --db relais.db -p 2026-T1 -r R6 --format csv",
		N_("a quarter, for one resolution") },
	{ NULL, NULL },
};

/* Formats that people read show months; rows are for programs. */
static bool is_for_people(const char *format)
{
	return !strcmp(format, "table") || !strcmp(format, "md") || !strcmp(format, "html");
}

static relais_status show_year(struct session *s)
{
	relais_document *document;
	relais_status rc;

	if (!strcmp(s->format, "table"))
		s->format = "text";
	tool_use_report_language(s);
	rc = relais_report(s->store, "agenda", &s->question, &document, &s->err);
	if (rc == RELAIS_OK)
		rc = tool_write_document(s, document);
	relais_document_free(document);
	return rc;
}

/* What a list of calendars shows: whose it is, what is in it, and whom or what it was asked for. */
static char *name_calendar(struct session *s)
{
	const relais_question *q = &s->question;
	const char *network = relais_store_setting(s->store, "network_name", q->as_of);
	bool actions_only = q->owner || q->state;
	char *name = NULL;
	size_t size = 0;
	FILE *out = open_memstream(&name, &size);

	if (!out)
		return NULL;
	fprintf(out, "%s – %s",
		network && *network ? network
				    : relais_words(q->lang, N_("Network of tourist offices")),
		actions_only ? relais_words(q->lang, N_("actions"))
			     : relais_words(q->lang, N_("actions, training, days of the law")));
	for (size_t i = 0; q->resolutions && q->resolutions[i]; i++)
		fprintf(out, ", %s", q->resolutions[i]);
	if (q->owner)
		fprintf(out, ", %s", q->owner);
	if (fclose(out) == 0)
		return name;
	free(name);
	return NULL;
}

static relais_status write_calendar(struct session *s)
{
	relais_status rc;
	char *name;

	tool_use_report_language(s);
	if (!(name = name_calendar(s)))
		return tool_fail(s, RELAIS_E_MEMORY, "not enough memory");
	s->title = name;
	rc = tool_answer(s, relais_ask_agenda);
	s->title = NULL;
	free(name);
	return rc;
}

static relais_status run(struct session *s)
{
	plan_choose(s);
	if (is_for_people(s->format))
		return show_year(s);
	if (!strcmp(s->format, "ics"))
		return write_calendar(s);
	return tool_answer(s, relais_ask_agenda);
}

const struct verb verb_calendar = {
	.name = "calendar",
	.about = N_("everything that has a day: actions, sessions, days of the law"),
	.examples = examples,
	.groups = TAKES_PLAN | TAKES_PERIOD,
	.options = options,
	.needs = NEEDS_READ,
	.run = run,
};
