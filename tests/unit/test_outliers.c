/* SPDX-License-Identifier: MIT
 * C2.9: what two figures say of each other, case by case. The statistics behind outliers, against the worked example of Rosner (1983) as the NIST/SEMATECH
 * e-Handbook prints it (1.3.5.17.3), and against R 4.2 for Student's t.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>
#include <string.h>

#include "../../lib/question/outliers/outlier_pairs.h"
#include "../../lib/stats/order.h"
#include "../../lib/stats/outliers.h"

enum { ROSNER = 54, MOST = 10 };

static const double rosner[ROSNER] = { -0.25, 0.68, 0.94, 1.15, 1.20, 1.26, 1.26, 1.34, 1.38,
	1.43, 1.49, 1.49, 1.55, 1.56, 1.58, 1.65, 1.69, 1.70, 1.76, 1.77, 1.81, 1.91, 1.94,
	1.96, 1.99, 2.06, 2.09, 2.10, 2.14, 2.15, 2.23, 2.24, 2.26, 2.35, 2.37, 2.40, 2.47,
	2.54, 2.62, 2.64, 2.90, 2.92, 2.92, 2.93, 3.21, 3.26, 3.30, 3.59, 3.68, 4.30, 4.64,
	5.34, 5.42, 6.01 };

static void near(const char *what, size_t i, double got, double want, double within)
{
	if (isnan(got) || fabs(got - want) > within)
		fail_msg("%s %zu: %.12g, not %.12g", what, i, got, want);
}

/* Three outliers at 5 %: the last step whose R is above its λ is the third. */
static void handbook(void **state)
{
	/* As the handbook prints them, cut after the third decimal; then as R has them. */
	static const double printed[2][MOST] = { { 3.118, 2.942, 3.179, 2.810, 2.815, 2.848,
							 2.279, 2.310, 2.101, 2.067 },
		{ 3.158, 3.151, 3.143, 3.136, 3.128, 3.120, 3.111, 3.103, 3.094, 3.085 } };
	static const double exact[2][MOST] = {
		{ 3.1189060490, 2.9429731136, 3.1794239367, 2.8101811444, 2.8155795634,
			2.8481716279, 2.2793270550, 2.3103660591, 2.1015806510, 2.0671780780 },
		{ 3.1587939409, 3.1514300233, 3.1438896850, 3.1361649561, 3.1282473343,
			3.1201277383, 3.1117964543, 3.1032430776, 3.0944564470, 3.0854245712 }
	};
	stats_deviate out[MOST];
	bool gone[ROSNER];
	size_t outliers = 0;

	(void)state;
	assert_int_equal(stats_deviates(rosner, ROSNER, MOST, gone, out), MOST);
	for (size_t i = 0; i < MOST; i++) {
		double lambda = stats_deviate_limit(ROSNER, i + 1, 0.05);

		near("R", i + 1, out[i].score, printed[0][i], 0.001);
		near("R", i + 1, out[i].score, exact[0][i], 1e-9);
		near("lambda", i + 1, lambda, printed[1][i], 0.001);
		near("lambda", i + 1, lambda, exact[1][i], 1e-9);
		if (out[i].score > lambda)
			outliers = i + 1;
	}
	assert_int_equal(outliers, 3);
	near("first", 1, rosner[out[0].at], 6.01, 0);
	near("second", 2, rosner[out[1].at], 5.42, 0);
	near("third", 3, rosner[out[2].at], 5.34, 0);
}

