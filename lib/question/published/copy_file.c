/* SPDX-License-Identifier: MIT
 * The file of a published copy: see copy.h. Figures are put in as they were told; of the registers, what a note
 * tells; nothing of what is withheld is read here at all.
 */
#include <stdio.h>
#include <string.h>

#include "../../base/error.h"
#include "../../base/words.h"
#include "../../store/plain.h"
#include "../sql.h"
#include "../study/inside.h"
#include "copy.h"
#include "edition.h"

extern const unsigned char relais_sql_copy[];

enum { AT_SECTION, AT_FIGURE, AT_INDICATOR, AT_GROUP, AT_PERIOD, AT_VALUE, AT_FLAG };

static const char add_told[] = "INSERT INTO told VALUES"
			       " (:indicator, :period, :level, :part, :value, :flag,"
			       "  :offices, :expected, :coverage)";
static const char add_named[] =
	"INSERT INTO named VALUES (:part, :indicator, :period, :value, :flag)";

/* ---- figures --------------------------------------------------------------------------------- */

typedef struct filling {
	relais_store *plain;
	stmt *told, *named;
	bool is_begun; /* told has a row that waits for its other figures */
	int64_t hidden;
} filling;

static relais_status end_row(filling *f, relais_error *err)
{
	bool is_begun = f->is_begun;

	f->is_begun = false;
	return is_begun ? stmt_run(f->told, err) : RELAIS_OK;
}

static void begin_row(stmt *s, const char *const *cells)
{
	stmt_bind_text(s, ":indicator", cells[AT_INDICATOR]);
	stmt_bind_text(s, ":part", cells[AT_GROUP]);
	stmt_bind_text(s, ":period", cells[AT_PERIOD]);
	stmt_bind_text(s, ":value", cells[AT_VALUE]);
	stmt_bind_text(s, ":flag", cells[AT_FLAG]);
}

/* A level, then the number of offices and what else there is of it. */
static relais_status put_figure(filling *f, const char *const *cells, relais_error *err)
{
	relais_status rc;

	if (!strcmp(cells[AT_SECTION], COPY_NAMED)) {
		begin_row(f->named, cells);
		return stmt_run(f->named, err);
	}
	if (!strcmp(cells[AT_FIGURE], "level")) {
		if ((rc = end_row(f, err)) != RELAIS_OK)
			return rc;
		begin_row(f->told, cells);
		stmt_bind_text(f->told, ":level", cells[AT_SECTION]);
		stmt_bind_null(f->told, ":coverage");
		f->is_begun = true;
		f->hidden += strchr(cells[AT_FLAG], 's') != NULL;
	} else if (!strcmp(cells[AT_FIGURE], "offices")) {
		stmt_bind_text(f->told, ":offices", cells[AT_VALUE]);
	} else if (!strcmp(cells[AT_FIGURE], "expected")) {
		stmt_bind_text(f->told, ":expected", cells[AT_VALUE]);
	} else {
		stmt_bind_text(f->told, ":coverage", cells[AT_VALUE]);
	}
	return RELAIS_OK;
}

static relais_status put_figures(filling *f, const record_origin *from, relais_error *err)
{
	const char *cells[RECORD_CELLS];
	relais_status rc = stmt_prepare(&f->told, f->plain, add_told, err);

	if (rc == RELAIS_OK)
		rc = stmt_prepare(&f->named, f->plain, add_named, err);
	while (rc == RELAIS_OK && from->next(from->self, cells))
		rc = put_figure(f, cells, err);
	if (rc == RELAIS_OK)
		rc = end_row(f, err);
	stmt_free(f->told);
	stmt_free(f->named);
	return rc;
}

/* ---- registers ------------------------------------------------------------------------------- */

