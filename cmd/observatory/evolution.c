/* SPDX-License-Identifier: MIT
 * evolution: against the same period one year before, over the offices that answered both
 * times, with how many they are and what share of the network they make.
 */
#include "observatory.h"

static struct {
	unsigned long base;
} want;

static const struct tool_option options[] = {
	{ 0, "base", N_("YEAR"), N_("compare with that year instead of the one before"),
		OPT_COUNT(&want.base) },
	OPT_END,
};

static const struct tool_example examples[] = {
	{ "rt-observatory evolution --db relais.db -p 2024-08",
		N_("August 2024 against August 2023") },
	{ "rt-observatory evolution --db relais.db -p 2024-01..2024-08 -i visiteurs_accueillis --by office",
		N_("month by month since January, office by office") },
	{ "rt-observatory evolution --db relais.db -p 2024-07..2024-08 --base 2019",
		N_("July and August 2024 against those of 2019") },
	{ "rt-import grille.csv | rt-observatory evolution -p 2024-08 --format csv",
		N_("without a store, as CSV") },
	{ "rt-observatory evolution --db relais.db -p last-month --diffusion public",
		N_("with statistical secrecy, fit to be published") },
	{ NULL, NULL },
};

static relais_status run(struct session *s)
{
	if (want.base > 9999)
		return tool_misuse(s, "'%lu' is no year: write it with four digits", want.base);
	s->question.base = (int)want.base;
	return tool_answer(s, relais_ask_evolution);
}

const struct verb verb_evolution = {
	.name = "evolution",
	.about = N_("against one year before, at constant perimeter"),
	.examples = examples,
	.groups = TAKES_FIGURES | TAKES_BY | TAKES_GEOGRAPHY | TAKES_MEMBERS,
	.options = options,
	.needs = NEEDS_READ,
	.run = run,
};
