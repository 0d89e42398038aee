/* SPDX-License-Identifier: MIT
 * Opening the file. `application_id` says it is ours, `user_version` which schema it has.
 */
#include "connect.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../base/error.h"
#include "disk.h"
#include "../base/text.h"
#include "handle.h"
#include "holder.h"
#include "make.h"
#include "media.h"
#include "place.h"
#include "shadow.h"
#include "still.h"
#include "upgrade.h"
#include "views.h"

#if SQLITE_VERSION_NUMBER < 3037000
#error "SQLite 3.37 or later is needed (STRICT tables): apt-get install libsqlite3-dev"
#endif

enum { MOST_SECONDS = 1000000 /* in milliseconds, an int holds them */ };

/* Another one is writing, and did not end while we waited. */
static relais_status fail_busy(relais_error *err, const char *path, relais_mode mode)
{
	holder who;

	if (!holder_find(path, &who))
		return fail(err, RELAIS_E_STORE,
			"another program is writing to the store '%s': try again when it is done",
			path);
	if (mode == RELAIS_READ)
		return fail(err, RELAIS_E_STORE,
			"%s is writing to the store '%s' (process %ld of %s, started %ld s ago): try again when it is done",
			who.program, path, who.pid, who.user, who.seconds);
	return fail(err, RELAIS_E_STORE,
		"%s is writing to the store '%s' (process %ld of %s, started %ld s ago): try again when it is done, or wait longer with --wait",
		who.program, path, who.pid, who.user, who.seconds);
}

static relais_status fail_disk(relais_error *err, const char *name, int number)
{
	return fail(err, RELAIS_E_IO,
		"the disk does not read or write the store '%s' (%s): see whether it is there and works, copy the store to another one and check it with 'rt-import --verify'",
		name, fail_errno(err, number));
}

relais_status store_fail(relais_error *err, const relais_store *store, int rc)
{
	const char *name = store->becomes   ? store->becomes
			   : store->path[0] ? store->path
					    : "temporary store";
	const char *why = store->db ? sqlite3_errmsg(store->db) : sqlite3_errstr(rc);

	switch (rc & 0xff) {
	case SQLITE_NOMEM: return fail_memory(err);
	case SQLITE_FULL:
		return fail(err, RELAIS_E_IO,
			"no space left for the store '%s': nothing was changed", name);
	case SQLITE_BUSY:
	case SQLITE_LOCKED: return fail_busy(err, name, store->mode);
	case SQLITE_READONLY:
		return fail(
			err, RELAIS_E_IO, "the store '%s' cannot be written to: %s", name, why);
	case SQLITE_IOERR:
		if (disk_refused(store->db))
			return fail_disk(err, name, disk_refused(store->db));
		return fail(
			err, RELAIS_E_IO, "cannot read or write the store '%s': %s", name, why);
	case SQLITE_NOTADB:
		return fail(
			err, RELAIS_E_STORE, "'%s' is not a store: it is no SQLite file", name);
	case SQLITE_CORRUPT:
		if (disk_refused(store->db))
			return fail_disk(err, name, disk_refused(store->db));
		return fail(err, RELAIS_E_STORE,
			"the store '%s' is damaged (%s): go back to your last copy", name, why);
	default: return fail(err, RELAIS_E_STORE, "store '%s': %s", name, why);
	}
}

/* The number a PRAGMA answers. */
static int pragma_number(relais_store *store, const char *sql, int *out)
{
	sqlite3_stmt *s = NULL;
	int rc = sqlite3_prepare_v2(store->db, sql, -1, &s, NULL);

	*out = 0;
	if (rc == SQLITE_OK && (rc = sqlite3_step(s)) == SQLITE_ROW) {
		*out = sqlite3_column_int(s, 0);
		rc = SQLITE_OK;
	}
	sqlite3_finalize(s);
	return rc == SQLITE_DONE ? SQLITE_OK : rc;
}

