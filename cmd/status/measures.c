/* SPDX-License-Identifier: MIT
 * measures: what shows how far each resolution is, with the day of its last proof.
 */
#include "status.h"

static struct {
	const char *level;
} want;

/* clang-format off */
static const struct tool_option options[] = {
	{ 0, "level", N_("LEVEL"), N_("relay: what the relais did; office: what the offices adopted"), OPT_TEXT(&want.level) },
	OPT_END,
};
/* clang-format on */

static const struct tool_example examples[] = {
	{ "rt-status measures --db relais.db -r P5",
		N_("what shows how far P5 is, and since when") },
	{ "rt-status measures --db relais.db --level office --format csv",
		N_("what the offices adopted, for a spreadsheet") },
	{ "rt-status measures --db relais.db --format csv | grep ,no_data,",
		N_("what nothing was ever recorded of") },
	{ NULL, NULL },
};

static relais_status run(struct session *s)
{
	relais_rows *rows;
	relais_status rc =
		relais_ask_evidence(s->store, &s->question, want.level, &rows, &s->err);

	return rc == RELAIS_OK ? tool_write(s, rows) : rc;
}

const struct verb verb_measures = {
	.name = "measures",
	.about = N_("what shows how far each resolution is, and how old the proof is"),
	.examples = examples,
	.groups = TAKES_DATA | TAKES_FORMAT | TAKES_RESOLUTION | TAKES_TERRITORY | TAKES_AS_OF |
		  TAKES_TODAY | TAKES_DIFFUSION,
	.options = options,
	.needs = NEEDS_READ,
	.run = run,
};
