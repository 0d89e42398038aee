/* SPDX-License-Identifier: MIT
 * training: the training of a year, for those who pay for it and those who come.
 */
#include "report.h"

static const struct tool_example examples[] = {
	{ "rt-report training --db relais.db -p 2024 -o formation-2024.html",
		N_("the training of 2024, a page for the funders") },
	{ "rt-report training --db relais.db -p 2024 --diffusion interne -o formation-2024.xlsx",
		N_("for the relais, as a workbook") },
	{ "rt-report training --db relais.db --format csv", N_("last year\'s figures") },
	{ "rt-report training --db relais.db -p 2024 --publish -o formation-2024.html",
		N_("the page, and the record of what it told") },
	{ NULL, NULL },
};

static relais_status run(struct session *s)
{
	relais_status rc = RELAIS_OK;

	if (!s->question.span.from)
		rc = relais_span_parse("last-year", s->today, &s->question.span, &s->err);
	if (rc != RELAIS_OK)
		return rc;
	tool_use_report_language(s);
	return report_write(s, "training");
}

const struct verb verb_training = {
	.name = "training",
	.about = N_("the training of a year; last year unless -p says which"),
	.examples = examples,
	.groups = TAKES_DATA | TAKES_WAIT | TAKES_FORMAT | TAKES_PERIOD | TAKES_AS_OF |
		  TAKES_TODAY | TAKES_DIFFUSION | TAKES_DOCUMENT,
	.options = report_options,
	.needs = NEEDS_READ,
	.writes_document = true,
	.run = run,
};
