/* SPDX-License-Identifier: MIT
 * Against one year before, at constant perimeter.
 */
#include "network.h"

/* C2.2: five offices, D has not answered, E comes from zero. */
static relais_store *five_offices(void)
{
	relais_store *store = network_open();
	const char *codes[] = { "A", "B", "C", "D", "E" };
	const char *before[] = { "1000", "500", "300", "200", "0" };
	const char *now[] = { "1100", "450", "330", "m", "50" };

	batch(store, 2, "2024-09-05");
	for (int i = 0; i < 5; i++) {
		office_add(store, codes[i], i < 2 ? "epci='X'" : "epci='Y'");
		observe(store, 2, codes[i], "contacts_guichet", "2023-08", before[i]);
		observe(store, 2, codes[i], "contacts_guichet", "2024-08", now[i]);
	}
	return store;
}

static void constant_perimeter(void **state)
{
	relais_store *store = five_offices();
	relais_question q = question_of("2024-08");

	(void)state;
	expect(store, relais_ask_evolution, &q,
		"contacts_guichet,total,2024-08,1930,1800,7.222222,4,5,90,\n");
	expect(store, relais_ask_totals, &q,
		"contacts_guichet,total,2024-08,1930,4,5,80,90,\n");
	q.by = "epci";
	expect(store, relais_ask_evolution, &q,
		"contacts_guichet,X,2024-08,1550,1500,3.333333,2,2,100,x\n"
		"contacts_guichet,Y,2024-08,380,300,26.666667,2,3,60,x\n");
	q.by = "office";
	expect(store, relais_ask_evolution, &q,
		"contacts_guichet,A,2024-08,1100,1000,10,1,1,100,x\n"
		"contacts_guichet,B,2024-08,450,500,-10,1,1,100,x\n"
		"contacts_guichet,C,2024-08,330,300,10,1,1,100,x\n"
		"contacts_guichet,D,2024-08,,,,0,1,0,x\n"
		"contacts_guichet,E,2024-08,50,0,,1,1,,x\n");
	network_close(store);
}

/* Without a period: the last one with figures. */
static void last_period(void **state)
{
	relais_store *store = five_offices();
	relais_question q = question_of(NULL);

	(void)state;
	expect(store, relais_ask_evolution, &q,
		"contacts_guichet,total,2024-08,1930,1800,7.222222,4,5,90,\n");
	network_close(store);
}

/* C5.3: A and B became C on 1 January: one unit in both years. */
static void merger(void **state)
{
	relais_store *store = network_open();
	relais_question q = question_of("2024-08");

	(void)state;
	batch(store, 2, "2024-09-05");
	office_add(store, "A", "closed_on='2023-12-31', merged_into='C'");
	office_add(store, "B", "closed_on='2023-12-31', merged_into='C'");
	office_add(store, "C", "opened_on='2024-01-01'");
	observe(store, 2, "A", "contacts_guichet", "2023-08", "100");
	observe(store, 2, "B", "contacts_guichet", "2023-08", "50");
	observe(store, 2, "C", "contacts_guichet", "2024-08", "165");
	expect(store, relais_ask_evolution, &q,
		"contacts_guichet,total,2024-08,165,150,10,1,1,100,x\n");
	q.indicators = LIST("offices_nb");
	expect(store, relais_ask_evolution, &q, "offices_nb,total,2024-08,1,1,0,1,1,100,x\n");
	q.indicators = NULL;
	q.by = "office";
	expect(store, relais_ask_evolution, &q,
		"contacts_guichet,C,2024-08,165,150,10,1,1,100,x\n");
	/* All predecessors, or nothing. */
	observe(store, 2, "B", "contacts_guichet", "2023-08", "m");
	expect(store, relais_ask_evolution, &q, "contacts_guichet,C,2024-08,,,,0,1,,x\n");
	/* A circle of mergers merges nobody. */
	run(store, "UPDATE office_version SET closed_on = '2024-12-31', merged_into = 'A'"
		   " WHERE office_id = 3");
	observe(store, 2, "B", "contacts_guichet", "2023-08", "50");
	q.by = NULL;
	expect(store, relais_ask_evolution, &q, "contacts_guichet,total,2024-08,,,,0,1,,x\n");
	network_close(store);
}

