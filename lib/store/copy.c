/* SPDX-License-Identifier: MIT
 * A copy has its final name only when it is whole, checked and on the disk.
 */
#include "copy.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../base/error.h"
#include "disk.h"

int copy_look(sqlite3 *db, char *found, size_t size)
{
	sqlite3_stmt *s = NULL;
	const char *said = NULL;
	int rc = sqlite3_prepare_v2(db, "PRAGMA integrity_check(1)", -1, &s, NULL);

	if (rc == SQLITE_OK && (rc = sqlite3_step(s)) == SQLITE_ROW) {
		said = (const char *)sqlite3_column_text(s, 0);
		rc = !said                     ? SQLITE_NOMEM
		     : strcmp(said, "ok") == 0 ? SQLITE_OK
					       : SQLITE_CORRUPT;
	}
	snprintf(found, size, "%s", said ? said : sqlite3_errmsg(db));
	sqlite3_finalize(s);
	return rc == SQLITE_CORRUPT && disk_refused(db) ? SQLITE_IOERR : rc & 0xff;
}

static relais_status copy(
	sqlite3 *from, const char *name, sqlite3 *to, const char *path, relais_error *err)
{
	sqlite3_backup *b = sqlite3_backup_init(to, "main", from, "main");
	char found[128];
	int rc;

	if (!b)
		return fail(
			err, RELAIS_E_IO, "cannot write '%s': %s", path, sqlite3_errmsg(to));
	sqlite3_backup_step(b, -1);
	rc = sqlite3_backup_finish(b);
	if (rc == SQLITE_FULL)
		return fail(err, RELAIS_E_IO,
			"no space left for '%s': make room and start again", path);
	if (rc != SQLITE_OK)
		return fail(err, RELAIS_E_IO, "cannot copy the store to '%s': %s", path,
			sqlite3_errstr(rc));
	rc = copy_look(to, found, sizeof found);
	if (rc == SQLITE_CORRUPT)
		return fail(err, RELAIS_E_STORE,
			"the copy of '%s' is not sound: the store is damaged, go back to your last copy",
			name);
	if (rc != SQLITE_OK)
		return fail(err, RELAIS_E_IO, "cannot copy the store to '%s': %s", path,
			disk_refused(to) ? fail_errno(err, disk_refused(to))
					 : sqlite3_errstr(rc));
	return RELAIS_OK;
}

relais_status copy_pages(sqlite3 *from, const char *name, const char *beside, const char *path,
	relais_error *err)
{
	sqlite3 *to = NULL;
	relais_status rc;

	if (sqlite3_open_v2(beside, &to,
		    SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX,
		    NULL) != SQLITE_OK)
		rc = fail(err, RELAIS_E_IO, "cannot write '%s': %s", path,
			fail_errno(err, to ? sqlite3_system_errno(to) : EIO));
	else
		rc = copy(from, name, to, path, err);
	if (sqlite3_close(to) != SQLITE_OK && rc == RELAIS_OK)
		rc = fail(
			err, RELAIS_E_IO, "cannot write '%s': %s", path, fail_errno(err, EIO));
	if (rc != RELAIS_OK)
		copy_remove(beside);
	return rc;
}

/* A name is on the disk when its folder is; some file systems have no such thing to sync. */
static int sync_folder(const char *path)
{
	const char *slash = strrchr(path, '/');
	char *folder = slash ? strndup(path, (size_t)(slash - path) + 1) : strdup(".");
	int fd = folder ? open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1;
	int failed = fd < 0 || (fsync(fd) != 0 && errno != EINVAL && errno != ENOTSUP);
	int why = errno;

	if (fd >= 0)
		close(fd);
	free(folder);
	errno = why;
	return failed ? -1 : 0;
}

relais_status copy_settle(const char *path, relais_error *err)
{
	if (sync_folder(path) == 0)
		return RELAIS_OK;
	return fail(err, RELAIS_E_IO, "cannot write '%s': %s", path, fail_errno(err, errno));
}

relais_status copy_rename(const char *beside, const char *path, relais_error *err)
{
	relais_status rc;

	if (rename(beside, path) == 0) {
		copy_remove(beside); /* an empty log, when it could not be closed */
		return copy_settle(path, err);
	}
	rc = fail(err, RELAIS_E_IO, "cannot write '%s': %s", path, fail_errno(err, errno));
	copy_remove(beside);
	return rc;
}

void copy_remove(const char *path)
{
	static const char *const endings[] = { "", "-journal", "-wal", "-shm" };

	char name[PATH_MAX + 16]; /* also when there is no memory left */

	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
		if (snprintf(name, sizeof name, "%s%s", path, endings[i]) < (int)sizeof name)
			unlink(name);
}
