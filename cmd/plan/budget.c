/* SPDX-License-Identifier: MIT
 * budget: what the plan costs and who pays.
 */
#include "plan.h"

static const char *const keys[] = { "funder", "resolution", "domain", "owner", NULL };

static struct {
	const char *by;
} want;

static const struct tool_option options[] = {
	CHOOSE_STATE,
	CHOOSE_OWNER,
	{ 0, "by", N_("KEY"), N_("funder, unless said; resolution, domain or owner"),
		OPT_CHOICE(&want.by, keys) },
	OPT_END,
};

static const struct tool_example examples[] = {
	{ "rt-plan budget --db relais.db", N_("what each funder promised and has paid") },
	{ "rt-plan budget --db relais.db --by domain --format table",
		N_("what each domain costs, and what nobody pays yet") },
	{ "rt-plan budget --db relais.db --by owner", N_("what each role has to spend") },
	{ NULL, NULL },
};

static relais_status run(struct session *s)
{
	plan_choose(s);
	s->question.by = want.by;
	return tool_answer(s, relais_ask_budget);
}

const struct verb verb_budget = {
	.name = "budget",
	.about = N_("what the plan costs and who pays"),
	.examples = examples,
	.groups = TAKES_PLAN,
	.options = options,
	.needs = NEEDS_READ,
	.run = run,
};
