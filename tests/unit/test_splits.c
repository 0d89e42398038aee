/* SPDX-License-Identifier: MIT
 * Offices that became several, and mergers in the middle of a year (C5.4).
 */
#include "network.h"

#include "../../lib/question/study/splits.h"

/* P had 200 and became X and Y on 1 January; D stays what it was. */
static relais_store *split_network(const char *share_x, const char *share_y)
{
	relais_store *store = network_open();
	char sql[400];

	batch(store, 2, "2024-09-05");
	office_add(store, "D", "epci='E1'");
	office_add(store, "P", "epci='E1', closed_on='2023-12-31'");
	office_add(store, "X", "epci='E1', opened_on='2024-01-01'");
	office_add(store, "Y", "epci='E2', opened_on='2024-01-01'");
	snprintf(sql, sizeof sql,
		"INSERT INTO event (batch_id, line, happened_on, type, office, becomes, share) VALUES"
		" (2, 1, '2024-01-01', 'scission', 'P', 'X', %s),"
		" (2, 2, '2024-01-01', 'scission', 'P', 'Y', %s)",
		share_x, share_y);
	run(store, sql);
	observe(store, 2, "D", "contacts_guichet", "2023-08", "100");
	observe(store, 2, "P", "contacts_guichet", "2023-08", "200");
	observe(store, 2, "D", "contacts_guichet", "2024-08", "110");
	observe(store, 2, "X", "contacts_guichet", "2024-08", "130");
	observe(store, 2, "Y", "contacts_guichet", "2024-08", "90");
	return store;
}

static void without_shares(void **state)
{
	relais_store *store = split_network("NULL", "NULL");
	relais_question q = question_of("2024-08");

	(void)state;
	/* The union is one unit: (110 + 130 + 90) against (100 + 200). */
	expect(store, relais_ask_evolution, &q,
		"contacts_guichet,total,2024-08,330,300,10,2,2,100,x\n");
	/* The parts have no past. */
	q.by = "office";
	expect(store, relais_ask_evolution, &q,
		"contacts_guichet,D,2024-08,110,100,10,1,1,100,x\n"
		"contacts_guichet,X,2024-08,,,,0,1,,bx\n"
		"contacts_guichet,Y,2024-08,,,,0,1,,bx\n");
	/* Nor when a group lacks one of them. */
	q.by = "epci";
	expect(store, relais_ask_evolution, &q,
		"contacts_guichet,E1,2024-08,110,100,10,1,2,100,bx\n"
		"contacts_guichet,E2,2024-08,,,,0,1,,bx\n");
	q.by = NULL;
	q.offices = LIST("X", "Y");
	expect(store, relais_ask_evolution, &q, "contacts_guichet,total,2024-08,,,,0,2,,bx\n");
	/* Who asks for the office asks for what it became. */
	q.offices = LIST("P");
	expect(store, relais_ask_evolution, &q,
		"contacts_guichet,total,2024-08,220,200,10,1,1,100,x\n");
	/* A total of one year knows no break. */
	expect(store, relais_ask_totals, &q, "contacts_guichet,total,2024-08,220,2,2,100,,\n");
	/* A part that is silent leaves the union out. */
	q.offices = NULL;
	observe(store, 2, "Y", "contacts_guichet", "2024-08", "m");
	expect(store, relais_ask_evolution, &q,
		"contacts_guichet,total,2024-08,110,100,10,1,2,33.333333,x\n");
	/* More offices, not more of the same: they are not compared. */
	q.indicators = LIST("offices_nb");
	expect(store, relais_ask_evolution, &q, "offices_nb,total,2024-08,1,1,0,1,3,100,x\n");
	network_close(store);
}

