/* SPDX-License-Identifier: MIT
 * Statements and transactions: SQLite's codes become our three outcomes here.
 */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "../base/date.h"
#include "../base/error.h"
#include "handle.h"
#include "still.h"

static relais_status prepare(
	stmt **out, relais_store *store, const char *sql, const char **rest, relais_error *err)
{
	stmt *s = calloc(1, sizeof *s);
	int rc;

	*out = NULL;
	if (!s)
		return fail_memory(err);
	s->store = store;
	if (!rest && (s->s = store_take_idle(store, sql))) {
		*out = s;
		return RELAIS_OK;
	}
	rc = sqlite3_prepare_v3(store->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &s->s, rest);
	if (rc != SQLITE_OK) {
		relais_status status = store_fail(err, store, rc);

		stmt_free(s);
		return status;
	}
	*out = s;
	return RELAIS_OK;
}

relais_status stmt_prepare(stmt **out, relais_store *store, const char *sql, relais_error *err)
{
	return prepare(out, store, sql, NULL, err);
}

relais_status stmt_prepare_all(
	stmt **out, size_t count, relais_store *store, const char *sql, relais_error *err)
{
	relais_status rc = RELAIS_OK;

	for (size_t i = 0; i < count; i++)
		out[i] = NULL;
	for (size_t i = 0; i < count && rc == RELAIS_OK; i++)
		rc = prepare(&out[i], store, sql, &sql, err);
	if (rc != RELAIS_OK)
		stmt_free_all(out, count);
	return rc;
}

void stmt_free_all(stmt **statements, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		stmt_free(statements[i]);
		statements[i] = NULL;
	}
}

int stmt_position(const stmt *s, const char *name)
{
	return sqlite3_bind_parameter_index(s->s, name);
}

bool stmt_has(const stmt *s, const char *name)
{
	return stmt_position(s, name) > 0;
}

void stmt_bind_int_at(stmt *s, int position, int64_t value)
{
	sqlite3_bind_int64(s->s, position, value);
}

void stmt_bind_text_at(stmt *s, int position, const char *value)
{
	if (value)
		sqlite3_bind_text(s->s, position, value, -1, SQLITE_STATIC);
	else
		sqlite3_bind_null(s->s, position);
}

void stmt_bind_null_at(stmt *s, int position)
{
	sqlite3_bind_null(s->s, position);
}

void stmt_bind_int(stmt *s, const char *name, int64_t value)
{
	assert(stmt_has(s, name));
	stmt_bind_int_at(s, stmt_position(s, name), value);
}

void stmt_bind_text(stmt *s, const char *name, const char *value)
{
	assert(stmt_has(s, name));
	stmt_bind_text_at(s, stmt_position(s, name), value);
}

void stmt_bind_null(stmt *s, const char *name)
{
	assert(stmt_has(s, name));
	stmt_bind_null_at(s, stmt_position(s, name));
}

relais_status stmt_step(stmt *s, relais_error *err)
{
	relais_status status;
	int rc = sqlite3_step(s->s);

	if (rc == SQLITE_ROW)
		return RELAIS_OK;
	if (rc == SQLITE_DONE) {
		sqlite3_reset(s->s);
		status = still_check(s->store, err);
		return status == RELAIS_OK ? RELAIS_END : status;
	}
	status = store_fail(err, s->store, rc);
	sqlite3_reset(s->s);
	return status;
}

