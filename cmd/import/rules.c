/* SPDX-License-Identifier: MIT
 * --rules: what can be said of a file, rule by rule; with the name of one, what it means and
 * what to do.
 */
#include "import.h"

static struct {
	bool rules;
} want;

static const struct tool_option options[] = {
	{ 0, "rules", NULL, N_("what can be wrong with a file, and the cure"),
		OPT_FLAG(&want.rules) },
	OPT_END,
};

static const struct tool_example examples[] = {
	{ "rt-import --rules future-period",
		N_("what the word in brackets after a message means") },
	{ "rt-import --rules --format csv | grep ,yes,", N_("those that can be skipped") },
	{ "rt-import --rules --lang fr -o regles.html",
		N_("as a page to give to the offices") },
	{ NULL, NULL },
};

static relais_status run(struct session *s)
{
	relais_rows *rows;
	relais_status rc =
		relais_ask_rules(s->operand_count ? s->operands[0] : NULL, &rows, &s->err);

	return rc == RELAIS_OK ? tool_write(s, rows) : rc;
}

const struct verb verb_rules = {
	.name = "--rules",
	.about = N_("what can be wrong with a file, and the cure"),
	.operands = N_("[RULE]"),
	.at_most = 1,
	.examples = examples,
	.groups = TAKES_FORMAT,
	.options = options,
	.needs = NEEDS_NOTHING,
	.run = run,
};
