/* SPDX-License-Identifier: MIT
 * annual: the review of a year, for the board and the elected.
 */
#include "report.h"

static const struct tool_example examples[] = {
	{ "rt-report annual --db relais.db -p 2024 -o bilan-2024.html",
		N_("the review of 2024, a page to print or to send") },
	{ "rt-report annual --db relais.db -p 2024 --diffusion interne -o bilan-2024.xlsx",
		N_("for the relais, as a workbook") },
	{ "rt-report annual --db relais.db --format csv", N_("last year\'s figures") },
	{ NULL, NULL },
};

static relais_status run(struct session *s)
{
	relais_status rc = RELAIS_OK;

	if (!s->question.span.from)
		rc = relais_span_parse("last-year", s->today, &s->question.span, &s->err);
	return rc == RELAIS_OK ? report_run(s, "annual") : rc;
}

const struct verb verb_annual = {
	.name = "annual",
	.about = N_("the review of a year; last year unless -p says which"),
	.examples = examples,
	.groups = TAKES_DATA | TAKES_WAIT | TAKES_FORMAT | TAKES_PERIOD | TAKES_AS_OF |
		  TAKES_TODAY | TAKES_DIFFUSION | TAKES_DOCUMENT,
	.options = report_options,
	.needs = NEEDS_READ,
	.writes_document = true,
	.run = run,
};
