/* SPDX-License-Identifier: MIT
 * indicators: the catalogue, with what the store holds of each.
 */
#include "observatory.h"

static const struct tool_example examples[] = {
	{ "rt-observatory indicators --db relais.db",
		N_("every indicator: unit, periodicity, and the months the store holds") },
	{ "rt-observatory indicators --db relais.db --format csv | grep A5",
		N_("those that have to do with resolution A5") },
	{ "rt-observatory indicators --db relais.db -i visiteurs_accueillis --format json",
		N_("one of them, for a program") },
	{ "rt-import --db relais.db --as indicators plus.csv",
		N_("code,label,unit and a line: one more; rt-import --kinds indicators has all columns") },
	{ NULL, NULL },
};

static relais_status run(struct session *s)
{
	return tool_answer(s, relais_ask_indicators);
}

const struct verb verb_indicators = {
	.name = "indicators",
	.about = N_("the catalogue, and what there is of each"),
	.examples = examples,
	.groups = TAKES_DATA | TAKES_FORMAT | TAKES_INDICATOR | TAKES_AS_OF | TAKES_TODAY,
	.needs = NEEDS_READ,
	.run = run,
};
