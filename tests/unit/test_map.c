/* SPDX-License-Identifier: MIT
 * The map: every key put is found with its last value, and no other.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include <stdio.h>

#include "../../lib/base/map.h"

static void empty(void **state)
{
	map m = { 0 };
	int64_t value = 7;

	(void)state;
	assert_false(map_get(&m, "a", 1, &value));
	assert_int_equal(value, 7);
	map_free(&m);
}

static void keys_are_bytes(void **state)
{
	map m = { 0 };
	char key[] = "abc";
	int64_t value;

	(void)state;
	assert_true(map_put(&m, "", 0, 1));
	assert_true(map_put(&m, "\0", 1, 2));
	assert_true(map_put(&m, "\0\0", 2, 3));
	assert_true(map_put(&m, key, 3, 4));
	key[0] = 'x'; /* the key was copied */
	assert_true(map_get(&m, "", 0, &value));
	assert_int_equal(value, 1);
	assert_true(map_get(&m, "\0", 1, &value));
	assert_int_equal(value, 2);
	assert_true(map_get(&m, "\0\0", 2, &value));
	assert_int_equal(value, 3);
	assert_true(map_get(&m, "abcd", 3, &value));
	assert_int_equal(value, 4);
	assert_false(map_get(&m, key, 3, &value));
	assert_false(map_get(&m, "abcd", 4, &value));
	assert_int_equal(m.count, 4);
	map_free(&m);
	assert_int_equal(m.capacity, 0);
}

/* Codes as offices have them, of many lengths, so that every tail of the hash is used. */
static size_t code(char out[64], int i)
{
	switch (i % 5) {
	case 0: return (size_t)snprintf(out, 64, "%d", i);
	case 1: return (size_t)snprintf(out, 64, "OT-%d", i);
	case 2: return (size_t)snprintf(out, 64, "OT-22-%06d", i);
	case 3: return (size_t)snprintf(out, 64, "indicateur_long_%d_guichet", i);
	default: return (size_t)snprintf(out, 64, "%040d", i);
	}
}

static bool put(map *m, int i, int64_t value)
{
	char key[64];
	size_t length = code(key, i);

	return map_put(m, key, length, value);
}

static bool get(const map *m, int i, char key[64], int64_t *value)
{
	size_t length = code(key, i);

	return map_get(m, key, length, value);
}

static void many(void **state)
{
	enum { KEYS = 50000 };
	map m = { 0 };
	char key[64];
	int64_t value;

	(void)state;
	for (int i = 0; i < KEYS; i++)
		assert_true(put(&m, i, i));
	assert_int_equal(m.count, KEYS);
	for (int i = 0; i < KEYS; i += 3)
		assert_true(put(&m, i, -i));
	assert_int_equal(m.count, KEYS);
	for (int i = 0; i < KEYS; i++) {
		if (!get(&m, i, key, &value))
			fail_msg("'%s' is lost", key);
		if (value != (i % 3 ? i : -i))
			fail_msg("'%s' is %lld", key, (long long)value);
	}
	for (int i = KEYS; i < KEYS + 1000; i++)
		if (get(&m, i, key, &value))
			fail_msg("'%s' was never put", key);
	map_free(&m);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(empty),
		cmocka_unit_test(keys_are_bytes),
		cmocka_unit_test(many),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
