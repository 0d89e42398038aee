/* SPDX-License-Identifier: MIT
 * A number's format in a spreadsheet, from the way it was said.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "../../lib/output/xlsx_format.h"
#include "../../lib/output/xlsx_parts.h"

static void a_format_says_what_was_said(void **state)
{
	static const struct {
		relais_lang lang;
		const char *said, *format;
	} cases[] = {
		{ RELAIS_FR, "12\u202f345", "#,##0" },
		{ RELAIS_FR, "0", "#,##0" },
		{ RELAIS_FR, "12\u202f345,50 (f, r)", "#,##0.00\" (f, r)\"" },
		{ RELAIS_EN, "1,234,567", "#,##0" },
		{ RELAIS_EN, "€12,345", "\"€\"#,##0" },
		{ RELAIS_EN, "98%", "#,##0\"%\"" },
		{ RELAIS_FR, "+1,5\u00a0%",
			"\"+\"#,##0.0\"\u00a0%\";\"−\"#,##0.0\"\u00a0%\";#,##0.0\"\u00a0%\"" },
		{ RELAIS_EN, "−€5", "\"€\"#,##0;\"−\"\"€\"#,##0;\"€\"#,##0" },
	};
	char format[XLSX_FORMAT_SIZE];

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		assert_true(xlsx_format(cases[i].said, cases[i].lang, format));
		assert_string_equal(format, cases[i].format);
	}
}

static void a_sign_is_no_number(void **state)
{
	static const char *const all[] = { NULL, "", "s", "n.s.", "–", "4/5", "5 \"x\"",
		"5 and much more than a unit or a mark would ever take" };
	char format[XLSX_FORMAT_SIZE];

	(void)state;
	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		assert_false(xlsx_format(all[i], RELAIS_EN, format));
}

static void a_link_leads_to_the_sheet_as_it_is_called(void **state)
{
	char name[XLSX_NAME_SIZE], link[XLSX_LINK_SIZE];

	(void)state;
	xlsx_sheet_name("Demandes : par canal d'accueil et par origine", name);
	assert_string_equal(name, "Demandes   par canal d accueil ");
	xlsx_link(name, link);
	assert_string_equal(link, "internal:'Demandes   par canal d accueil '!A1");
	xlsx_sheet_name("ééééééééééééééééééééééééééééééééééé", name);
	xlsx_link(name, link);
	assert_string_equal(link, "internal:'ééééééééééééééééééééééééééééééé'!A1");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_format_says_what_was_said),
		cmocka_unit_test(a_sign_is_no_number),
		cmocka_unit_test(a_link_leads_to_the_sheet_as_it_is_called),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
