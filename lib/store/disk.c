/* SPDX-License-Identifier: MIT
 * SQLite keeps the last errno of each file (SQLITE_FCNTL_LAST_ERRNO); those below are what it turns into
 * SQLITE_CORRUPT (SQLITE_IOERR_CORRUPTFS, sqlite.org/rescode.html).
 */
#include "disk.h"

#include <errno.h>
#include <stddef.h>

static int refusal(int said)
{
	return said == EIO || said == ENXIO || said == ERANGE ? said : 0;
}

int disk_refused(sqlite3 *db)
{
	sqlite3_file *log = NULL;
	int said = 0;

	if (!db)
		return 0;
	if (refusal(sqlite3_system_errno(db)))
		return sqlite3_system_errno(db);
	if (sqlite3_file_control(db, "main", SQLITE_FCNTL_LAST_ERRNO, &said) == SQLITE_OK &&
		refusal(said))
		return said;
	said = 0;
	if (sqlite3_file_control(db, "main", SQLITE_FCNTL_JOURNAL_POINTER, &log) == SQLITE_OK &&
		log && log->pMethods)
		log->pMethods->xFileControl(log, SQLITE_FCNTL_LAST_ERRNO, &said);
	return refusal(said);
}
