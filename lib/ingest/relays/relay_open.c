/* SPDX-License-Identifier: MIT
 * A relay's store, read in the order of its journal. It is only read; under one read transaction,
 * so that it stays one state whoever writes in it meanwhile.
 */
#include "relay.h"

#include <stdio.h>
#include <string.h>

#include "../../base/date.h"
#include "../../base/error.h"
#include "../../base/fingerprint.h"
#include "../../store/connect.h"

enum { ID, DAY, SOURCE };

/* The catalogue every store begins with is no batch of the relay's. */
static const char batches[] =
	"SELECT batch_id, received_on, source, who, argv, sha256, kind, \"read\", created,\n"
	"       revised, unchanged, rejected, skipped, why, undoes\n"
	"  FROM batch\n"
	" WHERE batch_id > ?1\n"
	" ORDER BY batch_id";

static void key_of(const stmt *s, char out[RELAY_KEY])
{
	fingerprint f;

	fingerprint_start(&f);
	for (int i = 0; i < stmt_columns(s); i++) {
		const char *cell = stmt_text(s, i);

		fingerprint_add(&f, cell ? "=" : "-", 1);
		if (cell)
			fingerprint_add(&f, cell, strlen(cell) + 1);
	}
	fingerprint_end(&f, out);
}

static relais_status put(map *m, int64_t key, int64_t value, relais_error *err)
{
	return map_put(m, (const char *)&key, sizeof key, value) ? RELAIS_OK : fail_memory(err);
}

bool relay_owns(const relay *r, int64_t batch)
{
	int64_t unused;

	return map_get(&r->own, (const char *)&batch, sizeof batch, &unused);
}

relais_status relay_settle(relay *r, int64_t batch, relais_error *err)
{
	relais_status rc = put(&r->here, r->batch, batch, err);

	return rc == RELAIS_OK ? put(&r->own, batch, 1, err) : rc;
}

