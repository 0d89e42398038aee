/* SPDX-License-Identifier: MIT
 * C2.12: pairs with a break between them leave the constant set.
 */
#include "network.h"

static void break_add(
	relais_store *store, const char *office, const char *indicator, const char *day)
{
	char sql[400];

	snprintf(sql, sizeof sql,
		"INSERT INTO break (office, indicator, begins_on) VALUES ('%s', '%s', '%s');"
		"INSERT INTO break_version (break_id, known_from, reason)"
		" SELECT max(break_id), 1, 'new counter' FROM break;",
		office, indicator, day);
	run(store, sql);
}

/* A 1000 → 1100, B 500 → 450, C 300 → 330, D 200 → 260: in the month given and the one before. */
static relais_store *network(void)
{
	static const char *const codes[] = { "A", "B", "C", "D" };
	static const char *const before[] = { "1000", "500", "300", "200" };
	static const char *const now[] = { "1100", "450", "330", "260" };
	relais_store *store = network_open();

	batch(store, 2, "2024-09-05");
	for (int i = 0; i < 4; i++) {
		office_add(store, codes[i], "");
		for (int m = 7; m <= 8; m++) {
			char then[16], this[16];

			snprintf(then, sizeof then, "2023-%02d", m);
			snprintf(this, sizeof this, "2024-%02d", m);
			observe(store, 2, codes[i], "contacts_guichet", then, before[i]);
			observe(store, 2, codes[i], "contacts_guichet", this, now[i]);
		}
	}
	return store;
}

static const char all_august[] = "contacts_guichet,total,2024-08,2140,2000,7,4,4,100,\n";
/* Without B, 1690 of 1500; B's 500 of the 2000 are not covered. */
static const char without_b[] =
	"contacts_guichet,total,2024-08,1690,1500,12.666667,3,4,75,bf\n";

/* Which days stand between August 2023 and August 2024. */
static void days_between(void **state)
{
	static const struct {
		const char *day;
		bool parts;
	} cases[] = {
		{ "2023-07-31", false }, /* both are counted the new way */
		{ "2023-08-01", false },
		{ "2023-08-02", true }, /* August 2023 is neither the one nor the other */
		{ "2023-08-31", true }, { "2024-01-01", true }, { "2024-08-01", true },
		{ "2024-08-31", true }, /* nor is August 2024 */
		{ "2024-09-01", false }, /* both are counted the old way */
	};
	relais_question q = question_of("2024-08");

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		relais_store *store = network();

		break_add(store, "B", "contacts_guichet", cases[i].day);
		expect(store, relais_ask_evolution, &q,
			cases[i].parts ? without_b : all_august);
		network_close(store);
	}
}

/* A year to date: a break in any of its months parts the office from all of it (C2.6). */
static void year_to_date(void **state)
{
	relais_store *store = network();
	relais_question q = question_of("2024-07..2024-08");

	(void)state;
	break_add(store, "B", "contacts_guichet", "2024-08-15");
	expect(store, relais_ask_evolution, &q,
		"contacts_guichet,total,2024-07..2024-08,3380,3000,12.666667,3,4,75,bf\n");
	q = question_of("2024-07");
	expect(store, relais_ask_evolution, &q,
		"contacts_guichet,total,2024-07,2140,2000,7,4,4,100,\n");
	network_close(store);
}

/* An office of its own is all its group; of every office, nothing is left to compare. */
static void whole_groups(void **state)
{
	relais_store *store = network();
	relais_question q = question_of("2024-08");

	(void)state;
	break_add(store, "B", "contacts_guichet", "2024-08-01");
	q.by = "office";
	expect(store, relais_ask_evolution, &q,
		"contacts_guichet,A,2024-08,1100,1000,10,1,1,100,x\n"
		"contacts_guichet,B,2024-08,,,,0,1,0,bx\n"
		"contacts_guichet,C,2024-08,330,300,10,1,1,100,x\n"
		"contacts_guichet,D,2024-08,260,200,30,1,1,100,x\n");
	q.by = NULL;
	break_add(store, "", "contacts_guichet", "2024-03-01");
	expect(store, relais_ask_evolution, &q, "contacts_guichet,total,2024-08,,,,0,4,0,bx\n");
	network_close(store);
}

