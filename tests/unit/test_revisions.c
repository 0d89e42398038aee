/* SPDX-License-Identifier: MIT
 * What moved since it was told first (C2.10), and what may be told of it (C3.5).
 */
#include "network.h"

#include "../../lib/model/closing.h"

static relais_revisions how_asked = { .since = RELAIS_NO_DAY };

static relais_status ask(
	relais_store *store, const relais_question *q, relais_rows **out, relais_error *err)
{
	return relais_ask_revisions(store, q, &how_asked, out, err);
}

/* Six offices in time, one corrected, one late; all of 2024-08. */
static relais_store *revised_network(void)
{
	static const char *const first[] = { "1000", "500", "300", "400", "300" };
	static const char *const codes[] = { "A", "B", "C", "D", "E", "F" };
	relais_store *store = network_open();

	batch(store, 2, "2024-09-10");
	batch(store, 3, "2024-10-10");
	batch(store, 4, "2024-11-10");
	for (int i = 0; i < 6; i++)
		office_add(store, codes[i], i < 3 ? "epci='X'" : "epci='Y'");
	for (int i = 0; i < 5; i++)
		observe(store, 2, codes[i], "contacts_guichet", "2024-08", first[i]);
	observe(store, 3, "A", "contacts_guichet", "2024-08", "1010");
	observe(store, 4, "F", "contacts_guichet", "2024-08", "90");
	return store;
}

static void since_first_told(void **state)
{
	relais_store *store = revised_network();
	relais_question q = question_of("2024-08");

	(void)state;
	q.indicators = LIST("contacts_guichet");
	q.today = day("2025-01-15");
	expect(store, ask, &q,
		"contacts_guichet,total,2024-08,2024-09-20,2500,2600,100,4,5,6,3,semi_definitif,r\n");
	q.by = "epci";
	expect(store, ask, &q,
		"contacts_guichet,X,2024-08,2024-09-20,1800,1810,10,0.555556,3,3,2,semi_definitif,r\n"
		"contacts_guichet,Y,2024-08,2024-09-20,700,790,90,12.857143,2,3,2,semi_definitif,r\n");
	/* As it was known in October; 10 of 2500 is below the threshold, unless that is lower. */
	q.by = NULL;
	q.as_of = day("2024-10-31");
	q.today = q.as_of;
	expect(store, ask, &q,
		"contacts_guichet,total,2024-08,2024-09-20,2500,2510,10,0.4,5,5,2,semi_definitif,\n");
	run(store, "INSERT INTO setting (code) VALUES ('seuil_revision');"
		   "INSERT INTO setting_version (setting_id, known_from, value)"
		   " SELECT setting_id, 2, '0.3' FROM setting WHERE code = 'seuil_revision'");
	expect(store, ask, &q,
		"contacts_guichet,total,2024-08,2024-09-20,2500,2510,10,0.4,5,5,2,semi_definitif,r\n");
	/* Before it is told there is nothing to revise. */
	q.as_of = q.today = day("2024-09-19");
	expect(store, ask, &q, "");
	network_close(store);
}

static void of_one_import(void **state)
{
	relais_store *store = revised_network();
	relais_question q = question_of(NULL);

	(void)state;
	q.indicators = LIST("contacts_guichet");
	q.today = day("2025-01-15");
	q.by = "office";
	how_asked.batch = 3;
	expect(store, ask, &q,
		"contacts_guichet,A,2024-08,2024-10-10,1000,1010,10,1,1,1,2,semi_definitif,r\n");
	how_asked.batch = 4;
	expect(store, ask, &q,
		"contacts_guichet,F,2024-08,2024-11-10,,90,,,0,1,1,semi_definitif,\n");
	how_asked.batch = 5;
	expect_error(store, ask, &q, "there is no import 5");
	how_asked.batch = 0;
	how_asked.since = day("2024-10-31");
	how_asked.changed_only = true;
	expect(store, ask, &q,
		"contacts_guichet,F,2024-08,2024-10-31,,90,,,0,1,1,semi_definitif,\n");
	how_asked = (relais_revisions){ .since = RELAIS_NO_DAY };
	network_close(store);
}

/* C3.5: 2500, then 2600, tells that somebody had 100 more. */
static void published(void **state)
{
	relais_store *store = revised_network();
	relais_question q = question_of("2024-08");

	(void)state;
	q.indicators = LIST("contacts_guichet");
	q.today = day("2025-01-15");
	q.diffusion = RELAIS_PUBLIC;
	/* F waits until others come late with it; the correction of A alone is A's. */
	expect(store, ask, &q,
		"contacts_guichet,total,2024-08,2024-09-20,,,,,5,5,3,semi_definitif,s\n");
	/* Three that changed, none of them most of it: 10, 50, 20. */
	observe(store, 4, "B", "contacts_guichet", "2024-08", "550");
	observe(store, 4, "C", "contacts_guichet", "2024-08", "320");
	expect(store, ask, &q,
		"contacts_guichet,total,2024-08,2024-09-20,2500,2580,80,3.2,5,5,3,semi_definitif,r\n");
	/* Opposite changes weigh by their size: 10, -500, 20. */
	observe(store, 4, "B", "contacts_guichet", "2024-08", "0");
	expect(store, ask, &q,
		"contacts_guichet,total,2024-08,2024-09-20,,,,,5,5,3,semi_definitif,s\n");
	q.by = "office";
	expect_error(store, ask, &q, "not told outside the relais");
	network_close(store);
}

/* What was loaded long after is told from then on. */
static void history(void **state)
{
	relais_store *store = network_open();
	relais_question q = question_of("2020-08");

	(void)state;
	batch(store, 2, "2024-09-10");
	batch(store, 3, "2024-10-10");
	office_add(store, "A", "");
	observe(store, 2, "A", "contacts_guichet", "2020-08", "0");
	observe(store, 3, "A", "contacts_guichet", "2020-08", "5");
	q.indicators = LIST("contacts_guichet");
	q.today = day("2025-01-15");
	expect(store, ask, &q,
		"contacts_guichet,total,2020-08,2024-09-10,0,5,5,,1,1,2,definitif,r\n");
	network_close(store);
}

/* C2.10: M+20, M+60, 31 March N+1. */
static void states(void **state)
{
	static const struct {
		const char *period, *day, *expected;
	} cases[] = {
		{ "2024-08", "2024-09-19", "en_collecte" },
		{ "2024-08", "2024-09-20", "provisoire" },
		{ "2024-08", "2024-10-29", "provisoire" },
		{ "2024-08", "2024-10-30", "semi_definitif" },
		{ "2024-08", "2025-03-31", "semi_definitif" },
		{ "2024-08", "2025-04-01", "definitif" },
		{ "2024", "2025-01-19", "en_collecte" },
		{ "2024", "2025-02-20", "provisoire" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		relais_period p;

		assert_true(period_read(cases[i].period, strlen(cases[i].period), &p));
		assert_string_equal(
			period_state(closing_usual, p, day(cases[i].day)), cases[i].expected);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(since_first_told),
		cmocka_unit_test(of_one_import),
		cmocka_unit_test(published),
		cmocka_unit_test(history),
		cmocka_unit_test(states),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
