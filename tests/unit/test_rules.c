/* SPDX-License-Identifier: MIT
 * Rules an import may skip or harden, files refused whole, relations between figures: what is
 * counted and what is left in the store.
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

#include "../../lib/base/number.h"
#include "../../lib/base/text.h"
#include "../../lib/ingest/registers/codes.h"
#include "../../lib/ingest/rules.h"
#include "temporary.h"

enum { TODAY = 20000 /* 2024-10-04 */ };
#define HEAD "office,indicator,period,value\n"

typedef struct heard {
	char told[512], every[1024]; /* "line:rule:severity " */
} heard;

static void note(char *to, size_t size, const relais_diagnostic *said)
{
	size_t used = strlen(to);

	if (said->line > 1 && used < size)
		snprintf(to + used, size - used, "%lu:%s:%d ", said->line, said->rule,
			(int)said->severity);
}

static void hear(void *self, const relais_diagnostic *said)
{
	heard *h = self;

	note(h->told, sizeof h->told, said);
}

static void hear_every(void *self, const relais_diagnostic *said)
{
	heard *h = self;

	note(h->every, sizeof h->every, said);
}

static relais_store *open_private(void)
{
	relais_error err = { 0 };
	relais_store *store;

	if (relais_store_open(&store, NULL, RELAIS_PRIVATE, NULL, &err) != RELAIS_OK)
		fail_msg("%s", err.text);
	return store;
}

static relais_status import_text(relais_store *store, const char *content,
	relais_import_options options, heard *h, relais_summary *summary, relais_error *err)
{
	char path[PATH_MAX];
	relais_status rc;
	int fd = temporary(path);

	assert_true(fd >= 0);
	assert_int_equal(write(fd, content, strlen(content)), (ssize_t)strlen(content));
	close(fd);
	*h = (heard){ .told = "" };
	options.today = TODAY;
	options.create_offices = true;
	options.tell = hear;
	options.every = hear_every;
	options.tell_self = options.every_self = h;
	rc = relais_import(store, path, &options, summary, err);
	unlink(path);
	return rc;
}

static uint64_t figures_in(relais_store *store)
{
	relais_question question = { .today = TODAY, .as_of = RELAIS_NO_DAY };
	relais_error err = { 0 };
	relais_rows *rows;
	relais_row row;
	uint64_t count = 0;

	assert_int_equal(
		relais_ask_export(store, "observations", &question, &rows, &err), RELAIS_OK);
	while (relais_rows_next(rows, &row, &err) == RELAIS_OK)
		count++;
	relais_rows_close(rows);
	return count;
}

static const char doubtful[] = HEAD "A,contacts_guichet,2042-08,1\n"
				    "A,contacts_guichet,2024-08,90000\n"
				    "A,contacts_guichet,2024-07,some\n"
				    "A,contacts_guichet,2024-06,7\n";

static void test_skip_and_strict(void **unused)
{
	static const char *const skip[] = { "future-period", "unusually-high", NULL };
	const struct {
		const char *name;
		relais_import_options options;
		uint64_t created;
		const char *told;
	} cases[] = {
		{ "plain", { .strict = false }, 2,
			"2:future-period:2 3:unusually-high:1 4:not-a-number:2 " },
		{ "skip", { .skip_rules = skip }, 3, "2:future-period:0 4:not-a-number:2 " },
		{ "strict", { .strict = true }, 1,
			"2:future-period:2 3:unusually-high:2 4:not-a-number:2 " },
		{ "both", { .strict = true, .skip_rules = skip }, 3,
			"2:future-period:0 4:not-a-number:2 " },
	};

	(void)unused;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		relais_store *store = open_private();
		relais_summary summary;
		relais_error err = { 0 };
		heard h;

		if (import_text(store, doubtful, cases[i].options, &h, &summary, &err) !=
			RELAIS_OK)
			fail_msg("%s: %s", cases[i].name, err.text);
		if (summary.created != cases[i].created ||
			figures_in(store) != summary.created ||
			strcmp(h.told, cases[i].told) != 0 || strcmp(h.every, h.told) != 0)
			fail_msg("%s: %llu new, told '%s'", cases[i].name,
				(unsigned long long)summary.created, h.told);
		relais_store_close(store);
	}
}

static void test_what_cannot_be_skipped(void **unused)
{
	static const char *const wrong[][2] = { { "not-a-number", NULL },
		{ "nonsense", NULL } };

	(void)unused;
	for (size_t i = 0; i < 2; i++) {
		relais_store *store = open_private();
		relais_summary summary;
		relais_error err = { 0 };
		heard h;

		assert_int_equal(import_text(store, doubtful,
					 (relais_import_options){ .skip_rules = wrong[i] }, &h,
					 &summary, &err),
			RELAIS_E_USAGE);
		assert_non_null(strstr(err.text, wrong[i][0]));
		assert_int_equal(figures_in(store), 0);
		relais_store_close(store);
	}
}

