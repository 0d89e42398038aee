/* SPDX-License-Identifier: MIT
 * SQLite, for the rooms above: they prepare, bind, step and read through this file and never
 * see sqlite3.h. Embedded SQL files are `relais_sql_<name>` (store/sql/<name>.sql).
 *
 * Dates are TEXT 'YYYY-MM-DD' in the store; values integers in units of 10^-decimals.
 */
#ifndef STORE_STORE_H
#define STORE_STORE_H

#include <relais.h>

#include "../base/attributes.h"

enum { STORE_STILL = 2147483647 }; /* known_until of what is still known */

typedef struct stmt stmt; /* a prepared statement; belongs to the store, see stmt_free */

/* One statement of SQL text. */
relais_status stmt_prepare(
	stmt **out, relais_store *store, const char *sql, relais_error *err) MUST_CHECK;
/* `count` statements of one text, in order; all or none. */
relais_status stmt_prepare_all(stmt **out, size_t count, relais_store *store, const char *sql,
	relais_error *err) MUST_CHECK;
void stmt_free_all(stmt **statements, size_t count);
/* By name with its colon (":as_of"); a name the statement does not have is a bug (assert). */
void stmt_bind_int(stmt *s, const char *name, int64_t value);
void stmt_bind_text(stmt *s, const char *name, const char *value); /* NULL: NULL; borrowed
                                                                      until the next reset */
void stmt_bind_null(stmt *s, const char *name);
bool stmt_has(const stmt *s, const char *name);
/* By position from 1, for inner loops. */
void stmt_bind_int_at(stmt *s, int position, int64_t value);
void stmt_bind_text_at(stmt *s, int position, const char *value);
void stmt_bind_null_at(stmt *s, int position);
int stmt_position(const stmt *s, const char *name); /* of a named parameter, 0: none */

/* RELAIS_OK: a row; RELAIS_END: done (the statement is reset, bindings stay); or an error. */
relais_status stmt_step(stmt *s, relais_error *err) MUST_CHECK;
/* Steps to the end, rows ignored; RELAIS_OK when done. */
relais_status stmt_run(stmt *s, relais_error *err) MUST_CHECK;
/* A row's integers, NULL as 0, until it returns. It must not use the store. */
typedef void (*row_visitor)(void *context, const int64_t *cells);
/* For a million rows, a third faster than stepping: `SELECT visit(a, b) FROM …`, at most 8 columns, hands
 * all rows over. */
relais_status stmt_prepare_visit(
	stmt **out, relais_store *store, const char *sql, relais_error *err) MUST_CHECK;
relais_status stmt_visit(
	stmt *s, row_visitor visit, void *context, relais_error *err) MUST_CHECK;
void stmt_reset(stmt *s);
void stmt_free(stmt *s); /* NULL is fine */

/* Its text with what is bound written into it; NULL: no memory. */
char *stmt_written_out(const stmt *s);
void stmt_written_free(char *sql);

int stmt_columns(const stmt *s);
const char *stmt_column_name(const stmt *s, int column); /* from 0 */
bool stmt_is_null(const stmt *s, int column);
typedef enum stmt_type { STMT_NULL, STMT_INTEGER, STMT_REAL, STMT_TEXT } stmt_type;
stmt_type stmt_type_of(const stmt *s, int column); /* of the row, before it is read as text */
int64_t stmt_int(const stmt *s, int column);
const char *stmt_text(const stmt *s, int column); /* NULL when null; until the next step */

/* Several statements without parameters. */
relais_status store_execute(relais_store *store, const char *sql, relais_error *err) MUST_CHECK;
relais_status store_begin(relais_store *store, relais_error *err) MUST_CHECK; /* takes the
                                                                        write lock, waits */
relais_status store_commit(relais_store *store, relais_error *err) MUST_CHECK;
void store_rollback(relais_store *store);
/* Until the end, everything is read as it is now, whatever others write; within a transaction too. */
relais_status store_hold(relais_store *store, relais_error *err) MUST_CHECK;
void store_release(relais_store *store);
/* What whoever reads that state wants to find again, until the release, which drops it; false, and it stays
 * the caller's: nothing is held, or something is kept already. */
bool store_keep(relais_store *store, void *kept, void (*drop)(void *kept));
void *store_kept(const relais_store *store); /* NULL: nothing */
int64_t store_last_id(relais_store *store);
int64_t store_changes(relais_store *store);
const char *store_path(const relais_store *store); /* "" when private */
bool store_is_private(const relais_store *store);

/* From now on no batch after `batch` is known, and no edition from `edition` on, as when that one was
 * told; store_look_at_all ends it. What is kept of one such state is not of another: not while it is held. */
void store_look_back(relais_store *store, int64_t batch, int64_t edition);
void store_look_at_all(relais_store *store);
/* The first edition that is not known; more than any number: all are. */
int64_t store_editions_before(const relais_store *store);

/* The last batch known at the end of a day; RELAIS_NO_DAY: the last of all. 0: none. */
relais_status store_batch_as_of(
	relais_store *store, relais_day as_of, int64_t *batch, relais_error *err) MUST_CHECK;

#endif