/* A file with tables of its own and no application id of ours belongs to someone else. */
static relais_status recognise(relais_store *store, bool *empty, relais_error *err)
{
	int id, version, tables;
	int rc;

	if ((rc = pragma_number(store, "PRAGMA application_id", &id)) != SQLITE_OK ||
		(rc = pragma_number(store, "PRAGMA user_version", &version)) != SQLITE_OK ||
		(rc = pragma_number(store, "SELECT count(*) FROM sqlite_schema", &tables)) !=
			SQLITE_OK)
		return store_fail(err, store, rc);
	*empty = id == 0 && version == 0 && tables == 0;
	if (*empty)
		return RELAIS_OK;
	if (id == COPY_ID)
		return fail(err, RELAIS_E_STORE,
			"'%s' is a published copy, which is no store: sqlite3 reads its tables, see relais-sql(5); name the store it was made of",
			store->path);
	if (id != APPLICATION_ID)
		return fail(err, RELAIS_E_STORE,
			"'%s' is a SQLite file of another program, not a relais store: give another name",
			store->path);
	store->found = version;
	if (version < 1)
		return fail(err, RELAIS_E_STORE,
			"the store '%s' says its schema is %d, which no program wrote: go back to your last copy",
			store->path, version);
	if (version > upgrade_newest())
		return fail(err, RELAIS_E_STORE,
			"the store '%s' was written by a newer version (schema %d, this program knows %d): upgrade the programs",
			store->path, version, upgrade_newest());
	return shadow_refuse(store, err);
}

/* Readers do not wait for a writer, but for the moment in which another one opens or leaves. */
static void set_wait(relais_store *store)
{
	unsigned wait = store->mode == RELAIS_READ ? STORE_WAIT : store->wait;

	sqlite3_busy_timeout(
		store->db, (int)(wait < MOST_SECONDS ? wait : MOST_SECONDS) * 1000);
}

