/* SPDX-License-Identifier: MIT
 * lib/secrecy/: rules on exact numbers, and what protects what in tables of one and more
 * dimensions, with hierarchies and shared margins.
 */
#include "network.h"

#include "../../lib/secrecy/table.h"

static const secrecy_rule usual = { 3, { 85, 0 }, { 0, 0 } };

static void rules(void **state)
{
	static const secrecy_rule finer = { 3, { 855, 1 }, { 10, 0 } };
	static const struct {
		const char *name;
		contributors of;
		char by_usual, by_finer;
	} cases[] = { { "C3.1 freq 0", { 0, 0, 0, 0 }, 'V', 'V' },
		{ "C3.1 freq 2", { 2, 100, 50, 50 }, 'A', 'A' },
		{ "C3.1 two zeros", { 2, 0, 0, 0 }, 'A', 'A' },
		{ "C3.1 three zeros", { 3, 0, 0, 0 }, 'V', 'V' },
		{ "C3.1 exactly 85 %", { 3, 10000, 8500, 50 }, 'V', 'V' },
		{ "C3.1 85.01 %", { 3, 10000, 8501, 50 }, 'B', 'V' },
		{ "85.5 %", { 3, 10000, 8550, 100 }, 'B', 'V' },
		{ "85.51 %", { 3, 10000, 8551, 100 }, 'B', 'B' },
		{ "the others are 9 %", { 9, 209, 100, 100 }, 'V', 'P' },
		{ "the others are 10 %", { 9, 210, 100, 100 }, 'V', 'V' },
		{ "an unknown second is large", { 9, 209, 100, SECOND_UNKNOWN }, 'V', 'P' },
		{ "large", { 3, INT64_MAX, INT64_MAX, 0 }, 'B', 'B' } };

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		char one = rule_judge(&usual, &cases[i].of);
		char other = rule_judge(&finer, &cases[i].of);

		if (one != cases[i].by_usual || other != cases[i].by_finer)
			fail_msg("%s: %c and %c", cases[i].name, one, other);
	}
}

/* Two groups of offices are one: who is largest of all, and who comes next. */
static void joined(void **state)
{
	enum { UNKNOWN = SECOND_UNKNOWN };
	static const struct {
		contributors a, b, both;
	} cases[] = { { { 2, 300, 200, 100 }, { 3, 500, 250, 150 }, { 5, 800, 250, 200 } },
		{ { 2, 90, 50, 40 }, { 2, 300, 200, 100 }, { 4, 390, 200, 100 } },
		{ { 3, 600, 300, 100 }, { 2, 350, 250, 100 }, { 5, 950, 300, 250 } },
		{ { 3, 600, 300, 200 }, { 2, 150, 100, 50 }, { 5, 750, 300, 200 } },
		{ { 3, 600, 300, UNKNOWN }, { 2, 150, 100, 50 }, { 5, 750, 300, UNKNOWN } },
		{ { 0, 0, 0, 0 }, { 2, 150, 100, 50 }, { 2, 150, 100, 50 } },
		{ { INT64_MAX, INT64_MAX, 9, 9 }, { 1, 1, 1, 0 },
			{ INT64_MAX, INT64_MAX, 9, 9 } } };

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		for (int turned = 0; turned < 2; turned++) {
			contributors sum = contributors_join(turned ? cases[i].b : cases[i].a,
				turned ? cases[i].a : cases[i].b);
			const contributors *both = &cases[i].both;

			if (sum.count != both->count || sum.magnitude != both->magnitude ||
				sum.largest != both->largest || sum.second != both->second)
				fail_msg("case %zu: %ld, %ld, %ld, %ld", i, (long)sum.count,
					(long)sum.magnitude, (long)sum.largest,
					(long)sum.second);
		}
}

/* How high a cell must seem: 90 of 106 is under 85 %, 90 of 105 is not; the others must leave the
 * largest open to p percent. */
static void heights(void **state)
{
	static const struct {
		const char *name;
		secrecy_rule rule;
		contributors of;
		int64_t need;
	} cases[] = { { "85 %", { 3, { 85, 0 }, { 0, 0 } }, { 4, 92, 90, 1 }, 14 },
		{ "85.0 %", { 3, { 850, 1 }, { 0, 0 } }, { 4, 92, 90, 1 }, 14 },
		{ "85 % to the unit", { 3, { 85, 0 }, { 0, 0 } }, { 3, 90, 85, 3 }, 10 },
		{ "one hundredth above", { 3, { 83, 0 }, { 0, 0 } }, { 3, 45, 44, 1 }, 9 },
		{ "as it is", { 3, { 85, 0 }, { 0, 0 } }, { 4, 100, 30, 30 }, 0 },
		{ "10 % of 100, 5 are there", { 3, { 100, 0 }, { 10, 0 } },
			{ 9, 205, 100, 100 }, 5 },
		{ "the second is unknown", { 3, { 100, 0 }, { 10, 0 } },
			{ 9, 205, 100, SECOND_UNKNOWN }, 5 },
		{ "the greater need", { 3, { 85, 0 }, { 10, 0 } }, { 4, 92, 90, 1 }, 14 },
		{ "no dominance is allowed", { 3, { 0, 0 }, { 0, 0 } }, { 3, 0, 0, 0 }, 0 },
		{ "beyond what is counted", { 3, { 1, 0 }, { 0, 0 } },
			{ 3, INT64_MAX, INT64_MAX, 0 }, INT64_MAX } };

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		if (rule_upper_need(&cases[i].rule, &cases[i].of) != cases[i].need)
			fail_msg("%s: %ld", cases[i].name,
				(long)rule_upper_need(&cases[i].rule, &cases[i].of));
}

