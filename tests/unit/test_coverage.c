/* SPDX-License-Identifier: MIT
 * C2.3: what the answers weigh, by the worked example; the gates; in time and late; the grid; members.
 */
#include "network.h"

/* A 1000, B 500, C 300, D 200, E 0 the year before; then A 1100, B 450, C 330, E 50. */
static relais_store *five_offices(void)
{
	static const char *const before[] = { "1000", "500", "300", "200", "0" };
	static const char *const now[] = { "1100", "450", "330", NULL, "50" };
	relais_store *store = network_open();

	batch(store, 2, "2024-09-05");
	for (size_t i = 0; i < 5; i++) {
		const char code[] = { (char)('A' + i), '\0' };

		office_add(store, code, "");
		observe(store, 2, code, "contacts_guichet", "2023-08", before[i]);
		if (now[i])
			observe(store, 2, code, "contacts_guichet", "2024-08", now[i]);
	}
	return store;
}

typedef struct saying {
	const char *office, *period, *value;
} saying;

/* response, coverage, flag of a total: what the sayings make of the five offices. */
static void test_c2_3(void **state)
{
	static const struct {
		saying says[3];
		const char *expected;
	} rows[] = {
		{ { { 0 } }, "1930,4,5,80,90," }, /* 4 of 5; 1800 of 2000 */
		{ { { "D", "2024-08", "d" } }, "1930,4,5,80,90," },
		{ { { "D", "2024-08", "z" } }, "1930,5,5,100,100," },
		{ { { "D", "2024-08", "n" } }, "1930,4,4,100,100," },
		{ { { "E", "2024-08", "m" } }, "1880,3,5,60,90," }, /* E weighs nothing */
		{ { { "D", "2023-08", "450" } }, "1930,4,5,80,80," }, /* 80 is enough */
		{ { { "D", "2023-08", "451" } }, "1930,4,5,80,79.96446,f" },
		{ { { "D", "2023-08", "1200" } }, "1930,4,5,80,60,f" },
		{ { { "D", "2023-08", "1201" } }, "1930,4,5,80,59.980007,x" },
		{ { { "D", "2023-08", "m" } },
			"1930,4,5,80,100," }, /* no N-1: weighs nothing */
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		relais_store *store = five_offices();
		relais_question q = question_of("2024-08");
		text wanted = { 0 };

		for (const saying *s = rows[i].says; s < rows[i].says + 3 && s->office; s++)
			observe(store, 2, s->office, "contacts_guichet", s->period, s->value);
		text_addf(&wanted, "contacts_guichet,total,2024-08,%s\n", rows[i].expected);
		print_message("row %zu\n", i);
		expect(store, relais_ask_totals, &q, text_str(&wanted));
		text_free(&wanted);
		network_close(store);
	}
}

/* Without the year before: the last twelve months known in a row; without those, the staff. */
static void test_c2_3_fallbacks(void **state)
{
	relais_store *store = network_open();
	relais_question q = question_of("2024-08");
	char month[8];

	(void)state;
	batch(store, 2, "2024-09-05");
	office_add(store, "A", "");
	office_add(store, "B", "");
	observe(store, 2, "A", "contacts_guichet", "2024-08", "5");
	expect(store, relais_ask_totals, &q, "contacts_guichet,total,2024-08,5,1,2,50,,\n");
	observe(store, 2, "A", "etp_total", "2023", "3.50");
	observe(store, 2, "B", "etp_total", "2023", "1.50");
	q.indicators = LIST("contacts_guichet");
	expect(store, relais_ask_totals, &q, "contacts_guichet,total,2024-08,5,1,2,50,70,f\n");
	for (int m = 1; m <= 12; m++) {
		snprintf(month, sizeof month, "2021-%02d", m);
		observe(store, 2, "A", "contacts_guichet", month, "9");
		observe(store, 2, "B", "contacts_guichet", month, "1");
	}
	expect(store, relais_ask_totals, &q, "contacts_guichet,total,2024-08,5,1,2,50,90,\n");
	network_close(store);
}