/* An office is what its bureaux make together, when all of them sent theirs (C5.5). */
static void bureaux(void **state)
{
	relais_store *store = network_open();
	relais_question q = question_of("2024-08");

	(void)state;
	batch(store, 2, "2024-09-05");
	office_add(store, "A", "");
	office_add(store, "A1", "bureau_of='A'");
	office_add(store, "A2", "bureau_of='A'");
	office_add(store, "B", "");
	observe(store, 2, "A1", "contacts_guichet", "2023-08", "60");
	observe(store, 2, "A2", "contacts_guichet", "2023-08", "40");
	observe(store, 2, "B", "contacts_guichet", "2023-08", "100");
	observe(store, 2, "A1", "contacts_guichet", "2024-08", "70");
	observe(store, 2, "B", "contacts_guichet", "2024-08", "110");
	/* A2 is silent: A is out, on both sides. */
	expect(store, relais_ask_evolution, &q,
		"contacts_guichet,total,2024-08,110,100,10,1,2,50,x\n");
	observe(store, 2, "A2", "contacts_guichet", "2024-08", "50");
	expect(store, relais_ask_evolution, &q,
		"contacts_guichet,total,2024-08,230,200,15,2,2,100,x\n");
	/* A zero is an answer, and what does not concern a bureau is not expected of it. */
	observe(store, 2, "A2", "contacts_guichet", "2024-08", "n");
	expect(store, relais_ask_evolution, &q,
		"contacts_guichet,total,2024-08,180,200,-10,2,2,100,x\n");
	/* Its own figure counts before theirs. */
	observe(store, 2, "A", "contacts_guichet", "2024-08", "130");
	expect(store, relais_ask_evolution, &q,
		"contacts_guichet,total,2024-08,240,200,20,2,2,100,x\n");
	q.indicators = LIST("offices_nb");
	expect(store, relais_ask_evolution, &q, "offices_nb,total,2024-08,2,2,0,2,2,100,x\n");
	network_close(store);
}

/* Mergers of mergers, and one that is only announced. */
static void chain_of_mergers(void **state)
{
	relais_store *store = network_open();
	relais_question q = question_of("2024-08");

	(void)state;
	batch(store, 2, "2024-09-05");
	office_add(store, "A", "closed_on='2022-12-31', merged_into='B'");
	office_add(store, "B", "closed_on='2023-12-31', merged_into='C'");
	office_add(
		store, "C", "opened_on='2024-01-01', closed_on='2025-06-30', merged_into='D'");
	office_add(store, "D", "");
	observe(store, 2, "A", "contacts_guichet", "2022-08", "40");
	observe(store, 2, "B", "contacts_guichet", "2022-08", "10");
	observe(store, 2, "B", "contacts_guichet", "2023-08", "50");
	observe(store, 2, "C", "contacts_guichet", "2024-08", "55");
	observe(store, 2, "D", "contacts_guichet", "2023-08", "100");
	observe(store, 2, "D", "contacts_guichet", "2024-08", "100");
	q.by = "office";
	q.today = day("2025-01-15");
	expect(store, relais_ask_evolution, &q,
		"contacts_guichet,C,2024-08,55,50,10,1,1,100,x\n"
		"contacts_guichet,D,2024-08,100,100,0,1,1,100,x\n");
	q.span = question_of("2022-08").span;
	expect(store, relais_ask_totals, &q,
		"contacts_guichet,C,2022-08,50,1,1,100,,\n"
		"contacts_guichet,D,2022-08,,0,1,0,,\n");
	q.span = question_of("2024-08").span;
	q.today = day("2025-07-15");
	expect(store, relais_ask_evolution, &q,
		"contacts_guichet,D,2024-08,155,150,3.333333,1,1,100,x\n");
	q.offices = LIST("B"); /* asking for a part is asking for what it became */
	expect(store, relais_ask_evolution, &q,
		"contacts_guichet,D,2024-08,155,150,3.333333,1,1,100,x\n");
	network_close(store);
}

/* C2.6: eight months in both years, or not at all. */
static void year_to_date(void **state)
{
	relais_store *store = network_open();
	relais_question q = question_of("2024-01..2024-02");
	const char *periods[] = { "2023-01", "2023-02", "2024-01", "2024-02" };
	const char *codes[] = { "A", "B", "C", "D" };

	(void)state;
	batch(store, 2, "2024-03-05");
	for (int o = 0; o < 4; o++) {
		office_add(store, codes[o], "");
		for (int p = 0; p < 4; p++)
			observe(store, 2, codes[o], "contacts_guichet", periods[p],
				p < 2 ? "10" : "11");
	}
	observe(store, 2, "D", "contacts_guichet", "2023-02", "m");
	expect(store, relais_ask_evolution, &q,
		"contacts_guichet,total,2024-01..2024-02,66,60,10,3,4,100,\n");
	observe(store, 2, "C", "contacts_guichet", "2024-02", "z");
	expect(store, relais_ask_evolution, &q,
		"contacts_guichet,total,2024-01..2024-02,55,60,-8.333333,3,4,100,\n");
	network_close(store);
}

