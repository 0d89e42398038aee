/* SPDX-License-Identifier: MIT
 * Files into a store: what counts as new, revised, unchanged, rejected; and that the order and
 * the size of a file never decide a figure.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "../../lib/base/text.h"
#include "../../lib/store/store.h"
#include "temporary.h"

enum { TODAY = 20000 /* 2024-10-04 */ };

typedef struct said {
	unsigned rejected;
	char rules[2048]; /* "line:rule " of everything told but notes */
} said;

static void keep(void *self, const relais_diagnostic *one)
{
	said *s = self;
	size_t used = strlen(s->rules);

	s->rejected += one->severity == RELAIS_REJECTED;
	if (one->severity != RELAIS_NOTE && used < sizeof s->rules)
		snprintf(s->rules + used, sizeof s->rules - used, "%lu:%s ", one->line,
			one->rule);
}

static relais_store *open_private(void)
{
	relais_error err = { 0 };
	relais_store *store;

	if (relais_store_open(&store, NULL, RELAIS_PRIVATE, NULL, &err) != RELAIS_OK)
		fail_msg("%s", err.text);
	return store;
}

static relais_import_options usual(said *s)
{
	return (relais_import_options){ .today = TODAY,
		.create_offices = true,
		.create_indicators = true,
		.create_territories = true,
		.tell = keep,
		.tell_self = s };
}

/* Writes a file, imports it, removes it. */
static relais_status import_text(relais_store *store, const char *content, size_t length,
	const relais_import_options *options, relais_summary *summary, relais_error *err)
{
	char path[PATH_MAX];
	relais_status rc;
	int fd = temporary(path);

	assert_true(fd >= 0);
	assert_int_equal(write(fd, content, length), (ssize_t)length);
	close(fd);
	rc = relais_import(store, path, options, summary, err);
	unlink(path);
	return rc;
}

static relais_summary import_ok(relais_store *store, const char *content, said *s)
{
	relais_import_options options = usual(s);
	relais_summary summary;
	relais_error err = { 0 };

	*s = (said){ 0 };
	if (import_text(store, content, strlen(content), &options, &summary, &err) != RELAIS_OK)
		fail_msg("%s [%s]", err.text, err.rule);
	assert_int_equal(summary.read, summary.created + summary.revised + summary.unchanged +
					       summary.rejected + summary.skipped);
	return summary;
}

/* Everything the store holds of figures, as normalised CSV. */
static char *exported(relais_store *store)
{
	relais_question question = { .today = TODAY, .as_of = RELAIS_NO_DAY };
	relais_error err = { 0 };
	relais_rows *rows;
	relais_row row;
	relais_status rc;
	text all = { 0 };

	assert_int_equal(
		relais_ask_export(store, "observations", &question, &rows, &err), RELAIS_OK);
	while ((rc = relais_rows_next(rows, &row, &err)) == RELAIS_OK)
		for (size_t i = 0; i < row.count; i++)
			text_addf(&all, "%s%c", row.cells[i] ? row.cells[i] : "",
				i + 1 < row.count ? ',' : '\n');
	assert_int_equal(rc, RELAIS_END);
	relais_rows_close(rows);
	assert_false(all.failed);
	return all.data ? all.data : strdup("");
}

static void assert_exports(relais_store *store, const char *expected)
{
	char *all = exported(store);

	assert_string_equal(all, expected);
	free(all);
}

#define HEAD "office,indicator,period,value\n"

