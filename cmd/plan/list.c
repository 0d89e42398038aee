/* SPDX-License-Identifier: MIT
 * list: the actions, in the order of their resolutions.
 */
#include "plan.h"

static struct {
	const char *state, *owner;
} want;

static const struct tool_option options[] = {
	{ 0, "state", N_("STATE"), N_("a_faire, en_cours, fait, reporte or abandonne"),
		OPT_TEXT(&want.state) },
	{ 0, "owner", N_("TEXT"), N_("only what that role is in charge of"),
		OPT_TEXT(&want.owner) },
	OPT_END,
};

static const struct tool_example examples[] = {
	{ "rt-plan list --db relais.db", N_("every action") },
	{ "rt-plan list --db relais.db -r A5,P2 --state en_cours",
		N_("what is under way for two resolutions") },
	{ "rt-plan list --db relais.db --owner animatrice --format csv -o a-faire.csv",
		N_("what one person is in charge of, in a file") },
	{ "rt-plan actions.csv", N_("of a plan that is in no store") },
	{ NULL, NULL },
};

static relais_status run(struct session *s)
{
	s->question.state = want.state;
	s->question.owner = want.owner;
	return tool_answer(s, relais_ask_actions);
}

const struct verb verb_list = {
	.name = "list",
	.about = N_("the actions of the plan"),
	.examples = examples,
	.groups = TAKES_DATA | TAKES_FORMAT | TAKES_RESOLUTION | TAKES_AS_OF | TAKES_TODAY,
	.options = options,
	.needs = NEEDS_READ,
	.run = run,
};
