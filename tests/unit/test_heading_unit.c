/* SPDX-License-Identifier: MIT
 * Units at the end of headings: taken off when they are one, left when they are a name.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "../../lib/ingest/layout/heading_unit.h"

static void taken(void **state)
{
	static const struct {
		const char *heading, *bare;
		unit_kind what;
		int scale;
	} rows[] = {
		{ "CA (k€)", "CA", UNIT_MONEY, 3 },
		{ "CA (K€)", "CA", UNIT_MONEY, 3 },
		{ "CA [M€]", "CA", UNIT_MONEY, 6 },
		{ "CA k€", "CA", UNIT_MONEY, 3 },
		{ "CA - k€", "CA", UNIT_MONEY, 3 },
		{ "CA, en k€", "CA", UNIT_MONEY, 3 },
		{ "CA (en €)", "CA", UNIT_MONEY, 0 },
		{ "Chiffre d'affaires en k€", "Chiffre d'affaires", UNIT_MONEY, 3 },
		{ "Chiffre d’affaires en milliers d’euros", "Chiffre d’affaires", UNIT_MONEY,
			3 },
		{ "Ventes (en millions\u00A0d'euros)", "Ventes", UNIT_MONEY, 6 },
		{ "Nuitées (en milliers)", "Nuitées", UNIT_NUMBER, 3 },
		{ "Nuitées en milliers", "Nuitées", UNIT_NUMBER, 3 },
		{ "Contacts (x 1000)", "Contacts", UNIT_NUMBER, 3 },
		{ "Contacts (nb)", "Contacts", UNIT_NUMBER, 0 },
		{ "Taux (%)", "Taux", UNIT_PERCENT, 0 },
		{ "Taux en %", "Taux", UNIT_PERCENT, 0 },
		{ "Taux %", "Taux", UNIT_PERCENT, 0 },
		/* names */
		{ "CA", "CA", UNIT_NONE, 0 },
		{ "Contacts en milliers de personnes", "Contacts en milliers de personnes",
			UNIT_NONE, 0 },
		{ "Heures (hors juillet)", "Heures (hors juillet)", UNIT_NONE, 0 },
		{ "(k€)", "(k€)", UNIT_NONE, 0 },
		{ "%", "%", UNIT_NONE, 0 },
		{ "% étrangers", "% étrangers", UNIT_NONE, 0 },
		{ "Actions en nombre", "Actions", UNIT_NUMBER, 0 },
		{ "", "", UNIT_NONE, 0 },
		{ "()", "()", UNIT_NONE, 0 },
		{ "A ()", "A ()", UNIT_NONE, 0 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char words[96];
		unit u = { UNIT_NONE, 0 };

		snprintf(words, sizeof words, "%s", rows[i].heading);
		print_message("%s\n", words);
		assert_int_equal(unit_take(words, &u), rows[i].what != UNIT_NONE);
		assert_string_equal(words, rows[i].bare);
		assert_int_equal(u.what, rows[i].what);
		assert_int_equal(u.scale, rows[i].scale);
	}
}

static void named(void **state)
{
	unit u;

	(void)state;
	assert_true(unit_read("k€", &u));
	assert_string_equal(unit_name(u), "k€");
	assert_string_equal(unit_factor(u), "1000");
	assert_true(unit_read("en milliers", &u));
	assert_string_equal(unit_factor(u), "1000");
	assert_false(unit_read("kilo", &u));
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(taken), cmocka_unit_test(named) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
