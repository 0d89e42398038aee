/* SPDX-License-Identifier: MIT
 * check: what wants attention, for cron. Nothing is said, and the exit is 0, when all is well.
 */
#include "status.h"

static struct {
	struct tool_list rules, except;
} want;

static const struct tool_option options[] = {
	{ 0, "rule", N_("RULE"), N_("only findings of this rule; several with commas"),
		OPT_LIST(&want.rules) },
	{ 0, "skip-rule", N_("RULE"), N_("no findings of this rule; several with commas"),
		OPT_LIST(&want.except) },
	OPT_END,
};

static const struct tool_example examples[] = {
	{ "rt-status check --db relais.db",
		N_("what wants attention; nothing when all is well") },
	{ "rt-status check --db relais.db --lang fr --format table",
		N_("from cron, which mails what is written") },
	{ "rt-status check --db relais.db --rule label-expired,label-ending --format csv",
		N_("labels alone, for a program") },
	{ NULL, NULL },
};

static relais_status run(struct session *s)
{
	uint64_t found = 0;
	relais_findings how = { (const char *const *)want.rules.items,
		(const char *const *)want.except.items, &found };
	relais_rows *rows = NULL;
	relais_status rc = relais_ask_findings(s->store, &s->question, &how, &rows, &s->err);

	if (rc != RELAIS_OK)
		return rc;
	s->attention = found > 0;
	if (!found && !tool_want->output) {
		relais_rows_close(rows);
		return RELAIS_OK;
	}
	return tool_write(s, rows);
}

const struct verb verb_check = {
	.name = "check",
	.about = N_("what wants attention: exit 1 and a line for each finding, else nothing"),
	.examples = examples,
	.groups = TAKES_DATA | TAKES_FORMAT | TAKES_OFFICE | TAKES_TERRITORY | TAKES_MEMBERS |
		  TAKES_AS_OF | TAKES_TODAY,
	.options = options,
	.needs = NEEDS_READ,
	.run = run,
};
