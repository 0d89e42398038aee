/* SPDX-License-Identifier: MIT
 * See make.h. Until it has its name nobody else knows of the file: there is no need for a journal on the
 * disk, nor to wait for the disk more than once.
 */
#include "make.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../base/error.h"
#include "../base/text.h"
#include "connect.h"
#include "copy.h"
#include "handle.h"
#include "upgrade.h"
#include "views.h"

extern const unsigned char relais_sql_schema[];

enum { MOST_LINKS = 40 }; /* as many as the system follows */

/* ---- the tables ------------------------------------------------------------------------------ */

static relais_status is_empty(relais_store *store, bool *empty, relais_error *err)
{
	stmt *s;
	relais_status rc = stmt_prepare(&s, store, "SELECT 1 FROM sqlite_schema LIMIT 1", err);

	if (rc != RELAIS_OK)
		return rc;
	rc = stmt_step(s, err);
	*empty = rc == RELAIS_END;
	stmt_free(s);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

static relais_status add_tables(relais_store *store, relais_error *err)
{
	const char *const parts[] = { (const char *)relais_sql_schema,
		"PRAGMA application_id = 1382378593" };
	relais_status rc = RELAIS_OK;

	_Static_assert(APPLICATION_ID == 1382378593, "the pragma says the same number");
	for (size_t i = 0; rc == RELAIS_OK && i < sizeof parts / sizeof *parts; i++)
		rc = store_execute(store, parts[i], err);
	/* few ask a private store for them, and making them would take longer than a month's import */
	if (rc == RELAIS_OK && store->mode != RELAIS_PRIVATE)
		rc = views_make(store, err);
	return rc == RELAIS_OK ? upgrade_stamp(store, err) : rc;
}

relais_status make_tables(relais_store *store, bool *made, relais_error *err)
{
	relais_status rc = store_execute(store, "BEGIN IMMEDIATE", err);

	*made = false;
	if (rc == RELAIS_OK)
		rc = is_empty(store, made, err);
	if (rc == RELAIS_OK && *made)
		rc = add_tables(store, err);
	if (rc == RELAIS_OK && *made)
		rc = store_execute(store, "COMMIT", err);
	if (rc != RELAIS_OK || !*made)
		sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
	return rc;
}

/* ---- the file -------------------------------------------------------------------------------- */

/* Where a path leads that may be a symbolic link to what is not there yet; NULL: see errno. */
static char *lead(const char *path)
{
	char *at = strdup(path), to[PATH_MAX];
	ssize_t length;

	for (int i = 0; at && (length = readlink(at, to, sizeof to - 1)) >= 0; i++) {
		const char *slash = strrchr(at, '/');
		text next = { 0 };

		to[length] = '\0';
		if (slash && to[0] != '/')
			text_add_bytes(&next, at, (size_t)(slash - at) + 1);
		text_add(&next, to);
		free(at);
		at = next.data;
		if (next.failed || i == MOST_LINKS) {
			errno = next.failed ? ENOMEM : ELOOP;
			text_free(&next);
			return NULL;
		}
	}
	return at;
}

relais_status store_make(
	relais_store **out, const char *path, const opening *how, relais_error *err)
{
	char *becomes = lead(path);
	text beside = { 0 };
	relais_status rc;

	*out = NULL;
	if (!becomes)
		return fail(err, RELAIS_E_IO, "cannot open the store '%s': %s", path,
			fail_errno(err, errno));
	text_addf(&beside, "%s.part-%ld", becomes, (long)getpid());
	if (beside.failed) {
		free(becomes);
		return fail_memory(err);
	}
	copy_remove(beside.data); /* of a run that was killed */
	rc = store_connect_new(out, beside.data, becomes, how, err);
	free(becomes);
	if (rc != RELAIS_OK)
		copy_remove(beside.data);
	text_free(&beside);
	return rc;
}

static relais_status sync_file(const char *beside, const char *path, relais_error *err)
{
	int fd = open(beside, O_RDWR | O_CLOEXEC);
	relais_status rc = RELAIS_OK;

	if (fd < 0 || fsync(fd) != 0)
		rc = fail(err, RELAIS_E_IO, "cannot write the store '%s': %s", path,
			fail_errno(err, errno));
	if (fd >= 0)
		close(fd);
	return rc;
}

/* Never in the place of another one; not every file system can do so in one step. */
static bool take_name(const char *beside, const char *path)
{
	if (renameat2(AT_FDCWD, beside, AT_FDCWD, path, RENAME_NOREPLACE) == 0)
		return true;
	if (errno != EINVAL && errno != ENOSYS)
		return false;
	if (link(beside, path) != 0)
		return false;
	unlink(beside);
	return true;
}

static relais_status settle(
	const char *beside, const char *path, bool *taken, relais_error *err)
{
	relais_status rc = sync_file(beside, path, err);

	if (rc != RELAIS_OK)
		return rc;
	if ((*taken = take_name(beside, path))) {
		copy_remove(beside); /* an empty log, when it could not be closed */
		return copy_settle(path, err);
	}
	if (errno == EEXIST) {
		copy_remove(beside);
		return RELAIS_OK;
	}
	return fail(err, RELAIS_E_IO, "cannot write the store '%s': %s", path,
		fail_errno(err, errno));
}

relais_status store_make_end(
	relais_store *store, relais_status so_far, bool *taken, relais_error *err)
{
	char *beside = store->path, *path = store->becomes;
	relais_status rc = so_far;

	if (rc == RELAIS_OK)
		rc = store_execute(store, "PRAGMA journal_mode = WAL", err);
	store->path = store->becomes = NULL;
	store_disconnect(store);
	if (rc == RELAIS_OK)
		rc = settle(beside, path, taken, err);
	if (rc != RELAIS_OK)
		copy_remove(beside);
	free(beside);
	free(path);
	return rc;
}