static void test_atomic(void **unused)
{
	relais_store *store = open_private();
	relais_summary summary;
	relais_error err = { 0 };
	heard h;

	(void)unused;
	assert_int_equal(import_text(store, HEAD "A,contacts_guichet,2024-05,5\n",
				 (relais_import_options){ .atomic = true }, &h, &summary, &err),
		RELAIS_OK);
	assert_int_equal(import_text(store, doubtful,
				 (relais_import_options){ .atomic = true, .max_errors = 1 }, &h,
				 &summary, &err),
		RELAIS_E_DATA);
	assert_string_equal(err.rule, "refused-whole");
	assert_int_equal(err.line, 2);
	assert_string_equal(h.every, "2:future-period:2 3:unusually-high:1 4:not-a-number:2 ");
	assert_int_equal(figures_in(store), 1);
	relais_store_close(store);
}

/* What came second is what is told and, when strict, taken out again; a revision is undone. */
static void test_relations(void **unused)
{
	relais_store *store = open_private();
	relais_import_options plain = { .strict = false }, strict = { .strict = true };
	relais_summary summary;
	relais_error err = { 0 };
	heard h;

	(void)unused;
	assert_int_equal(import_text(store,
				 HEAD "A,contacts_guichet,2024-08,100\n"
				      "A,contacts_etrangers,2024-08,100\n"
				      "B,contacts_etrangers,2024-08,9\n",
				 plain, &h, &summary, &err),
		RELAIS_OK);
	assert_string_equal(h.told, "");
	assert_int_equal(import_text(store,
				 HEAD "A,contacts_guichet,2024-08,99\n"
				      "B,contacts_guichet,2024-08,8\n"
				      "B,contacts_guichet,2024-07,1\n",
				 strict, &h, &summary, &err),
		RELAIS_OK);
	assert_string_equal(h.told, "2:part-over-whole:2 3:part-over-whole:2 ");
	assert_int_equal(summary.created, 1);
	assert_int_equal(summary.revised, 0);
	assert_int_equal(summary.rejected, 2);
	assert_int_equal(figures_in(store), 4);
	assert_int_equal(import_text(store, HEAD "A,contacts_guichet,2024-08,99\n", plain, &h,
				 &summary, &err),
		RELAIS_OK);
	assert_string_equal(h.told, "2:part-over-whole:1 ");
	assert_int_equal(summary.revised, 1);
	relais_store_close(store);
}

static void test_order(void **unused)
{
	(void)unused;
	assert_int_equal(number_order((number){ 1, 0 }, (number){ 100, 2 }), 0);
	assert_int_equal(number_order((number){ 101, 2 }, (number){ 1, 0 }), 1);
	assert_int_equal(number_order((number){ -101, 2 }, (number){ -1, 0 }), -1);
	assert_int_equal(number_order((number){ INT64_MAX, 0 }, (number){ INT64_MAX, 6 }), 1);
}

static void test_aliases(void **unused)
{
	codes c = { .count = 0 };

	(void)unused;
	assert_int_equal(codes_add(&c, 1, "OT-1", "Quimper", NULL, NULL, NULL), RELAIS_OK);
	assert_int_equal(codes_add(&c, 2, "OT-2", "Saint-Martin", NULL, NULL, NULL), RELAIS_OK);
	assert_int_equal(codes_add(&c, 3, "OT-3", "Saint-Martin", NULL, NULL, NULL), RELAIS_OK);
	assert_int_equal(codes_find(&c, "st martin", 9), CODES_SEVERAL);
	assert_int_equal(codes_alias(&c, "St-Martin", "OT-3", 0, NULL), RELAIS_OK);
	assert_int_equal(codes_alias(&c, "le port", "OT-1", 0, NULL), RELAIS_OK);
	assert_int_equal(codes_alias(&c, "Quimper", "OT-2", 0, NULL), RELAIS_OK);
	assert_int_equal(codes_find(&c, "saint martin", 12), 3); /* it settles the doubt */
	assert_int_equal(codes_find(&c, "Le Port", 7), 1);
	assert_int_equal(codes_find(&c, "Quimper", 7), CODES_SEVERAL);
	assert_int_equal(codes_find(&c, "OT-1", 4), 1);
	assert_int_equal(codes_alias(&c, "LE PORT", "OT-2", 0, NULL), RELAIS_OK);
	assert_int_equal(codes_find(&c, "le port", 7), CODES_SEVERAL);
	assert_int_equal(codes_alias(&c, "le port", "OT-9", 1, NULL), RELAIS_OK);
	assert_int_equal(codes_find(&c, "le port", 7), CODES_NONE);
	assert_string_equal(codes_meant(&c, "le port"), "OT-9");
	codes_free(&c);
}

static void test_catalogue_of_rules(void **unused)
{
	rules r;

	(void)unused;
	assert_int_equal(rules_load(&r, NULL), RELAIS_OK);
	assert_true(r.count > 60);
	for (size_t i = 0; i < r.count; i++) {
		const known_rule *one = &r.all[i];
		bool is_warning = !strcmp(one->severity, "warning");

		if (!*one->label[0] || !*one->label[1] || !*one->cure[0] || !*one->cure[1] ||
			(one->is_strict && !is_warning) || strlen(one->id) >= 32)
			fail_msg("the rule '%s' is not whole", one->id);
	}
	rules_free(&r);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_skip_and_strict),
		cmocka_unit_test(test_what_cannot_be_skipped),
		cmocka_unit_test(test_atomic),
		cmocka_unit_test(test_relations),
		cmocka_unit_test(test_order),
		cmocka_unit_test(test_aliases),
		cmocka_unit_test(test_catalogue_of_rules),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
