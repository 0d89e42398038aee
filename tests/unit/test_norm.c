/* SPDX-License-Identifier: MIT
 * The norm: which version is in force, who sends what it asks for, the yearly return.
 */
#include "network.h"

static relais_store *network(void)
{
	relais_store *store = network_open();
	char month[8];

	batch(store, 2, "2025-01-20");
	office_add(store, "A", "departement='22'");
	office_add(store, "B", "departement='22'");
	office_add(store, "C", "departement='29', opened_on='2024-07-01'");
	office_add(store, "D", "closed_on='2023-12-31'");
	for (int m = 1; m <= 12; m++) {
		snprintf(month, sizeof month, "2024-%02d", m);
		observe(store, 2, "A", "contacts_guichet", month, "10");
		if (m >= 7)
			observe(store, 2, "C", "contacts_guichet", month, m == 7 ? "z" : "5");
	}
	observe(store, 2, "B", "contacts_guichet", "2024-03", "7");
	return store;
}

static relais_question of_year(const char *year, const char *const *indicators)
{
	relais_question q = question_of(year);

	q.indicators = indicators;
	q.today = day("2025-02-01");
	return q;
}

static void norm_add(relais_store *store, const char *key, const char *rest)
{
	char sql[500];

	snprintf(sql, sizeof sql,
		"INSERT OR IGNORE INTO norm (indicator, definition_version) VALUES (%s);"
		"INSERT INTO norm_version (norm_id, known_from, valid_from, valid_until, required,"
		" section, rank, source) SELECT norm_id, 2, %s FROM norm"
		" WHERE (indicator, definition_version) = (%s)",
		key, rest, key);
	run(store, sql);
}

static void gaps(void **state)
{
	relais_store *store = network();
	relais_question q =
		of_year("2024", LIST("contacts_guichet", "etp_total", "part_offices_classes",
					"demandes_telephone", "part_etrangers"));
#define GRID ",2010-11-12,grille 2010 2.6.1.3,1,2024,3,"

	(void)state;
	/* C sent every month it was open; B one month of the year; D was closed before it. */
	expect(store, relais_ask_norm, &q,
		"etp_total,en etp_total,moyens,2018,2018-01-01,reseau-scopie,1,2024,3,0,0,0,,no_office\n"
		"contacts_guichet,en contacts_guichet,frequentation,2010" GRID
		"3,2,100,2024-12,\n"
		"part_etrangers,en part_etrangers,frequentation,2010" GRID "0,0,0,,no_office\n"
		"demandes_telephone,en demandes_telephone,frequentation,2010" GRID
		"0,0,0,,no_office\n"
		"part_offices_classes,en part_offices_classes,qualite,2018,2018-01-01,reseau-scopie,1,2024,,,,,,no_register\n");
	observe(store, 2, "A", "contacts_etrangers", "2024-01", "3");
	observe(store, 2, "A", "etp_total", "2024", "3");
	observe(store, 2, "B", "etp_total", "2024", "n");
	q.indicators = LIST("etp_total", "part_etrangers");
	expect(store, relais_ask_norm, &q,
		"etp_total,en etp_total,moyens,2018,2018-01-01,reseau-scopie,1,2024,2,1,1,50,2024,\n"
		"part_etrangers,en part_etrangers,frequentation,2010" GRID
		"1,0,33.333333,2024-01,below_half\n");
	/* Without a year: the last that has ended; before the first version: nothing. */
	q = of_year(NULL, LIST("etp_total"));
	expect(store, relais_ask_norm, &q,
		"etp_total,en etp_total,moyens,2018,2018-01-01,reseau-scopie,1,2024,2,1,1,50,2024,\n");
	q = of_year("2017", LIST("etp_total"));
	expect(store, relais_ask_norm, &q, "");
	q = of_year("2024-03", LIST("etp_total"));
	expect_error(store, relais_ask_norm, &q, "by year, not of 2024-03");
	network_close(store);
}

/* A version of the store's own: beside the built-in one, or in its place. */
static void versions(void **state)
{
	relais_store *store = network();
	relais_question q = of_year("2024", LIST("etp_total"));

	(void)state;
	norm_add(store, "'etp_total', '2024'", "'2024-07-01', '2024-12-31', 0, 'x', 1, 'us'");
	expect(store, relais_ask_norm, &q,
		"etp_total,en etp_total,x,2024,2024-07-01,us,0,2024,3,0,0,0,,no_office\n");
	q.as_of = day("2025-01-19");
	expect(store, relais_ask_norm, &q,
		"etp_total,en etp_total,moyens,2018,2018-01-01,reseau-scopie,1,2024,3,0,0,0,,no_office\n");
	q = of_year("2023", LIST("etp_total"));
	expect(store, relais_ask_norm, &q,
		"etp_total,en etp_total,moyens,2018,2018-01-01,reseau-scopie,1,2023,3,0,0,0,,no_office\n");
	norm_add(store, "'etp_total', '2018'", "'2018-01-01', '2022-12-31', 1, NULL, 1, NULL");
	expect(store, relais_ask_norm, &q, "");
	q = of_year("2022", LIST("etp_total"));
	expect(store, relais_ask_norm, &q,
		"etp_total,en etp_total,,2018,2018-01-01,,1,2022,3,0,0,0,,no_office\n");
	network_close(store);
}

static void yearly_return(void **state)
{
	relais_store *store = network();
	relais_question q =
		of_year("2024", LIST("contacts_guichet", "etp_total", "part_offices_classes"));

	(void)state;
	expect(store, relais_ask_norm_return, &q,
		"moyens,etp_total,2018,2024,total,,0,3,,\n"
		"frequentation,contacts_guichet,2010,2024,total,120,1,3,100,p\n"
		"qualite,part_offices_classes,2018,2024,total,,0,0,,\n");
	q.by = "departement";
	q.indicators = LIST("contacts_guichet");
	expect(store, relais_ask_norm_return, &q,
		"frequentation,contacts_guichet,2010,2024,22,120,1,2,100,p\n"
		"frequentation,contacts_guichet,2010,2024,29,,0,1,,\n");
	q.diffusion = RELAIS_PUBLIC;
	expect(store, relais_ask_norm_return, &q,
		"frequentation,contacts_guichet,2010,2024,22,,1,2,,ps\n"
		"frequentation,contacts_guichet,2010,2024,29,,0,1,,\n");
	q.by = "month";
	expect_error(store, relais_ask_norm_return, &q, "--by cannot be 'month'");
	network_close(store);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(gaps), cmocka_unit_test(versions),
		cmocka_unit_test(yearly_return) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
