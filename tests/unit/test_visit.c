/* SPDX-License-Identifier: MIT
 * Rows handed over from within SQLite's loop: all of them, in order, and to nobody when nobody asked.
 */
#include "network.h"

#include <string.h>

#include "../../lib/store/store.h"

typedef struct heard {
	int64_t cells[8][2];
	size_t count;
} heard;

static void hear(void *context, const int64_t *cells)
{
	heard *h = context;

	h->cells[h->count][0] = cells[0];
	h->cells[h->count++][1] = cells[1];
}

#define THREE                                                                                  \
	"(SELECT 1 AS a, 10 AS b UNION ALL SELECT 2, NULL UNION ALL SELECT 3, -9223372036854775808)"

static void hands_all_over(void **state)
{
	relais_store *store = network_open();
	heard h = { .count = 0 };
	stmt *s;

	(void)state;
	assert_int_equal(stmt_prepare_visit(&s, store,
				 "SELECT visit(a, b) FROM " THREE " WHERE a >= :least", NULL),
		RELAIS_OK);
	stmt_bind_int(s, ":least", 2);
	assert_int_equal(stmt_visit(s, hear, &h, NULL), RELAIS_OK);
	assert_int_equal(h.count, 2);
	assert_int_equal(h.cells[0][0], 2);
	assert_int_equal(h.cells[0][1], 0);
	assert_true(h.cells[1][1] == INT64_MIN);
	stmt_bind_int(s, ":least", 4);
	assert_int_equal(stmt_visit(s, hear, &h, NULL), RELAIS_OK);
	assert_int_equal(h.count, 2);
	stmt_free(s);
	network_close(store);
}

static void nobody_asked(void **state)
{
	relais_store *store = network_open();
	relais_error err = { 0 };
	stmt *s;

	(void)state;
	assert_int_equal(stmt_prepare_visit(&s, store, "SELECT visit(a, b) FROM " THREE, &err),
		RELAIS_OK);
	assert_int_equal(stmt_run(s, &err), RELAIS_E_STORE);
	assert_non_null(strstr(err.text, "visit()"));
	stmt_free(s);
	network_close(store);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(hands_all_over),
		cmocka_unit_test(nobody_asked) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
