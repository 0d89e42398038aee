/* SPDX-License-Identifier: MIT
 * reception: what comes to each counter in how many hours, and where the counters are.
 */
#include "status.h"

static const struct tool_example examples[] = {
	{ "rt-status reception --db relais.db -p 2024", N_("each counter over a year") },
	{ "rt-status reception --db relais.db -p 2024 --by commune",
		N_("how counters, hours and contacts are spread over the communes") },
	{ "rt-status reception --db relais.db -t EPCI-1 --today 2025-09-15",
		N_("one territory, the twelve months up to last month") },
	{ NULL, NULL },
};

static relais_status run(struct session *s)
{
	return tool_answer(s, relais_ask_reception);
}

const struct verb verb_reception = {
	.name = "reception",
	.about = N_("what comes to each counter in how many hours, and how that is spread"),
	.examples = examples,
	.groups = TAKES_DATA | TAKES_FORMAT | TAKES_PERIOD | TAKES_OFFICE | TAKES_TERRITORY |
		  TAKES_BY | TAKES_MEMBERS | TAKES_AS_OF | TAKES_TODAY | TAKES_DIFFUSION,
	.needs = NEEDS_READ,
	.run = run,
};
