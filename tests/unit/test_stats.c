/* SPDX-License-Identifier: MIT
 * The statistics, against worked values of the trade (C2.7) and against R 4.2 on a series of 42
 * months: decompose to 1e-6, stl to 1e-4, quantile of type 7, mad.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>
#include <stdbool.h>

#include "../../lib/stats/order.h"
#include "../../lib/stats/season.h"
#include "../../lib/stats/stl.h"

enum { MONTHS = 42 };

static const double months[MONTHS] = { 120, 140, 300, 700, 900, 1400, 3200, 4100, 1300, 600,
	200, 240, 131, 150, 290, 760, 930, 1380, 3350, 4300, 1250, 640, 230, 250, 125, 160, 340,
	720, 1010, 1500, 3300, 4450, 1390, 610, 240, 281, 140, 171, 352, 800, 990, 1555 };

static void near(const char *what, size_t i, double got, double want, double within)
{
	if (isnan(got) || fabs(got - want) > within)
		fail_msg("%s %zu: %.9g, not %.9g", what, i, got, want);
}

static void orders(void **state)
{
	static const double p[] = { 0, .1, .25, .5, .75, .9, 1 };
	static const double want[] = { 1, 1, 2.25, 3.5, 5, 6.3, 9 };
	double x[] = { 3, 1, 4, 1, 5, 9, 2, 6, 5, 3 }, odd[] = { 1, 2, 3, 4, 100 }, room[10];

	(void)state;
	stats_sort(x, 10);
	for (size_t i = 0; i < 7; i++)
		near("quantile", i, stats_quantile(x, 10, p[i]), want[i], 1e-12);
	near("median", 10, stats_median(x, 10), 3.5, 0);
	near("median", 5, stats_median(odd, 5), 3, 0);
	near("mad", 10, stats_mad(x, 10, 3.5, room), 2.2239, 1e-12);
	near("mad", 5, stats_mad(odd, 5, 3, room), 1.4826, 1e-12);
	near("quantile of one", 0, stats_quantile(odd, 1, 0.3), 1, 0);
}

/* C2.7: August 373, January 11, the best two months 55.3 %, Gini 0.549. */
static void profile(void **state)
{
	double index[12], sorted[12], got = 0, sum = 0;
	const double zeros[12] = { 0 };

	(void)state;
	assert_true(season_index(months, 12, 12, index));
	near("index", 8, index[7], 372.727, 0.001);
	near("index", 1, index[0], 10.909, 0.001);
	for (size_t m = 0; m < 12; m++) {
		sorted[m] = months[m];
		sum += index[m];
	}
	near("sum of the indices", 0, sum, 1200, 1e-9);
	stats_sort(sorted, 12);
	assert_true(stats_gini(sorted, 12, &got));
	near("Gini", 0, got, 0.549, 0.0005);
	assert_true(stats_top_share(sorted, 12, 2, &got));
	near("two best months", 0, 100 * got, 55.3, 0.05);
	assert_false(season_index(zeros, 12, 12, index));
	assert_false(stats_gini(zeros, 12, &got));
	assert_false(stats_top_share(zeros, 12, 2, &got));
	/* the mean of the years, not the year of the means */
	assert_true(season_index(months, 36, 12, index));
	near("three years", 8, index[7], 400 * (4100. / 13200 + 4300. / 13661 + 4450. / 14126),
		1e-9);
}

static void classical(void **state)
{
	static const double additive[12] = { -1003.41145833, -985.786458333, -834.953125,
		-412.036458333, -183.078125, 285.234375, 2146.69965278, 3145.99131944,
		174.838541667, -523.939236111, -919.911458333, -889.647569444 };
	static const double multiplicative[12] = { 0.113010087363, 0.135588886712,
		0.273152739492, 0.641700753359, 0.839366366323, 1.2442434575, 2.88457147951,
		3.75861562283, 1.15149008718, 0.540007978403, 0.194752407795, 0.223500133542 };
	static const double quarters[] = { 10, 20, 40, 15, 12, 22, 44, 16, 11, 25, 47, 18 };
	static const double of_quarters[] = { -11.9375, -0.5625, 19.6875, -7.1875 };
	double trend[MONTHS], seasonal[MONTHS], rest[MONTHS], figure[12];
	season_parts parts = { trend, seasonal, rest };

	(void)state;
	assert_true(season_decompose(months, MONTHS, 12, false, &parts, figure));
	for (size_t m = 0; m < 12; m++)
		near("additive figure", m, figure[m], additive[m], 1e-6);
	near("trend", 7, trend[6], 1100.45833333, 1e-6);
	near("trend", 36, trend[35], 1187.625, 1e-6);
	near("rest", 20, rest[19], 15.6753472222, 1e-6);
	assert_true(isnan(trend[5]) && isnan(rest[36]) && !isnan(trend[6]));
	assert_true(season_decompose(months, MONTHS, 12, true, &parts, figure));
	for (size_t m = 0; m < 12; m++)
		near("multiplicative figure", m, figure[m], multiplicative[m], 1e-6);
	near("multiplicative rest", 36, rest[35], 1.05864219959, 1e-6);
	assert_true(season_decompose(quarters, 12, 4, false, &parts, figure));
	for (size_t m = 0; m < 4; m++)
		near("quarters", m, figure[m], of_quarters[m], 1e-9);
}

static void by_loess(void **state)
{
	static const size_t at[] = { 0, 7, 19, 40 };
	static const struct {
		const char *name;
		stl_options how;
		size_t n;
		double seasonal[4], trend[4];
	} cases[] = {
		{ "periodic", { 0, 0, false }, MONTHS,
			{ -1011.89519515, 3142.36800993, 3142.36800993, -192.928268939 },
			{ 1104.7311482, 1102.02806725, 1139.15120806, 1192.10815716 } },
		{ "window of 7", { 7, 0, false }, MONTHS,
			{ -997.439274459, 3125.35749119, 3142.91285365, -188.675115591 },
			{ 1093.34778616, 1104.86658241, 1140.38884406, 1196.07480953 } },
		{ "robust", { 0, 0, true }, MONTHS - 1,
			{ -1012.44892424, 3162.64454726, 3162.64454726, -190.934623234 },
			{ 1113.35254632, 1117.00347517, 1137.45720417, 1174.33204119 } },
	};
	double trend[MONTHS], seasonal[MONTHS], rest[MONTHS];
	season_parts parts = { trend, seasonal, rest };

	(void)state;
	for (size_t c = 0; c < sizeof cases / sizeof *cases; c++) {
		assert_true(stl_decompose(months, cases[c].n, 12, &cases[c].how, &parts));
		for (size_t i = 0; i < 4; i++) {
			near(cases[c].name, at[i], seasonal[at[i]], cases[c].seasonal[i], 1e-4);
			near(cases[c].name, at[i], trend[at[i]], cases[c].trend[i], 1e-4);
			near(cases[c].name, at[i], rest[at[i]],
				months[at[i]] - cases[c].seasonal[i] - cases[c].trend[i], 1e-4);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(orders), cmocka_unit_test(profile),
		cmocka_unit_test(classical), cmocka_unit_test(by_loess) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
