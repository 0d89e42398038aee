/* SPDX-License-Identifier: MIT
 * A network in a private store, built with SQL, and answers as CSV text: what the tests of
 * the questions share.
 */
#ifndef TESTS_NETWORK_H
#define TESTS_NETWORK_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <relais.h>

#include "../../lib/base/date.h"
#include "../../lib/base/number.h"
#include "../../lib/base/period.h"
#include "../../lib/base/text.h"
#include "../../lib/store/connect.h"
#include "../../lib/store/store.h"

static const char network_catalogue[] =
	"INSERT INTO batch (batch_id, received_on, source, kind) VALUES"
	" (1, '2020-01-01', 'catalogue', 'indicators');"
	"CREATE TEMP TABLE def (code TEXT, decimals INT, type TEXT, per TEXT, offices TEXT, time TEXT,"
	" weight TEXT, num TEXT, den TEXT, factor INT, derived INT);"
	"INSERT INTO def VALUES"
	" ('offices_nb', 0, 'count', 'M/Y', 'sum', 'last', NULL, 'register:offices', NULL, 1, 1),"
	" ('jours_ouverture', 0, 'duration', 'Y', 'mean', 'last', NULL, NULL, NULL, 1, 0),"
	" ('heures_ouverture', 2, 'duration', 'M', 'sum', 'sum', NULL, NULL, NULL, 1, 0),"
	" ('etp_total', 2, 'fte', 'Y', 'sum', 'last', NULL, NULL, NULL, 1, 0),"
	" ('direction_pourvue', 0, 'flag', 'Y', 'share', 'last', NULL, NULL, NULL, 1, 0),"
	" ('contacts_guichet', 0, 'count', 'M', 'sum', 'sum', NULL, NULL, NULL, 1, 0),"
	" ('contacts_etrangers', 0, 'count', 'M', 'sum', 'sum', NULL, NULL, NULL, 1, 0),"
	" ('part_etrangers', 6, 'percent', 'M', 'ratio', 'ratio', NULL, 'contacts_etrangers',"
	"  'contacts_guichet', 100, 1),"
	" ('contacts_hors_murs', 0, 'count', 'M', 'sum', 'sum', NULL, NULL, NULL, 1, 0),"
	" ('demandes_telephone', 0, 'count', 'M', 'sum', 'sum', NULL, NULL, NULL, 1, 0),"
	" ('demandes_total', 0, 'count', 'M', 'sum', 'sum', NULL,"
	"  'contacts_guichet+?contacts_hors_murs+demandes_telephone', NULL, 1, 1),"
	" ('contacts_par_heure', 6, 'ratio', 'M', 'ratio', 'ratio', NULL, 'contacts_guichet',"
	"  'heures_ouverture', 1, 1),"
	" ('abonnes_sociaux', 0, 'count', 'M', 'sum', 'last', NULL, NULL, NULL, 1, 0),"
	" ('avis_nb', 0, 'count', 'M', 'sum', 'sum', NULL, NULL, NULL, 1, 0),"
	" ('note_satisfaction', 2, 'score', 'M', 'wmean', 'wmean', 'avis_nb', NULL, NULL, 1, 0),"
	" ('part_offices_classes', 6, 'percent', 'M/Y', 'ratio', 'last', NULL, 'register:classes',"
	"  'register:offices', 100, 1);"
	"INSERT INTO indicator (code, decimals) SELECT code, decimals FROM def ORDER BY rowid;"
	"INSERT INTO indicator_version (indicator_id, known_from, rank, label_fr, label_en, type,"
	" periodicity, over_offices, over_time, weight, numerator, denominator, factor, derived)"
	" SELECT i.indicator_id, 1, d.rowid, 'fr ' || code, 'en ' || code, type, per, offices, time,"
	" weight, num, den, factor, derived FROM def AS d JOIN indicator AS i USING (code);"
	"DROP TABLE def;";

static inline void run(relais_store *store, const char *sql)
{
	relais_error err = { 0 };

	if (store_execute(store, sql, &err) != RELAIS_OK)
		fail_msg("%s\n in %s", err.text, sql);
}

static inline relais_store *network_open(void)
{
	relais_error err = { 0 };
	relais_store *store;

	if (store_connect(&store, NULL, RELAIS_PRIVATE, &err) != RELAIS_OK)
		fail_msg("%s", err.text);
	run(store, network_catalogue);
	return store;
}

/* Closed by the store's own way: tests hold nothing else of it. */
static inline void network_close(relais_store *store)
{
	store_disconnect(store);
}

/* A batch received that day. */
static inline void batch(relais_store *store, int id, const char *received_on)
{
	char sql[200];

	snprintf(sql, sizeof sql,
		"INSERT INTO batch (batch_id, received_on, source, kind) VALUES"
		" (%d, '%s', 'file%d.csv', 'observations')",
		id, received_on, id);
	run(store, sql);
}

/* A setting known from batch 1. */
static inline void set(relais_store *store, const char *name, const char *value)
{
	char sql[400];

	snprintf(sql, sizeof sql,
		"INSERT INTO setting (code) VALUES ('%s');"
		"INSERT INTO setting_version (setting_id, known_from, value)"
		" SELECT setting_id, 1, '%s' FROM setting WHERE code = '%s'",
		name, value, name);
	run(store, sql);
}

