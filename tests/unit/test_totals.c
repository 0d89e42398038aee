/* SPDX-License-Identifier: MIT
 * How much: the rules of each indicator over offices and over time, and who stands behind.
 */
#include "network.h"

static relais_store *offices(const char *const *codes)
{
	relais_store *store = network_open();

	batch(store, 2, "2024-09-05");
	for (; *codes; codes++)
		office_add(store, *codes, "");
	return store;
}

/* Followers are a stock: the last month, never the sum of months. */
static void stock_over_time(void **state)
{
	relais_store *store = offices(LIST("A", "B"));
	relais_question q = question_of("2024-01..2024-02");

	(void)state;
	observe(store, 2, "A", "abonnes_sociaux", "2024-01", "100");
	observe(store, 2, "B", "abonnes_sociaux", "2024-01", "200");
	observe(store, 2, "A", "abonnes_sociaux", "2024-02", "110");
	observe(store, 2, "B", "abonnes_sociaux", "2024-02", "210");
	expect(store, relais_ask_totals, &q,
		"abonnes_sociaux,total,2024-01..2024-02,320,2,2,100,100,\n");
	q = question_of(NULL);
	expect(store, relais_ask_series, &q,
		"abonnes_sociaux,total,2024-01,300,2,2,100,100,\n"
		"abonnes_sociaux,total,2024-02,320,2,2,100,100,\n");
	network_close(store);
}

/* A score weighs by its answers; without any it does not count, and is counted out. */
static void weighted_score(void **state)
{
	relais_store *store = offices(LIST("A", "B", "C", "D"));
	relais_question q = question_of("2024-08");

	(void)state;
	observe(store, 2, "A", "note_satisfaction", "2024-08", "8");
	observe(store, 2, "B", "note_satisfaction", "2024-08", "9");
	observe(store, 2, "C", "note_satisfaction", "2024-08", "2");
	observe(store, 2, "D", "note_satisfaction", "2024-08", "5");
	observe(store, 2, "A", "avis_nb", "2024-08", "100");
	observe(store, 2, "B", "avis_nb", "2024-08", "300");
	observe(store, 2, "D", "avis_nb", "2024-08", "0");
	q.indicators = LIST("note_satisfaction");
	expect(store, relais_ask_totals, &q, "note_satisfaction,total,2024-08,8.75,2,4,50,,\n");
	/* Over two months: from the sums, and a month without answers is no hole. */
	observe(store, 2, "A", "avis_nb", "2024-07", "300");
	observe(store, 2, "A", "note_satisfaction", "2024-07", "9");
	observe(store, 2, "B", "avis_nb", "2024-07", "0");
	q.span = question_of("2024-07..2024-08").span;
	expect(store, relais_ask_totals, &q,
		"note_satisfaction,total,2024-07..2024-08,8.857143,2,4,50,,\n");
	network_close(store);
}

/* A share is a ratio of sums over the offices that have both. */
static void ratio_of_sums(void **state)
{
	relais_store *store = offices(LIST("A", "B", "C"));
	relais_question q = question_of("2024-08");

	(void)state;
	observe(store, 2, "A", "contacts_guichet", "2024-08", "100");
	observe(store, 2, "A", "contacts_etrangers", "2024-08", "10");
	observe(store, 2, "B", "contacts_guichet", "2024-08", "300");
	observe(store, 2, "B", "contacts_etrangers", "2024-08", "90");
	observe(store, 2, "C", "contacts_etrangers", "2024-08", "5");
	q.indicators = LIST("part_etrangers");
	expect(store, relais_ask_totals, &q,
		"part_etrangers,total,2024-08,25,2,3,66.666667,,\n");
	observe(store, 2, "A", "contacts_guichet", "2024-07", "100");
	observe(store, 2, "A", "contacts_etrangers", "2024-07", "50");
	q.span = question_of("2024-07..2024-08").span;
	expect(store, relais_ask_totals, &q,
		"part_etrangers,total,2024-07..2024-08,30,1,3,33.333333,,\n");
	network_close(store);
}

/* A sum of channels: those that must be there, and those that count 0 when never collected. */
static void sum_of_channels(void **state)
{
	relais_store *store = offices(LIST("A", "B", "C"));
	relais_question q = question_of("2024-08");

	(void)state;
	observe(store, 2, "A", "contacts_guichet", "2024-08", "100");
	observe(store, 2, "A", "demandes_telephone", "2024-08", "10");
	observe(store, 2, "A", "contacts_hors_murs", "2024-08", "5");
	observe(store, 2, "B", "contacts_guichet", "2024-08", "200");
	observe(store, 2, "B", "demandes_telephone", "2024-08", "20");
	observe(store, 2, "C", "contacts_guichet", "2024-08", "300");
	q.indicators = LIST("demandes_total");
	expect(store, relais_ask_totals, &q,
		"demandes_total,total,2024-08,335,2,3,66.666667,,\n");
	/* It opens a channel later: not by then. */
	observe(store, 2, "B", "contacts_hors_murs", "2024-09", "8");
	expect(store, relais_ask_totals, &q,
		"demandes_total,total,2024-08,335,2,3,66.666667,,\n");
	/* Once an office has sent a channel, a month without it is missing, not 0. */
	observe(store, 2, "B", "contacts_hors_murs", "2023-06", "7");
	expect(store, relais_ask_totals, &q,
		"demandes_total,total,2024-08,115,1,3,33.333333,,\n");
	network_close(store);
}

