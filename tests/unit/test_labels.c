/* SPDX-License-Identifier: MIT
 * C1: every rule of the law of labels, with days on both sides of each border.
 */
#include "network.h"

#include "../../lib/model/label.h"
#include "../../lib/question/labels/labels.h"

enum { COLUMNS = 16 };

static relais_day day_or_none(const char *iso)
{
	return iso && *iso ? day(iso) : RELAIS_NO_DAY;
}

/* A store of our own with the offices A … E, and communes' labels beside. */
static relais_store *store_open(void)
{
	relais_error err = { 0 };
	relais_store *store;

	if (relais_store_open(&store, NULL, RELAIS_PRIVATE, NULL, &err) != RELAIS_OK)
		fail_msg("%s", err.text);
	run(store,
		"INSERT INTO batch (batch_id, received_on, source, kind) VALUES"
		" (900, '2010-01-01', 'register', 'offices');"
		"INSERT INTO office (code) VALUES ('A'), ('B'), ('C'), ('D'), ('E');"
		"INSERT INTO office_version (office_id, known_from, name, insee)"
		" SELECT office_id, 900, 'Office ' || code, '9900' || office_id FROM office;");
	return store;
}

typedef struct award {
	const char *office, *holder, *scheme, *level, *decided, *grid, *complete, *filed,
		*until, *withdrawn, *injunction, *basis, *covered_by;
} award;

/* The rule that refuses it; "": it was taken. */
static void record(relais_store *store, const award *a, const char *today, char rule[32])
{
	static const char *const names[] = { "office", "holder", "scheme", "level",
		"decided_on", "grid", "complete_on", "filed_on", "valid_until", "withdrawn_on",
		"injunction_on", "basis", "covered_by" };
	const char *const said[] = { a->office, a->holder, a->scheme, a->level, a->decided,
		a->grid, a->complete, a->filed, a->until, a->withdrawn, a->injunction, a->basis,
		a->covered_by };
	const char *columns[COLUMNS], *values[COLUMNS];
	relais_import_options options = { .today = day(today) };
	relais_summary summary = { .read = 0 };
	relais_error err = { 0 };
	size_t count = 0;

	for (size_t i = 0; i < sizeof said / sizeof *said; i++)
		if (said[i]) {
			columns[count] = names[i];
			values[count++] = said[i];
		}
	rule[0] = '\0';
	if (relais_record(store, "labels", count, columns, values, &options, &summary, &err) !=
		RELAIS_OK) {
		if (!*err.rule)
			fail_msg("%s", err.text);
		snprintf(rule, 32, "%s", err.rule);
	}
}

static void taken(relais_store *store, award a, const char *today)
{
	char rule[32];

	record(store, &a, today, rule);
	if (*rule)
		fail_msg("%s %s: %s", a.scheme, a.decided ? a.decided : "", rule);
}

