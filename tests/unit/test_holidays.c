/* SPDX-License-Identifier: MIT
 * C2.8: Easter and what moves with it, public holidays, bridges, week-end days of a month.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "../../lib/base/date.h"
#include "../../lib/base/holidays.h"
#include "../../lib/base/period.h"

static relais_day day(const char *iso)
{
	relais_day out;

	assert_true(day_read(iso, strlen(iso), &out));
	return out;
}

static void easters(void **state)
{
	static const struct {
		int year;
		const char *sunday;
	} cases[] = {
		{ 2023, "2023-04-09" }, /* C2.8 */
		{ 2024, "2024-03-31" },
		{ 2025, "2025-04-20" },
		{ 2026, "2026-04-05" },
		{ 2027, "2027-03-28" },
		{ 1818, "1818-03-22" }, /* as early as it gets */
		{ 1943, "1943-04-25" }, /* as late */
		{ 1954, "1954-04-18" }, /* where Gauss alone errs: 25 April */
		{ 1981, "1981-04-19" }, /* 26 April */
		{ 2038, "2038-04-25" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_int_equal(easter_sunday(cases[i].year), day(cases[i].sunday));
}

/* A Sunday between 22 March and 25 April, the one after the full moon of the tables. */
static void easter_is_a_spring_sunday(void **state)
{
	(void)state;
	for (int year = 1900; year < 2200; year++) {
		relais_day sunday = easter_sunday(year), first, last;

		assert_true(day_make(year, 3, 22, &first) && day_make(year, 4, 25, &last));
		assert_true(sunday >= first && sunday <= last);
		assert_true(day_is_weekend(sunday) && day_is_weekend(sunday - 1));
		assert_false(day_is_weekend(sunday + 1));
	}
}

static void days_after_easter(void **state)
{
	(void)state;
	assert_int_equal(holiday_day(HOLIDAY_EASTER_MONDAY, 2024), day("2024-04-01"));
	assert_int_equal(holiday_day(HOLIDAY_ASCENSION, 2024), day("2024-05-09"));
	assert_int_equal(holiday_day(HOLIDAY_WHIT_MONDAY, 2024), day("2024-05-20"));
	assert_int_equal(holiday_day(HOLIDAY_GOOD_FRIDAY, 2024), day("2024-03-29"));
	assert_int_equal(easter_day(2024, EASTER_WHIT_SUNDAY), day("2024-05-19"));
}

static void months(void **state)
{
	static const struct {
		const char *month;
		bool local;
		day_counts n;
	} cases[] = {
		/* days, week-end, holidays, bridges, working */
		{ "2023-07", false, { 31, 10, 1, 0, 20 } }, /* C2.8; the 14th is a Friday */
		{ "2024-07", false, { 31, 8, 1, 0, 23 } }, /* a Sunday */
		{ "2024-08", false, { 31, 9, 1, 1, 21 } }, /* Thursday 15, Friday 16 */
		{ "2025-08", false, { 31, 10, 1, 0, 20 } },
		{ "2024-03", false, { 31, 10, 0, 0, 21 } },
		{ "2024-03", true, { 31, 10, 1, 0, 20 } }, /* Good Friday 29 */
		{ "2024-04", false, { 30, 8, 1, 0, 21 } },
		{ "2024-05", false,
			{ 31, 8, 4, 1, 19 } }, /* Wed 1, Wed 8, Thu 9, Fri 10, Mon 20 */
		{ "2024-11", false, { 30, 9, 2, 0, 19 } }, /* Friday 1, Monday 11 */
		{ "2023-11", false, { 30, 8, 2, 0, 21 } }, /* Wednesday 1, Saturday 11 */
		{ "2024-12", false, { 31, 9, 1, 0, 21 } },
		{ "2024-12", true, { 31, 9, 2, 1, 20 } }, /* Thursday 26, Friday 27 */
		{ "2025-12", false, { 31, 8, 1, 1, 22 } }, /* Thursday 25, Friday 26 */
		{ "2025-12", true, { 31, 8, 2, 0, 21 } },
		{ "2024-02", false, { 29, 8, 0, 0, 21 } },
		{ "2008-05", false, { 31, 9, 3, 2, 19 } }, /* Ascension on the 1st: one day */
		{ "2018-12", false, { 31, 10, 1, 2, 20 } }, /* Monday 24; Monday 31 */
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		const day_counts *n = &cases[i].n;
		relais_period p;
		day_counts got;

		assert_true(period_read(cases[i].month, strlen(cases[i].month), &p));
		got = days_count(period_first_day(p), period_last_day(p), cases[i].local);
		if (got.days != n->days || got.weekend != n->weekend ||
			got.holidays != n->holidays || got.bridges != n->bridges ||
			got.working != n->working)
			fail_msg("%s: %d %d %d %d %d", cases[i].month, got.days, got.weekend,
				got.holidays, got.bridges, got.working);
	}
}

/* Eleven everywhere, thirteen in Alsace and Moselle, but for two on one day. */
static void years(void **state)
{
	(void)state;
	for (int year = 1900; year < 2200; year++) {
		relais_period p = period_make(year, SLOT_YEAR);
		day_counts n = days_count(period_first_day(p), period_last_day(p), false);
		relais_day ascension = holiday_day(HOLIDAY_ASCENSION, year);
		bool twice = ascension == holiday_day(HOLIDAY_LABOUR, year) ||
			     ascension == holiday_day(HOLIDAY_VICTORY, year);

		assert_int_equal(n.holidays, twice ? 10 : 11);
		n = days_count(period_first_day(p), period_last_day(p), true);
		assert_int_equal(n.holidays, twice ? 12 : 13);
		assert_true(n.weekend >= 104 && n.weekend <= 106);
	}
}

static void weekdays_before_1970(void **state)
{
	(void)state;
	assert_true(day_is_weekend(day("1969-12-28"))); /* a Sunday */
	assert_false(day_is_weekend(day("1969-12-29")));
	assert_true(day_is_weekend(day("1900-01-07")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(easters),
		cmocka_unit_test(easter_is_a_spring_sunday),
		cmocka_unit_test(days_after_easter),
		cmocka_unit_test(months),
		cmocka_unit_test(years),
		cmocka_unit_test(weekdays_before_1970),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
