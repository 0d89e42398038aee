/* SPDX-License-Identifier: MIT
 * Days and their text. The calendar is arithmetic on years that begin in March, so that
 * the leap day comes last and a month's start is a linear formula.
 */
#include <stdio.h>
#include <string.h>

#include "date.h"
#include "error.h"
#include "text.h"

enum { DAYS_PER_ERA = 146097, DAYS_TO_EPOCH = 719468 };

static bool is_leap(int year)
{
	return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int days_in_month(int year, int month)
{
	static const signed char days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

	if (month < 1 || month > 12)
		return 0;
	return month == 2 && is_leap(year) ? 29 : days[month - 1];
}

bool day_make(int year, int month, int day, relais_day *out)
{
	int era, of_era, of_year;

	if (year < 1 || year > 9999 || day < 1 || day > days_in_month(year, month))
		return false;
	year -= month <= 2;
	era = year / 400;
	of_era = year % 400;
	of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
	*out = era * DAYS_PER_ERA + of_era * 365 + of_era / 4 - of_era / 100 + of_year -
	       DAYS_TO_EPOCH;
	return true;
}

void day_split(relais_day day, int *year, int *month, int *dom)
{
	int64_t shifted = (int64_t)day + DAYS_TO_EPOCH;
	int64_t era = (shifted >= 0 ? shifted : shifted - (DAYS_PER_ERA - 1)) / DAYS_PER_ERA;
	int of_era = (int)(shifted - era * DAYS_PER_ERA);
	int years = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
	int of_year = of_era - (365 * years + years / 4 - years / 100);
	int from_march = (5 * of_year + 2) / 153;

	*dom = of_year - (153 * from_march + 2) / 5 + 1;
	*month = from_march + (from_march < 10 ? 3 : -9);
	*year = (int)(era * 400) + years + (*month <= 2);
}

relais_day day_add_months(relais_day day, int months)
{
	int year, month, dom, count;
	relais_day out;

	if (day == RELAIS_NO_DAY)
		return day;
	day_split(day, &year, &month, &dom);
	count = year * 12 + month - 1 + months;
	year = count / 12;
	month = count % 12 + 1;
	if (dom > days_in_month(year, month))
		dom = days_in_month(year, month);
	return count >= 0 && day_make(year, month, dom, &out) ? out : RELAIS_NO_DAY;
}

void relais_day_print(relais_day day, char out[16])
{
	int year, month, dom;
	char whole[48]; /* any three ints, as far as the compiler knows */

	out[0] = '\0';
	if (day == RELAIS_NO_DAY)
		return;
	day_split(day, &year, &month, &dom);
	snprintf(whole, sizeof whole, "%04d-%02d-%02d", year, month, dom);
	memcpy(out, whole, 15);
	out[15] = '\0';
}

relais_day relais_day_of_time(int64_t seconds_utc)
{
	int64_t day = seconds_utc / 86400 - (seconds_utc % 86400 < 0);

	if (day > INT32_MAX)
		return INT32_MAX;
	return day <= RELAIS_NO_DAY ? RELAIS_NO_DAY + 1 : (relais_day)day;
}

void day_format(relais_day day, relais_lang lang, char out[32])
{
	int year, month, dom;

	out[0] = '\0';
	if (day == RELAIS_NO_DAY)
		return;
	day_split(day, &year, &month, &dom);
	if (lang == RELAIS_FR)
		snprintf(out, 32, "%02d/%02d/%04d", dom, month, year);
	else
		snprintf(out, 32, "%d %s %d", dom, month_name(month, lang), year);
}

relais_status relais_day_parse(const char *string, relais_day *out, relais_error *err)
{
	if (day_read(string, strlen(string), out))
		return RELAIS_OK;
	return fail(err, RELAIS_E_USAGE, "'%s' is not a date: write 2024-08-31 or 31/08/2024",
		string);
}
