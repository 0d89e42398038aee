/* SPDX-License-Identifier: MIT
 * totals: one line per indicator and group, the whole period together, and how many offices
 * stand behind it.
 */
#include "observatory.h"

static struct {
	bool estimate;
} want;

static const struct tool_option options[] = {
	{ 0, "estimate", NULL,
		N_("estimate levels of those who did not answer: flag e, share of the total"),
		OPT_FLAG(&want.estimate) },
	OPT_END,
};

static const struct tool_example examples[] = {
	{ "rt-observatory totals --db relais.db -p 2024-08",
		N_("every indicator of August 2024 over the network") },
	{ "rt-observatory totals --db relais.db -p 2024 -i visiteurs_accueillis,contacts_guichet",
		N_("two indicators over the year") },
	{ "rt-observatory totals --db relais.db -p 2024-T3 --by territory --format html -o t3.html",
		N_("a quarter, territory by territory, as a page") },
	{ "cat grille.csv | rt-observatory -p 2024-08", N_("of figures that are in no store") },
	{ "rt-observatory totals --db relais.db -p 2024-08 -i contacts_guichet --estimate",
		N_("with those who did not answer estimated, and how much of it that is") },
	{ NULL, NULL },
};

static relais_status run(struct session *s)
{
	s->question.estimate = want.estimate;
	return tool_answer(s, relais_ask_totals);
}

const struct verb verb_totals = {
	.name = "totals",
	.about = N_("indicators added up over the period, with their coverage"),
	.examples = examples,
	.groups = TAKES_FIGURES | TAKES_BY | TAKES_GEOGRAPHY | TAKES_MEMBERS,
	.options = options,
	.needs = NEEDS_READ,
	.run = run,
};
