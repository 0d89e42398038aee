/* SPDX-License-Identifier: MIT
 * See plain.h. The file has the pages that SQLite made of the rows, in the order they came: the same rows
 * make the same bytes.
 */
#include "plain.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../base/error.h"
#include "../base/text.h"
#include "connect.h"
#include "handle.h"

relais_status plain_new(relais_store **out, const char *schema, relais_error *err)
{
	relais_store *plain = calloc(1, sizeof *plain);
	relais_status rc;

	*out = NULL;
	if (!plain || !(plain->path = strdup(""))) {
		free(plain);
		return fail_memory(err);
	}
	plain->mode = RELAIS_PRIVATE;
	if (sqlite3_open_v2("", &plain->db,
		    SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX,
		    NULL) != SQLITE_OK)
		rc = store_fail(err, plain, SQLITE_CANTOPEN);
	else
		rc = store_execute(plain,
			"PRAGMA page_size = 4096; PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF;"
			"PRAGMA secure_delete = ON; PRAGMA encoding = 'UTF-8'",
			err);
	if (rc == RELAIS_OK)
		rc = store_execute(plain, schema, err);
	if (rc == RELAIS_OK)
		*out = plain;
	else
		store_disconnect(plain);
	return rc;
}

relais_status plain_write(relais_store *plain, FILE *out, relais_error *err)
{
	sqlite3_int64 size = 0;
	unsigned char *bytes = sqlite3_serialize(plain->db, "main", &size, 0);

	if (!bytes)
		return fail_memory(err);
	/* what could not be written is noticed by who closes the file */
	fwrite(bytes, 1, (size_t)size, out);
	sqlite3_free(bytes);
	return RELAIS_OK;
}

void plain_free(relais_store *plain)
{
	store_disconnect(plain);
}

/* ---- where it may go ------------------------------------------------------------------------- */

/* The number at byte 68 of a SQLite file; -1: it is none. */
static long application_of(const char *path)
{
	unsigned char head[72];
	FILE *in = fopen(path, "rbe");
	bool is_whole = in && fread(head, 1, sizeof head, in) == sizeof head;

	if (in)
		fclose(in);
	if (!is_whole || memcmp(head, "SQLite format 3", 16) != 0)
		return -1;
	return (long)head[68] << 24 | (long)head[69] << 16 | (long)head[70] << 8 | head[71];
}

static relais_status check_beside(const char *path, const char *ending, relais_error *err)
{
	text name = { 0 };
	relais_status rc = RELAIS_OK;

	text_addf(&name, "%s%s", path, ending);
	if (name.failed)
		rc = fail_memory(err);
	else if (access(name.data, F_OK) == 0)
		rc = fail(err, RELAIS_E_STORE,
			"'%s' is in the way: SQLite would take it into the copy; close what has '%s' open, or move it away first",
			name.data, path);
	text_free(&name);
	return rc;
}

relais_status relais_copy_check(const char *path, relais_error *err)
{
	struct stat about;
	bool is_there = stat(path, &about) == 0;
	long application;
	relais_status rc;

	if (is_there && !S_ISREG(about.st_mode) && !S_ISDIR(about.st_mode))
		return fail(err, RELAIS_E_USAGE,
			"a published copy is a file: '%s' is none, name another", path);
	application = is_there && S_ISREG(about.st_mode) ? application_of(path) : -1;
	if (application != -1 && application != COPY_ID)
		return fail(err, RELAIS_E_IO,
			"'%s' is there and is a store, or a SQLite file of another program: a published copy does not take its place, name another file",
			path);
	rc = check_beside(path, "-wal", err);
	return rc == RELAIS_OK ? check_beside(path, "-journal", err) : rc;
}
