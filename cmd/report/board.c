/* SPDX-License-Identifier: MIT
 * board: the main indicators of a month on one page, for whoever looks at it every month.
 */
#include "report.h"

static const struct tool_example examples[] = {
	{ "rt-report board --db relais.db -p 2024-08 -o tableau.html",
		N_("the main indicators of August 2024, one page") },
	{ "rt-report board --db relais.db -i contacts_guichet,part_etrangers",
		N_("last month's, of two indicators") },
	{ "rt-report board --db relais.db -p 2024-08 --format csv",
		N_("the figures it shows, month by month") },
	{ NULL, NULL },
};

static relais_status run(struct session *s)
{
	return report_run(s, "board");
}

const struct verb verb_board = {
	.name = "board",
	.about = N_("the main indicators on one page; last month unless -p says which"),
	.examples = examples,
	.groups = TAKES_DATA | TAKES_WAIT | TAKES_FORMAT | TAKES_PERIOD | TAKES_INDICATOR |
		  TAKES_AS_OF | TAKES_TODAY | TAKES_DIFFUSION | TAKES_DOCUMENT,
	.options = report_options,
	.needs = NEEDS_READ,
	.writes_document = true,
	.run = run,
};
