/* SPDX-License-Identifier: MIT
 * C2.8: what a month was made of, and the months that Easter ties together.
 */
#include "network.h"

#include "../../lib/question/calendar/calendar.h"

static relais_status ask(
	relais_store *store, const relais_question *q, relais_rows **out, relais_error *err)
{
	return relais_ask_calendar(store, q, false, out, err);
}

static void holidays_add(relais_store *store, const char *type, const char *zone,
	const char *from, const char *until)
{
	char sql[500];

	snprintf(sql, sizeof sql,
		"INSERT INTO calendar (type, zone, label, begins_on)"
		" VALUES ('%s', '%s', 'Printemps', '%s');"
		"INSERT INTO calendar_version (calendar_id, known_from, ends_on)"
		" SELECT max(calendar_id), 1, nullif('%s', '') FROM calendar;",
		type, zone, from, until);
	run(store, sql);
}

static void easter_ties_months(void **state)
{
	static const struct {
		const char *asked, *together; /* "": what is asked for is enough */
	} cases[] = {
		{ "2024-02", "" },
		{ "2024-03", "2024-03..2024-04" }, /* C2.8: 31 March and 1 April; 9, 10 April */
		{ "2024-04", "2024-03..2024-04" },
		{ "2024-05", "" }, /* Ascension, Whitsun: May in both years */
		{ "2024-03..2024-04", "" }, { "2024-T1", "2024-01..2024-04" },
		{ "2024-S1", "" }, { "2024", "" }, { "2025-04", "2025-03..2025-04" },
		{ "2025-06", "2025-05..2025-06" }, /* Whitsun: 19 May 2024, 8 June 2025 */
		{ "2026-03", "" }, /* 5 April after 20 April */
		{ "2026-05", "2026-05..2026-06" },
		{ "2027-03", "2027-03..2027-04" }, /* 28 March */
		{ "2008-04", "2008-03..2008-04" }, /* 23 March after 8 April */
		{ "2011-05", "2011-05..2011-06" }, /* Ascension: 2 June after 13 May */
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		relais_span asked = question_of(cases[i].asked).span, got;
		char from[16] = "", to[16] = "", said[40] = "";

		got = easter_together((relais_span){
			period_months(asked.from).from, period_months(asked.to).to });
		if (got.from) {
			relais_period_print(got.from, from);
			relais_period_print(got.to, to);
			snprintf(said, sizeof said, "%s..%s", from, to);
		}
		if (strcmp(said, cases[i].together) != 0)
			fail_msg("%s: %s", cases[i].asked, said);
	}
}

/* Spring holidays of C2.8. */
static void school_holidays(void **state)
{
	relais_store *store = network_open();
	relais_question q = question_of("2025-04");

	(void)state;
	holidays_add(store, "school", "C", "2024-04-06", "2024-04-21");
	holidays_add(store, "school", "A", "2024-04-20", "2024-05-05");
	holidays_add(store, "school", "C", "2025-04-12", "2025-04-28");
	holidays_add(store, "school", "A", "2025-04-19", "2025-05-05");
	holidays_add(store, "school", "A", "2025-07-05", "2025-08-31");
	expect(store, ask, &q,
		"2025-04,days,,30,30,0,,\n"
		"2025-04,weekend_days,,8,8,0,,\n"
		"2025-04,public_holidays,,1,1,0,,lundi_paques 2025-04-21\n"
		"2025-04,bridges,,0,0,0,,\n"
		"2025-04,working_days,,21,21,0,,\n"
		"2025-04,easter,,2,1,1,2025-03..2025-04,paques 2025-04-20; lundi_paques 2025-04-21\n"
		"2025-04,school_holidays,A,12,11,1,,Printemps 2025-04-19..2025-05-05\n"
		"2025-04,school_holidays,C,17,16,1,,Printemps 2025-04-12..2025-04-28\n");
	q = question_of("2025-06"); /* between two holidays of A: none; of C nothing is known */
	expect(store, ask, &q,
		"2025-06,days,,30,30,0,,\n"
		"2025-06,weekend_days,,9,10,-1,,\n"
		"2025-06,public_holidays,,1,0,1,,lundi_pentecote 2025-06-09\n"
		"2025-06,bridges,,0,0,0,,\n"
		"2025-06,working_days,,20,20,0,,\n"
		"2025-06,easter,,2,0,2,2025-05..2025-06,pentecote 2025-06-08; lundi_pentecote 2025-06-09\n"
		"2025-06,school_holidays,A,0,,,,\n"
		"2025-06,school_holidays,C,,,,,\n");
	network_close(store);
}

