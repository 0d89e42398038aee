/* SPDX-License-Identifier: MIT
 * What is received, guarded and taken back: after any run of imports and undos, the store says
 * what a table in memory says, today and as of every day before.
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

#include <relais.h>

#include "../../lib/base/text.h"
#include "temporary.h"

enum { FIRST_DAY = 20000 /* 2024-10-04 */, OFFICES = 6, STEPS = 40, NOTHING = -1 };

static relais_store *open_file(char path[PATH_MAX])
{
	relais_error err = { 0 };
	relais_store *store;
	int fd;

	fd = temporary(path);
	assert_true(fd >= 0);
	close(fd);
	unlink(path);
	if (relais_store_open(&store, path, RELAIS_CREATE, NULL, &err) != RELAIS_OK)
		fail_msg("%s", err.text);
	return store;
}

static relais_import_options options_of(relais_day day)
{
	return (relais_import_options){ .today = day, .create_offices = true };
}

static relais_status import_with(relais_store *store, const char *content,
	const relais_import_options *options, relais_summary *summary, relais_error *err)
{
	char path[PATH_MAX];
	size_t length = strlen(content);
	relais_status rc;
	int fd = temporary(path);

	assert_true(fd >= 0);
	assert_int_equal(write(fd, content, length), (ssize_t)length);
	close(fd);
	rc = relais_import(store, path, options, summary, err);
	unlink(path);
	return rc;
}

#define HEAD "office,indicator,period,value\n"

static void read_figures(relais_store *store, relais_day as_of, int figures[OFFICES])
{
	relais_question question = { .today = as_of, .as_of = as_of };
	relais_error err = { 0 };
	relais_rows *rows;
	relais_row row;

	for (int i = 0; i < OFFICES; i++)
		figures[i] = NOTHING;
	assert_int_equal(
		relais_ask_export(store, "observations", &question, &rows, &err), RELAIS_OK);
	while (relais_rows_next(rows, &row, &err) == RELAIS_OK)
		figures[row.cells[0][1] - '0'] = atoi(row.cells[3]);
	relais_rows_close(rows);
}

static int64_t import_some(
	relais_store *store, relais_day day, uint32_t seed, int figures[OFFICES])
{
	relais_import_options options = options_of(day);
	relais_summary m;
	relais_error err = { 0 };
	text file = { 0 };

	text_add(&file, HEAD);
	for (int i = 0; i < OFFICES; i++)
		if (seed >> i & 1) {
			figures[i] = (int)(seed >> 8 & 0xff) + i;
			text_addf(&file, "O%d,contacts_guichet,2024-01,%d\n", i, figures[i]);
		}
	if (import_with(store, file.data, &options, &m, &err) != RELAIS_OK)
		fail_msg("%s", err.text);
	text_free(&file);
	return m.batch;
}

/* Undoes the last batch again and again, and sometimes its undo: the last one always goes back
 * to what was before it. */
static void test_against_a_table(void **unused)
{
	int known[STEPS + 1][OFFICES], seen[OFFICES];
	int64_t last = 0;
	const int steps = getenv("VALGRIND") ? STEPS / 4 : STEPS;
	uint32_t seed = 7;
	char path[PATH_MAX];
	relais_store *store = open_file(path);

	(void)unused;
	for (int i = 0; i < OFFICES; i++)
		known[0][i] = NOTHING;
	for (int step = 1; step <= steps; step++) {
		relais_day day = FIRST_DAY + step;
		bool undo = last && step % 3 == 0;

		seed = seed * 1664525 + 1013904223;
		memcpy(known[step], known[undo ? step - 2 : step - 1], sizeof known[step]);
		if (undo) {
			relais_import_options options = options_of(day);
			relais_undo_summary m;
			relais_error err = { 0 };

			if (relais_undo(store, last, &options, false, &m, NULL, &err) !=
				RELAIS_OK)
				fail_msg("step %d: %s", step, err.text);
			assert_int_equal(m.kept, 0);
			last = 0;
		} else {
			last = import_some(store, day, seed >> 8 | 1, known[step]);
		}
		for (int before = 0; before <= step; before++) {
			read_figures(store, FIRST_DAY + before, seen);
			if (memcmp(seen, known[before], sizeof seen) != 0)
				fail_msg("step %d: day %d is not what it was", step, before);
		}
	}
	relais_store_close(store);
	unlink(path);
}

/* What the options alone, or the day, make of another value. */
static void test_conflicts(void **unused)
{
	static const struct {
		const char *name;
		relais_import_options options;
		relais_status status;
		uint64_t revised, skipped, rejected;
		const char *rule;
	} cases[] = {
		{ "revise", { .today = FIRST_DAY + 1 }, RELAIS_OK, 1, 0, 0, "" },
		{ "keep", { .today = FIRST_DAY + 1, .on_conflict = RELAIS_ON_CONFLICT_KEEP },
			RELAIS_OK, 0, 1, 0, "" },
		{ "fail", { .today = FIRST_DAY + 1, .on_conflict = RELAIS_ON_CONFLICT_FAIL },
			RELAIS_E_DATA, 0, 0, 0, "conflict" },
		{ "last day", { .today = 20178 }, RELAIS_OK, 1, 0, 0, "" }, /* 2025-03-31 */
		{ "final", { .today = 20179 }, RELAIS_OK, 0, 0, 1, "" },
		{ "reopened", { .today = 20179, .reopen = true, .why = "counter" }, RELAIS_OK,
			1, 0, 0, "" },
		{ "no reason", { .today = 20179, .reopen = true }, RELAIS_E_USAGE, 0, 0, 0,
			"" },
		{ "before the last", { .today = 20179, .received_at = FIRST_DAY - 1 },
			RELAIS_E_USAGE, 0, 0, 0, "received-before" },
		{ "to come", { .today = 20179, .received_at = 20180 }, RELAIS_E_USAGE, 0, 0, 0,
			"" },
		{ "received in time", { .today = 20179, .received_at = 20178 }, RELAIS_OK, 1, 0,
			0, "" },
	};

	(void)unused;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		relais_import_options first = options_of(FIRST_DAY);
		relais_summary m;
		relais_error err = { 0 };
		char path[PATH_MAX];
		relais_store *store = open_file(path);

		assert_int_equal(import_with(store, HEAD "O1,contacts_guichet,2024-01,5\n",
					 &first, &m, &err),
			RELAIS_OK);
		if (import_with(store, HEAD "O1,contacts_guichet,2024-01,6\n",
			    &cases[i].options, &m, &err) != cases[i].status)
			fail_msg("%s: %s", cases[i].name, err.text);
		if (strcmp(err.rule, cases[i].rule) != 0)
			fail_msg("%s: rule '%s'", cases[i].name, err.rule);
		if (cases[i].status == RELAIS_OK &&
			(m.revised != cases[i].revised || m.skipped != cases[i].skipped ||
				m.rejected != cases[i].rejected))
			fail_msg("%s: counts", cases[i].name);
		relais_store_close(store);
		unlink(path);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_against_a_table),
		cmocka_unit_test(test_conflicts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
