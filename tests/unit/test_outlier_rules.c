/* SPDX-License-Identifier: MIT
 * C2.9, rule by rule: the figures of a case, the period asked for, what is told of them.
 */
#include "network.h"

enum { CELLS = 13 };

/* office, period and rule of every row, one after another */
static void brief(
	text *out, relais_store *store, const relais_question *q, const relais_outliers *how)
{
	relais_error err = { 0 };
	relais_rows *rows = NULL;
	relais_row row;
	relais_status rc = relais_ask_outliers(store, q, how, &rows, &err);

	text_clear(out);
	while (rc == RELAIS_OK && (rc = relais_rows_next(rows, &row, &err)) == RELAIS_OK) {
		assert_int_equal(row.count, CELLS);
		text_addf(out, "%s%s %s %s", out->length ? ", " : "", row.cells[0],
			row.cells[2], row.cells[4]);
	}
	if (rc != RELAIS_END)
		text_addf(out, "error %d: %s", (int)rc, err.text);
	relais_rows_close(rows);
}

/* "A contacts_guichet 2024-08 12; …": figures of batch 2. */
static void observe_all(relais_store *store, const char *figures)
{
	char where[16], what[64], period[16], value[32];
	int read = 0;

	while (sscanf(figures, " %15s %63s %15s %31[^ ;]%n", where, what, period, value,
		       &read) == 4) {
		observe(store, 2, where, what, period, value);
		figures += read;
		figures += strspn(figures, "; ");
	}
	assert_string_equal(figures, "");
}

static relais_store *network(void)
{
	static const char *const codes[] = { "A", "B", "C", "D", "E", "F", "G", "H" };
	relais_store *store = network_open();

	batch(store, 2, "2024-09-05");
	for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
		office_add(store, codes[i], i < 4 ? "category='I'" : "category='II'");
	run(store, "UPDATE indicator_version SET minimum = '0', maximum = '200000',"
		   " soft_maximum = '60000' WHERE rank ="
		   " (SELECT indicator_id FROM indicator WHERE code = 'contacts_guichet');"
		   "UPDATE indicator_version SET part_of = 'contacts_guichet' WHERE rank ="
		   " (SELECT indicator_id FROM indicator WHERE code = 'contacts_etrangers');");
	return store;
}

