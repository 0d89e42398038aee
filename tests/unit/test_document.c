/* SPDX-License-Identifier: MIT
 * Building documents: everything is copied, in order, and a builder that was given nothing
 * stays quiet.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "../../lib/report/document.h"

static void what_is_said_is_copied(void **state)
{
	relais_document *d = document_new(RELAIS_EN);
	char words[] = "words", label[] = "label", value[] = "12";
	const key_figure one = { label, value, NULL, NULL };
	const char *items[] = { words, NULL };
	section *s = document_section(d, words, words);
	block *paragraph = section_paragraph(d, s, words);
	block *figures = section_figures(d, s, 1, &one);
	block *list = section_list(d, s, 2, items);

	(void)state;
	memset(words, 'x', 5);
	memset(label, 'x', 5);
	memset(value, 'x', 2);
	assert_string_equal(s->title, "words");
	assert_string_equal(paragraph->text, "words");
	assert_string_equal(figures->figures[0].label, "label");
	assert_string_equal(figures->figures[0].value, "12");
	assert_null(figures->figures[0].detail);
	assert_int_equal(list->count, 2);
	assert_string_equal(list->items[0], "words");
	assert_null(list->items[1]);
	assert_null(document_copy(d, NULL));
	assert_int_equal(document_status(d, NULL), RELAIS_OK);
	relais_document_free(d);
}

/* The text itself tells its number, not its looks: another "12" stands for nothing. */
static void a_number_follows_its_text(void **state)
{
	relais_document *d = document_new(RELAIS_EN);
	section *s = document_section(d, "one", "One");
	const table_column columns[] = { { "a", true }, { "b", true }, { "c", true } };
	block *table = section_table(d, s, NULL, 3, columns);
	const char *said = document_means(d, document_copy(d, "12%"), "12.0");
	const char *const cells[] = { said, document_copy(d, "12%"), NULL };
	const key_figure key = { "label", said, NULL, NULL };
	block *keys = section_figures(d, s, 1, &key);

	(void)state;
	table_add(d, table, cells, false);
	assert_string_equal(table->rows[0].numbers[0], "12.0");
	assert_null(table->rows[0].numbers[1]);
	assert_null(table->rows[0].numbers[2]);
	assert_string_equal(keys->figures[0].number, "12.0");
	relais_document_free(d);
}

static void blocks_keep_their_order(void **state)
{
	static const block_type expected[] = { BLOCK_CALLOUT, BLOCK_PARAGRAPH, BLOCK_LIST,
		BLOCK_METHOD };
	relais_document *d = document_new(RELAIS_FR);
	section *one = document_section(d, "one", "One");
	section *two = document_section(d, "two", "Two");
	size_t i = 0;

	(void)state;
	section_callout(d, one, "a");
	section_method(d, two, "z");
	section_paragraph(d, one, "b");
	section_list(d, one, 0, NULL);
	section_method(d, one, "d");
	for (const block *b = one->first; b; b = b->next)
		assert_int_equal(b->type, expected[i++]);
	assert_int_equal(i, 4);
	assert_ptr_equal(d->first, one);
	assert_ptr_equal(one->next, two);
	assert_ptr_equal(d->last, two);
	assert_ptr_equal(two->first, two->last);
	relais_document_free(d);
}

static void a_table_grows(void **state)
{
	static const table_column columns[] = { { "Name", false }, { "Value", true } };
	relais_document *d = document_new(RELAIS_EN);
	block *t = section_table(d, document_section(d, "s", "S"), "Title", 2, columns);

	(void)state;
	for (int i = 0; i < 100; i++) {
		const char *cells[] = { document_say(d, "row %d", i), NULL };

		table_add(d, t, cells, i == 99);
	}
	assert_int_equal(t->count, 100);
	for (size_t i = 0; i < 100; i++) {
		assert_string_equal(t->rows[i].cells[0], document_say(d, "row %d", (int)i));
		assert_null(t->rows[i].cells[1]);
		assert_int_equal(t->rows[i].is_total, i == 99);
	}
	assert_true(t->columns[1].is_number);
	assert_string_equal(t->columns[1].title, "Value");
	relais_document_free(d);
}

