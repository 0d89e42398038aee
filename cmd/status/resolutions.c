/* SPDX-License-Identifier: MIT
 * resolutions: where each of the thirty stands, or each domain or challenge.
 */
#include "status.h"

static const struct tool_example examples[] = {
	{ "rt-status resolutions --db relais.db", N_("the thirty, in their order") },
	{ "rt-status resolutions --db relais.db --by challenge", N_("one line per challenge") },
	{ "rt-status resolutions --db relais.db -r A1,A5,P2 --as-of 2024-06-30",
		N_("three of them, as they stood at the end of June") },
	{ "rt-status resolutions --db relais.db --matrix", N_("challenges across domains") },
	{ "rt-status resolutions --db relais.db --since 2024-06-30",
		N_("what moved since the end of June") },
	{ "rt-status --db relais.db --format json | jq -r '.rows[].code'",
		N_("for a program") },
	{ NULL, NULL },
};

static struct {
	const char *level;
	relais_day since;
	bool matrix;
} want = { .since = RELAIS_NO_DAY };

/* clang-format off */
static const struct tool_option options[] = {
	{ 0, "level", N_("LEVEL"), N_("whose main measure: office, what the offices adopted (usual), or relay"), OPT_TEXT(&want.level) },
	{ 0, "matrix", NULL, N_("challenges across domains, a cell for each pair"), OPT_FLAG(&want.matrix) },
	{ 0, "since", N_("DATE"), N_("what moved since that day: declared, proven, adoption"), OPT_DAY(&want.since) },
	OPT_END,
};
/* clang-format on */

static relais_status run(struct session *s)
{
	const relais_standing how = { want.level, want.since, want.matrix };
	relais_rows *rows;
	relais_status rc;

	if ((how.matrix || how.since != RELAIS_NO_DAY) && s->question.by)
		return tool_misuse(
			s, "--by makes rows of its own: leave --matrix and --since out");
	if (how.matrix && how.since != RELAIS_NO_DAY)
		return tool_misuse(s, "--matrix and --since are two tables: ask for one");
	rc = relais_ask_standing(s->store, &s->question, &how, &rows, &s->err);
	return rc == RELAIS_OK ? tool_write(s, rows) : rc;
}

const struct verb verb_resolutions = {
	.name = "resolutions",
	.about = N_("where the thirty stand: declared, proven, adopted, planned"),
	.examples = examples,
	.groups = TAKES_DATA | TAKES_FORMAT | TAKES_RESOLUTION | TAKES_TERRITORY | TAKES_BY |
		  TAKES_AS_OF | TAKES_TODAY | TAKES_DIFFUSION,
	.options = options,
	.needs = NEEDS_READ,
	.run = run,
};
