/* SPDX-License-Identifier: MIT
 * A store that was made and nothing came into. To be removed it must be this program's alone: leaving the
 * write-ahead log takes every other connection away or fails, and the lock is then kept until the end.
 * One that opened the file before and waits for that lock finds afterwards that its file has lost its
 * name, and opens anew.
 */
#include "place.h"

#include <unistd.h>

#include "connect.h"
#include "handle.h"

bool place_is_lost(relais_store *store)
{
	sqlite3 *file = store->older ? store->older : store->db;
	int moved = 0;

	return store->path[0] &&
	       sqlite3_file_control(file, "main", SQLITE_FCNTL_HAS_MOVED, &moved) ==
		       SQLITE_OK &&
	       moved;
}

/* The number a query answers, -1 when it fails. */
static int64_t number_of(relais_store *store, const char *sql, relais_error *err)
{
	int64_t number = -1;
	stmt *s;

	if (stmt_prepare(&s, store, sql, err) != RELAIS_OK)
		return -1;
	if (stmt_step(s, err) == RELAIS_OK)
		number = stmt_int(s, 0);
	stmt_free(s);
	return number;
}

static bool is_unused(relais_store *store)
{
	int64_t last = number_of(store, "SELECT max(batch_id) FROM batch", NULL);

	store_forget_statements(store); /* they would hold the file */
	return last >= 0 && last <= store->seeded;
}

static bool run(relais_store *store, const char *sql)
{
	return sqlite3_exec(store->db, sql, NULL, NULL, NULL) == SQLITE_OK;
}

/* Somebody uses it, or did in between, or the disk is in the way: it stays, as stores are. Reading lets
 * go of the lock, and of the journal that is kept with it. */
static void give_back(relais_store *store)
{
	run(store, "ROLLBACK");
	run(store, "PRAGMA locking_mode = NORMAL");
	run(store, "SELECT 1 FROM sqlite_schema");
	run(store, "PRAGMA journal_mode = WAL");
}

/* The file goes unless another program has it; then the store is good for nothing but to be closed. */
static void leave(relais_store *store, bool whatever_is_in_it)
{
	store_forget_statements(store);
	sqlite3_busy_timeout(store->db, 0);
	if (run(store, "PRAGMA locking_mode = EXCLUSIVE") &&
		run(store, "PRAGMA journal_mode = DELETE") && run(store, "BEGIN EXCLUSIVE") &&
		(whatever_is_in_it || is_unused(store)))
		unlink(sqlite3_db_filename(store->db, "main")); /* where a link leads */
	else
		give_back(store);
}

void store_abandon(relais_store *store)
{
	if (store->is_made)
		leave(store, true);
	store_disconnect(store);
}

void relais_store_discard(relais_store *store)
{
	if (store && store->is_made && is_unused(store))
		leave(store, false);
	store_disconnect(store);
}

relais_status store_settle(relais_store *store, bool is_made, relais_error *err)
{
	if (!is_made && !store->is_made)
		return RELAIS_OK;
	store->is_made = true;
	store->seeded = number_of(store, "SELECT max(batch_id) FROM batch", err);
	return store->seeded < 0 ? RELAIS_E_STORE : RELAIS_OK;
}

/* Settings say nothing of a network's offices and figures. */
bool relais_store_is_blank(relais_store *store)
{
	return number_of(store,
		       "SELECT NOT EXISTS (SELECT 1 FROM batch"
		       " WHERE kind NOT IN ('indicators', 'resolutions', 'settings'))",
		       NULL) == 1;
}
