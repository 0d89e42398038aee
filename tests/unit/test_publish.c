/* SPDX-License-Identifier: MIT
 * A report is made while others write: what is recorded is what was known then, and nobody publishes what is older than
 * what was published meanwhile.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include <relais.h>

#include "temporary.h"

enum { DAY = 20000 /* 2024-10-04 */ };

static relais_error err;

/* Asserts, with what went wrong. */
static void fine(relais_status rc)
{
	if (rc != RELAIS_OK)
		fail_msg("%s", err.text);
}

static relais_store *open_store(const char *path)
{
	relais_store *store;

	fine(relais_store_open_within(&store, path, RELAIS_WRITE, NULL, 0, &err));
	return store;
}

static void import(relais_store *store, const char *content)
{
	relais_import_options options = { .today = DAY, .create_offices = true };
	relais_summary summary;
	char path[PATH_MAX];
	int fd = temporary(path);

	assert_true(fd >= 0);
	assert_int_equal(write(fd, content, strlen(content)), (ssize_t)strlen(content));
	close(fd);
	fine(relais_import(store, path, &options, &summary, &err));
	unlink(path);
}

static const char first[] = "office,indicator,period,value\nOT-1,contacts_guichet,2024-08,10\n"
			    "OT-1,contacts_guichet,2023-08,8\n";
static const char second[] =
	"office,indicator,period,value\nOT-1,contacts_guichet,2024-08,20\n";

static const relais_question question = {
	.today = DAY,
	.as_of = RELAIS_NO_DAY,
	.span = { 2024 * 20 + 8, 2024 * 20 + 8 },
};

static relais_status record_of(relais_store *store, const relais_question *asked,
	relais_document *note, relais_publication *made)
{
	relais_status rc, end;

	fine(relais_publish_begin(store, &err));
	rc = relais_publish(store, "monthly", asked, note, made, &err);
	end = relais_publish_end(store, rc == RELAIS_OK, &err);
	fine(end);
	return rc;
}

static relais_status record(
	relais_store *store, relais_document *note, relais_publication *made)
{
	return record_of(store, &question, note, made);
}

/* The number of the batch an edition was made of, and how many editions there are. */
static long long batch_of(relais_store *store, int64_t edition, int *count)
{
	relais_rows *rows;
	relais_row row;
	long long batch = 0;

	*count = 0;
	fine(relais_ask_editions(store, &rows, &err));
	for (; relais_rows_next(rows, &row, &err) == RELAIS_OK; (*count)++)
		if (atoll(row.cells[0]) == edition)
			batch = atoll(row.cells[8]);
	relais_rows_close(rows);
	return batch;
}

static void test_others_write_meanwhile(void **state)
{
	relais_publication made;
	relais_store *ours, *theirs;
	relais_document *note;
	char path[PATH_MAX];
	long long before;
	int count, fd = temporary(path);

	(void)state;
	close(fd);
	unlink(path);
	fine(relais_store_open(&ours, path, RELAIS_CREATE, NULL, &err));
	import(ours, first);
	theirs = open_store(path);
	fine(relais_report(ours, "monthly", &question, &note, &err));
	import(theirs, second); /* nobody is in its way */
	fine(record(ours, note, &made));
	relais_document_free(note);
	assert_true(made.is_new);
	before = batch_of(ours, made.edition, &count);
	assert_int_equal(count, 1);

	/* the next one knows more, and of a later batch */
	fine(relais_report(ours, "monthly", &question, &note, &err));
	fine(record(ours, note, &made));
	assert_true(made.is_new);
	assert_int_equal(batch_of(ours, made.edition, &count), before + 1);
	assert_int_equal(count, 2);
	relais_document_free(note);
	relais_store_close(theirs);
	relais_store_close(ours);
	unlink(path);
}

static void test_who_is_overtaken_records_nothing(void **state)
{
	relais_publication made;
	relais_store *ours, *theirs;
	relais_document *older, *newer;
	relais_question reseau = question;
	char path[PATH_MAX];
	int count, fd = temporary(path);

	(void)state;
	close(fd);
	unlink(path);
	fine(relais_store_open(&ours, path, RELAIS_CREATE, NULL, &err));
	import(ours, first);
	theirs = open_store(path);
	fine(relais_report(ours, "monthly", &question, &older, &err));
	import(theirs, second);
	fine(relais_report(theirs, "monthly", &question, &newer, &err));
	fine(record(theirs, newer, &made));
	assert_int_equal(record(ours, older, &made), RELAIS_END);
	batch_of(ours, made.edition, &count);
	assert_int_equal(count, 1);
	relais_document_free(older);

	/* made anew, it is the same */
	fine(relais_report(ours, "monthly", &question, &older, &err));
	fine(record(ours, older, &made));
	assert_false(made.is_new);
	relais_document_free(older);
	relais_document_free(newer);

	/* of another question, too: what is told depends on every edition before */
	fine(relais_report(ours, "monthly", &question, &older, &err));
	reseau.diffusion = RELAIS_RESEAU;
	fine(relais_report(theirs, "monthly", &reseau, &newer, &err));
	fine(record_of(theirs, &reseau, newer, &made));
	assert_true(made.is_new);
	assert_int_equal(record(ours, older, &made), RELAIS_END);
	relais_document_free(older);
	relais_document_free(newer);
	relais_store_close(theirs);
	relais_store_close(ours);
	unlink(path);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_others_write_meanwhile),
		cmocka_unit_test(test_who_is_overtaken_records_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
