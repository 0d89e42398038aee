/* SPDX-License-Identifier: MIT
 * Sorted chunks put aside and merged are all rows sorted, whatever the number of chunks and the room
 * they are read through; rows of one key stay in the order they came in.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>

#include "../../lib/ingest/figures/staging_runs.h"

static uint64_t seed;

static uint64_t chance(void)
{
	seed = seed * 6364136223846793005u + 1442695040888963407u;
	return seed >> 33;
}

/* `chunks` of up to `most` rows with few keys, numbered as they come. */
static size_t put_aside(runs **r, size_t chunks, size_t most)
{
	staged *rows = calloc(most, sizeof *rows), *spare = calloc(most, sizeof *spare);
	size_t all = 0;

	assert_true(rows && spare);
	for (size_t c = 0; c < chunks; c++) {
		size_t count = 1 + chance() % most;

		for (size_t i = 0; i < count; i++)
			rows[i] = (staged){ .key = chance() % 97, .line = (uint32_t)++all };
		staged_sort(rows, spare, count);
		assert_int_equal(runs_add(r, rows, count, NULL), RELAIS_OK);
	}
	free(rows);
	free(spare);
	return all;
}

static void merges(void **unused)
{
	static const struct {
		size_t chunks, most, room, block;
	} cases[] = { { 1, 1, 1, 1 }, { 1, 50, 7, 3 }, { 2, 50, 2, 100 }, { 3, 200, 3, 64 },
		{ 17, 40, 100, 13 }, { 60, 300, 1000, 256 } };

	(void)unused;
	for (size_t n = 0; n < sizeof cases / sizeof *cases; n++) {
		staged *room = calloc(cases[n].room, sizeof *room);
		staged *out = calloc(cases[n].block, sizeof *out), last = { 0 };
		size_t all, seen = 0, got;
		runs *r = NULL;

		seed = n + 1;
		all = put_aside(&r, cases[n].chunks, cases[n].most);
		assert_int_equal(runs_start(r, room, cases[n].room, NULL), RELAIS_OK);
		for (;;) {
			assert_int_equal(
				runs_take(r, out, cases[n].block, &got, NULL), RELAIS_OK);
			if (got == 0)
				break;
			for (size_t i = 0; i < got; i++) {
				if (out[i].key < last.key ||
					(out[i].key == last.key && out[i].line <= last.line))
					fail_msg("case %zu: line %u after line %u", n,
						out[i].line, last.line);
				last = out[i];
			}
			seen += got;
		}
		assert_int_equal(seen, all);
		runs_close(r);
		free(room);
		free(out);
	}
}

static void bounds(void **unused)
{
	const staged row = { .key = 1 };
	runs *r = NULL;
	int count = 0;

	(void)unused;
	assert_true(runs_take_more(NULL));
	for (; runs_take_more(r) && count < 5000; count++)
		assert_int_equal(runs_add(&r, &row, 1, NULL), RELAIS_OK);
	assert_int_equal(count, 1024);
	runs_close(r);
	runs_close(NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(merges),
		cmocka_unit_test(bounds) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
