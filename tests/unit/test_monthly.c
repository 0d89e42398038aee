/* SPDX-License-Identifier: MIT
 * The monthly note on small networks: its sentences, what it withholds from whom, that it can
 * be printed again as it was, and that its list of figures is what it shows.
 */
#include "network.h"

#include "../../lib/base/words.h"
#include "../../lib/report/document.h"
#include "../../lib/report/monthly.h"

/* ---- networks ------------------------------------------------------------------ */

/* The five offices of C2.2: D did not answer, E counted nothing last year. */
static relais_store *five_offices(void)
{
	static const struct {
		const char *office, *before, *now;
	} rows[] = { { "A", "1000", "1100" }, { "B", "500", "450" }, { "C", "300", "330" },
		{ "D", "200", "m" }, { "E", "0", "50" } };
	relais_store *store = network_open();

	batch(store, 2, "2024-09-12");
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		office_add(store, rows[i].office, i < 2 ? "epci = 'X'" : "epci = 'Y'");
		observe(store, 2, rows[i].office, "contacts_guichet", "2023-08",
			rows[i].before);
		observe(store, 2, rows[i].office, "contacts_guichet", "2024-08", rows[i].now);
	}
	return store;
}

/* Six offices of the same size, complete over two years, by telephone and at the counter. */
static relais_store *six_complete(void)
{
	static const char *const codes[] = { "A", "B", "C", "D", "E", "F" };
	relais_store *store = network_open();

	batch(store, 2, "2024-03-12");
	for (size_t i = 0; i < sizeof codes / sizeof *codes; i++) {
		office_add(store, codes[i], i < 3 ? "territory = 'T2'" : "territory = 'T10'");
		for (int month = 1; month <= 2; month++)
			for (int year = 2023; year <= 2024; year++) {
				char period[16];

				snprintf(period, sizeof period, "%d-%02d", year, month);
				observe(store, 2, codes[i], "contacts_guichet", period,
					year == 2023 ? "1000" : "1020");
				observe(store, 2, codes[i], "demandes_telephone", period,
					"250");
			}
	}
	return store;
}

/* ---- reading a note ---------------------------------------------------------------- */

static relais_document *note_of(relais_store *store, const char *month, relais_diffusion who)
{
	relais_question q = question_of(month);
	relais_document *d = NULL;
	relais_error err = { 0 };

	q.diffusion = who;
	if (relais_report(store, "monthly", &q, &d, &err) != RELAIS_OK)
		fail_msg("%s", err.text);
	return d;
}

static char *written(const relais_document *d, const char *format)
{
	relais_style style = { .lang = d->lang, .tool = "test" };
	relais_error err = { 0 };
	char *bytes = NULL;
	size_t length;
	FILE *out = open_memstream(&bytes, &length);

	assert_non_null(out);
	if (relais_document_write(d, format, &style, out, &err) != RELAIS_OK)
		fail_msg("%s: %s", format, err.text);
	fclose(out);
	return bytes;
}

static const section *section_named(const relais_document *d, const char *anchor)
{
	for (const section *s = d->first; s; s = s->next)
		if (!strcmp(s->anchor, anchor))
			return s;
	return NULL;
}

static const block *block_of(const relais_document *d, const char *anchor, block_type type)
{
	const section *s = section_named(d, anchor);

	for (const block *b = s ? s->first : NULL; b; b = b->next)
		if (b->type == type)
			return b;
	return NULL;
}

static bool says(const relais_document *d, const char *anchor, const char *sentence)
{
	const section *s = section_named(d, anchor);

	for (const block *b = s ? s->first : NULL; b; b = b->next)
		if (b->text && !strcmp(b->text, sentence))
			return true;
	return false;
}

/* The row of a section's table that starts so, as "cell|cell|cell". */
static const char *row_of(const relais_document *d, const char *anchor, const char *first)
{
	static char line[600];
	const block *table = block_of(d, anchor, BLOCK_TABLE);

	line[0] = '\0';
	for (size_t r = 0; table && r < table->count; r++) {
		if (strcmp(table->rows[r].cells[0], first) != 0)
			continue;
		for (size_t c = 1; c < table->column_count; c++) {
			strcat(line, c > 1 ? "|" : "");
			strcat(line, table->rows[r].cells[c] ? table->rows[r].cells[c] : "");
		}
	}
	return line;
}

static const figure *figure_of(const relais_document *d, const char *section_name,
	const char *name, const char *indicator, const char *period)
{
	for (const figure *f = d->first_figure; f; f = f->next)
		if (!strcmp(f->section, section_name) && !strcmp(f->figure, name) &&
			!strcmp(f->indicator, indicator) && !strcmp(f->period, period))
			return f;
	return NULL;
}