/* Holidays of everywhere are those of every zone, and days are counted once. */
static void overlapping(void **state)
{
	relais_store *store = network_open();
	relais_error err = { 0 };
	calendar c;
	int days;

	(void)state;
	holidays_add(store, "school", "A", "2024-07-01", "2024-07-10");
	holidays_add(store, "school", "", "2024-07-06", "2024-07-20");
	holidays_add(store, "school", "B", "2024-07-02", "2024-07-04");
	holidays_add(store, "event", "A", "2024-07-25", "2024-07-26");
	holidays_add(store, "school", "A", "2024-07-31", "");
	assert_int_equal(calendar_load(&c, store, 1, &err), RELAIS_OK);
	assert_int_equal(c.zone_count, 2);
	assert_true(calendar_school_days(&c, "A", day("2024-07-01"), day("2024-07-31"), &days));
	assert_int_equal(days, 21);
	assert_true(calendar_school_days(&c, "B", day("2024-07-01"), day("2024-07-31"), &days));
	assert_int_equal(days, 18);
	assert_true(calendar_school_days(&c, "B", day("2024-07-08"), day("2024-07-09"), &days));
	assert_int_equal(days, 2);
	assert_false(
		calendar_school_days(&c, "A", day("2024-08-01"), day("2024-08-31"), &days));
	calendar_free(&c);
	network_close(store);
}

/* An event and the one of its name a year before are one row. */
static void events(void **state)
{
	relais_store *store = network_open();
	relais_question q = question_of("2024-07");
	text got = { 0 };

	(void)state;
	holidays_add(store, "event", "", "2023-07-08", "2023-07-09");
	holidays_add(store, "event", "", "2024-07-12", "2024-07-14");
	holidays_add(store, "event", "X", "2023-07-31", "2023-08-02");
	answer(&got, store, ask, &q);
	assert_non_null(strstr(text_str(&got),
		"2024-07,event,,3,2,1,,Printemps 2024-07-12..2024-07-14\n"
		"2024-07,event,X,,1,,,Printemps\n"));
	text_free(&got);
	network_close(store);
}

/* The law of Alsace and Moselle holds where offices asked for are. */
static void alsace_moselle(void **state)
{
	relais_store *store = network_open();
	relais_question q = question_of("2024-03");
	text got = { 0 };

	(void)state;
	office_add(store, "A", "departement='67'");
	office_add(store, "B", "departement='88'");
	answer(&got, store, ask, &q);
	assert_non_null(strstr(text_str(&got),
		"2024-03,public_holidays,,0,0,0,,\n"
		"2024-03,bridges,,0,0,0,,\n"
		"2024-03,working_days,,21,23,-2,,\n"
		"2024-03,public_holidays,alsace_moselle,1,0,1,,vendredi_saint 2024-03-29\n"));
	q.offices = LIST("B");
	answer(&got, store, ask, &q);
	assert_null(strstr(text_str(&got), "alsace_moselle"));
	text_free(&got);
	network_close(store);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(easter_ties_months),
		cmocka_unit_test(school_holidays),
		cmocka_unit_test(overlapping),
		cmocka_unit_test(events),
		cmocka_unit_test(alsace_moselle),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
