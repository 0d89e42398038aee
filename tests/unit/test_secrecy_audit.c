/* SPDX-License-Identifier: MIT
 * lib/secrecy/audit.c and protect.c: the intervals an outsider can compute, worked by hand; that hiding
 * the primary cells alone leaks; and that what is protected passes, on random tables.
 */
#include "network.h"
#include "rounds.h"

#include "../../lib/secrecy/table.h"

static const secrecy_rule usual = { 3, { 85, 0 }, { 0, 0 } };

struct hidden {
	int64_t value, count, largest;
	char status;
	int64_t low, high; /* −1: nothing bounds it */
	bool is_exposed;
};

/* rows × columns with margins; the cells row by row, the margin last in each. */
static tab *crossed(size_t rows, size_t columns, const struct hidden *cells)
{
	tab *t = tab_new();
	bool is_new;

	tab_dimension(t, "T");
	tab_dimension(t, "T");
	for (size_t i = 0; i <= rows; i++)
		for (size_t j = 0; j <= columns; j++) {
			const struct hidden *h = &cells[i * (columns + 1) + j];
			tab_cell c = { .value = h->value,
				.of = { h->count, h->value, h->largest, SECOND_UNKNOWN },
				.status = h->status };
			char r[8], k[8];
			const char *codes[] = { i < rows ? r : NULL, j < columns ? k : NULL };

			snprintf(r, sizeof r, "r%zu", i);
			snprintf(k, sizeof k, "c%zu", j);
			if (i < rows)
				tab_member(t, 0, 0, r, "T");
			if (j < columns)
				tab_member(t, 1, 0, k, "T");
			tab_add(t, codes, &c, &is_new);
		}
	assert_int_equal(tab_close(t, NULL), RELAIS_OK);
	assert_int_equal(tab_check(t, NULL, NULL), 0);
	return t;
}

static void audited(size_t rows, size_t columns, const struct hidden *cells, size_t expected)
{
	tab_audit_options options = tab_audit_usual;
	tab *t = crossed(rows, columns, cells);
	size_t exposed;

	options.to_the_ends = true;
	assert_int_equal(tab_audit(t, &usual, &options, &exposed, NULL), RELAIS_OK);
	assert_int_equal(exposed, expected);
	for (size_t i = 0; i < tab_cells(t); i++) {
		const tab_cell *c = tab_at(t, i);

		if (c->status == CELL_VISIBLE)
			continue;
		if (c->low != cells[i].low || c->is_exposed != cells[i].is_exposed ||
			c->has_high != (cells[i].high >= 0) ||
			(c->has_high && c->high != cells[i].high))
			fail_msg("cell %zu: %ld to %ld (%d), %s", i, (long)c->low,
				(long)c->high, c->has_high, c->is_exposed ? "exposed" : "safe");
	}
	tab_free(t);
}

/* One may rise as the next in its row falls: by 20 down, where the first is zero, to 30 up. */
static void rectangle(void **state)
{
	static const struct hidden cells[] = { { 20, 2, 10, 'A', 0, 50, false },
		{ 50, 5, 10, 'V', 0, 0, false }, { 30, 5, 10, 'D', 0, 50, false },
		{ 100, 12, 10, 'V', 0, 0, false }, { 60, 5, 20, 'V', 0, 0, false },
		{ 60, 5, 20, 'V', 0, 0, false }, { 60, 5, 20, 'V', 0, 0, false },
		{ 180, 15, 20, 'V', 0, 0, false }, { 40, 5, 10, 'D', 10, 60, false },
		{ 50, 5, 10, 'V', 0, 0, false }, { 70, 5, 20, 'D', 50, 100, false },
		{ 160, 15, 20, 'V', 0, 0, false }, { 120, 12, 20, 'V', 0, 0, false },
		{ 160, 15, 20, 'V', 0, 0, false }, { 160, 15, 20, 'V', 0, 0, false },
		{ 440, 42, 20, 'V', 0, 0, false } };

	(void)state;
	audited(3, 3, cells, 0);
}

/* Alone, it is what the others leave. */
static void primary_alone(void **state)
{
	static const struct hidden cells[] = { { 20, 2, 10, 'A', 20, 20, true },
		{ 50, 5, 10, 'V', 0, 0, false }, { 70, 7, 10, 'V', 0, 0, false },
		{ 60, 5, 20, 'V', 0, 0, false }, { 40, 5, 10, 'V', 0, 0, false },
		{ 100, 10, 20, 'V', 0, 0, false }, { 80, 7, 20, 'V', 0, 0, false },
		{ 90, 10, 10, 'V', 0, 0, false }, { 170, 17, 20, 'V', 0, 0, false } };

	(void)state;
	audited(2, 2, cells, 1);
}

