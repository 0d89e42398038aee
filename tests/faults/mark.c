/* SPDX-License-Identifier: MIT
 * See mark.h. FNV-1a: nobody here makes two stores alike on purpose.
 */
#include "mark.h"

#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

uint64_t mark_add(uint64_t mark, const void *bytes, size_t length)
{
	const unsigned char *p = bytes;

	for (size_t i = 0; i < length; i++)
		mark = (mark ^ p[i]) * UINT64_C(1099511628211);
	return mark;
}

bool mark_is_store(const void *bytes, size_t length)
{
	static const char begins[] = "SQLite format 3";

	return length >= sizeof begins && memcmp(bytes, begins, sizeof begins) == 0;
}

static void add_row(uint64_t *mark, sqlite3_stmt *s)
{
	for (int i = 0; i < sqlite3_column_count(s); i++) {
		int type = sqlite3_column_type(s, i);
		const void *bytes = sqlite3_column_blob(s, i);

		*mark = mark_add(*mark, &type, sizeof type);
		if (bytes)
			*mark = mark_add(*mark, bytes, (size_t)sqlite3_column_bytes(s, i));
	}
}

/* Every row of an answer, the first cell of the first one in `first`. */
static int add_answer(uint64_t *mark, sqlite3 *db, const char *sql, char *first, size_t size)
{
	sqlite3_stmt *s = NULL;
	int rc = sqlite3_prepare_v2(db, sql, -1, &s, NULL);
	bool is_first = true;

	while (rc == SQLITE_OK && (rc = sqlite3_step(s)) == SQLITE_ROW) {
		if (first && is_first)
			snprintf(first, size, "%s", (const char *)sqlite3_column_text(s, 0));
		is_first = false;
		add_row(mark, s);
		rc = SQLITE_OK;
	}
	sqlite3_finalize(s);
	return rc == SQLITE_DONE ? SQLITE_OK : rc;
}

static int add_tables(uint64_t *mark, sqlite3 *db)
{
	sqlite3_stmt *s = NULL;
	int rc = sqlite3_prepare_v2(db,
		"SELECT format('SELECT * FROM \"%w\"', name) FROM sqlite_schema\n"
		" WHERE type = 'table' ORDER BY name",
		-1, &s, NULL);

	while (rc == SQLITE_OK && (rc = sqlite3_step(s)) == SQLITE_ROW)
		rc = add_answer(mark, db, (const char *)sqlite3_column_text(s, 0), NULL, 0);
	sqlite3_finalize(s);
	return rc == SQLITE_DONE ? SQLITE_OK : rc;
}

static bool read_all(sqlite3 *db, uint64_t *mark, char why[WHY_SIZE])
{
	uint64_t unused = MARK_START;
	char said[WHY_SIZE] = "";

	if (add_answer(&unused, db, "PRAGMA integrity_check", said, sizeof said) != SQLITE_OK)
		snprintf(why, WHY_SIZE, "integrity_check: %s", sqlite3_errmsg(db));
	else if (strcmp(said, "ok") != 0)
		snprintf(why, WHY_SIZE, "integrity_check: %.400s", said);
	else if (*said = '\0', add_answer(&unused, db, "PRAGMA foreign_key_check", said,
				       sizeof said) != SQLITE_OK ||
				       *said)
		snprintf(why, WHY_SIZE, "foreign_key_check: %.400s", said);
	else if (add_answer(mark, db, "PRAGMA user_version", NULL, 0) != SQLITE_OK ||
		 add_answer(mark, db,
			 "SELECT type, name, sql FROM sqlite_schema ORDER BY type, name", NULL,
			 0) != SQLITE_OK ||
		 add_tables(mark, db) != SQLITE_OK)
		snprintf(why, WHY_SIZE, "%s", sqlite3_errmsg(db));
	else
		return true;
	return false;
}

bool mark_store(const char *path, uint64_t *mark, char why[WHY_SIZE])
{
	sqlite3 *db = NULL;
	bool sound = false;

	*mark = MARK_START;
	if (sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK)
		snprintf(why, WHY_SIZE, "%s", db ? sqlite3_errmsg(db) : "no memory");
	else
		sound = read_all(db, mark, why);
	if (sqlite3_close(db) != SQLITE_OK) {
		snprintf(why, WHY_SIZE, "not closed");
		return false;
	}
	return sound;
}
