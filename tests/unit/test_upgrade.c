/* SPDX-License-Identifier: MIT
 * A store of every earlier schema is brought to the present one, whether the file is changed or a
 * copy of it: what is there then is, table by table, what a new store has. Who adds a table to
 * schema.sql and forgets its step fails here.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "../../lib/store/connect.h"
#include "../../lib/store/shape.h"
#include "../../lib/store/upgrade.h"
#include "../../lib/store/views.h"
#include "old_stores.h"
#include "rounds.h"
#include "temporary.h"

/* Every object, by name, in its plain text. */
static char *shape_of(relais_store *store)
{
	text shape = { 0 };
	stmt *s;

	assert_int_equal(stmt_prepare(&s, store,
				 "SELECT type, name, sql FROM sqlite_schema\n"
				 " WHERE name <> 'sqlite_stat1' ORDER BY type, name",
				 NULL),
		RELAIS_OK);
	while (stmt_step(s, NULL) == RELAIS_OK) {
		char *plain = shape_plain(stmt_text(s, 2) ? stmt_text(s, 2) : "");

		text_addf(&shape, "%s %s: %s\n", stmt_text(s, 0), stmt_text(s, 1), plain);
		free(plain);
	}
	stmt_free(s);
	assert_false(shape.failed);
	return shape.data;
}

/* The first line that differs says more than two whole schemas. */
static void assert_same_shape(relais_store *store, const char *fresh, const char *name)
{
	char *shape = shape_of(store);
	size_t same = 0;

	while (fresh[same] && fresh[same] == shape[same])
		same++;
	if (fresh[same] || shape[same]) {
		while (same > 0 && fresh[same - 1] != '\n')
			same--;
		fail_msg("%s upgraded: %.*s\na new store: %.*s", name,
			(int)strcspn(shape + same, "\n"), shape + same,
			(int)strcspn(fresh + same, "\n"), fresh + same);
	}
	free(shape);
}

static char *fresh_shape(void)
{
	relais_store *store;
	char *shape;

	assert_int_equal(store_connect(&store, NULL, RELAIS_PRIVATE, NULL), RELAIS_OK);
	assert_int_equal(views_ready(store, NULL), RELAIS_OK);
	shape = shape_of(store);
	store_disconnect(store);
	return shape;
}

static void check_opened(
	const char *path, relais_mode mode, const char *fresh, const char *name, int from)
{
	relais_error err = { 0 };
	relais_store *store;
	relais_upgrade upgrade;

	if (store_connect(&store, path, mode, &err) != RELAIS_OK)
		fail_msg("%s: %s", name, err.text);
	upgrade = relais_store_upgrade(store);
	assert_int_equal(upgrade.from, from);
	assert_int_equal(upgrade.to, upgrade_newest());
	assert_same_shape(store, fresh, name);
	if (mode == RELAIS_WRITE && from < upgrade.to) {
		assert_non_null(upgrade.kept);
		unlink(upgrade.kept);
	} else {
		assert_null(upgrade.kept);
	}
	store_disconnect(store);
}

static void test_every_schema_becomes_the_present_one(void **state)
{
	char names[MOST_STORES][STORE_NAME], path[PATH_MAX];
	size_t count = old_store_names(names);
	char *fresh = fresh_shape();

	(void)state;
	assert_true(count >= 33);
	for (size_t i = 0; i < count; i += count / rounds_of((unsigned)count)) {
		int fd = temporary(path);

		assert_true(fd >= 0);
		close(fd);
		make_old_store(path, names[i]);
		check_opened(path, RELAIS_READ, fresh, names[i], 1);
		check_opened(path, RELAIS_TRY, fresh, names[i], 1);
		check_opened(path, RELAIS_WRITE, fresh, names[i], 1);
		check_opened(path, RELAIS_WRITE, fresh, names[i], upgrade_newest());
		unlink(path);
	}
	free(fresh);
}

static void assert_plain(const char *sql, const char *plain)
{
	char *found = shape_plain(sql);

	assert_string_equal(found, plain);
	free(found);
}

static void test_plain_text_of_a_table(void **state)
{
	(void)state;
	assert_plain("", "");
	assert_plain("CREATE TABLE a ( -- one\n\tb  TEXT, /* two */ c INTEGER\n) STRICT",
		"CREATE TABLE a(b TEXT,c INTEGER)STRICT");
	assert_plain("CREATE TABLE \"a\" (\"b\" TEXT,c INTEGER) STRICT",
		"CREATE TABLE a(b TEXT,c INTEGER)STRICT");
	assert_plain("CHECK (a = ' -- it''s  one ')", "CHECK(a=' -- it''s  one ')");
	assert_plain("a -- no end", "a");
	assert_plain("a 'no end", "a'no end");
	assert_plain("a /* no end", "a");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_schema_becomes_the_present_one),
		cmocka_unit_test(test_plain_text_of_a_table),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