static const struct {
	const char *name, *figures, *span, *told;
} cases[] = {
	{ "(i) hard bounds", "A contacts_guichet 2024-08 200001; B contacts_guichet 2024-08 -1",
		"2024-08", "A 2024-08 above-maximum, B 2024-08 below-minimum" },
	{ "(i) at the bounds", "A contacts_guichet 2024-08 60000; B contacts_guichet 2024-08 0",
		"2024-08", "" },
	{ "(i) soft bound",
		"A contacts_guichet 2024-08 60001; B contacts_guichet 2024-08 200000",
		"2024-08", "B 2024-08 unusually-high, A 2024-08 unusually-high" },
	{ "(ii) three times",
		"A contacts_guichet 2023-08 100; A contacts_guichet 2024-08 300;"
		"B contacts_guichet 2023-08 100; B contacts_guichet 2024-08 299",
		"2024-08", "A 2024-08 year-ratio" },
	{ "(ii) a third, in hundredths",
		"A heures_ouverture 2023-08 300.00; A heures_ouverture 2024-08 100.00;"
		"B heures_ouverture 2023-08 100.00; B heures_ouverture 2024-08 20.00",
		"2024-08", "A 2024-08 year-ratio" },
	{ "(ii) only the year before counts",
		"A contacts_guichet 2022-08 100; A contacts_guichet 2024-08 400", "2024-08",
		"" },
	{ "(ii) missing is no zero",
		"A contacts_guichet 2023-08 900; A contacts_guichet 2024-08 m", "2024-08", "" },
	{ "(iv) ten times, few", "A contacts_guichet 2023-08 8; A contacts_guichet 2024-08 80",
		"2024-08", "A 2024-08 power-of-ten" },
	{ "(iv) a thousandth",
		"A contacts_guichet 2023-08 85000; A contacts_guichet 2024-08 100", "2024-08",
		"A 2024-08 year-ratio, A 2024-08 power-of-ten" },
	{ "(v) the same as the year before",
		"A contacts_guichet 2023-08 51; A contacts_guichet 2024-08 51;"
		"B contacts_guichet 2023-08 50; B contacts_guichet 2024-08 50",
		"2024-08", "A 2024-08 same-as-year-before" },
	{ "(v) the same as the month before, over a year's end",
		"A contacts_guichet 2023-12 51; A contacts_guichet 2024-01 51", "2024-01",
		"A 2024-01 same-as-period-before" },
	{ "(v) a stock stays the same",
		"A abonnes_sociaux 2024-07 900; A abonnes_sociaux 2024-08 900", "2024-08", "" },
	{ "(v) opening hours stay the same",
		"A heures_ouverture 2023-08 300.00; A heures_ouverture 2024-08 300.00",
		"2024-08", "" },
	{ "(vi) the part and the whole",
		"A contacts_guichet 2024-08 40; A contacts_etrangers 2024-08 41;"
		"B contacts_guichet 2024-08 40; B contacts_etrangers 2024-08 40;"
		"C contacts_guichet 2024-08 m; C contacts_etrangers 2024-08 40",
		"2024-08", "A 2024-08 part-over-whole" },
	{ "(vi) a part of a closed month",
		"A contacts_guichet 2024-08 z; A contacts_etrangers 2024-08 1", "2024-08",
		"A 2024-08 part-over-whole" },
	{ "(vii) open in a closed month",
		"A contacts_guichet 2022-01 z; A contacts_guichet 2024-01 5", "2024-01",
		"A 2024-01 closed-month" },
	{ "(vii) it has opened since",
		"A contacts_guichet 2022-01 z; A contacts_guichet 2023-01 4;"
		"A contacts_guichet 2024-01 5",
		"2024-01", "" },
	{ "(vii) nobody in high season",
		"A contacts_guichet 2023-03 10; A contacts_guichet 2023-04 10;"
		"A contacts_guichet 2023-05 10; A contacts_guichet 2023-06 20;"
		"A contacts_guichet 2023-07 40; A contacts_guichet 2023-08 50;"
		"A contacts_guichet 2024-08 0; A contacts_guichet 2024-05 0",
		"2024", "A 2024-08 zero-in-peak" },
	{ "(vii) closed in high season is said",
		"A contacts_guichet 2023-03 10; A contacts_guichet 2023-04 10;"
		"A contacts_guichet 2023-05 10; A contacts_guichet 2023-06 20;"
		"A contacts_guichet 2023-07 40; A contacts_guichet 2023-08 50;"
		"A contacts_guichet 2024-08 z",
		"2024-08", "" },
};

static void rules(void **state)
{
	const relais_outliers how = { .methods = 0 };
	text got = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		relais_store *store = network();
		relais_question q = question_of(cases[i].span);

		observe_all(store, cases[i].figures);
		brief(&got, store, &q, &how);
		if (strcmp(text_str(&got), cases[i].told) != 0)
			fail_msg("%s: '%s', not '%s'", cases[i].name, text_str(&got),
				cases[i].told);
		network_close(store);
	}
	text_free(&got);
}

/* (viii) Twelve months of 10, and a year of that sum within 1 %, or not; eleven are no year. */
static void year_and_months(void **state)
{
	static const struct {
		const char *december, *year, *told;
	} rows[] = { { "10", "121", "" }, { "10", "122", "A 2023 year-not-months" },
		{ "10", "118", "A 2023 year-not-months" }, { "m", "300", "" },
		{ "z", "300", "A 2023 year-not-months" } };
	const relais_outliers how = { .methods = 0 };
	text got = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		relais_store *store = network();
		relais_question q = question_of("2023");
		char period[16];

		for (int month = 1; month <= 12; month++) {
			snprintf(period, sizeof period, "2023-%02d", month);
			observe(store, 2, "A", "contacts_guichet", period,
				month < 12 ? "10" : rows[i].december);
		}
		observe(store, 2, "A", "contacts_guichet", "2023", rows[i].year);
		brief(&got, store, &q, &how);
		assert_string_equal(text_str(&got), rows[i].told);
		network_close(store);
	}
	text_free(&got);
}