/* An office known from batch 1; `more` are further columns of office_version: "epci='X'". */
static inline void office_add(relais_store *store, const char *code, const char *more)
{
	char sql[600];

	snprintf(sql, sizeof sql,
		"INSERT INTO office (code) VALUES ('%s');"
		"INSERT INTO office_version (office_id, known_from, name)"
		" SELECT office_id, 1, 'Office ' || code FROM office WHERE code = '%s';"
		"UPDATE office_version SET known_until = known_until%s%s"
		" WHERE office_id = (SELECT office_id FROM office WHERE code = '%s');",
		code, code, *more ? ", " : "", more, code);
	run(store, sql);
}

/* `value`: decimal text, or a state letter z m n d. A second figure for the same place
 * replaces the first, which becomes superseded by `by`. */
static inline void observe(relais_store *store, int by, const char *office,
	const char *indicator, const char *period, const char *value)
{
	static const char letters[] = "vzmnd";
	const char *letter = value[1] ? NULL : strchr(letters + 1, value[0]);
	char sql[1500], units[32] = "NULL";
	relais_period p;
	number n = { 0, 0 };
	char place[400];

	assert_true(period_read(period, strlen(period), &p));
	snprintf(place, sizeof place,
		"WHERE indicator_id = (SELECT indicator_id FROM indicator WHERE code = '%s')"
		" AND period = %d"
		" AND office_id = (SELECT office_id FROM office WHERE code = '%s')",
		indicator, (int)p, office);
	if (!letter) {
		assert_true(number_from_text(value, &n));
		snprintf(units, sizeof units, "%lld", (long long)n.units);
	}
	snprintf(sql, sizeof sql,
		"INSERT INTO superseded SELECT figure_id, %d, value, state,"
		" batch_id, line FROM observation %s AND batch_id <> %d;"
		"DELETE FROM observation %s;"
		"INSERT INTO observation SELECT (i.indicator_id << 48) | (%d << 30) | o.office_id,"
		" %s * CAST(pow10 AS INTEGER), %d, %d, 7 FROM office AS o, (SELECT *,"
		" CASE decimals - %d WHEN 0 THEN 1 WHEN 1 THEN 10 WHEN 2 THEN 100 END AS pow10"
		" FROM indicator) AS i WHERE o.code = '%s' AND i.code = '%s'",
		by, place, by, place, (int)p, units, letter ? (int)(letter - letters) : 0, by,
		n.decimals, office, indicator);
	run(store, sql);
}

static inline relais_question question_of(const char *span)
{
	relais_question q = { .as_of = RELAIS_NO_DAY };
	relais_error err = { 0 };

	assert_true(day_make(2030, 1, 1, &q.today));
	if (span && relais_span_parse(span, q.today, &q.span, &err) != RELAIS_OK)
		fail_msg("%s", err.text);
	return q;
}

static inline relais_day day(const char *iso)
{
	relais_day out;

	assert_true(day_read(iso, strlen(iso), &out));
	return out;
}

typedef relais_status asking(
	relais_store *, const relais_question *, relais_rows **, relais_error *);

/* The rows as CSV without header (nothing needs quotes here); "error: …" when refused. */
static inline void answer(text *out, relais_store *store, asking *ask, const relais_question *q)
{
	relais_error err = { 0 };
	relais_rows *rows = NULL;
	relais_row row;
	relais_status rc = ask(store, q, &rows, &err);

	text_clear(out);
	while (rc == RELAIS_OK && (rc = relais_rows_next(rows, &row, &err)) == RELAIS_OK)
		for (size_t i = 0; i < row.count; i++) {
			text_add(out, row.cells[i] ? row.cells[i] : "");
			text_add_char(out, i + 1 < row.count ? ',' : '\n');
		}
	if (rc != RELAIS_END)
		text_addf(out, "error %d: %s", (int)rc, err.text);
	relais_rows_close(rows);
}

static inline void expect_at(relais_store *store, asking *ask, const relais_question *q,
	const char *expected, const char *file, int line)
{
	text got = { 0 };

	answer(&got, store, ask, q);
	if (strcmp(text_str(&got), expected) != 0) {
		print_error("%s:%d: expected\n%s\nbut was\n%s\n", file, line, expected,
			text_str(&got));
		text_free(&got);
		fail();
	}
	text_free(&got);
}
#define expect(store, ask, q, expected) expect_at(store, ask, q, expected, __FILE__, __LINE__)

/* The answer is an error that says these words. */
static inline void expect_error(
	relais_store *store, asking *ask, const relais_question *q, const char *words)
{
	text got = { 0 };

	answer(&got, store, ask, q);
	if (strncmp(text_str(&got), "error", 5) != 0 || !strstr(text_str(&got), words))
		fail_msg("expected an error with '%s', but was: %s", words, text_str(&got));
	text_free(&got);
}

#define LIST(...) ((const char *const[]){ __VA_ARGS__, NULL })

#endif
