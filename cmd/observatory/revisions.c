/* SPDX-License-Identifier: MIT
 * revisions: what moved in figures that were told before, and what one import moved.
 */
#include "observatory.h"

static struct {
	relais_day since;
	unsigned long batch;
	bool changed;
} want = { .since = RELAIS_NO_DAY };

static const struct tool_option options[] = {
	{ 0, "since", N_("DATE"), N_("what was known that day; else 20 days after each period"),
		OPT_DAY(&want.since) },
	{ 0, "batch", N_("ID"), N_("only what that import moved: before it and after it"),
		OPT_COUNT(&want.batch) },
	{ 0, "changed", NULL, N_("only what moved"), OPT_FLAG(&want.changed) },
	OPT_END,
};

static const struct tool_example examples[] = {
	{ "rt-observatory revisions --db relais.db -p 2024 --changed",
		N_("the figures of 2024 that are no longer what they were when first told") },
	{ "rt-observatory revisions --db relais.db --since 2025-01-31 --by territory",
		N_("what moved since the end of January, territory by territory") },
	{ "rt-observatory revisions --db relais.db --batch 3 --by office",
		N_("what import 3 changed, office by office") },
	{ NULL, NULL },
};

static relais_status run(struct session *s)
{
	relais_revisions how = {
		.since = want.since, .batch = (int64_t)want.batch, .changed_only = want.changed
	};
	relais_rows *rows;
	relais_status rc;

	if (want.batch && want.since != RELAIS_NO_DAY)
		return tool_misuse(s, "'--since' and '--batch' exclude each other");
	rc = relais_ask_revisions(s->store, &s->question, &how, &rows, &s->err);
	return rc == RELAIS_OK ? tool_write(s, rows) : rc;
}

const struct verb verb_revisions = {
	.name = "revisions",
	.about = N_("what moved since it was first told"),
	.examples = examples,
	.groups = TAKES_FIGURES | TAKES_BY | TAKES_GEOGRAPHY,
	.options = options,
	.needs = NEEDS_READ,
	.run = run,
};
