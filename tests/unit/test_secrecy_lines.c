/* SPDX-License-Identifier: MIT
 * lib/secrecy/: which sums the reader of a table knows, of one and more hierarchies, with subtotals
 * that are not published; and what an audit says of them.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include <cmocka.h>

#include "../../lib/secrecy/inside.h"

#ifdef __has_feature
#define WATCHED __has_feature(address_sanitizer)
#elif defined __SANITIZE_ADDRESS__
#define WATCHED 1
#else
#define WATCHED 0
#endif

static const secrecy_rule usual = { 3, { 85, 0 }, { 0, 0 } };

/* A cell of one dimension with ten offices alike; NULL: the total. */
static size_t put(tab *t, const char *code, int64_t value)
{
	tab_cell c = { .value = value, .of = { 10, value, value / 10, SECOND_UNKNOWN } };
	bool is_new;
	size_t at = tab_add(t, &code, &c, &is_new);

	assert_int_not_equal(at, TAB_NONE);
	return at;
}

static tab *one_dimension(void)
{
	tab *t = tab_new();

	assert_int_equal(tab_dimension(t, "T"), 0);
	return t;
}

typedef struct told {
	size_t count, total;
	int64_t sum;
} told;

static void tell(void *self, size_t total, int64_t sum)
{
	*(told *)self = (told){ ((told *)self)->count + 1, total, sum };
}

static void expect_sums(tab *t, size_t bad, size_t total, int64_t sum)
{
	told said = { 0 };

	assert_int_equal(tab_close(t, NULL), RELAIS_OK);
	assert_int_equal(tab_check(t, tell, &said), bad);
	assert_int_equal(said.count, bad);
	if (bad) {
		assert_int_equal(said.total, total);
		assert_int_equal(said.sum, sum);
	}
	tab_free(t);
}

/* Told twice, a member is still counted once. */
static void a_member_is_in_a_sum_once(void **state)
{
	tab *t = one_dimension();

	(void)state;
	for (int twice = 0; twice < 2; twice++) {
		assert_true(tab_member(t, 0, 0, "a", "T"));
		assert_true(tab_member(t, 0, 0, "b", "T"));
	}
	put(t, "a", 10);
	put(t, "b", 20);
	put(t, NULL, 30);
	put(t, "elsewhere", 7); /* nobody made it a member: outside any sum */
	expect_sums(t, 0, 0, 0);
}

/* R1 has no cell of its own: a and b take its place. R3 has nothing under it either: zero. */
static void a_subtotal_that_is_not_there(void **state)
{
	(void)state;
	for (int64_t off = 0; off < 2; off++) {
		tab *t = one_dimension();
		size_t total;

		tab_member(t, 0, 0, "R1", "T");
		tab_member(t, 0, 0, "R2", "T");
		tab_member(t, 0, 0, "R3", "T");
		tab_member(t, 0, 0, "a", "R1");
		tab_member(t, 0, 0, "b", "R1");
		tab_member(t, 0, 0, "c", "R2");
		put(t, "a", 10);
		put(t, "b", 20);
		put(t, "c", 30);
		put(t, "R2", 30);
		total = put(t, NULL, 60 + off);
		expect_sums(t, (size_t)off, total, 60);
	}
}

/* The same total by département and by brand: one sum each, whatever the numbers of the trees. */
static void two_ways_to_add_up(void **state)
{
	static const int trees[][2] = { { 0, 1 }, { 3, 7 } };

	(void)state;
	for (size_t i = 0; i < 2; i++)
		for (int64_t off = 0; off < 2; off++) {
			tab *t = one_dimension();
			size_t total = put(t, NULL, 35);

			for (int way = 0; way < 2; way++)
				assert_true(tab_member(t, 0, trees[i][way], "both", "T"));
			tab_member(t, 0, trees[i][0], "a", "T");
			tab_member(t, 0, trees[i][0], "b", "T");
			tab_member(t, 0, trees[i][1], "x", "T");
			tab_member(t, 0, trees[i][1], "y", "T");
			tab_member(t, 0, trees[i][1], "a",
				"x"); /* the way of the one under the other */
			put(t, "both", 5);
			put(t, "a", 10);
			put(t, "b", 20);
			put(t, "x", 10);
			put(t, "y", 20 + off);
			expect_sums(t, (size_t)off, total, 36);
		}
}

