/* SPDX-License-Identifier: MIT
 * calendar: everything that has a day, for people month by month, for programs as rows, for
 * calendars as ics.
 */
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

static relais_status run(struct session *s)
{
	plan_choose(s);
	if (is_for_people(s->format))
		return show_year(s);
	if (!strcmp(s->format, "ics"))
		tool_use_report_language(s);
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