/* ---- tests -------------------------------------------------------------------------- */

static void the_example_of_the_domain(void **state)
{
	relais_store *store = five_offices();
	relais_document *d;
	const figure *f;

	(void)state;
	d = note_of(store, "2024-08", RELAIS_PUBLIC);
	assert_string_equal(d->title, "Monthly note — August 2024");
	assert_string_equal(d->subtitle, "Network of tourist offices — provisional figures");
	assert_string_equal(d->edition, "Data known on 12 September 2024");
	assert_true(says(d, "essentials",
		"Requests handled at the counter are up 7.2% on August 2023 (4 of 5 offices, "
		"coverage 90%)."));
	assert_string_equal(
		row_of(d, "channels", "en contacts_guichet"), "1,930|+7.2%|4/5|90%|n/a");
	f = figure_of(d, "channels", "evolution", "contacts_guichet", "2024-08");
	assert_non_null(f);
	assert_string_equal(f->value, "7.2");
	relais_document_free(d);
	network_close(store);
}

static void the_same_in_french(void **state)
{
	relais_store *store = five_offices();
	relais_question q = question_of("2024-08");
	relais_document *d = NULL;

	(void)state;
	q.lang = RELAIS_FR;
	q.diffusion = RELAIS_PUBLIC;
	assert_int_equal(relais_report(store, "monthly", &q, &d, NULL), RELAIS_OK);
	assert_string_equal(d->title, "Note de conjoncture — août 2024");
	assert_string_equal(d->edition, "Données connues au 12/09/2024");
	assert_true(says(d, "essentials",
		"Les demandes traitées au guichet progressent de 7,2\u202f% par rapport à août 2023 "
		"(4 offices sur 5, couverture 90\u202f%)."));
	assert_string_equal(row_of(d, "channels", "fr contacts_guichet"),
		"1\u202f930|+7,2\u202f%|4/5|90\u202f%|n.d.");
	relais_document_free(d);
	network_close(store);
}

/* Both territories rest on two or three offices: one of them is secret, so the other is. */
static void secrets_leave_by_no_door(void **state)
{
	static const char *const formats[] = { "text", "md", "html", "json", "csv" };
	relais_store *store = five_offices();
	relais_document *public = note_of(store, "2024-08", RELAIS_PUBLIC);
	relais_document *inside = note_of(store, "2024-08", RELAIS_INTERNE);

	(void)state;
	assert_string_equal(row_of(public, "territory", "X"), "s|s|2/2|s");
	assert_string_equal(row_of(public, "territory", "Y"), "s|s|2/3|s");
	assert_null(block_of(public, "territory", BLOCK_CHART));
	assert_string_equal(row_of(inside, "territory", "X"), "1,550|+3.3%\u00a0(x)|2/2|100%");
	for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
		char *shown = written(public, formats[i]);

		if (strstr(shown, "1550") || strstr(shown, "1,550") ||
			strstr(shown, "Office D"))
			fail_msg("%s tells a secret:\n%s", formats[i], shown);
		free(shown);
	}
	assert_non_null(block_of(inside, "collection", BLOCK_LIST));
	assert_string_equal(block_of(inside, "collection", BLOCK_LIST)->items[0],
		"Office D (D), last figures for August 2023");
	assert_null(block_of(public, "collection", BLOCK_LIST));
	relais_document_free(public);
	relais_document_free(inside);
	network_close(store);
}

static void groups_in_natural_order(void **state)
{
	relais_store *store = six_complete();
	relais_document *d = note_of(store, "2024-02", RELAIS_PUBLIC);
	const block *table = block_of(d, "territory", BLOCK_TABLE);
	const block *bars = block_of(d, "territory", BLOCK_CHART);

	(void)state;
	assert_non_null(table);
	assert_int_equal(table->count, 3);
	assert_string_equal(table->rows[0].cells[0], "T2");
	assert_string_equal(table->rows[1].cells[0], "T10");
	assert_true(table->rows[2].is_total);
	assert_non_null(bars);
	assert_int_equal(bars->drawing->points, 2);
	assert_string_equal(bars->drawing->series[0].labels[0], "3,810");
	relais_document_free(d);
	network_close(store);
}

