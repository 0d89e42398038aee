/* SPDX-License-Identifier: MIT
 * Nobody is kept from writing while such a store is read, so it is looked at before and after: of a file that
 * changed in between nothing is believed.
 */
#include "still.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "../base/error.h"
#include "../base/text.h"

/* What was committed last is in the log, until somebody brings it into the file. */
static relais_status check_log(const relais_store *store, relais_error *err)
{
	text log = { 0 };
	struct stat about;
	relais_status rc = RELAIS_OK;

	text_addf(&log, "%s-wal", store->path);
	if (log.failed)
		rc = fail_memory(err);
	else if (stat(log.data, &about) == 0 && about.st_size > 0)
		rc = fail(err, RELAIS_E_STORE,
			"what came last into the store '%s' is still in '%s', and cannot be read where nothing can be written: where the store can be written, 'rt-import --verify --db %s' takes it in; or copy both files to a folder of your own",
			store->path, log.data, store->path);
	text_free(&log);
	return rc;
}

static relais_status fail_open(relais_error *err, const relais_store *store)
{
	return fail(err, RELAIS_E_IO, "cannot open the store '%s': %s", store->path,
		fail_errno(err, store->db ? sqlite3_system_errno(store->db) : ENOMEM));
}

relais_status still_open(relais_store *store, relais_error *err)
{
	text uri = { 0 };
	relais_status rc = check_log(store, err);
	int opened = SQLITE_NOMEM;

	sqlite3_close_v2(store->db);
	store->db = NULL;
	if (rc != RELAIS_OK)
		return rc;
	text_add(&uri, "file:");
	for (const char *p = store->path; *p; p++)
		if (strchr("%?#", *p))
			text_addf(&uri, "%%%02X", (unsigned)*p);
		else
			text_add_char(&uri, *p);
	text_add(&uri, "?immutable=1");
	if (!uri.failed && stat(store->path, &store->as_opened) == 0)
		opened = sqlite3_open_v2(uri.data, &store->db,
			SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, NULL);
	text_free(&uri);
	if (opened != SQLITE_OK)
		return fail_open(err, store);
	store->is_still = true;
	return RELAIS_OK;
}

relais_status still_check(const relais_store *store, relais_error *err)
{
	const struct stat *then = &store->as_opened;
	struct stat now;

	if (!store->is_still)
		return RELAIS_OK;
	if (stat(store->path, &now) == 0 && now.st_ino == then->st_ino &&
		now.st_size == then->st_size && now.st_mtim.tv_sec == then->st_mtim.tv_sec &&
		now.st_mtim.tv_nsec == then->st_mtim.tv_nsec)
		return RELAIS_OK;
	return fail(err, RELAIS_E_STORE,
		"the store '%s' was changed while it was read, and was read without a lock, for nothing can be written where it is: ask again",
		store->path);
}
