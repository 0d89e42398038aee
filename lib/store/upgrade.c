/* SPDX-License-Identifier: MIT
 * Stores of earlier schemas. Whoever opens one to write in it has it upgraded: in one transaction,
 * checked before its end, a copy of it as it was kept beside. Whoever only reads never changes a
 * file, be it an archive, another relay's store or on a disk that cannot be written: the answer
 * comes from an upgraded copy, gone with the program.
 */
#include "upgrade.h"

#include <stdlib.h>
#include <string.h>

#include "../base/error.h"
#include "../base/text.h"
#include "copy.h"
#include "keep.h"
#include "shape.h"
#include "views.h"

/* A step to schema N is sql/upgrade_N.sql, and its line here. A step is never changed once it
 * has left the house, and says no more than the difference; schema.sql says the whole. */
extern const unsigned char relais_sql_upgrade_2[], relais_sql_upgrade_3[],
	relais_sql_upgrade_4[];

static const char *const steps[] = {
	[2] = (const char *)relais_sql_upgrade_2,
	[3] = (const char *)relais_sql_upgrade_3,
	[4] = (const char *)relais_sql_upgrade_4,
};

enum { NEWEST = sizeof steps / sizeof *steps - 1, BY_SHAPE = 2 };

int upgrade_newest(void)
{
	return NEWEST;
}

relais_status upgrade_stamp(relais_store *store, relais_error *err)
{
	text pragma = { 0 };
	relais_status rc;

	text_addf(&pragma, "PRAGMA user_version = %d", NEWEST);
	rc = pragma.failed ? fail_memory(err) : store_execute(store, pragma.data, err);
	text_free(&pragma);
	return rc;
}

/* Views hold no data: all of them go, and come back as they are now. */
static relais_status take_steps(relais_store *store, relais_error *err)
{
	relais_status rc = views_drop(store, err);

	for (int n = store->found + 1; n <= NEWEST && rc == RELAIS_OK; n++)
		rc = n == BY_SHAPE ? shape_become(store, steps[n], err)
				   : store_execute(store, steps[n], err);
	if (rc == RELAIS_OK)
		rc = views_make(store, err);
	return rc == RELAIS_OK ? upgrade_stamp(store, err) : rc;
}

/* Before the transaction ends: what is there now is whole, and refers to what is there. */
static relais_status check(relais_store *store, relais_error *err)
{
	char found[128];
	int looked = copy_look(store->db, found, sizeof found);
	relais_status rc;
	stmt *s;

	if (looked == SQLITE_CORRUPT)
		return fail(err, RELAIS_E_STORE,
			"the store '%s' is damaged (%s): go back to your last copy",
			store->path, found);
	if (looked != SQLITE_OK)
		return store_fail(err, store, looked);
	if ((rc = stmt_prepare(&s, store, "PRAGMA foreign_key_check", err)) != RELAIS_OK)
		return rc;
	if ((rc = stmt_step(s, err)) == RELAIS_OK)
		rc = fail(err, RELAIS_E_STORE,
			"the store '%s' is not upgraded: a row of its table '%s' refers to one of '%s' that is not there",
			store->path, stmt_text(s, 0), stmt_text(s, 2));
	stmt_free(s);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

static relais_status read_version(relais_store *store, int *version, relais_error *err)
{
	relais_status rc;
	stmt *s;

	if ((rc = stmt_prepare(&s, store, "PRAGMA user_version", err)) != RELAIS_OK)
		return rc;
	if ((rc = stmt_step(s, err)) == RELAIS_OK)
		*version = (int)stmt_int(s, 0);
	stmt_free(s);
	return rc;
}

/* With the write lock: another program may have upgraded it while we waited. */
static relais_status upgrade_held(relais_store *store, relais_error *err)
{
	int version = NEWEST;
	relais_status rc = read_version(store, &version, err);

	if (rc == RELAIS_OK && version != store->found) {
		store_rollback(store);
		store->found = version;
		return RELAIS_OK;
	}
	if (rc == RELAIS_OK)
		rc = keep_copy(store, &store->as_it_was, err);
	if (rc == RELAIS_OK)
		rc = take_steps(store, err);
	if (rc == RELAIS_OK)
		rc = check(store, err);
	return rc == RELAIS_OK ? store_commit(store, err) : rc;
}

relais_status upgrade_file(relais_store *store, relais_error *err)
{
	relais_status rc = store_execute(store, "PRAGMA foreign_keys = OFF", err);

	if (rc == RELAIS_OK)
		rc = store_begin(store, err);
	if (rc == RELAIS_OK && (rc = upgrade_held(store, err)) != RELAIS_OK) {
		store_rollback(store);
		if (store->as_it_was)
			copy_remove(store->as_it_was);
	}
	if (rc == RELAIS_OK)
		rc = store_execute(store, "PRAGMA foreign_keys = ON", err);
	return rc;
}

static relais_status fail_aside(const relais_store *store, sqlite3 *copy, relais_error *err)
{
	return fail(err, RELAIS_E_IO,
		"the store '%s' has schema %d, this program reads schema %d, and there is no place for an upgraded copy (%s): upgrade it with 'rt-import --upgrade --db %s'",
		store->path, store->found, NEWEST, sqlite3_errmsg(copy), store->path);
}

/* Of one moment, though others write. */
static relais_status copy_aside(relais_store *store, sqlite3 **out, relais_error *err)
{
	sqlite3_backup *b = NULL;
	int rc = sqlite3_open_v2("", out,
		SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, NULL);

	if (rc == SQLITE_OK) {
		sqlite3_exec(*out, "PRAGMA synchronous = OFF; PRAGMA temp_store = FILE", NULL,
			NULL, NULL);
		b = sqlite3_backup_init(*out, "main", store->db, "main");
	}
	if (b) {
		sqlite3_backup_step(b, -1);
		rc = sqlite3_backup_finish(b);
		if (rc == SQLITE_CORRUPT || rc == SQLITE_NOTADB || rc == SQLITE_BUSY)
			return store_fail(err, store, rc);
	}
	return b && rc == SQLITE_OK ? RELAIS_OK : fail_aside(store, *out, err);
}

relais_status upgrade_aside(relais_store *store, relais_error *err)
{
	sqlite3 *copy = NULL;
	relais_status rc = copy_aside(store, &copy, err);

	if (rc != RELAIS_OK) {
		sqlite3_close_v2(copy);
		return rc;
	}
	store->older = store->db;
	store->db = copy;
	rc = store_execute(store, "PRAGMA journal_mode = MEMORY", err);
	if (rc == RELAIS_OK)
		rc = store_begin(store, err);
	if (rc == RELAIS_OK && (rc = take_steps(store, err)) == RELAIS_OK)
		rc = store_commit(store, err);
	return rc;
}
