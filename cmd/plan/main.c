/* SPDX-License-Identifier: MIT
 * rt-plan: holds what is to be done, by whom, when, at what cost.
 */
#include "plan.h"

static const struct verb *const verbs[] = {
	&verb_list,
	&verb_add,
	&verb_set,
	&verb_ready,
	&verb_late,
	&verb_seed,
	&verb_budget,
	&verb_burndown,
	&verb_check,
	&verb_calendar,
	&verb_gantt,
	&verb_training,
	&verb_merge,
	NULL,
};

static const struct tool_example examples[] = {
	{ "rt-plan --db relais.db -r A5", N_("the actions that serve resolution A5") },
	{ "rt-plan add --db relais.db --resolution A5 --title 'Note mensuelle' --due 2024-12-31",
		N_("a new action under the next free code") },
	{ "rt-plan set A5-03 --db relais.db --state fait --proof note-2024-12.pdf",
		N_("it is done, and here is the proof") },
	{ "rt-plan ready --db relais.db", N_("what can begin today") },
	{ "rt-plan late --db relais.db --today 2024-09-01",
		N_("what should have been done by 1 September") },
	{ NULL, NULL },
};

static const struct tool rt_plan = {
	.name = "rt-plan",
	.about = N_("holds what is to be done, by whom, when, at what cost"),
	.examples = examples,
	.diffusion = RELAIS_INTERNE,
	.verbs = verbs,
};

int main(int argc, char **argv)
{
	return tool_main(&rt_plan, argc, argv);
}