static void sums_since_january(void **state)
{
	relais_store *store = six_complete();
	relais_document *d = note_of(store, "2024-02", RELAIS_PUBLIC);

	(void)state;
	assert_string_equal(row_of(d, "channels", "en contacts_guichet"),
		"6,120|+2.0%|6/6|100%|12,240|+2.0%");
	assert_string_equal(row_of(d, "channels", "en demandes_total"),
		"7,620|+1.6%|6/6|100%|15,240|+1.6%");
	assert_true(says(d, "essentials",
		"Since January, requests handled through all channels are up 1.6% on the same months "
		"of 2023 (6 of 6 offices, coverage 100%)."));
	relais_document_free(d);

	/* F is late for February: January + February − the sum would be F's January. */
	set(store, "publish_days", "20");
	batch(store, 3, "2024-03-13");
	observe(store, 3, "F", "contacts_guichet", "2024-02", "m");
	d = note_of(store, "2024-02", RELAIS_PUBLIC);
	assert_string_equal(
		row_of(d, "channels", "en contacts_guichet"), "5,100|+2.0%|5/6|83%|+2.0%");
	/* The channels less their total would be what F had by telephone. */
	assert_string_equal(row_of(d, "channels", "en demandes_telephone"), "s|s|6/6|s|s");
	assert_memory_equal(row_of(d, "channels", "en demandes_total"), "6,350|", 6);
	relais_document_free(d);
	d = note_of(store, "2024-02", RELAIS_INTERNE);
	assert_string_equal(row_of(d, "channels", "en contacts_guichet"),
		"5,100|+2.0%|5/6|83%|10,200|+2.0%");
	relais_document_free(d);
	d = note_of(store, "2024-01", RELAIS_PUBLIC);
	assert_string_equal(
		row_of(d, "channels", "en contacts_guichet"), "6,120|+2.0%|6/6|100%");
	relais_document_free(d);
	network_close(store);
}

/* Two offices go out to visitors: with the total, another channel must go too. */
static void channels_protect_each_other(void **state)
{
	relais_store *store = six_complete();
	relais_document *d;

	(void)state;
	observe(store, 2, "A", "contacts_hors_murs", "2024-02", "40");
	observe(store, 2, "B", "contacts_hors_murs", "2024-02", "60");
	d = note_of(store, "2024-02", RELAIS_PUBLIC);
	assert_string_equal(
		row_of(d, "channels", "en contacts_hors_murs"), "s|s|0/6|s|n/a|n/a");
	assert_memory_equal(row_of(d, "channels", "en demandes_telephone"), "s|s|", 4);
	assert_memory_equal(row_of(d, "channels", "en contacts_guichet"), "6,120|", 6);
	relais_document_free(d);
	network_close(store);
}

static void printed_again_as_it_was(void **state)
{
	relais_store *store = five_offices();
	relais_document *first, *then = NULL, *now;
	relais_question q = question_of("2024-08");
	char *before, *again, *after;

	(void)state;
	set(store, "publish_days", "20");
	first = note_of(store, "2024-08", RELAIS_PUBLIC);
	before = written(first, "json");
	batch(store, 3, "2024-09-19");
	observe(store, 3, "D", "contacts_guichet", "2024-08", "210");
	q.as_of = day("2024-09-18");
	q.today = day("2024-09-20");
	q.diffusion = RELAIS_PUBLIC;
	assert_int_equal(relais_report(store, "monthly", &q, &then, NULL), RELAIS_OK);
	again = written(then, "json");
	assert_string_equal(before, again);
	now = note_of(store, "2024-08", RELAIS_PUBLIC);
	after = written(now, "json");
	assert_string_not_equal(before, after);
	assert_string_equal(now->edition, "Data known on 19 September 2024");
	assert_true(says(now, "essentials",
		"Requests handled at the counter are up 7.0% on August 2023 (5 of 5 offices, "
		"coverage 100%)."));
	free(before);
	free(again);
	free(after);
	relais_document_free(first);
	relais_document_free(then);
	relais_document_free(now);
	network_close(store);
}

/* C3.5: late answers are told together; rates that would tell too much are not when the relais wants
 * it so. */
static void what_was_published_is_compared(void **state)
{
	static const char *const late[] = { "D", "F", "G" };
	relais_store *store = five_offices();
	relais_document *d;

	(void)state;
	set(store, "seuil_ecart", "10");
	d = note_of(store, "2024-08", RELAIS_PUBLIC);
	/* 2000 of last year less 1930 / 1.072 is D's figure. */
	assert_string_equal(row_of(d, "channels", "en contacts_guichet"), "1,930|s|4/5|s|n/a");
	relais_document_free(d);
	for (int i = 0; i < 3; i++) {
		batch(store, 3 + i, i < 2 ? "2024-09-19" : "2024-09-22");
		if (i)
			office_add(store, late[i], "epci = 'Y'");
		observe(store, 3 + i, late[i], "contacts_guichet", "2023-08", "m");
		observe(store, 3 + i, late[i], "contacts_guichet", "2024-08", "200");
		d = note_of(store, "2024-08", RELAIS_PUBLIC);
		/* One late answer, or two, would be told by the difference. */
		assert_memory_equal(row_of(d, "channels", "en contacts_guichet"),
			i < 2 ? "1,930" : "2,530", 5);
		relais_document_free(d);
	}
	d = note_of(store, "2024-08", RELAIS_INTERNE);
	assert_memory_equal(row_of(d, "channels", "en contacts_guichet"), "2,530", 5);
	relais_document_free(d);
	network_close(store);
}