static void test_counts(void **unused)
{
	static const struct {
		const char *file;
		uint64_t created, revised, unchanged, rejected, skipped;
		const char *rules, *then;
	} steps[] = {
		{ HEAD "A,contacts_guichet,2024-08,10\nB,contacts_guichet,2024-08,n.d.\n", 2, 0,
			0, 0, 0, "",
			"A,contacts_guichet,2024-08,10,\nB,contacts_guichet,2024-08,,m\n" },
		{ HEAD "A,contacts_guichet,2024-08,10\nB,contacts_guichet,2024-08,n.d.\n", 0, 0,
			2, 0, 0, "",
			"A,contacts_guichet,2024-08,10,\nB,contacts_guichet,2024-08,,m\n" },
		{ HEAD "A,contacts_guichet,2024-08,12\nB,contacts_guichet,2024-08,0\n", 0, 2, 0,
			0, 0, "",
			"A,contacts_guichet,2024-08,12,\nB,contacts_guichet,2024-08,0,\n" },
		/* an empty cell says nothing of a known figure; n.d. takes it back */
		{ HEAD "A,contacts_guichet,2024-08,\n", 0, 0, 1, 0, 0, "",
			"A,contacts_guichet,2024-08,12,\nB,contacts_guichet,2024-08,0,\n" },
		{ HEAD "A,contacts_guichet,2024-08,nd\n", 0, 1, 0, 0, 0, "",
			"A,contacts_guichet,2024-08,,m\nB,contacts_guichet,2024-08,0,\n" },
		/* the same line twice is one figure, two values for one are none */
		{ HEAD "A,contacts_guichet,2024-08,7\nA,contacts_guichet,2024-08,7\n", 0, 1, 1,
			0, 0, "",
			"A,contacts_guichet,2024-08,7,\nB,contacts_guichet,2024-08,0,\n" },
		{ HEAD "A,contacts_guichet,2024-08,8\nB,contacts_guichet,2024-08,1\n"
		       "A,contacts_guichet,2024-08,9\n",
			0, 1, 0, 2, 0, "2:duplicate-conflict 4:duplicate-conflict ",
			"A,contacts_guichet,2024-08,7,\nB,contacts_guichet,2024-08,1,\n" },
		{ HEAD "A,contacts_guichet,2024-08,12,5\nA,contacts_guichet,2024-08,\"12,5\"\n"
		       "A,contacts_guichet,2025-08,1\nA,demandes_total,2024-08,1\n"
		       "A,contacts_guichet,2024-13,1\nTotal,contacts_guichet,2024-08,99\n"
		       "A,contacts_guichet,2024-08,#REF!\nA,contacts_guichet,2024-08,-3\n",
			0, 0, 0, 7, 1,
			"2:too-many-cells 3:not-whole 4:future-period 5:derived-indicator 6:bad-period "
			"7:total-mismatch 8:broken-cell 9:below-minimum ",
			"A,contacts_guichet,2024-08,7,\nB,contacts_guichet,2024-08,1,\n" },
	};
	relais_store *store = open_private();
	said s;

	(void)unused;
	for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
		relais_summary m = import_ok(store, steps[i].file, &s);

		if (m.created != steps[i].created || m.revised != steps[i].revised ||
			m.unchanged != steps[i].unchanged || m.rejected != steps[i].rejected ||
			m.skipped != steps[i].skipped || strcmp(s.rules, steps[i].rules) != 0)
			fail_msg(
				"step %zu: new %llu revised %llu unchanged %llu rejected %llu skipped %llu, told %s",
				i, (unsigned long long)m.created, (unsigned long long)m.revised,
				(unsigned long long)m.unchanged, (unsigned long long)m.rejected,
				(unsigned long long)m.skipped, s.rules);
		assert_exports(store, steps[i].then);
	}
	relais_store_close(store);
}

