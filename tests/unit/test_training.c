/* SPDX-License-Identifier: MIT
 * What was held in a window: sessions, attendances, trainee-hours and offices, as other questions
 * ask for them.
 */
#include "network.h"

#include "../../lib/question/training/training.h"

static void session_add(relais_store *store, const char *code, const char *state,
	const char *begins, const char *resolutions, const char *days)
{
	char sql[600];

	snprintf(sql, sizeof sql,
		"INSERT INTO session (code) VALUES ('%s');"
		"INSERT INTO session_version (session_id, known_from, title, theme, resolutions,"
		" state, begins_on, days, other_costs_eur)"
		" SELECT max(session_id), 2, 'x', 'x', %s, '%s', %s, %s, '0' FROM session;",
		code, resolutions, state, begins, days);
	run(store, sql);
}

static void enrol(relais_store *store, const char *code, const char *of, int trainees,
	int absent, const char *hours)
{
	char sql[600];

	snprintf(sql, sizeof sql,
		"INSERT INTO enrolment (session, office, category, regime)"
		" VALUES ('%s', '%s', 'accueil', 'prive');"
		"INSERT INTO enrolment_version (enrolment_id, known_from, trainees, absent, hours)"
		" SELECT max(enrolment_id), 2, %d, %d, %s FROM enrolment;",
		code, of, trainees, absent, hours);
	run(store, sql);
}

static relais_store *school(void)
{
	static const char *const codes[] = { "A", "B", "C" };
	relais_store *store = network_open();

	batch(store, 2, "2024-09-05");
	for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
		office_add(store, codes[i], "");
	session_add(store, "S-1", "tenu", "'2024-01-01'", "'P4 P10'", "'2'");
	session_add(store, "S-2", "tenu", "'2024-12-31'", "'P1'", "'0.5'");
	session_add(store, "S-3", "planifie", "'2024-06-01'", "'P1'", "'1'");
	session_add(store, "S-4", "tenu", "'2025-01-01'", "NULL", "NULL");
	enrol(store, "S-1", "A", 3, 1, "NULL");
	enrol(store, "S-1", "B", 1, 0, "'3.5'");
	enrol(store, "S-2", "A", 2, 0, "NULL");
	enrol(store, "S-2", "C", 1, 1, "NULL"); /* nobody came */
	enrol(store, "S-3", "C", 5, 0, "NULL");
	enrol(store, "S-4", "B", 1, 0, "NULL");
	return store;
}

static void held(void **state)
{
	static const struct {
		int first[3], last[3];
		const char *resolution, *office;
		int64_t sessions, trainees, offices;
		const char *days; /* NULL: not known */
	} cases[] = {
		{ { 2024, 1, 1 }, { 2024, 12, 31 }, NULL, NULL, 2, 5, 2, "5.5" },
		{ { 2024, 1, 2 }, { 2024, 12, 31 }, NULL, NULL, 1, 2, 1, "1" },
		{ { 2024, 1, 1 }, { 2024, 12, 30 }, NULL, NULL, 1, 3, 2, "4.5" },
		{ { 2024, 1, 1 }, { 2024, 12, 31 }, "P1", NULL, 1, 2, 1,
			"1" }, /* P10 is not P1 */
		{ { 2024, 1, 1 }, { 2024, 12, 31 }, "P10", NULL, 1, 3, 2, "4.5" },
		{ { 2024, 1, 1 }, { 2024, 12, 31 }, NULL, "A", 2, 4, 1, "5" },
		{ { 2024, 1, 1 }, { 2024, 12, 31 }, NULL, "C", 0, 0, 0, "0" },
		{ { 2024, 1, 1 }, { 2025, 12, 31 }, NULL, NULL, 3, 6, 2, NULL },
		{ { 2025, 1, 1 }, { 2025, 1, 1 }, NULL, "B", 1, 1, 1, NULL },
	};
	relais_store *store = school();
	const relais_question q = question_of("2024");
	training t;

	(void)state;
	assert_int_equal(training_open(&t, store, &q, NULL), RELAIS_OK);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		relais_day first, last;
		char said[NUMBER_SIZE] = "";
		tuition sums;
		number days;

		day_make(cases[i].first[0], cases[i].first[1], cases[i].first[2], &first);
		day_make(cases[i].last[0], cases[i].last[1], cases[i].last[2], &last);
		assert_true(training_held(
			&t, first, last, cases[i].resolution, cases[i].office, &sums));
		assert_int_equal(sums.sessions, cases[i].sessions);
		assert_int_equal(sums.trainees, cases[i].trainees);
		assert_int_equal(sums.offices, cases[i].offices);
		if (trainee_days(sums.hours, &days))
			number_print(days, said);
		assert_string_equal(said, cases[i].days ? cases[i].days : "");
	}
	training_close(&t);
	network_close(store);
}

/* What came with a later batch is not known before. */
static void as_known(void **state)
{
	relais_store *store = school();
	relais_question q = question_of("2024");
	tuition sums;
	training t;

	(void)state;
	day_make(2024, 9, 4, &q.as_of);
	assert_int_equal(training_open(&t, store, &q, NULL), RELAIS_OK);
	assert_int_equal(t.course_count, 0);
	assert_true(training_held(&t, RELAIS_NO_DAY, RELAIS_NO_DAY, NULL, NULL, &sums));
	assert_int_equal(sums.sessions, 0);
	training_close(&t);
	network_close(store);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(held),
		cmocka_unit_test(as_known) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
