/* SPDX-License-Identifier: MIT
 * --diff: what moved between two editions that were published.
 */
#include "report.h"

static struct {
	bool diff;
} want;

static const struct tool_option options[] = {
	{ 0, "diff", NULL, N_("what moved between two editions"), OPT_FLAG(&want.diff) },
	OPT_END,
};

static const struct tool_example examples[] = {
	{ "rt-report --diff --db relais.db 1 2",
		N_("the figures that edition 2 tells otherwise than edition 1") },
	{ "rt-report --diff --db relais.db 1 2 -o revisions.csv", N_("the list, in a file") },
	{ "rt-report --diff --db relais.db 1 2 --format json",
		N_("the list, for another program") },
	{ NULL, NULL },
};

static relais_status run(struct session *s)
{
	long long first, second;
	relais_rows *rows;
	relais_status rc = report_edition(s, s->operands[0], "diff", &first);

	if (rc == RELAIS_OK)
		rc = report_edition(s, s->operands[1], "diff", &second);
	if (rc == RELAIS_OK)
		rc = relais_ask_edition_diff(s->store, first, second, &rows, &s->err);
	return rc == RELAIS_OK ? tool_write(s, rows) : rc;
}

const struct verb verb_diff = {
	.name = "--diff",
	.about = N_("what moved between two editions that were published"),
	.operands = N_("EDITION EDITION"),
	.at_least = 2,
	.at_most = 2,
	.examples = examples,
	.groups = TAKES_STORE | TAKES_FORMAT,
	.options = options,
	.needs = NEEDS_STORE,
	.run = run,
};
