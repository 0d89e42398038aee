/* SPDX-License-Identifier: MIT
 * An upgrade that the disk refuses at any write, or that is killed there, leaves the old store or
 * the new one, whole; the copy of the old one bears its name only when it is whole too; and the next
 * upgrade goes through, with one copy.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "../../lib/store/connect.h"
#include "../../lib/store/upgrade.h"
#include "old_stores.h"
#include "temporary.h"

/* ---- a disk that fails -------------------------------------------------------------- */

typedef enum fault { FAULT_FULL, FAULT_BROKEN, FAULT_KILLED } fault;

static struct {
	sqlite3_vfs vfs, *real;
	sqlite3_io_methods methods;
	const sqlite3_io_methods *real_methods;
	fault kind;
	long left; /* writes until it fails; 0: never */
	bool failed;
} disk;

/* From then on everything fails, as on a disk that is full or gone. */
static bool fails(void)
{
	if (disk.left == 0 || (disk.left > 1 && disk.left--))
		return false;
	if (disk.kind == FAULT_KILLED)
		raise(SIGKILL);
	disk.failed = true;
	return true;
}

static int refusal(void)
{
	return disk.kind == FAULT_FULL ? SQLITE_FULL : SQLITE_IOERR_WRITE;
}

static int faulty_write(sqlite3_file *f, const void *bytes, int size, sqlite3_int64 at)
{
	return fails() ? refusal() : disk.real_methods->xWrite(f, bytes, size, at);
}

static int faulty_truncate(sqlite3_file *f, sqlite3_int64 size)
{
	return fails() ? SQLITE_IOERR_TRUNCATE : disk.real_methods->xTruncate(f, size);
}

/* Nothing waits for a real disk: what counts is when, not how long. */
static int faulty_sync(sqlite3_file *f, int flags)
{
	(void)f;
	(void)flags;
	return fails() ? SQLITE_IOERR_FSYNC : SQLITE_OK;
}

static int faulty_open(
	sqlite3_vfs *vfs, const char *name, sqlite3_file *f, int flags, int *out_flags)
{
	int rc;

	(void)vfs;
	if ((flags & SQLITE_OPEN_CREATE) && fails())
		return SQLITE_CANTOPEN;
	rc = disk.real->xOpen(disk.real, name, f, flags, out_flags);
	if (rc != SQLITE_OK || !f->pMethods)
		return rc;
	if (!disk.real_methods) {
		disk.real_methods = f->pMethods;
		disk.methods = *f->pMethods;
		disk.methods.xWrite = faulty_write;
		disk.methods.xTruncate = faulty_truncate;
		disk.methods.xSync = faulty_sync;
	}
	if (f->pMethods == disk.real_methods)
		f->pMethods = &disk.methods;
	return rc;
}

static void install_disk(void)
{
	disk.real = sqlite3_vfs_find(NULL);
	disk.vfs = *disk.real;
	disk.vfs.zName = "faulty";
	disk.vfs.xOpen = faulty_open;
	assert_int_equal(sqlite3_vfs_register(&disk.vfs, 1), SQLITE_OK);
}

/* ---- what a store holds -------------------------------------------------------------- */

static void add_rows(text *out, sqlite3 *db, const char *table)
{
	text sql = { 0 };
	sqlite3_stmt *s;

	text_addf(&sql, "SELECT * FROM \"%s\"", table);
	assert_int_equal(sqlite3_prepare_v2(db, sql.data, -1, &s, NULL), SQLITE_OK);
	text_addf(out, "%s\n", table);
	while (sqlite3_step(s) == SQLITE_ROW) {
		for (int i = 0; i < sqlite3_column_count(s); i++) {
			const char *cell = (const char *)sqlite3_column_text(s, i);

			text_addf(out, "%s|", cell ? cell : "NULL");
		}
		text_add_char(out, '\n');
	}
	sqlite3_finalize(s);
	text_free(&sql);
}

