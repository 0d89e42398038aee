/* SPDX-License-Identifier: MIT
 * completeness: of the figures that were expected, how many came, on time or late, said zero, were
 * refused, do not concern the office, or are missing; with --matrix, who sent what.
 */
#include "observatory.h"

static struct {
	bool matrix;
} want;

static const struct tool_option options[] = {
	{ 0, "matrix", NULL, N_("a grid to look at: offices by periods, one letter per cell"),
		OPT_FLAG(&want.matrix) },
	OPT_END,
};

static const struct tool_example examples[] = {
	{ "rt-observatory completeness --db relais.db -p 2024-08",
		N_("how much of August 2024 has come in") },
	{ "rt-observatory completeness --db relais.db -p 2024 -i visiteurs_accueillis",
		N_("month by month for one indicator") },
	{ "rt-observatory completeness --db relais.db -p 2024-08 -t EPCI-1 --as-of 2024-09-15",
		N_("of one territory, as it stood on 15 September") },
	{ "rt-observatory completeness --db relais.db -p 2024 -i visiteurs_accueillis --matrix",
		N_("who sent which month, office by office, at a glance") },
	{ NULL, NULL },
};

static relais_status run(struct session *s)
{
	return tool_answer(s, want.matrix ? relais_ask_matrix : relais_ask_completeness);
}

const struct verb verb_completeness = {
	.name = "completeness",
	.about = N_("how much of what was expected has come in"),
	.examples = examples,
	.groups = TAKES_FIGURES | TAKES_MEMBERS,
	.options = options,
	.needs = NEEDS_READ,
	.run = run,
};
