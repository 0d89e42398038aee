/* SPDX-License-Identifier: MIT
 * late: the actions whose day has passed and that are neither done nor dropped.
 */
#include "plan.h"

static const struct tool_option options[] = {
	CHOOSE_OWNER,
	OPT_END,
};

static const struct tool_example examples[] = {
	{ "rt-plan late --db relais.db", N_("what is late today") },
	{ "rt-plan late --db relais.db --today 2024-12-31",
		N_("what would be late at the end of the year") },
	{ "rt-plan late --db relais.db -r A5 --owner animatrice",
		N_("of one resolution, of one person") },
	{ NULL, NULL },
};

static relais_status run(struct session *s)
{
	s->question.late_only = true;
	plan_choose(s);
	return tool_answer(s, relais_ask_actions);
}

const struct verb verb_late = {
	.name = "late",
	.about = N_("the actions whose day has passed"),
	.examples = examples,
	.groups = TAKES_DATA | TAKES_FORMAT | TAKES_RESOLUTION | TAKES_AS_OF | TAKES_TODAY,
	.options = options,
	.needs = NEEDS_READ,
	.run = run,
};
