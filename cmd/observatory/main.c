/* SPDX-License-Identifier: MIT
 * rt-observatory: answers questions about the figures.
 */
#include "observatory.h"

static const struct verb *const verbs[] = {
	&verb_totals,
	&verb_values,
	&verb_series,
	&verb_evolution,
	&verb_table,
	&verb_distribution,
	&verb_completeness,
	&verb_norm,
	&verb_season,
	&verb_revisions,
	&verb_calendar,
	&verb_outliers,
	&verb_indicators,
	&verb_explain,
	&verb_protect,
	NULL,
};

static const struct tool_example examples[] = {
	{ "rt-observatory --db relais.db -p 2024-08",
		N_("the totals of August 2024, with how many offices stand behind each") },
	{ "rt-observatory evolution --db relais.db -p 2024-08 --by territory",
		N_("what moved in a year, at constant perimeter, territory by territory") },
	{ "rt-import grille.csv | rt-observatory evolution -p 2024-08",
		N_("the same without any store, from a grid as an office sent it") },
	{ "rt-observatory explain OT-22-004 contacts_guichet 2024-08 --db relais.db",
		N_("where one figure comes from: every version, file and line") },
	{ "sqlite3 -header relais.db \"SELECT office, value FROM v_observation WHERE period = '2024-08'\"",
		N_("the same figures in SQL: relais-sql(5) has the views") },
	{ NULL, NULL },
};

static const struct tool rt_observatory = {
	.name = "rt-observatory",
	.about = N_("answers questions about the figures"),
	.examples = examples,
	.diffusion = RELAIS_INTERNE,
	.verbs = verbs,
};

int main(int argc, char **argv)
{
	return tool_main(&rt_observatory, argc, argv);
}