static relais_status tune(relais_store *store, relais_error *err)
{
	relais_status status;

	sqlite3_db_config(store->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
	sqlite3_db_config(store->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
	sqlite3_db_config(
		store->db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL); /* ours has none */
	/* A refused file is rolled back here too, which no journal at all does not promise. */
	if (store->mode == RELAIS_PRIVATE || store->becomes)
		return store_execute(store,
			"PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA foreign_keys = ON;"
			"PRAGMA cache_size = -12288; PRAGMA temp_store = FILE",
			err);
	if (store->mode == RELAIS_READ &&
		(status = store_execute(store, "PRAGMA query_only = ON", err)) != RELAIS_OK)
		return status;
	return store_execute(store,
		"PRAGMA foreign_keys = ON; PRAGMA cache_size = -12288; PRAGMA temp_store = FILE",
		err);
}

/* What the operating system says of the path, before SQLite's less helpful words. */
static relais_status look_at(const char *path, relais_mode mode, relais_error *err)
{
	struct stat about;

	if (stat(path, &about) != 0) {
		if (errno == ENOENT && mode == RELAIS_CREATE)
			return RELAIS_OK;
		if (errno == ENOENT)
			return fail(err, RELAIS_E_IO,
				"no store at '%s': 'rt-import --db %s FILE' makes one", path,
				path);
		return fail(err, RELAIS_E_IO, "cannot open the store '%s': %s", path,
			fail_errno(err, errno));
	}
	if (S_ISDIR(about.st_mode))
		return fail(err, RELAIS_E_IO, "the store '%s' is a directory: give a file name",
			path);
	if (!S_ISREG(about.st_mode))
		return fail(err, RELAIS_E_IO, "the store '%s' is not a regular file", path);
	if (about.st_size == 0 && mode == RELAIS_READ)
		return fail(err, RELAIS_E_STORE,
			"the store '%s' is an empty file: 'rt-import --db %s FILE' makes a store of it",
			path, path);
	return RELAIS_OK;
}

/* A reader opens for writing too when it may, and then forbids itself to: only so does the last
 * one to leave tidy up the files beside the store. */
static int open_handle(relais_store *store)
{
	static const int ways[] = {
		[RELAIS_READ] = SQLITE_OPEN_READWRITE,
		[RELAIS_WRITE] = SQLITE_OPEN_READWRITE,
		[RELAIS_TRY] = SQLITE_OPEN_READWRITE,
		[RELAIS_CREATE] = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
		[RELAIS_PRIVATE] = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
	};
	int rc = sqlite3_open_v2(
		store->path, &store->db, ways[store->mode] | SQLITE_OPEN_NOMUTEX, NULL);
	int unused;

	if (rc == SQLITE_OK)
		set_wait(store); /* the first look may be at the moment another one leaves */
	if (rc == SQLITE_OK && store->mode == RELAIS_READ)
		rc = pragma_number(store, "PRAGMA user_version", &unused);
	return rc;
}

/* SQLite tries again to read only, and then says that there is no such file: what was in the
 * way is the folder. */
static int why_not_open(const relais_store *store)
{
	int why = store->db ? sqlite3_system_errno(store->db) : EIO;
	const char *slash = strrchr(store->path, '/');
	char *folder;

	if (why != ENOENT)
		return why;
	folder = slash ? strndup(store->path, (size_t)(slash - store->path) + 1) : strdup(".");
	if (folder && access(folder, W_OK) != 0)
		why = errno;
	free(folder);
	return why;
}

/* Who only reads, or keeps nothing, leaves the file as it is. */
static relais_status upgrade(relais_store *store, relais_error *err)
{
	relais_status rc;

	if (store->mode == RELAIS_WRITE || store->mode == RELAIS_CREATE)
		return upgrade_file(store, err);
	rc = upgrade_aside(store, err);
	return rc == RELAIS_OK ? tune(store, err) : rc;
}

/* An empty file: it gets its tables, unless another program has just given them to it. */
static relais_status fill(relais_store *store, relais_error *err)
{
	bool made, empty;
	relais_status rc = RELAIS_OK;

	if (store->mode != RELAIS_PRIVATE && !store->becomes)
		rc = store_execute(store, "PRAGMA journal_mode = WAL", err);
	if (rc == RELAIS_OK)
		rc = make_tables(store, &made, err);
	return rc == RELAIS_OK && !made ? recognise(store, &empty, err) : rc;
}

/* What is there already is of this program's schema, or becomes it. */
static relais_status bring_up(relais_store *store, relais_error *err)
{
	if (store->found < upgrade_newest())
		return upgrade(store, err);
	if (store->mode == RELAIS_WRITE || store->mode == RELAIS_CREATE)
		return views_settle(store, err);
	return RELAIS_OK;
}

/* Where not even the file can be written that readers agree through, or other machines would not see it, the
 * store is read as it stands. */
static relais_status open_somehow(relais_store *store, relais_error *err)
{
	bool reads = store->mode == RELAIS_READ;
	int rc;

	if (reads && !store->is_anywhere && media_of(store->path).network)
		return still_open(store, err);
	rc = open_handle(store);
	if (reads && ((rc & 0xff) == SQLITE_READONLY || (rc & 0xff) == SQLITE_CANTOPEN))
		return still_open(store, err);
	if (rc == SQLITE_CANTOPEN)
		return fail(err, RELAIS_E_IO, "cannot open the store '%s': %s",
			store->becomes ? store->becomes : store->path,
			fail_errno(err, why_not_open(store)));
	return rc == SQLITE_OK ? RELAIS_OK : store_fail(err, store, rc);
}

static relais_status open_file(relais_store *store, relais_error *err)
{
	bool empty = false;
	relais_status status = open_somehow(store, err);

	if (status != RELAIS_OK || (status = tune(store, err)) != RELAIS_OK ||
		(status = recognise(store, &empty, err)) != RELAIS_OK)
		return status;
	if (!empty)
		return bring_up(store, err);
	if (store->mode == RELAIS_READ)
		return fail(err, RELAIS_E_STORE,
			"the store '%s' is empty: 'rt-import --db %s FILE' fills it",
			store->path, store->path);
	return fill(store, err);
}

static relais_status connect_to(
	relais_store *store, const char *path, const char *becomes, relais_error *err)
{
	if (!(store->path = strdup(path)) || (becomes && !(store->becomes = strdup(becomes))))
		return fail_memory(err);
	return open_file(store, err);
}

static relais_status connect(relais_store **out, const char *path, const char *becomes,
	const opening *how, relais_error *err)
{
	relais_store *store = calloc(1, sizeof *store);
	relais_status rc;

	*out = NULL;
	if (!store)
		return fail_memory(err);
	store->mode = how->mode;
	store->wait = how->seconds;
	store->is_anywhere = how->is_anywhere;
	if ((rc = connect_to(store, path, becomes, err)) == RELAIS_OK)
		*out = store;
	else
		store_disconnect(store);
	return rc;
}

static relais_status connect_once(
	relais_store **out, const char *path, const opening *how, relais_error *err)
{
	relais_status rc;

	*out = NULL;
	if (how->mode != RELAIS_PRIVATE && (rc = look_at(path, how->mode, err)) != RELAIS_OK)
		return rc;
	return connect(out, how->mode == RELAIS_PRIVATE ? "" : path, NULL, how, err);
}

/* Whoever made it may have removed it while we waited for it. */
relais_status store_connect_how(
	relais_store **out, const char *path, const opening *how, relais_error *err)
{
	relais_status rc = connect_once(out, path, how, err);

	while (rc == RELAIS_OK && place_is_lost(*out)) {
		store_disconnect(*out);
		rc = connect_once(out, path, how, err);
	}
	return rc;
}

relais_status store_connect_new(relais_store **out, const char *path, const char *becomes,
	const opening *how, relais_error *err)
{
	return connect(out, path, becomes, how, err);
}

relais_status store_connect(
	relais_store **out, const char *path, relais_mode mode, relais_error *err)
{
	return store_connect_how(
		out, path, &(opening){ .mode = mode, .seconds = STORE_WAIT }, err);
}

/* Copies are not stores yet, and reading changes nothing: this is asked before anything is written. */
relais_status store_check_media(const char *path, const opening *how, relais_error *err)
{
	media m = { NULL, false };

	if (how->mode != RELAIS_READ && how->mode != RELAIS_PRIVATE)
		m = media_of(path);
	if (m.is_read_only)
		return fail(err, RELAIS_E_IO,
			"the store '%s' is on a disk that can only be read: 'rt-import --backup FILE --db %s' makes a copy where one can write",
			path, path);
	if (m.network && !how->is_anywhere)
		return fail(err, RELAIS_E_IO,
			"the store '%s' is on a disk that other machines share (%s), where programs cannot be kept from spoiling what others write: keep it on a disk of this machine, and copies of it there; with RT_NETWORK=yes it is written all the same, when no other machine has it open",
			path, m.network);
	return RELAIS_OK;
}

void store_disconnect(relais_store *store)
{
	if (!store)
		return;
	store_forget_statements(store);
	sqlite3_close_v2(store->db);
	sqlite3_close_v2(store->older);
	free(store->as_it_was);
	free(store->setting);
	free(store->becomes);
	free(store->path);
	free(store);
}

relais_upgrade relais_store_upgrade(const relais_store *store)
{
	return (relais_upgrade){ .from = store->found ? store->found : upgrade_newest(),
		.to = upgrade_newest(),
		.kept = store->as_it_was };
}

/* A run killed between the tables and the catalogue leaves no batch: the next one goes on. */
bool store_is_new(relais_store *store)
{
	int batches = 1;

	return pragma_number(store, "SELECT count(*) FROM batch", &batches) == SQLITE_OK &&
	       batches == 0;
}
