/* SPDX-License-Identifier: MIT
 * What may be published: the thresholds exactly, what protects what, and that nothing of a
 * hidden cell shows.
 */
#include "network.h"

#include "../../lib/question/published/secrecy.h"

static void thresholds(void **state)
{
	static const struct {
		const char *name;
		part p;
		bool is_secret;
	} cases[] = { { "nobody", { 0, 0, 0, false }, false },
		{ "two", { 2, 100, 50, false }, true },
		{ "three", { 3, 100, 50, false }, false },
		{ "exactly 85 %", { 3, 10000, 8500, false }, false },
		{ "85.01 %", { 3, 10000, 8501, false }, true },
		{ "two zeros", { 2, 0, 0, false }, true },
		{ "three zeros", { 3, 0, 0, false }, false },
		{ "large", { 3, INT64_MAX, INT64_MAX, false }, true } };

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		if (part_is_secret(&secrecy_usual, &cases[i].p) != cases[i].is_secret)
			fail_msg("%s: not as expected", cases[i].name);
}

/* Lines as "n:magnitude:largest"; hidden cells as a word of s and dots. */
static void lines(void **state)
{
	static const struct {
		const char *name;
		size_t count;
		part line[5];
		const char *hidden;
	} cases[] = { { "C3.4 one", 3,
			      { { 5, 1000, 300, false }, { 2, 300, 200, false },
				      { 4, 700, 300, false } },
			      ".ss" },
		{ "C3.4 two", 3,
			{ { 1, 900, 900, false }, { 1, 50, 50, false },
				{ 6, 600, 200, false } },
			"sss" },
		{ "C3.4 three", 3,
			{ { 5, 1000, 300, false }, { 2, 300, 200, false },
				{ 4, 700, 620, false } },
			".ss" },
		{ "tie: the first", 4,
			{ { 5, 700, 200, false }, { 5, 700, 200, false },
				{ 2, 300, 200, false }, { 9, 900, 100, false } },
			"s.s." },
		{ "zeros protect last", 3,
			{ { 5, 0, 0, false }, { 2, 300, 200, false }, { 4, 700, 200, false } },
			".ss" },
		{ "nothing but zeros left", 2, { { 5, 0, 0, false }, { 2, 300, 200, false } },
			"ss" },
		{ "one large office under the small ones", 3,
			{ { 2, 1000, 950, false }, { 2, 10, 5, false },
				{ 6, 600, 200, false } },
			"sss" },
		{ "the same, small ones first", 3,
			{ { 2, 10, 5, false }, { 2, 1000, 950, false },
				{ 6, 600, 200, false } },
			"sss" },
		{ "nothing to hide", 2, { { 5, 10, 3, false }, { 4, 10, 3, false } }, ".." },
		{ "an empty cell is none", 3,
			{ { 0, 0, 0, false }, { 2, 300, 200, false }, { 4, 700, 200, false } },
			".ss" },
		{ "nobody", 0, { { 0 } }, "" } };

	(void)state;
	for (size_t i = 0; i < 2 * (sizeof cases / sizeof *cases); i++) {
		part line[6];
		char hidden[6] = "";
		bool behind = i % 2; /* what is there is none of the line's cells */

		memcpy(line, cases[i / 2].line, sizeof cases[i / 2].line);
		line[cases[i / 2].count] = (part){ 1, 5000, 5000, behind };
		parts_protect(&secrecy_usual, line, cases[i / 2].count);
		for (size_t n = 0; n < cases[i / 2].count; n++)
			hidden[n] = line[n].is_secret ? 's' : '.';
		if (strcmp(hidden, cases[i / 2].hidden) != 0 ||
			line[cases[i / 2].count].is_secret != behind)
			fail_msg("%s: '%s', expected '%s'", cases[i / 2].name, hidden,
				cases[i / 2].hidden);
	}
}

/* The same on measures put together by whoever publishes; rates keep the mark they have. */
static void measures(void **state)
{
	measure m[3] = {
		{ .offices = 5, .magnitude = 1000, .largest = 300, .is_additive = true },
		{ .offices = 2, .magnitude = 300, .largest = 200, .is_additive = true },
		{ .offices = 4, .magnitude = 700, .largest = 300, .is_additive = true }
	};
	measure rate = { .offices = 1 };
	secrecy_rule strict = { 6, { 85, 0 }, { 0, 0 } };

	(void)state;
	study_protect(m, 3);
	assert_false(m[0].is_secret);
	assert_true(m[1].is_secret);
	assert_true(m[2].is_secret);
	study_protect(&rate, 1);
	assert_false(rate.is_secret);
	rate = (measure){
		.offices = 3, .known = 1, .magnitude = 300, .largest = 100, .is_additive = true
	};
	study_protect(&rate, 1); /* what is known anyhow protects nobody */
	assert_true(rate.is_secret);
	m[0].rule = &strict;
	study_protect(m, 3);
	assert_true(m[0].is_secret);
}

/* X: five offices; Y: two; Z: four. */
static relais_store *three_territories(void)
{
	relais_store *store = network_open();
	const char *value[] = { "200", "200", "200", "200", "200", "200", "100", "300", "200",
		"100", "100" };

	batch(store, 2, "2024-09-05");
	for (int i = 0; i < 11; i++) {
		char code[8];

		snprintf(code, sizeof code, "O%d", i);
		office_add(store, code, i < 5 ? "epci='X'" : i < 7 ? "epci='Y'" : "epci='Z'");
		observe(store, 2, code, "contacts_guichet", "2024-08", value[i]);
		observe(store, 2, code, "contacts_guichet", "2023-08", value[i]);
		observe(store, 2, code, "heures_ouverture", "2024-08", "10");
	}
	return store;
}

