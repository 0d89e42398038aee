/* SPDX-License-Identifier: MIT
 * SQLite's own checks, and ours of the schema.
 */
#include "check.h"

#include <stdlib.h>
#include <string.h>

#include "../base/error.h"
#include "connect.h"
#include "disk.h"
#include "handle.h"
#include "shape.h"
#include "views.h"

enum { MOST_FAULTS = 100 };

static relais_status integrity(relais_store *store, sqlite3 *file, bool *sound,
	store_fault *each, void *self, relais_error *err)
{
	sqlite3_stmt *s = NULL;
	int rc = sqlite3_prepare_v2(file, "PRAGMA integrity_check", -1, &s, NULL);
	int count = 0;

	while (rc == SQLITE_OK && (rc = sqlite3_step(s)) == SQLITE_ROW) {
		const char *said = (const char *)sqlite3_column_text(s, 0);

		*sound = said && strcmp(said, "ok") == 0;
		if (!*sound && disk_refused(file))
			break;
		if (!*sound && count++ < MOST_FAULTS)
			each(self, "damaged", NULL, NULL, said);
		rc = SQLITE_OK;
	}
	if (!*sound && disk_refused(file))
		rc = SQLITE_IOERR;
	sqlite3_finalize(s);
	if ((rc & 0xff) == SQLITE_CORRUPT && !disk_refused(file)) {
		*sound = false;
		each(self, "damaged", NULL, NULL, sqlite3_errmsg(file));
		return RELAIS_OK;
	}
	return rc == SQLITE_DONE ? RELAIS_OK : store_fail(err, store, rc);
}

static relais_status references(
	relais_store *store, sqlite3 *file, store_fault *each, void *self, relais_error *err)
{
	sqlite3_stmt *s = NULL;
	int rc = sqlite3_prepare_v2(file, "PRAGMA foreign_key_check", -1, &s, NULL);

	while (rc == SQLITE_OK && (rc = sqlite3_step(s)) == SQLITE_ROW) {
		each(self, "reference", (const char *)sqlite3_column_text(s, 0),
			(const char *)sqlite3_column_text(s, 1),
			(const char *)sqlite3_column_text(s, 2));
		rc = SQLITE_OK;
	}
	sqlite3_finalize(s);
	return rc == SQLITE_DONE ? RELAIS_OK : store_fail(err, store, rc);
}

relais_status store_check_file(
	relais_store *store, store_fault *each, void *self, relais_error *err)
{
	sqlite3 *file = store->older ? store->older : store->db;
	bool sound = true;
	relais_status rc = integrity(store, file, &sound, each, self, err);

	return rc == RELAIS_OK && sound ? references(store, file, each, self, err) : rc;
}

static relais_status compare_one(
	stmt *find, const stmt *wanted, store_fault *each, void *self, relais_error *err)
{
	const char *type = stmt_text(wanted, 0), *name = stmt_text(wanted, 1);
	bool same = false;
	relais_status rc;

	stmt_bind_text(find, ":type", type);
	stmt_bind_text(find, ":name", name);
	rc = stmt_step(find, err);
	if (rc == RELAIS_OK)
		rc = shape_same(stmt_text(find, 0), stmt_text(wanted, 2), &same, err);
	stmt_reset(find);
	if (rc != RELAIS_OK && rc != RELAIS_END)
		return rc;
	if (!same)
		each(self, "schema", name, NULL, type);
	return RELAIS_OK;
}

static relais_status compare_all(relais_store *store, relais_store *fresh, store_fault *each,
	void *self, relais_error *err)
{
	stmt *wanted = NULL, *find = NULL;
	relais_status rc = stmt_prepare(&wanted, fresh,
		"SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid",
		err);

	if (rc == RELAIS_OK)
		rc = stmt_prepare(&find, store,
			"SELECT sql FROM main.sqlite_schema WHERE type = :type AND name = :name",
			err);
	while (rc == RELAIS_OK && (rc = stmt_step(wanted, err)) == RELAIS_OK)
		rc = compare_one(find, wanted, each, self, err);
	stmt_free(wanted);
	stmt_free(find);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

static relais_status triggers(
	relais_store *store, store_fault *each, void *self, relais_error *err)
{
	relais_status rc;
	stmt *s;

	if ((rc = stmt_prepare(&s, store,
		     "SELECT name FROM main.sqlite_schema WHERE type = 'trigger' ORDER BY name",
		     err)) != RELAIS_OK)
		return rc;
	while ((rc = stmt_step(s, err)) == RELAIS_OK)
		each(self, "schema", stmt_text(s, 0), NULL, "trigger");
	stmt_free(s);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

relais_status store_check_schema(
	relais_store *store, store_fault *each, void *self, relais_error *err)
{
	relais_store *fresh;
	relais_status rc = store_connect(&fresh, NULL, RELAIS_PRIVATE, err);

	if (rc != RELAIS_OK)
		return rc;
	if ((rc = views_ready(fresh, err)) == RELAIS_OK)
		rc = compare_all(store, fresh, each, self, err);
	store_disconnect(fresh);
	return rc == RELAIS_OK ? triggers(store, each, self, err) : rc;
}
