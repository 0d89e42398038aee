/* SPDX-License-Identifier: MIT
 * relais_undo: a batch is taken back by another one. What it replaced is known again from there
 * on, what it brought first is known no more, and both batches stay in the journal. A batch that
 * was undone and brought back lives on in the one that brought it back.
 */
#include "undo.h"

#include <string.h>

#include "../../base/date.h"
#include "../../base/error.h"
#include "../../store/nest.h"
#include "../intake.h"
#include "../journal.h"
#include "../registers/chain.h"

relais_status undo_run(const undo *u, stmt *s, relais_error *err)
{
	if (stmt_has(s, ":batch"))
		stmt_bind_int(s, ":batch", u->batch);
	if (stmt_has(s, ":by"))
		stmt_bind_int(s, ":by", u->by);
	return stmt_run(s, err);
}

/* One number about a batch; *out is 0 when it is NULL or there is none. */
static relais_status ask(
	const undo *u, const char *sql, int64_t batch, int64_t *out, relais_error *err)
{
	relais_status rc;
	stmt *s;

	*out = 0;
	if ((rc = stmt_prepare(&s, u->store, sql, err)) != RELAIS_OK)
		return rc;
	stmt_bind_int_at(s, 1, batch);
	if ((rc = stmt_step(s, err)) == RELAIS_OK)
		*out = stmt_int(s, 0);
	stmt_free(s);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

/* Why a batch cannot be undone now. */
static relais_status check(undo *u, int64_t undone_by, relais_error *err)
{
	long long batch = u->batch;
	int64_t again;
	relais_status rc;

	if (u->batch <= JOURNAL_BUILT_IN)
		return fail(err, RELAIS_E_DATA,
			"batch %lld is the built-in catalogue and cannot be undone: to change what it says, import the lines that differ",
			batch);
	if (undone_by)
		return fail(err, RELAIS_E_DATA,
			"batch %lld is undone already: undo batch %lld to bring it back", batch,
			(long long)undone_by);
	rc = ask(u,
		"SELECT undone_by FROM batch WHERE undoes = ?1 AND undone_by IS NOT NULL\n"
		" ORDER BY batch_id DESC LIMIT 1",
		u->batch, &again, err);
	if (rc == RELAIS_OK && again)
		return fail(err, RELAIS_E_DATA,
			"batch %lld was undone and brought back by batch %lld: undo that one",
			batch, (long long)again);
	return rc;
}

static relais_status look_up(undo *u, relais_error *err)
{
	int64_t undone_by;
	relais_status rc;
	stmt *s;

	if ((rc = stmt_prepare(&s, u->store,
		     "SELECT kind, source, received_on, undone_by FROM batch WHERE batch_id = ?1",
		     err)) != RELAIS_OK)
		return rc;
	stmt_bind_int_at(s, 1, u->batch);
	if ((rc = stmt_step(s, err)) == RELAIS_OK) {
		relais_undo_summary *m = u->summary;

		snprintf(m->kind, sizeof m->kind, "%s", stmt_text(s, 0));
		snprintf(m->source, sizeof m->source, "%s", stmt_text(s, 1));
		rc = relais_day_parse(stmt_text(s, 2), &u->day, err);
		undone_by = stmt_int(s, 3);
		if (rc == RELAIS_OK)
			rc = check(u, undone_by, err);
	} else if (rc == RELAIS_END) {
		rc = fail(err, RELAIS_E_DATA,
			"there is no batch %lld: 'rt-import --log' lists them",
			(long long)u->batch);
	}
	stmt_free(s);
	return rc;
}

static relais_status set_undone(const undo *u, int64_t batch, int64_t by, relais_error *err)
{
	relais_status rc;
	stmt *s;

	if ((rc = stmt_prepare(&s, u->store,
		     "UPDATE batch SET undone_by = nullif(?2, 0) WHERE batch_id = ?1", err)) !=
		RELAIS_OK)
		return rc;
	stmt_bind_int_at(s, 1, batch);
	stmt_bind_int_at(s, 2, by);
	rc = stmt_run(s, err);
	stmt_free(s);
	return rc;
}

/* Undoing an undo, the batch it had undone stands again; if that was an undo too, what it had
 * undone no longer does, and so on. */
static relais_status mark_undone(const undo *u, relais_error *err)
{
	static const char undoes[] = "SELECT undoes FROM batch WHERE batch_id = ?1";
	relais_status rc = set_undone(u, u->batch, u->by, err);
	int64_t at = u->batch, next = 0;

	for (bool stands = true; rc == RELAIS_OK; stands = !stands, at = next) {
		if ((rc = ask(u, undoes, at, &next, err)) != RELAIS_OK || !next)
			break;
		rc = set_undone(u, next, stands ? 0 : at, err);
	}
	return rc;
}

static relais_status journal(undo *u, relais_error *err)
{
	origin from = origin_of(u->options, NULL, NULL, u->summary->kind);
	char name[32];

	snprintf(name, sizeof name, "undo %lld", (long long)u->batch);
	from.source = name;
	from.undoes = u->batch;
	return journal_begin(u->store, &from, &u->by, err);
}

/* What waits for what is as it was before the batch, and what came after it may go round with that. */
static relais_status take_registers(undo *u, bool counts, relais_error *err)
{
	text before = { 0 }, after = { 0 };
	relais_status rc = chain_circle(u->store, &before, err);

	if (rc == RELAIS_OK)
		rc = undo_registers(u, counts, err);
	if (rc == RELAIS_OK && !before.length)
		rc = chain_circle(u->store, &after, err);
	if (rc == RELAIS_OK && after.length)
		rc = fail(err, RELAIS_E_DATA,
			"batch %lld cannot be undone: these actions would wait for each other in a circle, %s; undo or change what came after it first",
			(long long)u->batch, text_str(&after));
	text_free(&before);
	text_free(&after);
	return rc;
}

/* The same of territories, which lie where they lay before it. */
static relais_status check_territories(const undo *u, relais_error *err)
{
	text path = { 0 };
	relais_status rc = nest_closed_by(u->store, u->by, &path, err);

	if (rc == RELAIS_OK && path.length)
		rc = fail(err, RELAIS_E_DATA,
			"batch %lld cannot be undone: these territories would lie within each other in a circle, %s; undo or change what came after it first",
			(long long)u->batch, text_str(&path));
	text_free(&path);
	return rc;
}

static relais_status take_back(undo *u, bool each, relais_rows **moved, relais_error *err)
{
	bool of_figures = !strcmp(u->summary->kind, "observations");
	relais_undo_summary *m = u->summary;
	relais_summary counts = { .batch = 0 };
	relais_status rc;

	if ((rc = look_up(u, err)) != RELAIS_OK || (rc = journal(u, err)) != RELAIS_OK ||
		(rc = mark_undone(u, err)) != RELAIS_OK ||
		(rc = undo_figures(u, each, moved, err)) != RELAIS_OK ||
		(rc = take_registers(u, !of_figures, err)) != RELAIS_OK ||
		(rc = check_territories(u, err)) != RELAIS_OK)
		return rc;
	counts.batch = u->by;
	counts.created = m->back;
	counts.revised = m->changed + m->gone;
	counts.skipped = m->kept;
	counts.read = counts.created + counts.revised + counts.skipped;
	return journal_count(u->store, &counts, err);
}

relais_status relais_undo(relais_store *store, int64_t batch,
	const relais_import_options *options, bool each, relais_undo_summary *summary,
	relais_rows **moved, relais_error *err)
{
	relais_import_options own = *options;
	undo u = { .store = store, .options = &own, .batch = batch, .summary = summary };
	relais_status rc;

	*summary = (relais_undo_summary){ 0 };
	if (moved)
		*moved = NULL;
	if (options->received_at)
		own.today = options->received_at;
	if ((rc = intake_check(options, err)) != RELAIS_OK ||
		(rc = store_begin(store, err)) != RELAIS_OK)
		return rc;
	rc = take_back(&u, each, moved, err);
	if (rc == RELAIS_OK && !options->dry_run &&
		(rc = store_commit(store, err)) == RELAIS_OK)
		summary->batch = u.by;
	store_rollback(store);
	if (rc != RELAIS_OK && moved) {
		relais_rows_close(*moved);
		*moved = NULL;
	}
	return rc;
}