/* What 1,234 means is told by the rest of the file, wherever it stands. */
static void test_unclear_marks(void **unused)
{
	static const struct {
		const char *file, *rules, *then;
	} cases[] = {
		{ "office;indicator;period;value\nA;ca_boutique_eur;2024-08;1,234\nB;ca_boutique_eur;2024-08;2,5\n",
			"2:rounded ",
			"A,ca_boutique_eur,2024-08,1.23,\nB,ca_boutique_eur,2024-08,2.5,\n" },
		{ "office;indicator;period;value\nA;ca_boutique_eur;2024-08;1.234\nB;ca_boutique_eur;2024-08;2,5\n",
			"",
			"A,ca_boutique_eur,2024-08,1234,\nB,ca_boutique_eur,2024-08,2.5,\n" },
		{ "office;indicator;period;value\nB;ca_boutique_eur;2024-08;2,5\nA;contacts_guichet;2024-08;1.234\n",
			"",
			"B,ca_boutique_eur,2024-08,2.5,\nA,contacts_guichet,2024-08,1234,\n" },
		{ "office;indicator;period;value\nA;contacts_guichet;2024-08;1,234\n",
			"2:num-ambiguous ", "" },
		{ "office;indicator;period;value\nA;mesure;2024-08;1,234\n", "2:num-decimal ",
			"A,mesure,2024-08,1.234,\n" },
		{ "office;indicator;period;value\nA;contacts_guichet;2024-08;1 234\nB;contacts_guichet;2024-08;"
		  "1\xe2\x80\xaf"
		  "234\nC;contacts_guichet;2024-08;1'234\n",
			"",
			"A,contacts_guichet,2024-08,1234,\nB,contacts_guichet,2024-08,1234,\n"
			"C,contacts_guichet,2024-08,1234,\n" },
	};

	(void)unused;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		relais_store *store = open_private();
		said s;
		char *all;

		import_ok(store, cases[i].file, &s);
		all = exported(store);
		if (strcmp(s.rules, cases[i].rules) != 0 || !strstr(all, cases[i].then))
			fail_msg("case %zu: told '%s', holds '%s'", i, s.rules, all);
		free(all);
		relais_store_close(store);
	}
}

/* 0,1 three times is 0.3; 2.675 euros are kept as 2.68: half away from zero, never binary. */
static void test_exact(void **unused)
{
	relais_store *store = open_private();
	relais_question question = { .today = TODAY, .as_of = RELAIS_NO_DAY };
	relais_error err = { 0 };
	relais_rows *rows;
	relais_row row;
	said s;

	(void)unused;
	import_ok(store,
		"office;indicator;period;value\nA;etp_total;2024;0,1\nB;etp_total;2024;0,1\n"
		"C;etp_total;2024;0,1\nA;ca_boutique_eur;2024-08;2,675\n",
		&s);
	assert_string_equal(s.rules, "5:rounded ");
	assert_int_equal(relais_ask_totals(store, &question, &rows, &err), RELAIS_OK);
	assert_int_equal(relais_rows_next(rows, &row, &err), RELAIS_OK);
	assert_string_equal(row.cells[0], "etp_total");
	assert_string_equal(row.cells[3], "0.3");
	assert_int_equal(relais_rows_next(rows, &row, &err), RELAIS_OK);
	assert_string_equal(row.cells[3], "2.68");
	relais_rows_close(rows);
	relais_store_close(store);
}

/* In place of the library's: under valgrind what is tried of chunks is tried of small ones. */
size_t staging_chunk(void);
size_t staging_chunk(void)
{
	return (size_t)1 << (getenv("VALGRIND") ? 12 : 19);
}

/* More rows than a chunk holds. */
static int rows_beyond_a_chunk(void)
{
	int chunk = (int)staging_chunk();

	return chunk + chunk / 90;
}

