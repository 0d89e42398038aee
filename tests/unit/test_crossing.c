/* SPDX-License-Identifier: MIT
 * Groups of two and three keys, in any order, and the size classes of offices whose register says none.
 */
#include "network.h"

static relais_store *network(void)
{
	relais_store *store = network_open();

	batch(store, 2, "2024-09-05");
	office_add(store, "A", "epci='E10', category='I', size='grand'");
	office_add(store, "B", "epci='E2', category='I'");
	office_add(store, "C", "epci='E2', category='II'");
	office_add(store, "D", "epci='E2'");
	for (int i = 0; i < 4; i++) {
		static const char *const codes[] = { "A", "B", "C", "D" };
		static const char *const january[] = { "1", "2", "4", "8" };

		observe(store, 2, codes[i], "contacts_guichet", "2024-01", january[i]);
		if (i != 2)
			observe(store, 2, codes[i], "contacts_guichet", "2024-02", "100");
	}
	return store;
}

static void tuples(void **state)
{
	static const struct {
		const char *by, *expected;
	} cases[] = {
		{ "epci,category", "contacts_guichet,E2,,2024-01,8,1,1,100,,\n"
				   "contacts_guichet,E2,I,2024-01,2,1,1,100,,\n"
				   "contacts_guichet,E2,II,2024-01,4,1,1,100,,\n"
				   "contacts_guichet,E10,I,2024-01,1,1,1,100,,\n" },
		{ "category,epci", "contacts_guichet,,E2,2024-01,8,1,1,100,,\n"
				   "contacts_guichet,I,E2,2024-01,2,1,1,100,,\n"
				   "contacts_guichet,I,E10,2024-01,1,1,1,100,,\n"
				   "contacts_guichet,II,E2,2024-01,4,1,1,100,,\n" },
		{ "category,month", "contacts_guichet,,2024-01,2024-01,8,1,1,100,,\n"
				    "contacts_guichet,,2024-02,2024-02,100,1,1,100,,\n"
				    "contacts_guichet,I,2024-01,2024-01,3,2,2,100,,\n"
				    "contacts_guichet,I,2024-02,2024-02,200,2,2,100,,\n"
				    "contacts_guichet,II,2024-01,2024-01,4,1,1,100,,\n"
				    "contacts_guichet,II,2024-02,2024-02,,0,1,0,,\n" },
		{ "month,category", "contacts_guichet,2024-01,,2024-01,8,1,1,100,,\n"
				    "contacts_guichet,2024-01,I,2024-01,3,2,2,100,,\n"
				    "contacts_guichet,2024-01,II,2024-01,4,1,1,100,,\n"
				    "contacts_guichet,2024-02,,2024-02,100,1,1,100,,\n"
				    "contacts_guichet,2024-02,I,2024-02,200,2,2,100,,\n"
				    "contacts_guichet,2024-02,II,2024-02,,0,1,0,,\n" },
		{ "epci,month,category",
			"contacts_guichet,E2,2024-01,,2024-01,8,1,1,100,,\n"
			"contacts_guichet,E2,2024-01,I,2024-01,2,1,1,100,,\n"
			"contacts_guichet,E2,2024-01,II,2024-01,4,1,1,100,,\n"
			"contacts_guichet,E2,2024-02,,2024-02,100,1,1,100,,\n"
			"contacts_guichet,E2,2024-02,I,2024-02,100,1,1,100,,\n"
			"contacts_guichet,E2,2024-02,II,2024-02,,0,1,0,,\n"
			"contacts_guichet,E10,2024-01,I,2024-01,1,1,1,100,,\n"
			"contacts_guichet,E10,2024-02,I,2024-02,100,1,1,100,,\n" },
	};
	relais_store *store = network();

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		bool has_month = strstr(cases[i].by, "month") != NULL;
		relais_question q = question_of(has_month ? "2024-01..2024-02" : "2024-01");

		q.by = cases[i].by;
		expect(store, relais_ask_totals, &q, cases[i].expected);
		expect(store, relais_ask_series, &q, cases[i].expected);
	}
	network_close(store);
}

/* A crossing by month compares each with the year before. */
static void evolution(void **state)
{
	relais_store *store = network();
	relais_question q = question_of("2024-01..2024-02");

	(void)state;
	observe(store, 2, "A", "contacts_guichet", "2023-02", "80");
	observe(store, 2, "B", "contacts_guichet", "2023-01", "1");
	q.by = "month,category";
	q.offices = LIST("A", "B");
	expect(store, relais_ask_evolution, &q,
		"contacts_guichet,2024-01,I,2024-01,2,1,100,1,2,100,x\n"
		"contacts_guichet,2024-02,I,2024-02,100,80,25,1,2,100,x\n");
	network_close(store);
}

static void refused(void **state)
{
	static const struct {
		const char *by, *words;
	} cases[] = {
		{ "epci,categorie", "cannot group by 'categorie' (did you mean 'category'" },
		{ "epci,", "cannot group by ''" },
		{ "epci,epci", "'epci' is asked for twice" },
		{ "month,year", "'year' is a second length of time" },
		{ "epci,category,size,zone", "'zone' is one key too many: 3 at most" },
	};
	relais_store *store = network();

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		relais_question q = question_of("2024-01");

		q.by = cases[i].by;
		expect_error(store, relais_ask_totals, &q, cases[i].words);
	}
	network_close(store);
}

/* (d) annual 3: the ends of classes belong to the smaller one; the latest staff counts, and the
 * register has the last word. */
static void sizes(void **state)
{
	static const struct {
		const char *staff, *size;
	} cases[] = { { "0", "0-2" }, { "2", "0-2" }, { "2.01", "2-5" }, { "5", "2-5" },
		{ "5.5", "5-10" }, { "10", "5-10" }, { "10.01", "10-20" }, { "20", "10-20" },
		{ "20.01", "20+" }, { "m", "" } };

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		relais_store *store = network();
		relais_question q = question_of("2024-01");
		bool is_weighed =
			strcmp(cases[i].staff, "m") != 0 && strcmp(cases[i].staff, "0") != 0;
		const char *coverage = is_weighed ? "100" : "";
		char expected[140];

		observe(store, 2, "A", "etp_total", "2023", cases[i].staff);
		observe(store, 2, "B", "etp_total", "2023", cases[i].staff);
		if (strcmp(cases[i].staff, "m") != 0)
			observe(store, 2, "B", "etp_total", "2022", "50");
		q.by = "size";
		q.indicators = LIST("contacts_guichet");
		q.offices = LIST("A", "B");
		snprintf(expected, sizeof expected,
			"contacts_guichet,%s,2024-01,2,1,1,100,%s,\n"
			"contacts_guichet,grand,2024-01,1,1,1,100,%s,\n",
			cases[i].size, coverage, coverage);
		expect(store, relais_ask_totals, &q, expected);
		network_close(store);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(tuples),
		cmocka_unit_test(evolution), cmocka_unit_test(refused),
		cmocka_unit_test(sizes) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