/* qt(tail, freedom, lower.tail = FALSE) of R */
static void student(void **state)
{
	static const struct {
		double tail, freedom, t;
	} cases[] = {
		{ 0.00046296296296296298, 52, 3.5130863811669495 },
		{ 0.025000000000000001, 1, 12.706204736174707 },
		{ 0.025000000000000001, 2, 4.3026527297494637 },
		{ 0.050000000000000003, 10, 1.8124611228116763 },
		{ 0.001, 3, 10.214531852407385 },
		{ 9.9999999999999995e-07, 30, 5.8711171204188828 },
		{ 8.3333333333333344e-05, 298, 3.8132987889996914 },
		{ 0.40000000000000002, 5, 0.26718086570414518 },
		{ 1.2500000000000001e-05, 1998, 4.2247162056714922 },
		{ 0.0016666666666666668, 12.5, 3.6148230462734832 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		near("t", i, stats_student_above(cases[i].tail, cases[i].freedom) / cases[i].t,
			1, 1e-10);
	near("half", 0, stats_student_above(0.5, 7), 0, 1e-9);
}

/* The linear median is that of the sorted sample, whatever comes in. */
static void medians(void **state)
{
	double x[40], sorted[40];
	unsigned seed = 12345;

	(void)state;
	for (size_t n = 1; n <= 40; n++)
		for (int again = 0; again < 50; again++) {
			for (size_t i = 0; i < n; i++) {
				seed = seed * 1103515245u + 12345u;
				x[i] = sorted[i] =
					(double)((seed >> 16) % (again % 2 ? 5 : 900));
			}
			stats_sort(sorted, n);
			near("median", n, stats_median_of(x, n), stats_median(sorted, n), 0);
		}
}

static void fences(void **state)
{
	double x[] = { 10, 12, 11, 13, 12, 14, 11, 40 }, room[8], same[] = { 5, 5, 5, 5, 9 };
	stats_fences f;

	(void)state;
	assert_true(stats_tukey(x, 8, 1.5, &f)); /* quartiles 11 and 13.25 */
	near("centre", 0, f.centre, 12, 0);
	near("spread", 0, f.spread, 2.25, 1e-12);
	near("low", 0, f.low, 7.625, 1e-12);
	near("high", 0, f.high, 16.625, 1e-12);
	assert_true(
		stats_modz(x, 8, STATS_MODZ_LIMIT, room, &f)); /* distances 0 0 1 1 1 2 2 28 */
	near("centre", 1, f.centre, 12, 0);
	near("spread", 1, f.spread, 1, 0);
	near("high", 1, f.high, 12 + 3.5 / 0.6745, 1e-12);
	assert_false(stats_tukey(same, 5, 1.5, &f));
	assert_false(stats_modz(same, 5, STATS_MODZ_LIMIT, room, &f));
}

/* C2.9 (ii): three times or a third, and 100 apart. */
static void c2_9_ratio(void **state)
{
	static const struct {
		int64_t now, before, least;
		bool is_far;
	} cases[] = {
		{ 300, 100, 100, true },
		{ 299, 100, 100, false },
		{ 150, 50, 100, true },
		{ 147, 49, 100, false }, /* 98 apart */
		{ 100, 300, 100, true },
		{ 101, 300, 100, false },
		{ 0, 100, 100, true },
		{ 500, 0, 100, false }, /* nothing is a multiple of 0 */
		{ -300, -100, 100, true }, /* a credit note of the shop */
		{ 100, -50, 100, true },
		{ 30000, 10000, 10000, true }, /* 300,00 and 100,00 € */
		{ 29900, 10000, 10000, false },
		{ INT64_MAX, INT64_MAX / 3 + 1, 100, false },
		{ INT64_MAX, INT64_MAX / 3, 100, true },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		if (pair_is_far(cases[i].now, cases[i].before, cases[i].least) !=
			cases[i].is_far)
			fail_msg("case %zu", i);
}

/* C2.9 (iv): within 15 % of 10, 100, 1000. */
static void c2_9_power(void **state)
{
	static const struct {
		int64_t now, before;
		int power;
	} cases[] = {
		{ 1000, 100, 1 },
		{ 850, 100, 1 },
		{ 849, 100, 0 },
		{ 1150, 100, 1 },
		{ 1151, 100, 0 },
		{ 8500, 100, 2 },
		{ 11500, 100, 2 },
		{ 11501, 100, 0 },
		{ 100000, 100, 3 },
		{ 84999, 100, 0 },
		{ 1000000, 100, 0 },
		{ 100, 1000, -1 },
		{ 100, 115000, -3 },
		{ 100, 115001, 0 },
		{ 0, 100, 0 },
		{ 100, 0, 0 },
		{ 0, 0, 0 },
		{ -1000, -100, 1 },
		{ -1000, 100, 0 },
		{ INT64_MAX, INT64_MAX / 10, 1 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		if (pair_power_of_ten(cases[i].now, cases[i].before) != cases[i].power)
			fail_msg("case %zu", i);
}

/* C2.9 (v): the very same, above 50; (viii): a year and its months 1 % apart. */
static void c2_9_same_and_year(void **state)
{
	static const struct {
		int64_t year, months;
		bool differs;
	} years[] = {
		{ 10100, 10000, false },
		{ 10101, 10000, true },
		{ 9900, 10000, false },
		{ 9899, 10000, true },
		{ 0, 0, false },
		{ 1, 0, true },
		{ INT64_MAX, INT64_MAX - INT64_MAX / 100, true },
	};

	(void)state;
	assert_true(pair_is_same(51, 51, 50));
	assert_false(pair_is_same(50, 50, 50));
	assert_false(pair_is_same(51, 52, 50));
	for (size_t i = 0; i < sizeof years / sizeof *years; i++)
		if (pair_year_differs(years[i].year, years[i].months) != years[i].differs)
			fail_msg("year %zu", i);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(handbook),
		cmocka_unit_test(student), cmocka_unit_test(medians), cmocka_unit_test(fences),
		cmocka_unit_test(c2_9_ratio), cmocka_unit_test(c2_9_power),
		cmocka_unit_test(c2_9_same_and_year) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
