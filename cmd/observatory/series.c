/* SPDX-License-Identifier: MIT
 * series: the same totals, one line per month (or quarter, or year) of the span.
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
	{ "rt-observatory series --db relais.db -i visiteurs_accueillis -p 2023-08..2024-08",
		N_("thirteen months of one indicator") },
	{ "rt-observatory series --db relais.db -i contacts_guichet -p 2024 --by territory",
		N_("a year, one series per territory") },
	{ "rt-observatory series --db relais.db -i visiteurs_accueillis -p 2024-T1..2024-T4 --format json",
		N_("quarters, for a program") },
	{ NULL, NULL },
};

static relais_status run(struct session *s)
{
	s->question.estimate = want.estimate;
	return tool_answer(s, relais_ask_series);
}

const struct verb verb_series = {
	.name = "series",
	.about = N_("indicators period after period"),
	.examples = examples,
	.groups = TAKES_FIGURES | TAKES_BY | TAKES_GEOGRAPHY | TAKES_MEMBERS,
	.options = options,
	.needs = NEEDS_READ,
	.run = run,
};
