/* SPDX-License-Identifier: MIT
 * What the store keeps, for the files of this room only: the one place that sees SQLite.
 */
#ifndef STORE_HANDLE_H
#define STORE_HANDLE_H

#include <sqlite3.h>
#include <sys/stat.h>

#include "store.h"

enum {
	APPLICATION_ID = 0x52656c61 /* "Rela" */,
	COPY_ID = 0x52656c50 /* "RelP", of a published copy (copy.sql) */,
	IDLE_STATEMENTS = 24
};

struct relais_store {
	sqlite3 *db;
	char *path; /* "" when private */
	char *becomes; /* the name it will have, while it is made; NULL: it has its name */
	relais_mode mode;
	bool is_made; /* by this opening */
	bool is_anywhere; /* on a disk of whatever kind */
	bool is_still; /* see still.h */
	struct stat as_opened; /* then */
	int64_t seeded; /* its last batch then */
	unsigned wait; /* seconds, for another program that is writing */
	int found; /* the schema number the file had */
	sqlite3 *
		older; /* the file itself, where db is an upgraded copy of it; NULL: db is the file */
	char *as_it_was; /* the copy kept of it before it was upgraded; NULL: it was not */
	bool rehearses; /* a transaction around all others, never committed */
	char *setting; /* the last text relais_store_setting gave */
	bool looks_back; /* to before the two that follow */
	int64_t last_batch, next_edition;
	bool is_held; /* one state for all that is read, until it is released */
	void *kept; /* of that state, by whoever reads it */
	void (*drop)(void *kept);
	sqlite3_stmt *idle[IDLE_STATEMENTS]; /* done with; the last put first */
	size_t idle_count;
	bool has_visit; /* the function of visit.c */
	const struct visitor *visitor; /* who is handed rows now */
};

struct stmt {
	sqlite3_stmt *s;
	relais_store *store;
};

/* A statement of that text that was done with; NULL: none. */
sqlite3_stmt *store_take_idle(relais_store *store, const char *sql);
/* Done with: kept for who asks again. */
void store_put_idle(relais_store *store, sqlite3_stmt *s);
/* Gives them back to SQLite: before the store is closed. */
void store_forget_statements(relais_store *store);

/* What SQLite said, as a status and a sentence that names the store. */
relais_status store_fail(relais_error *err, const relais_store *store, int rc);

#endif
