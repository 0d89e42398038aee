/* SPDX-License-Identifier: MIT
 * monthly: the note of one month. It is meant to be published: secrecy applies unless
 * --diffusion interne says that it stays inside.
 */
#include "report.h"

const struct tool_example monthly_examples[] = {
	{ "rt-report monthly --db relais.db -p 2024-08 -o note-2024-08.html",
		N_("the note of August 2024, one page to publish") },
	{ "rt-report --db relais.db", N_("last month's, to read here") },
	{ "rt-report monthly --db relais.db -p 2024-08 --as-of 2024-09-10",
		N_("as it could be written on 10 September") },
	{ "rt-report monthly --db relais.db -p 2024-08 --format csv",
		N_("the figures it quotes") },
	{ "rt-report monthly --db relais.db -p 2024-08 --publish -o note-2024-08.html",
		N_("the note, and the record that it was published") },
	{ NULL, NULL },
};

static relais_status run(struct session *s)
{
	return report_run(s, "monthly");
}

const struct verb verb_monthly = {
	.name = "monthly",
	.about = N_("the note of one month; last month unless -p says which"),
	.examples = monthly_examples,
	.groups = TAKES_DATA | TAKES_WAIT | TAKES_FORMAT | TAKES_PERIOD | TAKES_AS_OF |
		  TAKES_TODAY | TAKES_DIFFUSION | TAKES_DOCUMENT,
	.options = report_options,
	.needs = NEEDS_READ,
	.writes_document = true,
	.run = run,
};
