/* SPDX-License-Identifier: MIT
 * show: one page on one resolution.
 */
#include "status.h"

static const struct tool_example examples[] = {
	{ "rt-status show A5 --db relais.db",
		N_("what A5 says, its state, its actions, its indicators") },
	{ "rt-status show A5 --db relais.db --lang fr", N_("in French") },
	{ "rt-status show P10 --db relais.db --as-of 2024-06-30",
		N_("as it stood at the end of June") },
	{ NULL, NULL },
};

static relais_status run(struct session *s)
{
	const char *resolution[] = { s->operands[0], NULL };

	s->question.resolutions = resolution;
	return tool_answer(s, relais_ask_resolution);
}

const struct verb verb_show = {
	.name = "show",
	.about = N_("one page on one resolution"),
	.operands = N_("CODE"),
	.at_least = 1,
	.at_most = 1,
	.examples = examples,
	.groups = TAKES_DATA | TAKES_FORMAT | TAKES_AS_OF | TAKES_TODAY | TAKES_DIFFUSION,
	.needs = NEEDS_READ,
	.run = run,
};