/* A sum beyond 64 bits is no total, whatever the last of it that fitted. */
static void sums_do_not_wrap(void **state)
{
	tab *t = one_dimension();

	(void)state;
	put(t, NULL, INT64_MAX);
	tab_member(t, 0, 0, "a", "T");
	tab_member(t, 0, 0, "b", "T");
	put(t, "b", INT64_MAX);
	put(t, "a", 1);
	assert_int_equal(tab_close(t, NULL), RELAIS_OK);
	assert_int_equal(tab_check(t, NULL, NULL), 1);
	tab_free(t);
}

/* 64 levels are as deep as a hierarchy goes. */
static void depth(void **state)
{
	(void)state;
	for (int levels = 64; levels <= 65; levels++) {
		tab *t = one_dimension();
		relais_error err = { 0 };
		char below[24], above[24] = "T";

		for (int i = 0; i < levels; i++) {
			snprintf(below, sizeof below, "level %d", i);
			assert_true(tab_member(t, 0, 0, below, above));
			memcpy(above, below, sizeof above);
		}
		put(t, below, 5);
		put(t, NULL, 5);
		assert_int_equal(tab_close(t, &err), levels > 64 ? RELAIS_E_DATA : RELAIS_OK);
		if (levels > 64)
			assert_non_null(strstr(err.text, "'level 64' is above itself"));
		else
			assert_int_equal(tab_check(t, NULL, NULL), 0);
		tab_free(t);
	}
}

/* Whoever is above itself is found: in the second dimension, in the second way to add up, before others that are
 * right. */
static void circles(void **state)
{
	(void)state;
	for (size_t along = 0; along < 2; along++)
		for (int tree = 0; tree < 2; tree++) {
			tab *t = one_dimension();
			relais_error err = { 0 };

			assert_int_equal(tab_dimension(t, "T"), 1);
			tab_member(t, along, 0, "a", "T");
			tab_member(t, along, tree, "b", "a");
			tab_member(t, along, tree, "a", "b");
			tab_member(t, along, 0, "c", "T");
			tab_member(t, along, 0, "d", "c");
			assert_int_equal(tab_close(t, &err), RELAIS_E_DATA);
			assert_string_equal(err.rule, "bad-hierarchy");
			tab_free(t);
		}
}

static void four_dimensions(void **state)
{
	tab *t = tab_new();

	(void)state;
	for (size_t i = 0; i < 4; i++)
		assert_int_equal(tab_dimension(t, "T"), i);
	assert_int_equal(tab_dimension(t, "T"), TAB_NONE);
	tab_free(t);
	tab_free(NULL);
}

/* As many as there are; each is found again, and unchanged. */
static void many_cells(void **state)
{
	tab *t = one_dimension();
	size_t total = put(t, NULL, 300 * 301 / 2);
	char code[16];

	(void)state;
	for (int round = 0; round < 2; round++)
		for (int i = 1; i <= 300; i++) {
			tab_cell c = { .value = round ? 0 : i, .of = { 3, i, 1, 1 } };
			const char *codes[] = { code };
			bool is_new;

			snprintf(code, sizeof code, "OT-%d", i);
			assert_true(tab_member(t, 0, 0, code, "T"));
			assert_int_equal(tab_add(t, codes, &c, &is_new), total + (size_t)i);
			assert_int_equal(is_new, !round);
		}
	assert_int_equal(tab_cells(t), 301);
	expect_sums(t, 0, 0, 0);
}

/* No memory beyond what the program has: it is said, and what is there stays. Who watches memory wants more. */
static void no_memory(void **state)
{
	struct rlimit before, none;
	tab *t, *other;
	tab_cell c = { .value = 1, .of = { 3, 1, 1, 1 } };
	size_t last = 0, added = 0, members = 0;
	bool is_new, made = true;

	(void)state;
	if (getenv("VALGRIND") || WATCHED)
		skip();
	t = one_dimension();
	other = one_dimension();
	assert_int_equal(getrlimit(RLIMIT_AS, &before), 0);
	none = before;
	none.rlim_cur = 1;
	assert_int_equal(setrlimit(RLIMIT_AS, &none), 0);
	for (; last != TAB_NONE && added < 1000000; added++) {
		char code[24];
		const char *codes[] = { code };

		snprintf(code, sizeof code, "OT-%zu", added);
		last = tab_add(t, codes, &c, &is_new);
	}
	for (; made && members < 1000000; members++) {
		char code[24];

		snprintf(code, sizeof code, "OT-%zu", members);
		made = tab_member(other, 0, 0, code, "T");
	}
	assert_int_equal(setrlimit(RLIMIT_AS, &before), 0);
	assert_int_equal(last, TAB_NONE);
	assert_false(made);
	assert_int_equal(tab_cells(t), added - 1);
	for (size_t i = 0; i < tab_cells(t); i++)
		assert_int_equal(tab_at(t, i)->value, 1);
	assert_int_equal(tab_close(t, NULL), RELAIS_OK);
	tab_free(t);
	tab_free(other);
}

