/* SPDX-License-Identifier: MIT
 * --log: the journal of the imports.
 */
#include <string.h>

#include "import.h"

static struct {
	bool log;
} want;

static const struct tool_option options[] = {
	{ 0, "log", NULL, N_("what was imported, when, by whom"), OPT_FLAG(&want.log) },
	OPT_END,
};

static const struct tool_example examples[] = {
	{ "rt-import --log --db relais.db", N_("every import and what it changed") },
	{ "rt-import --log --db relais.db --format json",
		N_("with the command lines and fingerprints, for a program") },
	{ "rt-import --log --db relais.db -o imports.csv",
		N_("in a file a spreadsheet opens") },
	{ NULL, NULL },
};

static relais_status run(struct session *s)
{
	/* A table is for people: the command line and the fingerprint would drown the rest. */
	bool brief = strcmp(s->format, "table") == 0 && !tool_want->verbose;
	relais_rows *rows;
	relais_status rc = brief ? relais_ask_batches_brief(s->store, &rows, &s->err)
				 : relais_ask_batches(s->store, &rows, &s->err);

	return rc == RELAIS_OK ? tool_write(s, rows) : rc;
}

const struct verb verb_log = {
	.name = "--log",
	.about = N_("what was imported, when, by whom"),
	.examples = examples,
	.groups = TAKES_STORE | TAKES_FORMAT,
	.options = options,
	.needs = NEEDS_STORE,
	.run = run,
};