/* A table of words: dimension codes, then value:n:largest; the status expected at the end. */
struct row {
	const char *codes[3];
	int64_t value, count, largest;
	char expected;
};

static tab *table_of(size_t dimensions, const char *const (*members)[3], const struct row *rows)
{
	tab *t = tab_new();

	for (size_t d = 0; d < dimensions; d++)
		assert_int_equal(tab_dimension(t, "T"), d);
	for (; (*members)[0]; members++)
		assert_true(tab_member(
			t, (size_t)(*members)[0][0] - '0', 0, (*members)[1], (*members)[2]));
	for (; rows->expected; rows++) {
		tab_cell c = { .value = rows->value,
			.of = { rows->count, rows->value, rows->largest, SECOND_UNKNOWN } };
		bool is_new;

		assert_int_not_equal(tab_add(t, rows->codes, &c, &is_new), TAB_NONE);
		assert_true(is_new);
	}
	assert_int_equal(tab_close(t, NULL), RELAIS_OK);
	assert_int_equal(tab_check(t, NULL, NULL), 0);
	return t;
}

static void expect_statuses(const char *name, tab *t, const struct row *rows)
{
	for (size_t i = 0; rows[i].expected; i++)
		if (tab_at(t, i)->status != rows[i].expected)
			fail_msg("%s: cell %zu is %c, not %c", name, i, tab_at(t, i)->status,
				rows[i].expected);
}

static void suppressed(const char *name, size_t dimensions, const char *const (*members)[3],
	const struct row *rows)
{
	tab *t = table_of(dimensions, members, rows);

	tab_mark(t, &usual);
	assert_int_equal(tab_suppress(t, &usual, NULL), RELAIS_OK);
	expect_statuses(name, t, rows);
	tab_free(t);
}

static const char *const one_line[][3] = { { "0", "a", "T" }, { "0", "b", "T" },
	{ "0", "c", "T" }, { "0", "d", "T" }, { NULL, NULL, NULL } };

