/* SPDX-License-Identifier: MIT
 * Every way of writing numbers, days, periods, firms and places that the trade is known to send,
 * each with what it must be read as.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "../../lib/base/date.h"
#include "../../lib/base/number.h"
#include "../../lib/base/period.h"
#include "../../lib/model/identifier.h"

#define LENGTH(array) (sizeof(array) / sizeof *(array))

static void numbers(void **state)
{
	static const struct {
		const char *cell;
		number_reading reading;
		const char *value;
	} rows[] = {
		{ "1 234,56", NUMBER_READ, "1234.56" },
		{ "1\u00A0234,56", NUMBER_READ, "1234.56" },
		{ "1\u202F234,56", NUMBER_READ, "1234.56" },
		{ "1\u2009234,56", NUMBER_READ, "1234.56" },
		{ "1'234,56", NUMBER_READ, "1234.56" },
		{ "1.234,56", NUMBER_READ, "1234.56" },
		{ "1,234.56", NUMBER_READ, "1234.56" },
		{ "1,234", NUMBER_AMBIGUOUS, "1.234" },
		{ "12,5 %", NUMBER_READ, "12.5" },
		{ "12,5\u202F%", NUMBER_READ, "12.5" },
		{ "12,5%", NUMBER_READ, "12.5" },
		{ "0,125", NUMBER_READ, "0.125" },
		{ "1 234 €", NUMBER_READ, "1234" },
		{ "1\u202F234\u00A0€", NUMBER_READ, "1234" },
		{ "1 234 euros", NUMBER_READ, "1234" },
		{ "1,2 k€", NUMBER_READ, "1200" },
		{ "1,2k€", NUMBER_READ, "1200" },
		{ "1,2 K€", NUMBER_READ, "1200" },
		{ "1,2 M€", NUMBER_READ, "1200000" },
		{ "(123)", NUMBER_READ, "-123" },
		{ "(1 234,50 €)", NUMBER_READ, "-1234.5" },
		{ "123-", NUMBER_READ, "-123" },
		{ "-123", NUMBER_READ, "-123" },
		{ "\u2212123", NUMBER_READ, "-123" },
		{ "+5", NUMBER_READ, "5" },
		{ "1,23E+05", NUMBER_READ, "123000" },
		{ "#N/A", NUMBER_BROKEN, "" },
		{ "#DIV/0!", NUMBER_BROKEN, "" },
		{ "#REF!", NUMBER_BROKEN, "" },
		{ "#VALEUR!", NUMBER_BROKEN, "" },
		{ "#NOM?", NUMBER_BROKEN, "" },
		{ "#####", NUMBER_BROKEN, "" },
		{ "n.d.", NUMBER_ABSENT, "" },
		{ "nd", NUMBER_ABSENT, "" },
		{ "nc", NUMBER_ABSENT, "" },
		{ "NC", NUMBER_ABSENT, "" },
		{ "NR", NUMBER_ABSENT, "" },
		{ "ns", NUMBER_ABSENT, "" },
		{ "-", NUMBER_ABSENT, "" },
		{ "–", NUMBER_ABSENT, "" },
		{ "—", NUMBER_ABSENT, "" },
		{ ".", NUMBER_ABSENT, "" },
		{ "/", NUMBER_ABSENT, "" },
		{ "?", NUMBER_ABSENT, "" },
		{ "<5", NUMBER_INVALID, "" },
		{ "> 5", NUMBER_INVALID, "" },
		{ "environ 200", NUMBER_INVALID, "" },
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(rows); i++) {
		char said[NUMBER_SIZE] = "";
		number n;
		number_reading how = number_read(rows[i].cell, strlen(rows[i].cell), 0, &n);

		print_message("%s\n", rows[i].cell);
		if (how == NUMBER_READ || how == NUMBER_AMBIGUOUS)
			number_print(n, said);
		assert_int_equal(how, rows[i].reading);
		assert_string_equal(said, rows[i].value);
	}
}

static void days(void **state)
{
	static const struct {
		const char *cell, *day;
	} rows[] = {
		{ "31/12/2024", "2024-12-31" },
		{ "31/12/24", "2024-12-31" },
		{ "31/12/69", "2069-12-31" },
		{ "31/12/70", "1970-12-31" },
		{ "2024-12-31", "2024-12-31" },
		{ "2024-12-31T10:30:00Z", "2024-12-31" },
		{ "31.12.2024", "2024-12-31" },
		{ "45292", "2024-01-01" },
		{ "20240831", "2024-08-31" },
		{ "31 décembre 2024", "2024-12-31" },
		{ "1er aout 2024", "2024-08-01" },
		{ "04/05/2024", "2024-05-04" },
		{ "13/25/2024", "" },
		{ "05/13/2024", "" },
		{ "30/02/2024", "" },
		{ "29/02/2023", "" },
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(rows); i++) {
		char said[16] = "";
		relais_day day;

		print_message("%s\n", rows[i].cell);
		if (day_read(rows[i].cell, strlen(rows[i].cell), &day))
			relais_day_print(day, said);
		assert_string_equal(said, rows[i].day);
	}
}

static void periods(void **state)
{
	static const struct {
		const char *cell, *period;
	} rows[] = {
		{ "janv-24", "2024-01" },
		{ "janv.-24", "2024-01" },
		{ "janv. 2024", "2024-01" },
		{ "JANVIER 2024", "2024-01" },
		{ "fevrier 2024", "2024-02" },
		{ "Février 2024", "2024-02" },
		{ "févr-24", "2024-02" },
		{ "aout 2024", "2024-08" },
		{ "Août 2024", "2024-08" },
		{ "AOÛT 2024", "2024-08" },
		{ "déc 2024", "2024-12" },
		{ "dec-24", "2024-12" },
		{ "juil. 2024", "2024-07" },
		{ "sept. 2024", "2024-09" },
		{ "01/2024", "2024-01" },
		{ "1/2024", "2024-01" },
		{ "2024-01", "2024-01" },
		{ "2024/01", "2024-01" },
		{ "202401", "2024-01" },
		{ "2024M01", "2024-01" },
		{ "2024-M01", "2024-01" },
		{ "T1 2024", "2024-T1" },
		{ "2024-T1", "2024-T1" },
		{ "2024T1", "2024-T1" },
		{ "1er trimestre 2024", "2024-T1" },
		{ "2024-Q1", "2024-T1" },
		{ "S1 2024", "2024-S1" },
		{ "2024-S1", "2024-S1" },
		{ "2024", "2024" },
		{ "45292", "2024-01" },
		{ "01/01/2024", "2024-01" },
		{ "2024-08-01", "2024-08" },
		{ "13/2024", "" },
		{ "T5 2024", "" },
		{ "août", "" },
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(rows); i++) {
		char said[16] = "";
		relais_period p;

		print_message("%s\n", rows[i].cell);
		if (period_read(rows[i].cell, strlen(rows[i].cell), &p))
			relais_period_print(p, said);
		assert_string_equal(said, rows[i].period);
	}
}

typedef identifier_reading reader_of(const char *cell, char out[IDENTIFIER_SIZE]);

static void identifiers(void **state)
{
	static const struct {
		reader_of *read;
		const char *cell;
		identifier_reading reading;
		const char *code;
	} rows[] = {
		{ siret_read, "73282932000074", IDENTIFIER_GOOD, "73282932000074" },
		{ siret_read, "732 829 320 00074", IDENTIFIER_GOOD, "73282932000074" },
		{ siret_read, "732\u00A0829\u00A0320\u00A000074", IDENTIFIER_GOOD,
			"73282932000074" },
		{ siret_read, "732.829.320.00074", IDENTIFIER_GOOD, "73282932000074" },
		{ siret_read, "73282932000075", IDENTIFIER_KEY, NULL },
		{ siret_read, "35600000000048", IDENTIFIER_GOOD, "35600000000048" },
		{ siret_read, "35600000049837", IDENTIFIER_GOOD, "35600000049837" },
		{ siret_read, "35600000049838", IDENTIFIER_KEY, NULL },
		{ siret_read, "1,23457E+13", IDENTIFIER_DESTROYED, NULL },
		{ siret_read, "1.23E+13", IDENTIFIER_DESTROYED, NULL },
		{ epci_read, "732829320", IDENTIFIER_GOOD, "732829320" },
		{ epci_read, "732829321", IDENTIFIER_KEY, NULL },
		{ commune_read, "22278", IDENTIFIER_GOOD, "22278" },
		{ commune_read, "2A004", IDENTIFIER_GOOD, "2A004" },
		{ commune_read, "2a004", IDENTIFIER_GOOD, "2A004" },
		{ commune_read, "1004", IDENTIFIER_ZERO, "01004" },
		{ commune_read, "97105", IDENTIFIER_GOOD, "97105" },
		{ commune_read, "97610", IDENTIFIER_GOOD, "97610" },
		{ commune_read, "97502", IDENTIFIER_UNLISTED, "97502" },
		{ commune_read, "98735", IDENTIFIER_UNLISTED, "98735" },
		{ commune_read, "97801", IDENTIFIER_UNLISTED, "97801" },
		{ commune_read, "97127", IDENTIFIER_RENAMED, "97801" },
		{ commune_read, "75101", IDENTIFIER_PART, "75056" },
		{ commune_read, "69381", IDENTIFIER_PART, "69123" },
		{ commune_read, "13216", IDENTIFIER_PART, "13055" },
		{ postal_read, "20000", IDENTIFIER_GOOD, "20000" },
		{ postal_read, "1000", IDENTIFIER_ZERO, "01000" },
		{ postal_read, "22000 SAINT-BRIEUC CEDEX", IDENTIFIER_TRIMMED, "22000" },
		{ departement_read, "20", IDENTIFIER_UNLISTED, "20" },
		{ departement_read, "2a", IDENTIFIER_GOOD, "2A" },
		{ departement_read, "1", IDENTIFIER_ZERO, "01" },
		{ departement_read, "976", IDENTIFIER_GOOD, "976" },
		{ region_read, "75", IDENTIFIER_GOOD, "75" },
		{ region_read, "1", IDENTIFIER_ZERO, "01" },
		{ region_read, "10", IDENTIFIER_UNLISTED, "10" },
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(rows); i++) {
		char code[IDENTIFIER_SIZE] = "";

		print_message("%s\n", rows[i].cell);
		assert_int_equal(rows[i].read(rows[i].cell, code), rows[i].reading);
		if (rows[i].code)
			assert_string_equal(code, rows[i].code);
	}
	assert_int_not_equal(
		commune_read("20004", (char[IDENTIFIER_SIZE]){ "" }), IDENTIFIER_GOOD);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(numbers),
		cmocka_unit_test(days),
		cmocka_unit_test(periods),
		cmocka_unit_test(identifiers),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
