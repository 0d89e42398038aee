/* SPDX-License-Identifier: MIT
 * What a report asks of a study: names, groups, measures one by one.
 */
#include "network.h"

#include "../../lib/question/study/study.h"

static relais_store *network(void)
{
	relais_store *store = network_open();

	batch(store, 2, "2024-09-05");
	office_add(store, "A", "epci='E2'");
	office_add(store, "B", "epci='E10'");
	office_add(store, "C", "");
	run(store, "INSERT INTO territory (code) VALUES ('E2');"
		   "INSERT INTO territory_version (territory_id, known_from, name)"
		   " VALUES (1, 1, 'Pays du Deux')");
	observe(store, 2, "A", "contacts_guichet", "2024-01", "100");
	observe(store, 2, "A", "contacts_guichet", "2024-02", "200");
	observe(store, 2, "B", "contacts_guichet", "2024-02", "50");
	observe(store, 2, "C", "contacts_guichet", "2024-02", "1");
	return store;
}

static study *opened(relais_store *store, const relais_question *q)
{
	relais_error err = { 0 };
	study *s;

	if (study_open(&s, store, q, &err) != RELAIS_OK)
		fail_msg("%s", err.text);
	return s;
}

static void names(void **state)
{
	relais_store *store = network();
	relais_question q = question_of("2024-02");
	study *s;

	(void)state;
	q.by = "epci";
	q.lang = RELAIS_EN;
	s = opened(store, &q);
	assert_int_equal(study_groups(s), 3);
	assert_string_equal(study_group_code(s, 0), "");
	assert_string_equal(study_group_name(s, 0), "not said");
	assert_string_equal(study_group_code(s, 1), "E2");
	assert_string_equal(study_group_name(s, 1), "Pays du Deux");
	assert_string_equal(study_group_name(s, 2), "E10");
	assert_int_equal(study_indicators(s), 1);
	assert_string_equal(study_indicator(s, 0)->code, "contacts_guichet");
	assert_true(study_indicator(s, 0)->has_data);
	assert_false(study_indicator_named(s, "part_etrangers")->has_data);
	assert_null(study_indicator_named(s, "nothing"));
	study_close(s);
	network_close(store);
}

static void one_measure(void **state)
{
	relais_store *store = network();
	relais_question q = question_of("2024-01..2024-02");
	relais_error err = { 0 };
	measure m[4];
	char flags[12];
	study *s;

	(void)state;
	q.today = day("2024-03-01");
	s = opened(store, &q);
	assert_int_equal(study_groups(s), 1);
	assert_int_equal(study_total(s, study_indicator(s, 0), q.span, m, &err), RELAIS_OK);
	assert_true(m->has_value && m->is_partial && m->is_provisional && !m->is_revised);
	assert_int_equal(m->value.units, 300);
	assert_int_equal(m->largest, 300);
	assert_int_equal(m->offices, 1);
	assert_int_equal(m->expected, 3);
	assert_int_equal(study_evolution(s, study_indicator(s, 0), q.span, m, &err), RELAIS_OK);
	assert_false(m->has_value || m->has_evolution);
	measure_flags(m, flags);
	assert_string_equal(flags, "x");
	study_close(s);
	q.by = "month";
	s = opened(store, &q);
	assert_int_equal(study_groups(s), 2);
	assert_string_equal(study_group_code(s, 1), "2024-02");
	assert_int_equal(study_total(s, study_indicator(s, 0), q.span, m, &err), RELAIS_OK);
	assert_int_equal(m[0].value.units, 100);
	assert_int_equal(m[1].value.units, 251);
	assert_false(m[1].is_partial);
	study_close(s);
	network_close(store);
}

static void flags(void **state)
{
	static const struct {
		const char *expected;
		measure m;
	} cases[] = { { "", { 0 } }, { "f", { .is_fragile = true } },
		{ "ps", { .is_provisional = true, .is_secret = true } },
		{ "s", { .is_level_secret = true } },
		{ "beprx", { .has_break = true,
				   .has_estimates = true,
				   .is_provisional = true,
				   .is_revised = true,
				   .is_not_significant = true } } };

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		char out[12];

		measure_flags(&cases[i].m, out);
		if (strcmp(out, cases[i].expected) != 0)
			fail_msg("'%s', expected '%s'", out, cases[i].expected);
	}
}

/* The keys an option list shows are the ones that work. */
static void keys(void **state)
{
	relais_store *store = network();
	relais_question q = question_of("2024");

	(void)state;
	for (const char *const *key = relais_keys(); *key; key++) {
		q.by = *key;
		study_close(opened(store, &q));
	}
	network_close(store);
}

/* An empty store answers, with nothing. */
static void nothing(void **state)
{
	relais_store *store = network_open();
	relais_question q = question_of(NULL);
	static asking *const questions[] = { relais_ask_values, relais_ask_totals,
		relais_ask_series, relais_ask_evolution, relais_ask_completeness,
		relais_ask_missing, relais_ask_resolutions, relais_ask_progress,
		relais_ask_actions };

	(void)state;
	for (size_t i = 0; i < sizeof questions / sizeof *questions; i++) {
		expect(store, questions[i], &q, "");
		if (i < 5) {
			q.by = i % 2 ? "month" : "epci";
			expect(store, questions[i], &q, "");
			q.by = NULL;
		}
	}
	q.by = "office";
	expect(store, relais_ask_missing, &q, "");
	network_close(store);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(names),
		cmocka_unit_test(one_measure), cmocka_unit_test(flags), cmocka_unit_test(keys),
		cmocka_unit_test(nothing) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
