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
	if (rc == RELAIS_OK)
		rc = copy_rename(beside.data, path, err);
	text_free(&beside);
	return rc;
}