/* Every row of every table, and the schema number first; the file must be sound. */
static char *content_of(const char *path)
{
	text out = { 0 };
	sqlite3_stmt *s;
	sqlite3 *db;

	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	assert_int_equal(
		sqlite3_prepare_v2(db, "PRAGMA integrity_check", -1, &s, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_step(s), SQLITE_ROW);
	assert_string_equal((const char *)sqlite3_column_text(s, 0), "ok");
	sqlite3_finalize(s);
	assert_int_equal(
		sqlite3_prepare_v2(db, "PRAGMA user_version", -1, &s, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_step(s), SQLITE_ROW);
	text_addf(&out, "schema %d\n", sqlite3_column_int(s, 0));
	sqlite3_finalize(s);
	assert_int_equal(
		sqlite3_prepare_v2(db,
			"SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name", -1,
			&s, NULL),
		SQLITE_OK);
	while (sqlite3_step(s) == SQLITE_ROW)
		add_rows(&out, db, (const char *)sqlite3_column_text(s, 0));
	sqlite3_finalize(s);
	assert_int_equal(sqlite3_close(db), SQLITE_OK);
	assert_false(out.failed);
	return out.data;
}

static void copy_file(const char *from, const char *to)
{
	FILE *in = fopen(from, "rb"), *out = fopen(to, "wb");
	char block[65536];
	size_t length;

	assert_true(in && out);
	while ((length = fread(block, 1, sizeof block, in)) > 0)
		assert_int_equal(fwrite(block, 1, length, out), length);
	fclose(in);
	assert_int_equal(fclose(out), 0);
}

/* ---- the upgrades ---------------------------------------------------------------------- */

struct bench {
	char old[PATH_MAX], path[PATH_MAX + 8], kept[PATH_MAX + 32], other[PATH_MAX + 40],
		part[PATH_MAX + 40];
	char *before, *after; /* what is in the old store, and in an upgraded one */
};

static void tidy(const struct bench *b)
{
	static const char *const endings[] = { "", "-wal", "-shm", "-journal", ".schema-1",
		".schema-1-2", ".schema-1.part", ".schema-1.part-journal", ".schema-1.part-wal",
		".schema-1.part-shm" };

	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
		char name[PATH_MAX + 64];

		snprintf(name, sizeof name, "%s%s", b->path, endings[i]);
		unlink(name);
	}
}

static relais_status upgrade(const struct bench *b, relais_error *err)
{
	relais_store *store;
	relais_status rc = store_connect(&store, b->path, RELAIS_WRITE, err);

	if (rc == RELAIS_OK)
		store_disconnect(store);
	return rc;
}

static void set_up(struct bench *b)
{
	int fd = temporary(b->old);

	assert_true(fd >= 0);
	close(fd);
	make_old_store(b->old, "71e5f66");
	snprintf(b->path, sizeof b->path, "%s.db", b->old);
	snprintf(b->kept, sizeof b->kept, "%s.schema-1", b->path);
	snprintf(b->other, sizeof b->other, "%s-2", b->kept);
	snprintf(b->part, sizeof b->part, "%s.part", b->kept);
	copy_file(b->old, b->path);
	b->before = content_of(b->path);
	assert_int_equal(upgrade(b, NULL), RELAIS_OK);
	b->after = content_of(b->path);
	assert_string_not_equal(b->before, b->after);
	tidy(b);
}

static void tear_down(struct bench *b)
{
	free(b->before);
	free(b->after);
	tidy(b);
	unlink(b->old);
}

static void assert_content(const char *path, const char *wanted)
{
	char *content = content_of(path);

	assert_string_equal(content, wanted);
	free(content);
}

static bool is_old(const struct bench *b)
{
	char *content = content_of(b->path);
	bool old = strcmp(content, b->before) == 0;

	if (!old)
		assert_string_equal(content, b->after);
	free(content);
	return old;
}

static void assert_next_goes_through(const struct bench *b)
{
	assert_int_equal(upgrade(b, NULL), RELAIS_OK);
	assert_content(b->path, b->after);
	assert_content(b->kept, b->before);
	assert_int_not_equal(access(b->other, F_OK), 0);
	assert_int_not_equal(access(b->part, F_OK), 0);
}

/* False: it was over before the fault. */
static bool refuse_at(const struct bench *b, long n)
{
	relais_error err = { 0 };
	relais_status rc;

	copy_file(b->old, b->path);
	disk.left = n;
	disk.failed = false;
	rc = upgrade(b, &err);
	disk.left = 0;
	if (!disk.failed) {
		assert_int_equal(rc, RELAIS_OK);
		return false;
	}
	if (rc == RELAIS_OK) { /* it was in, and only tidying up was refused */
		assert_content(b->path, b->after);
		assert_content(b->kept, b->before);
		return true;
	}
	assert_true(err.text[0]);
	assert_true(is_old(b));
	assert_int_not_equal(access(b->kept, F_OK), 0);
	assert_int_not_equal(access(b->part, F_OK), 0);
	assert_next_goes_through(b);
	return true;
}

/* Every one of the first writes, of the others one of `step`: FAULTS=all in the environment takes all. */
static long next(long n, long step)
{
	bool is_slow = getenv("VALGRIND");

	if (n < (is_slow ? 4 : 20) || getenv("FAULTS"))
		return n + 1;
	return n + (is_slow ? 10 * step : step);
}

static void refuse(fault kind, long step)
{
	struct bench b;
	long n = 1;

	set_up(&b);
	disk.kind = kind;
	while (refuse_at(&b, n)) {
		tidy(&b);
		n = next(n, step);
	}
	assert_true(n > 50);
	tear_down(&b);
}

static void test_every_write_that_finds_the_disk_full(void **state)
{
	(void)state;
	refuse(FAULT_FULL, 5);
}

static void test_every_write_that_fails(void **state)
{
	(void)state;
	refuse(FAULT_BROKEN, 7);
}

/* False: it ended by itself. */
static bool kill_at(const struct bench *b, long n)
{
	int status;
	bool killed;
	pid_t child;

	copy_file(b->old, b->path);
	child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		disk.left = n;
		_exit(upgrade(b, NULL) == RELAIS_OK ? 0
						    : 1); /* it has done it then: see below */
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	killed = WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
	if (access(b->kept, F_OK) == 0)
		assert_content(b->kept, b->before);
	if (is_old(b))
		assert_true(killed);
	else
		assert_int_equal(access(b->kept, F_OK), 0);
	assert_next_goes_through(b);
	return killed;
}

static void test_killed_at_every_write(void **state)
{
	struct bench b;
	long n = 1;

	(void)state;
	set_up(&b);
	disk.kind = FAULT_KILLED;
	while (kill_at(&b, n)) {
		tidy(&b);
		n = next(n, 6);
	}
	assert_true(n > 50);
	tear_down(&b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_write_that_finds_the_disk_full),
		cmocka_unit_test(test_every_write_that_fails),
		cmocka_unit_test(test_killed_at_every_write),
	};

	install_disk();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
