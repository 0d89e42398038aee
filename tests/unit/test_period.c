/* SPDX-License-Identifier: MIT
 * Periods: every spelling, and walking among them over all slots.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include <stdio.h>

#include "../../lib/base/date.h"
#include "../../lib/base/period.h"

static void reads(void **state)
{
	static const struct {
		const char *text, *code; /* NULL: not a period */
	} rows[] = {
		{ "2024", "2024" },
		{ "année 2024", "2024" },
		{ "2024-08", "2024-08" },
		{ " 2024-08 ", "2024-08" },
		{ "2024/08", "2024-08" },
		{ "202401", "2024-01" },
		{ "2024M01", "2024-01" },
		{ "2024-M1", "2024-01" },
		{ "01/2024", "2024-01" },
		{ "8/2024", "2024-08" },
		{ "08-2024", "2024-08" },
		{ "08.2024", "2024-08" },
		{ "janv-24", "2024-01" },
		{ "janv. 2024", "2024-01" },
		{ "JANVIER 2024", "2024-01" },
		{ "janv.-24", "2024-01" },
		{ "août 2024", "2024-08" },
		{ "aout 2024", "2024-08" },
		{ "Août\u00A02024", "2024-08" },
		{ "août/2024", "2024-08" },
		{ "2024 août", "2024-08" },
		{ "fevrier 2024", "2024-02" },
		{ "déc. 24", "2024-12" },
		{ "déc-99", "1999-12" },
		{ "August 2024", "2024-08" },
		{ "T1 2024", "2024-T1" },
		{ "2024-T1", "2024-T1" },
		{ "2024T4", "2024-T4" },
		{ "t3-24", "2024-T3" },
		{ "1T2024", "2024-T1" },
		{ "2024Q1", "2024-T1" },
		{ "Q2 2024", "2024-T2" },
		{ "1er trimestre 2024", "2024-T1" },
		{ "3e trimestre 2024", "2024-T3" },
		{ "3ème trim. 2024", "2024-T3" },
		{ "2024, 3e trimestre", NULL },
		{ "2024 3e trimestre", "2024-T3" },
		{ "3rd quarter 2024", "2024-T3" },
		{ "S1 2024", "2024-S1" },
		{ "2024-S2", "2024-S2" },
		{ "2e semestre 2024", "2024-S2" },
		{ "1st half 2024", "2024-S1" },
		{ "2024-08-01", "2024-08" },
		{ "01/08/2024", "2024-08" },
		{ "01/08/24", "2024-08" },
		{ "1er août 2024", "2024-08" },
		{ "45292", "2024-01" },
		{ "2024-08-01 00:00:00", "2024-08" },
		{ "2000", "2000" },
		{ "1999-08", "1999-08" },
		{ "2009-09", "2009-09" },
		{ "202412", "2024-12" },
		{ "2024/12", "2024-12" },
		{ "12/2024", "2024-12" },
		{ "2024M12", "2024-12" },
		{ "janv-00", "2000-01" },
		{ "dec-99", "1999-12" },
		{ "year 2024", "2024" },
		{ "4e trim. 2024", "2024-T4" },
		{ "4e trimestre 2024", "2024-T4" },
		{ "2024Q4", "2024-T4" },
		{ "4th quarter 2024", "2024-T4" },
		{ "2nd semester 2024", "2024-S2" },
		{ "H2 2024", "2024-S2" },
		{ "2nd half 2024", "2024-S2" },
		{ "5e trim. 2024", NULL },
		{ "5e trimestre 2024", NULL },
		{ "2024Q5", NULL },
		{ "5th quarter 2024", NULL },
		{ "3e semestre 2024", NULL },
		{ "3rd semester 2024", NULL },
		{ "H3 2024", NULL },
		{ "3rd half 2024", NULL },
		{ "2024M13", NULL },
		{ "13/2024", NULL },
		{ "001/2024", NULL },
		{ "T001 2024", NULL },
		{ "202401-05", NULL },
		{ "T trimestre 1 2024", NULL },
		{ "20:4", NULL },
		{ "202:", NULL },
		{ "20:4-08", NULL },
		{ "2024-0:", NULL },
		{ "20xx", NULL },
		{ "20xx-08", NULL },
		{ "2024-08-31", NULL },
		{ "31/08/2024", NULL },
		{ "45293", NULL },
		{ "2024-13", NULL },
		{ "2024-00", NULL },
		{ "2024-8", NULL },
		{ "08/24", NULL },
		{ "24 août", NULL },
		{ "08 2024", NULL },
		{ "2024 08", NULL },
		{ "202413", NULL },
		{ "2024-T5", NULL },
		{ "2024-T0", NULL },
		{ "2024-S3", NULL },
		{ "T2024", NULL },
		{ "24-T1", NULL },
		{ "année 24", NULL },
		{ "1812", NULL },
		{ "3000-01", NULL },
		{ "3000-01-01", NULL },
		{ "0204-01-01T00:00", NULL },
		{ "0000", NULL },
		{ "20240", NULL },
		{ "août", NULL },
		{ "août 202", NULL },
		{ "août 2024 total", NULL },
		{ "janvier août 2024", NULL },
		{ "semaine 1 2024", NULL },
		{ "2024-01..2024-08", NULL },
		{ "2024-01 2024-02", NULL },
		{ "12,5", NULL },
		{ "", NULL },
		{ "-", NULL },
		{ "123456789012", NULL },
		{ "Nombre de contacts au guichet en août de la saison 2024, hors groupes et scolaires",
			NULL },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		relais_period p = 0;
		char code[16] = "";
		bool read = period_read(rows[i].text, strlen(rows[i].text), &p);

		if (read)
			relais_period_print(p, code);
		if (read != (rows[i].code != NULL) || (read && strcmp(code, rows[i].code) != 0))
			fail_msg("'%s': '%s', not '%s'", rows[i].text, code,
				rows[i].code ? rows[i].code : "refused");
	}
}