/* What is not in what is published stays so, unless there is a reason to hide it; a rule's reason is told. */
static void marks(void **state)
{
	tab *t = one_dimension();
	tab_cell few = { .value = 9, .of = { 2, 9, 5, 4 }, .status = CELL_UNTOLD };
	const char *codes[] = { "few" };
	bool is_new;

	(void)state;
	put(t, "a", 100);
	put(t, "b", 100);
	tab_add(t, codes, &few, &is_new);
	assert_int_equal(tab_at(t, 0)->status, CELL_VISIBLE);
	tab_at(t, 1)->status = CELL_UNTOLD;
	assert_int_equal(tab_at(t, 2)->status, CELL_UNTOLD);
	assert_int_equal(tab_mark(t, &usual), 2);
	assert_int_equal(tab_at(t, 0)->status, CELL_VISIBLE);
	assert_int_equal(tab_at(t, 1)->status, CELL_UNTOLD);
	assert_int_equal(tab_at(t, 2)->status, CELL_FREQUENCY);
	tab_free(t);
}

/* The cells of a line, each once and its total against them; only the grand total is in no further sum. */
static void lines_as_equations(void **state)
{
	tab *t = one_dimension();
	size_t total = put(t, NULL, 60), r = put(t, "R", 30), a = put(t, "a", 10),
	       b = put(t, "b", 20), other = put(t, "S", 30), alone = put(t, "alone", 1);
	int cells[3];
	double signs[3];
	const line *l;

	(void)state;
	tab_member(t, 0, 0, "R", "T");
	tab_member(t, 0, 0, "S", "T");
	tab_member(t, 0, 2, "a", "R");
	tab_member(t, 0, 2, "b", "R");
	assert_int_equal(tab_close(t, NULL), RELAIS_OK);
	assert_null(inside_under(t, r, 0, 0));
	assert_null(inside_under(t, r, 1, 2));
	assert_null(inside_under(t, a, 0, 2));
	assert_null(inside_under(t, other, 0, 0));
	assert_non_null(inside_under(t, total, 0, 0));
	l = inside_under(t, r, 0, 2);
	assert_non_null(l);
	assert_int_equal(inside_cells_of(t, l, cells, signs), 3);
	assert_int_equal(cells[0] + cells[1], a + b);
	assert_int_equal(cells[2], r);
	assert_true(signs[0] == 1 && signs[1] == 1 && signs[2] == -1);
	assert_true(inside_weight(t, total) > inside_weight(t, r));
	assert_true(inside_weight(t, r) == 1 && inside_weight(t, a) == 1);
	assert_true(inside_weight(t, alone) == 1);
	tab_free(t);
}

static void count_unions(void *self, size_t total)
{
	*(told *)self = (told){ ((told *)self)->count + 1, total, 0 };
}

/* Two offices apart are safe from whoever is neither, and known as one sum of two: told. With a third, or
 * when each is known anyhow, it is not that. */
static void unions(void **state)
{
	(void)state;
	for (int hidden = 1; hidden <= 3; hidden++) {
		tab *t = one_dimension();
		size_t exposed, at[3], total;
		told said = { 0 };

		for (int i = 0; i < 3; i++) {
			char code[2] = { (char)('a' + i), '\0' };

			tab_member(t, 0, 0, code, "T");
			at[i] = put(t, code, i == 0 ? 500 : i == 1 ? 400 : 600);
			if (i < 2)
				tab_at(t, at[i])->of =
					(contributors){ 1, i ? 400 : 500, i ? 400 : 500, 0 };
			if (i < hidden)
				tab_at(t, at[i])->status =
					i < 2 ? CELL_FREQUENCY : CELL_COMPLEMENTARY;
		}
		total = put(t, NULL, 1500);
		assert_int_equal(tab_close(t, NULL), RELAIS_OK);
		assert_int_equal(
			tab_audit(t, &usual, &tab_audit_usual, &exposed, NULL), RELAIS_OK);
		assert_int_equal(exposed, hidden == 1);
		assert_int_equal(tab_check_unions(t, &usual, count_unions, &said), hidden == 2);
		assert_int_equal(said.count, hidden == 2);
		if (hidden == 2)
			assert_int_equal(said.total, total);
		if (hidden == 1) {
			/* shown after all, it is no more a secret that is told */
			tab_at(t, at[0])->status = CELL_VISIBLE;
			assert_int_equal(tab_audit(t, &usual, &tab_audit_usual, &exposed, NULL),
				RELAIS_OK);
			assert_int_equal(exposed, 0);
			assert_false(tab_at(t, at[0])->is_exposed);
		}
		tab_free(t);
	}
}