/* More rows than a chunk holds, duplicates far apart, decimals that grow late. */
static void test_across_chunks(void **unused)
{
	enum { OFFICES = 1000 };
	const int rows = rows_beyond_a_chunk();
	relais_store *store = open_private();
	relais_import_options options;
	relais_summary m;
	relais_error err = { 0 };
	text file = { 0 };
	said s = { 0 };
	stmt *count;

	(void)unused;
	options = usual(&s);
	text_add(&file, HEAD);
	for (int i = 0; i < rows; i++)
		text_addf(&file, "O%d,m%d,2020-%02d,%d\n", i % OFFICES, i / OFFICES / 12,
			i / OFFICES % 12 + 1, i % 97);
	text_add(&file, "O1,m0,2020-01,1\n"); /* the same again */
	text_add(&file, "O2,m0,2020-01,555\n"); /* another value: neither counts */
	text_add(&file, "O2,m0,2020-01,2\n"); /* the first value again: too late */
	text_add(&file, "X,m0,2020-01,0.25\n"); /* m0 turns out to have two decimals */
	assert_false(file.failed);
	if (import_text(store, file.data, file.length, &options, &m, &err) != RELAIS_OK)
		fail_msg("%s", err.text);
	assert_int_equal(m.created, rows);
	assert_int_equal(m.unchanged, 1);
	assert_int_equal(m.rejected, 3);
	assert_int_equal(
		stmt_prepare(&count, store,
			"SELECT (SELECT count(*) FROM observation), (SELECT sum(value) FROM observation"
			" WHERE indicator_id = (SELECT indicator_id FROM indicator WHERE code = 'm0')),"
			" (SELECT decimals FROM indicator WHERE code = 'm0')",
			&err),
		RELAIS_OK);
	assert_int_equal(stmt_step(count, &err), RELAIS_OK);
	assert_int_equal(stmt_int(count, 0), rows);
	{
		int64_t sum = 25;

		for (int i = 0; i < OFFICES * 12 && i < rows; i++)
			sum += i == 2 ? 0 : i % 97 * 100;
		assert_int_equal(stmt_int(count, 1), sum);
	}
	assert_int_equal(stmt_int(count, 2), 2);
	stmt_free(count);
	text_free(&file);
	relais_store_close(store);
}

/* A conflict across chunks gives back what an earlier import had said. */
static void test_conflict_restores(void **unused)
{
	relais_store *store = open_private();
	relais_import_options options;
	relais_summary m;
	relais_error err = { 0 };
	text file = { 0 };
	said s = { 0 };
	char *all;

	(void)unused;
	import_ok(store, HEAD "A,contacts_guichet,2019-01,41\n", &s);
	options = usual(&s);
	text_add(&file, HEAD "A,contacts_guichet,2019-01,42\n");
	for (int i = 0; i < rows_beyond_a_chunk(); i++)
		text_addf(&file, "O%d,m%d,2020-01,1\n", i % 1000, i / 1000);
	text_add(&file, "A,contacts_guichet,2019-01,43\n");
	assert_int_equal(
		import_text(store, file.data, file.length, &options, &m, &err), RELAIS_OK);
	assert_int_equal(m.rejected, 2);
	assert_int_equal(m.revised, 0);
	all = exported(store);
	assert_non_null(strstr(all, "A,contacts_guichet,2019-01,41,\n"));
	free(all);
	text_free(&file);
	relais_store_close(store);
}

/* Fixed seed: the lines of a file in any order leave the same figures. */
static void test_order_of_lines(void **unused)
{
	enum { LINES = 400 };
	char lines[LINES][64];
	uint32_t seed = 20240801;
	char *first = NULL;

	(void)unused;
	for (int i = 0; i < LINES; i++)
		snprintf(lines[i], sizeof lines[i], "O%d,contacts_guichet,20%02d-%02d,%d\n",
			i % 13, 20 + i / 13 % 4, i / 52 % 12 + 1, i % 7 ? i * 31 % 1000 : 5);
	for (int round = 0; round < 5; round++) {
		relais_store *store = open_private();
		text file = { 0 };
		said s;
		char *all;

		for (int i = LINES - 1; round && i > 0; i--) {
			char swap[64];
			int k;

			seed = seed * 1664525u + 1013904223u;
			k = (int)(seed >> 8) % (i + 1);
			memcpy(swap, lines[i], sizeof swap);
			memcpy(lines[i], lines[k], sizeof swap);
			memcpy(lines[k], swap, sizeof swap);
		}
		text_add(&file, HEAD);
		for (int i = 0; i < LINES; i++)
			text_add(&file, lines[i]);
		import_ok(store, file.data, &s);
		all = exported(store);
		if (!first)
			first = strdup(all);
		assert_string_equal(all, first);
		free(all);
		text_free(&file);
		relais_store_close(store);
	}
	free(first);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_counts),
		cmocka_unit_test(test_unclear_marks),
		cmocka_unit_test(test_exact),
		cmocka_unit_test(test_across_chunks),
		cmocka_unit_test(test_conflict_restores),
		cmocka_unit_test(test_order_of_lines),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
