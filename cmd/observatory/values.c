/* SPDX-License-Identifier: MIT
 * values: the figures themselves, office by office, as rt-import would read them back.
 */
#include "observatory.h"

static struct {
	bool estimate;
} want;

static const struct tool_option options[] = {
	{ 0, "estimate", NULL, N_("show what those who did not answer are estimated at"),
		OPT_FLAG(&want.estimate) },
	OPT_END,
};

static const struct tool_example examples[] = {
	{ "rt-observatory values --db relais.db -p 2024-08 -O OT-22-004",
		N_("what one office sent for August 2024") },
	{ "rt-observatory values --db relais.db -i visiteurs_accueillis -p 2024 -o visiteurs.csv",
		N_("a year of one indicator, in a file a spreadsheet opens") },
	{ "rt-observatory values --db relais.db --as-of 2024-09-10 -p 2024-08",
		N_("as they were known on 10 September") },
	{ NULL, NULL },
};

static relais_status run(struct session *s)
{
	s->question.estimate = want.estimate;
	return tool_answer(s, relais_ask_values);
}

const struct verb verb_values = {
	.name = "values",
	.about = N_("the figures themselves, office by office"),
	.examples = examples,
	.groups = TAKES_FIGURES | TAKES_MEMBERS,
	.options = options,
	.needs = NEEDS_READ,
	.run = run,
};
