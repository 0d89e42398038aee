/* SPDX-License-Identifier: MIT
 * Rows: a list comes back cell for cell, and what is taken is closed.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include <stdio.h>

#include "../../lib/base/rows.h"

static const relais_column columns[] = {
	{ "office", "Office", RELAIS_CODE },
	{ "value", "Value", RELAIS_NUMBER },
	{ "due", "Due", RELAIS_DATE },
};

static void cells_of_every_type(void **state)
{
	static const char *const expected[][3] = {
		{ "OT-22-004", "12.5", "2024-08-31" },
		{ "", "-7", NULL },
		{ "2024-T3", NULL, NULL },
	};
	rowlist *list = rowlist_new(columns, 3);
	relais_error err = { 0 };
	const relais_column *described;
	relais_rows *rows;
	relais_row row;
	size_t count;

	(void)state;
	assert_non_null(list);
	rowlist_text(list, "OT-22-004");
	rowlist_number(list, (number){ 1250, 2 });
	rowlist_day(list, 19966);
	rowlist_end_row(list);
	rowlist_text(list, "");
	rowlist_count(list, -7);
	rowlist_day(list, RELAIS_NO_DAY);
	rowlist_end_row(list);
	rowlist_period(list, 2024 * 20 + 15);
	rowlist_null(list);
	rowlist_end_row(list);
	assert_int_equal(rowlist_rows(list, &rows, &err), RELAIS_OK);
	described = relais_rows_columns(rows, &count);
	assert_int_equal(count, 3);
	assert_ptr_equal(described, columns);
	for (size_t i = 0; i < 3; i++) {
		assert_int_equal(relais_rows_next(rows, &row, &err), RELAIS_OK);
		assert_int_equal(row.count, 3);
		for (size_t k = 0; k < 3; k++) {
			const char *want = expected[i][k], *got = row.cells[k];

			if (!want != !got || (want && strcmp(want, got) != 0))
				fail_msg("row %zu, cell %zu: '%s'", i, k, got ? got : "NULL");
		}
	}
	assert_int_equal(relais_rows_next(rows, &row, &err), RELAIS_END);
	assert_int_equal(relais_rows_next(rows, &row, &err), RELAIS_END);
	relais_rows_close(rows);
	relais_rows_close(NULL);
}

static void thousands(void **state)
{
	rowlist *list = rowlist_new(columns, 2);
	relais_rows *rows;
	relais_row row;
	char cell[32];

	(void)state;
	assert_non_null(list);
	for (int i = 0; i < 20000; i++) {
		snprintf(cell, sizeof cell, "OT-%d", i);
		rowlist_text(list, cell);
		rowlist_count(list, i);
		rowlist_end_row(list);
	}
	assert_int_equal(rowlist_rows(list, &rows, NULL), RELAIS_OK);
	for (int i = 0; i < 20000; i++) {
		snprintf(cell, sizeof cell, "OT-%d", i);
		assert_int_equal(relais_rows_next(rows, &row, NULL), RELAIS_OK);
		if (strcmp(row.cells[0], cell) != 0 || strcmp(row.cells[1], cell + 3) != 0)
			fail_msg("row %d: '%s', '%s'", i, row.cells[0], row.cells[1]);
	}
	assert_int_equal(relais_rows_next(rows, &row, NULL), RELAIS_END);
	relais_rows_close(rows);
}

/* A cell may be of another type than its column, whichever row it is in and however many come after. */
static void a_cell_says_its_type(void **state)
{
	enum { ROWS = 500, SHARE = 3 };
	rowlist *list = rowlist_new(columns, 3);
	relais_error err = { 0 };
	relais_rows *rows;
	relais_row row;

	(void)state;
	for (int i = 0; i < ROWS; i++) {
		rowlist_text(list, "OT-22-004");
		rowlist_number(list, (number){ i, 0 });
		if (i == SHARE)
			rowlist_as(list, RELAIS_PERCENT);
		rowlist_end_row(list);
	}
	assert_int_equal(rowlist_rows(list, &rows, &err), RELAIS_OK);
	for (int i = 0; i < ROWS; i++) {
		assert_int_equal(relais_rows_next(rows, &row, &err), RELAIS_OK);
		assert_int_equal(row.types[0], RELAIS_CODE);
		assert_int_equal(row.types[1], i == SHARE ? RELAIS_PERCENT : RELAIS_NUMBER);
		assert_int_equal(row.types[2], RELAIS_DATE);
	}
	relais_rows_close(rows);
}

static void misshapen_rows_are_said(void **state)
{
	relais_error err = { .lang = RELAIS_FR };
	relais_rows *rows;
	rowlist *list = rowlist_new(columns, 1);

	(void)state;
	assert_non_null(list);
	rowlist_text(list, "a");
	rowlist_text(list, "b");
	rowlist_end_row(list);
	assert_int_equal(rowlist_rows(list, &rows, &err), RELAIS_E_USAGE);
	assert_null(rows);
	assert_string_equal(err.text, "une ligne n’a pas exactement 1 cellules");
	list = rowlist_new(columns, 2);
	assert_non_null(list);
	rowlist_text(list, "a");
	assert_int_equal(rowlist_rows(list, &rows, &err), RELAIS_E_USAGE);
	rowlist_free(NULL);
	rowlist_free(rowlist_new(columns, 3));
	assert_int_equal(rowlist_rows(NULL, &rows, &err), RELAIS_E_MEMORY);
}

static void an_empty_list(void **state)
{
	relais_rows *rows;
	relais_row row;

	(void)state;
	assert_int_equal(rowlist_rows(rowlist_new(columns, 3), &rows, NULL), RELAIS_OK);
	assert_int_equal(relais_rows_next(rows, &row, NULL), RELAIS_END);
	relais_rows_close(rows);
}

static relais_status broken(void *self, relais_row *row, relais_error *err)
{
	(void)self;
	(void)row;
	(void)err;
	return RELAIS_E_IO;
}

static void count_close(void *self)
{
	++*(int *)self;
}

static void a_source_is_asked_and_closed_once(void **state)
{
	relais_rows *rows;
	relais_row row;
	int closed = 0;

	(void)state;
	assert_int_equal(
		rows_new(&rows, columns, 3, broken, count_close, &closed, NULL), RELAIS_OK);
	assert_int_equal(relais_rows_next(rows, &row, NULL), RELAIS_E_IO);
	assert_int_equal(closed, 0);
	relais_rows_close(rows);
	assert_int_equal(closed, 1);
	assert_int_equal(rows_new(&rows, columns, 3, broken, NULL, NULL, NULL), RELAIS_OK);
	relais_rows_close(rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(cells_of_every_type),
		cmocka_unit_test(thousands),
		cmocka_unit_test(a_cell_says_its_type),
		cmocka_unit_test(misshapen_rows_are_said),
		cmocka_unit_test(an_empty_list),
		cmocka_unit_test(a_source_is_asked_and_closed_once),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