static void published(void **state)
{
	relais_store *store = three_territories();
	relais_question q = question_of("2024-08");

	(void)state;
	q.indicators = LIST("contacts_guichet");
	q.by = "epci";
	q.diffusion = RELAIS_PUBLIC;
	expect(store, relais_ask_totals, &q,
		"contacts_guichet,X,2024-08,1000,5,5,100,100,\n"
		"contacts_guichet,Y,2024-08,,2,2,100,,s\n"
		"contacts_guichet,Z,2024-08,,4,4,100,,s\n");
	expect(store, relais_ask_series, &q,
		"contacts_guichet,X,2024-08,1000,5,5,100,100,\n"
		"contacts_guichet,Y,2024-08,,2,2,100,,s\n"
		"contacts_guichet,Z,2024-08,,4,4,100,,s\n");
	expect(store, relais_ask_evolution, &q,
		"contacts_guichet,X,2024-08,1000,1000,0,5,5,100,\n"
		"contacts_guichet,Y,2024-08,,,,2,2,,sx\n"
		"contacts_guichet,Z,2024-08,,,,4,4,,s\n");
	/* A rate is secret where either of its terms is. */
	q.indicators = LIST("contacts_par_heure");
	expect(store, relais_ask_totals, &q,
		"contacts_par_heure,X,2024-08,20,5,5,100,,\n"
		"contacts_par_heure,Y,2024-08,,2,2,100,,s\n"
		"contacts_par_heure,Z,2024-08,,4,4,100,,s\n");
	q.diffusion = RELAIS_INTERNE;
	q.indicators = LIST("contacts_guichet");
	expect(store, relais_ask_totals, &q,
		"contacts_guichet,X,2024-08,1000,5,5,100,100,\n"
		"contacts_guichet,Y,2024-08,300,2,2,100,100,\n"
		"contacts_guichet,Z,2024-08,700,4,4,100,100,\n");
	network_close(store);
}

/* C3.5: the total and the constant perimeter differ by one office: only the rate is told. With both
 * totals that tells its figure too, 2000 - (1 + 0) x 1800 = 200, unless the relais minds; of a small
 * office, a rate in whole percents does not. */
static void differencing(void **state)
{
	relais_store *store = three_territories();
	relais_question q = question_of("2024-08");

	(void)state;
	q.indicators = LIST("contacts_guichet");
	q.diffusion = RELAIS_RESEAU;
	observe(store, 2, "O0", "contacts_guichet", "2023-08", "m");
	expect(store, relais_ask_evolution, &q,
		"contacts_guichet,total,2024-08,,,0,10,11,100,s\n");
	set(store, "seuil_ecart", "10");
	expect(store, relais_ask_evolution, &q, "contacts_guichet,total,2024-08,,,,10,11,,s\n");
	observe(store, 2, "O0", "contacts_guichet", "2024-08", "20");
	observe(store, 2, "O1", "contacts_guichet", "2024-08", "223");
	expect(store, relais_ask_evolution, &q,
		"contacts_guichet,total,2024-08,,,1,10,11,100,s\n");
	q.diffusion = RELAIS_INTERNE;
	expect(store, relais_ask_evolution, &q,
		"contacts_guichet,total,2024-08,1823,1800,1.277778,10,11,100,\n");
	network_close(store);
}

/* Exact coverage would tell what the silent office weighs. */
static void coverage(void **state)
{
	relais_store *store = three_territories();
	relais_question q = question_of("2024-08");

	(void)state;
	q.indicators = LIST("contacts_guichet");
	observe(store, 2, "O0", "contacts_guichet", "2024-08", "m");
	observe(store, 2, "O0", "contacts_guichet", "2023-08", "210");
	expect(store, relais_ask_totals, &q,
		"contacts_guichet,total,2024-08,1800,10,11,90.909091,89.552239,\n");
	q.diffusion = RELAIS_PUBLIC;
	expect(store, relais_ask_totals, &q,
		"contacts_guichet,total,2024-08,1800,10,11,90.909091,90,\n");
	network_close(store);
}

/* A figure of one office stays within the relay; so does what is not significant. */
static void withheld(void **state)
{
	relais_store *store = three_territories();
	relais_question q = question_of("2024-08");

	(void)state;
	q.indicators = LIST("contacts_guichet");
	q.offices = LIST("O1");
	q.diffusion = RELAIS_PUBLIC;
	expect(store, relais_ask_values, &q, "O1,contacts_guichet,2024-08,,s\n");
	expect_error(store, relais_ask_vintages, &q, "outside the relais");
	q.offices = NULL;
	for (int i = 0; i < 6; i++) {
		char code[8];

		snprintf(code, sizeof code, "O%d", i);
		observe(store, 2, code, "contacts_guichet", "2024-08", "m");
	}
	expect(store, relais_ask_totals, &q,
		"contacts_guichet,total,2024-08,,5,11,45.454545,40,x\n");
	network_close(store);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(thresholds),
		cmocka_unit_test(lines), cmocka_unit_test(measures),
		cmocka_unit_test(published), cmocka_unit_test(differencing),
		cmocka_unit_test(coverage), cmocka_unit_test(withheld) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
