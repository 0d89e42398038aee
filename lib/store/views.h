/* SPDX-License-Identifier: MIT
 * The documented views of a store, relais-sql(5): sql/views.sql, and those worked out from them,
 * share/sql/views.sql. They hold no data: they go and come back whenever it is needed.
 */
#ifndef STORE_VIEWS_H
#define STORE_VIEWS_H

#include "store.h"

/* One of them, within the text it comes from: the lengths say where it ends. */
typedef struct view_text {
	const char *name, *sql; /* sql begins with CREATE VIEW; its semicolon is left out */
	size_t name_length, length;
	size_t of; /* which text */
} view_text;

/* The next one in the order they are made, the first after {0}; false: there is no more. */
bool views_next(view_text *v);
bool views_find(const char *name, view_text *out);

/* Into a store that has none of them. */
relais_status views_make(relais_store *store, relais_error *err) MUST_CHECK;
relais_status views_drop(relais_store *store, relais_error *err) MUST_CHECK;
/* Is it in the store, as this program makes it? */
relais_status views_has(
	relais_store *store, const char *name, bool *has, relais_error *err) MUST_CHECK;
/* Of a store that may be written: makes them anew when one is not as this program makes it. */
relais_status views_settle(relais_store *store, relais_error *err) MUST_CHECK;
/* Before a query over them, outside a transaction: a private store has none until then. */
relais_status views_ready(relais_store *store, relais_error *err) MUST_CHECK;

#endif
