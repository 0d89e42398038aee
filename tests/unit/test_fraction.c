/* SPDX-License-Identifier: MIT
 * Exact quotients: rounded once, half away from zero, none rather than wrong.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "../../lib/question/measure/fraction.h"

static const char *rounded(fraction f, int decimals, char *out)
{
	number n;

	if (!fraction_round(f, decimals, &n))
		return "none";
	number_print(n, out);
	return out;
}

#define SAME(f, decimals, expected)                                                            \
	do {                                                                                   \
		char text[NUMBER_SIZE];                                                        \
		const char *got = rounded(f, decimals, text);                                  \
		if (strcmp(got, expected) != 0)                                                \
			fail_msg("line %d: %s, expected %s", __LINE__, got, expected);         \
	} while (0)

static void rounding(void **state)
{
	(void)state;
	SAME(fraction_of(1, 3), 6, "0.333333");
	SAME(fraction_of(2, 3), 6, "0.666667");
	SAME(fraction_of(1, 8), 2, "0.13");
	SAME(fraction_of(-1, 8), 2, "-0.13");
	SAME(fraction_of(1, -8), 2, "-0.13");
	SAME(fraction_of(0, 5), 6, "0");
	SAME(fraction_of(5, 0), 6, "none");
	SAME(fraction_of(INT64_MAX, 1), 0, "9223372036854775807");
	SAME(fraction_of(INT64_MAX, 1), 1, "none");
}

static void arithmetic(void **state)
{
	(void)state;
	SAME(fraction_times(fraction_of(1, 3), 100), 6, "33.333333");
	SAME(fraction_times(fraction_of(1, 3), 0), 6, "0");
	SAME(fraction_over(fraction_of(1, 3), 2), 6, "0.166667");
	SAME(fraction_over(fraction_of(1, 3), 0), 6, "none");
	SAME(fraction_minus(fraction_of(1, 3), fraction_of(1, 2)), 6, "-0.166667");
	SAME(fraction_minus(fraction_of(1, 0), fraction_of(1, 2)), 6, "none");
}

static void evolutions(void **state)
{
	(void)state;
	SAME(fraction_evolution(fraction_of(1930, 1), fraction_of(1800, 1)), 6, "7.222222");
	SAME(fraction_evolution(fraction_of(165, 1), fraction_of(150, 1)), 6, "10");
	SAME(fraction_evolution(fraction_of(5, 1), fraction_of(0, 1)), 6, "none");
	SAME(fraction_evolution(fraction_of(-50, 1), fraction_of(-100, 1)), 6, "-50");
	SAME(fraction_evolution(fraction_of(1, 3), fraction_of(1, 4)), 6, "33.333333");
	/* Sums of a whole country in cents, as rates: still exact. */
	SAME(fraction_evolution(fraction_of(1000000000000001, 999999999999999),
		     fraction_of(999999999999999, 1000000000000001)),
		6, "0");
	/* Beyond 128 bits: none. */
	SAME(fraction_evolution(fraction_of(INT64_MAX, INT64_MAX - 1),
		     fraction_over(fraction_of(INT64_MAX - 2, INT64_MAX - 4), INT64_MAX - 6)),
		6, "none");
}

/* What fits in 127 bits on the way is exact in the end; what does not is none. */
static void limits(void **state)
{
	const int64_t most = INT64_MAX, high = (int64_t)1 << 61;
	fraction square = fraction_times(fraction_of(most, 1), most);
	fraction large = fraction_times(fraction_of(most, 1), high);
	fraction below = fraction_times(fraction_of(most, 1), -high);

	(void)state;
	SAME(fraction_over(fraction_over(fraction_times(square, 2), most), 2), 0,
		"9223372036854775807");
	SAME(fraction_times(square, 3), 0, "none");
	SAME(fraction_times(square, -3), 0, "none");
	SAME(fraction_minus(square, fraction_times(square, -1)), 0, "none");
	SAME(fraction_minus(fraction_times(square, -1), square), 0, "none");
	SAME(fraction_over(fraction_over(fraction_minus(large, below), most), high), 0, "2");
	SAME(fraction_over(fraction_over(fraction_minus(below, large), most), high), 0, "-2");
	large = fraction_times(large, 2);
	below = fraction_times(below, 2);
	SAME(fraction_over(fraction_over(fraction_minus(large, below), most), high), 0, "4");
	SAME(fraction_over(fraction_over(fraction_minus(below, large), most), high), 0, "-4");
	SAME(fraction_evolution(large, square), 6, "-50");
	/* what would wrap to a likely figure */
	SAME(fraction_over(fraction_times(square, 4), 2 * high), 0, "none");
	SAME(fraction_over(
		     fraction_minus(fraction_times(square, 2), fraction_times(square, -2)),
		     2 * high),
		0, "none");
	SAME(fraction_over(
		     fraction_minus(fraction_times(square, -2), fraction_times(square, 2)),
		     2 * high),
		0, "none");
	/* rounded to what a number holds, and no further */
	SAME(fraction_of(INT64_MAX, 1000000), 6, "9223372036854.775807");
	SAME(fraction_of(-INT64_MAX, 1000000), 6, "-9223372036854.775807");
	SAME(fraction_over(fraction_times(fraction_of((int64_t)1 << 62, 1), 2), 1000000), 6,
		"none");
	SAME(fraction_over(fraction_minus(
				   fraction_times(fraction_of(most, 1), 2), fraction_of(-1, 1)),
		     2),
		0, "none");
	SAME(fraction_over(
		     fraction_minus(fraction_times(fraction_of(most, 1), 2), fraction_of(1, 1)),
		     2),
		0, "9223372036854775807");
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(rounding),
		cmocka_unit_test(arithmetic), cmocka_unit_test(evolutions),
		cmocka_unit_test(limits) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
