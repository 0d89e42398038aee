/* SPDX-License-Identifier: MIT
 * Easter by the algorithm that Nature published in 1876 without a name, as J. Meeus gives it
 * (Astronomical Algorithms, chapter 8); the rest is counted from it.
 */
#include "holidays.h"

#include "date.h"

static const struct {
	const char *code;
	int month, day; /* 0: so many days after Easter Sunday */
	bool is_local;
} holidays[HOLIDAYS] = {
	[HOLIDAY_NEW_YEAR] = { "jour_an", 1, 1, false },
	[HOLIDAY_GOOD_FRIDAY] = { "vendredi_saint", 0, -2, true },
	[HOLIDAY_EASTER_MONDAY] = { "lundi_paques", 0, 1, false },
	[HOLIDAY_LABOUR] = { "fete_travail", 5, 1, false },
	[HOLIDAY_VICTORY] = { "victoire_1945", 5, 8, false },
	[HOLIDAY_ASCENSION] = { "ascension", 0, 39, false },
	[HOLIDAY_WHIT_MONDAY] = { "lundi_pentecote", 0, 50, false },
	[HOLIDAY_NATIONAL] = { "fete_nationale", 7, 14, false },
	[HOLIDAY_ASSUMPTION] = { "assomption", 8, 15, false },
	[HOLIDAY_ALL_SAINTS] = { "toussaint", 11, 1, false },
	[HOLIDAY_ARMISTICE] = { "armistice_1918", 11, 11, false },
	[HOLIDAY_CHRISTMAS] = { "noel", 12, 25, false },
	[HOLIDAY_SAINT_STEPHEN] = { "saint_etienne", 12, 26, true },
};

static const struct {
	const char *code;
	int after;
} easter[EASTER_DAYS] = {
	[EASTER_SUNDAY] = { "paques", 0 },
	[EASTER_MONDAY] = { "lundi_paques", 1 },
	[EASTER_ASCENSION] = { "ascension", 39 },
	[EASTER_WHIT_SUNDAY] = { "pentecote", 49 },
	[EASTER_WHIT_MONDAY] = { "lundi_pentecote", 50 },
};

/* The letters are those of the books. */
relais_day easter_sunday(int year)
{
	int a = year % 19, b = year / 100, c = year % 100;
	int f = (b + 8) / 25, g = (b - f + 1) / 3;
	int h = (19 * a + b - b / 4 - g + 15) % 30;
	int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
	int m = (a + 11 * h + 22 * l) / 451;
	int n = h + l - 7 * m + 114;
	relais_day day = 0;

	(void)day_make(year, n / 31, n % 31 + 1, &day);
	return day;
}

relais_day easter_day(int year, int which)
{
	return easter_sunday(year) + easter[which].after;
}

relais_day holiday_day(holiday which, int year)
{
	relais_day day = 0;

	if (!holidays[which].month)
		return easter_sunday(year) + holidays[which].day;
	(void)day_make(year, holidays[which].month, holidays[which].day, &day);
	return day;
}

const char *holiday_code(holiday which)
{
	return holidays[which].code;
}

const char *easter_code(int which)
{
	return easter[which].code;
}

bool holiday_is_local(holiday which)
{
	return holidays[which].is_local;
}

bool day_is_holiday(relais_day day, bool local)
{
	int year, month, dom;

	day_split(day, &year, &month, &dom);
	for (int h = 0; h < HOLIDAYS; h++)
		if ((local || !holidays[h].is_local) && holiday_day((holiday)h, year) == day)
			return true;
	return false;
}

/* 1 January 1970 was a Thursday. */
bool day_is_weekend(relais_day day)
{
	int weekday = (int)(((int64_t)day % 7 + 10) % 7); /* 0: Monday */

	return weekday >= 5;
}

static bool is_off(relais_day day, bool local)
{
	return day_is_weekend(day) || day_is_holiday(day, local);
}

bool day_is_bridge(relais_day day, bool local)
{
	return !is_off(day, local) && is_off(day - 1, local) && is_off(day + 1, local) &&
	       (day_is_holiday(day - 1, local) || day_is_holiday(day + 1, local));
}

day_counts days_count(relais_day first, relais_day last, bool local)
{
	day_counts n = { 0 };

	for (relais_day day = first; day <= last; day++) {
		n.days++;
		n.weekend += day_is_weekend(day);
		n.holidays += day_is_holiday(day, local);
		n.working += !is_off(day, local);
		n.bridges += day_is_bridge(day, local);
	}
	return n;
}
