/* SPDX-License-Identifier: MIT
 * Stores as earlier commits wrote them: tests/stores.
 */
#ifndef TESTS_OLD_STORES_H
#define TESTS_OLD_STORES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <sqlite3.h>

#include "../../lib/base/text.h"

enum { MOST_STORES = 64, STORE_NAME = 16 };

#define OLD_SCHEMAS "tests/stores/schema-1.sql"
#define OLD_ROWS    "tests/stores/rows.sql"

static inline bool is_in(const char *line, const char *name)
{
	char word[STORE_NAME + 2];
	size_t length = (size_t)snprintf(word, sizeof word, " %s", name);

	for (const char *p = line; (p = strstr(p, word)); p++)
		if (strchr(" \n", p[length]))
			return true;
	return strcmp(line, "-- in all\n") == 0;
}

/* What of the file belongs to one store. */
static inline void add_part(text *sql, const char *file, const char *name)
{
	FILE *in = fopen(file, "r");
	char line[8192];
	bool on = false;

	assert_non_null(in);
	while (fgets(line, sizeof line, in))
		if (strncmp(line, "-- in ", 6) == 0)
			on = is_in(line, name);
		else if (on)
			text_add(sql, line);
	fclose(in);
}

static inline size_t old_store_names(char names[MOST_STORES][STORE_NAME])
{
	FILE *in = fopen(OLD_SCHEMAS, "r");
	char line[4096];
	size_t count = 0;

	assert_non_null(in);
	while (fgets(line, sizeof line, in)) {
		if (strncmp(line, "-- in ", 6) != 0)
			continue;
		for (char *word = strtok(line + 6, " \n"); word; word = strtok(NULL, " \n")) {
			size_t i = 0;

			while (i < count && strcmp(names[i], word) != 0)
				i++;
			if (i < count || strcmp(word, "all") == 0)
				continue;
			assert_true(count < MOST_STORES && strlen(word) < STORE_NAME);
			strcpy(names[count++], word);
		}
	}
	fclose(in);
	return count;
}

/* In WAL mode, as the tools leave it; without rows where no tool could write any yet. */
static inline void make_old_store(const char *path, const char *name)
{
	text sql = { 0 };
	sqlite3 *db;

	text_add(&sql, "PRAGMA journal_mode = WAL; PRAGMA foreign_keys = OFF; BEGIN;\n");
	add_part(&sql, OLD_SCHEMAS, name);
	add_part(&sql, OLD_ROWS, name);
	text_add(&sql, "PRAGMA application_id = 1382378593; PRAGMA user_version = 1; COMMIT");
	assert_false(sql.failed);
	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, sql.data, NULL, NULL, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_close(db), SQLITE_OK);
	text_free(&sql);
}

#endif
