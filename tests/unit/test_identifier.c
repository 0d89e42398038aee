/* SPDX-License-Identifier: MIT
 * Identifiers: the worked numbers of the domain, and what spreadsheets make of codes.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "../../lib/model/identifier.h"

typedef identifier_reading reader(const char *cell, char out[IDENTIFIER_SIZE]);

typedef struct reading_case {
	const char *cell;
	identifier_reading how;
	const char *code; /* NULL: does not matter */
} reading_case;

static void check(reader *read, const reading_case *c, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		char out[IDENTIFIER_SIZE] = "";
		identifier_reading how = read(c[i].cell, out);

		if (how != c[i].how)
			fail_msg("'%s': reading %d, expected %d", c[i].cell, (int)how,
				(int)c[i].how);
		if (c[i].code && strcmp(out, c[i].code) != 0)
			fail_msg("'%s': '%s', expected '%s'", c[i].cell, out, c[i].code);
	}
}

#define CHECK(read, cases) check(read, cases, sizeof(cases) / sizeof *(cases))

static void test_siren(void **unused)
{
	(void)unused;
	assert_true(siren_is_valid("732829320"));
	assert_true(siren_is_valid("356000000"));
	assert_false(siren_is_valid("732829321"));
	assert_false(siren_is_valid("73282932"));
	assert_false(siren_is_valid(""));
	assert_false(siren_is_valid("73282932O"));
}

static void test_siren_and_rna(void **unused)
{
	static const reading_case sirens[] = {
		{ "732 829 320", IDENTIFIER_GOOD, "732829320" },
		{ "732829321", IDENTIFIER_KEY, NULL },
		{ "73282932", IDENTIFIER_LENGTH, "" },
		{ "5502084", IDENTIFIER_LENGTH, "" },
		{ "05502084", IDENTIFIER_LENGTH, NULL },
		{ "7,32829E+08", IDENTIFIER_DESTROYED, NULL },
		{ "EPCI-1", IDENTIFIER_WRONG, NULL },
	};
	static const reading_case rnas[] = {
		{ "W222000123", IDENTIFIER_GOOD, "W222000123" },
		{ "w 222 000 123", IDENTIFIER_GOOD, "W222000123" },
		{ "W2A1000123", IDENTIFIER_GOOD, "W2A1000123" },
		{ "W22200012", IDENTIFIER_WRONG, NULL },
		{ "222000123", IDENTIFIER_WRONG, NULL },
		{ "WA22000123", IDENTIFIER_WRONG, NULL },
		{ "W22200012X", IDENTIFIER_WRONG, NULL },
	};

	(void)unused;
	CHECK(siren_read, sirens);
	CHECK(rna_read, rnas);
}

static void test_siret(void **unused)
{
	static const reading_case cases[] = {
		{ "73282932000074", IDENTIFIER_GOOD, "73282932000074" },
		{ "73282932000075", IDENTIFIER_KEY, NULL },
		{ "732 829 320 00074", IDENTIFIER_GOOD, "73282932000074" },
		{ "732\u00a0829\u00a0320\u202f00074", IDENTIFIER_GOOD, "73282932000074" },
		{ "732.829.320.00074", IDENTIFIER_GOOD, "73282932000074" },
		{ "73282932000074.0", IDENTIFIER_GOOD, "73282932000074" },
		/* La Poste: the head office passes, the others add up to a multiple of 5 */
		{ "35600000000048", IDENTIFIER_GOOD, "35600000000048" },
		{ "35600000049837", IDENTIFIER_GOOD, "35600000049837" },
		{ "35600000049838", IDENTIFIER_KEY, NULL },
		/* the first nine must pass too: here all fourteen do and they do not */
		{ "73282932100007", IDENTIFIER_KEY, NULL },
		{ "1,23457E+13", IDENTIFIER_DESTROYED, NULL },
		{ "7.32829E+13", IDENTIFIER_DESTROYED, NULL },
		{ "7E+13", IDENTIFIER_DESTROYED, NULL },
		{ "1,23457e+13", IDENTIFIER_DESTROYED, NULL },
		/* a lost zero is suggested only when the number then passes */
		{ "572094100011", IDENTIFIER_LENGTH, "" },
		{ "0572094100011", IDENTIFIER_LENGTH, "00572094100011" },
		{ "7328293200007", IDENTIFIER_LENGTH, "" },
		{ "732829320", IDENTIFIER_LENGTH, "" },
		{ "732829320000745", IDENTIFIER_LENGTH, "" },
		{ "MONACOCONFO001", IDENTIFIER_UNLISTED, "MONACOCONFO001" },
		{ "MONACO", IDENTIFIER_WRONG, NULL },
		{ "7328293200007A", IDENTIFIER_WRONG, NULL },
		{ "en cours", IDENTIFIER_WRONG, NULL },
	};

	(void)unused;
	CHECK(siret_read, cases);
}

static void test_epci(void **unused)
{
	static const reading_case cases[] = {
		{ "200069409", IDENTIFIER_GOOD, "200069409" },
		{ "200 069 409", IDENTIFIER_GOOD, "200069409" },
		{ "200069408", IDENTIFIER_KEY, NULL },
		{ "2,00069E+08", IDENTIFIER_DESTROYED, NULL },
		{ "20006940", IDENTIFIER_LENGTH, "" },
		/* somebody's own */
		{ "EPCI-99-1", IDENTIFIER_GOOD, "EPCI-99-1" },
		{ "CC de la Côte d’Ambrelle", IDENTIFIER_GOOD, "CC de la Côte d’Ambrelle" },
	};

	(void)unused;
	CHECK(epci_read, cases);
}

