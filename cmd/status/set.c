/* SPDX-License-Identifier: MIT
 * set: declares the state of a resolution, for the relais or for one office. A line is added
 * to the journal; the earlier ones stay.
 */
#include "status.h"

static struct {
	const char *office, *note, *proof;
	relais_day date;
} want = { .date = RELAIS_NO_DAY };

/* clang-format off */
static const struct tool_option options[] = {
	{ 'O', "office", N_("CODE"), N_("the office it is about; else the relais itself"), OPT_TEXT(&want.office) },
	{ 0, "date", N_("DATE"), N_("the day it is stated; else today"), OPT_DAY(&want.date) },
	{ 0, "note", N_("TEXT"), N_("why, in a sentence"), OPT_TEXT(&want.note) },
	{ 0, "proof", N_("TEXT"), N_("the document or link that shows it"), OPT_TEXT(&want.proof) },
	OPT_END,
};
/* clang-format on */

static const struct tool_example examples[] = {
	{ "rt-status set A5 en_cours --db relais.db --note 'enquête lancée'",
		N_("work on A5 has begun") },
	{ "rt-status set A5 fait --db relais.db --proof https://exemple.fr/observatoire",
		N_("it is done, and here is the proof") },
	{ "rt-status set P2 fait --db relais.db -O OT-22-004 --date 2024-06-30",
		N_("one office has done its part, at the end of June") },
	{ "rt-status set A5 reporte --db relais.db -n",
		N_("see whether it would be accepted") },
	{ NULL, NULL },
};

static relais_status run(struct session *s)
{
	static const char *const columns[] = { "resolution", "office", "date", "state", "note",
		"proof" };
	char date[16];
	const char *values[] = { s->operands[0], want.office, date, s->operands[1], want.note,
		want.proof };

	relais_day_print(want.date == RELAIS_NO_DAY ? s->today : want.date, date);
	return tool_record(s, "progress", s->operands[0], 6, columns, values);
}

const struct verb verb_set = {
	.name = "set",
	.about = N_("declare the state of a resolution"),
	.operands = N_("CODE STATE"),
	.at_least = 2,
	.at_most = 2,
	.examples = examples,
	.groups = TAKES_PLACE,
	.options = options,
	.needs = NEEDS_WRITE,
	.run = run,
};