static const int slots[] = { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18 };
enum { SLOTS = sizeof slots / sizeof *slots };

static void walking(void **state)
{
	(void)state;
	for (int year = 1950; year < 2100; year++) {
		for (int i = 0; i < SLOTS; i++) {
			relais_period p = period_make(year, slots[i]), after = period_next(p);

			if (period_previous(after) != p || period_next(period_previous(p)) != p)
				fail_msg("%d slot %d does not come back", year, slots[i]);
			if (period_length_of(after) != period_length_of(p))
				fail_msg("%d slot %d changes length", year, slots[i]);
			if (period_first_day(after) != period_last_day(p) + 1)
				fail_msg("%d slot %d leaves a gap", year, slots[i]);
			if (period_count((relais_span){ p, after }) != 2 ||
				period_count((relais_span){ p, p }) != 1)
				fail_msg("%d slot %d is counted wrong", year, slots[i]);
			if (period_year_before(p) != period_make(year - 1, slots[i]))
				fail_msg("%d slot %d: year before", year, slots[i]);
		}
	}
}

static void counting(void **state)
{
	relais_period august = period_make(2024, 8);

	(void)state;
	assert_int_equal(period_count((relais_span){ period_make(2023, 11), august }), 10);
	assert_int_equal(period_count((relais_span){ august, period_make(2023, 11) }), 0);
	assert_int_equal(period_count((relais_span){ august, period_make(2024, 15) }), 0);
	assert_int_equal(
		period_count((relais_span){ period_make(2022, 0), period_make(2024, 0) }), 3);
	assert_int_equal(
		period_count((relais_span){ period_make(2022, 16), period_make(2024, 13) }), 6);
	assert_int_equal(
		period_count((relais_span){ period_make(2022, 18), period_make(2024, 17) }), 4);
}

/* A cell ends where its length says, whatever is behind. */
static void cells_do_not_end_in_nul(void **state)
{
	relais_period p;

	(void)state;
	assert_false(period_read("2024-0012", 7, &p));
	assert_true(period_read("08/2024 \u00E0 confirmer", 7, &p));
	assert_int_equal(p, period_make(2024, 8));
}

/* A period's months are the ones whose enclosing period it is, no more, no less. */
static void containing(void **state)
{
	(void)state;
	for (int i = 0; i < SLOTS; i++) {
		relais_period p = period_make(2024, slots[i]);
		relais_span months = period_months(p);
		period_length length = period_length_of(p);

		for (int month = 1; month <= 12; month++) {
			relais_period m = period_make(2024, month);
			bool inside = m >= months.from && m <= months.to;

			if ((period_within(m, length) == p) != inside)
				fail_msg("slot %d and month %d", slots[i], month);
		}
		if (period_within(p, length) != p)
			fail_msg("slot %d is not within itself", slots[i]);
		if (period_first_day(p) != period_first_day(months.from) ||
			period_last_day(p) != period_last_day(months.to))
			fail_msg("slot %d: days", slots[i]);
		for (relais_day day = period_first_day(p); day <= period_last_day(p); day++)
			if (period_of_day(day, length) != p)
				fail_msg("slot %d: day %d", slots[i], day);
	}
	assert_int_equal(
		period_within(period_make(2024, 15), LENGTH_SEMESTER), period_make(2024, 18));
	assert_int_equal(period_within(period_make(2024, 15), LENGTH_MONTH), 0);
	assert_int_equal(period_within(period_make(2024, 0), LENGTH_SEMESTER), 0);
	assert_int_equal(period_of_day(RELAIS_NO_DAY, LENGTH_MONTH), 0);
}

