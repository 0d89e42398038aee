/* SPDX-License-Identifier: MIT
 * What each office sent, and where it comes from.
 */
#include "network.h"

static relais_store *network(void)
{
	relais_store *store = network_open();

	batch(store, 2, "2024-09-05");
	office_add(store, "P10", "");
	office_add(store, "P2", "departement='22'");
	observe(store, 2, "P10", "contacts_guichet", "2024-08", "100");
	observe(store, 2, "P2", "contacts_guichet", "2024-08", "300");
	observe(store, 2, "P2", "contacts_guichet", "2024-07", "0");
	observe(store, 2, "P2", "contacts_guichet", "2024", "5000");
	observe(store, 2, "P2", "contacts_guichet", "2024-T3", "900");
	observe(store, 2, "P10", "contacts_guichet", "2024-07", "z");
	observe(store, 2, "P10", "contacts_guichet", "2023-12", "m");
	observe(store, 2, "P2", "contacts_guichet", "2023-12", "n");
	observe(store, 2, "P2", "contacts_guichet", "2023-11", "d");
	observe(store, 2, "P2", "heures_ouverture", "2024-08", "0.5");
	return store;
}

static void order_and_flags(void **state)
{
	relais_store *store = network();
	relais_question q = question_of(NULL);

	(void)state;
	expect(store, relais_ask_values, &q,
		"P2,heures_ouverture,2024-08,0.5,\n"
		"P2,contacts_guichet,2023-11,,d\n"
		"P2,contacts_guichet,2023-12,,n\n"
		"P10,contacts_guichet,2023-12,,m\n"
		"P2,contacts_guichet,2024,5000,\n"
		"P2,contacts_guichet,2024-07,0,\n"
		"P10,contacts_guichet,2024-07,,z\n"
		"P2,contacts_guichet,2024-08,300,\n"
		"P10,contacts_guichet,2024-08,100,\n"
		"P2,contacts_guichet,2024-T3,900,\n");
	/* Whatever lies wholly inside the span. */
	q.span = question_of("2024-T3").span;
	q.offices = LIST("P2");
	expect(store, relais_ask_values, &q,
		"P2,heures_ouverture,2024-08,0.5,\n"
		"P2,contacts_guichet,2024-07,0,\n"
		"P2,contacts_guichet,2024-08,300,\n"
		"P2,contacts_guichet,2024-T3,900,\n");
	q.offices = NULL;
	q.territories = LIST("22");
	q.indicators = LIST("contacts_par_heure");
	expect(store, relais_ask_values, &q, "P2,contacts_par_heure,2024-08,600,\n");
	q.indicators = LIST("offices_nb");
	expect_error(store, relais_ask_values, &q, "no office has a figure");
	network_close(store);
}

static void known(void **state)
{
	relais_store *store = network();
	relais_question q = question_of("2024-08");

	(void)state;
	batch(store, 3, "2024-10-05");
	observe(store, 3, "P2", "contacts_guichet", "2024-08", "310");
	observe(store, 3, "P10", "contacts_guichet", "2024-08", "m");
	batch(store, 4, "2024-11-05");
	observe(store, 4, "P2", "contacts_guichet", "2024-08", "320");
	q.indicators = LIST("contacts_guichet");
	expect(store, relais_ask_values, &q,
		"P2,contacts_guichet,2024-08,320,\nP10,contacts_guichet,2024-08,,m\n");
	q.as_of = day("2024-11-04");
	expect(store, relais_ask_values, &q,
		"P2,contacts_guichet,2024-08,310,\nP10,contacts_guichet,2024-08,,m\n");
	q.as_of = day("2024-10-04");
	expect(store, relais_ask_values, &q,
		"P2,contacts_guichet,2024-08,300,\nP10,contacts_guichet,2024-08,100,\n");
	q.offices = LIST("P2");
	q.as_of = day("2024-11-04");
	expect(store, relais_ask_vintages, &q,
		"P2,contacts_guichet,2024-08,1,300,,2024-09-05,2,file2.csv,7,3,,0\n"
		"P2,contacts_guichet,2024-08,2,310,,2024-10-05,3,file3.csv,7,,,1\n");
	q.indicators = LIST("contacts_par_heure");
	q.as_of = day("2024-09-05");
	expect(store, relais_ask_vintages, &q,
		"P2,contacts_guichet,2024-08,1,300,,2024-09-05,2,file2.csv,7,,,1\n"
		"P2,heures_ouverture,2024-08,1,0.5,,2024-09-05,2,file2.csv,7,,,1\n");
	q.indicators = LIST("avis_nb");
	expect_error(store, relais_ask_vintages, &q, "nothing was ever received for P2");
	q.offices = NULL;
	expect_error(store, relais_ask_vintages, &q, "name its office");
	network_close(store);
}

/* A year is explained by its months when that is what was sent. */
static void explain_a_year(void **state)
{
	relais_store *store = network();
	relais_question q = question_of("2024");

	(void)state;
	q.offices = LIST("P2");
	q.indicators = LIST("heures_ouverture");
	expect(store, relais_ask_vintages, &q,
		"P2,heures_ouverture,2024-08,1,0.5,,2024-09-05,2,file2.csv,7,,,1\n");
	network_close(store);
}

static void catalogue(void **state)
{
	relais_store *store = network();
	relais_question q = question_of(NULL);

	(void)state;
	q.indicators = LIST("contacts_guichet", "part_etrangers", "note_satisfaction");
	expect(store, relais_ask_indicators, &q,
		"contacts_guichet,en contacts_guichet,,count,M,sum,sum,,0,,2023-11,2024-08,6\n"
		"part_etrangers,en part_etrangers,,percent,M,ratio,ratio,"
		"contacts_etrangers/contacts_guichet*100,0,,,,\n"
		"note_satisfaction,en note_satisfaction,,score,M,wmean,wmean,wmean(avis_nb),0,,,"
		",0\n");
	network_close(store);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(order_and_flags),
		cmocka_unit_test(known), cmocka_unit_test(explain_a_year),
		cmocka_unit_test(catalogue) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
