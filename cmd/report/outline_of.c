/* SPDX-License-Identifier: MIT
 * --outline-of: the usual outline of a report, to be changed and given back with --outline.
 */
#include <stdlib.h>

#include "report.h"

static struct {
	bool outline_of;
} want;

static const struct tool_option options[] = {
	{ 0, "outline-of", NULL, N_("the usual outline of a report, for --outline"),
		OPT_FLAG(&want.outline_of) },
	OPT_END,
};

static const struct tool_example examples[] = {
	{ "rt-report --outline-of monthly -o sections.ini",
		N_("the sections of the monthly note, to be put in another order") },
	{ "rt-report monthly --outline sections.ini --db relais.db -o note.html",
		N_("the note as that file wants it") },
	{ "rt-report --outline-of board --lang en",
		N_("those of the dashboard, on the screen") },
	{ NULL, NULL },
};

static relais_status run(struct session *s)
{
	struct tool_file file;
	char *usual;
	relais_status rc;

	s->question.lang = s->lang;
	rc = relais_outline_usual(s->operands[0], s->question.lang, &usual, &s->err);
	if (rc != RELAIS_OK)
		return rc;
	rc = tool_file_open(s, &file, tool_want->output);
	if (rc == RELAIS_OK) {
		fputs(usual, file.stream);
		rc = tool_file_close(s, &file, rc);
	}
	free(usual);
	return rc;
}

const struct verb verb_outline_of = {
	.name = "--outline-of",
	.about = N_("the usual outline of a report, for --outline"),
	.operands = N_("REPORT"),
	.at_least = 1,
	.at_most = 1,
	.examples = examples,
	.groups = TAKES_OUTPUT,
	.options = options,
	.needs = NEEDS_NOTHING,
	.names_verbs = true,
	.run = run,
};
