/* SPDX-License-Identifier: MIT
 * Libraries loaded late: what is absent is named with its cure, what is there works and stays.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "../../lib/base/late.h"

typedef double (*of_one)(double);

static void absent(void **state)
{
	static const char *const names[] = { "anything" };
	of_one table[1] = { NULL };
	late l = { "libnothing2.so.4.1", 1, names, table, false };
	relais_error err = { 0 };

	(void)state;
	assert_int_equal(late_load(&l, &err), RELAIS_E_IO);
	assert_string_equal(err.text,
		"cannot load libnothing2.so.4.1, which this needs: apt-get install libnothing2-4.1");
	assert_false(l.is_loaded);
	assert_int_equal(late_load(&l, NULL), RELAIS_E_IO);
}

/* Installing it again is no cure. */
static void there_but_refused(void **state)
{
	static const char *const names[] = { "anything" };
	of_one table[1] = { NULL };
	late l = { "/dev/null", 1, names, table, false };
	relais_error err = { 0 };

	(void)state;
	assert_int_equal(late_load(&l, &err), RELAIS_E_IO);
	assert_non_null(strstr(err.text, "cannot load what this needs: /dev/null: "));
	assert_null(strstr(err.text, "apt-get"));
}

static void too_old(void **state)
{
	static const char *const names[] = { "floor", "no_such_function" };
	of_one table[2] = { NULL, NULL };
	late l = { "libm.so.6", 2, names, table, false };
	relais_error err = { 0 };

	(void)state;
	assert_int_equal(late_load(&l, &err), RELAIS_E_IO);
	assert_non_null(strstr(err.text, "libm.so.6 has no function 'no_such_function'"));
	assert_false(l.is_loaded);
}

static void there(void **state)
{
	static const char *const names[] = { "floor", "ceil" };
	of_one table[2] = { NULL, NULL };
	late l = { "libm.so.6", 2, names, table, false };

	(void)state;
	assert_int_equal(late_load(&l, NULL), RELAIS_OK);
	assert_true(l.is_loaded);
	assert_true(table[0](1.5) < 1.5 && table[1](1.5) > 1.5);
	l.soname = "it is not asked for twice";
	assert_int_equal(late_load(&l, NULL), RELAIS_OK);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(absent),
		cmocka_unit_test(there_but_refused),
		cmocka_unit_test(too_old),
		cmocka_unit_test(there),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