static void nothing_to_say_is_said(void **state)
{
	relais_store *store = five_offices();
	relais_document *d = note_of(store, "2024-09", RELAIS_PUBLIC);

	(void)state;
	assert_true(says(
		d, "essentials", "No figure has been received for September 2024 so far."));
	assert_string_equal(row_of(d, "collection", "en contacts_guichet"), "5|0|0%|n/a");
	assert_null(section_named(d, "channels"));
	assert_null(section_named(d, "territory"));
	assert_non_null(section_named(d, "method"));
	relais_document_free(d);
	network_close(store);

	store = network_open();
	d = note_of(store, "2024-09", RELAIS_PUBLIC);
	assert_true(says(d, "collection", "No figure was ever collected."));
	relais_document_free(d);
	network_close(store);
}

static void add_action(
	relais_store *store, const char *code, const char *due, const char *state)
{
	char sql[600];

	snprintf(sql, sizeof sql,
		"INSERT OR IGNORE INTO resolution (code) VALUES ('A5');"
		"INSERT INTO action (code) VALUES ('%s');"
		"INSERT INTO action_version (action_id, known_from, resolution, title, owner, due_on,"
		" state, progress) SELECT action_id, 1, 'A5', 'Title of ' || code, 'Zoé', '%s', '%s',"
		" %d FROM action WHERE code = '%s'",
		code, due, state, strcmp(state, "fait") ? 0 : 100, code);
	run(store, sql);
}

static void the_agenda(void **state)
{
	relais_store *store = five_offices();
	relais_question q = question_of("2024-08");
	relais_document *d = NULL;
	const block *table;

	(void)state;
	add_action(store, "A5-1", "2024-09-19", "en_cours");
	add_action(store, "A5-2", "2024-09-20", "a_faire");
	add_action(store, "A5-3", "2024-11-19", "a_faire");
	add_action(store, "A5-4", "2024-11-20", "a_faire");
	add_action(store, "A5-5", "2024-09-01", "fait");
	add_action(store, "A5-6", "2024-09-01", "abandonne");
	add_action(store, "A5-7", "2024-09-01", "reporte");
	batch(store, 99, "2024-09-20");
	q.today = day("2024-12-24"); /* printed again at Christmas, the note says the same */
	assert_int_equal(relais_report(store, "monthly", &q, &d, NULL), RELAIS_OK);
	table = block_of(d, "agenda", BLOCK_TABLE);
	assert_non_null(table);
	assert_int_equal(table->count, 3);
	assert_string_equal(
		row_of(d, "agenda", "A5-1"), "Title of A5-1|19 September 2024|late|Zoé");
	assert_string_equal(
		row_of(d, "agenda", "A5-2"), "Title of A5-2|20 September 2024|to come|Zoé");
	assert_string_equal(
		row_of(d, "agenda", "A5-3"), "Title of A5-3|19 November 2024|to come|Zoé");
	relais_document_free(d);
	network_close(store);
}

/* Every number of the channels' table is listed, once, and nothing else is. */
static void figures_are_what_is_shown(void **state)
{
	relais_store *store = six_complete();
	relais_document *d = note_of(store, "2024-02", RELAIS_PUBLIC);
	const block *table = block_of(d, "channels", BLOCK_TABLE);
	size_t shown = 0, listed = 0;

	(void)state;
	for (size_t r = 0; r < table->count; r++)
		for (size_t c = 1; c < table->column_count; c++)
			shown += strchr(table->rows[r].cells[c], '/') ? 2 : 1;
	for (const figure *f = d->first_figure; f; f = f->next) {
		listed += !strcmp(f->section, "channels");
		if (f->value && strchr(f->flag, 's'))
			fail_msg("%s %s is listed as a secret with its value", f->figure,
				f->indicator);
	}
	assert_int_equal(listed, shown);
	relais_document_free(d);
	network_close(store);
}

