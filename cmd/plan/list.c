/* SPDX-License-Identifier: MIT
 * list: the actions, in the order of their resolutions.
 */
#include "plan.h"

static struct {
	bool explain, times;
	relais_day baseline;
} want;

static const struct tool_option options[] = {
	CHOOSE_STATE,
	CHOOSE_OWNER,
	CHOOSE_CRITICAL,
	{ 0, "explain", NULL, N_("why each stands where it does: slack, what it waits for"),
		OPT_FLAG(&want.explain) },
	{ 0, "times", NULL, N_("a row for each time of what repeats, in the period"),
		OPT_FLAG(&want.times) },
	{ 0, "baseline", N_("DATE"), N_("beside the days as they were planned then"),
		OPT_DAY(&want.baseline) },
	OPT_END,
};

static const struct tool_example examples[] = {
	{ "rt-plan list --db relais.db", N_("every action") },
	{ "rt-plan list --db relais.db -r A5,P2 --state en_cours",
		N_("what is under way for two resolutions") },
	{ "rt-plan list --db relais.db --owner animatrice --format csv -o a-faire.csv",
		N_("what one person is in charge of, in a file") },
	{ "rt-plan list --db relais.db --explain", N_("why each stands where it does") },
	{ "rt-plan list --db relais.db --baseline 2024-01-15",
		N_("what has moved since the plan was voted") },
	{ "rt-plan actions.csv", N_("of a plan that is in no store") },
	{ NULL, NULL },
};

static relais_status run(struct session *s)
{
	const relais_plan_view how = {
		.explain = want.explain, .times = want.times, .baseline = want.baseline
	};
	relais_rows *rows;
	relais_status rc;

	plan_choose(s);
	if (s->question.span.from && !want.times)
		return tool_misuse(s, "-p is about the times of what repeats: add --times");
	rc = relais_ask_plan(s->store, &s->question, &how, &rows, &s->err);
	return rc == RELAIS_OK ? tool_write(s, rows) : rc;
}

const struct verb verb_list = {
	.name = "list",
	.about = N_("the actions of the plan"),
	.examples = examples,
	.groups = TAKES_PLAN | TAKES_PERIOD,
	.options = options,
	.needs = NEEDS_READ,
	.run = run,
};
