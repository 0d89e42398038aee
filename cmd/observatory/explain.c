/* SPDX-License-Identifier: MIT
 * explain: where one figure comes from: every version there was of it, with the file and
 * line it was read from, the batch and the day.
 */
#include "observatory.h"

static const struct tool_example examples[] = {
	{ "rt-observatory explain OT-22-004 contacts_guichet 2024-08 --db relais.db",
		N_("every version of one figure, with file and line") },
	{ "rt-observatory explain OT-22-004 visiteurs_accueillis 2024-08 --db relais.db --as-of 2024-09-10",
		N_("those known on 10 September") },
	{ "rt-observatory explain OT-22-004 visiteurs_accueillis 2024-08 juillet.csv rectificatif.csv",
		N_("of two files, the second correcting the first") },
	{ NULL, NULL },
};

static relais_status run(struct session *s)
{
	const char *office[] = { s->operands[0], NULL };
	const char *indicator[] = { s->operands[1], NULL };
	relais_status rc =
		relais_span_parse(s->operands[2], s->today, &s->question.span, &s->err);

	if (rc != RELAIS_OK)
		return RELAIS_E_USAGE;
	s->question.offices = office;
	s->question.indicators = indicator;
	return tool_answer(s, relais_ask_vintages);
}

const struct verb verb_explain = {
	.name = "explain",
	.about = N_("where one figure comes from"),
	.operands = N_("OFFICE INDICATOR PERIOD"),
	.at_least = 3,
	.at_most = 3,
	.examples = examples,
	.groups = TAKES_DATA | TAKES_FORMAT | TAKES_AS_OF | TAKES_TODAY | TAKES_DIFFUSION,
	.needs = NEEDS_READ,
	.run = run,
};
