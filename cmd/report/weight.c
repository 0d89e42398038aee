/* SPDX-License-Identifier: MIT
 * weight: what the offices weigh in the economy, for those who vote their budgets.
 */
#include "report.h"

static const struct tool_example examples[] = {
	{ "rt-report weight --db relais.db -p 2024 -o poids-2024.html",
		N_("the economic weight of the offices in 2024, a page to hand over") },
	{ "rt-report weight --db relais.db -p 2024 --diffusion interne -o poids-2024.xlsx",
		N_("for the relais, as a workbook") },
	{ "rt-report weight --db relais.db --format csv", N_("last year\'s figures") },
	{ NULL, NULL },
};

static relais_status run(struct session *s)
{
	relais_status rc = RELAIS_OK;

	if (!s->question.span.from)
		rc = relais_span_parse("last-year", s->today, &s->question.span, &s->err);
	return rc == RELAIS_OK ? report_run(s, "weight") : rc;
}

const struct verb verb_weight = {
	.name = "weight",
	.about = N_("taxes, jobs and budgets of a year; last year unless -p says which"),
	.examples = examples,
	.groups = TAKES_DATA | TAKES_WAIT | TAKES_FORMAT | TAKES_PERIOD | TAKES_AS_OF |
		  TAKES_TODAY | TAKES_DIFFUSION | TAKES_DOCUMENT,
	.options = report_options,
	.needs = NEEDS_READ,
	.writes_document = true,
	.run = run,
};
