/* SPDX-License-Identifier: MIT
 * labels: the calendar of classements, quality marks and denominations.
 */
#include "report.h"

static const struct tool_example examples[] = {
	{ "rt-report labels --db relais.db --diffusion interne -o calendrier.html",
		N_("what ends and when, with what is to be done") },
	{ "rt-report labels --db relais.db -t EPCI-1 --format md",
		N_("of one territory, for everybody: decisions alone") },
	{ "rt-report labels --db relais.db --today 2025-09-15 -o calendrier.xlsx",
		N_("as seen on 15 September, for a spreadsheet") },
	{ NULL, NULL },
};

static relais_status run(struct session *s)
{
	tool_use_report_language(s);
	return report_write(s, "labels");
}

const struct verb verb_labels = {
	.name = "labels",
	.about =
		N_("the calendar of classements and labels: what ends, when, what hangs on it"),
	.examples = examples,
	.groups = TAKES_DATA | TAKES_WAIT | TAKES_FORMAT | TAKES_OFFICE | TAKES_TERRITORY |
		  TAKES_MEMBERS | TAKES_AS_OF | TAKES_TODAY | TAKES_DIFFUSION | TAKES_DOCUMENT,
	.options = report_options,
	.needs = NEEDS_READ,
	.writes_document = true,
	.run = run,
};
