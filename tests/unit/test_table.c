/* SPDX-License-Identifier: MIT
 * A crossed table: margins over what they cover, subtotals, the order of heads, both shapes.
 */
#include "network.h"

/* Three offices in two territories; B lacks February. */
static relais_store *network(void)
{
	static const struct {
		const char *office, *month, *all, *foreign;
	} facts[] = { { "A", "2024-01", "100", "50" }, { "A", "2024-02", "200", "20" },
		{ "B", "2024-01", "1000", "10" }, { "C", "2024-01", "40", "10" },
		{ "C", "2024-02", "60", "10" } };
	relais_store *store = network_open();

	batch(store, 2, "2024-09-05");
	office_add(store, "A", "epci='E2', category='I'");
	office_add(store, "B", "epci='E2', category='II'");
	office_add(store, "C", "epci='E10', category='I'");
	for (size_t i = 0; i < sizeof facts / sizeof *facts; i++) {
		observe(store, 2, facts[i].office, "contacts_guichet", facts[i].month,
			facts[i].all);
		observe(store, 2, facts[i].office, "contacts_etrangers", facts[i].month,
			facts[i].foreign);
	}
	return store;
}

static relais_crosstab how;

static relais_status ask(
	relais_store *store, const relais_question *q, relais_rows **out, relais_error *err)
{
	return relais_ask_table(store, q, &how, out, err);
}

static void grids(void **state)
{
	static const struct {
		const char *what, *indicator, *lines[3], *columns[3];
		bool without_margins, is_long;
		const char *expected;
	} cases[] = {
		{ "margins of sums", "contacts_guichet", { "epci" }, { "category" }, false,
			false,
			"contacts_guichet,E2,100,1000,1100\n"
			"contacts_guichet,E10,40,,40\n"
			"contacts_guichet,total,140,1000,1140\n" },
		{ "31: a margin is a ratio of sums", "part_etrangers", { "epci" },
			{ "category" }, false, false,
			"part_etrangers,E2,50,1,5.454545\n"
			"part_etrangers,E10,25,,25\n"
			"part_etrangers,total,42.857143,1,6.140351\n" },
		{ "none", "contacts_guichet", { "category" }, { "epci" }, true, false,
			"contacts_guichet,I,100,40\n"
			"contacts_guichet,II,1000,\n" },
		{ "subtotals", "contacts_guichet", { "epci", "category" }, { "month" }, true,
			false,
			"contacts_guichet,E2,I,100\n"
			"contacts_guichet,E2,II,1000\n"
			"contacts_guichet,E10,I,40\n" },
		{ "subtotals", "contacts_guichet", { "epci", "category" }, { "month" }, false,
			false,
			"contacts_guichet,E2,I,100,100\n"
			"contacts_guichet,E2,II,1000,1000\n"
			"contacts_guichet,E2,total,1100,1100\n"
			"contacts_guichet,E10,I,40,40\n"
			"contacts_guichet,E10,total,40,40\n"
			"contacts_guichet,total,total,1140,1140\n" },
		{ "columns of two keys", "contacts_guichet", { "month" },
			{ "epci", "category" }, false, false,
			"contacts_guichet,2024-01,100,1000,1100,40,40,1140\n"
			"contacts_guichet,total,100,1000,1100,40,40,1140\n" },
		{ "a row for each cell", "contacts_guichet", { "epci" }, { "category" }, false,
			true,
			"contacts_guichet,E2,I,100,1,1,\n"
			"contacts_guichet,E2,II,1000,1,1,\n"
			"contacts_guichet,E2,total,1100,2,2,\n"
			"contacts_guichet,E10,I,40,1,1,\n"
			"contacts_guichet,E10,total,40,1,1,\n"
			"contacts_guichet,total,I,140,2,2,\n"
			"contacts_guichet,total,II,1000,1,1,\n"
			"contacts_guichet,total,total,1140,3,3,\n" },
	};
	relais_store *store = network();

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		const char *indicators[] = { cases[i].indicator, NULL };
		relais_question q = question_of("2024-01");

		how = (relais_crosstab){ cases[i].lines, cases[i].columns,
			cases[i].without_margins, cases[i].is_long };
		q.indicators = indicators;
		expect(store, ask, &q, cases[i].expected);
	}
	network_close(store);
}

/* C2.6: a total over months is that of who sent them all; who is silent leaves n.d. */
static void over_time(void **state)
{
	relais_store *store = network();
	relais_question q = question_of("2024-01..2024-02");

	(void)state;
	how = (relais_crosstab){ LIST("category"), LIST("month"), false, false };
	q.indicators = LIST("contacts_guichet", "part_etrangers");
	expect(store, ask, &q,
		"contacts_guichet,I,140,260,400\n"
		"contacts_guichet,II,1000,n.d.,n.d.\n"
		"contacts_guichet,total,1140,260,400\n"
		"part_etrangers,I,42.857143,11.538462,22.5\n"
		"part_etrangers,II,1,n.d.,n.d.\n"
		"part_etrangers,total,6.140351,11.538462,22.5\n");
	q.span = (relais_span){ 0, 0 };
	q.indicators = LIST("contacts_guichet");
	q.offices = LIST("B", "C");
	expect(store, ask, &q,
		"contacts_guichet,I,40,60,100\n"
		"contacts_guichet,II,1000,n.d.,n.d.\n"
		"contacts_guichet,total,1040,60,100\n");
	network_close(store);
}

/* 39: the total of a year of followers is December's. */
static void stock(void **state)
{
	relais_store *store = network();
	relais_question q = question_of("2024-01..2024-02");

	(void)state;
	observe(store, 2, "A", "abonnes_sociaux", "2024-01", "5");
	observe(store, 2, "A", "abonnes_sociaux", "2024-02", "7");
	how = (relais_crosstab){ LIST("epci"), LIST("month"), false, false };
	q.indicators = LIST("abonnes_sociaux");
	q.offices = LIST("A");
	expect(store, ask, &q,
		"abonnes_sociaux,E2,5,7,7\n"
		"abonnes_sociaux,total,5,7,7\n");
	network_close(store);
}

static void refused(void **state)
{
	relais_store *store = network();
	relais_question q = question_of("2024-01");

	(void)state;
	how = (relais_crosstab){ LIST("epci"), NULL, false, false };
	expect_error(store, ask, &q, "two sides");
	how = (relais_crosstab){ LIST("epci"), LIST("zone", "epci"), false, false };
	expect_error(store, ask, &q, "'epci' is asked for twice");
	network_close(store);
}

static void empty(void **state)
{
	relais_store *store = network_open();
	relais_question q = question_of(NULL);

	(void)state;
	how = (relais_crosstab){ LIST("epci"), LIST("month"), false, false };
	expect(store, ask, &q, "");
	network_close(store);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(grids),
		cmocka_unit_test(over_time), cmocka_unit_test(stock), cmocka_unit_test(refused),
		cmocka_unit_test(empty) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
