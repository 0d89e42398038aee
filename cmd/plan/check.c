/* SPDX-License-Identifier: MIT
 * check: what somebody has to look at, for cron: nothing said and 0 when all is well.
 */
#include "plan.h"

static const struct tool_option options[] = {
	CHOOSE_OWNER,
	OPT_END,
};

static const struct tool_example examples[] = {
	{ "rt-plan check --db relais.db", N_("a line for each thing to look at, and exit 1") },
	{ "rt-plan check --db relais.db -r R6 --format table",
		N_("of one resolution, to be read") },
	{ "rt-plan check --db relais.db --lang fr --format table || true",
		N_("in a script that goes on whatever is found") },
	{ NULL, NULL },
};

static relais_status run(struct session *s)
{
	relais_rows *rows;
	uint64_t found;
	relais_status rc;

	plan_choose(s);
	rc = relais_ask_plan_check(s->store, &s->question, &found, &rows, &s->err);
	if (rc != RELAIS_OK)
		return rc;
	s->attention = found > 0;
	if (found || tool_want->output)
		return tool_write(s, rows);
	relais_rows_close(rows);
	return RELAIS_OK;
}

const struct verb verb_check = {
	.name = "check",
	.about = N_("what somebody has to look at; exit 1 when there is something"),
	.examples = examples,
	.groups = TAKES_PLAN,
	.options = options,
	.needs = NEEDS_READ,
	.run = run,
};
