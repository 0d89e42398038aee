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
};

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
	const struct CMUnitTest tests[] = { cmocka_unit_test(lines_break_where_they_may) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
