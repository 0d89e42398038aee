/* SPDX-License-Identifier: MIT
 * Errors: the sentence in its language, safe to print, and where the fault is. cmocka has
 * a macro fail(): ours is called as (fail)(…) here.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "../../lib/base/error.h"
#include "../../lib/base/text.h"
#include "../../lib/base/words.h"

static void filled(void **state)
{
	relais_error err = { .line = 9, .column = 9, .input = "old", .rule = "old" };

	(void)state;
	assert_int_equal((fail)(&err, RELAIS_E_DATA, "no column '%s'", "vaule"), RELAIS_E_DATA);
	assert_int_equal(err.status, RELAIS_E_DATA);
	assert_string_equal(err.text, "no column 'vaule'");
	assert_int_equal(err.line, 0);
	assert_int_equal(err.column, 0);
	assert_string_equal(err.input, "");
	assert_string_equal(err.rule, "");
	assert_int_equal((fail)(NULL, RELAIS_E_IO, "nobody hears"), RELAIS_E_IO);
	assert_int_equal(fail_at(NULL, RELAIS_E_IO, (place){ 0 }, "nobody"), RELAIS_E_IO);
}

static void placed(void **state)
{
	relais_error err = { 0 };
	place where = { "grille.csv", 42, 3, "unknown-office" };

	(void)state;
	assert_int_equal(fail_at(&err, RELAIS_E_DATA, where, "unknown office '%s'", "ZZ"),
		RELAIS_E_DATA);
	assert_string_equal(err.input, "grille.csv");
	assert_string_equal(err.rule, "unknown-office");
	assert_int_equal(err.line, 42);
	assert_int_equal(err.column, 3);
	assert_string_equal(err.text, "unknown office 'ZZ'");
	fail_at(&err, RELAIS_E_DATA, (place){ 0 }, "nowhere");
	assert_string_equal(err.input, "");
	assert_string_equal(err.rule, "");
}

static void in_french(void **state)
{
	relais_error err = { .lang = RELAIS_FR };

	(void)state;
	assert_int_equal(fail_memory(&err), RELAIS_E_MEMORY);
	assert_string_equal(err.text, "mémoire insuffisante");
	assert_int_equal(err.lang, RELAIS_FR);
}

static void one_printable_line(void **state)
{
	static const char *const rows[][2] = {
		{ "two\nlines", "'two lines'" },
		{ "tab\tbell\a\x1B[31m", "'tab bell  [31m'" },
		{ "del\x7F", "'del '" },
		{ "latin \xE9t\xE9", "'latin ?t?'" },
		{ "c1 \xC2\x9B"
		  "2J",
			"'c1   2J'" },
		{ "août\u00A0–", "'août\u00A0–'" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		relais_error err = { 0 };

		(fail)(&err, RELAIS_E_DATA, "'%s'", rows[i][0]);
		if (strcmp(err.text, rows[i][1]) != 0)
			fail_msg("row %zu: %s", i, err.text);
	}
}

/* Too long a sentence or name is cut between characters and the sentence says so. */
static void cut_whole(void **state)
{
	char value[1200];

	(void)state;
	for (size_t shift = 0; shift < 4; shift++) {
		relais_error err = { 0 };
		size_t length;

		memset(value, 'x', shift);
		for (size_t i = shift; i < sizeof value; i += 3)
			memcpy(value + i, "€", i + 3 < sizeof value ? 3 : 0);
		value[shift + 3 * 390] = '\0';
		fail_at(&err, RELAIS_E_DATA, (place){ value, 1, 1, value }, "%s", value);
		length = strlen(err.text);
		if (text_valid_utf8(err.text, length) != length || length < 500 ||
			strcmp(err.text + length - 3, "…") != 0)
			fail_msg("shift %zu: %zu bytes of text", shift, length);
		length = strlen(err.input);
		if (text_valid_utf8(err.input, length) != length || length < 252)
			fail_msg("shift %zu: %zu bytes of name", shift, length);
		length = strlen(err.rule);
		if (text_valid_utf8(err.rule, length) != length)
			fail_msg("shift %zu: rule", shift);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(filled),
		cmocka_unit_test(placed),
		cmocka_unit_test(in_french),
		cmocka_unit_test(one_printable_line),
		cmocka_unit_test(cut_whole),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
