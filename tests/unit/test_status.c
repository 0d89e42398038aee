/* SPDX-License-Identifier: MIT
 * Resolutions, what was declared, and the actions behind them.
 */
#include "network.h"

static relais_store *network(void)
{
	relais_store *store = network_open();

	batch(store, 2, "2024-01-10");
	batch(store, 3, "2024-06-10");
	office_add(store, "A", "");
	office_add(store, "B", "");
	run(store,
		"INSERT INTO resolution (code) VALUES ('P10'), ('P2'), ('A5');"
		"INSERT INTO resolution_version (resolution_id, known_from, rank, domain, challenge,"
		" challenge_alt, certainty, label_fr, label_en) VALUES"
		" (1, 1, 16, 'professionnalisation', 'culturel', NULL, 'sur', 'dix', 'ten'),"
		" (2, 1, 8, 'professionnalisation', 'general', 'numerique', 'probable', 'deux',"
		"  'two'),"
		" (3, 1, 5, 'animation', 'culturel', 'mise_en_reseau', 'ambigu', 'cinq', 'five');"
		"INSERT INTO progress (batch_id, line, resolution, office, stated_on, state, note,"
		" proof) VALUES"
		" (2, 1, 'A5', NULL, '2024-01-09', 'a_faire', NULL, NULL),"
		" (3, 1, 'A5', NULL, '2024-06-01', 'en_cours', 'grid sent', 'grid.pdf'),"
		" (3, 2, 'A5', 'A', '2024-06-02', 'fait', NULL, NULL),"
		" (3, 3, 'P2', NULL, '2024-06-01', 'fait', NULL, NULL);"
		"INSERT INTO action (code) VALUES ('A5-10'), ('A5-2'), ('A5-3'), ('A5-4'), ('P2-1');"
		"INSERT INTO action_version (action_id, known_from, resolution, title, owner, due_on,"
		" state, progress, planned_eur, offices, weight) VALUES"
		" (1, 2, 'A5', 'Ten', 'Zoé', '2024-05-31', 'en_cours', 40, '1200.5', 'A B', '3'),"
		" (2, 2, 'A5', 'Two', 'Léo', '2024-05-31', 'fait', 100, NULL, NULL, NULL),"
		" (3, 2, 'A5', 'Three', 'Léo', NULL, 'a_faire', 0, NULL, 'B', NULL),"
		" (4, 2, 'A5', 'Four', NULL, '2024-01-01', 'abandonne', 10, NULL, NULL, NULL),"
		" (5, 2, 'P2', 'Watch', NULL, '2024-12-31', 'reporte', 0, NULL, NULL, NULL)");
	return store;
}

static relais_question today(const char *iso)
{
	relais_question q = { .as_of = RELAIS_NO_DAY, .today = day(iso) };

	return q;
}

static void resolutions(void **state)
{
	relais_store *store = network();
	relais_question q = today("2024-06-30");

	(void)state;
	/* (3 × 40 + 100 + 0) / 5; what is dropped counts for nothing. */
	expect(store, relais_ask_resolutions, &q,
		"A5,animation,culturel,five,en_cours,0,,,3,1,a,A5.o1,%,,,,0,0,3,,,44\n"
		"P2,professionnalisation,general,two,fait,0,,,1,0,,P2.o1,%,,,,0,0,2,,,0\n"
		"P10,professionnalisation,culturel,ten,,,,,0,0,,P10.o1,%,,,,0,0,2,,,\n");
	q.lang = RELAIS_FR;
	q.as_of = day("2024-05-31");
	q.resolutions = LIST("A5");
	expect(store, relais_ask_resolutions, &q,
		"A5,animation,culturel,cinq,a_faire,0,,,3,0,a,A5.o1,%,,,,0,0,3,,,44\n");
	q.as_of = day("2024-01-09");
	expect(store, relais_ask_resolutions, &q,
		"A5,animation,culturel,cinq,,,,,0,0,a,A5.o1,%,,,,0,0,3,,,\n");
	q = today("2024-06-30");
	q.by = "domain";
	expect(store, relais_ask_resolutions, &q,
		"animation,1,0,1,0,0,0,0,3,1,1,0,0,0,0,0,0,0,a\n"
		"professionnalisation,2,0,0,1,0,0,1,1,0,0,1,0,0,0,0,0,0,\n");
	q.by = "challenge";
	expect(store, relais_ask_resolutions, &q,
		"general,1,0,0,1,0,0,0,1,0,0,0,0,0,0,0,0,0,\n"
		"culturel,2,0,1,0,0,0,1,3,1,1,1,0,0,0,0,0,0,a\n");
	q.by = "domian";
	expect_error(store, relais_ask_resolutions, &q, "'domain'");
	q.by = NULL;
	q.resolutions = LIST("P3");
	expect_error(store, relais_ask_resolutions, &q, "unknown resolution 'P3'");
	network_close(store);
}