static void with_shares(void **state)
{
	relais_store *store = split_network("'60'", "'40'");
	relais_question q = question_of("2024-08");

	(void)state;
	q.by = "office";
	expect(store, relais_ask_evolution, &q,
		"contacts_guichet,D,2024-08,110,100,10,1,1,100,x\n"
		"contacts_guichet,X,2024-08,130,120,8.333333,1,1,100,ex\n"
		"contacts_guichet,Y,2024-08,90,80,12.5,1,1,100,ex\n");
	q = question_of("2023-08");
	expect(store, relais_ask_totals, &q, "contacts_guichet,total,2023-08,300,3,3,100,,e\n");
	/* A rate is not shared out; the union has one. */
	observe(store, 2, "P", "contacts_etrangers", "2023-08", "20");
	observe(store, 2, "X", "contacts_etrangers", "2024-08", "13");
	observe(store, 2, "Y", "contacts_etrangers", "2024-08", "9");
	q = question_of("2024-08");
	q.offices = LIST("P");
	q.indicators = LIST("part_etrangers");
	expect(store, relais_ask_evolution, &q,
		"part_etrangers,total,2024-08,10,10,0,1,1,100,x\n");
	/* What is published rests on what was sent: the union again, one unit. */
	q = question_of("2024-08");
	q.diffusion = RELAIS_PUBLIC;
	q.indicators = LIST("contacts_guichet");
	q.by = "office";
	expect(store, relais_ask_evolution, &q,
		"contacts_guichet,D,2024-08,,,,1,1,,sx\n"
		"contacts_guichet,X,2024-08,,,,0,1,,bx\n"
		"contacts_guichet,Y,2024-08,,,,0,1,,bx\n");
	/* Before the day of the split it is only announced. */
	q = question_of("2023-08");
	q.as_of = day("2023-12-31");
	q.indicators = LIST("contacts_guichet");
	run(store, "UPDATE batch SET received_on = '2023-09-05' WHERE batch_id = 2");
	q.by = "office";
	expect(store, relais_ask_totals, &q,
		"contacts_guichet,D,2023-08,100,1,1,100,,\n"
		"contacts_guichet,P,2023-08,200,1,1,100,,\n");
	network_close(store);
}

/* An office goes on after it gave a part away: what is not shared out is its own. */
static void goes_on(void **state)
{
	relais_store *store = network_open();
	relais_question q = question_of("2024-08");

	(void)state;
	batch(store, 2, "2024-09-05");
	office_add(store, "P", "");
	office_add(store, "X", "opened_on='2024-01-01'");
	run(store,
		"INSERT INTO event (batch_id, line, happened_on, type, office, becomes, share)"
		" VALUES (2, 1, '2024-01-01', 'scission', 'P', 'X', '30')");
	observe(store, 2, "P", "contacts_guichet", "2023-08", "100");
	observe(store, 2, "P", "contacts_guichet", "2024-08", "77");
	observe(store, 2, "X", "contacts_guichet", "2024-08", "33");
	q.by = "office";
	expect(store, relais_ask_evolution, &q,
		"contacts_guichet,P,2024-08,77,70,10,1,1,100,ex\n"
		"contacts_guichet,X,2024-08,33,30,10,1,1,100,ex\n");
	/* Without a share its own figures of before are of something else. */
	run(store, "UPDATE event SET share = NULL");
	expect(store, relais_ask_evolution, &q,
		"contacts_guichet,P,2024-08,,,,0,1,,bx\n"
		"contacts_guichet,X,2024-08,,,,0,1,,bx\n");
	q.by = NULL;
	expect(store, relais_ask_evolution, &q,
		"contacts_guichet,total,2024-08,110,100,10,1,1,100,x\n");
	network_close(store);
}

/* C5.4: A and B merge into C on 1 July; the year of C has their six months, once. */
static void merger_within_a_year(void **state)
{
	relais_store *store = network_open();
	relais_question q = question_of("2024-01..2024-12");
	char month[8];

	(void)state;
	batch(store, 2, "2025-01-05");
	office_add(store, "A", "closed_on='2024-06-30', merged_into='C'");
	office_add(store, "B", "closed_on='2024-06-30', merged_into='C'");
	office_add(store, "C", "opened_on='2024-07-01'");
	for (int m = 1; m <= 12; m++) {
		snprintf(month, sizeof month, "2024-%02d", m);
		if (m <= 6) {
			observe(store, 2, "A", "contacts_guichet", month, "10");
			observe(store, 2, "B", "contacts_guichet", month, "5");
		}
		/* C's file covers the year: what it says of before it was is told by the
		 * import (before-opening) and counts nowhere. */
		observe(store, 2, "C", "contacts_guichet", month, "16");
	}
	expect(store, relais_ask_totals, &q,
		"contacts_guichet,total,2024-01..2024-12,186,1,1,100,100,\n");
	/* A split on 1 July: only together is there a year. */
	run(store,
		"UPDATE office_version SET merged_into = NULL, closed_on = NULL;"
		"DELETE FROM observation WHERE office_id = 2;"
		"UPDATE office_version SET closed_on = '2024-06-30' WHERE office_id = 1;"
		"UPDATE office_version SET opened_on = '2024-07-01' WHERE office_id > 1;"
		"INSERT INTO event (batch_id, line, happened_on, type, office, becomes) VALUES"
		" (2, 1, '2024-07-01', 'scission', 'A', 'B'),"
		" (2, 2, '2024-07-01', 'scission', 'A', 'C')");
	for (int m = 7; m <= 12; m++) {
		snprintf(month, sizeof month, "2024-%02d", m);
		observe(store, 2, "B", "contacts_guichet", month, "4");
	}
	expect(store, relais_ask_totals, &q,
		"contacts_guichet,total,2024-01..2024-12,180,1,1,100,,\n");
	network_close(store);
}