/* The first version's day counts; a file taken back never came. */
static void in_time_and_late(void **state)
{
	relais_store *store = five_offices();
	relais_question q = question_of("2024-08");

	(void)state;
	batch(store, 3, "2024-09-10"); /* the last day */
	batch(store, 4, "2024-09-11");
	batch(store, 5, "2024-10-01");
	observe(store, 4, "D", "contacts_guichet", "2024-08", "7");
	observe(store, 5, "A", "contacts_guichet", "2024-08", "1101"); /* a correction */
	expect(store, relais_ask_completeness, &q,
		"contacts_guichet,2024-08,5,5,0,0,0,0,100,100,4,1,0\n");
	q.as_of = day("2024-09-10");
	expect(store, relais_ask_completeness, &q,
		"contacts_guichet,2024-08,5,4,0,0,0,1,80,90,4,0,0\n");
	q.as_of = RELAIS_NO_DAY;
	run(store, "INSERT INTO setting (code) VALUES ('collect_days');"
		   "INSERT INTO setting_version SELECT setting_id, 1, 2147483647, '11'"
		   " FROM setting WHERE code = 'collect_days'");
	expect(store, relais_ask_completeness, &q,
		"contacts_guichet,2024-08,5,5,0,0,0,0,100,100,5,0,0\n");
	run(store, "UPDATE batch SET undone_by = 5 WHERE batch_id = 2");
	expect(store, relais_ask_completeness, &q,
		"contacts_guichet,2024-08,5,5,0,0,0,0,100,100,4,1,0\n");
	network_close(store);
}

/* Back: said closed and then sent all the same; or closed the month before. */
static void back_from_closing(void **state)
{
	relais_store *store = five_offices();
	relais_question q = question_of("2024-08..2024-09");

	(void)state;
	batch(store, 3, "2024-10-02");
	observe(store, 2, "D", "contacts_guichet", "2024-07", "z");
	observe(store, 2, "D", "contacts_guichet", "2024-08", "9");
	observe(store, 2, "E", "contacts_guichet", "2024-09", "z");
	observe(store, 3, "E", "contacts_guichet", "2024-09", "4");
	observe(store, 3, "A", "contacts_guichet", "2024-09", "z");
	expect(store, relais_ask_completeness, &q,
		"contacts_guichet,2024-08,5,5,0,0,0,0,100,100,5,0,1\n"
		"contacts_guichet,2024-09,5,1,1,0,0,3,40,,2,0,1\n");
	network_close(store);
}

static void grid(void **state)
{
	relais_store *store = five_offices();
	relais_question q = question_of("2024-07..2024-08");

	(void)state;
	batch(store, 3, "2024-10-02");
	office_add(store, "F", "opened_on='2024-08-01', member=1");
	office_add(store, "G", "closed_on='2024-06-30'");
	observe(store, 3, "B", "contacts_guichet", "2024-07", "3");
	observe(store, 3, "C", "contacts_guichet", "2024-07", "z");
	observe(store, 2, "D", "contacts_guichet", "2024-08", "m");
	observe(store, 2, "D", "contacts_guichet", "2024-07", "d");
	observe(store, 2, "F", "contacts_guichet", "2024-08", "n");
	observe(store, 2, "F", "etp_total", "2023", "2");
	q.indicators = LIST("contacts_guichet");
	expect(store, relais_ask_matrix, &q,
		"contacts_guichet,A,Office A,.,R\n"
		"contacts_guichet,B,Office B,T,R\n"
		"contacts_guichet,C,Office C,z,R\n"
		"contacts_guichet,D,Office D,d,m\n"
		"contacts_guichet,E,Office E,.,R\n"
		"contacts_guichet,F,Office F,,n\n");
	q.members_only = true;
	q.span = question_of("2023..2024").span;
	q.indicators = LIST("etp_total");
	expect(store, relais_ask_matrix, &q, "etp_total,F,Office F,,.\n");
	q.indicators = LIST("part_etrangers");
	expect_error(store, relais_ask_matrix, &q, "'part_etrangers' is computed");
	q.diffusion = RELAIS_RESEAU;
	expect_error(store, relais_ask_matrix, &q, "not told outside");
	network_close(store);
}

static void members(void **state)
{
	relais_store *store = five_offices();
	relais_question q = question_of("2024-08");

	(void)state;
	q.members_only = true;
	expect_error(store, relais_ask_totals, &q, "no office is said to be a member");
	run(store, "UPDATE office_version SET member = office_id < 3");
	expect(store, relais_ask_totals, &q,
		"contacts_guichet,total,2024-08,1550,2,2,100,100,\n");
	network_close(store);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_c2_3),
		cmocka_unit_test(test_c2_3_fallbacks), cmocka_unit_test(in_time_and_late),
		cmocka_unit_test(back_from_closing), cmocka_unit_test(grid),
		cmocka_unit_test(members) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
