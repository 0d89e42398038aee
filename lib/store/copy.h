/* SPDX-License-Identifier: MIT
 * Copying a store page by page, whoever reads and writes it meanwhile.
 */
#ifndef STORE_COPY_H
#define STORE_COPY_H

#include "handle.h"

/* Into the file `beside`, which is new or of no use, and checked; messages speak of `path`, the
 * name it will have. `name`: what `from` is called. Leaves no file when it fails. */
relais_status copy_pages(sqlite3 *from, const char *name, const char *beside, const char *path,
	relais_error *err) MUST_CHECK;
/* Gives it its name for good, a power cut after it included; leaves no file when it fails. */
relais_status copy_rename(const char *beside, const char *path, relais_error *err) MUST_CHECK;
/* The name a file was given outlasts a power cut; the file stays when it fails. */
relais_status copy_settle(const char *path, relais_error *err) MUST_CHECK;
/* The file and those SQLite puts beside it. */
void copy_remove(const char *path);
/* SQLITE_OK: it is sound; SQLITE_CORRUPT with what PRAGMA integrity_check finds first; else why it could not be looked
 * at, which says nothing of it. */
int copy_look(sqlite3 *db, char *found, size_t size);

#endif