/* C5.5: an office some bureaux of which are silent is compared when they are the same ones. */
static void same_bureaux(void **state)
{
	relais_store *store = network_open();
	relais_question q = question_of("2024-08");

	(void)state;
	batch(store, 2, "2024-09-05");
	office_add(store, "A", "");
	office_add(store, "A1", "bureau_of='A'");
	office_add(store, "A2", "bureau_of='A'");
	office_add(store, "A3", "bureau_of='A'");
	office_add(store, "B", "");
	observe(store, 2, "B", "contacts_guichet", "2023-08", "100");
	observe(store, 2, "B", "contacts_guichet", "2024-08", "110");
	observe(store, 2, "A1", "contacts_guichet", "2023-08", "60");
	observe(store, 2, "A2", "contacts_guichet", "2023-08", "40");
	observe(store, 2, "A3", "contacts_guichet", "2023-08", "m");
	observe(store, 2, "A1", "contacts_guichet", "2024-08", "70");
	observe(store, 2, "A2", "contacts_guichet", "2024-08", "50");
	/* A1 and A2 in both years: (110 + 120) against (100 + 100). */
	expect(store, relais_ask_evolution, &q,
		"contacts_guichet,total,2024-08,230,200,15,2,2,100,x\n");
	/* But the total of August is B's. */
	expect(store, relais_ask_totals, &q,
		"contacts_guichet,total,2024-08,110,1,2,50,100,\n");
	/* A1 alone this year is not A1 and A2; nor are all three. */
	observe(store, 2, "A2", "contacts_guichet", "2024-08", "m");
	expect(store, relais_ask_evolution, &q,
		"contacts_guichet,total,2024-08,110,100,10,1,2,100,x\n");
	observe(store, 2, "A2", "contacts_guichet", "2024-08", "50");
	observe(store, 2, "A3", "contacts_guichet", "2024-08", "5");
	expect(store, relais_ask_evolution, &q,
		"contacts_guichet,total,2024-08,110,100,10,1,2,100,x\n");
	/* A2 and A3 are as many as A1 and A2. */
	observe(store, 2, "A1", "contacts_guichet", "2024-08", "m");
	expect(store, relais_ask_evolution, &q,
		"contacts_guichet,total,2024-08,110,100,10,1,2,100,x\n");
	network_close(store);
}

/* Shares are exact: nothing is lost by rounding. */
static void shares_to_the_unit(void **state)
{
	static const struct {
		int64_t value, shares[3], parts[3], kept;
		bool is_whole;
	} cases[] = {
		{ 101, { 33330000, 33330000, 33340000 }, { 33, 33, 35 }, 0, true },
		{ 1, { 33330000, 33340000, 33330000 }, { 0, 1, 0 }, 0, true },
		{ 10, { 50000000, 50000000, 0 }, { 5, 5, 0 }, 0, true },
		{ 11, { 50000000, 50000000, 0 }, { 6, 5, 0 }, 0, true },
		{ -101, { 33330000, 33330000, 33340000 }, { -33, -33, -35 }, 0, true },
		{ 101, { 10000000, 20000000, 0 }, { 10, 20, 0 }, 71, false },
		{ INT64_MAX, { 50000000, 50000000, 0 }, { INT64_MAX / 2 + 1, INT64_MAX / 2, 0 },
			0, true },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		split_part parts[3];
		int64_t out[3];
		split s = { .parts = parts, .count = 3, .is_whole = cases[i].is_whole };

		for (size_t p = 0; p < 3; p++)
			parts[p] = (split_part){ p, { cases[i].shares[p], 6 } };
		assert_int_equal(split_value(&s, cases[i].value, out), cases[i].kept);
		for (size_t p = 0; p < 3; p++)
			if (out[p] != cases[i].parts[p])
				fail_msg("case %zu, part %zu: %lld", i, p, (long long)out[p]);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(without_shares),
		cmocka_unit_test(with_shares),
		cmocka_unit_test(goes_on),
		cmocka_unit_test(merger_within_a_year),
		cmocka_unit_test(same_bureaux),
		cmocka_unit_test(shares_to_the_unit),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