static void formats(void **state)
{
	static const struct {
		int slot;
		const char *code, *french, *english;
	} rows[] = {
		{ 0, "2024", "2024", "2024" },
		{ 1, "2024-01", "janvier 2024", "January 2024" },
		{ 8, "2024-08", "août 2024", "August 2024" },
		{ 12, "2024-12", "décembre 2024", "December 2024" },
		{ 13, "2024-T1", "1er trimestre 2024", "1st quarter 2024" },
		{ 14, "2024-T2", "2e trimestre 2024", "2nd quarter 2024" },
		{ 15, "2024-T3", "3e trimestre 2024", "3rd quarter 2024" },
		{ 16, "2024-T4", "4e trimestre 2024", "4th quarter 2024" },
		{ 17, "2024-S1", "1er semestre 2024", "1st half 2024" },
		{ 18, "2024-S2", "2e semestre 2024", "2nd half 2024" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		relais_period p = period_make(2024, rows[i].slot), back;
		char code[16], french[48], english[48];

		relais_period_print(p, code);
		period_format(p, RELAIS_FR, french);
		period_format(p, RELAIS_EN, english);
		if (strcmp(code, rows[i].code) != 0 || strcmp(french, rows[i].french) != 0 ||
			strcmp(english, rows[i].english) != 0)
			fail_msg("slot %d: %s, %s, %s", rows[i].slot, code, french, english);
		if (!period_read(code, strlen(code), &back) || back != p ||
			!period_read(french, strlen(french), &back) || back != p ||
			!period_read(english, strlen(english), &back) || back != p)
			fail_msg("slot %d does not read back", rows[i].slot);
	}
}

static void spans(void **state)
{
	static const struct {
		const char *text, *from, *to; /* NULL: refused, `to` is in the sentence */
	} rows[] = {
		{ "2024-08", "2024-08", "2024-08" },
		{ "2024", "2024", "2024" },
		{ "T3 2024", "2024-T3", "2024-T3" },
		{ "2024-01..2024-08", "2024-01", "2024-08" },
		{ "2024-01 .. 2024-08", "2024-01", "2024-08" },
		{ "août 2023..janv-24", "2023-08", "2024-01" },
		{ "2023-T4..T1 2024", "2023-T4", "2024-T1" },
		{ "2024-08..2024-08", "2024-08", "2024-08" },
		{ "last-month", "2024-08", "2024-08" },
		{ "last-year", "2023", "2023" },
		{ "2024-13", NULL, "'2024-13' is not a period: write 2024, 2024-08" },
		{ "", NULL, "'' is not a period" },
		{ "2024-13..2024-14", NULL, "'2024-13' is not a period" },
		{ "2024-01..2024-14", NULL, "'2024-14' is not a period" },
		{ "2024-01..", NULL, "'2024-01..' is not a period" },
		{ "..2024-01", NULL, "'..2024-01' is not a period" },
		{ "..", NULL, "'..' is not a period" },
		{ "2024-01..2024-02..2024-03", NULL, "'2024-02..2024-03' is not a period" },
		{ "2024-08..2024-01", NULL, "'2024-08..2024-01' ends before it starts" },
		{ "2024..2024-08", NULL, "'2024..2024-08' mixes two lengths" },
		{ "2024-T1..2024-S2", NULL, "mixes two lengths" },
		{ "last-week", NULL, "'last-week' is not a period" },
	};
	relais_day today;

	(void)state;
	assert_true(day_make(2024, 9, 1, &today));
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		relais_error err = { 0 };
		relais_span span = { 0, 0 };
		char from[16] = "", to[16] = "";

		if (relais_span_parse(rows[i].text, today, &span, &err) != RELAIS_OK) {
			if (rows[i].from || !strstr(err.text, rows[i].to) || span.from ||
				err.status != RELAIS_E_USAGE)
				fail_msg("'%s': %s", rows[i].text, err.text);
			continue;
		}
		relais_period_print(span.from, from);
		relais_period_print(span.to, to);
		if (!rows[i].from || strcmp(from, rows[i].from) != 0 ||
			strcmp(to, rows[i].to) != 0)
			fail_msg("'%s': %s..%s", rows[i].text, from, to);
	}
}

