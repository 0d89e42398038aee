/* SPDX-License-Identifier: MIT
 * --export KIND: every row of a kind, as rt-import reads it back.
 */
#include <string.h>

#include "import.h"

static struct {
	const char *kind;
} want;

static const struct tool_option options[] = {
	{ 0, "export", N_("KIND"), N_("write every row of a kind"), OPT_TEXT(&want.kind) },
	OPT_END,
};

static const struct tool_example examples[] = {
	{ "rt-import --export offices --db relais.db -o offices.csv",
		N_("the register, to correct in a spreadsheet and import again") },
	{ "rt-import --export observations --db relais.db -p 2024",
		N_("the figures of a year") },
	{ "rt-import --export actions --db relais.db --as-of 2024-06-30",
		N_("the plan as it was at the end of June") },
	{ NULL, NULL },
};

static relais_status run(struct session *s)
{
	relais_rows *rows;
	relais_status rc;

	if (tool_want->period && strcmp(want.kind, "observations") != 0)
		return tool_misuse(s, "only observations have a period: leave out -p");
	rc = relais_ask_export(s->store, want.kind, &s->question, &rows, &s->err);

	return rc == RELAIS_OK ? tool_write(s, rows) : rc;
}

const struct verb verb_export = {
	.name = "--export",
	.about = N_("every row of a kind (KIND, see --kinds), to read back later"),
	.examples = examples,
	.groups = TAKES_DATA | TAKES_FORMAT | TAKES_PERIOD | TAKES_AS_OF | TAKES_TODAY,
	.options = options,
	.needs = NEEDS_READ,
	.run = run,
};
