/* SPDX-License-Identifier: MIT
 * totals: one line per indicator and group, the whole period together, and how many offices
 * stand behind it.
 */
#include "observatory.h"

static const struct tool_example examples[] = {
	{ "rt-observatory totals --db relais.db -p 2024-08",
		N_("every indicator of August 2024 over the network") },
	{ "rt-observatory totals --db relais.db -p 2024 -i visiteurs_accueillis,contacts_guichet",
		N_("two indicators over the year") },
	{ "rt-observatory totals --db relais.db -p 2024-T3 --by territory --format html -o t3.html",
		N_("a quarter, territory by territory, as a page") },
	{ "cat grille.csv | rt-observatory -p 2024-08", N_("of figures that are in no store") },
	{ NULL, NULL },
};

static relais_status run(struct session *s)
{
	return tool_answer(s, relais_ask_totals);
}

const struct verb verb_totals = {
	.name = "totals",
	.about = N_("indicators added up over the period, with their coverage"),
	.examples = examples,
	.groups = TAKES_FIGURES | TAKES_BY | TAKES_MEMBERS,
	.needs = NEEDS_READ,
	.run = run,
};