relais_status stmt_run(stmt *s, relais_error *err)
{
	relais_status rc;

	while ((rc = stmt_step(s, err)) == RELAIS_OK)
		continue;
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

void stmt_reset(stmt *s)
{
	sqlite3_reset(s->s);
}

void stmt_free(stmt *s)
{
	if (!s)
		return;
	if (s->s)
		store_put_idle(s->store, s->s);
	free(s);
}

char *stmt_written_out(const stmt *s)
{
	return sqlite3_expanded_sql(s->s);
}

void stmt_written_free(char *sql)
{
	sqlite3_free(sql);
}

int stmt_columns(const stmt *s)
{
	return sqlite3_column_count(s->s);
}

const char *stmt_column_name(const stmt *s, int column)
{
	return sqlite3_column_name(s->s, column);
}

bool stmt_is_null(const stmt *s, int column)
{
	return sqlite3_column_type(s->s, column) == SQLITE_NULL;
}

int64_t stmt_int(const stmt *s, int column)
{
	return sqlite3_column_int64(s->s, column);
}

stmt_type stmt_type_of(const stmt *s, int column)
{
	switch (sqlite3_column_type(s->s, column)) {
	case SQLITE_NULL: return STMT_NULL;
	case SQLITE_INTEGER: return STMT_INTEGER;
	case SQLITE_FLOAT: return STMT_REAL;
	default: return STMT_TEXT;
	}
}

const char *stmt_text(const stmt *s, int column)
{
	return (const char *)sqlite3_column_text(s->s, column);
}

relais_status store_execute(relais_store *store, const char *sql, relais_error *err)
{
	int rc = sqlite3_exec(store->db, sql, NULL, NULL, NULL);

	return rc == SQLITE_OK ? RELAIS_OK : store_fail(err, store, rc);
}

relais_status store_begin(relais_store *store, relais_error *err)
{
	return store_execute(
		store, store->rehearses ? "SAVEPOINT one" : "BEGIN IMMEDIATE", err);
}

relais_status relais_store_rehearse(relais_store *store, relais_error *err)
{
	relais_status rc = store_begin(store, err);

	store->rehearses = rc == RELAIS_OK;
	return rc;
}

relais_status store_commit(relais_store *store, relais_error *err)
{
	return store_execute(store, store->rehearses ? "RELEASE one" : "COMMIT", err);
}

void store_rollback(relais_store *store)
{
	if (store->rehearses) /* there is no savepoint after a commit, and then nothing to do */
		sqlite3_exec(store->db, "ROLLBACK TO one; RELEASE one", NULL, NULL, NULL);
	else if (!sqlite3_get_autocommit(store->db))
		sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
}

relais_status store_hold(relais_store *store, relais_error *err)
{
	relais_status rc = store_execute(store, "SAVEPOINT reading", err);

	store->is_held = rc == RELAIS_OK;
	return rc;
}

bool store_keep(relais_store *store, void *kept, void (*drop)(void *kept))
{
	if (!store->is_held || store->kept)
		return false;
	store->kept = kept;
	store->drop = drop;
	return true;
}

void *store_kept(const relais_store *store)
{
	return store->kept;
}

void store_release(relais_store *store)
{
	if (store->kept)
		store->drop(store->kept);
	store->kept = NULL;
	store->is_held = false;
	sqlite3_exec(store->db, "RELEASE reading", NULL, NULL, NULL);
}

int64_t store_last_id(relais_store *store)
{
	return sqlite3_last_insert_rowid(store->db);
}

int64_t store_changes(relais_store *store)
{
	return sqlite3_changes64(store->db);
}

const char *store_path(const relais_store *store)
{
	return store->path;
}

bool store_is_private(const relais_store *store)
{
	return store->mode == RELAIS_PRIVATE;
}

void store_look_back(relais_store *store, int64_t batch, int64_t edition)
{
	store->looks_back = true;
	store->last_batch = batch;
	store->next_edition = edition;
}

void store_look_at_all(relais_store *store)
{
	store->looks_back = false;
}

int64_t store_editions_before(const relais_store *store)
{
	return store->looks_back ? store->next_edition : INT64_MAX;
}

relais_status store_batch_as_of(
	relais_store *store, relais_day as_of, int64_t *batch, relais_error *err)
{
	static const char sql[] = "SELECT coalesce(max(batch_id), 0)\n"
				  "  FROM batch\n"
				  " WHERE :day IS NULL OR received_on <= :day";
	char day[16];
	relais_status rc;
	stmt *s;

	*batch = 0;
	if ((rc = stmt_prepare(&s, store, sql, err)) != RELAIS_OK)
		return rc;
	if (as_of != RELAIS_NO_DAY) {
		relais_day_print(as_of, day);
		stmt_bind_text(s, ":day", day);
	}
	if ((rc = stmt_step(s, err)) == RELAIS_OK)
		*batch = stmt_int(s, 0);
	if (store->looks_back && *batch > store->last_batch)
		*batch = store->last_batch;
	stmt_free(s);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

const char *relais_store_setting(relais_store *store, const char *name, relais_day as_of)
{
	static const char sql[] =
		"SELECT v.value\n"
		"  FROM setting AS s\n"
		"  JOIN setting_version AS v USING (setting_id)\n"
		" WHERE s.code = :name AND v.known_from <= :batch AND v.known_until > :batch";
	int64_t batch;
	stmt *s;

	free(store->setting);
	store->setting = NULL;
	if (store_batch_as_of(store, as_of, &batch, NULL) != RELAIS_OK ||
		stmt_prepare(&s, store, sql, NULL) != RELAIS_OK)
		return NULL;
	stmt_bind_text(s, ":name", name);
	stmt_bind_int(s, ":batch", batch);
	if (stmt_step(s, NULL) == RELAIS_OK)
		store->setting = strdup(stmt_text(s, 0));
	stmt_free(s);
	return store->setting;
}