static void a_chart_is_a_deep_copy(void **state)
{
	double values[] = { 1, 2 };
	bool missing[] = { false, true };
	const char *names[] = { "a", "b" };
	chart_series series[] = { { "now", values, missing, names, false, NULL },
		{ "then", values, NULL, NULL, true, NULL } };
	const chart drawing = { CHART_BARS, 2, names, 2, series, NULL, "said" };
	relais_document *d = document_new(RELAIS_EN);
	block *b = section_chart(d, document_section(d, "s", "S"), NULL, &drawing);
	const chart *c;

	(void)state;
	values[0] = 9;
	missing[1] = false;
	names[0] = "z";
	series[0].name = "y";
	assert_non_null(b);
	c = b->drawing;
	assert_int_equal(c->type, CHART_BARS);
	assert_string_equal(c->series[0].name, "now");
	assert_true(c->series[0].values[0] < 2);
	assert_true(c->series[0].missing[1]);
	assert_false(c->series[1].missing[1]);
	assert_string_equal(c->names[0], "a");
	assert_string_equal(c->series[0].labels[0], "a");
	assert_null(c->series[1].labels);
	assert_true(c->series[1].is_reference);
	assert_null(c->unit);
	relais_document_free(d);
}

static void figures_are_counted(void **state)
{
	relais_document *d = document_new(RELAIS_EN);

	(void)state;
	document_figure(d, "s", "f", "i", "g", "2024", "1", "");
	document_figure(d, "s", "f", "i", "g", "2025", NULL, "x");
	assert_int_equal(d->figure_count, 2);
	assert_string_equal(d->first_figure->next->period, "2025");
	assert_null(d->first_figure->next->value);
	assert_ptr_equal(d->last_figure, d->first_figure->next);
	relais_document_free(d);
}

static void saying_formats_long_text(void **state)
{
	relais_document *d = document_new(RELAIS_EN);
	char long_word[5000];
	const char *said;

	(void)state;
	memset(long_word, 'w', sizeof long_word - 1);
	long_word[sizeof long_word - 1] = '\0';
	said = document_say(d, "%s and %d%%", long_word, 7);
	assert_int_equal(strlen(said), sizeof long_word - 1 + strlen(" and 7%"));
	assert_string_equal(said + sizeof long_word - 1, " and 7%");
	relais_document_free(d);
}

static void nothing_given_nothing_done(void **state)
{
	static const chart none = { CHART_LINES, 0, NULL, 0, NULL, NULL, NULL };
	relais_document *d = document_new(RELAIS_EN);
	relais_error err = { 0 };

	(void)state;
	assert_null(section_paragraph(d, NULL, "words"));
	assert_null(section_table(d, NULL, "t", 0, NULL));
	assert_null(section_chart(d, NULL, "t", &none));
	assert_null(section_figures(d, NULL, 0, NULL));
	assert_null(section_list(d, NULL, 0, NULL));
	table_add(d, NULL, NULL, false);
	assert_int_equal(document_status(d, &err), RELAIS_OK);
	d->failed = true;
	assert_int_equal(document_status(d, &err), RELAIS_E_MEMORY);
	assert_int_equal(document_status(NULL, &err), RELAIS_E_MEMORY);
	relais_document_free(d);
	relais_document_free(NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_said_is_copied),
		cmocka_unit_test(a_number_follows_its_text),
		cmocka_unit_test(blocks_keep_their_order),
		cmocka_unit_test(a_table_grows),
		cmocka_unit_test(a_chart_is_a_deep_copy),
		cmocka_unit_test(figures_are_counted),
		cmocka_unit_test(saying_formats_long_text),
		cmocka_unit_test(nothing_given_nothing_done),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