static void yearly(void **state)
{
	relais_store *store = offices(LIST("A", "B", "C"));
	relais_question q = question_of("2024");
	const char *days[] = { "300", "200", "250" }, *post[] = { "1", "1", "0" };
	const char *staff[] = { "3.5", "4.25", "m" }, *codes[] = { "A", "B", "C" };

	(void)state;
	for (int i = 0; i < 3; i++) {
		observe(store, 2, codes[i], "jours_ouverture", "2024", days[i]);
		observe(store, 2, codes[i], "direction_pourvue", "2024", post[i]);
		observe(store, 2, codes[i], "etp_total", "2024", staff[i]);
	}
	expect(store, relais_ask_totals, &q,
		"jours_ouverture,total,2024,250,3,3,100,100,\n"
		"etp_total,total,2024,7.75,2,3,66.666667,100,\n"
		"direction_pourvue,total,2024,66.666667,3,3,100,100,\n");
	/* A month asks nothing of what is yearly. */
	q.span = question_of("2024-08").span;
	expect(store, relais_ask_totals, &q, "");
	q.indicators = LIST("etp_total");
	expect(store, relais_ask_totals, &q, "etp_total,total,2024-08,,0,3,0,0,x\n");
	network_close(store);
}

/* A year from months: only offices with all twelve (C2.6). */
static void year_of_months(void **state)
{
	relais_store *store = offices(LIST("A", "B"));
	relais_question q = question_of("2024");

	(void)state;
	for (int month = 1; month <= 12; month++) {
		char period[16];

		snprintf(period, sizeof period, "2024-%02d", month);
		observe(store, 2, "A", "contacts_guichet", period, month == 1 ? "z" : "10");
		observe(store, 2, "B", "contacts_guichet", period, month == 6 ? "m" : "10");
	}
	expect(store, relais_ask_totals, &q, "contacts_guichet,total,2024,110,1,2,50,100,\n");
	q.by = "quarter";
	expect(store, relais_ask_totals, &q,
		"contacts_guichet,2024-T1,2024-T1,50,2,2,100,100,\n"
		"contacts_guichet,2024-T2,2024-T2,30,1,2,50,100,\n"
		"contacts_guichet,2024-T3,2024-T3,60,2,2,100,100,\n"
		"contacts_guichet,2024-T4,2024-T4,60,2,2,100,100,\n");
	q.span = question_of("2024-02..2024-04").span;
	expect(store, relais_ask_totals, &q,
		"contacts_guichet,2024-T1,2024-02..2024-03,40,2,2,100,100,\n"
		"contacts_guichet,2024-T2,2024-04,20,2,2,100,100,\n");
	q.span = (relais_span){ 0, 0 };
	q.by = "year";
	expect(store, relais_ask_totals, &q, "contacts_guichet,2024,2024,110,1,2,50,100,\n");
	network_close(store);
}

/* C2.1: a structural zero is an answer, a refusal is not, who is not concerned is not
 * expected. */
static void states(void **state)
{
	relais_store *store = offices(LIST("A", "B", "C", "D", "E", "F"));
	relais_question q = question_of("2024-08");

	(void)state;
	observe(store, 2, "A", "contacts_guichet", "2024-08", "10");
	observe(store, 2, "B", "contacts_guichet", "2024-08", "0");
	observe(store, 2, "C", "contacts_guichet", "2024-08", "z");
	observe(store, 2, "D", "contacts_guichet", "2024-08", "n");
	observe(store, 2, "E", "contacts_guichet", "2024-08", "d");
	expect(store, relais_ask_totals, &q, "contacts_guichet,total,2024-08,10,3,5,60,,\n");
	network_close(store);
}

/* 0,1 three times is 0.3. */
static void exact(void **state)
{
	relais_store *store = offices(LIST("A", "B", "C"));
	relais_question q = question_of("2024-08");

	(void)state;
	observe(store, 2, "A", "heures_ouverture", "2024-08", "0.1");
	observe(store, 2, "B", "heures_ouverture", "2024-08", "0.1");
	observe(store, 2, "C", "heures_ouverture", "2024-08", "0.1");
	expect(store, relais_ask_totals, &q, "heures_ouverture,total,2024-08,0.3,3,3,100,,\n");
	network_close(store);
}

