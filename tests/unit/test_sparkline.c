/* SPDX-License-Identifier: MIT
 * Curves of one line: heights from zero, gaps that are not zeros, and values below zero.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../../lib/report/board/sparkline.h"

static void expect(const char *line, int count, const double *values, const bool *missing)
{
	relais_document *d = document_new(RELAIS_EN);

	assert_non_null(d);
	assert_string_equal(sparkline(d, values, missing, count), line);
	relais_document_free(d);
}

static void test_heights_stand_on_zero(void **state)
{
	(void)state;
	expect("▁▁▄▅██", 6, (const double[]){ 0, 1, 40, 50.5, 99, 100 }, (const bool[6]){ 0 });
	expect("████", 4, (const double[]){ 7, 7, 7, 7 }, (const bool[4]){ 0 });
	expect("▁▁", 2, (const double[]){ 0, 0 }, (const bool[2]){ 0 });
}

static void test_a_gap_is_not_a_zero(void **state)
{
	(void)state;
	expect("▄·█", 3, (const double[]){ 5, 1000, 10 }, (const bool[]){ false, true, false });
	expect("··", 2, (const double[]){ 1, 2 }, (const bool[]){ true, true });
	expect("", 0, NULL, NULL);
}

static void test_below_zero_is_lower_than_zero(void **state)
{
	(void)state;
	expect("▁▄█", 3, (const double[]){ -10, 0, 10 }, (const bool[3]){ 0 });
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_heights_stand_on_zero),
		cmocka_unit_test(test_a_gap_is_not_a_zero),
		cmocka_unit_test(test_below_zero_is_lower_than_zero),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