/* The rows of one statement into another, column for column. */
static relais_status pour(stmt *from, stmt *into, relais_error *err)
{
	relais_status rc;

	while ((rc = stmt_step(from, err)) == RELAIS_OK) {
		for (int i = 0; i < stmt_columns(from); i++)
			stmt_bind_text_at(into, i + 1, stmt_text(from, i));
		if ((rc = stmt_run(into, err)) != RELAIS_OK)
			return rc;
	}
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

static relais_status put_register(relais_store *store, relais_store *plain, int64_t known,
	const char *question, const char *insert, relais_error *err)
{
	stmt *from = NULL, *into = NULL;
	relais_status rc = stmt_prepare(&from, store, question, err);

	if (rc == RELAIS_OK)
		rc = stmt_prepare(&into, plain, insert, err);
	if (rc == RELAIS_OK) {
		stmt_bind_int(from, ":known", known);
		rc = pour(from, into, err);
	}
	stmt_free(from);
	stmt_free(into);
	return rc;
}

/* Figures come first: of the indicators those that are told. */
static relais_status put_registers(
	relais_store *store, relais_store *plain, int64_t known, relais_error *err)
{
	static const char add_indicator[] =
		"INSERT INTO indicator SELECT ?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12\n"
		" WHERE EXISTS (SELECT 1 FROM told WHERE indicator = ?1)";
	relais_status rc = put_register(store, plain, known, SQL(copy_territories),
		"INSERT INTO territory VALUES (?1,?2,?3,?4)", err);

	if (rc == RELAIS_OK)
		rc = put_register(store, plain, known, SQL(copy_offices),
			"INSERT INTO office VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10)", err);
	if (rc == RELAIS_OK)
		rc = put_register(
			store, plain, known, SQL(copy_indicators), add_indicator, err);
	return rc;
}

/* ---- what it is ------------------------------------------------------------------------------ */

static relais_status say(stmt *s, const char *name, const char *value, relais_error *err)
{
	if (!value || !*value)
		return RELAIS_OK;
	stmt_bind_text_at(s, 1, name);
	stmt_bind_text_at(s, 2, value);
	return stmt_run(s, err);
}

static relais_status put_about(relais_store *store, relais_store *plain,
	const relais_question *q, int64_t hidden, relais_error *err)
{
	char made[16], known[16] = "", from[16], to[16], count[24];
	const char *hint = words(q->lang,
		N_("value is empty and flag has an s where the figure would tell that of one office: what is withheld is not in this file; flags and methods: rt-observatory(1), rt-methods(7)"));
	edition e;
	stmt *s;
	relais_status rc = edition_read(&e, store, q->as_of, err);

	if (rc != RELAIS_OK)
		return rc;
	relais_day_print(q->today, made);
	if (e.known_on != RELAIS_NO_DAY)
		relais_day_print(e.known_on, known);
	relais_period_print(q->span.from, from);
	relais_period_print(q->span.to, to);
	snprintf(count, sizeof count, "%lld", (long long)hidden);
	if ((rc = stmt_prepare(&s, plain, "INSERT INTO about VALUES (?1, ?2)", err)) !=
		RELAIS_OK)
		return rc;
	const char *const lines[][2] = { { "made_on", made }, { "known_on", known },
		{ "network", e.network },
		{ "licence", relais_store_setting(store, "network_licence", q->as_of) },
		{ "diffusion", q->diffusion == RELAIS_PUBLIC ? "public" : "reseau" },
		{ "from", from }, { "to", to }, { "version", relais_version() },
		{ "hidden", count }, { "hint", hint } };

	for (size_t i = 0; rc == RELAIS_OK && i < sizeof lines / sizeof *lines; i++)
		rc = say(s, lines[i][0], lines[i][1], err);
	stmt_free(s);
	return rc;
}

static relais_status fill(relais_store *store, filling *f, const relais_question *question,
	const record_origin *from, relais_error *err)
{
	relais_status rc = store_execute(f->plain, "BEGIN", err);

	if (rc == RELAIS_OK)
		rc = put_figures(f, from, err);
	if (rc == RELAIS_OK)
		rc = put_registers(store, f->plain, from->last_batch, err);
	if (rc == RELAIS_OK)
		rc = put_about(store, f->plain, question, f->hidden, err);
	return rc == RELAIS_OK ? store_execute(f->plain, "COMMIT", err) : rc;
}

relais_status copy_write(relais_store *store, const relais_question *question,
	const record_origin *from, FILE *out, relais_error *err)
{
	filling f = { .hidden = 0 };
	relais_status rc = plain_new(&f.plain, (const char *)relais_sql_copy, err);

	if (rc != RELAIS_OK)
		return rc;
	store_look_back(store, from->last_batch, store_editions_before(store));
	rc = fill(store, &f, question, from, err);
	store_look_at_all(store);
	if (rc == RELAIS_OK)
		rc = plain_write(f.plain, out, err);
	plain_free(f.plain);
	return rc;
}
