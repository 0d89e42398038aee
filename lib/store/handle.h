/* SPDX-License-Identifier: MIT
 * What the store keeps, for the files of this room only: the one place that sees SQLite.
 */
#ifndef STORE_HANDLE_H
#define STORE_HANDLE_H

#include <sqlite3.h>

#include "store.h"

enum { IDLE_STATEMENTS = 24 };

struct relais_store {
	sqlite3 *db;
	char *path; /* "" when private */
	relais_mode mode;
	bool is_made; /* by this opening */
	bool rehearses; /* a transaction around all others, never committed */
	char *setting; /* the last text relais_store_setting gave */
	bool is_held; /* one state for all that is read, until it is released */
	void *kept; /* of that state, by whoever reads it */
	void (*drop)(void *kept);
	sqlite3_stmt *idle[IDLE_STATEMENTS]; /* done with, and likely asked for again; the last put first */
	size_t idle_count;
};

/* Gives the idle statements back to SQLite: before the store is closed. */
void store_forget_statements(relais_store *store);

/* What SQLite said, as a status and a sentence that names the store. */
relais_status store_fail(relais_error *err, const relais_store *store, int rc);

#endif