/* A row that goes with its total: the columns tell it all the same. */
static void row_with_total(void **state)
{
	static const struct hidden cells[] = { { 20, 2, 10, 'A', 20, 20, true },
		{ 50, 5, 10, 'V', 0, 0, false }, { 70, 7, 10, 'D', 70, 70, true },
		{ 60, 5, 20, 'V', 0, 0, false }, { 40, 5, 10, 'V', 0, 0, false },
		{ 100, 10, 20, 'V', 0, 0, false }, { 80, 7, 20, 'V', 0, 0, false },
		{ 90, 10, 10, 'V', 0, 0, false }, { 170, 17, 20, 'V', 0, 0, false } };

	(void)state;
	audited(2, 2, cells, 2);
}

/* One line, its total gone as well: nothing above. 5 % away on one side is too near for 20. */
static void one_line(void **state)
{
	static const struct hidden open[] = { { 20, 2, 10, 'A', 0, -1, false },
		{ 50, 5, 10, 'V', 0, 0, false }, { 70, 7, 10, 'D', 50, -1, false } };
	static const struct hidden narrow[] = { { 20, 2, 10, 'A', 0, 21, true },
		{ 1, 5, 1, 'D', 0, 21, false }, { 21, 7, 10, 'V', 0, 0, false } };
	/* the largest of 90 must stay under 85 %: the cell must seem to reach 106, not 110 % */
	static const struct hidden dominated[] = { { 92, 4, 90, 'B', 0, 105, true },
		{ 13, 5, 9, 'D', 0, 105, false }, { 105, 9, 90, 'V', 0, 0, false } };
	tab_audit_options options = tab_audit_usual;

	(void)state;
	for (int i = 0; i < 3; i++) {
		const struct hidden *cells = i == 0 ? open : i == 1 ? narrow : dominated;
		tab *t = tab_new();
		const char *codes[][1] = { { "a" }, { "b" }, { NULL } };
		size_t exposed;
		bool is_new;

		options.to_the_ends = true;
		tab_dimension(t, "T");
		tab_member(t, 0, 0, "a", "T");
		tab_member(t, 0, 0, "b", "T");
		for (int c = 0; c < 3; c++) {
			tab_cell cell = { .value = cells[c].value,
				.of = { cells[c].count, cells[c].value, cells[c].largest,
					SECOND_UNKNOWN },
				.status = cells[c].status };

			tab_add(t, codes[c], &cell, &is_new);
		}
		assert_int_equal(tab_close(t, NULL), RELAIS_OK);
		assert_int_equal(tab_audit(t, &usual, &options, &exposed, NULL), RELAIS_OK);
		for (size_t c = 0; c < 3; c++) {
			const tab_cell *cell = tab_at(t, c);

			if (cell->status == CELL_VISIBLE)
				continue;
			assert_int_equal(cell->low, cells[c].low);
			assert_int_equal(cell->has_high, cells[c].high >= 0);
			if (cell->has_high)
				assert_int_equal(cell->high, cells[c].high);
			assert_int_equal(cell->is_exposed, cells[c].is_exposed);
		}
		tab_free(t);
	}
}

/* ---- random tables ------------------------------------------------------------ */

static uint64_t seed;
static uint32_t below(uint32_t n)
{
	seed = seed * 6364136223846793005ULL + 1442695040888963407ULL;
	return (uint32_t)(seed >> 33) % n;
}

static tab_cell random_cell(void)
{
	tab_cell c = { 0 };
	uint32_t n = below(100) < 10 ? below(3) : 3 + below(12);

	while (n--) {
		int64_t v = (1 + below(400)) * (below(30) ? 1 : 20);

		c.of = contributors_join(c.of, (contributors){ 1, v, v, 0 });
	}
	c.value = c.of.magnitude;
	return c;
}

static void put(tab *t, size_t i, size_t j, size_t rows, size_t columns, const tab_cell *c)
{
	char r[16], k[16];
	const char *codes[] = { i < rows ? r : NULL, j < columns ? k : NULL };
	bool is_new;

	snprintf(r, sizeof r, "r%zu", i);
	snprintf(k, sizeof k, "c%zu", j);
	assert_int_not_equal(tab_add(t, codes, c, &is_new), TAB_NONE);
}

