/* SPDX-License-Identifier: MIT
 * Lists by name, for the relais itself: what each office asks for, and whom to write to about a session.
 */
#include <string.h>

#include "../../base/error.h"
#include "../../base/map.h"
#include "../../base/suggest.h"
#include "../../base/text.h"
#include "../../base/words.h"
#include "../../store/store.h"
#include "../sql.h"
#include "ask.h"
#include "needs.h"

static const relais_column of_needs[] = { { "year", N_("Year"), RELAIS_CODE },
	{ "office", N_("Office"), RELAIS_CODE }, { "name", N_("Name"), RELAIS_TEXT },
	{ "theme", N_("Theme"), RELAIS_TEXT }, { "category", N_("Category"), RELAIS_CODE },
	{ "regime", N_("Regime"), RELAIS_CODE }, { "trainees", N_("Trainees"), RELAIS_COUNT },
	{ "days", N_("Days"), RELAIS_NUMBER },
	{ "resolutions", N_("Resolutions"), RELAIS_TEXT },
	{ "note", N_("Note"), RELAIS_TEXT } };
static const relais_column of_convocations[] = { { "session", N_("Session"), RELAIS_CODE },
	{ "title", N_("Title"), RELAIS_TEXT }, { "begins", N_("From"), RELAIS_DATE },
	{ "ends", N_("Until"), RELAIS_DATE }, { "hours", N_("Hours"), RELAIS_NUMBER },
	{ "place", N_("Place"), RELAIS_TEXT }, { "provider", N_("Provider"), RELAIS_TEXT },
	{ "office", N_("Office"), RELAIS_CODE }, { "name", N_("Name"), RELAIS_TEXT },
	{ "email", N_("E-mail"), RELAIS_TEXT }, { "seats", N_("Seats reserved"), RELAIS_COUNT },
	{ "categories", N_("Categories"), RELAIS_TEXT } };

/* What is kept of these on a narrow terminal. */
static const char in_short[] =
	"office theme | category title:24 begins name:24 seats trainees days email";

/* ---- Needs ------------------------------------------------------------------------- */

/* Columns as q_needs.sql lists them. */
static void put_need(rowlist *list, const office *o, int year, const stmt *s)
{
	rowlist_count(list, year);
	rowlist_text(list, o->code);
	rowlist_text(list, o->name);
	rowlist_text(list, stmt_text(s, 1));
	rowlist_text(list, stmt_text(s, 2));
	rowlist_text(list, *stmt_text(s, 3) ? stmt_text(s, 3) : NULL);
	rowlist_count(list, stmt_int(s, 4));
	for (int i = 5; i < 8; i++)
		rowlist_text(list, stmt_is_null(s, i) ? NULL : stmt_text(s, i));
	rowlist_end_row(list);
}

