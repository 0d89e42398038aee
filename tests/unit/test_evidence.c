/* SPDX-License-Identifier: MIT
 * Evidence: what the windows take in, the day a proof goes stale, and that what nothing was ever
 * recorded of has no value.
 */
#include "network.h"

#include "../../lib/question/evidence/inside.h"

extern const unsigned char relais_share_evidence[];

static relais_store *network(void)
{
	relais_store *store = network_open();

	run(store,
		"INSERT INTO resolution (code) VALUES ('P5'), ('A2');"
		"INSERT INTO resolution_version (resolution_id, known_from, rank, domain, challenge,"
		" certainty, label_fr, label_en)"
		" SELECT resolution_id, 1, resolution_id, 'animation', 'general', 'sur', code, code"
		"   FROM resolution;"
		"INSERT INTO office (code) VALUES ('A'), ('B'), ('C');"
		"INSERT INTO office_version (office_id, known_from, name, member, closed_on,"
		" merged_into)"
		" SELECT office_id, 1, code, 1, iif(code = 'C', '2024-06-30', NULL),"
		"        iif(code = 'C', 'B', NULL) FROM office;");
	return store;
}

static void tell(relais_store *store, const char *values)
{
	char sql[512];

	snprintf(sql, sizeof sql,
		"INSERT INTO activity (batch_id, line, done_on, type, resolutions, offices,"
		" delay_days) VALUES %s;",
		values);
	run(store, sql);
}

/* The finding of one yardstick on a day. */
static finding look(relais_store *store, const char *code, const char *on)
{
	relais_question q = { .lang = RELAIS_EN, .as_of = RELAIS_NO_DAY };
	relais_error err = { 0 };
	finding out = { 0 };
	static target kept; /* what it points to goes with the evidence */
	evidence e;
	status s;
	bool found = false;

	q.today = day(on);
	if (status_open(&s, store, &q, &err) != RELAIS_OK ||
		evidence_open(&e, &s, &q, q.today, &err) != RELAIS_OK)
		fail_msg("%s", err.text);
	for (size_t i = 0; i < e.count; i++)
		if (!strcmp(e.list[i].code, code)) {
			out = e.found[i];
			if (out.target) {
				kept = (target){ .value = out.target->value };
				out.target = &kept;
			}
			found = true;
		}
	if (!found)
		fail_msg("no yardstick %s", code);
	evidence_close(&e);
	status_close(&s);
	return out;
}

