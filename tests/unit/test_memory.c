/* SPDX-License-Identifier: MIT
 * Every allocation of the room refused in turn: the failure is reported, nothing that was
 * there is lost, nothing leaks. The files are compiled in here with an allocator that
 * counts down, so that this works under sanitizers and valgrind alike.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static long allowed; /* allocations that still succeed */

static void *try_malloc(size_t size)
{
	return allowed-- > 0 ? malloc(size) : NULL;
}

static void *try_calloc(size_t count, size_t size)
{
	return allowed-- > 0 ? calloc(count, size) : NULL;
}

static void *try_realloc(void *old, size_t size)
{
	return allowed-- > 0 ? realloc(old, size) : NULL;
}

#include "../../lib/base/error.h"

#undef fail /* the macro of cmocka */
#define malloc(size)        try_malloc(size)
#define calloc(count, size) try_calloc(count, size)
#define realloc(old, size)  try_realloc(old, size)
#define grow                arena_grow
#include "../../lib/base/arena.c"
#undef grow
#include "../../lib/base/map.c"
#define make_room rows_make_room
#include "../../lib/base/rows.c"
#undef make_room
#include "../../lib/base/text.c"

static void maps_keep_what_they_have(void **state)
{
	(void)state;
	for (long limit = 0; limit < 12; limit++) {
		map m = { 0 };
		int64_t put = 0, value;
		char key[32];

		allowed = limit;
		for (; put < 5000; put++) {
			size_t length =
				(size_t)snprintf(key, sizeof key, "OT-22-%06d", (int)put);

			if (!map_put(&m, key, length, put))
				break;
		}
		assert_true(put < 5000);
		assert_int_equal(m.count, put);
		for (int64_t i = 0; i < put; i++) {
			size_t length = (size_t)snprintf(key, sizeof key, "OT-22-%06d", (int)i);

			assert_true(map_get(&m, key, length, &value));
			assert_int_equal(value, i);
		}
		map_free(&m);
	}
}

static void arenas_say_no(void **state)
{
	arena a = { 0 };

	(void)state;
	allowed = 0;
	assert_null(arena_alloc(&a, 1));
	assert_null(arena_alloc(&a, 100000));
	assert_null(arena_string(&a, "a"));
	allowed = 1;
	assert_non_null(arena_string(&a, "a"));
	assert_null(arena_alloc(&a, 100000));
	assert_non_null(arena_string(&a, "b"));
	arena_free(&a);
}

static void lists_report_at_the_end(void **state)
{
	static const relais_column columns[] = { { "a", "A", RELAIS_TEXT },
		{ "b", "B", RELAIS_TEXT } };

	(void)state;
	for (long limit = 1; limit < 12; limit++) {
		relais_error err = { 0 };
		relais_rows *rows = NULL;
		rowlist *list;

		allowed = limit;
		list = rowlist_new(columns, 2);
		assert_non_null(list);
		for (int i = 0; i < 3000; i++) {
			rowlist_text(list, "a text that takes some room");
			rowlist_end_row(list);
		}
		assert_int_equal(rowlist_rows(list, &rows, &err), RELAIS_E_MEMORY);
		assert_null(rows);
		assert_string_equal(err.text, "not enough memory");
	}
	allowed = 0;
	assert_null(rowlist_new(columns, 2));
}

static void count_close(void *self)
{
	++*(int *)self;
}

static void a_source_without_rows_is_closed(void **state)
{
	relais_rows *rows;
	int closed = 0;

	(void)state;
	allowed = 0;
	assert_int_equal(rows_new(&rows, NULL, 0, next_row, count_close, &closed, NULL),
		RELAIS_E_MEMORY);
	assert_int_equal(closed, 1);
	assert_null(rows);
}

static void texts_stop_growing(void **state)
{
	text t = { 0 };

	(void)state;
	allowed = 1;
	for (int i = 0; i < 100; i++)
		text_add_char(&t, 'x');
	assert_true(t.failed);
	assert_int_equal(t.length, 63);
	text_addf(&t, "%d", 1);
	text_add(&t, "");
	assert_int_equal(strlen(text_str(&t)), 63);
	text_free(&t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(maps_keep_what_they_have),
		cmocka_unit_test(arenas_say_no),
		cmocka_unit_test(lists_report_at_the_end),
		cmocka_unit_test(a_source_without_rows_is_closed),
		cmocka_unit_test(texts_stop_growing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
