/* SPDX-License-Identifier: MIT
 * agreements: what the offices promised, what they achieved, and when it is to be reviewed.
 */
#include "status.h"

static const struct tool_example examples[] = {
	{ "rt-status agreements --db relais.db",
		N_("every agreement, its objectives and what was achieved") },
	{ "rt-status agreements --db relais.db -p 2024 -O OT-22-004",
		N_("the objectives of one office for 2024") },
	{ "rt-status agreements --db relais.db --format csv | grep ',a_echeance,'",
		N_("those that end within 180 days") },
	{ NULL, NULL },
};

static relais_status run(struct session *s)
{
	return tool_answer(s, relais_ask_agreements);
}

const struct verb verb_agreements = {
	.name = "agreements",
	.about = N_("agreements: objectives, what was achieved, reviews due"),
	.examples = examples,
	.groups = TAKES_DATA | TAKES_FORMAT | TAKES_PERIOD | TAKES_OFFICE | TAKES_TERRITORY |
		  TAKES_RESOLUTION | TAKES_AS_OF | TAKES_TODAY,
	.needs = NEEDS_READ,
	.run = run,
};
