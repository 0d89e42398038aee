/* SPDX-License-Identifier: MIT
 * --kinds: what can be imported, kind by kind and column by column.
 */
#include "import.h"

static struct {
	bool kinds;
} want;

static const struct tool_option options[] = {
	{ 0, "kinds", NULL, N_("what can be imported, column by column"),
		OPT_FLAG(&want.kinds) },
	OPT_END,
};

static const struct tool_example examples[] = {
	{ "rt-import --kinds", N_("every kind and its columns") },
	{ "rt-import --kinds events",
		N_("the columns of one kind: here what befalls offices") },
	{ "rt-import --kinds --format html -o kinds.html",
		N_("as a page to give to the offices") },
	{ NULL, NULL },
};

static relais_status run(struct session *s)
{
	relais_rows *rows;
	relais_status rc =
		relais_ask_kinds(s->operand_count ? s->operands[0] : NULL, &rows, &s->err);

	return rc == RELAIS_OK ? tool_write(s, rows) : rc;
}

const struct verb verb_kinds = {
	.name = "--kinds",
	.about = N_("what can be imported, column by column"),
	.operands = N_("[KIND]"),
	.at_most = 1,
	.examples = examples,
	.groups = TAKES_FORMAT,
	.options = options,
	.needs = NEEDS_NOTHING,
	.run = run,
};
