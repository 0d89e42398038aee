/* SPDX-License-Identifier: MIT
 * What is copied is what will be upgraded: nobody else writes meanwhile. Another connection reads
 * it, since SQLite does not copy from one that holds the write lock.
 */
#include "keep.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../base/error.h"
#include "../base/text.h"
#include "copy.h"

enum { MOST_COPIES = 99 };

static bool same_bytes(const char *path_a, const char *path_b)
{
	FILE *a = fopen(path_a, "rb"), *b = fopen(path_b, "rb");
	bool same = a && b;
	char block_a[8192], block_b[8192];
	size_t length = 1;

	while (same && length) {
		length = fread(block_a, 1, sizeof block_a, a);
		same = fread(block_b, 1, sizeof block_b, b) == length &&
		       memcmp(block_a, block_b, length) == 0;
	}
	same = same && !ferror(a) && !ferror(b);
	if (a)
		fclose(a);
	if (b)
		fclose(b);
	return same;
}

/* An empty file whoever may read the store may read: SQLite fills it. */
static relais_status make_file(
	const relais_store *store, const char *beside, const char *path, relais_error *err)
{
	struct stat own;
	int fd;

	if (stat(store->path, &own) != 0 ||
		(fd = open(beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600)) < 0)
		return fail(err, RELAIS_E_IO, "cannot write '%s': %s", path,
			fail_errno(err, errno));
	(void)!fchown(fd, own.st_uid, own.st_gid); /* root alone can, and only root needs it */
	(void)!fchmod(fd, own.st_mode & 0777);
	close(fd);
	return RELAIS_OK;
}

static relais_status copy_store(
	const relais_store *store, const char *beside, const char *path, relais_error *err)
{
	sqlite3 *from = NULL;
	int opened = sqlite3_open_v2(
		store->path, &from, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL);
	relais_status rc = opened == SQLITE_OK ? make_file(store, beside, path, err)
					       : store_fail(err, store, opened);

	if (rc == RELAIS_OK)
		rc = copy_pages(from, store->path, beside, path, err);
	sqlite3_close(from);
	return rc;
}

/* Finds the name `beside` goes by: one that is free, or one that holds these bytes already. */
static relais_status settle_name(
	const relais_store *store, const char *beside, char **name, relais_error *err)
{
	for (int n = 1; n <= MOST_COPIES; n++) {
		text path = { 0 };

		text_addf(&path, "%s.schema-%d", store->path, store->found);
		if (n > 1)
			text_addf(&path, "-%d", n);
		if (path.failed)
			return fail_memory(err);
		*name = path.data;
		if (access(path.data, F_OK) != 0)
			return copy_rename(beside, path.data, err);
		if (same_bytes(beside, path.data)) {
			copy_remove(beside);
			return RELAIS_OK;
		}
		free(path.data);
		*name = NULL;
	}
	return fail(err, RELAIS_E_IO,
		"the store '%s' is not upgraded: there are %d copies of older ones beside it, move them away",
		store->path, MOST_COPIES);
}

relais_status keep_copy(relais_store *store, char **name, relais_error *err)
{
	text path = { 0 }, beside = { 0 };
	relais_status rc;

	*name = NULL;
	text_addf(&path, "%s.schema-%d", store->path, store->found);
	text_addf(&beside, "%s.part", text_str(&path));
	if (path.failed || beside.failed)
		rc = fail_memory(err);
	else {
		copy_remove(beside.data); /* of an upgrade that was killed */
		rc = copy_store(store, beside.data, path.data, err);
	}
	if (rc == RELAIS_OK && (rc = settle_name(store, beside.data, name, err)) != RELAIS_OK) {
		copy_remove(beside.data);
		if (*name)
			copy_remove(*name); /* it was free, and what has it now is not safe */
		free(*name);
		*name = NULL;
	}
	text_free(&path);
	text_free(&beside);
	return rc;
}