static void lines(void **state)
{
	static const struct {
		const char *name;
		struct row rows[6];
	} cases[] = {
		{ "C3.4 one", { { { "a" }, 1000, 5, 300, 'V' }, { { "b" }, 300, 2, 200, 'A' },
				      { { "c" }, 700, 4, 300, 'D' },
				      { { "T" }, 2000, 11, 300, 'V' } } },
		{ "C3.4 two", { { { "a" }, 900, 1, 900, 'A' }, { { "b" }, 50, 1, 50, 'A' },
				      { { "c" }, 600, 6, 200, 'D' },
				      { { "T" }, 1550, 8, 900, 'V' } } },
		{ "C3.4 three", { { { "a" }, 1000, 5, 300, 'V' }, { { "b" }, 300, 2, 200, 'A' },
					{ { "c" }, 700, 4, 620, 'B' },
					{ { "T" }, 2000, 11, 620, 'V' } } },
		{ "the first of two alike",
			{ { { "a" }, 700, 5, 200, 'D' }, { { "b" }, 700, 5, 200, 'V' },
				{ { "c" }, 300, 2, 200, 'A' }, { { "d" }, 900, 9, 100, 'V' },
				{ { "T" }, 2600, 21, 200, 'V' } } },
		{ "zeros protect last",
			{ { { "a" }, 0, 5, 0, 'V' }, { { "b" }, 300, 2, 200, 'A' },
				{ { "c" }, 700, 4, 200, 'D' },
				{ { "T" }, 1000, 11, 200, 'V' } } },
		{ "no total, no line",
			{ { { "a" }, 1000, 5, 300, 'V' }, { { "b" }, 300, 2, 200, 'A' } } },
		{ "the total goes when nothing else is left",
			{ { { "a" }, 10, 1, 10, 'A' }, { { "b" }, 100, 2, 99, 'A' },
				{ { "T" }, 110, 3, 99, 'B' } } },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		suppressed(cases[i].name, 1, one_line, cases[i].rows);
}

/* Two regions: a hidden département opens its region, and the two subtotals open each other. */
static void hierarchy(void **state)
{
	static const char *const members[][3] = { { "0", "R1", "T" }, { "0", "R2", "T" },
		{ "0", "a", "R1" }, { "0", "b", "R1" }, { "0", "c", "R2" }, { "0", "d", "R2" },
		{ NULL, NULL, NULL } };
	/* a cannot be protected in R1: b has one unit; so R1 goes, then R2, and both together
	 * with R2's parts shown would be a and b alone: c goes. */
	static const struct row rows[] = { { { "a" }, 40, 1, 40, 'A' },
		{ { "b" }, 30, 1, 30, 'A' }, { { "R1" }, 70, 2, 40, 'A' },
		{ { "c" }, 500, 5, 200, 'D' }, { { "d" }, 600, 6, 200, 'V' },
		{ { "R2" }, 1100, 11, 200, 'D' }, { { "T" }, 1170, 13, 200, 'V' },
		{ { NULL }, 0, 0, 0, 0 } };

	(void)state;
	suppressed("two levels", 1, members, rows);
}

/* One primary cell of two by two and margins: the rectangle. */
static void crossing(void **state)
{
	static const char *const members[][3] = { { "0", "x", "T" }, { "0", "y", "T" },
		{ "0", "z", "T" }, { "1", "m", "T" }, { "1", "n", "T" }, { "1", "o", "T" },
		{ NULL, NULL, NULL } };
	static const struct row rows[] = { { { "x", "m" }, 20, 2, 10, 'A' },
		{ { "x", "n" }, 50, 5, 10, 'V' }, { { "x", "o" }, 30, 5, 10, 'D' },
		{ { "x", "T" }, 100, 12, 10, 'V' }, { { "y", "m" }, 60, 5, 20, 'V' },
		{ { "y", "n" }, 60, 5, 20, 'V' }, { { "y", "o" }, 60, 5, 20, 'V' },
		{ { "y", "T" }, 180, 15, 20, 'V' }, { { "z", "m" }, 40, 5, 10, 'D' },
		{ { "z", "n" }, 50, 5, 10, 'V' }, { { "z", "o" }, 70, 5, 20, 'D' },
		{ { "z", "T" }, 160, 15, 20, 'V' }, { { "T", "m" }, 120, 12, 20, 'V' },
		{ { "T", "n" }, 160, 15, 20, 'V' }, { { "T", "o" }, 160, 15, 20, 'V' },
		{ { "T", "T" }, 440, 42, 20, 'V' }, { { NULL }, 0, 0, 0, 0 } };

	(void)state;
	suppressed("three by three", 2, members, rows);
}

/* C3.5: two totals and the difference that is one office. */
static void differences(void **state)
{
	static const char *const members[][3] = { { NULL, NULL, NULL } };
	static const struct row rows[] = { { { "all" }, 1000, 10, 150, 'D' },
		{ { "constant" }, 900, 9, 150, 'D' }, { { "out" }, 100, 1, 100, 'A' },
		{ { NULL }, 0, 0, 0, 0 } };
	tab *t = table_of(1, members, rows);
	size_t parts[] = { 1, 2 };

	(void)state;
	assert_true(tab_line(t, 0, parts, 2));
	assert_int_equal(tab_close(t, NULL), RELAIS_OK);
	tab_mark(t, &usual);
	assert_int_equal(tab_suppress(t, &usual, NULL), RELAIS_OK);
	/* 900 covers its nine offices and the one: the union passes, the total may stay. */
	assert_int_equal(tab_at(t, 2)->status, 'A');
	assert_int_equal(tab_at(t, 1)->status, 'D');
	assert_int_equal(tab_at(t, 0)->status, 'V');
	tab_free(t);
}

static void wrong(void **state)
{
	relais_error err = { 0 };
	tab *t = tab_new();
	tab_cell c = { .value = 1, .of = { 1, 1, 1, 0 } };
	const char *total[] = { NULL }, *a[] = { "a" };
	bool is_new;

	(void)state;
	tab_dimension(t, "T");
	tab_member(t, 0, 0, "a", "T");
	assert_int_equal(tab_add(t, total, &c, &is_new), 0);
	assert_int_equal(tab_add(t, total, &c, &is_new), 0);
	assert_false(is_new);
	c.value = 2;
	assert_int_equal(tab_add(t, a, &c, &is_new), 1);
	tab_member(t, 0, 1, "a", "b");
	tab_member(t, 0, 1, "b", "a");
	assert_int_equal(tab_close(t, &err), RELAIS_E_DATA);
	assert_string_equal(err.rule, "bad-hierarchy");
	tab_free(t);
	t = tab_new();
	tab_dimension(t, "T");
	tab_member(t, 0, 0, "a", "T");
	c.value = 1;
	tab_add(t, total, &c, &is_new);
	c.value = 2;
	tab_add(t, a, &c, &is_new);
	assert_int_equal(tab_close(t, NULL), RELAIS_OK);
	assert_int_equal(tab_check(t, NULL, NULL), 1);
	tab_free(t);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(rules), cmocka_unit_test(joined),
		cmocka_unit_test(heights), cmocka_unit_test(lines), cmocka_unit_test(hierarchy),
		cmocka_unit_test(crossing), cmocka_unit_test(differences),
		cmocka_unit_test(wrong) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
