/* SPDX-License-Identifier: MIT
 * Lines break at plain blanks only, by the width people see.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "../../lib/output/wrap.h"

#define NBSP     "\xc2\xa0"
#define NNBSP    "\xe2\x80\xaf"
#define COUNT(a) (sizeof(a) / sizeof *(a))

static const struct wrap_case {
	const char *string;
	int width;
	const char *expected;
} wrap_cases[] = {
	{ "one two three", 7, "* one\n  two\n  three\n" },
	{ "one two three", 9, "* one two\n  three\n" },
	{ "72,0" NNBSP "% a", 6, "* 72,0" NNBSP "%\n  a\n" },
	{ "1" NNBSP "234" NNBSP "567 b", 4, "* 1" NNBSP "234" NNBSP "567\n  b\n" },
	{ "東京 大阪", 7, "* 東京\n  大阪\n" },
	{ "a\nb", 20, "* a\n  b\n" },
	{ "a\r\nb\tc", 20, "* a\n  b c\n" },
	{ "", 20, "* \n" },
	{ "trailing  ", 20, "* trailing\n" },
	{ "dire : oui", 6, "* dire :\n  oui\n" },
	{ "dit « oui » !", 7, "* dit «\n  oui » !\n" },
	{ "a :b", 3, "* a\n  :b\n" },
	{ "Val-Tressin", 5, "* Val-Tressin\n" },
};

static const struct narrow_case {
	const char *string;
	int width, widest;
	const char *expected;
} narrow_cases[] = {
	{ "Saint-Elvin-les-Dunes", 12, 6, "Saint-Elvin-~les-Dunes~" },
	{ "Saint-Elvin", 40, 6, "Saint-Elvin~" },
	{ "OT-99-001 A1-02", 4, 9, "OT-99-001~A1-02~" },
	{ "La Grève-aux-Mouettes", 6, 8, "La~Grève-~aux-~Mouettes~" },
	{ "- tiret -", 2, 5, "-~tiret~-~" },
	{ "", 4, 0, "~" },
	{ "association|epic|spl", 7, 12, "association|~epic|~spl~" },
	{ "contacts_guichet+?contacts_hors_murs", 20, 19,
		"contacts_guichet+~?contacts_hors_murs~" },
	{ "OT-1;contacts_guichet;2024-08", 18, 17, "OT-1;~contacts_guichet;~2024-08~" },
	{ "register:a_1/register:b 18/23", 13, 13, "register:a_1/~register:b~18/23~" },
	{ "les-trois@example.org a/notes-de.csv", 8, 21,
		"les-trois@example.org~a/notes-de.csv~" },
};

static void words_break_in_narrow_places(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(narrow_cases); i++) {
		const struct narrow_case *one = &narrow_cases[i];
		text out = { 0 };
		size_t length;

		for (const char *next, *at = one->string; at; at = next) {
			next = wrap_narrow_line(at, one->width, &length);
			text_add_bytes(&out, at, length);
			text_add(&out, "~");
		}
		assert_string_equal(text_str(&out), one->expected);
		assert_int_equal(wrap_widest_part(one->string), one->widest);
		text_free(&out);
	}
}

static void lines_break_where_they_may(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(wrap_cases); i++) {
		text out = { 0 };

		wrap_text(&out, wrap_cases[i].string, wrap_cases[i].width, "* ", "  ");
		if (strcmp(text_str(&out), wrap_cases[i].expected) != 0)
			fail_msg("case %zu: got\n%s", i, text_str(&out));
		text_free(&out);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(lines_break_where_they_may),
		cmocka_unit_test(words_break_in_narrow_places) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
