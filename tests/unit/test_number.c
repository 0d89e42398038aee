/* SPDX-License-Identifier: MIT
 * Exact decimals: the worked values of the domain, then properties against 128-bit arithmetic.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include <stdio.h>

#include "../../lib/base/number.h"

__extension__ typedef __int128 wide;

static uint64_t seed = 20240831;

static uint64_t chance(void)
{
	seed = seed * 6364136223846793005u + 1442695040888963407u;
	return seed >> 11 ^ seed << 40;
}

/* What a cell reads as; `value` is machine text, "" when nothing is to be read. */
static void readings(void **state)
{
	static const struct {
		const char *cell;
		char mark;
		number_reading reading;
		const char *value;
	} rows[] = {
		{ "0", 0, NUMBER_READ, "0" },
		{ "12", 0, NUMBER_READ, "12" },
		{ "  12\t", 0, NUMBER_READ, "12" },
		{ "\uFEFF12\u00A0", 0, NUMBER_READ, "12" },
		{ "007", 0, NUMBER_READ, "7" },
		{ "12,5", 0, NUMBER_READ, "12.5" },
		{ "12.5", 0, NUMBER_READ, "12.5" },
		{ "12,50", ',', NUMBER_READ, "12.5" },
		{ ",5", 0, NUMBER_READ, "0.5" },
		{ ".5", '.', NUMBER_READ, "0.5" },
		{ "2,675", ',', NUMBER_READ, "2.675" },
		/* thousands by every blank and apostrophe */
		{ "1 234,56", 0, NUMBER_READ, "1234.56" },
		{ "1\u00A0234,56", 0, NUMBER_READ, "1234.56" },
		{ "1\u202F234,56", 0, NUMBER_READ, "1234.56" },
		{ "1\u2009234,56", 0, NUMBER_READ, "1234.56" },
		{ "1'234,56", 0, NUMBER_READ, "1234.56" },
		{ "1\u2019234,56", 0, NUMBER_READ, "1234.56" },
		{ "1 234\u00A0567", 0, NUMBER_READ, "1234567" },
		{ "1 234 567,125", 0, NUMBER_READ, "1234567.125" },
		{ "1 234,567", 0, NUMBER_READ, "1234.567" },
		/* two marks, or one repeated */
		{ "1.234,56", 0, NUMBER_READ, "1234.56" },
		{ "1,234.56", 0, NUMBER_READ, "1234.56" },
		{ "1.234.567", 0, NUMBER_READ, "1234567" },
		{ "1,234,567", 0, NUMBER_READ, "1234567" },
		{ "1.234.567,8", 0, NUMBER_READ, "1234567.8" },
		{ "1,234,567.8", 0, NUMBER_READ, "1234567.8" },
		{ "12,34.567", 0, NUMBER_INVALID, "" },
		{ "1,234.567,8", 0, NUMBER_INVALID, "" },
		/* a lone mark before three digits */
		{ "1,234", 0, NUMBER_AMBIGUOUS, "1.234" },
		{ "1.234", 0, NUMBER_AMBIGUOUS, "1.234" },
		{ "-123,456", 0, NUMBER_AMBIGUOUS, "-123.456" },
		{ "1,234 €", 0, NUMBER_AMBIGUOUS, "1.234" },
		{ "0,125", 0, NUMBER_READ, "0.125" },
		{ "1234,567", 0, NUMBER_READ, "1234.567" },
		{ "1,2345", 0, NUMBER_READ, "1.2345" },
		{ ",234", 0, NUMBER_READ, "0.234" },
		/* the column knows */
		{ "1,234", ',', NUMBER_READ, "1.234" },
		{ "1.234", ',', NUMBER_READ, "1234" },
		{ "1.234", '.', NUMBER_READ, "1.234" },
		{ "1,234", '.', NUMBER_READ, "1234" },
		{ "1.234,5", ',', NUMBER_READ, "1234.5" },
		{ "1.5", ',', NUMBER_INVALID, "" },
		{ "1,5", '.', NUMBER_INVALID, "" },
		{ "1,234.5", ',', NUMBER_INVALID, "" },
		{ "1,234,567", ',', NUMBER_INVALID, "" },
		/* signs */
		{ "-5", 0, NUMBER_READ, "-5" },
		{ "- 5", 0, NUMBER_READ, "-5" },
		{ "+5", 0, NUMBER_READ, "5" },
		{ "+ 5", 0, NUMBER_READ, "5" },
		{ "5 -", 0, NUMBER_READ, "-5" },
		{ "\u22125,5", 0, NUMBER_READ, "-5.5" },
		{ "(123)", 0, NUMBER_READ, "-123" },
		{ "( 1 234,5 )", 0, NUMBER_READ, "-1234.5" },
		{ "123-", 0, NUMBER_READ, "-123" },
		{ "-0", 0, NUMBER_READ, "0" },
		{ "-0,0", 0, NUMBER_READ, "0" },
		{ "--5", 0, NUMBER_INVALID, "" },
		{ "-5-", 0, NUMBER_INVALID, "" },
		{ "(-5)", 0, NUMBER_INVALID, "" },
		{ "+(5)", 0, NUMBER_INVALID, "" },
		{ "(5", 0, NUMBER_INVALID, "" },
		{ "5)", 0, NUMBER_INVALID, "" },
		{ "()", 0, NUMBER_INVALID, "" },
		{ "+", 0, NUMBER_INVALID, "" },
		/* units */
		{ "12,5 %", 0, NUMBER_READ, "12.5" },
		{ "12,5%", 0, NUMBER_READ, "12.5" },
		{ "12,5\u202F%", 0, NUMBER_READ, "12.5" },
		{ "-7,2 %", 0, NUMBER_READ, "-7.2" },
		{ "(7,2 %)", 0, NUMBER_READ, "-7.2" },
		{ "(7,2) %", 0, NUMBER_READ, "-7.2" },
		{ "1 234 €", 0, NUMBER_READ, "1234" },
		{ "1,2 k€", 0, NUMBER_READ, "1200" },
		{ "1,2k€", 0, NUMBER_READ, "1200" },
		{ "1,2 M€", 0, NUMBER_READ, "1200000" },
		{ "1,2345678 M€", 0, NUMBER_READ, "1234567.8" },
		{ "-3 k€", 0, NUMBER_READ, "-3000" },
		{ "12 EUR", 0, NUMBER_READ, "12" },
		{ "%", 0, NUMBER_INVALID, "" },
		{ "k€", 0, NUMBER_INVALID, "" },
		{ "12 k", 0, NUMBER_INVALID, "" },
		{ "12 % %", 0, NUMBER_INVALID, "" },
		/* exponents */
		{ "1,23E+05", 0, NUMBER_READ, "123000" },
		{ "1.234e+05", 0, NUMBER_READ, "123400" },
		{ "1E3", 0, NUMBER_READ, "1000" },
		{ "1E10", 0, NUMBER_READ, "10000000000" },
		{ "15E-1", 0, NUMBER_READ, "1.5" },
		{ "-2,5E+00", 0, NUMBER_READ, "-2.5" },
		{ "0E99", 0, NUMBER_READ, "0" },
		{ "0E-9", 0, NUMBER_READ, "0" },
		{ "150000E-10", 0, NUMBER_READ, "0.000015" },
		{ "1E-7", 0, NUMBER_TOO_FINE, "" },
		{ "1E+19", 0, NUMBER_TOO_BIG, "" },
		{ "1E+99999999999", 0, NUMBER_TOO_BIG, "" },
		{ "1E-99999999999", 0, NUMBER_TOO_FINE, "" },
		{ "1E", 0, NUMBER_INVALID, "" },
		{ "1E+", 0, NUMBER_INVALID, "" },
		{ "E5", 0, NUMBER_INVALID, "" },
		{ "1E5E5", 0, NUMBER_INVALID, "" },
		/* limits */
		{ "9223372036854775807", 0, NUMBER_READ, "9223372036854775807" },
		{ "-9223372036854775808", 0, NUMBER_READ, "-9223372036854775808" },
		{ "9223372036854775808", 0, NUMBER_TOO_BIG, "" },
		{ "9223372036854775807,0", 0, NUMBER_READ, "9223372036854775807" },
		{ "9223372036854775807,1", 0, NUMBER_TOO_BIG, "" },
		{ "9999999999999999,990", 0, NUMBER_READ, "9999999999999999.99" },
		{ "1,123456", 0, NUMBER_READ, "1.123456" },
		{ "1,1234560", 0, NUMBER_READ, "1.123456" },
		{ "1,50000000000000000000", 0, NUMBER_READ, "1.5" },
		{ "1,1234567", 0, NUMBER_TOO_FINE, "" },
		{ "0,0000001", 0, NUMBER_TOO_FINE, "" },
		{ "00000000000000000000000000000000000000000000000000000000000000000000007", 0,
			NUMBER_READ, "7" },
		{ "11111111111111111111111111111111111111111111111111111111111111111111111", 0,
			NUMBER_TOO_BIG, "" },
		{ "11111111111111111111111111111111111111111111111111111111111111111111111,111111",
			0, NUMBER_TOO_BIG, "" },
		{ "11111111111111111111111111111111111111111111111111111111111111111111111,1111111 k€",
			0, NUMBER_TOO_BIG, "" },
		{ "1,500000000000000000000000000000000000000000000000000000000000000000000000000",
			0, NUMBER_READ, "1.5" },
		/* missing is not zero, broken is not missing */
		{ "", 0, NUMBER_BLANK, "" },
		{ " \u00A0\u202F\t", 0, NUMBER_BLANK, "" },
		{ "n.d.", 0, NUMBER_ABSENT, "" },
		{ "N.D.", 0, NUMBER_ABSENT, "" },
		{ "n. d.", 0, NUMBER_ABSENT, "" },
		{ "nd", 0, NUMBER_ABSENT, "" },
		{ "nc", 0, NUMBER_ABSENT, "" },
		{ "NC", 0, NUMBER_ABSENT, "" },
		{ "NR", 0, NUMBER_ABSENT, "" },
		{ "ns", 0, NUMBER_ABSENT, "" },
		{ "n/a", 0, NUMBER_ABSENT, "" },
		{ "NA", 0, NUMBER_ABSENT, "" },
		{ "-", 0, NUMBER_ABSENT, "" },
		{ " - ", 0, NUMBER_ABSENT, "" },
		{ "--", 0, NUMBER_ABSENT, "" },
		{ "–", 0, NUMBER_ABSENT, "" },
		{ "—", 0, NUMBER_ABSENT, "" },
		{ ".", 0, NUMBER_ABSENT, "" },
		{ "...", 0, NUMBER_ABSENT, "" },
		{ "…", 0, NUMBER_ABSENT, "" },
		{ "/", 0, NUMBER_ABSENT, "" },
		{ "?", 0, NUMBER_ABSENT, "" },
		{ "----------------", 0, NUMBER_ABSENT, "" },
		{ "-----------------", 0, NUMBER_INVALID, "" },
		{ "no", 0, NUMBER_INVALID, "" },
		{ "#N/A", 0, NUMBER_BROKEN, "" },
		{ "##", 0, NUMBER_BROKEN, "" },
		{ "#ARG!", 0, NUMBER_BROKEN, "" },
		{ "#ZERO!", 0, NUMBER_BROKEN, "" },
		{ "#p1", 0, NUMBER_INVALID, "" },
		{ "Err:", 0, NUMBER_INVALID, "" },
		{ "Erreur", 0, NUMBER_INVALID, "" },
		{ "#DIV/0!", 0, NUMBER_BROKEN, "" },
		{ "#REF!", 0, NUMBER_BROKEN, "" },
		{ "#VALEUR!", 0, NUMBER_BROKEN, "" },
		{ "#NOM?", 0, NUMBER_BROKEN, "" },
		{ "#####", 0, NUMBER_BROKEN, "" },
		{ "Err:502", 0, NUMBER_BROKEN, "" },
		{ "#", 0, NUMBER_INVALID, "" },
		{ "#12", 0, NUMBER_INVALID, "" },
		/* never guessed */
		{ "<5", 0, NUMBER_INVALID, "" },
		{ "> 5", 0, NUMBER_INVALID, "" },
		{ "env. 50", 0, NUMBER_INVALID, "" },
		{ "12 5", 0, NUMBER_INVALID, "" },
		{ "12 34", 0, NUMBER_INVALID, "" },
		{ "1234 567", 0, NUMBER_INVALID, "" },
		{ "1 2345", 0, NUMBER_INVALID, "" },
		{ "1  234", 0, NUMBER_INVALID, "" },
		{ "1 234.567.890", 0, NUMBER_INVALID, "" },
		{ "1 234'567", 0, NUMBER_INVALID, "" },
		{ "0 123", 0, NUMBER_INVALID, "" },
		{ "1x234", 0, NUMBER_INVALID, "" },
		{ "1_234", 0, NUMBER_INVALID, "" },
		{ "1\u2018234", 0, NUMBER_INVALID, "" },
		{ "12,", 0, NUMBER_INVALID, "" },
		{ "12.", 0, NUMBER_INVALID, "" },
		{ "1,2 3", 0, NUMBER_INVALID, "" },
		{ "12:30", 0, NUMBER_INVALID, "" },
		{ "0x10", 0, NUMBER_INVALID, "" },
		{ "nan", 0, NUMBER_INVALID, "" },
		{ "inf", 0, NUMBER_INVALID, "" },
		{ "non", 0, NUMBER_INVALID, "" },
		{ "١٢", 0, NUMBER_INVALID, "" },
		{ ",", 0, NUMBER_INVALID, "" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char text[NUMBER_SIZE] = "";
		number n = { 77, 0 };
		number_reading got =
			number_read(rows[i].cell, strlen(rows[i].cell), rows[i].mark, &n);

		if (got == NUMBER_READ || got == NUMBER_AMBIGUOUS)
			number_print(n, text);
		else if (n.units != 77)
			fail_msg("'%s': touched its result without reading", rows[i].cell);
		if (got != rows[i].reading || strcmp(text, rows[i].value) != 0)
			fail_msg("'%s' (mark '%c'): %d '%s', not %d '%s'", rows[i].cell,
				rows[i].mark ? rows[i].mark : '0', (int)got, text,
				(int)rows[i].reading, rows[i].value);
	}
}

static void cells_do_not_end_in_nul(void **state)
{
	number n;

	(void)state;
	assert_int_equal(number_read("12,5;7", 4, 0, &n), NUMBER_READ);
	assert_int_equal(n.units, 125);
	assert_int_equal(number_read("1\0002", 3, 0, &n), NUMBER_INVALID);
	assert_int_equal(number_read("\0", 1, 0, &n), NUMBER_INVALID);
	assert_int_equal(number_read("1 234\xE2\x80", 7, 0, &n), NUMBER_INVALID);
	assert_int_equal(number_read("#N/A", 1, 0, &n), NUMBER_INVALID);
}

static void plain_is_digits_and_a_point(void **state)
{
	static const struct {
		const char *cell;
		bool read;
		int64_t units;
		int decimals;
	} rows[] = {
		{ "0", true, 0, 0 },
		{ "42", true, 42, 0 },
		{ "0.125", true, 125, 3 },
		{ "2.50", true, 250, 2 },
		{ "123456789012345678", true, 123456789012345678, 0 },
		{ "12345678901234567.8", true, 123456789012345678, 1 },
		{ "1.123456", true, 1123456, 6 },
		{ "1234567890123456789", false, 0, 0 },
		{ "1234567890123456.789", false, 0, 0 },
		{ "", false, 0, 0 },
		{ ".", false, 0, 0 },
		{ ".5", false, 0, 0 },
		{ "5.", false, 0, 0 },
		{ "1.2.3", false, 0, 0 },
		{ "-1", false, 0, 0 },
		{ " 1", false, 0, 0 },
		{ "1,5", false, 0, 0 },
		{ "1.1234567", false, 0, 0 },
		{ "1e3", false, 0, 0 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		number n = { 0, 0 };
		bool got = number_read_plain(rows[i].cell, strlen(rows[i].cell), &n);

		if (got != rows[i].read || n.units != rows[i].units ||
			n.decimals != rows[i].decimals)
			fail_msg("'%s': %d %lld %d", rows[i].cell, got, (long long)n.units,
				n.decimals);
	}
}

/* What a program wrote with all its decimals, as many as are wanted; rates written as parts of 1. */
static void long_ones_are_rounded_once(void **state)
{
	static const struct {
		const char *cell;
		int power, decimals;
		const char *value; /* NULL: refused */
	} rows[] = {
		{ "2.675", 0, 2, "2.68" },
		{ "2.6749999999999998", 0, 2, "2.67" },
		{ "-0.0050000000000000001", 0, 2, "-0.01" },
		{ "1.5", 0, 3, "1.5" },
		{ "0.12345678901", 2, 1, "12.3" },
		{ "0.1235", 2, 1, "12.4" },
		{ "92233720368547758.074", 0, 2, "92233720368547758.07" },
		{ "92233720368547758.075", 0, 2, NULL },
		{ "92233720368547758.08", 0, 2, NULL },
		{ "9223372036854775.8", 0, 6, NULL },
		{ "12", 0, 2, NULL },
		{ "", 0, 2, NULL },
		{ "-", 0, 2, NULL },
		{ "1.2.3", 0, 2, NULL },
		{ "1x.5", 0, 2, NULL },
		{ "1.5x", 0, 2, NULL },
		{ "1.55555x", 0, 2, NULL },
	};
	number n;

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char text[NUMBER_SIZE];

		if (number_read_long(rows[i].cell, strlen(rows[i].cell), rows[i].power,
			    rows[i].decimals, &n) != (rows[i].value != NULL))
			fail_msg("'%s'", rows[i].cell);
		if (!rows[i].value)
			continue;
		number_print(n, text);
		assert_string_equal(text, rows[i].value);
	}
	assert_true(number_read_long("1.59", 3, 0, 1, &n));
	assert_int_equal(n.units, 15);
	assert_true(number_read_long("1.559", 4, 0, 3, &n));
	assert_int_equal(n.units, 1550);
}

static void formats(void **state)
{
	static const struct {
		int64_t units;
		int decimals, places;
		relais_lang lang;
		bool sign;
		const char *text;
	} rows[] = {
		{ 2675, 3, 2, RELAIS_FR, false, "2,68" },
		{ 2675, 3, 2, RELAIS_EN, false, "2.68" },
		{ -2675, 3, 2, RELAIS_FR, false, "−2,68" },
		{ 25, 2, 1, RELAIS_FR, false, "0,3" },
		{ -25, 2, 1, RELAIS_FR, true, "−0,3" },
		{ -4, 2, 1, RELAIS_FR, true, "0,0" },
		{ 4, 2, 1, RELAIS_FR, true, "0,0" },
		{ -5, 2, 1, RELAIS_FR, false, "−0,1" },
		{ 7222222, 6, 1, RELAIS_FR, true, "+7,2" },
		{ 123450, 2, 2, RELAIS_FR, false, "1\u202F234,50" },
		{ 123450, 2, 2, RELAIS_EN, false, "1,234.50" },
		{ 1234567, 0, 0, RELAIS_FR, false, "1\u202F234\u202F567" },
		{ 123, 0, 0, RELAIS_FR, false, "123" },
		{ 1234, 0, 2, RELAIS_EN, false, "1,234.00" },
		{ 9995, 1, 0, RELAIS_EN, false, "1,000" },
		{ 0, 0, 2, RELAIS_FR, true, "0,00" },
		{ INT64_MIN, 0, 6, RELAIS_FR, false,
			"−9\u202F223\u202F372\u202F036\u202F854\u202F775\u202F808,000000" },
		{ INT64_MAX, 6, 0, RELAIS_EN, false, "9,223,372,036,855" },
		{ 1, 0, 0, RELAIS_FR, true, "+1" },
		{ 15, 1, 3, RELAIS_FR, false, "1,500" },
		{ 125, 1, -1, RELAIS_FR, false, "13" },
		{ 125, 1, 9, RELAIS_EN, false, "12.500000" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		number n = { rows[i].units, rows[i].decimals };
		char text[NUMBER_SIZE * 2];

		number_format(n, rows[i].places, rows[i].lang, rows[i].sign, text);
		if (strcmp(text, rows[i].text) != 0)
			fail_msg("row %zu: '%s', not '%s'", i, text, rows[i].text);
	}
}

static void prints(void **state)
{
	static const struct {
		int64_t units;
		int decimals;
		const char *text;
	} rows[] = {
		{ 0, 0, "0" },
		{ 0, 6, "0" },
		{ 5, 1, "0.5" },
		{ -5, 6, "-0.000005" },
		{ 1250, 3, "1.25" },
		{ 1000, 3, "1" },
		{ 1000, 0, "1000" },
		{ INT64_MIN, 0, "-9223372036854775808" },
		{ INT64_MIN, 6, "-9223372036854.775808" },
		{ INT64_MAX, 6, "9223372036854.775807" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		number n = { rows[i].units, rows[i].decimals }, back;
		char text[NUMBER_SIZE];

		number_print(n, text);
		if (strcmp(text, rows[i].text) != 0)
			fail_msg("row %zu: '%s', not '%s'", i, text, rows[i].text);
		if (!number_from_text(text, &back) ||
			!number_rescale(back, n.decimals, &back, NULL) || back.units != n.units)
			fail_msg("'%s' does not come back", text);
	}
}

static void machine_text_is_strict(void **state)
{
	static const char *const refused[] = { "", "-", "1,5", "+1", " 1", "1 ", "1.", ".5",
		"1e3", "--1", "1.2.3", "1 000", "9223372036854775808", "0.0000001" };
	number n;

	(void)state;
	for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
		if (number_from_text(refused[i], &n))
			fail_msg("'%s' was taken for machine text", refused[i]);
	assert_true(number_from_text("1.234", &n));
	assert_int_equal(n.units, 1234);
	assert_true(number_from_text("-9223372036854775808", &n));
	assert_true(n.units == INT64_MIN);
}

static void sums_are_exact(void **state)
{
	int64_t total = 0;
	char text[NUMBER_SIZE];
	number n;

	(void)state;
	for (int i = 0; i < 3; i++) {
		assert_int_equal(number_read("0,1", 3, ',', &n), NUMBER_READ);
		assert_true(number_add(&total, n.units));
	}
	number_print((number){ total, 1 }, text);
	assert_string_equal(text, "0.3");
	total = INT64_MAX;
	assert_false(number_add(&total, 1));
	assert_true(total == INT64_MAX);
	total = INT64_MIN;
	assert_false(number_add(&total, -1));
	assert_true(number_add(&total, INT64_MAX));
	assert_int_equal(total, -1);
}

static void evolutions(void **state)
{
	static const struct {
		int64_t now, before;
		int decimals;
		const char *text; /* NULL: there is none */
	} rows[] = {
		{ 1930, 1800, 6, "7.222222" },
		{ 1930, 1800, 1, "7.2" },
		{ 50, 0, 1, NULL },
		{ 0, 50, 1, "-100" },
		{ 1000, 1000, 6, "0" },
		{ 10025, 10000, 1, "0.3" },
		{ 9975, 10000, 1, "-0.3" },
		{ INT64_MAX, INT64_MIN, 6, "-200" },
		{ INT64_MIN, INT64_MAX, 0, "-200" },
		{ INT64_MAX, 1, 0, NULL },
		/* returns of a shop: below zero, and further below */
		{ -150, -100, 1, "50" },
		{ -50, -100, 1, "-50" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char text[NUMBER_SIZE] = "";
		number n;
		bool some = number_evolution(rows[i].now, rows[i].before, rows[i].decimals, &n);

		if (some)
			number_print(n, text);
		if (some != (rows[i].text != NULL) || (some && strcmp(text, rows[i].text) != 0))
			fail_msg("row %zu: '%s'", i, text);
	}
}

static void ratios_never_wrap(void **state)
{
	number n;

	(void)state;
	assert_true(number_ratio(INT64_MAX, INT64_MAX, INT64_MAX, 0, &n));
	assert_true(n.units == INT64_MAX);
	assert_false(number_ratio(INT64_MAX, INT64_MAX, INT64_MAX, 1, &n));
	assert_true(number_ratio(INT64_MIN, 1, 1, 0, &n));
	assert_true(n.units == INT64_MIN);
	assert_false(number_ratio(INT64_MIN, -1, 1, 0, &n));
	assert_false(number_ratio(INT64_MIN, INT64_MIN, INT64_MIN, 6, &n));
	assert_false(number_ratio(1, 0, 1, 0, &n));
	assert_false(number_ratio(1, 1, 1, 7, &n));
	assert_false(number_ratio(1, 1, 1, -1, &n));
	assert_true(number_ratio(0, -5, 100, 6, &n));
	assert_int_equal(n.units, 0);
	assert_true(number_ratio(-7, 2, -1, 1, &n));
	assert_int_equal(n.units, 35);
}

/* Half away from zero, the slow and obvious way. */
static wide rounded(wide top, wide bottom)
{
	bool negative = (top < 0) != (bottom < 0);
	wide a = top < 0 ? -top : top, b = bottom < 0 ? -bottom : bottom;
	wide value = (2 * a + b) / (2 * b);

	return negative ? -value : value;
}

static void rounding_agrees_with_128_bits(void **state)
{
	static const int64_t tens[] = { 1, 10, 100, 1000, 10000, 100000, 1000000 };

	(void)state;
	for (int i = 0; i < 200000; i++) {
		int shift = (int)(chance() % 60);
		int64_t top = (int64_t)chance() >> shift, bottom = (int64_t)chance() >> 40;
		int places = (int)(chance() % 7), decimals = (int)(chance() % 7);
		number got, n = { top, decimals };
		wide want = bottom ? rounded((wide)top * 100 * tens[places], bottom) : 0;
		bool fits = bottom && want >= INT64_MIN && want <= INT64_MAX, lossy;

		if (number_ratio(top, bottom, 100, places, &got) != fits ||
			(fits && got.units != want))
			fail_msg("100 * %lld / %lld at %d", (long long)top, (long long)bottom,
				places);
		if (places >= decimals)
			want = (wide)top * tens[places - decimals];
		else
			want = rounded(top, tens[decimals - places]);
		fits = want >= INT64_MIN && want <= INT64_MAX;
		if (number_rescale(n, places, &got, &lossy) != fits ||
			(fits && got.units != want))
			fail_msg("%lld from %d to %d", (long long)top, decimals, places);
		if (fits && places < decimals && lossy != (top % tens[decimals - places] != 0))
			fail_msg("lossy: %lld from %d to %d", (long long)top, decimals, places);
	}
}

/* What is printed, for machines or people of either language, reads back as itself. */
static void round_trips(void **state)
{
	(void)state;
	for (int i = 0; i < 100000; i++) {
		number n = { (int64_t)chance() >> (chance() % 60), (int)(chance() % 7) }, back;
		relais_lang lang = chance() % 2 ? RELAIS_FR : RELAIS_EN;
		char text[NUMBER_SIZE * 2];

		number_print(n, text);
		if (!number_from_text(text, &back) ||
			!number_rescale(back, n.decimals, &back, NULL) || back.units != n.units)
			fail_msg("%lld at %d: '%s'", (long long)n.units, n.decimals, text);
		number_format(n, n.decimals, lang, false, text);
		if (number_read(text, strlen(text), lang == RELAIS_FR ? ',' : '.', &back) !=
				NUMBER_READ ||
			!number_rescale(back, n.decimals, &back, NULL) || back.units != n.units)
			fail_msg("%lld at %d: '%s'", (long long)n.units, n.decimals, text);
	}
}

/* Any bytes at all are read or refused, and a known mark is never ambiguous. */
static void noise_is_survived(void **state)
{
	static const char alphabet[] = "0123456789012345 ,.-+()%'E€kM#n/\xC2\xA0";

	(void)state;
	for (int i = 0; i < 200000; i++) {
		char cell[16];
		size_t length = chance() % sizeof cell;
		number n, again;
		number_reading loose, strict;

		for (size_t k = 0; k < length; k++)
			cell[k] = alphabet[chance() % (sizeof alphabet - 1)];
		loose = number_read(cell, length, 0, &n);
		strict = number_read(cell, length, ',', &again);
		if (strict == NUMBER_AMBIGUOUS)
			fail_msg("'%.*s' is ambiguous with a mark", (int)length, cell);
		if (strict == NUMBER_READ && loose == NUMBER_INVALID)
			fail_msg("'%.*s' reads only with a mark", (int)length, cell);
	}
}

static void shifts(void **state)
{
	static const struct {
		number from;
		int power;
		bool fits;
		const char *value;
	} rows[] = {
		{ { 15, 1 }, 3, true, "1500" },
		{ { 1234567, 3 }, 3, true, "1234567" },
		{ { 1234567, 6 }, 3, true, "1234.567" },
		{ { -15, 1 }, 6, true, "-1500000" },
		{ { 12, 0 }, 0, true, "12" },
		{ { 15, 1 }, 0, true, "1.5" },
		{ { INT64_MAX, 2 }, 2, true, "9223372036854775807" },
		{ { INT64_MAX, 2 }, 3, false, "" },
		{ { INT64_MAX / 1000, 0 }, 3, true, "9223372036854775000" },
		{ { INT64_MAX / 1000 + 1, 0 }, 3, false, "" },
		{ { INT64_MIN, 0 }, 1, false, "" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char said[NUMBER_SIZE];
		number n;

		assert_int_equal(number_shift(rows[i].from, rows[i].power, &n), rows[i].fits);
		if (!rows[i].fits)
			continue;
		number_print(n, said);
		assert_string_equal(said, rows[i].value);
	}
}

/* The same for who calls the library: with a sentence for what cannot be. */
static void decimals(void **state)
{
	static const struct {
		const char *said, *to_two, *exact; /* NULL: it is refused */
	} rows[] = {
		{ "12", "12", "12" },
		{ "-12.50", "-12.5", "-12.5" },
		{ "0.005", "0.01", "0.005" },
		{ "-0.005", "-0.01", "-0.005" },
		{ "2.6750000000000001", "2.68", NULL },
		{ "-0.0000000001", "0", NULL },
		{ "9223372036854775807", NULL, "9223372036854775807" },
		{ "92233720368547758.07", "92233720368547758.07", "92233720368547758.07" },
		{ "9223372036854775808", NULL, NULL },
		{ "12,5", NULL, NULL },
		{ "+1", NULL, NULL },
		{ "1e3", NULL, NULL },
		{ "", NULL, NULL },
		{ "-", NULL, NULL },
		{ ".5", NULL, NULL },
		{ "1.", NULL, NULL },
		{ "1.2.3", NULL, NULL },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		relais_error err = { 0 };
		relais_decimal n;
		char said[32];
		relais_status rc = relais_decimal_parse(rows[i].said, &n, &err);

		assert_int_equal(rc, rows[i].exact ? RELAIS_OK : RELAIS_E_USAGE);
		if (rows[i].exact) {
			relais_decimal_print(n, said);
			assert_string_equal(said, rows[i].exact);
		} else {
			assert_non_null(strstr(err.text, rows[i].said));
		}
		rc = relais_decimal_parse_to(rows[i].said, 2, &n, &err);
		assert_int_equal(rc, rows[i].to_two ? RELAIS_OK : RELAIS_E_USAGE);
		if (rows[i].to_two) {
			relais_decimal_print(n, said);
			assert_string_equal(said, rows[i].to_two);
		}
	}
}

static void decimals_count(void **state)
{
	relais_decimal n = { 0 };
	char said[64];

	(void)state;
	assert_int_equal(relais_decimal_evolution((relais_decimal){ 1930, 0 },
				 (relais_decimal){ 18000, 1 }, 6, &n, NULL),
		RELAIS_OK);
	assert_int_equal(n.units, 7222222);
	assert_int_equal(relais_decimal_ratio((relais_decimal){ 2, 0 },
				 (relais_decimal){ 3, 0 }, 100, 1, &n, NULL),
		RELAIS_OK);
	assert_int_equal(n.units, 667);
	assert_int_equal(relais_decimal_evolution((relais_decimal){ 1, 0 },
				 (relais_decimal){ 0, 2 }, 6, &n, NULL),
		RELAIS_END);
	assert_int_equal(relais_decimal_ratio((relais_decimal){ 1, 0 },
				 (relais_decimal){ 0, 2 }, 1, 6, &n, NULL),
		RELAIS_END);
	assert_int_equal(
		relais_decimal_round((relais_decimal){ -2675, 3 }, 2, &n, NULL), RELAIS_OK);
	assert_int_equal(n.units, -268);
	assert_int_equal(relais_decimal_round((relais_decimal){ INT64_MAX, 0 }, 1, &n, NULL),
		RELAIS_E_USAGE);
	assert_int_equal(
		relais_decimal_round((relais_decimal){ 1, 7 }, 1, &n, NULL), RELAIS_E_USAGE);
	assert_int_equal(
		relais_decimal_round((relais_decimal){ 1, 1 }, -1, &n, NULL), RELAIS_E_USAGE);
	assert_int_equal(relais_decimal_evolution((relais_decimal){ INT64_MAX, 0 },
				 (relais_decimal){ 1, 1 }, 6, &n, NULL),
		RELAIS_E_USAGE);
	relais_decimal_format((relais_decimal){ 123456, 2 }, 1, RELAIS_FR, said);
	assert_string_equal(said, "1\u202F234,6");
}

/* By what they are worth, however many decimals say it. */
static void orders(void **state)
{
	static const struct {
		number a, b;
		int order;
	} rows[] = {
		{ { 15, 1 }, { 2, 0 }, -1 },
		{ { 15, 1 }, { 1, 0 }, 1 },
		{ { 15, 1 }, { 150, 2 }, 0 },
		{ { 15, 1 }, { 151, 2 }, -1 },
		{ { -15, 1 }, { -2, 0 }, 1 },
		{ { 2, 0 }, { 1999999, 6 }, 1 },
		{ { 2, 0 }, { 2000000, 6 }, 0 },
		{ { INT64_MAX, 0 }, { INT64_MAX, 6 }, 1 },
		{ { INT64_MIN, 0 }, { INT64_MIN, 6 }, -1 },
		{ { 7, 0 }, { 7, 0 }, 0 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		assert_int_equal(number_order(rows[i].a, rows[i].b), rows[i].order);
		assert_int_equal(number_order(rows[i].b, rows[i].a), -rows[i].order);
	}
}

/* More decimals than anybody means: too fine, however many there are. */
static void decimals_without_end(void **state)
{
	static char cell[40000];
	number n;

	(void)state;
	memset(cell, '1', sizeof cell);
	cell[1] = ',';
	assert_int_equal(number_read(cell, sizeof cell, 0, &n), NUMBER_TOO_FINE);
}

/* Six decimals are as many as there are; what is more is no number of ours, whichever side it is on. */
static void decimals_have_an_end(void **state)
{
	number n;
	bool lossy = true;

	(void)state;
	assert_true(number_rescale((number){ 15, 1 }, 6, &n, &lossy));
	assert_int_equal(n.units, 1500000);
	assert_false(lossy);
	assert_false(number_rescale((number){ 15, 1 }, 7, &n, NULL));
	assert_false(number_rescale((number){ 15, 1 }, -1, &n, NULL));
	assert_false(number_rescale((number){ 15, 7 }, 1, &n, NULL));
	assert_false(number_rescale((number){ 15, -1 }, 1, &n, NULL));
	assert_false(number_ratio(1, 3, 1, 7, &n));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(orders),
		cmocka_unit_test(decimals_have_an_end),
		cmocka_unit_test(decimals_without_end),
		cmocka_unit_test(decimals),
		cmocka_unit_test(decimals_count),
		cmocka_unit_test(shifts),
		cmocka_unit_test(readings),
		cmocka_unit_test(cells_do_not_end_in_nul),
		cmocka_unit_test(plain_is_digits_and_a_point),
		cmocka_unit_test(long_ones_are_rounded_once),
		cmocka_unit_test(formats),
		cmocka_unit_test(prints),
		cmocka_unit_test(machine_text_is_strict),
		cmocka_unit_test(sums_are_exact),
		cmocka_unit_test(evolutions),
		cmocka_unit_test(ratios_never_wrap),
		cmocka_unit_test(rounding_agrees_with_128_bits),
		cmocka_unit_test(round_trips),
		cmocka_unit_test(noise_is_survived),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
