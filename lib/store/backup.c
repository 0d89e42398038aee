/* SPDX-License-Identifier: MIT
 * A copy of the store as it is at one moment, while others read and write: taken page by page
 * under one read transaction, checked, and only then given its name. A store that is there by
 * that name is replaced whole; any other file is left alone.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../base/error.h"
#include "../base/text.h"
#include "connect.h"
#include "handle.h"

static relais_status check_target(
	const relais_store *store, const char *path, relais_error *err)
{
	struct stat target, own;
	text wal = { 0 };
	relais_store *there;
	relais_status rc;

	if (stat(path, &target) != 0)
		return RELAIS_OK; /* what stands in the way is said when it is written */
	if (stat(store->path, &own) == 0 && own.st_dev == target.st_dev &&
		own.st_ino == target.st_ino)
		return fail(err, RELAIS_E_USAGE, "'%s' is the store itself: name another file",
			path);
	text_addf(&wal, "%s-wal", path);
	if (wal.failed)
		return fail_memory(err);
	rc = access(wal.data, F_OK) == 0
		     ? fail(err, RELAIS_E_STORE, "the store '%s' is in use: it is not replaced",
			       path)
		     : RELAIS_OK;
	text_free(&wal);
	if (rc != RELAIS_OK)
		return rc;
	if (store_connect(&there, path, RELAIS_READ, NULL) != RELAIS_OK)
		return fail(err, RELAIS_E_IO,
			"'%s' is there and is no store: it is not replaced", path);
	store_disconnect(there);
	return RELAIS_OK;
}

static bool is_sound(sqlite3 *db)
{
	sqlite3_stmt *s = NULL;
	bool sound = sqlite3_prepare_v2(db, "PRAGMA integrity_check(1)", -1, &s, NULL) ==
			     SQLITE_OK &&
		     sqlite3_step(s) == SQLITE_ROW &&
		     strcmp((const char *)sqlite3_column_text(s, 0), "ok") == 0;

	sqlite3_finalize(s);
	return sound;
}

static relais_status copy(relais_store *store, sqlite3 *to, const char *path, relais_error *err)
{
	sqlite3_backup *b = sqlite3_backup_init(to, "main", store->db, "main");
	int rc;

	if (!b)
		return fail(
			err, RELAIS_E_IO, "cannot write '%s': %s", path, sqlite3_errmsg(to));
	sqlite3_backup_step(b, -1);
	rc = sqlite3_backup_finish(b);
	if (rc == SQLITE_FULL)
		return fail(err, RELAIS_E_IO, "no space left for '%s'", path);
	if (rc != SQLITE_OK)
		return fail(err, RELAIS_E_IO, "cannot copy the store to '%s': %s", path,
			sqlite3_errstr(rc));
	if (!is_sound(to))
		return fail(err, RELAIS_E_STORE,
			"the copy of '%s' is not sound: the store is damaged, go back to your last copy",
			store->path);
	return RELAIS_OK;
}

/* Into a file of another name beside the one wanted. */
static relais_status copy_beside(
	relais_store *store, const char *beside, const char *path, relais_error *err)
{
	sqlite3 *to = NULL;
	relais_status rc;

	if (sqlite3_open_v2(beside, &to,
		    SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX,
		    NULL) != SQLITE_OK)
		rc = fail(err, RELAIS_E_IO, "cannot write '%s': %s", path,
			fail_errno(err, to ? sqlite3_system_errno(to) : EIO));
	else
		rc = copy(store, to, path, err);
	if (sqlite3_close(to) != SQLITE_OK && rc == RELAIS_OK)
		rc = fail(
			err, RELAIS_E_IO, "cannot write '%s': %s", path, fail_errno(err, EIO));
	if (rc == RELAIS_OK && rename(beside, path) != 0)
		rc = fail(err, RELAIS_E_IO, "cannot write '%s': %s", path,
			fail_errno(err, errno));
	return rc;
}

relais_status relais_store_backup(relais_store *store, const char *path, relais_error *err)
{
	text beside = { 0 };
	relais_status rc = check_target(store, path, err);

	if (rc != RELAIS_OK)
		return rc;
	text_addf(&beside, "%s.part-%ld", path, (long)getpid());
	if (beside.failed)
		return fail_memory(err);
	unlink(beside.data);
	rc = copy_beside(store, beside.data, path, err);
	if (rc != RELAIS_OK)
		unlink(beside.data);
	text_free(&beside);
	return rc;
}
