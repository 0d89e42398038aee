/* SPDX-License-Identifier: MIT
 * completeness: of the figures that were expected, how many came, said zero, were refused,
 * do not concern the office, or are missing.
 */
#include "observatory.h"

static const struct tool_example examples[] = {
	{ "rt-observatory completeness --db relais.db -p 2024-08",
		N_("how much of August 2024 has come in") },
	{ "rt-observatory completeness --db relais.db -p 2024 -i visiteurs_accueillis",
		N_("month by month for one indicator") },
	{ "rt-observatory completeness --db relais.db -p 2024-08 -t EPCI-1 --as-of 2024-09-15",
		N_("of one territory, as it stood on 15 September") },
	{ NULL, NULL },
};

static relais_status run(struct session *s)
{
	return tool_answer(s, relais_ask_completeness);
}

const struct verb verb_completeness = {
	.name = "completeness",
	.about = N_("how much of what was expected has come in"),
	.examples = examples,
	.groups = TAKES_FIGURES,
	.needs = NEEDS_READ,
	.run = run,
};