/* 20 is told to within one, 1 is not: that is said of the cell, not once more of the sum. */
static void an_exposed_cell_is_told_once(void **state)
{
	static const int64_t values[] = { 20, 1 };

	(void)state;
	for (int turned = 0; turned < 2; turned++) {
		tab *t = one_dimension();
		size_t exposed;
		told said = { 0 };

		put(t, NULL, 21);
		for (int i = 0; i < 2; i++) {
			int64_t value = values[i ^ turned];
			tab_cell *c = tab_at(t, put(t, i ? "b" : "a", value));

			tab_member(t, 0, 0, i ? "b" : "a", "T");
			c->of = (contributors){ 1, value, value, 0 };
			c->status = CELL_FREQUENCY;
		}
		assert_int_equal(tab_close(t, NULL), RELAIS_OK);
		assert_int_equal(
			tab_audit(t, &usual, &tab_audit_usual, &exposed, NULL), RELAIS_OK);
		assert_int_equal(exposed, 1);
		assert_int_equal(tab_check_unions(t, &usual, count_unions, &said), 0);
		tab_free(t);
	}
}

/* A guess must stay 10 % away: 100 may seem to be 110, or it is too near. */
static void ten_percent(void **state)
{
	(void)state;
	for (int64_t other = 9; other <= 10; other++) {
		tab *t = one_dimension();
		size_t exposed, a = put(t, "a", 100), b = put(t, "b", other);

		put(t, NULL, 100 + other);
		tab_member(t, 0, 0, "a", "T");
		tab_member(t, 0, 0, "b", "T");
		tab_at(t, a)->of = (contributors){ 2, 100, 50, 50 };
		tab_at(t, a)->status = CELL_FREQUENCY;
		tab_at(t, b)->status = CELL_COMPLEMENTARY;
		assert_int_equal(tab_close(t, NULL), RELAIS_OK);
		assert_int_equal(
			tab_audit(t, &usual, &tab_audit_usual, &exposed, NULL), RELAIS_OK);
		assert_int_equal(tab_at(t, a)->is_exposed, other == 9);
		assert_int_equal(exposed, other == 9);
		tab_free(t);
	}
}

/* Results may be losses: then nothing is known to be at least zero. */
static void signed_values(void **state)
{
	(void)state;
	for (int is_signed = 0; is_signed < 2; is_signed++) {
		tab *t = one_dimension();
		tab_audit_options options = { { 10, 0 }, is_signed, true };
		size_t exposed, total = put(t, NULL, 70), a = put(t, "a", 20);

		tab_member(t, 0, 0, "a", "T");
		tab_member(t, 0, 0, "b", "T");
		put(t, "b", 50);
		tab_at(t, a)->status = CELL_FREQUENCY;
		tab_at(t, total)->status = CELL_COMPLEMENTARY;
		assert_int_equal(tab_close(t, NULL), RELAIS_OK);
		assert_int_equal(tab_audit(t, &usual, &options, &exposed, NULL), RELAIS_OK);
		assert_int_equal(exposed, 0);
		assert_false(tab_at(t, a)->has_high);
		assert_int_equal(tab_at(t, a)->has_low, !is_signed);
		if (!is_signed)
			assert_int_equal(tab_at(t, a)->low, 0);
		tab_free(t);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_member_is_in_a_sum_once),
		cmocka_unit_test(a_subtotal_that_is_not_there),
		cmocka_unit_test(two_ways_to_add_up),
		cmocka_unit_test(sums_do_not_wrap),
		cmocka_unit_test(depth),
		cmocka_unit_test(circles),
		cmocka_unit_test(four_dimensions),
		cmocka_unit_test(many_cells),
		cmocka_unit_test(no_memory),
		cmocka_unit_test(marks),
		cmocka_unit_test(lines_as_equations),
		cmocka_unit_test(unions),
		cmocka_unit_test(an_exposed_cell_is_told_once),
		cmocka_unit_test(ten_percent),
		cmocka_unit_test(signed_values),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