static void what_can_be_awarded(void **state)
{
	static const struct {
		award a;
		const char *rule, *grid;
	} cases[] = {
		/* C1.1: grids by date of classement */
		{ { .office = "A",
			  .scheme = "classement",
			  .level = "III",
			  .decided = "2019-06-30" },
			"", "2010" },
		{ { .office = "A",
			  .scheme = "classement",
			  .level = "III",
			  .decided = "2019-07-01" },
			"category-gone", 0 },
		{ { .office = "A",
			  .scheme = "classement",
			  .level = "III",
			  .decided = "2019-07-01",
			  .complete = "2019-06-30" },
			"", "2010" },
		{ { .office = "A",
			  .scheme = "classement",
			  .level = "III",
			  .decided = "2019-08-15",
			  .complete = "2019-07-01" },
			"category-gone", 0 },
		{ { .office = "A",
			  .scheme = "classement",
			  .level = "II",
			  .decided = "2019-06-30" },
			"", "2010" },
		{ { .office = "A",
			  .scheme = "classement",
			  .level = "II",
			  .decided = "2019-07-01" },
			"", "2019" },
		{ { .office = "A",
			  .scheme = "classement",
			  .level = "I",
			  .decided = "2019-07-01",
			  .complete = "2019-06-30" },
			"", "2010" },
		{ { .office = "A",
			  .scheme = "classement",
			  .level = "I",
			  .decided = "2019-07-02",
			  .complete = "2019-07-01" },
			"", "2019" },
		{ { .office = "A",
			  .scheme = "classement",
			  .level = "II",
			  .decided = "2019-06-30",
			  .grid = "2019" },
			"grid-mismatch", 0 },
		{ { .office = "A",
			  .scheme = "classement",
			  .level = "II",
			  .decided = "2019-07-01",
			  .grid = "2010" },
			"grid-mismatch", 0 },
		{ { .office = "A",
			  .scheme = "classement",
			  .level = "II",
			  .decided = "2019-07-01",
			  .grid = "2010",
			  .complete = "2019-06-30" },
			"", "2010" },
		{ { .office = "A",
			  .scheme = "classement",
			  .level = "I",
			  .decided = "2010-11-11" },
			"label-too-early", 0 },
		{ { .office = "A",
			  .scheme = "classement",
			  .level = "I",
			  .decided = "2010-11-12" },
			"", "2010" },
		{ { .office = "A",
			  .scheme = "classement",
			  .level = "IV",
			  .decided = "2022-01-01" },
			"unknown-level", 0 },
		{ { .office = "A",
			  .scheme = "classement",
			  .level = "cat. 1",
			  .decided = "2022-01-01" },
			"", "2019" },
		{ { .office = "A", .scheme = "classement", .decided = "2022-01-01" },
			"missing-value", 0 },
		/* C1.7: the last day of Qualité Tourisme, the first of what follows it */
		{ { .office = "A", .scheme = "qualite_tourisme", .decided = "2024-08-31" }, "",
			0 },
		{ { .office = "A", .scheme = "qualite_tourisme", .decided = "2024-09-01" },
			"label-closed", 0 },
		{ { .office = "A",
			  .scheme = "destination_excellence",
			  .decided = "2024-04-30" },
			"label-too-early", 0 },
		{ { .office = "A",
			  .scheme = "destination_excellence",
			  .decided = "2024-05-01" },
			"", 0 },
		/* C1.8: Tourisme & Handicap from two deficiencies on */
		{ { .office = "A",
			  .scheme = "tourisme_handicap",
			  .level = "moteur",
			  .decided = "2022-01-01" },
			"unknown-level", 0 },
		{ { .office = "A",
			  .scheme = "tourisme_handicap",
			  .level = "moteur, mental",
			  .decided = "2022-01-01" },
			"", 0 },
		{ { .holder = "M-1",
			  .scheme = "meuble_tourisme",
			  .level = "5 étoiles",
			  .decided = "2022-01-01" },
			"", 0 },
		{ { .holder = "M-1",
			  .scheme = "meuble_tourisme",
			  .level = "6",
			  .decided = "2022-01-01" },
			"unknown-level", 0 },
		/* who may hold what */
		{ { .holder = "99001",
			  .scheme = "classement",
			  .level = "I",
			  .decided = "2022-01-01" },
			"label-holder", 0 },
		{ { .office = "A", .scheme = "commune_touristique", .decided = "2022-01-01" },
			"label-holder", 0 },
		{ { .office = "A",
			  .holder = "99001",
			  .scheme = "qualite_tourisme",
			  .decided = "2022-01-01" },
			"label-holder", 0 },
		{ { .scheme = "accueil_velo", .decided = "2022-01-01" }, "label-holder", 0 },
		/* days that cannot be */
		{ { .office = "A", .scheme = "accueil_velo", .decided = "2026-01-02" },
			"future-date", 0 },
		{ { .office = "A", .scheme = "accueil_velo", .decided = "2026-01-01" }, "", 0 },
		{ { .office = "A", .scheme = "accueil_velo" }, "label-without-day", 0 },
		{ { .office = "A", .scheme = "accueil_velo", .filed = "2025-12-01" }, "", 0 },
		{ { .office = "A",
			  .scheme = "classement",
			  .level = "I",
			  .decided = "2022-01-01",
			  .complete = "2022-01-02" },
			"complete-after-decision", 0 },
		{ { .office = "A",
			  .scheme = "classement",
			  .level = "I",
			  .decided = "2022-01-02",
			  .filed = "2022-01-01" },
			"filed-before-decision", 0 },
		{ { .office = "A",
			  .scheme = "classement",
			  .level = "I",
			  .decided = "2022-01-02",
			  .until = "2022-01-01" },
			"ends-before-start", 0 },
		{ { .office = "A",
			  .scheme = "autre",
			  .level = "Famille",
			  .decided = "2022-01-01" },
			"label-without-term", 0 },
		{ { .office = "A",
			  .scheme = "autre",
			  .level = "Famille",
			  .decided = "2022-01-01",
			  .until = "2025-01-01" },
			"", 0 },
		{ { .office = "A",
			  .scheme = "accueil_velo",
			  .decided = "2022-01-01",
			  .basis = "eco" },
			"label-basis", 0 },
		/* C1.8: lodgings by the decree of 2 August 2010 */
		{ { .holder = "M-1",
			  .scheme = "meuble_tourisme",
			  .level = "3",
			  .decided = "2010-08-01" },
			"label-too-early", 0 },
		{ { .holder = "M-1",
			  .scheme = "meuble_tourisme",
			  .level = "3",
			  .decided = "2010-08-02" },
			"", 0 },
		/* a day that no calendar has */
		{ { .office = "A", .scheme = "accueil_velo", .decided = "2023-02-29" },
			"bad-date", 0 },
		{ { .office = "A", .scheme = "accueil_velo", .decided = "2024-02-29" }, "", 0 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		relais_question q = question_of("2025");
		relais_store *store = store_open();
		relais_error err = { 0 };
		char rule[32];
		labels l;

		record(store, &cases[i].a, "2026-01-01", rule);
		if (strcmp(rule, cases[i].rule) != 0)
			fail_msg("case %zu, %s %s: '%s', not '%s'", i, cases[i].a.scheme,
				cases[i].a.decided ? cases[i].a.decided : "", rule,
				cases[i].rule);
		q.today = day("2026-01-01");
		assert_int_equal(labels_open(&l, store, &q, &err), RELAIS_OK);
		if (cases[i].grid)
			assert_string_equal(l.all[0].grid, cases[i].grid);
		labels_close(&l);
		relais_store_close(store);
	}
}

/* The award, and its last day. */
static void until_when(void **state)
{
	static const struct {
		award a;
		const char *end;
	} cases[] = {
		/* C1.2: five and twelve years, the day before the anniversary */
		{ { .office = "A",
			  .scheme = "classement",
			  .level = "I",
			  .decided = "2020-03-15" },
			"2025-03-14" },
		{ { .office = "A",
			  .scheme = "classement",
			  .level = "I",
			  .decided = "2020-01-01" },
			"2024-12-31" },
		{ { .office = "A",
			  .scheme = "classement",
			  .level = "I",
			  .decided = "2020-03-01" },
			"2025-02-28" },
		{ { .office = "A",
			  .scheme = "classement",
			  .level = "I",
			  .decided = "2019-03-01" },
			"2024-02-29" },
		{ { .office = "A",
			  .scheme = "classement",
			  .level = "I",
			  .decided = "2024-02-28" },
			"2029-02-27" },
		{ { .office = "A",
			  .scheme = "classement",
			  .level = "I",
			  .decided = "2024-02-29" },
			"2029-02-27" }, /* as the 28th */
		{ { .office = "A",
			  .scheme = "classement",
			  .level = "II",
			  .decided = "2024-03-01" },
			"2029-02-28" },
		{ { .office = "A",
			  .scheme = "classement",
			  .level = "III",
			  .decided = "2019-06-30" },
			"2024-06-29" },
		{ { .holder = "99001",
			  .scheme = "commune_touristique",
			  .decided = "2021-11-05" },
			"2026-11-04" },
		{ { .holder = "99001", .scheme = "station_classee", .decided = "2016-02-29" },
			"2028-02-28" },
		{ { .holder = "99001", .scheme = "station_classee", .decided = "2014-02-28" },
			"2026-02-27" },
		{ { .office = "A",
			  .scheme = "classement",
			  .level = "I",
			  .decided = "2020-03-15",
			  .until = "2025-06-30" },
			"2025-06-30" }, /* the decision says so */
		/* C1.7: 3 then 5 years, and nothing outlives the mark */
		{ { .office = "A", .scheme = "qualite_tourisme", .decided = "2017-12-31" },
			"2020-12-30" },
		{ { .office = "A", .scheme = "qualite_tourisme", .decided = "2018-01-01" },
			"2022-12-31" },
		{ { .office = "A", .scheme = "qualite_tourisme", .decided = "2019-09-01" },
			"2024-08-31" },
		{ { .office = "A", .scheme = "qualite_tourisme", .decided = "2019-09-02" },
			"2024-12-31" },
		{ { .office = "A", .scheme = "qualite_tourisme", .decided = "2020-01-01" },
			"2024-12-31" },
		{ { .office = "A", .scheme = "qualite_tourisme", .decided = "2020-01-02" },
			"2025-01-01" },
		{ { .office = "A", .scheme = "qualite_tourisme", .decided = "2021-12-31" },
			"2026-12-30" },
		{ { .office = "A", .scheme = "qualite_tourisme", .decided = "2022-01-01" },
			"2026-12-31" },
		{ { .office = "A", .scheme = "qualite_tourisme", .decided = "2022-01-02" },
			"2026-12-31" },
		{ { .office = "A", .scheme = "qualite_tourisme", .decided = "2023-03-15" },
			"2026-12-31" },
		{ { .office = "A",
			  .scheme = "destination_excellence",
			  .decided = "2024-05-01" },
			"2029-04-30" },
		/* C1.8 */
		{ { .holder = "M-1",
			  .scheme = "meuble_tourisme",
			  .level = "3",
			  .decided = "2024-02-29" },
			"2029-02-27" },
		{ { .office = "A",
			  .scheme = "tourisme_handicap",
			  .level = "moteur visuel",
			  .decided = "2021-03-18" },
			"2026-03-17" },
		{ { .office = "A", .scheme = "accueil_velo", .decided = "2022-10-17" },
			"2025-10-16" },
		{ { .office = "A", .scheme = "accueil_velo", .decided = "2020-02-29" },
			"2023-02-27" },
		{ { .office = "A", .scheme = "accueil_velo", .decided = "2021-03-01" },
			"2024-02-29" },
		{ { .holder = "99001",
			  .scheme = "commune_touristique",
			  .decided = "2024-02-29" },
			"2029-02-27" },
		{ { .holder = "99001", .scheme = "station_classee", .decided = "2016-03-01" },
			"2028-02-29" },
		{ { .office = "A", .scheme = "qualite_tourisme", .decided = "2024-08-31" },
			"2026-12-31" },
		{ { .office = "A", .scheme = "qualite_tourisme", .decided = "2020-02-29" },
			"2025-02-27" },
		{ { .office = "A",
			  .scheme = "destination_excellence",
			  .decided = "2024-08-31" },
			"2029-08-30" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		relais_question q = question_of("2025");
		relais_store *store = store_open();
		relais_error err = { 0 };
		const char *holder = cases[i].a.office ? cases[i].a.office : cases[i].a.holder;
		char end[16];
		labels l;

		taken(store, cases[i].a, "2026-01-01");
		q.today = day("2026-01-01");
		assert_int_equal(labels_open(&l, store, &q, &err), RELAIS_OK);
		relais_day_print(labels_end(&l, holder, cases[i].a.scheme), end);
		if (strcmp(end, cases[i].end) != 0)
			fail_msg("%s of %s ends on %s, not %s", cases[i].a.scheme,
				cases[i].a.decided, end, cases[i].end);
		assert_null(labels_valid(
			&l, holder, cases[i].a.scheme, NULL, day(cases[i].a.decided) - 1));
		assert_non_null(labels_valid(
			&l, holder, cases[i].a.scheme, NULL, day(cases[i].a.decided)));
		assert_non_null(
			labels_valid(&l, holder, cases[i].a.scheme, NULL, day(cases[i].end)));
		assert_null(labels_valid(
			&l, holder, cases[i].a.scheme, NULL, day(cases[i].end) + 1));
		labels_close(&l);
		relais_store_close(store);
	}
}

/* Destination d'excellence by the eco pillar lasts what was left of Qualité Tourisme. */
static void what_takes_over(void **state)
{
	static const struct {
		const char *before, *decided, *basis, *end;
	} cases[] = {
		{ "2023-03-15", "2025-02-14", "eco", "2028-03-14" },
		{ "2023-03-15", "2025-02-14", "complet", "2030-02-13" },
		{ "2023-03-15", "2025-02-14", NULL, "2030-02-13" },
		{ NULL, "2025-02-14", "eco", "" }, /* nobody knows what was left */
		{ "2018-02-14", "2025-02-14", "eco", "" }, /* nothing was left */
		{ "2020-02-29", "2025-02-27", "eco", "2025-02-27" }, /* its last day */
		{ "2020-02-29", "2025-02-28", "eco", "" }, /* the day after */
		{ "2024-02-29", "2025-02-14", "eco", "2029-02-27" },
		{ "2024-08-31", "2024-09-01", "eco", "2029-08-30" },
		/* the mark ends, whatever its term was; what takes over goes on to the term */
		{ "2024-08-31", "2026-12-31", "eco", "2029-08-30" },
		{ "2024-08-31", "2027-01-01", "eco", "" },
		/* rights that the end of 2024 was given: its last day, and the next */
		{ "2019-09-02", "2024-11-15", "eco", "2024-12-31" },
		{ "2019-09-02", "2024-12-31", "eco", "2024-12-31" },
		{ "2019-09-02", "2025-01-01", "eco", "" },
		{ "2019-09-01", "2024-09-01", "eco", "" }, /* over the day before */
		{ "2020-02-29", "2024-02-29", "complet", 0 }, /* before it began */
		{ NULL, "2024-05-01", "complet", "2029-04-30" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		relais_question q = question_of("2025");
		relais_store *store = store_open();
		relais_error err = { 0 };
		char end[16], rule[32];
		labels l;

		if (cases[i].before)
			taken(store,
				(award){ .office = "A",
					.scheme = "qualite_tourisme",
					.decided = cases[i].before },
				"2027-06-01");
		record(store,
			&(award){ .office = "A",
				.scheme = "destination_excellence",
				.decided = cases[i].decided,
				.basis = cases[i].basis },
			"2027-06-01", rule);
		if (strcmp(rule, cases[i].end ? "" : "label-too-early") != 0)
			fail_msg("case %zu: '%s'", i, rule);
		if (!cases[i].end) {
			relais_store_close(store);
			continue;
		}
		q.today = day("2027-06-01");
		assert_int_equal(labels_open(&l, store, &q, &err), RELAIS_OK);
		relais_day_print(labels_end(&l, "A", "destination_excellence"), end);
		if (strcmp(end, cases[i].end) != 0)
			fail_msg("case %zu ends on '%s', not '%s'", i, end, cases[i].end);
		labels_close(&l);
		relais_store_close(store);
	}
}

static const label *the_one(const labels *l)
{
	for (size_t i = 0; i < l->count; i++)
		if (!strcmp(l->all[i].carrier, "A") && label_is_current(&l->all[i]))
			return &l->all[i];
	return NULL;
}

/* A classement of 2020-03-15 ends on 2025-03-14: its state, and the next step. */
static void what_it_is_worth(void **state)
{
	static const struct {
		const char *today, *filed, *complete, *withdrawn, *injunction, *state, *next;
	} cases[] = {
		{ "2024-03-15", 0, 0, 0, 0, "valide", "rappel_12 2024-03-15" },
		{ "2024-03-16", 0, 0, 0, 0, "valide", "rappel_9 2024-06-15" },
		{ "2024-06-16", 0, 0, 0, 0, "valide", "rappel_6 2024-09-15" },
		{ "2024-09-14", 0, 0, 0, 0, "valide", "rappel_6 2024-09-15" }, /* 181 days */
		{ "2024-09-15", 0, 0, 0, 0, "a_echeance", "rappel_6 2024-09-15" }, /* 180 */
		{ "2024-09-16", 0, 0, 0, 0, "a_echeance", "depot 2024-11-15" },
		{ "2024-11-15", 0, 0, 0, 0, "a_echeance", "depot 2024-11-15" },
		{ "2024-11-16", 0, 0, 0, 0, "a_echeance", "depot 2024-11-15" }, /* late */
		{ "2025-03-14", 0, 0, 0, 0, "a_echeance", "depot 2024-11-15" },
		{ "2025-03-15", 0, 0, 0, 0, "expire", "demande" },
		/* a file that is deposited extends nothing */
		{ "2024-10-31", "2024-10-31", 0, 0, 0, "en_renouvellement",
			"pieces 2024-12-31" },
		{ "2024-10-30", "2024-10-31", 0, 0, 0, "a_echeance", "depot 2024-11-15" },
		{ "2025-01-01", "2024-10-31", 0, 0, 0, "en_renouvellement",
			"echeance 2025-03-14" },
		{ "2025-03-14", "2024-10-31", 0, 0, 0, "en_renouvellement",
			"echeance 2025-03-14" },
		{ "2025-03-15", "2024-10-31", 0, 0, 0, "expire", "demande" },
		{ "2025-01-05", "2024-10-31", "2024-12-31", 0, 0, "en_renouvellement",
			"decision 2025-02-28" },
		{ "2025-03-15", "2024-10-31", "2025-01-31", 0, 0, "expire",
			"decision 2025-03-31" },
		/* two months from the end of a month, of a leap year and not */
		{ "2024-01-02", "2023-12-31", 0, 0, 0, "en_renouvellement",
			"pieces 2024-02-29" },
		{ "2025-01-02", "2024-12-31", 0, 0, 0, "en_renouvellement",
			"pieces 2025-02-28" },
		{ "2025-02-28", "2024-12-31", 0, 0, 0, "en_renouvellement",
			"pieces 2025-02-28" },
		{ "2024-02-29", "2023-12-31", "2023-12-31", 0, 0, "en_renouvellement",
			"decision 2024-02-29" },
		{ "2025-03-01", "2024-12-31", 0, 0, 0, "en_renouvellement",
			"echeance 2025-03-14" },
		/* an injunction has three months, and comes first */
		{ "2024-03-15", 0, 0, 0, "2023-11-30", "valide", "conformite 2024-02-29" },
		{ "2024-03-15", 0, 0, 0, "2024-03-16", "valide", "rappel_12 2024-03-15" },
		{ "2024-03-14", 0, 0, "2024-03-15", 0, "valide", "rappel_12 2024-03-15" },
		{ "2024-03-15", 0, 0, "2024-03-15", 0, "radie", "demande" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		relais_question q = question_of("2025");
		relais_store *store = store_open();
		relais_error err = { 0 };
		const label *one;
		char iso[16], next[40];
		labels l;

		taken(store,
			(award){ .office = "A",
				.scheme = "classement",
				.level = "II",
				.decided = "2020-03-15",
				.filed = cases[i].complete ? NULL : cases[i].filed,
				.withdrawn = cases[i].withdrawn,
				.injunction = cases[i].injunction },
			"2026-01-01");
		if (cases[i].complete)
			taken(store,
				(award){ .office = "A",
					.scheme = "classement",
					.filed = cases[i].filed,
					.complete = cases[i].complete },
				"2026-01-01");
		q.today = day(cases[i].today);
		assert_int_equal(labels_open(&l, store, &q, &err), RELAIS_OK);
		one = the_one(&l);
		relais_day_print(one->next_on, iso);
		snprintf(next, sizeof next, *iso ? "%s %s" : "%s%s", one->next, iso);
		if (strcmp(label_state_codes[one->state], cases[i].state) != 0 ||
			strcmp(next, cases[i].next) != 0)
			fail_msg("on %s (case %zu): %s, %s", cases[i].today, i,
				label_state_codes[one->state], next);
		labels_close(&l);
		relais_store_close(store);
	}
}

/* C1.5: A goes into B. */
static void after_a_merger(void **state)
{
	static const struct {
		const char *day, *level_a, *level_b, *filed_b, *until; /* "": nothing to ask */
	} cases[] = {
		{ "2025-01-01", "I", "II", NULL, "2025-05-01" },
		{ "2024-10-31", "I", "II", NULL, "2025-02-28" },
		{ "2023-10-31", "I", "II", NULL, "2024-02-29" },
		{ "2025-03-31", "I", "II", NULL, "2025-07-31" },
		{ "2025-04-30", "I", "II", NULL, "2025-08-30" },
		{ "2025-07-31", "I", NULL, NULL, "2025-11-30" },
		{ "2025-01-01", "II", "II", NULL, "" }, /* kept until its term */
		{ "2025-01-01", "II", "I", NULL, "2025-05-01" }, /* its perimeter grows */
		{ "2025-01-01", NULL, NULL, NULL, "" },
		{ "2025-01-01", "I", "II", "2025-02-01", "" }, /* asked for */
		{ "2025-01-01", "I", "II", "2024-12-31", "2025-05-01" }, /* of before it */
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		relais_question q = question_of("2025");
		relais_store *store = store_open();
		relais_error err = { 0 };
		char sql[300], until[16] = "";
		labels l;

		if (cases[i].level_a)
			taken(store,
				(award){ .office = "A",
					.scheme = "classement",
					.level = cases[i].level_a,
					.decided = "2022-06-01" },
				"2026-01-01");
		if (cases[i].level_b)
			taken(store,
				(award){ .office = "B",
					.scheme = "classement",
					.level = cases[i].level_b,
					.decided = "2022-06-01",
					.filed = cases[i].filed_b },
				"2026-01-01");
		snprintf(sql, sizeof sql,
			"INSERT INTO event (batch_id, line, happened_on, type, office, becomes)"
			" VALUES (900, 1, '%s', 'absorption', 'A', 'B');"
			"UPDATE office_version SET merged_into = 'B',"
			" closed_on = date('%s', '-1 day')"
			" WHERE office_id = (SELECT office_id FROM office WHERE code = 'A');",
			cases[i].day, cases[i].day);
		run(store, sql);
		q.today = day("2026-01-01");
		assert_int_equal(labels_open(&l, store, &q, &err), RELAIS_OK);
		for (size_t d = 0; d < l.deadline_count; d++)
			if (!strcmp(l.deadlines[d].what, "maintien") &&
				!l.deadlines[d].is_met) {
				relais_day_print(l.deadlines[d].day, until);
				assert_string_equal(l.deadlines[d].office, "B");
			}
		if (strcmp(until, cases[i].until) != 0)
			fail_msg("merged on %s (case %zu): '%s', not '%s'", cases[i].day, i,
				until, cases[i].until);
		labels_close(&l);
		relais_store_close(store);
	}
}

/* C1.5: which event asks that category I be kept, and for how long it is asked. */
static void which_event_asks(void **state)
{
	static const struct {
		const char *type, *decided, *happened, *today;
		bool asks, is_late;
	} cases[] = {
		{ "extension_perimetre", "2022-06-01", "2025-08-31", "2025-12-31", true,
			false },
		{ "extension_perimetre", "2022-06-01", "2025-08-31", "2026-01-01", true, true },
		{ "extension_perimetre", "2022-06-01", "2025-10-31", "2026-02-28", true,
			false },
		{ "extension_perimetre", "2022-06-01", "2025-10-31", "2026-03-01", true, true },
		{ "extension_perimetre", "2022-06-01", "2025-08-31", "2025-08-30", false,
			false }, /* to come */
		{ "extension_perimetre", "2022-06-01", "2025-08-31", "2025-08-31", true,
			false },
		{ "extension_perimetre", "2020-09-02", "2025-08-31", "2025-09-01", true,
			false }, /* its last day */
		{ "extension_perimetre", "2020-09-02", "2025-08-31", "2025-09-02", false,
			false }, /* over */
		{ "reduction_perimetre", "2022-06-01", "2025-08-31", "2025-09-01", false,
			false },
		{ "changement_statut", "2022-06-01", "2025-08-31", "2025-09-01", false, false },
		{ "transfert_collectivite", "2022-06-01", "2025-08-31", "2025-09-01", false,
			false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		relais_question q = question_of("2025");
		relais_store *store = store_open();
		relais_error err = { 0 };
		bool asks = false, is_late = false;
		char sql[200];
		labels l;

		taken(store,
			(award){ .office = "A",
				.scheme = "classement",
				.level = "I",
				.decided = cases[i].decided },
			"2026-06-01");
		snprintf(sql, sizeof sql,
			"INSERT INTO event (batch_id, line, happened_on, type, office)"
			" VALUES (900, 1, '%s', '%s', 'A');",
			cases[i].happened, cases[i].type);
		run(store, sql);
		q.today = day(cases[i].today);
		assert_int_equal(labels_open(&l, store, &q, &err), RELAIS_OK);
		for (size_t d = 0; d < l.deadline_count; d++)
			if (!strcmp(l.deadlines[d].what, "maintien")) {
				asks = true;
				is_late = l.deadlines[d].day < q.today;
			}
		if (asks != cases[i].asks || is_late != cases[i].is_late)
			fail_msg("%s of %s on %s (case %zu): asked %d, late %d", cases[i].type,
				cases[i].happened, cases[i].today, i, asks, is_late);
		labels_close(&l);
		relais_store_close(store);
	}
}

/* C1.5: the file to keep category I, and what silence makes of it. */
static void silence_is_acceptance(void **state)
{
	static const struct {
		const char *filed, *today, *next;
	} cases[] = {
		{ "2025-08-31", "2025-10-31", "acceptation 2025-10-31" },
		{ "2025-08-31", "2025-11-01", "rappel_12 2026-06-01" },
		{ "2025-12-31", "2026-01-01", "acceptation 2026-02-28" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		relais_question q = question_of("2025");
		relais_store *store = store_open();
		relais_error err = { 0 };
		bool told = false;
		labels l;

		taken(store,
			(award){ .office = "A",
				.scheme = "classement",
				.level = "I",
				.decided = "2022-06-01",
				.filed = cases[i].filed },
			"2026-01-01");
		run(store, "INSERT INTO event (batch_id, line, happened_on, type, office)"
			   " VALUES (900, 1, '2025-08-01', 'extension_perimetre', 'A');");
		q.today = day(cases[i].today);
		assert_int_equal(labels_open(&l, store, &q, &err), RELAIS_OK);
		for (size_t d = 0; d < l.deadline_count; d++) {
			char iso[16], said[40];

			relais_day_print(l.deadlines[d].day, iso);
			snprintf(said, sizeof said, "%s %s", l.deadlines[d].what, iso);
			told = told || (!strcmp(said, cases[i].next) &&
					       (!l.deadlines[d].is_met || i == 1));
		}
		if (!told)
			fail_msg("case %zu: no %s", i, cases[i].next);
		labels_close(&l);
		relais_store_close(store);
	}
}

/* C1.4: what cannot stand without the classement of A. */
static void what_is_endangered(void **state)
{
	static const struct {
		const char *level, *decided, *commune, *station, *endangers;
	} cases[] = {
		{ "I", "2021-06-01", "2021-06-02", NULL, "commune_touristique:99100" },
		{ "I", "2021-06-01", "2021-06-01", NULL, "" }, /* both end on one day */
		{ "I", "2021-06-01", NULL, "2020-01-01", "station_classee:99100" },
		{ "I", "2021-06-01", NULL, "2013-01-01", "" }, /* over */
		{ "II", "2025-06-01", "2021-06-02", "2020-01-01", "station_classee:99100" },
		{ "II", "2021-06-01", "2021-06-02", "2020-01-01",
			"commune_touristique:99100 station_classee:99100" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		const char *const schemes[] = { "commune_touristique", "station_classee" };
		const char *const days[] = { cases[i].commune, cases[i].station };
		relais_question q = question_of("2025");
		relais_store *store = store_open();
		relais_error err = { 0 };
		labels l;

		taken(store,
			(award){ .office = "A",
				.scheme = "classement",
				.level = cases[i].level,
				.decided = cases[i].decided },
			"2026-01-01");
		for (size_t k = 0; k < 2; k++)
			if (days[k])
				taken(store,
					(award){ .holder = "99100",
						.scheme = schemes[k],
						.decided = days[k],
						.covered_by = "A" },
					"2026-01-01");
		q.today = day("2026-01-01");
		assert_int_equal(labels_open(&l, store, &q, &err), RELAIS_OK);
		if (strcmp(the_one(&l)->endangers, cases[i].endangers) != 0)
			fail_msg("case %zu: '%s'", i, the_one(&l)->endangers);
		labels_close(&l);
		relais_store_close(store);
	}
}

static void months_are_counted_as_people_do(void **state)
{
	static const struct {
		const char *from;
		int months;
		const char *to;
	} cases[] = {
		{ "2024-01-31", 1, "2024-02-29" },
		{ "2025-01-31", 1, "2025-02-28" },
		{ "2025-02-28", 1, "2025-03-28" },
		{ "2024-10-31", 4, "2025-02-28" },
		{ "2025-03-15", -12, "2024-03-15" },
		{ "2025-03-31", -1, "2025-02-28" },
		{ "2025-01-15", -1, "2024-12-15" },
		{ "2024-02-29", 60, "2029-02-28" },
		{ "2024-02-29", 48, "2028-02-29" },
		{ "9999-12-01", 1, "" },
		{ "0001-01-31", -1, "" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		relais_day got = day_add_months(day(cases[i].from), cases[i].months);

		if (got != day_or_none(cases[i].to))
			fail_msg("%s and %d months", cases[i].from, cases[i].months);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(months_are_counted_as_people_do),
		cmocka_unit_test(what_can_be_awarded),
		cmocka_unit_test(until_when),
		cmocka_unit_test(what_takes_over),
		cmocka_unit_test(what_it_is_worth),
		cmocka_unit_test(after_a_merger),
		cmocka_unit_test(which_event_asks),
		cmocka_unit_test(silence_is_acceptance),
		cmocka_unit_test(what_is_endangered),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
