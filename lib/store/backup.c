/* SPDX-License-Identifier: MIT
 * A copy of the store as it is at one moment, while others read and write: taken page by page
 * under one read transaction, checked, and only then given its name. A store that is there by
 * that name is replaced whole; any other file is left alone.
 */
#include <sys/stat.h>
#include <unistd.h>

#include "../base/error.h"
#include "../base/text.h"
#include "connect.h"
#include "copy.h"
#include "still.h"

/* What is left beside the name would be read as part of whatever gets it. */
static relais_status check_beside(const char *path, bool is_there, relais_error *err)
{
	text wal = { 0 };
	relais_status rc = RELAIS_OK;

	text_addf(&wal, "%s-wal", path);
	if (wal.failed)
		rc = fail_memory(err);
	else if (access(wal.data, F_OK) == 0 && is_there)
		rc = fail(err, RELAIS_E_STORE,
			"the store '%s' is in use: it is not replaced; when no program has it open, 'rt-import --verify --db %s' takes in what is left beside it",
			path, path);
	else if (access(wal.data, F_OK) == 0)
		rc = fail(err, RELAIS_E_STORE,
			"'%s' is left of a store that is gone, and would be taken into the copy: move it away first",
			wal.data);
	text_free(&wal);
	return rc;
}

static relais_status check_target(
	const relais_store *store, const char *path, relais_error *err)
{
	struct stat target, own;
	relais_store *there;
	relais_status rc;

	bool is_there = stat(path, &target) == 0;

	if (is_there && stat(store->path, &own) == 0 && own.st_dev == target.st_dev &&
		own.st_ino == target.st_ino)
		return fail(err, RELAIS_E_USAGE, "'%s' is the store itself: name another file",
			path);
	if ((rc = check_beside(path, is_there, err)) != RELAIS_OK || !is_there)
		return rc; /* what stands in the way is said when it is written */
	if (store_connect(&there, path, RELAIS_READ, NULL) != RELAIS_OK)
		return fail(err, RELAIS_E_IO,
			"'%s' is there and is no store: it is not replaced; move it away first",
			path);
	store_disconnect(there);
	return RELAIS_OK;
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
	copy_remove(beside.data);
	rc = copy_pages(
		store->older ? store->older : store->db, store->path, beside.data, path, err);
	if (rc == RELAIS_OK && (rc = still_check(store, err)) != RELAIS_OK)
		copy_remove(beside.data);
	if (rc == RELAIS_OK)
		rc = copy_rename(beside.data, path, err);
	text_free(&beside);
	return rc;
}