relais_status relay_is_here(relay *r, relais_store *store, bool *here, relais_error *err)
{
	relais_status rc;
	stmt *find;

	*here = false;
	if ((rc = stmt_prepare(&find, store,
		     "SELECT batch_id, created + revised + unchanged FROM batch WHERE how = ?1",
		     err)) != RELAIS_OK)
		return rc;
	stmt_bind_text_at(find, 1, r->key);
	if ((rc = stmt_step(find, err)) == RELAIS_OK) {
		*here = true;
		r->known = r->batch;
		r->summary->read += (uint64_t)stmt_int(find, 1);
		r->summary->unchanged += (uint64_t)stmt_int(find, 1);
		rc = relay_settle(r, stmt_int(find, 0), err);
	}
	stmt_free(find);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

/* Those merged before; and who the relay is, by its first one. */
static relais_status look_back(relay *r, relais_store *store, relais_error *err)
{
	relais_status rc;
	bool here;

	while ((rc = stmt_step(r->batches, err)) == RELAIS_OK) {
		r->batch = stmt_int(r->batches, ID);
		key_of(r->batches, r->key);
		if (!r->identity[0])
			memcpy(r->identity, r->key, RELAY_KEY);
		if ((rc = relay_is_here(r, store, &here, err)) != RELAIS_OK)
			return rc;
	}
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

relais_status relay_next(relay *r, relais_error *err)
{
	relais_status rc = stmt_step(r->batches, err);

	r->is_over = rc != RELAIS_OK;
	if (rc != RELAIS_OK)
		return rc == RELAIS_END ? RELAIS_OK : rc;
	r->batch = stmt_int(r->batches, ID);
	key_of(r->batches, r->key);
	return relais_day_parse(stmt_text(r->batches, DAY), &r->day, err);
}

/* Both walk the figures once, sorted by the batches that are still to come. */
static relais_status open_figures(relay *r, relais_error *err)
{
	static const char brought[] = "SELECT batch_id, figure_id, value, state, line\n"
				      "  FROM (SELECT batch_id, figure_id, value, state, line\n"
				      "          FROM observation WHERE batch_id > ?1\n"
				      "         UNION ALL\n"
				      "        SELECT batch_id, figure_id, value, state, line\n"
				      "          FROM superseded WHERE batch_id > ?1)\n"
				      " ORDER BY batch_id, figure_id";
	static const char taken[] =
		"SELECT s.until_batch_id, s.figure_id\n"
		"  FROM superseded AS s\n"
		" WHERE s.until_batch_id > ?1\n"
		"   AND NOT EXISTS (SELECT 1 FROM observation AS o\n"
		"                    WHERE o.figure_id = s.figure_id AND o.batch_id = s.until_batch_id)\n"
		"   AND NOT EXISTS (SELECT 1 FROM superseded AS n\n"
		"                    WHERE n.figure_id = s.figure_id AND n.batch_id = s.until_batch_id)\n"
		" ORDER BY s.until_batch_id";
	relais_status rc;

	if ((rc = stmt_prepare(&r->figures, r->store, brought, err)) != RELAIS_OK ||
		(rc = stmt_prepare(&r->gone, r->store, taken, err)) != RELAIS_OK)
		return rc;
	stmt_bind_int_at(r->figures, 1, r->known);
	stmt_bind_int_at(r->gone, 1, r->known);
	rc = stmt_step(r->figures, err);
	r->has_figure = rc == RELAIS_OK;
	if (rc != RELAIS_OK && rc != RELAIS_END)
		return rc;
	rc = stmt_step(r->gone, err);
	r->has_gone = rc == RELAIS_OK;
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

static void name(relay *r, const char *path)
{
	const char *slash = strrchr(path, '/');
	char *dot;

	snprintf(r->name, sizeof r->name, "%s", slash ? slash + 1 : path);
	snprintf(r->prefix, sizeof r->prefix, "%s", r->name);
	if ((dot = strrchr(r->prefix, '.')) && dot > r->prefix)
		*dot = '\0';
}

/* A database that is none of ours is a file of no use, as any other may be. */
static relais_status connect(relay *r, const char *path, relais_error *err)
{
	relais_status rc = store_connect(&r->store, path, RELAIS_READ, err);

	if (rc != RELAIS_E_STORE)
		return rc;
	if (err)
		err->status = RELAIS_E_DATA;
	return RELAIS_E_DATA;
}

relais_status relay_open(relay *r, relais_store *store, const char *path,
	relais_summary *summary, relais_error *err)
{
	relais_status rc;

	*r = (relay){ .summary = summary };
	*summary = (relais_summary){ 0 };
	snprintf(summary->kind, sizeof summary->kind, "store");
	name(r, path);
	if ((rc = connect(r, path, err)) != RELAIS_OK ||
		(rc = store_execute(r->store, "PRAGMA cache_size = -2048; BEGIN", err)) !=
			RELAIS_OK ||
		(rc = stmt_prepare(&r->batches, r->store, batches, err)) != RELAIS_OK)
		return rc;
	stmt_bind_int_at(r->batches, 1, JOURNAL_BUILT_IN);
	if ((rc = look_back(r, store, err)) != RELAIS_OK)
		return rc;
	stmt_bind_int_at(r->batches, 1, r->known ? r->known : JOURNAL_BUILT_IN);
	if ((rc = open_figures(r, err)) != RELAIS_OK)
		return rc;
	return relay_next(r, err);
}

void relay_close(relay *r)
{
	stmt_free(r->batches);
	stmt_free(r->figures);
	stmt_free(r->gone);
	if (r->store)
		store_rollback(r->store);
	store_disconnect(r->store);
	map_free(&r->here);
	map_free(&r->own);
	map_free(&r->offices);
	map_free(&r->indicators);
	map_free(&r->decimals);
	map_free(&r->shared);
}

/* Ours may have been taken back here, which the relay does not know: that stays. */
static relais_status mark(
	const relay *r, stmt *set, int64_t batch, int64_t by, relais_error *err)
{
	int64_t ours = 0, ours_by = 0;

	if (!map_get(&r->here, (const char *)&batch, sizeof batch, &ours))
		return RELAIS_OK;
	if (by)
		map_get(&r->here, (const char *)&by, sizeof by, &ours_by);
	stmt_bind_int_at(set, 1, ours);
	stmt_bind_int_at(set, 2, ours_by);
	return stmt_run(set, err);
}

relais_status relay_mark_undone(const relay *r, relais_store *store, relais_error *err)
{
	static const char sql[] =
		"UPDATE batch AS b\n"
		"   SET undone_by = nullif(?2, 0)\n"
		" WHERE batch_id = ?1 AND coalesce(undone_by, 0) <> ?2\n"
		"   AND (undone_by IS NULL\n"
		"        OR (SELECT how FROM batch AS u WHERE u.batch_id = b.undone_by) IS NOT NULL)";
	relais_status rc;
	stmt *all, *set;

	if ((rc = stmt_prepare(&set, store, sql, err)) != RELAIS_OK)
		return rc;
	rc = stmt_prepare(&all, r->store,
		"SELECT batch_id, undone_by FROM batch WHERE undoes IS NOT NULL OR undone_by IS NOT NULL",
		err);
	if (rc == RELAIS_OK) {
		while ((rc = stmt_step(all, err)) == RELAIS_OK)
			if ((rc = mark(r, set, stmt_int(all, 0), stmt_int(all, 1), err)) !=
				RELAIS_OK)
				break;
		stmt_free(all);
	}
	stmt_free(set);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}
