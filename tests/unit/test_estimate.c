/* SPDX-License-Identifier: MIT
 * C2.4: levels of those who did not answer, by the ratio method within strata.
 */
#include "network.h"

/* The worked example: A 1000, B 500, C 300, D 200 one year before; A 1100, B 450, C 330 answered.
 * E 0 then 50 is of another category. */
static relais_store *five_offices(void)
{
	static const char *const before[] = { "1000", "500", "300", "200", "0" };
	static const char *const now[] = { "1100", "450", "330", NULL, "50" };
	relais_store *store = network_open();

	batch(store, 2, "2024-09-05");
	for (size_t i = 0; i < 5; i++) {
		const char code[] = { (char)('A' + i), '\0' };

		office_add(store, code,
			i < 4 ? "category='II', zone='littoral'"
			      : "category='I', zone='ville'");
		observe(store, 2, code, "contacts_guichet", "2023-08", before[i]);
		if (now[i])
			observe(store, 2, code, "contacts_guichet", "2024-08", now[i]);
	}
	return store;
}

static relais_question estimating(const char *span)
{
	relais_question q = question_of(span);

	q.estimate = true;
	return q;
}

typedef struct saying {
	const char *office, *period, *value;
} saying;

/* value,offices,expected,response,coverage,flag,estimated; then what D is given. */
static void test_c2_4(void **state)
{
	static const struct {
		saying says[3];
		const char *zones; /* SQL that moves offices between strata, or NULL */
		const char *total, *office;
	} rows[] = {
		/* 200 × 1880 / 1800 = 208.89 */
		{ { { 0 } }, NULL, "2139,4,5,80,90,e,9.770921",
			"209,e,category=II zone=littoral,3,200,1.044444" },
		{ { { "D", "2024-08", "d" } }, NULL, "2139,4,5,80,90,e,9.770921",
			"209,e,category=II zone=littoral,3,200,1.044444" },
		/* A half goes away from zero: 10 × 1890 / 1800 = 10.5. */
		{ { { "D", "2023-08", "10" }, { "B", "2024-08", "460" } }, NULL,
			"1951,4,5,80,99.447514,e,0.563813",
			"11,e,category=II zone=littoral,3,10,1.05" },
		/* Two answers in its stratum: the category, where C is, has three. */
		{ { { 0 } }, "UPDATE office_version SET zone = 'ville' WHERE name LIKE '%C'",
			"2139,4,5,80,90,e,9.770921", "209,e,category=II,3,200,1.044444" },
		/* Two in its category as well: the zone has three. */
		{ { { 0 } }, "UPDATE office_version SET category = 'III' WHERE name LIKE '%C'",
			"2139,4,5,80,90,e,9.770921", "209,e,zone=littoral,3,200,1.044444" },
		/* Two in either: the network, with E, 1930 / 1800. */
		{ { { 0 } },
			"UPDATE office_version SET category = 'III', zone = 'ville' WHERE name LIKE '%C'",
			"2144,4,5,80,90,e,9.981343", "214,e,network,4,200,1.072222" },
		/* Nothing one year before, closed, not concerned: nothing to estimate. */
		{ { { "D", "2023-08", "m" } }, NULL, "1930,4,5,80,100,,0", NULL },
		{ { { "D", "2024-08", "z" } }, NULL, "1930,5,5,100,100,,0", NULL },
		{ { { "D", "2024-08", "n" } }, NULL, "1930,4,4,100,100,,0", NULL },
		/* Closed one year before: estimated at nothing. */
		{ { { "D", "2023-08", "z" } }, NULL, "1930,4,5,80,100,e,0",
			"0,e,category=II zone=littoral,3,0,1.044444" },
		/* Fewer than three in the whole network. */
		{ { { "A", "2023-08", "m" }, { "E", "2023-08", "m" } }, NULL,
			"1930,4,5,80,80,,0", NULL },
		/* A late answer takes the place of its estimate. */
		{ { { "D", "2024-08", "210" } }, NULL, "2140,5,5,100,100,,0", NULL },
		/* More than 40 % is no total: 1233 × 1880 / 1800 = 1288 of 3218. */
		{ { { "D", "2023-08", "1231" } }, NULL, "3216,4,5,80,59.386341,ex,39.987562",
			"1286,e,category=II zone=littoral,3,1231,1.044444" },
		{ { { "D", "2023-08", "1233" } }, NULL, ",4,5,80,59.347181,ex,40.02486",
			"1288,e,category=II zone=littoral,3,1233,1.044444" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		relais_store *store = five_offices();
		relais_question q = estimating("2024-08");
		text wanted = { 0 };

		for (const saying *s = rows[i].says; s < rows[i].says + 3 && s->office; s++)
			observe(store, 2, s->office, "contacts_guichet", s->period, s->value);
		if (rows[i].zones)
			run(store, rows[i].zones);
		print_message("row %zu\n", i);
		text_addf(&wanted, "contacts_guichet,total,2024-08,%s\n", rows[i].total);
		expect(store, relais_ask_totals, &q, text_str(&wanted));
		expect(store, relais_ask_series, &q, text_str(&wanted));
		text_clear(&wanted);
		q.offices = LIST("D");
		if (rows[i].office) {
			text_addf(&wanted, "D,contacts_guichet,2024-08,%s\n", rows[i].office);
			expect(store, relais_ask_values, &q, text_str(&wanted));
		}
		text_free(&wanted);
		network_close(store);
	}
}

/* Evolutions rest on what was collected, asked or not. */
static void evolution_never(void **state)
{
	relais_store *store = five_offices();
	relais_question q = estimating("2024-08");

	(void)state;
	expect(store, relais_ask_evolution, &q,
		"contacts_guichet,total,2024-08,1930,1800,7.222222,4,5,90,\n");
	network_close(store);
}

/* A unit counts over two months when each is collected or estimated; one that has a year before
 * for one of them only does not. */
static void over_months(void **state)
{
	relais_store *store = five_offices();
	relais_question q = estimating("2024-07..2024-08");

	(void)state;
	for (const char *o = "A\0B\0C\0D\0"; *o; o += 2) {
		observe(store, 2, o, "contacts_guichet", "2023-07", "100");
		observe(store, 2, o, "contacts_guichet", "2024-07", "110");
	}
	expect(store, relais_ask_totals, &q,
		"contacts_guichet,total,2024-07..2024-08,2529,3,5,60,87.5,e,8.264136\n");
	/* Month by month, E has nothing in July to go by. */
	expect(store, relais_ask_series, &q,
		"contacts_guichet,total,2024-07,440,4,5,80,100,,0\n"
		"contacts_guichet,total,2024-08,2139,4,5,80,90,e,9.770921\n");
	network_close(store);
}

/* What is no level is not estimated, and there is no share to tell. */
static void only_levels(void **state)
{
	relais_store *store = five_offices();
	relais_question q = estimating("2024-08");

	(void)state;
	for (const char *o = "A\0B\0C\0D\0"; *o; o += 2) {
		observe(store, 2, o, "contacts_etrangers", "2023-08", "10");
		observe(store, 2, o, "abonnes_sociaux", "2023-08", "100");
		if (*o != 'D') {
			observe(store, 2, o, "contacts_etrangers", "2024-08", "10");
			observe(store, 2, o, "abonnes_sociaux", "2024-08", "150");
		}
	}
	q.indicators = LIST("part_etrangers", "abonnes_sociaux");
	expect(store, relais_ask_totals, &q,
		"part_etrangers,total,2024-08,1.595745,3,5,60,90,,\n"
		"abonnes_sociaux,total,2024-08,600,3,5,60,75,ef,25\n");
	network_close(store);
}

/* Published: the estimates behind a total, taken together, must be safe as well. */
static void told_outside(void **state)
{
	relais_store *store = five_offices();
	relais_question q = estimating("2024-08");

	(void)state;
	q.diffusion = RELAIS_PUBLIC;
	expect(store, relais_ask_totals, &q, "contacts_guichet,total,2024-08,,4,5,80,,es,\n");
	expect_error(store, relais_ask_values, &q, "not told outside");
	for (const char *o = "F\0G\0"; *o; o += 2) {
		office_add(store, o, "category='II', zone='littoral'");
		observe(store, 2, o, "contacts_guichet", "2023-08", "200");
	}
	expect(store, relais_ask_totals, &q,
		"contacts_guichet,total,2024-08,2557,4,7,57.142857,75,ef,24.520923\n");
	network_close(store);
}

/* --as-of of before the late answer finds the estimate again. */
static void as_of(void **state)
{
	relais_store *store = five_offices();
	relais_question q = estimating("2024-08");

	(void)state;
	batch(store, 3, "2024-10-01");
	observe(store, 3, "D", "contacts_guichet", "2024-08", "250");
	expect(store, relais_ask_totals, &q,
		"contacts_guichet,total,2024-08,2180,5,5,100,100,,0\n");
	q.as_of = day("2024-09-30");
	expect(store, relais_ask_totals, &q,
		"contacts_guichet,total,2024-08,2139,4,5,80,90,ep,9.770921\n");
	network_close(store);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_c2_4),
		cmocka_unit_test(evolution_never), cmocka_unit_test(over_months),
		cmocka_unit_test(only_levels), cmocka_unit_test(told_outside),
		cmocka_unit_test(as_of) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
