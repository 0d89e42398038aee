/* SPDX-License-Identifier: MIT
 * --undo BATCH: what an import brought is taken back by a counter-batch; which published figures
 * that moves goes to standard output.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "import.h"

static struct {
	const char *batch, *why;
	bool reopen;
	relais_day received_at;
} want;

static const struct tool_option options[] = {
	{ 0, "undo", N_("BATCH"), N_("take back an import, by its number in --log"),
		OPT_TEXT(&want.batch) },
	{ 0, "received-at", N_("DATE"), N_("the day it was decided, when it is not today"),
		OPT_DAY(&want.received_at) },
	{ 0, "reopen", NULL, N_("let figures of final periods change; takes --why"),
		OPT_FLAG(&want.reopen) },
	{ 0, "why", N_("REASON"), N_("the reason, kept in the journal"), OPT_TEXT(&want.why) },
	OPT_END,
};

static const struct tool_example examples[] = {
	{ "rt-import --undo 12 -n --db relais.db", N_("see which figures it would move") },
	{ "rt-import --undo 12 --why 'mauvaise année' --db relais.db",
		N_("take batch 12 back, and say why") },
	{ "rt-import --undo 13 --db relais.db", N_("undo that undo: batch 12 is back") },
	{ NULL, NULL },
};

static void say_summary(struct session *s, const relais_undo_summary *m)
{
	char *said = NULL;

	if (tool_want->quiet)
		return;
	if (asprintf(&said,
		    relais_words(s->lang,
			    "undo %s (%s): %s: changed %llu · gone %llu · back %llu · kept %llu%s"),
		    want.batch, m->source, m->kind, (unsigned long long)m->changed,
		    (unsigned long long)m->gone, (unsigned long long)m->back,
		    (unsigned long long)m->kept,
		    tool_want->dry_run
			    ? relais_words(s->lang, " (dry run: nothing was written)")
			    : "") != -1) {
		tool_put_safe(stderr, said);
		free(said);
	}
	fputc('\n', stderr);
	if (m->kept)
		tool_say(s, "kept: changed again by a later batch, or named by what stays");
}

/* What can be known to fail does before anything is undone. */
static relais_status undo(struct session *s, long long batch, struct tool_file *file)
{
	relais_import_options how;
	relais_undo_summary summary;
	relais_rows *moved;
	relais_status rc;

	tool_import_options(s, &how);
	how.received_at = want.received_at;
	how.reopen = want.reopen;
	how.why = want.why;
	rc = relais_undo(s->store, batch, &how, tool_want->verbose, &summary, &moved, &s->err);
	if (rc != RELAIS_OK)
		return tool_file_close(s, file, rc);
	say_summary(s, &summary);
	if (strcmp(summary.kind, "observations") == 0 || tool_want->output)
		return tool_write_to(s, moved, file);
	relais_rows_close(moved);
	return RELAIS_OK;
}

static relais_status run(struct session *s)
{
	struct tool_file file;
	relais_status rc;
	long long batch;
	char *end;

	errno = 0;
	batch = strtoll(want.batch, &end, 10);
	if (errno || *end || *want.batch < '0' || *want.batch > '9')
		return tool_misuse(s, "'%s' is no number for '--%s': digits are expected",
			want.batch, "undo");
	if (want.reopen && !want.why)
		return tool_misuse(s, "to reopen final periods, say why: --why REASON");
	rc = tool_file_open(s, &file, tool_want->output);
	return rc == RELAIS_OK ? undo(s, batch, &file) : rc;
}

const struct verb verb_undo = {
	.name = "--undo",
	.about = N_("take back an import (BATCH, see --log); nothing is deleted"),
	.examples = examples,
	.groups = TAKES_STORE | TAKES_FORMAT | TAKES_DRY_RUN | TAKES_WAIT | TAKES_TODAY,
	.options = options,
	.needs = NEEDS_WRITE,
	.run = run,
};
