/* SPDX-License-Identifier: MIT
 * A store from elsewhere: a file of ours with bytes changed here and there, or one that another program wrote SQL
 * in (triggers, views under the names of our tables, a schema of its own). It is refused with a reason, or asked;
 * and what only reads it leaves every byte of it.
 */
#include "fuzz.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

enum { STEPS = 100000, MOST_LENGTH = 1 << 20, MOST_ROWS = 2000 };

static char folder[] = "/dev/shm/relais-fuzz-XXXXXX", path[64];
static char *whole;
static size_t size;
static int fd = -1;

static void tidy(void)
{
	static const char *const ends[] = { "", "-wal", "-shm", "-journal" };

	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
		char name[80];

		snprintf(name, sizeof name, "%s%s", path, ends[i]);
		unlink(name);
	}
}

static void leave(void)
{
	tidy();
	rmdir(folder);
}

static void start(void)
{
	relais_error err = { 0 };
	relais_store *store;
	struct stat about;

	if (!mkdtemp(folder))
		exit(2);
	snprintf(path, sizeof path, "%s/r.db", folder);
	atexit(leave);
	if (relais_store_open(&store, path, RELAIS_CREATE, NULL, &err) != RELAIS_OK) {
		fprintf(stderr, "fuzz: %s\n", err.text);
		exit(2);
	}
	fuzz_import(store, "share/example/offices.csv");
	fuzz_import(store, "share/example/actions.csv");
	relais_store_close(store);
	fd = open(path, O_RDWR | O_CLOEXEC);
	if (fd < 0 || fstat(fd, &about) != 0)
		exit(2);
	size = (size_t)about.st_size;
	whole = malloc(size);
	if (!whole || pread(fd, whole, size, 0) != (ssize_t)size)
		exit(2);
	close(fd);
}

/* The file as it was; a new one, so that nothing is kept of the last. */
static void restore(void)
{
	tidy();
	fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
	if (fd < 0 || pwrite(fd, whole, size, 0) != (ssize_t)size)
		abort();
}

/* ---- changing it ------------------------------------------------------------------------ */

/* Three bytes say where, one how many, then come the bytes. */
static void patch(const char *bytes, size_t length)
{
	while (length > 4) {
		const unsigned char *b = (const unsigned char *)bytes;
		size_t at = (b[0] | (size_t)b[1] << 8 | (size_t)b[2] << 16) % size;
		size_t n = 1 + b[3] % 32;

		n = n < length - 4 ? n : length - 4;
		n = n < size - at ? n : size - at;
		if (pwrite(fd, bytes + 4, n, (off_t)at) < 0)
			abort();
		bytes += 4 + n;
		length -= 4 + n;
	}
}

static int no_files(
	void *self, int action, const char *a, const char *b, const char *c, const char *d)
{
	(void)self, (void)a, (void)b, (void)c, (void)d;
	return action == SQLITE_ATTACH ? SQLITE_DENY : SQLITE_OK;
}

static int enough(void *self)
{
	return ++*(int *)self > 10;
}

static void run_sql(const char *sql)
{
	sqlite3 *db = NULL;
	int turns = 0;

	if (sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK) {
		sqlite3_set_authorizer(db, no_files, NULL);
		sqlite3_progress_handler(db, STEPS / 10, enough, &turns);
		sqlite3_limit(db, SQLITE_LIMIT_LENGTH, MOST_LENGTH);
		sqlite3_exec(db, "PRAGMA writable_schema = ON", NULL, NULL, NULL);
		sqlite3_exec(db, sql, NULL, NULL, NULL);
	}
	sqlite3_close(db);
}

/* ---- asking it -------------------------------------------------------------------------- */

typedef relais_status question(relais_store *store, const relais_question *asked,
	relais_rows **out, relais_error *err);

static relais_status verify(
	relais_store *store, const relais_question *asked, relais_rows **out, relais_error *err)
{
	uint64_t found;

	(void)asked;
	return relais_ask_verify(store, &found, out, err);
}

static relais_status batches(
	relais_store *store, const relais_question *asked, relais_rows **out, relais_error *err)
{
	(void)asked;
	return relais_ask_batches(store, out, err);
}

static question *const questions[] = { verify, batches, relais_ask_values, relais_ask_totals,
	relais_ask_evolution, relais_ask_completeness, relais_ask_resolutions,
	relais_ask_actions, relais_ask_indicators };
enum { QUESTIONS = sizeof questions / sizeof *questions };

static void ask(relais_store *store, question *asks)
{
	relais_question asked = { .lang = RELAIS_FR, .today = 20000, .as_of = RELAIS_NO_DAY };
	relais_error err = { 0 };
	relais_rows *rows = NULL;
	relais_row row;
	relais_status rc = asks(store, &asked, &rows, &err);

	for (int i = 0; rc == RELAIS_OK && i < MOST_ROWS; i++)
		rc = relais_rows_next(rows, &row, &err);
	fuzz_check_end(rc, &err);
	relais_rows_close(rows);
}

static void is_unchanged(const char *before, off_t length)
{
	char *after = malloc((size_t)length + 1);

	if (!after)
		abort();
	require(pread(fd, after, (size_t)length + 1, 0) == length &&
			!memcmp(before, after, (size_t)length),
		"reading changed the file");
	free(after);
}

static void open_and_ask(relais_mode mode, question *asks)
{
	relais_error err = { 0 };
	relais_store *store;
	relais_status rc = relais_store_open(&store, path, mode, NULL, &err);

	fuzz_check_end(rc, &err);
	if (rc != RELAIS_OK)
		return;
	ask(store, asks);
	relais_store_close(store);
}

static void one(const char *bytes, size_t length)
{
	size_t variant = fuzz_choose(&bytes, &length, 4 * QUESTIONS);
	relais_mode mode = variant & 2 ? RELAIS_WRITE : RELAIS_READ;
	struct stat about;
	char *before;

	restore();
	if (variant & 1)
		patch(bytes, length);
	else
		run_sql(bytes);
	if (fstat(fd, &about) != 0 || !(before = malloc((size_t)about.st_size + 1)) ||
		pread(fd, before, (size_t)about.st_size, 0) != about.st_size)
		abort();
	open_and_ask(mode, questions[variant / 4]);
	if (mode == RELAIS_READ)
		is_unchanged(before, about.st_size);
	free(before);
	close(fd);
}

const fuzz_target fuzz_store = { start, one };