static relais_status put_needs(const training *t, relais_store *store, const relais_question *q,
	int year, rowlist *list, relais_error *err)
{
	stmt *s;
	relais_status rc = stmt_prepare(&s, store, SQL(needs), err);

	if (rc != RELAIS_OK)
		return rc;
	stmt_bind_int(s, ":known", t->known);
	stmt_bind_int(s, ":year", year);
	while ((rc = stmt_step(s, err)) == RELAIS_OK) {
		const office *o = roster_office(&t->roster, stmt_text(s, 0));

		if (o && need_is_asked(q, o, stmt_text(s, 6)))
			put_need(list, o, year, s);
	}
	stmt_free(s);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

relais_status ask_training_needs(relais_store *store, const relais_question *q,
	const relais_training *how, relais_rows **out, relais_error *err)
{
	training t;
	rowlist *list;
	relais_status rc;

	if ((rc = check_interne(q, err)) != RELAIS_OK ||
		(rc = training_open(&t, store, q, err)) != RELAIS_OK)
		return rc;
	list = rowlist_new(of_needs, sizeof of_needs / sizeof *of_needs);
	rc = list ? put_needs(&t, store, q, how->year, list, err) : fail_memory(err);
	training_close(&t);
	if (rc == RELAIS_OK)
		return rows_with_main(out, in_short, rowlist_rows(list, out, err));
	rowlist_free(list);
	return rc;
}

/* ---- Convocations ------------------------------------------------------------------- */

static relais_status find_course(
	const training *t, const char *code, const course **out, relais_error *err)
{
	suggestions near;
	char hint[400];

	for (size_t i = 0; i < t->course_count; i++)
		if (strcmp(t->courses[i].code, code) == 0) {
			*out = &t->courses[i];
			return RELAIS_OK;
		}
	suggest_start(&near, code);
	for (size_t i = 0; i < t->course_count; i++)
		suggest_offer(&near, t->courses[i].code, t->courses[i].title);
	suggest_print(&near, t->lang, hint, sizeof hint);
	return fail(err, RELAIS_E_USAGE, "unknown session '%s'%s", code, hint);
}

/* code → position of the address in `memory`, kept there. */
static relais_status read_emails(
	training *t, relais_store *store, map *by_code, relais_error *err)
{
	stmt *s;
	relais_status rc = stmt_prepare(&s, store, SQL(emails), err);

	if (rc != RELAIS_OK)
		return rc;
	stmt_bind_int(s, ":known", t->known);
	while ((rc = stmt_step(s, err)) == RELAIS_OK) {
		const char *code = stmt_text(s, 0);
		const char *kept = arena_string(&t->memory, stmt_text(s, 1));

		if (!kept || !map_put(by_code, code, strlen(code), (int64_t)(intptr_t)kept)) {
			rc = fail_memory(err);
			break;
		}
	}
	stmt_free(s);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

static void put_office(rowlist *list, const course *c, const office *o, const char *email,
	int64_t seats, const char *categories)
{
	rowlist_text(list, c->code);
	rowlist_text(list, c->title);
	rowlist_day(list, c->begins);
	rowlist_day(list, c->ends);
	put_amount(list, c->hours);
	rowlist_text(list, c->place);
	rowlist_text(list, c->provider);
	rowlist_text(list, o->code);
	rowlist_text(list, o->name);
	rowlist_text(list, email);
	rowlist_count(list, seats);
	rowlist_text(list, categories);
	rowlist_end_row(list);
}

/* One row for an office, whatever the categories of its people: it is written to once. */
static void put_offices(const training *t, const course *c, const map *emails, rowlist *list)
{
	size_t end = c->first + c->count;

	for (size_t from = c->first, to; from < end; from = to) {
		const office *o = &t->roster.offices[t->seatings[from].office];
		text categories = { 0 };
		int64_t seats = 0, email = 0;

		for (to = from; to < end && t->seatings[to].office == t->seatings[from].office;
			to++) {
			const seating *e = &t->seatings[to];

			if (!e->is_asked || e->enrolled == 0)
				continue;
			seats += e->enrolled;
			text_addf(&categories, "%s%s %lld", categories.length ? ", " : "",
				e->category, (long long)e->enrolled);
		}
		map_get(emails, o->code, strlen(o->code), &email);
		if (seats > 0)
			put_office(list, c, o, (const char *)(intptr_t)email, seats,
				text_str(&categories));
		text_free(&categories);
	}
}

static relais_status put_convocations(
	training *t, relais_store *store, const char *code, rowlist **list, relais_error *err)
{
	const course *c = NULL;
	map emails = { 0 };
	relais_status rc;

	if ((rc = find_course(t, code, &c, err)) != RELAIS_OK)
		return rc;
	if (course_is_off(c))
		return fail(err, RELAIS_E_USAGE,
			"the session '%s' was called off: nobody is to come to it", code);
	rc = read_emails(t, store, &emails, err);
	if (rc == RELAIS_OK && !(*list = rowlist_new(of_convocations,
					 sizeof of_convocations / sizeof *of_convocations)))
		rc = fail_memory(err);
	if (rc == RELAIS_OK)
		put_offices(t, c, &emails, *list);
	map_free(&emails);
	return rc;
}

relais_status ask_training_convocations(relais_store *store, const relais_question *q,
	const relais_training *how, relais_rows **out, relais_error *err)
{
	training t;
	rowlist *list = NULL;
	relais_status rc;

	if ((rc = check_interne(q, err)) != RELAIS_OK ||
		(rc = training_open(&t, store, q, err)) != RELAIS_OK)
		return rc;
	rc = put_convocations(&t, store, how->session, &list, err);
	training_close(&t);
	if (rc == RELAIS_OK)
		return rows_with_main(out, in_short, rowlist_rows(list, out, err));
	rowlist_free(list);
	return rc;
}
