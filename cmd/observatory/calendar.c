/* SPDX-License-Identifier: MIT
 * calendar: what a month was made of against the one a year before.
 */
#include "observatory.h"

static struct {
	bool alsace;
} want;

static const struct tool_option options[] = {
	{ 0, "alsace-moselle", NULL,
		N_("count Good Friday and 26 December besides, whatever the register says"),
		OPT_FLAG(&want.alsace) },
	OPT_END,
};

static const struct tool_example examples[] = {
	{ "rt-observatory calendar -p 2024-03",
		N_("week-ends, holidays and Easter in March 2024, against March 2023") },
	{ "rt-observatory calendar --db relais.db -p 2024-03..2024-04",
		N_("March, April, and both together, wherever Easter fell") },
	{ "rt-observatory calendar --db relais.db -p 2024 --format md",
		N_("a year, month by month, to read") },
	{ NULL, NULL },
};

static relais_status run(struct session *s)
{
	relais_rows *rows;
	relais_status rc =
		relais_ask_calendar(s->store, &s->question, want.alsace, &rows, &s->err);

	return rc == RELAIS_OK ? tool_write(s, rows) : rc;
}

const struct verb verb_calendar = {
	.name = "calendar",
	.about = N_("week-ends, holidays and Easter in a month"),
	.examples = examples,
	.groups = TAKES_DATA | TAKES_FORMAT | TAKES_PERIOD | TAKES_OFFICE | TAKES_TERRITORY |
		  TAKES_AS_OF | TAKES_TODAY,
	.options = options,
	.needs = NEEDS_READ,
	.knows_some = true,
	.run = run,
};