static void relative_spans(void **state)
{
	relais_error err = { 0 };
	relais_span span;
	relais_day today;

	(void)state;
	assert_true(day_make(2024, 1, 31, &today));
	assert_int_equal(relais_span_parse("last-month", today, &span, &err), RELAIS_OK);
	assert_int_equal(span.from, period_make(2023, 12));
	assert_int_equal(span.to, span.from);
	assert_int_equal(
		relais_span_parse("last-year", RELAIS_NO_DAY, &span, &err), RELAIS_E_USAGE);
	assert_non_null(strstr(err.text, "needs the day it is"));
	assert_int_equal(relais_span_parse("2024", RELAIS_NO_DAY, &span, NULL), RELAIS_OK);
	err.lang = RELAIS_FR;
	assert_int_equal(relais_span_parse("2024..2023", today, &span, &err), RELAIS_E_USAGE);
	assert_string_equal(err.text,
		"«\u00A02024..2023\u00A0» finit avant de commencer\u00A0: "
		"écrivez d’abord la période la plus ancienne");
}

/* Whatever is accepted has a plausible year, prints, and reads back as itself. */
static void noise_is_survived(void **state)
{
	static const char *const parts[] = { "2024", "24", "01", "1", "13", "-", "/", " ", ".",
		"..", "T", "S", "M", "janv", "août", "er", "trimestre", "\u00A0", "\xC3", "9",
		"0", "1er" };
	uint64_t seed = 4;

	(void)state;
	for (int i = 0; i < 200000; i++) {
		char text[128] = "", code[16];
		relais_period p, back;
		relais_span span;

		for (int k = 0; k < 5; k++) {
			seed = seed * 6364136223846793005u + 1442695040888963407u;
			strcat(text, parts[(seed >> 33) % (sizeof parts / sizeof *parts)]);
		}
		if (relais_span_parse(text, 19966, &span, NULL) == RELAIS_OK &&
			period_count(span) < 1)
			fail_msg("'%s' is an empty span", text);
		if (!period_read(text, strlen(text), &p))
			continue;
		relais_period_print(p, code);
		if (period_year(p) < 1900 || period_year(p) > 2199 || period_slot(p) > 18 ||
			!period_read(code, strlen(code), &back) || back != p)
			fail_msg("'%s' is %s", text, code);
	}
}

/* The same for who calls the library: with a sentence for what cannot be. */
static void for_callers(void **state)
{
	static const struct {
		const char *from;
		int64_t steps;
		const char *to; /* NULL: there is no such period */
	} rows[] = {
		{ "2024-08", 1, "2024-09" },
		{ "2024-08", -12, "2023-08" },
		{ "2024-12", 1, "2025-01" },
		{ "2024-01", -13, "2022-12" },
		{ "2024-T1", -1, "2023-T4" },
		{ "2024-S2", 1, "2025-S1" },
		{ "2024", 175, "2199" },
		{ "2024", 176, NULL },
		{ "2024-01", -12 * 124, "1900-01" },
		{ "2024-01", -12 * 124 - 1, NULL },
		{ "2024-T3", INT64_MAX, NULL },
		{ "2024-T3", INT64_MIN, NULL },
	};
	relais_period p, out;
	char said[48];

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		assert_int_equal(relais_period_parse(rows[i].from, &p, NULL), RELAIS_OK);
		assert_int_equal(relais_period_shift(p, rows[i].steps, &out, NULL),
			rows[i].to ? RELAIS_OK : RELAIS_E_USAGE);
		if (!rows[i].to)
			continue;
		relais_period_print(out, said);
		assert_string_equal(said, rows[i].to);
	}
	assert_int_equal(relais_period_parse("2024-08..2024-09", &p, NULL), RELAIS_E_USAGE);
	assert_int_equal(relais_period_parse("3e trimestre 2024", &p, NULL), RELAIS_OK);
	assert_int_equal(relais_period_length(p), RELAIS_QUARTER);
	assert_int_equal(relais_period_within(p, RELAIS_SEMESTER, &out, NULL), RELAIS_OK);
	relais_period_format(out, RELAIS_FR, said);
	assert_string_equal(said, "2e semestre 2024");
	assert_int_equal(relais_period_within(p, RELAIS_MONTH, &out, NULL), RELAIS_E_USAGE);
	relais_period_print(relais_period_months(p).to, said);
	assert_string_equal(said, "2024-09");
	relais_day_print(relais_period_first_day(p), said);
	assert_string_equal(said, "2024-07-01");
	relais_day_print(relais_period_last_day(p), said);
	assert_string_equal(said, "2024-09-30");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(for_callers),
		cmocka_unit_test(reads),
		cmocka_unit_test(cells_do_not_end_in_nul),
		cmocka_unit_test(walking),
		cmocka_unit_test(counting),
		cmocka_unit_test(containing),
		cmocka_unit_test(formats),
		cmocka_unit_test(spans),
		cmocka_unit_test(relative_spans),
		cmocka_unit_test(noise_is_survived),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
