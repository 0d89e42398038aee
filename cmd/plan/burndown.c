/* SPDX-License-Identifier: MIT
 * burndown: what was still open, month after month.
 */
#include "plan.h"

static const struct tool_option options[] = {
	CHOOSE_OWNER,
	OPT_END,
};

static const struct tool_example examples[] = {
	{ "rt-plan burndown --db relais.db", N_("since the plan was first known") },
	{ "rt-plan burndown --db relais.db -p 2024 -r A1,A2",
		N_("the months of a year, for two resolutions") },
	{ "rt-plan burndown --db relais.db --format table",
		N_("what was left to do at the end of each month, to be read") },
	{ NULL, NULL },
};

static relais_status run(struct session *s)
{
	plan_choose(s);
	return tool_answer(s, relais_ask_burndown);
}

const struct verb verb_burndown = {
	.name = "burndown",
	.about = N_("what was open at the end of each month, as it was known then"),
	.examples = examples,
	.groups = TAKES_PLAN | TAKES_PERIOD,
	.options = options,
	.needs = NEEDS_READ,
	.run = run,
};
