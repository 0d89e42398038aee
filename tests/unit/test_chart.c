/* SPDX-License-Identifier: MIT
 * Ticks along an axis: few, round, exact, around every value.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "../../lib/output/chart.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))

static const struct axis_case {
	double low, high;
	int count, places;
	int64_t first, step; /* in millionths */
} axis_cases[] = {
	{ 0, 18450, 5, 0, 0, 5000000000 },
	{ 0, 20000, 5, 0, 0, 5000000000 },
	{ 0, 101, 4, 0, 0, 50000000 },
	{ 0, 100, 5, 0, 0, 25000000 },
	{ 0, 1, 5, 2, 0, 250000 },
	{ 0, 0.3, 4, 1, 0, 100000 },
	{ 0, 0, 5, 2, 0, 250000 },
	{ -3.4, 12.5, 5, 0, -5000000, 5000000 },
	{ -8, 0, 5, 0, -8000000, 2000000 },
	{ 0, 7.1, 5, 0, 0, 2000000 },
	{ 0, 3e9, 4, 0, 0, 1000000000000000 },
};

static void axes_have_round_ticks(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(axis_cases); i++) {
		const struct axis_case *c = &axis_cases[i];
		axis a;

		axis_make(&a, c->low, c->high);
		if (a.count != c->count || a.places != c->places ||
			a.ticks[0].units != c->first ||
			a.ticks[1].units - a.ticks[0].units != c->step || a.low > c->low ||
			a.high < c->high)
			fail_msg("case %zu: %d ticks from %lld, places %d, step %lld", i,
				a.count, (long long)a.ticks[0].units, a.places,
				(long long)(a.ticks[1].units - a.ticks[0].units));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(axes_have_round_ticks) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