static void windows(void **state)
{
	static const struct {
		const char *on, *length, *first;
	} rows[] = {
		{ "2025-09-15", "12m", "2024-09-16" },
		{ "2024-02-29", "12m", "2023-03-01" }, /* no 29 February the year before */
		{ "2025-02-28", "12m", "2024-02-29" },
		{ "2025-03-31", "1m", "2025-03-01" }, /* nor a 31st */
		{ "2025-01-01", "12m", "2024-01-02" },
		{ "2025-09-15", "year", "2025-01-01" },
		{ "2025-01-01", "year", "2025-01-01" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		stretch w = evidence_window(rows[i].length, day(rows[i].on));
		char first[16];

		relais_day_print(w.first, first);
		assert_string_equal(first, rows[i].first);
		assert_int_equal(w.last, day(rows[i].on));
	}
	assert_true(evidence_window("now", 0).first < -1000000);
}

/* A2.r1 goes stale six months after the last request. */
static void staleness(void **state)
{
	relais_store *store = network();

	(void)state;
	tell(store, "(1, 2, '2024-02-29', 'demande', 'A2', 'A', 3)");
	assert_false(look(store, "A2.r1", "2024-08-29").is_stale);
	assert_true(look(store, "A2.r1", "2024-08-30").is_stale);
	assert_int_equal(look(store, "A2.r1", "2024-08-29").age, 182);
	/* the last of February is not the last of August */
	tell(store, "(1, 3, '2025-02-28', 'demande', 'A2', 'A', 3)");
	assert_false(look(store, "A2.r1", "2025-08-28").is_stale);
	assert_true(look(store, "A2.r1", "2025-08-29").is_stale);
	network_close(store);
}

static void missing_is_not_zero(void **state)
{
	relais_store *store = network();
	finding f;

	(void)state;
	f = look(store, "A2.o1", "2024-08-29");
	assert_false(f.has_value);
	assert_int_equal(f.last, RELAIS_NO_DAY);
	f = look(store, "P5.o1", "2024-08-29");
	assert_false(f.has_value);
	f = look(store, "A2.ra", "2024-08-29"); /* there is no action at all */
	assert_false(f.has_value);
	/* an entry before the window: none in it, and that is known */
	tell(store, "(1, 2, '2023-01-10', 'demande', 'A2', 'A', 3)");
	f = look(store, "A2.o1", "2024-08-29");
	assert_true(f.has_value);
	assert_int_equal(f.n, 0);
	assert_int_equal(f.of, 2);
	assert_true(f.is_stale);
	/* of the requests of the window none: no share of them */
	assert_false(look(store, "A2.r1", "2024-08-29").has_value);
	network_close(store);
}

/* C merged into B in the middle of the year: what C had is B's, once. */
static void offices_of_a_share(void **state)
{
	relais_store *store = network();
	finding f;

	(void)state;
	tell(store, "(1, 2, '2024-03-10', 'demande', 'A2', 'C', 9), "
		    "(1, 3, '2024-03-11', 'demande', 'A2 P5', 'B X', 5), "
		    "(1, 4, '2024-03-12', 'reunion', 'A2', 'A', NULL)");
	f = look(store, "A2.o1", "2024-06-30");
	assert_int_equal(f.n, 2);
	assert_int_equal(f.of, 3);
	f = look(store, "A2.o1", "2024-07-01");
	assert_int_equal(f.n, 1);
	assert_int_equal(f.of, 2);
	assert_int_equal(f.value.units, 50000000);
	f = look(store, "A2.r1", "2024-07-01"); /* in five working days */
	assert_int_equal(f.n, 1);
	assert_int_equal(f.of, 2);
	network_close(store);
}

static void agreements(void **state)
{
	static const struct {
		const char *on;
		int64_t n;
	} rows[] = { { "2023-12-31", 0 }, { "2024-01-01", 1 }, { "2024-12-31", 1 },
		{ "2025-01-01", 0 } };
	relais_store *store = network();

	(void)state;
	run(store,
		"INSERT INTO agreement (code) VALUES ('C1'), ('C2');"
		"INSERT INTO agreement_version (agreement_id, known_from, type, office, signed_on,"
		" starts_on, ends_on, services, resolution) VALUES"
		" (1, 1, 'objectifs', 'A', '2023-12-01', '2024-01-01', '2024-12-31', 1, 'P5'),"
		" (2, 1, 'objectifs', 'B', NULL, '2024-01-01', NULL, NULL, 'P5');");
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		assert_int_equal(look(store, "P5.o1", rows[i].on).n, rows[i].n);
	assert_false(look(store, "P5.o1", "2023-11-30").has_value); /* not signed yet */
	assert_int_equal(look(store, "P5.o2", "2024-06-30").n, 1);
	network_close(store);
}

static void targets_by_day(void **state)
{
	relais_store *store = network();
	finding f;

	(void)state;
	tell(store, "(1, 2, '2024-03-10', 'demande', 'A2', 'A', 9)");
	run(store,
		"INSERT INTO target (resolution, indicator, level, from_period) VALUES"
		" ('A2', '', 'office', '2024'), ('A2', '', 'office', '2024-T2');"
		"INSERT INTO target_version (target_id, known_from, until_period, value, sense)"
		" VALUES (1, 1, '2024', '33.333333', NULL), (2, 1, NULL, '50', 'down');");
	f = look(store, "A2.o1", "2024-03-31");
	assert_non_null(f.target);
	assert_true(f.has_reached); /* 33.333333 is at least that */
	f = look(store, "A2.o1", "2024-04-01");
	assert_int_equal(f.target->value.units, 50);
	assert_true(f.has_reached); /* at most */
	assert_null(look(store, "A2.o1", "2023-12-31").target);
	network_close(store);
}

/* The list is cut at its commas, and has both levels for every resolution. */
static void list(void **state)
{
	const char *table = (const char *)relais_share_evidence;

	(void)state;
	assert_null(strchr(table, '"'));
	for (const char *line = table; line && *line;) {
		const char *end = strchr(line, '\n');
		int commas = 0;

		for (const char *p = line; p < end; p++)
			commas += *p == ',';
		assert_int_equal(commas, 11);
		line = end ? end + 1 : NULL;
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(windows),
		cmocka_unit_test(staleness), cmocka_unit_test(missing_is_not_zero),
		cmocka_unit_test(offices_of_a_share), cmocka_unit_test(agreements),
		cmocka_unit_test(targets_by_day), cmocka_unit_test(list) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