static void thirteen_months_and_the_curve(void **state)
{
	relais_store *store = six_complete();
	relais_document *d = note_of(store, "2024-02", RELAIS_PUBLIC);
	const block *table = block_of(d, "months", BLOCK_TABLE);
	const chart *c = block_of(d, "months", BLOCK_CHART)->drawing;

	(void)state;
	assert_int_equal(table->count, 13);
	assert_string_equal(table->rows[0].cells[0], "February 2023");
	assert_string_equal(row_of(d, "months", "February 2024"), "7,620|+1.6%|6/6|100%");
	assert_memory_equal(row_of(d, "months", "December 2023"), "n/a|n/a|0/6", 11);
	assert_int_equal(c->points, 12);
	assert_true(c->series[1].is_reference);
	assert_false(c->series[0].missing[11]);
	assert_true(c->series[0].missing[9]);
	assert_string_equal(c->names[11], "February");
	relais_document_free(d);
	network_close(store);
}

static void what_is_refused(void **state)
{
	static const struct {
		const char *name, *span, *said;
	} cases[] = {
		{ "monthly", NULL, "needs the month" },
		{ "monthly", "2024-01..2024-08", "'2024-01..2024-08' is several periods" },
		{ "monthly", "2024-T3", "'2024-T3' is not one" },
		{ "monthly", "2024", "'2024' is not one" },
		{ "montly", "2024-08",
			"there is no report 'montly' (did you mean 'monthly'?)" },
	};
	relais_store *store = five_offices();

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		relais_question q = question_of(cases[i].span);
		relais_document *d = NULL;
		relais_error err = { 0 };

		assert_int_equal(
			relais_report(store, cases[i].name, &q, &d, &err), RELAIS_E_USAGE);
		assert_null(d);
		if (!strstr(err.text, cases[i].said))
			fail_msg("'%s' instead of '%s'", err.text, cases[i].said);
	}
	network_close(store);
}

static void how_settled(void **state)
{
	static const struct {
		const char *known;
		monthly_state expected;
	} cases[] = {
		{ "2024-09-12", MONTHLY_PROVISIONAL },
		{ "2024-10-29", MONTHLY_PROVISIONAL },
		{ "2024-10-30", MONTHLY_SETTLED },
		{ "2025-03-31", MONTHLY_SETTLED },
		{ "2025-04-01", MONTHLY_FINAL },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		if (monthly_state_of(period_make(2024, 8), day(cases[i].known)) !=
			cases[i].expected)
			fail_msg("%s", cases[i].known);
	assert_int_equal(
		monthly_state_of(period_make(2024, 8), RELAIS_NO_DAY), MONTHLY_PROVISIONAL);
}

static void settings_as_known(void **state)
{
	relais_store *store = five_offices();
	relais_document *d;

	(void)state;
	batch(store, 3, "2024-09-20");
	run(store,
		"INSERT INTO setting (code) VALUES ('network_name'), ('gate_n');"
		"INSERT INTO setting_version (setting_id, known_from, known_until, value)"
		" SELECT setting_id, 2, 3, 'OT du Trégor' FROM setting WHERE code = 'network_name';"
		"INSERT INTO setting_version (setting_id, known_from, value)"
		" SELECT setting_id, 3, 'OT de Bretagne' FROM setting WHERE code = 'network_name';"
		"INSERT INTO setting_version (setting_id, known_from, value)"
		" SELECT setting_id, 3, '5' FROM setting WHERE code = 'gate_n'");
	d = note_of(store, "2024-08", RELAIS_PUBLIC);
	assert_string_equal(d->subtitle, "OT de Bretagne — provisional figures");
	assert_true(says(d, "essentials",
		"No evolution is given for August 2024: only 4 offices sent figures for August 2023 "
		"as well, too few to conclude."));
	relais_document_free(d);
	network_close(store);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_example_of_the_domain),
		cmocka_unit_test(the_same_in_french),
		cmocka_unit_test(secrets_leave_by_no_door),
		cmocka_unit_test(groups_in_natural_order),
		cmocka_unit_test(sums_since_january),
		cmocka_unit_test(channels_protect_each_other),
		cmocka_unit_test(printed_again_as_it_was),
		cmocka_unit_test(what_was_published_is_compared),
		cmocka_unit_test(nothing_to_say_is_said),
		cmocka_unit_test(the_agenda),
		cmocka_unit_test(figures_are_what_is_shown),
		cmocka_unit_test(thirteen_months_and_the_curve),
		cmocka_unit_test(what_is_refused),
		cmocka_unit_test(how_settled),
		cmocka_unit_test(settings_as_known),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
