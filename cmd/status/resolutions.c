/* SPDX-License-Identifier: MIT
 * resolutions: where each of the thirty stands, or each domain or challenge.
 */
#include "status.h"

static const struct tool_example examples[] = {
	{ "rt-status resolutions --db relais.db", N_("the thirty, in their order") },
	{ "rt-status resolutions --db relais.db --by challenge", N_("one line per challenge") },
	{ "rt-status resolutions --db relais.db -r A1,A5,P2 --as-of 2024-06-30",
		N_("three of them, as they stood at the end of June") },
	{ "rt-status --db relais.db --format json | jq -r '.rows[].code'",
		N_("for a program") },
	{ NULL, NULL },
};

static relais_status run(struct session *s)
{
	return tool_answer(s, relais_ask_resolutions);
}

const struct verb verb_resolutions = {
	.name = "resolutions",
	.about = N_("declared state and actions of the thirty resolutions"),
	.examples = examples,
	.groups = TAKES_DATA | TAKES_FORMAT | TAKES_RESOLUTION | TAKES_BY | TAKES_AS_OF |
		  TAKES_TODAY | TAKES_DIFFUSION,
	.needs = NEEDS_READ,
	.run = run,
};
