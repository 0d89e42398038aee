/* SPDX-License-Identifier: MIT
 * lib/input/plain.h: the same digits, another place for the point.
 */
#include "../../lib/input/plain.h"

#include "input_files.h"

static const struct {
	const char *written;
	int shift;
	size_t digits;
	const char *want; /* NULL: refused */
} rows[] = {
	{ "0", 0, 15, "0" },
	{ "1204", 0, 15, "1204" },
	{ "-12.50", 0, 0, "-12.50" },
	{ "0.10", 0, 0, "0.10" },
	{ "007", 0, 0, "7" },
	{ "0.5", 0, 0, "0.5" },
	{ ".5", 0, 0, "0.5" },
	{ "5.", 0, 0, "5" },
	/* what could pass for thousands cannot any more */
	{ "1.234", 0, 0, "1.2340" },
	{ "12.345", 0, 15, "12.3450" },
	{ "1234.567", 0, 15, "1234.5670" },
	{ "1.2340", 0, 0, "1.2340" },
	/* exponents */
	{ "1e3", 0, 0, "1000" },
	{ "1.5E+3", 0, 15, "1500" },
	{ "1.23456E2", 0, 15, "123.4560" },
	{ "1.2345E-2", 0, 15, "0.012345" },
	{ "12E-1", 0, 15, "1.2" },
	{ "12e-2", 0, 0, "0.12" },
	{ "5e-7", 0, 0, "0.0000005" },
	{ "-1e0", 0, 0, "-1" },
	{ "1.2345678901234568E+16", 0, 15, "12345678901234600" },
	/* binary noise */
	{ "0.30000000000000004", 0, 15, "0.3" },
	{ "0.30000000000000004", 0, 0, "0.30000000000000004" },
	{ "4.1000000000000005", 0, 15, "4.1" },
	{ "9.9999999999999996", 0, 15, "10" },
	{ "99.99999999999999999", 0, 15, "100" },
	{ "1234.4999999999999", 0, 15, "1234.5" },
	{ "12345678901234567", 0, 15, "12345678901234567" },
	{ "73282932000074", 0, 15, "73282932000074" },
	/* percents */
	{ "0.125", 2, 15, "12.5" },
	{ "0.1", 2, 15, "10" },
	{ "1", 2, 15, "100" },
	{ "0.07", 2, 15, "7" },
	{ "0.28999999999999998", 2, 15, "29" },
	{ "0.0005", 2, 15, "0.05" },
	{ "12.345", 2, 15, "1234.5" },
	{ "0", 2, 15, "0" },
	{ "0.0", 2, 15, "0" },
	{ "0E0", 0, 15, "0" },
	{ "0e9", 0, 15, "0" },
	/* no numbers */
	{ "", 0, 0, NULL },
	{ "-", 0, 0, NULL },
	{ ".", 0, 0, NULL },
	{ "1e", 0, 0, NULL },
	{ "1e+", 0, 0, NULL },
	{ "e5", 0, 0, NULL },
	{ "1.2.3", 0, 0, NULL },
	{ "1,5", 0, 0, NULL },
	{ "+1", 0, 0, NULL },
	{ "1e999", 0, 0, NULL },
	{ "1e99999999999999999999", 0, 0, NULL },
	{ "NaN", 0, 0, NULL },
};

static void every_row(void **state)
{
	(void)state;
	for (size_t i = 0; i < LENGTH_OF(rows); i++) {
		text got = { 0 };
		bool done = plain_number(&got, rows[i].written, strlen(rows[i].written),
			rows[i].shift, rows[i].digits);

		check(done == (rows[i].want != NULL), "'%s'", rows[i].written);
		check(strcmp(text_str(&got), rows[i].want ? rows[i].want : "") == 0,
			"'%s': '%s'", rows[i].written, text_str(&got));
		text_free(&got);
	}
}

static void a_hundred_digits_and_no_more(void **state)
{
	char digits[102];
	text got = { 0 };

	(void)state;
	memset(digits, '9', sizeof digits);
	assert_true(plain_number(&got, digits, 100, 0, 15));
	assert_int_equal(got.length, 100);
	assert_false(plain_number(&got, digits, 101, 0, 15));
	text_clear(&got);
	digits[99] = '.';
	assert_true(plain_number(&got, digits, 101, 0, 100));
	digits[0] = '.';
	memset(digits + 1, '9', 100);
	text_clear(&got);
	assert_true(plain_number(&got, digits, 101, 0, 15));
	assert_string_equal(text_str(&got), "1");
	text_free(&got);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_row),
		cmocka_unit_test(a_hundred_digits_and_no_more),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
