/* SPDX-License-Identifier: MIT
 * --verify: is the store what the tools made of it. Nothing is said, and the exit is 0, when it is.
 */
#include "import.h"

#include <string.h>

static struct {
	bool verify;
} want;

static const struct tool_option options[] = {
	{ 0, "verify", NULL, N_("check the store itself: file, history, journal, editions"),
		OPT_FLAG(&want.verify) },
	OPT_END,
};

static const struct tool_example examples[] = {
	{ "rt-import --verify --db relais.db", N_("nothing, when all is well") },
	{ "rt-import --verify --db relais.db --format csv -o fautes.csv",
		N_("what is wrong, for whoever mends it") },
	{ "rt-import --verify -v --db relais.db", N_("say so too when all is well") },
	{ NULL, NULL },
};

enum { PROGRAM = 9 }; /* of relais_ask_editions */

/* A version may have mended what another one told, so that its editions are not told again. */
static relais_status say_what_was_left_out(struct session *s)
{
	relais_rows *editions;
	relais_row row;
	int others = 0;
	relais_status rc = relais_ask_editions(s->store, &editions, &s->err);

	if (rc != RELAIS_OK)
		return rc;
	while ((rc = relais_rows_next(editions, &row, &s->err)) == RELAIS_OK)
		others += strcmp(row.cells[PROGRAM], relais_version()) != 0;
	relais_rows_close(editions);
	if (others)
		tool_say(s, "editions that another version published, not told again: %d",
			others);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

static relais_status run(struct session *s)
{
	uint64_t found = 0;
	relais_rows *rows = NULL;
	relais_status rc = relais_ask_verify(s->store, &found, &rows, &s->err);

	if (rc != RELAIS_OK)
		return rc;
	s->attention = found > 0;
	if (found || tool_want->output)
		return tool_write(s, rows);
	relais_rows_close(rows);
	if (!tool_want->verbose)
		return RELAIS_OK;
	tool_say(s, "the store is sound");
	return say_what_was_left_out(s);
}

const struct verb verb_verify = {
	.name = "--verify",
	.about = N_("check the store itself: exit 1 and a line for each fault, else nothing"),
	.examples = examples,
	.groups = TAKES_STORE | TAKES_FORMAT,
	.options = options,
	.needs = NEEDS_STORE,
	.run = run,
};
