/* SPDX-License-Identifier: MIT
 * The arena: zeroed, aligned, packed, independent blocks.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "../../lib/base/arena.h"

static void zeroed_and_aligned(void **state)
{
	arena a = { 0 };
	unsigned char *blocks[2000];

	(void)state;
	for (size_t i = 0; i < 2000; i++) {
		size_t size = i * 37 % 3000;

		blocks[i] = arena_alloc(&a, size);
		assert_non_null(blocks[i]);
		if ((uintptr_t)blocks[i] % _Alignof(max_align_t))
			fail_msg("block %zu is not aligned", i);
		for (size_t k = 0; k < size; k++)
			if (blocks[i][k])
				fail_msg("block %zu is not zeroed", i);
		memset(blocks[i], (int)(i % 255 + 1), size);
		assert_non_null(arena_copy(&a, "odd", i % 4));
	}
	for (size_t i = 0; i < 2000; i++)
		for (size_t k = 0; k < i * 37 % 3000; k++)
			if (blocks[i][k] != i % 255 + 1)
				fail_msg("block %zu was overwritten", i);
	arena_free(&a);
	assert_null(a.blocks);
}

static void strings(void **state)
{
	arena a = { 0 };
	char *one, *two;

	(void)state;
	assert_null(arena_string(&a, NULL));
	one = arena_copy(&a, "abcdef", 3);
	two = arena_string(&a, "août");
	assert_string_equal(one, "abc");
	assert_string_equal(two, "août");
	assert_ptr_equal(two, one + 4);
	assert_string_equal(arena_copy(&a, NULL, 0), "");
	arena_free(&a);
	arena_free(&a);
}

static void large_blocks_do_not_waste_the_current_one(void **state)
{
	arena a = { 0 };
	char *before, *large, *after;

	(void)state;
	large = arena_alloc(&a, 1 << 20);
	assert_non_null(large);
	memset(large, 1, 1 << 20);
	before = arena_string(&a, "a");
	large = arena_alloc(&a, 1 << 20);
	assert_non_null(large);
	memset(large, 2, 1 << 20);
	after = arena_string(&a, "b");
	assert_ptr_equal(after, before + 2);
	arena_free(&a);
}

static void impossible_sizes(void **state)
{
	arena a = { 0 };

	(void)state;
	assert_null(arena_alloc(&a, SIZE_MAX));
	assert_null(arena_alloc(&a, SIZE_MAX - 8));
	assert_null(arena_copy(&a, "", SIZE_MAX));
	assert_non_null(arena_alloc(&a, 0));
	assert_null(arena_alloc(&a, SIZE_MAX - 16));
	arena_free(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(zeroed_and_aligned),
		cmocka_unit_test(strings),
		cmocka_unit_test(large_blocks_do_not_waste_the_current_one),
		cmocka_unit_test(impossible_sizes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