/* Totals say where a series turns: the period in which the new definition begins. */
static void totals(void **state)
{
	relais_store *store = network();
	relais_question q = question_of("2024-07..2024-08");

	(void)state;
	break_add(store, "B", "contacts_guichet", "2024-08-01");
	expect(store, relais_ask_series, &q,
		"contacts_guichet,total,2024-07,2140,4,4,100,100,\n"
		"contacts_guichet,total,2024-08,2140,4,4,100,100,b\n");
	expect(store, relais_ask_totals, &q,
		"contacts_guichet,total,2024-07..2024-08,4280,4,4,100,100,b\n");
	q = question_of("2024-08");
	q.indicators = LIST("contacts_guichet");
	expect(store, relais_ask_values, &q,
		"A,contacts_guichet,2024-08,1100,\n"
		"B,contacts_guichet,2024-08,450,b\n"
		"C,contacts_guichet,2024-08,330,\n"
		"D,contacts_guichet,2024-08,260,\n");
	network_close(store);
}

/* What is computed from it changed with it. */
static void derived(void **state)
{
	static const char *const codes[] = { "A", "B", "C", "D" };
	relais_store *store = network();
	relais_question q = question_of("2024-08");

	(void)state;
	for (int i = 0; i < 4; i++) {
		observe(store, 2, codes[i], "contacts_etrangers", "2023-08", "100");
		observe(store, 2, codes[i], "contacts_etrangers", "2024-08", "130");
	}
	break_add(store, "B", "contacts_guichet", "2024-01-01");
	q.indicators = LIST("part_etrangers");
	/* 390/1690 against 300/1500 */
	expect(store, relais_ask_evolution, &q,
		"part_etrangers,total,2024-08,23.076923,20,3.076923,3,4,75,bf\n");
	q.indicators = LIST("contacts_etrangers");
	expect(store, relais_ask_evolution, &q,
		"contacts_etrangers,total,2024-08,520,400,30,4,4,100,\n");
	network_close(store);
}

/* Two offices that became one are one unit: a break of either is its own. */
static void merged(void **state)
{
	relais_store *store = network_open();
	relais_question q = question_of("2024-08");

	(void)state;
	batch(store, 2, "2024-09-05");
	office_add(store, "A", "closed_on='2023-12-31', merged_into='C'");
	office_add(store, "C", "");
	observe(store, 2, "A", "contacts_guichet", "2023-08", "100");
	observe(store, 2, "C", "contacts_guichet", "2023-08", "50");
	observe(store, 2, "C", "contacts_guichet", "2024-08", "165");
	break_add(store, "A", "contacts_guichet", "2023-10-01");
	expect(store, relais_ask_evolution, &q, "contacts_guichet,total,2024-08,,,,0,1,0,bx\n");
	network_close(store);
}

static relais_status ask_season(
	relais_store *store, const relais_question *q, relais_rows **out, relais_error *err)
{
	const relais_season how = { .view = RELAIS_SEASON_PEAKS };

	return relais_ask_season(store, q, &how, out, err);
}

/* A year with a break is none of the season's: the office leaves it, or the year is named. */
static void season(void **state)
{
	relais_store *store = network_open();
	relais_question q = question_of(NULL);
	static const char *const codes[] = { "A", "B" };

	(void)state;
	batch(store, 2, "2025-02-05");
	for (int i = 0; i < 2; i++) {
		office_add(store, codes[i], "");
		for (int m = 0; m < 24; m++) {
			char period[16];

			snprintf(period, sizeof period, "%d-%02d", 2023 + m / 12, m % 12 + 1);
			observe(store, 2, codes[i], "contacts_guichet", period, "100");
		}
	}
	break_add(store, "B", "contacts_guichet", "2024-05-01");
	q.by = "office";
	expect(store, ask_season, &q,
		"contacts_guichet,A,01,01,25,16.666667,0,2,1,1,fx\n"
		"contacts_guichet,B,01,01,25,16.666667,0,1,1,1,bfx\n");
	q.by = NULL;
	q.offices = LIST("B");
	q.span = question_of("2024").span;
	expect_error(store, ask_season, &q,
		"'contacts_guichet' is not comparable over all of 2024-01..2024-12: its definition changed on 2024-05-01 (new counter)");
	q.span = question_of("2023").span;
	expect(store, ask_season, &q, "contacts_guichet,total,01,01,25,16.666667,0,1,1,1,fx\n");
	network_close(store);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(days_between),
		cmocka_unit_test(year_to_date),
		cmocka_unit_test(whole_groups),
		cmocka_unit_test(totals),
		cmocka_unit_test(derived),
		cmocka_unit_test(merged),
		cmocka_unit_test(season),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
