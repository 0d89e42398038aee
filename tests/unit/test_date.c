/* SPDX-License-Identifier: MIT
 * Days: the calendar against a slow one, and the spellings of C4.4.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include <stdio.h>

#include "../../lib/base/date.h"

static void reads(void **state)
{
	static const struct {
		const char *text, *iso; /* NULL: not a date */
	} rows[] = {
		{ "2024-08-31", "2024-08-31" },
		{ " 2024-08-31\u00A0", "2024-08-31" },
		{ "2024-08-31T23:59:59Z", "2024-08-31" },
		{ "2024-08-31 00:00:00", "2024-08-31" },
		{ "2024-08-31T12:30+02:00", "2024-08-31" },
		{ "2024/08/31", "2024-08-31" },
		{ "20240831", "2024-08-31" },
		{ "31/12/2024", "2024-12-31" },
		{ "31/12/2024 08:00", "2024-12-31" },
		{ "31/12/24", "2024-12-31" },
		{ "31.12.2024", "2024-12-31" },
		{ "31.12.24", "2024-12-31" },
		{ "31-12-2024", "2024-12-31" },
		{ "1/2/2024", "2024-02-01" },
		{ "04/05/2024", "2024-05-04" },
		{ "01/01/70", "1970-01-01" },
		{ "31/12/69", "2069-12-31" },
		{ "01/01/99", "1999-01-01" },
		{ "29/02/2024", "2024-02-29" },
		{ "45292", "2024-01-01" },
		{ "31 août 2024", "2024-08-31" },
		{ "31 AOUT 2024", "2024-08-31" },
		{ "1er août 2024", "2024-08-01" },
		{ "1ᵉʳ août 2024", "2024-08-01" },
		{ "31-août-24", "2024-08-31" },
		{ "31 déc. 2024", "2024-12-31" },
		{ "31 August 2024", "2024-08-31" },
		{ "29/02/2023", NULL },
		{ "13/25/2024", NULL },
		{ "12/31/2024", NULL },
		{ "2024-13-01", NULL },
		{ "2024-02-30", NULL },
		{ "2024-8-31", NULL },
		{ "2024.08.31", NULL },
		{ "24-12-31", NULL },
		{ "31/12-2024", NULL },
		{ "31/12/024", NULL },
		{ "31/12", NULL },
		{ "00/12/2024", NULL },
		{ "2024-08-31x", NULL },
		{ "2024-08-31 demain", NULL },
		{ "2024-08-31 12", NULL },
		{ "2024-08-31T", NULL },
		{ "20241331", NULL },
		{ "31122024", NULL },
		{ "00123", NULL },
		{ "4529", NULL },
		{ "452921", NULL },
		{ "août 2024", NULL },
		{ "31 brumaire 2024", NULL },
		{ "31 août 124", NULL },
		{ "2024 août 31", NULL },
		{ "31 août", NULL },
		{ "-45292", NULL },
		{ "31/12/20245", NULL },
		{ "", NULL },
		{ "n.d.", NULL },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		relais_day day = 0;
		char iso[16] = "";
		bool read = day_read(rows[i].text, strlen(rows[i].text), &day);

		if (read)
			relais_day_print(day, iso);
		if (read != (rows[i].iso != NULL) || (read && strcmp(iso, rows[i].iso) != 0))
			fail_msg("'%s': '%s', not '%s'", rows[i].text, iso,
				rows[i].iso ? rows[i].iso : "refused");
	}
	assert_false(day_read("31/12/2024\0x", 12, &(relais_day){ 0 }));
}

static void every_day_of_eight_centuries(void **state)
{
	static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	relais_day day, expected;

	(void)state;
	assert_true(day_make(1600, 1, 1, &expected));
	assert_int_equal(expected, -135140);
	for (int year = 1600; year <= 2400; year++) {
		bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

		for (int month = 1; month <= 12; month++) {
			int length = lengths[month - 1] + (month == 2 && leap);

			if (days_in_month(year, month) != length)
				fail_msg("%d-%02d has %d days", year, month,
					days_in_month(year, month));
			for (int dom = 1; dom <= length; dom++, expected++) {
				int y, m, d;

				if (!day_make(year, month, dom, &day) || day != expected)
					fail_msg("%d-%02d-%02d is %d", year, month, dom, day);
				day_split(day, &y, &m, &d);
				if (y != year || m != month || d != dom)
					fail_msg("%d is %d-%02d-%02d", day, y, m, d);
			}
			assert_false(day_make(year, month, length + 1, &day));
		}
	}
	assert_true(day_make(1970, 1, 1, &day));
	assert_int_equal(day, 0);
}