static void test_commune(void **unused)
{
	static const reading_case cases[] = {
		{ "22278", IDENTIFIER_GOOD, "22278" },
		{ "01004", IDENTIFIER_GOOD, "01004" },
		{ "1004", IDENTIFIER_ZERO, "01004" },
		{ "95680", IDENTIFIER_GOOD, NULL },
		{ "96001", IDENTIFIER_WRONG, NULL },
		{ "00123", IDENTIFIER_WRONG, NULL },
		{ "2a004", IDENTIFIER_GOOD, "2A004" },
		{ "2B033", IDENTIFIER_GOOD, "2B033" },
		{ "2C033", IDENTIFIER_WRONG, NULL },
		{ "20004", IDENTIFIER_WRONG, NULL },
		{ "97105", IDENTIFIER_GOOD, "97105" },
		{ "97411", IDENTIFIER_GOOD, NULL },
		{ "97611", IDENTIFIER_GOOD, NULL },
		{ "97502", IDENTIFIER_UNLISTED, "97502" },
		{ "98735", IDENTIFIER_UNLISTED, "98735" },
		{ "97127", IDENTIFIER_RENAMED, "97801" },
		{ "75056", IDENTIFIER_GOOD, NULL },
		{ "75101", IDENTIFIER_PART, "75056" },
		{ "75121", IDENTIFIER_GOOD, "75121" },
		{ "99401", IDENTIFIER_GOOD, "99401" },
		{ "9401", IDENTIFIER_ZERO, "09401" },
		{ "2227", IDENTIFIER_ZERO, "02227" },
		{ "222789", IDENTIFIER_WRONG, NULL },
		{ "A004", IDENTIFIER_WRONG, NULL },
		{ "Quimper", IDENTIFIER_WRONG, NULL },
	};

	(void)unused;
	CHECK(commune_read, cases);
}

static void test_postal(void **unused)
{
	static const reading_case cases[] = {
		{ "22000", IDENTIFIER_GOOD, "22000" },
		{ "1000", IDENTIFIER_ZERO, "01000" },
		{ "20000", IDENTIFIER_GOOD, "20000" },
		{ "20200", IDENTIFIER_GOOD, "20200" },
		{ "97150", IDENTIFIER_GOOD, "97150" },
		{ "98000", IDENTIFIER_GOOD, "98000" },
		{ "22 000", IDENTIFIER_GOOD, "22000" },
		{ "22000.0", IDENTIFIER_GOOD, "22000" },
		{ "22000 CEDEX", IDENTIFIER_TRIMMED, "22000" },
		{ "22000 SAINT-BRIEUC CEDEX 2", IDENTIFIER_TRIMMED, "22000" },
		{ "22000 Cedex 9", IDENTIFIER_TRIMMED, "22000" },
		{ "00100", IDENTIFIER_WRONG, NULL },
		{ "2200O", IDENTIFIER_WRONG, NULL },
		{ "220000", IDENTIFIER_WRONG, NULL },
		{ "220", IDENTIFIER_WRONG, NULL },
		{ "CEDEX", IDENTIFIER_WRONG, NULL },
		{ "B-1000", IDENTIFIER_WRONG, NULL },
	};

	(void)unused;
	CHECK(postal_read, cases);
}

static void test_departement_and_region(void **unused)
{
	static const reading_case departements[] = {
		{ "22", IDENTIFIER_GOOD, "22" },
		{ "1", IDENTIFIER_ZERO, "01" },
		{ "2a", IDENTIFIER_GOOD, "2A" },
		{ "20", IDENTIFIER_UNLISTED, "20" },
		{ "95", IDENTIFIER_GOOD, NULL },
		{ "96", IDENTIFIER_UNLISTED, NULL },
		{ "971", IDENTIFIER_GOOD, "971" },
		{ "975", IDENTIFIER_UNLISTED, "975" },
		{ "976", IDENTIFIER_GOOD, NULL },
		{ "69D", IDENTIFIER_UNLISTED, "69D" },
		{ "99", IDENTIFIER_GOOD, "99" },
		{ "Finistère", IDENTIFIER_UNLISTED, "Finistère" },
	};
	static const reading_case regions[] = {
		{ "53", IDENTIFIER_GOOD, "53" },
		{ "75", IDENTIFIER_GOOD, "75" },
		{ "1", IDENTIFIER_ZERO, "01" },
		{ "05", IDENTIFIER_UNLISTED, "05" },
		{ "22", IDENTIFIER_UNLISTED, "22" }, /* a département, no région */
		{ "Bretagne", IDENTIFIER_UNLISTED, "Bretagne" },
	};
	int listed = 0, known = 0;

	(void)unused;
	CHECK(departement_read, departements);
	CHECK(region_read, regions);
	for (int i = 1; i < 99; i++) {
		char code[3] = { (char)('0' + i / 10), (char)('0' + i % 10), '\0' };
		char out[IDENTIFIER_SIZE];

		listed += departement_read(code, out) == IDENTIFIER_GOOD;
		known += region_read(code, out) == IDENTIFIER_GOOD;
	}
	assert_int_equal(listed + 2 + 5, 101);
	assert_int_equal(known, 18);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_siren),
		cmocka_unit_test(test_siren_and_rna),
		cmocka_unit_test(test_siret),
		cmocka_unit_test(test_epci),
		cmocka_unit_test(test_commune),
		cmocka_unit_test(test_postal),
		cmocka_unit_test(test_departement_and_region),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