static void groups(void **state)
{
	relais_store *store = network_open();
	relais_question q = question_of("2024-08");

	(void)state;
	batch(store, 2, "2024-09-05");
	office_add(store, "P10", "territory='T10', category='I'");
	office_add(store, "P2", "territory='T2', category='II'");
	office_add(store, "P1", "territory='T2'");
	run(store, "INSERT INTO territory (code) VALUES ('T2'), ('T10'), ('W'), ('X');"
		   "INSERT INTO territory_version (territory_id, known_from, name, parent)"
		   " SELECT territory_id, 1, 'Land ' || code, CASE code WHEN 'T2' THEN 'W'"
		   " WHEN 'W' THEN 'X' WHEN 'X' THEN 'W' END FROM territory");
	observe(store, 2, "P10", "contacts_guichet", "2024-08", "1");
	observe(store, 2, "P2", "contacts_guichet", "2024-08", "2");
	observe(store, 2, "P1", "contacts_guichet", "2024-08", "4");
	q.by = "office";
	expect(store, relais_ask_totals, &q,
		"contacts_guichet,P1,2024-08,4,1,1,100,,\n"
		"contacts_guichet,P2,2024-08,2,1,1,100,,\n"
		"contacts_guichet,P10,2024-08,1,1,1,100,,\n");
	q.by = "category";
	expect(store, relais_ask_totals, &q,
		"contacts_guichet,,2024-08,4,1,1,100,,\n"
		"contacts_guichet,I,2024-08,1,1,1,100,,\n"
		"contacts_guichet,II,2024-08,2,1,1,100,,\n");
	/* Inside X by way of W; X and W contain each other, which ends the climb. */
	q.by = NULL;
	q.territories = LIST("X");
	expect(store, relais_ask_totals, &q, "contacts_guichet,total,2024-08,6,2,2,100,,\n");
	q.territories = LIST("T10", "W");
	expect(store, relais_ask_totals, &q, "contacts_guichet,total,2024-08,7,3,3,100,,\n");
	q.territories = LIST("W");
	q.offices = LIST("P10", "P2");
	expect(store, relais_ask_totals, &q, "contacts_guichet,total,2024-08,2,1,1,100,,\n");
	network_close(store);
}

/* The register counts offices active in the last month of the span. */
static void register_count(void **state)
{
	relais_store *store = network_open();
	relais_question q = question_of("2024");

	(void)state;
	batch(store, 2, "2024-09-05");
	office_add(store, "A", "");
	office_add(store, "B", "opened_on='2024-12-31'");
	office_add(store, "C", "closed_on='2024-11-30'");
	q.indicators = LIST("offices_nb");
	expect(store, relais_ask_totals, &q, "offices_nb,total,2024,2,2,2,100,100,\n");
	q.span = question_of("2024-11").span;
	expect(store, relais_ask_totals, &q, "offices_nb,total,2024-11,2,2,2,100,100,\n");
	network_close(store);
}

/* Coverage by the year before, else the last twelve months, else staff. */
static void coverage(void **state)
{
	relais_store *store = offices(LIST("A", "B"));
	relais_question q = question_of("2024-08");

	(void)state;
	observe(store, 2, "A", "contacts_guichet", "2024-08", "5");
	q.indicators = LIST("contacts_guichet");
	expect(store, relais_ask_totals, &q, "contacts_guichet,total,2024-08,5,1,2,50,,\n");
	observe(store, 2, "A", "etp_total", "2022", "7");
	observe(store, 2, "B", "etp_total", "2023", "3");
	expect(store, relais_ask_totals, &q, "contacts_guichet,total,2024-08,5,1,2,50,70,f\n");
	for (int month = 1; month <= 12; month++) {
		char period[16];

		snprintf(period, sizeof period, "2022-%02d", month);
		observe(store, 2, "A", "contacts_guichet", period, "10");
		observe(store, 2, "B", "contacts_guichet", period, "30");
	}
	expect(store, relais_ask_totals, &q, "contacts_guichet,total,2024-08,5,1,2,50,25,x\n");
	observe(store, 2, "A", "contacts_guichet", "2023-08", "80");
	observe(store, 2, "B", "contacts_guichet", "2023-08", "20");
	expect(store, relais_ask_totals, &q, "contacts_guichet,total,2024-08,5,1,2,50,80,\n");
	run(store, "INSERT INTO setting (code) VALUES ('gate_ok');"
		   "INSERT INTO setting_version (setting_id, known_from, value)"
		   " VALUES (1, 2, '80.5')");
	expect(store, relais_ask_totals, &q, "contacts_guichet,total,2024-08,5,1,2,50,80,f\n");
	run(store, "UPDATE setting_version SET value = 'high'");
	expect_error(store, relais_ask_totals, &q, "'gate_ok' is 'high'");
	network_close(store);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(stock_over_time),
		cmocka_unit_test(weighted_score), cmocka_unit_test(ratio_of_sums),
		cmocka_unit_test(sum_of_channels), cmocka_unit_test(yearly),
		cmocka_unit_test(year_of_months), cmocka_unit_test(states),
		cmocka_unit_test(exact), cmocka_unit_test(groups),
		cmocka_unit_test(register_count), cmocka_unit_test(coverage) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