static void impossible_days(void **state)
{
	relais_day day = 7;
	int y, m, d;

	(void)state;
	assert_false(day_make(2024, 0, 1, &day));
	assert_false(day_make(2024, 13, 1, &day));
	assert_false(day_make(2024, 1, 0, &day));
	assert_false(day_make(0, 1, 1, &day));
	assert_false(day_make(10000, 1, 1, &day));
	assert_false(day_make(INT32_MAX, 1, 1, &day));
	assert_int_equal(day, 7);
	assert_int_equal(days_in_month(2024, 0), 0);
	day_split(INT32_MAX, &y, &m, &d);
	assert_int_equal(y, 5881580);
	day_split(INT32_MIN + 1, &y, &m, &d);
	assert_int_equal(y, -5877641);
}

static void of_time(void **state)
{
	(void)state;
	assert_int_equal(relais_day_of_time(0), 0);
	assert_int_equal(relais_day_of_time(86399), 0);
	assert_int_equal(relais_day_of_time(86400), 1);
	assert_int_equal(relais_day_of_time(-1), -1);
	assert_int_equal(relais_day_of_time(-86400), -1);
	assert_int_equal(relais_day_of_time(-86401), -2);
	assert_int_equal(relais_day_of_time(1725062400), 19966); /* 2024-08-31 */
	assert_int_equal(relais_day_of_time(INT64_MAX), INT32_MAX);
	assert_int_equal(relais_day_of_time(INT64_MIN), INT32_MIN + 1);
}

static void prints(void **state)
{
	char iso[16], text[32];
	relais_day day;

	(void)state;
	assert_true(day_make(2024, 8, 1, &day));
	day_format(day, RELAIS_FR, text);
	assert_string_equal(text, "01/08/2024");
	day_format(day, RELAIS_EN, text);
	assert_string_equal(text, "1 August 2024");
	day_format(RELAIS_NO_DAY, RELAIS_FR, text);
	assert_string_equal(text, "");
	relais_day_print(RELAIS_NO_DAY, iso);
	assert_string_equal(iso, "");
	assert_true(day_make(33, 4, 3, &day));
	relais_day_print(day, iso);
	assert_string_equal(iso, "0033-04-03");
	relais_day_print(INT32_MIN + 1, iso);
	assert_string_equal(iso, "-5877641-06-24");
}

static void months(void **state)
{
	static const struct {
		const char *text;
		int month;
	} rows[] = {
		{ "janvier", 1 },
		{ "Janv.", 1 },
		{ "jan", 1 },
		{ "January", 1 },
		{ "février", 2 },
		{ "fevrier", 2 },
		{ "FÉVR.", 2 },
		{ "fev", 2 },
		{ "Feb", 2 },
		{ "mars", 3 },
		{ "March", 3 },
		{ "avr.", 4 },
		{ "avril", 4 },
		{ "April", 4 },
		{ "mai", 5 },
		{ "May", 5 },
		{ "juin", 6 },
		{ "June", 6 },
		{ "juil.", 7 },
		{ "juillet", 7 },
		{ "July", 7 },
		{ "août", 8 },
		{ "AOUT", 8 },
		{ "aou\u0302t", 8 },
		{ "Aug", 8 },
		{ "sept.", 9 },
		{ "sep", 9 },
		{ "septembre", 9 },
		{ "oct", 10 },
		{ "octobre", 10 },
		{ "nov.", 11 },
		{ "November", 11 },
		{ "déc.", 12 },
		{ "decembre", 12 },
		{ "DEC", 12 },
		{ "jui", 0 },
		{ "ma", 0 },
		{ "", 0 },
		{ "janvierr", 0 },
		{ "1", 0 },
		{ "août 2024", 0 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (month_read(rows[i].text, strlen(rows[i].text)) != rows[i].month)
			fail_msg("'%s' is not month %d", rows[i].text, rows[i].month);
	for (int month = 1; month <= 12; month++) {
		const char *french = month_name(month, RELAIS_FR);
		const char *english = month_name(month, RELAIS_EN);

		assert_int_equal(month_read(french, strlen(french)), month);
		assert_int_equal(month_read(english, strlen(english)), month);
	}
	assert_int_equal(month_read("août 2024", 5), 8);
	assert_string_equal(month_name(8, RELAIS_FR), "août");
	assert_string_equal(month_name(13, RELAIS_FR), "");
}

static void parse_explains(void **state)
{
	relais_error err = { .lang = RELAIS_FR };
	relais_day day;

	(void)state;
	assert_int_equal(relais_day_parse("31/08/2024", &day, &err), RELAIS_OK);
	assert_int_equal(day, 19966);
	assert_int_equal(relais_day_parse("08/31/2024", &day, &err), RELAIS_E_USAGE);
	assert_string_equal(err.text,
		"«\u00A008/31/2024\u00A0» n’est pas une date\u00A0: écrivez 2024-08-31 ou 31/08/2024");
	assert_int_equal(relais_day_parse("", &day, NULL), RELAIS_E_USAGE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads),
		cmocka_unit_test(every_day_of_eight_centuries),
		cmocka_unit_test(impossible_days),
		cmocka_unit_test(of_time),
		cmocka_unit_test(prints),
		cmocka_unit_test(months),
		cmocka_unit_test(parse_explains),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
