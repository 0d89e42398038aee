/* SPDX-License-Identifier: MIT
 * How the figures of offices spread, and what of it may be told outside.
 */
#include "network.h"

static relais_distribution how;

static relais_status ask(
	relais_store *store, const relais_question *q, relais_rows **out, relais_error *err)
{
	return relais_ask_distribution(store, q, &how, out, err);
}

/* Offices O1 to On that sent 10, 20, 30 … in August 2024. */
static relais_store *network(int offices)
{
	relais_store *store = network_open();

	batch(store, 2, "2024-09-05");
	for (int i = 1; i <= offices; i++) {
		char code[16], value[16];

		snprintf(code, sizeof code, "O%d", i);
		snprintf(value, sizeof value, "%d", 10 * i);
		office_add(store, code, i % 2 ? "epci='E1'" : "epci='E2'");
		observe(store, 2, code, "contacts_guichet", "2024-08", value);
	}
	return store;
}

/* quantile(10 * 1:n), mad(), sd() of R. */
static void order_statistics(void **state)
{
	static const struct {
		int offices;
		const char *expected;
	} cases[] = {
		{ 1, "contacts_guichet,total,2024-08,1,1,10,10,10,10,10,0,0,10,,\n" },
		{ 2, "contacts_guichet,total,2024-08,2,2,10,12.5,15,17.5,20,5,7.413,15,7.071068,\n" },
		{ 5, "contacts_guichet,total,2024-08,5,5,10,20,30,40,50,20,14.826,30,15.811388,\n" },
		{ 6, "contacts_guichet,total,2024-08,6,6,10,22.5,35,47.5,60,25,22.239,35,18.708287,\n" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		relais_store *store = network(cases[i].offices);
		relais_question q = question_of("2024-08");

		how = (relais_distribution){ false, NULL };
		expect(store, ask, &q, cases[i].expected);
		network_close(store);
	}
}

/* Offices on both sides, two digits, no ends; nothing of what is secret as a whole. */
static void outside(void **state)
{
	static const struct {
		int offices;
		const char *expected;
	} cases[] = {
		{ 2, "contacts_guichet,total,2024-08,2,2,,,,,,,,,,s\n" },
		{ 6, "contacts_guichet,total,2024-08,6,6,,,,,,,,35,,\n" },
		{ 7, "contacts_guichet,total,2024-08,7,7,,,40,,,,,40,,\n" },
		{ 12, "contacts_guichet,total,2024-08,12,12,,,65,,,,,65,,\n" },
		{ 13, "contacts_guichet,total,2024-08,13,13,,40,70,100,,60,44,70,39,\n" },
		{ 24, "contacts_guichet,total,2024-08,24,24,,68,130,180,,120,89,130,71,\n" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		relais_store *store = network(cases[i].offices);
		relais_question q = question_of("2024-08");

		how = (relais_distribution){ false, NULL };
		q.diffusion = RELAIS_PUBLIC;
		expect(store, ask, &q, cases[i].expected);
		network_close(store);
	}
}

static void classes(void **state)
{
	relais_store *store = network(6);
	relais_question q = question_of("2024-08");

	(void)state;
	how = (relais_distribution){ true, LIST("20", "50", "100") };
	expect(store, ask, &q,
		"contacts_guichet,total,2024-08,<20,1,16.666667,10,\n"
		"contacts_guichet,total,2024-08,20-50,3,50,90,\n"
		"contacts_guichet,total,2024-08,50-100,2,33.333333,110,\n"
		"contacts_guichet,total,2024-08,100+,0,0,,\n");
	q.by = "epci";
	how.bounds = LIST("0", "30.5");
	expect(store, ask, &q,
		"contacts_guichet,E1,2024-08,0-30.5,2,66.666667,40,\n"
		"contacts_guichet,E1,2024-08,30.5+,1,33.333333,50,\n"
		"contacts_guichet,E2,2024-08,0-30.5,1,33.333333,20,\n"
		"contacts_guichet,E2,2024-08,30.5+,2,66.666667,100,\n");
	q.diffusion = RELAIS_RESEAU;
	expect_error(store, ask, &q, "within the relais only");
	q.by = NULL;
	expect_error(store, ask, &q, "ask for --classes auto");
	/* 10 is alone in 0-20 and hides a second class, its number too. */
	how.bounds = NULL;
	expect(store, ask, &q,
		"contacts_guichet,total,2024-08,0-20,,,,s\n"
		"contacts_guichet,total,2024-08,20-50,3,50,90,\n"
		"contacts_guichet,total,2024-08,50+,,,,s\n");
	network_close(store);
}

/* 31: what a class makes together is a rate of sums. */
static void rates(void **state)
{
	relais_store *store = network(2);
	relais_question q = question_of("2024-08");

	(void)state;
	observe(store, 2, "O1", "contacts_etrangers", "2024-08", "1");
	observe(store, 2, "O2", "contacts_etrangers", "2024-08", "6");
	how = (relais_distribution){ true, LIST("0", "50") };
	q.indicators = LIST("part_etrangers");
	expect(store, ask, &q,
		"part_etrangers,total,2024-08,0-50,2,100,23.333333,\n"
		"part_etrangers,total,2024-08,50+,0,0,,\n");
	how = (relais_distribution){ false, NULL };
	q.by = "month";
	expect(store, ask, &q,
		"part_etrangers,2024-08,2024-08,2,2,10,15,20,25,30,10,14.826,20,14.142136,\n");
	network_close(store);
}

static void refused(void **state)
{
	static const struct {
		const char *bounds[3], *words;
	} cases[] = { { { "a" }, "'a' is no bound of a class" },
		{ { "5", "5" }, "the bounds of classes rise, and '5' does not" } };
	relais_store *store = network(2);
	relais_question q = question_of("2024-08");

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		how = (relais_distribution){ true, cases[i].bounds };
		expect_error(store, ask, &q, cases[i].words);
	}
	network_close(store);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(order_statistics),
		cmocka_unit_test(outside), cmocka_unit_test(classes), cmocka_unit_test(rates),
		cmocka_unit_test(refused) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