/* (iii) Centre, spread, score and bounds as R has them: median and mad of the logarithms. */
static void offices_alike(void **state)
{
	static const int now[] = { 40, 1010, 1020, 1030, 1040, 1050, 1060, 1300 };
	const relais_outliers how = { .methods = 0 };
	relais_store *store = network();
	relais_question q = question_of("2024-08");
	char code[2] = "A", value[16];
	relais_error err = { 0 };
	text got = { 0 };
	relais_rows *rows;
	relais_row row;

	(void)state;
	for (size_t i = 0; i < 8; i++, code[0]++) {
		snprintf(value, sizeof value, "%d", now[i]);
		observe(store, 2, code, "contacts_guichet", "2023-08", i ? "1000" : "40");
		observe(store, 2, code, "contacts_guichet", "2024-08", value);
	}
	assert_int_equal(relais_ask_outliers(store, &q, &how, &rows, &err), RELAIS_OK);
	assert_int_equal(relais_rows_next(rows, &row, &err), RELAIS_OK);
	for (size_t i = 0; i < CELLS; i++)
		if (i != 8)
			text_addf(&got, "%s,", row.cells[i] ? row.cells[i] : "");
	assert_string_equal(text_str(&got),
		"H,contacts_guichet,2024-08,1300,stratum-change,7.994883,950.131005,1127.423476,"
		"0.03439,0.028515,8,17.218543,");
	assert_int_equal(relais_rows_next(rows, &row, &err), RELAIS_END);
	relais_rows_close(rows);
	/* held against all eight, whoever is asked for; four of a category are too few */
	q.offices = LIST("H");
	brief(&got, store, &q, &how);
	assert_string_equal(text_str(&got), "H 2024-08 stratum-change");
	q.by = "category";
	brief(&got, store, &q, &how);
	assert_string_equal(text_str(&got), "");
	/* seven are too few */
	q.by = NULL;
	batch(store, 3, "2024-09-06");
	observe(store, 3, "A", "contacts_guichet", "2024-08", "m");
	brief(&got, store, &q, &how);
	assert_string_equal(text_str(&got), "");
	text_free(&got);
	network_close(store);
}

/* The weight of a mean is that of its weights, whatever the score. */
static void weights(void **state)
{
	const relais_outliers how = { .methods = 0 };
	relais_store *store = network();
	relais_question q = question_of("2024-08");
	relais_error err = { 0 };
	relais_rows *rows;
	relais_row row;

	(void)state;
	run(store, "UPDATE indicator_version SET maximum = '10' WHERE rank ="
		   " (SELECT indicator_id FROM indicator WHERE code = 'note_satisfaction')");
	observe_all(store, "A note_satisfaction 2024-08 11; A avis_nb 2024-08 10;"
			   "B note_satisfaction 2024-08 9; B avis_nb 2024-08 30");
	assert_int_equal(relais_ask_outliers(store, &q, &how, &rows, &err), RELAIS_OK);
	assert_int_equal(relais_rows_next(rows, &row, &err), RELAIS_OK);
	assert_string_equal(row.cells[4], "above-maximum");
	assert_string_equal(row.cells[12], "25");
	assert_int_equal(relais_rows_next(rows, &row, &err), RELAIS_END);
	relais_rows_close(rows);
	network_close(store);
}

static void refusals(void **state)
{
	relais_outliers how = { .over_time = true };
	relais_store *store = network();
	relais_question q = question_of("2024-08");
	text got = { 0 };

	(void)state;
	brief(&got, store, &q, &how);
	assert_non_null(strstr(text_str(&got), "over time choose"));
	how.over_time = false;
	q.diffusion = RELAIS_RESEAU;
	brief(&got, store, &q, &how);
	assert_non_null(strstr(text_str(&got), "within the relais only"));
	q.diffusion = RELAIS_INTERNE;
	q.by = "office";
	brief(&got, store, &q, &how);
	assert_non_null(strstr(text_str(&got), "'office' does not bring offices together"));
	q.by = NULL;
	how.fence = "-1";
	brief(&got, store, &q, &how);
	assert_non_null(strstr(text_str(&got), "'-1' is no width"));
	how.fence = NULL;
	how.most = 101;
	brief(&got, store, &q, &how);
	assert_non_null(strstr(text_str(&got), "101 outliers"));
	text_free(&got);
	network_close(store);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(rules),
		cmocka_unit_test(year_and_months), cmocka_unit_test(offices_alike),
		cmocka_unit_test(weights), cmocka_unit_test(refusals) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
