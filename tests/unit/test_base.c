/* SPDX-License-Identifier: MIT
 * The two years an evolution compares, and the offices it counts in them.
 */
#include "network.h"

/* C2.12: a chosen base year. The figures are those of C2.2, five years apart. */
static void chosen_base(void **state)
{
	static const struct {
		const char *span, *by;
		int base;
		const char *expected;
	} cases[] = {
		{ "2024-08", NULL, 2019,
			"contacts_guichet,total,2024-08,1930,1800,7.222222,4,5,90,,2019-08\n" },
		{ "2024-08", NULL, 0, "contacts_guichet,total,2024-08,,,,0,5,,x\n" },
		{ "2024-08", NULL, 2022,
			"contacts_guichet,total,2024-08,1930,193,900,4,5,100,,2022-08\n" },
		/* over the turn of a year: the end falls into the base */
		{ "2024-12..2025-01", NULL, 2020,
			"contacts_guichet,total,2024-12..2025-01,33,30,10,1,5,100,x,2019-12..2020-01\n" },
		/* two years, month by month, each with its own of the base */
		{ "2022-08..2024-08", "month", 2019,
			"contacts_guichet,2022-08,2022-08,193,1800,-89.277778,4,5,90,,2019-08\n"
			"contacts_guichet,2024-08,2024-08,1930,1800,7.222222,4,5,90,,2019-08\n" },
		{ "2024-08", NULL, 2024, "error 2: the base 2024 is not before" },
		{ "2024-08", NULL, 2018,
			"error 3: nothing is known of 'contacts_guichet' in 2018" },
	};
	const char *codes[] = { "A", "B", "C", "D", "E" };
	const char *before[] = { "1000", "500", "300", "200", "0" };
	const char *between[] = { "110", "45", "33", "m", "5" };
	const char *now[] = { "1100", "450", "330", "m", "50" };
	relais_store *store = network_open();

	(void)state;
	batch(store, 2, "2025-03-05");
	for (int i = 0; i < 5; i++) {
		office_add(store, codes[i], "");
		observe(store, 2, codes[i], "contacts_guichet", "2019-08", before[i]);
		observe(store, 2, codes[i], "contacts_guichet", "2022-08", between[i]);
		observe(store, 2, codes[i], "contacts_guichet", "2024-08", now[i]);
	}
	observe(store, 2, "A", "contacts_guichet", "2019-12", "10");
	observe(store, 2, "A", "contacts_guichet", "2020-01", "20");
	observe(store, 2, "A", "contacts_guichet", "2024-12", "11");
	observe(store, 2, "A", "contacts_guichet", "2025-01", "22");
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		relais_question q = question_of(cases[i].span);
		text got = { 0 }, kept = { 0 };

		q.base = cases[i].base;
		q.by = cases[i].by;
		q.indicators = LIST("contacts_guichet");
		answer(&got, store, relais_ask_evolution, &q);
		/* of months, those with figures */
		for (const char *line = text_str(&got); cases[i].by && *line;) {
			size_t n = strcspn(line, "\n") + 1;

			if (strstr(line, "-08,") && strstr(line, "-08,") < line + n &&
				memchr(line, '.', n))
				text_add_bytes(&kept, line, n);
			line += n;
		}
		if (strncmp(text_str(cases[i].by ? &kept : &got), cases[i].expected,
			    strlen(cases[i].expected)) != 0)
			fail_msg("case %zu: %s", i, text_str(&got));
		text_free(&got);
		text_free(&kept);
	}
	network_close(store);
}

/* C5.3: A and B became C: +10 % of one unit, or three offices with nothing in common. */
static void geography(void **state)
{
	relais_store *store = network_open();
	relais_question q = question_of("2024-08");

	(void)state;
	batch(store, 2, "2024-09-05");
	office_add(store, "A", "closed_on='2023-12-31', merged_into='C'");
	office_add(store, "B", "closed_on='2023-12-31', merged_into='C'");
	office_add(store, "C", "opened_on='2024-01-01'");
	observe(store, 2, "A", "contacts_guichet", "2023-08", "100");
	observe(store, 2, "B", "contacts_guichet", "2023-08", "50");
	observe(store, 2, "C", "contacts_guichet", "2024-08", "165");
	expect(store, relais_ask_evolution, &q,
		"contacts_guichet,total,2024-08,165,150,10,1,1,100,x\n");
	q.geography = RELAIS_AS_THEY_WERE;
	expect(store, relais_ask_evolution, &q, "contacts_guichet,total,2024-08,,,,0,1,,x\n");
	q.by = "office";
	expect(store, relais_ask_evolution, &q, "contacts_guichet,C,2024-08,,,,0,1,,x\n");
	q = question_of("2023-08");
	q.geography = RELAIS_AS_THEY_WERE;
	expect(store, relais_ask_totals, &q, "contacts_guichet,total,2023-08,150,2,2,100,,\n");
	network_close(store);
}

/* C2.6: a quarter rests on the offices that sent every month of it, in both years for an
 * evolution; a quarter that is not over has no such office, and no total. */
static void whole_periods_only(void **state)
{
	static const char *const months[] = { "07", "08", "09" };
	relais_store *store = network_open();
	relais_question q = question_of("2024-T3");
	char period[16];

	(void)state;
	batch(store, 2, "2024-11-05");
	for (int o = 0; o < 3; o++) {
		static const char *const codes[] = { "A", "B", "C" };

		office_add(store, codes[o], "");
		for (int m = 0; m < 3; m++) {
			snprintf(period, sizeof period, "2023-%s", months[m]);
			observe(store, 2, codes[o], "contacts_guichet", period, "100");
			snprintf(period, sizeof period, "2024-%s", months[m]);
			/* B lacks September, C was closed in July */
			if (o != 1 || m != 2)
				observe(store, 2, codes[o], "contacts_guichet", period,
					o == 2 && m == 0 ? "z" : "110");
		}
	}
	/* Partial: two offices of three, never three in July and two in September. */
	expect(store, relais_ask_totals, &q,
		"contacts_guichet,total,2024-T3,550,2,3,66.666667,66.666667,f\n");
	expect(store, relais_ask_evolution, &q,
		"contacts_guichet,total,2024-T3,550,600,-8.333333,2,3,66.666667,x\n");
	q.by = "quarter";
	q.span = question_of("2024-07..2024-09").span;
	expect(store, relais_ask_totals, &q,
		"contacts_guichet,2024-T3,2024-T3,550,2,3,66.666667,66.666667,f\n");
	/* Nothing of October: the half-year is not over. */
	q.by = NULL;
	q.span = question_of("2024-07..2024-10").span;
	expect(store, relais_ask_totals, &q,
		"contacts_guichet,total,2024-07..2024-10,,0,3,0,,\n");
	observe(store, 2, "B", "contacts_guichet", "2024-09", "110");
	q.span = question_of("2024-T3").span;
	expect(store, relais_ask_totals, &q,
		"contacts_guichet,total,2024-T3,880,3,3,100,100,\n");
	network_close(store);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(whole_periods_only),
		cmocka_unit_test(chosen_base),
		cmocka_unit_test(geography),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