/* A rate moves in points, a ratio in percent, from the sums of the common set. */
static void rates(void **state)
{
	relais_store *store = network_open();
	relais_question q = question_of("2024-08");
	const char *codes[] = { "A", "B", "C" };

	(void)state;
	batch(store, 2, "2024-09-05");
	for (int o = 0; o < 3; o++) {
		office_add(store, codes[o], "");
		observe(store, 2, codes[o], "contacts_guichet", "2023-08", "100");
		observe(store, 2, codes[o], "contacts_etrangers", "2023-08", "20");
		observe(store, 2, codes[o], "heures_ouverture", "2023-08", "50");
		observe(store, 2, codes[o], "contacts_guichet", "2024-08", o ? "100" : "400");
		observe(store, 2, codes[o], "contacts_etrangers", "2024-08", "30");
		observe(store, 2, codes[o], "heures_ouverture", "2024-08", "62.5");
	}
	q.indicators = LIST("part_etrangers", "contacts_par_heure");
	expect(store, relais_ask_evolution, &q,
		"part_etrangers,total,2024-08,15,20,-5,3,3,100,\n"
		"contacts_par_heure,total,2024-08,3.2,2,60,3,3,100,\n");
	network_close(store);
}

/* Provisional until sixty days after the period, by the day we look from. */
static void provisional(void **state)
{
	relais_store *store = five_offices();
	relais_question q = question_of("2024-08");
	const char *line = "contacts_guichet,total,2024-08,1930,1800,7.222222,4,5,90,";
	char expected[200];

	(void)state;
	q.today = day("2024-10-29");
	snprintf(expected, sizeof expected, "%sp\n", line);
	expect(store, relais_ask_evolution, &q, expected);
	q.today = day("2024-10-30");
	snprintf(expected, sizeof expected, "%s\n", line);
	expect(store, relais_ask_evolution, &q, expected);
	q.as_of = day("2024-10-01");
	snprintf(expected, sizeof expected, "%sp\n", line);
	expect(store, relais_ask_evolution, &q, expected);
	network_close(store);
}

static void known_and_revised(void **state)
{
	relais_store *store = five_offices();
	relais_question q = question_of("2024-08");

	(void)state;
	batch(store, 3, "2024-10-05");
	observe(store, 3, "A", "contacts_guichet", "2024-08", "1200");
	observe(store, 3, "D", "contacts_guichet", "2024-08", "210");
	q.as_of = day("2024-12-31");
	expect(store, relais_ask_evolution, &q,
		"contacts_guichet,total,2024-08,2240,2000,12,5,5,100,r\n");
	q.as_of = day("2024-10-04");
	expect(store, relais_ask_evolution, &q,
		"contacts_guichet,total,2024-08,1930,1800,7.222222,4,5,90,p\n");
	q.as_of = day("2024-09-04");
	expect(store, relais_ask_evolution, &q, "");
	network_close(store);
}

static void unknown_names(void **state)
{
	relais_store *store = five_offices();
	relais_question q = question_of("2024-08");

	(void)state;
	q.indicators = LIST("contacts_gichet");
	expect_error(store, relais_ask_evolution, &q, "contacts_guichet");
	q.indicators = LIST("part_offices_classes");
	expect_error(store, relais_ask_evolution, &q, "register");
	q.indicators = NULL;
	q.offices = LIST("Z");
	expect_error(store, relais_ask_evolution, &q, "unknown office 'Z'");
	q.offices = NULL;
	q.span = (relais_span){ period_make(1, 1), period_make(9999, 12) };
	expect_error(store, relais_ask_evolution, &q, "longer than 100 years");
	q.span = question_of("2024-08").span;
	q.by = "epcy";
	expect_error(store, relais_ask_evolution, &q, "'epci'");
	q.by = NULL;
	q.territories = LIST("W");
	expect_error(store, relais_ask_evolution, &q, "unknown territory 'W'");
	network_close(store);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(constant_perimeter),
		cmocka_unit_test(last_period), cmocka_unit_test(merger),
		cmocka_unit_test(bureaux), cmocka_unit_test(chain_of_mergers),
		cmocka_unit_test(year_to_date), cmocka_unit_test(rates),
		cmocka_unit_test(provisional), cmocka_unit_test(known_and_revised),
		cmocka_unit_test(unknown_names) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
