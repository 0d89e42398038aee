/* SPDX-License-Identifier: MIT
 * norm: what the national norm asks for in a year, who sends it and what is lacking; with --return,
 * the figures in the norm's order.
 */
#include "observatory.h"

static struct {
	bool yearly_return;
} want;

static const struct tool_option options[] = {
	{ 0, "return", NULL, N_("the yearly return: the figures in the norm's order"),
		OPT_FLAG(&want.yearly_return) },
	OPT_END,
};

static const struct tool_example examples[] = {
	{ "rt-observatory norm --db relais.db -p 2024",
		N_("what the norm asks for, how many offices send it, where the gaps are") },
	{ "rt-observatory norm --db relais.db -p 2024 --return -o retour-2024.xlsx",
		N_("the yearly return, as a workbook") },
	{ "rt-observatory norm --db relais.db -p 2024 --return --by departement",
		N_("the same by département") },
	{ NULL, NULL },
};

static relais_status run(struct session *s)
{
	if (s->question.by && !want.yearly_return)
		return tool_misuse(s, "'--by' goes with --return");
	return tool_answer(s, want.yearly_return ? relais_ask_norm_return : relais_ask_norm);
}

const struct verb verb_norm = {
	.name = "norm",
	.about = N_("what the national norm asks for, and what there is of it"),
	.examples = examples,
	.groups = TAKES_FIGURES | TAKES_BY | TAKES_MEMBERS,
	.options = options,
	.needs = NEEDS_READ,
	.run = run,
};
