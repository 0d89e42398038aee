/* SPDX-License-Identifier: MIT
 * Reading a million rows: handing a row out of SQLite's loop and coming back for the next costs more than
 * what is done with it here. So the loop calls us, as it calls any aggregate, and hands nothing out.
 */
#include "handle.h"

enum { MOST_CELLS = 8 };

struct visitor {
	row_visitor visit;
	void *context;
};

static void visit_row(sqlite3_context *c, int count, sqlite3_value **values)
{
	const struct visitor *v = ((const relais_store *)sqlite3_user_data(c))->visitor;
	int64_t cells[MOST_CELLS];

	if (!v || count > MOST_CELLS) {
		sqlite3_result_error(c, "visit() is asked by this program only", -1);
		return;
	}
	for (int i = 0; i < count; i++)
		cells[i] = sqlite3_value_int64(values[i]);
	v->visit(v->context, cells);
}

static void no_result(sqlite3_context *c)
{
	sqlite3_result_null(c);
}

relais_status stmt_prepare_visit(
	stmt **out, relais_store *store, const char *sql, relais_error *err)
{
	int rc = SQLITE_OK;

	*out = NULL;
	if (!store->has_visit)
		rc = sqlite3_create_function_v2(store->db, "visit", -1,
			SQLITE_UTF8 | SQLITE_DIRECTONLY, store, NULL, visit_row, no_result,
			NULL);
	if (rc != SQLITE_OK)
		return store_fail(err, store, rc);
	store->has_visit = true;
	return stmt_prepare(out, store, sql, err);
}

relais_status stmt_visit(stmt *s, row_visitor visit, void *context, relais_error *err)
{
	struct visitor v = { visit, context };
	relais_status rc;

	s->store->visitor = &v;
	rc = stmt_run(s, err);
	s->store->visitor = NULL;
	return rc;
}