static void one_resolution(void **state)
{
	relais_store *store = network();
	relais_question q = today("2024-06-30");

	(void)state;
	q.lang = RELAIS_EN;
	expect_error(store, relais_ask_resolution, &q, "name the resolution");
	q.resolutions = LIST("A5");
	expect(store, relais_ask_resolution, &q,
		"resolution,,A5,en_cours,five,actions: 3, done: 1, late: 1; progress: 44.0%; "
		"proven: 0.0%\n"
		"domain,,animation,,,\n"
		"challenge,,culturel,ambigu,,the manifesto does not print where the challenge "
		"ends: it may also be 'mise_en_reseau'\n"
		"proof,,A5.r1,no_data,Monthly notes out within twenty days,\n"
		"proof,,A5.r2,no_data,Meetings and work of the observatory,\n"
		"proof,,A5.ra,none,Actions done with a proof,0.0\u00a0%, 0 of 3\n"
		"adoption,,A5.o1,no_data,Grids received of those expected,\n"
		"progress,2024-01-09,,a_faire,,\n"
		"progress,2024-06-01,,en_cours,grid sent,grid.pdf\n"
		"progress,2024-06-02,A,fait,,\n"
		"action,2024-01-01,A5-4,abandonne,Four,10%\n"
		"action,2024-05-31,A5-2,fait,Two,Léo, 100%\n"
		"action,2024-05-31,A5-10,en_cours,Ten,Zoé, 40%, late\n"
		"action,,A5-3,a_faire,Three,Léo, 0%\n");
	network_close(store);
}

static void journal(void **state)
{
	relais_store *store = network();
	relais_question q = today("2024-06-30");

	(void)state;
	expect(store, relais_ask_progress, &q,
		"2024-01-09,A5,,a_faire,,,2\n"
		"2024-06-01,A5,,en_cours,grid sent,grid.pdf,3\n"
		"2024-06-01,P2,,fait,,,3\n"
		"2024-06-02,A5,A,fait,,,3\n");
	q.resolutions = LIST("A5");
	q.span = (relais_span){ period_make(2024, 6), period_make(2024, 6) };
	q.offices = LIST("A");
	expect(store, relais_ask_progress, &q, "2024-06-02,A5,A,fait,,,3\n");
	network_close(store);
}

static void actions(void **state)
{
	relais_store *store = network();
	relais_question q = today("2024-06-01");

	(void)state;
	q.owner = "leo";
	expect(store, relais_ask_actions, &q,
		"A5-2,A5,Two,Léo,,,2024-05-31,fait,100,,,,,,,0,,,\n"
		"A5-3,A5,Three,Léo,,,,a_faire,0,,,,,,B,0,,,\n");
	q.owner = "Marc";
	expect_error(store, relais_ask_actions, &q, "no action is owned by 'Marc'");
	q.owner = NULL;
	q.late_only = true;
	expect(store, relais_ask_actions, &q,
		"A5-10,A5,Ten,Zoé,,,2024-05-31,en_cours,40,1200.5,,,,,A B,1,,,\n");
	q.today = day("2024-05-31"); /* due today is not late */
	expect(store, relais_ask_actions, &q, "");
	q.late_only = false;
	q.state = "reporte";
	expect(store, relais_ask_actions, &q,
		"P2-1,P2,Watch,,,,2024-12-31,reporte,0,,,,,,,0,,,\n");
	q.state = "reporté";
	expect_error(store, relais_ask_actions, &q, "unknown state 'reporté'");
	q.state = NULL;
	q.offices = LIST("B");
	expect(store, relais_ask_actions, &q,
		"A5-10,A5,Ten,Zoé,,,2024-05-31,en_cours,40,1200.5,,,,,A B,0,,,\n"
		"A5-3,A5,Three,Léo,,,,a_faire,0,,,,,,B,0,,,\n");
	network_close(store);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(resolutions),
		cmocka_unit_test(one_resolution), cmocka_unit_test(journal),
		cmocka_unit_test(actions) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