/* Rows in groups of four, unless it is 0; columns in one. */
static tab *random_table(size_t rows, size_t columns, bool grouped)
{
	size_t groups = grouped ? (rows + 3) / 4 : 0, all = rows + groups + 1;
	tab_cell *cells = calloc(all * (columns + 1), sizeof *cells);
	tab *t = tab_new();
	char code[16], above[16];

	tab_dimension(t, "T");
	tab_dimension(t, "T");
	for (size_t i = 0; i < rows; i++)
		for (size_t j = 0; j < columns; j++) {
			tab_cell c = random_cell();
			size_t up[] = { i, rows + i / 4, all - 1 };

			for (int u = 0; u < 3; u++)
				for (int m = 0; m < 2; m++) {
					tab_cell *at = &cells[up[u] * (columns + 1) +
							      (m ? columns : j)];

					if (u == 1 && !grouped)
						continue;
					at->of = contributors_join(at->of, c.of);
					at->value = at->of.magnitude;
				}
		}
	for (size_t i = 0; i + 1 < all; i++) {
		snprintf(code, sizeof code, "r%zu", i);
		snprintf(above, sizeof above, "r%zu", rows + i / 4);
		tab_member(t, 0, 0, code, grouped && i < rows ? above : "T");
	}
	for (size_t j = 0; j < columns; j++) {
		snprintf(code, sizeof code, "c%zu", j);
		tab_member(t, 1, 0, code, "T");
	}
	for (size_t i = 0; i < all; i++)
		for (size_t j = 0; j <= columns; j++)
			put(t, i, j, all - 1, columns, &cells[i * (columns + 1) + j]);
	free(cells);
	assert_int_equal(tab_close(t, NULL), RELAIS_OK);
	assert_int_equal(tab_check(t, NULL, NULL), 0);
	return t;
}

static size_t complementary(tab *t)
{
	size_t count = 0;

	for (size_t i = 0; i < tab_cells(t); i++)
		count += tab_at(t, i)->status == CELL_COMPLEMENTARY;
	return count;
}

static void protected_tables(void **state)
{
	(void)state;
	for (uint64_t round = 1; round <= rounds_of(40); round++) {
		size_t hidden, exposed;
		tab *t;

		seed = round;
		t = random_table(4 + below(8), 3 + below(6), round % 2);
		hidden = tab_mark(t, &usual);
		assert_int_equal(
			tab_audit(t, &usual, &tab_audit_usual, &exposed, NULL), RELAIS_OK);
		if (hidden && !exposed)
			fail_msg("table %d: its primary cells alone pass", (int)round);
		assert_int_equal(
			tab_protect(t, &usual, &tab_audit_usual, true, NULL), RELAIS_OK);
		assert_int_equal(
			tab_audit(t, &usual, &tab_audit_usual, &exposed, NULL), RELAIS_OK);
		assert_int_equal(exposed, 0);
		if (hidden && !complementary(t))
			fail_msg("table %d: nothing but primary cells", (int)round);
		tab_free(t);
	}
}

/* The exact optimum of a table, and what the heuristic makes of the same. */
static void near_the_best(void **state)
{
	size_t found = 0, least = 0;

	(void)state;
	for (uint64_t round = 1; round <= rounds_of(32); round++) {
		size_t rows = round == 32 ? 19 : 3 + round % 8;
		size_t columns = round == 32 ? 19 : 3 + round % 5;
		size_t fast, best, exposed;
		tab *t;

		for (int exact = 0; exact < 2; exact++) {
			seed = 100 + round;
			t = random_table(rows, columns, round % 2);
			assert_int_equal(
				exact ? tab_protect_best(
						t, &usual, &tab_audit_usual, true, NULL)
				      : tab_protect(t, &usual, &tab_audit_usual, true, NULL),
				RELAIS_OK);
			assert_int_equal(tab_audit(t, &usual, &tab_audit_usual, &exposed, NULL),
				RELAIS_OK);
			assert_int_equal(exposed, 0);
			*(exact ? &best : &fast) = complementary(t);
			tab_free(t);
		}
		if (fast < best || fast * 4 > best * 5)
			fail_msg("table %d: %zu cells, the optimum is %zu", (int)round, fast,
				best);
		found += fast;
		least += best;
	}
	/* all together they are nearer than each must be */
	assert_true(found * 10 <= least * 11);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(rectangle),
		cmocka_unit_test(primary_alone), cmocka_unit_test(row_with_total),
		cmocka_unit_test(one_line), cmocka_unit_test(protected_tables),
		cmocka_unit_test(near_the_best) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
