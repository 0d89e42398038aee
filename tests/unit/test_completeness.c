/* SPDX-License-Identifier: MIT
 * What came, what did not, from whom.
 */
#include "network.h"

static relais_store *network(void)
{
	relais_store *store = network_open();

	batch(store, 2, "2024-09-05");
	office_add(store, "A", "");
	office_add(store, "B", "");
	office_add(store, "C", "closed_on='2024-06-30', merged_into='D'");
	office_add(store, "D", "opened_on='2024-07-01'");
	office_add(store, "E", "");
	office_add(store, "F", "");
	observe(store, 2, "A", "contacts_guichet", "2023-08", "60");
	observe(store, 2, "B", "contacts_guichet", "2023-08", "40");
	observe(store, 2, "A", "contacts_guichet", "2024-07", "5");
	observe(store, 2, "C", "contacts_guichet", "2024-05", "5");
	observe(store, 2, "A", "contacts_guichet", "2024-08", "10");
	observe(store, 2, "D", "contacts_guichet", "2024-08", "z");
	observe(store, 2, "E", "contacts_guichet", "2024-08", "d");
	observe(store, 2, "F", "contacts_guichet", "2024-08", "n");
	return store;
}

static void completeness(void **state)
{
	relais_store *store = network();
	relais_question q = question_of("2024-08");

	(void)state;
	expect(store, relais_ask_completeness, &q,
		"contacts_guichet,2024-08,4,1,1,1,1,1,50,60,2,0,0\n");
	observe(store, 2, "B", "contacts_guichet", "2023-08", "41");
	q.diffusion = RELAIS_PUBLIC;
	expect(store, relais_ask_completeness, &q,
		"contacts_guichet,2024-08,4,1,1,1,1,1,50,59,2,0,0\n");
	q.diffusion = RELAIS_INTERNE;
	q.span = question_of("2024-06..2024-07").span;
	expect(store, relais_ask_completeness, &q,
		"contacts_guichet,2024-06,5,0,0,0,0,5,0,,0,0,0\n"
		"contacts_guichet,2024-07,5,1,0,0,0,4,20,,0,1,0\n");
	q.offices = LIST("A");
	q.span = question_of("2024").span;
	q.as_of = day("2024-09-04");
	expect(store, relais_ask_completeness, &q, "");
	network_close(store);
}

/* A score is received even when nobody says how many answers it rests on. */
static void received_is_received(void **state)
{
	relais_store *store = network();
	relais_question q = question_of("2024-08");

	(void)state;
	observe(store, 2, "A", "note_satisfaction", "2024-08", "8");
	q.indicators = LIST("note_satisfaction", "part_etrangers");
	expect(store, relais_ask_completeness, &q,
		"part_etrangers,2024-08,4,0,0,1,1,3,0,,,,\n"
		"note_satisfaction,2024-08,5,1,0,0,0,4,20,,1,0,0\n");
	network_close(store);
}

static void missing(void **state)
{
	relais_store *store = network();
	relais_question q = question_of("2024-08");

	(void)state;
	q.today = day("2024-09-20");
	expect(store, relais_ask_missing, &q,
		"B,Office B,contacts_guichet,2024-08,10,2023-08\n");
	q.span = question_of("2024-07..2024-08").span;
	expect(store, relais_ask_missing, &q,
		"B,Office B,contacts_guichet,2024-07,41,2023-08\n"
		"B,Office B,contacts_guichet,2024-08,10,2023-08\n"
		"D,Office D,contacts_guichet,2024-07,41,\n"
		"E,Office E,contacts_guichet,2024-07,41,\n"
		"F,Office F,contacts_guichet,2024-07,41,\n");
	q.offices = LIST("B");
	q.span = question_of("2024-08..2024-09").span;
	q.today = day("2024-09-05"); /* within the time given to collect */
	expect(store, relais_ask_missing, &q,
		"B,Office B,contacts_guichet,2024-08,0,2023-08\n");
	/* Without a period: the last one that has ended. */
	q.span = (relais_span){ 0, 0 };
	q.today = day("2024-10-01");
	expect(store, relais_ask_missing, &q,
		"B,Office B,contacts_guichet,2024-09,0,2023-08\n");
	/* Nobody has sent it for a year: nobody is late. */
	q.today = day("2026-01-01");
	expect(store, relais_ask_missing, &q, "");
	network_close(store);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(completeness),
		cmocka_unit_test(received_is_received), cmocka_unit_test(missing) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
