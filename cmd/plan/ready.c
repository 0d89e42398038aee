/* SPDX-License-Identifier: MIT
 * ready: what can begin now.
 */
#include "plan.h"

static const struct tool_option options[] = {
	CHOOSE_OWNER,
	OPT_END,
};

static const struct tool_example examples[] = {
	{ "rt-plan ready --db relais.db",
		N_("what can begin today, what leaves least time first") },
	{ "rt-plan ready --db relais.db --owner animatrice --format csv",
		N_("what one person can begin") },
	{ "rt-plan ready --db relais.db -O OT-22-004 --today 2024-09-16",
		N_("what concerns one office and can begin that day") },
	{ NULL, NULL },
};

static relais_status run(struct session *s)
{
	plan_choose(s);
	return tool_answer(s, relais_ask_ready);
}

const struct verb verb_ready = {
	.name = "ready",
	.about = N_("what can begin: nothing it waits for, nothing that blocks it"),
	.examples = examples,
	.groups = TAKES_PLAN,
	.options = options,
	.needs = NEEDS_READ,
	.run = run,
};
