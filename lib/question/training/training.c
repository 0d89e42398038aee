/* SPDX-License-Identifier: MIT
 * Sessions and enrolments read as known, restricted as asked.
 */
#include "../../base/grow.h"
#include "training.h"

#include <stdlib.h>
#include <string.h>

#include "../../base/date.h"
#include "../../base/error.h"
#include "../../base/text.h"
#include "../../model/kind_training.h"
#include "../../store/store.h"
#include "../programme/status.h"
#include "../sql.h"

/* Columns as q_sessions.sql lists them. */
enum { Q_SEATS = 10, Q_ANSWERS, Q_DAYS, Q_HOURS, Q_SATISFACTION, Q_TEACHING, Q_OTHERS, Q_PAID };

static amount amount_at(const stmt *s, int column)
{
	amount out = { 0, false };
	number n;

	if (!stmt_is_null(s, column) && number_from_text(stmt_text(s, column), &n) &&
		number_rescale(n, NUMBER_MAX_DECIMALS, &n, NULL))
		out = (amount){ n.units, true };
	return out;
}

static relais_day day_at(const stmt *s, int column, relais_day otherwise)
{
	const char *iso = stmt_text(s, column);
	relais_day day;

	return iso && day_read(iso, strlen(iso), &day) ? day : otherwise;
}

/* Hours as said, else 7 for each day; the rules of import keep them small enough. */
static amount hours_of(amount hours, amount days)
{
	if (hours.is_known || !days.is_known)
		return hours;
	return (amount){ days.units * HOURS_A_DAY, true };
}

static bool take_course(training *t, course *c, const stmt *s)
{
	const char **const strings[] = { &c->code, &c->title, &c->theme, &c->resolutions,
		&c->state, NULL, NULL, &c->place, &c->territory, &c->provider };

	*c = (course){ .begins = day_at(s, 5, RELAIS_NO_DAY),
		.seats = stmt_is_null(s, Q_SEATS) ? -1 : stmt_int(s, Q_SEATS),
		.answers = stmt_int(s, Q_ANSWERS),
		.days = amount_at(s, Q_DAYS),
		.satisfaction = amount_at(s, Q_SATISFACTION),
		.teaching = amount_at(s, Q_TEACHING),
		.others = amount_at(s, Q_OTHERS),
		.is_asked = true };
	c->ends = day_at(s, 6, c->begins);
	c->hours = hours_of(amount_at(s, Q_HOURS), c->days);
	for (int f = 0; f < FUNDERS; f++)
		c->paid[f] = amount_at(s, Q_PAID + f);
	for (int n = 0; n < (int)(sizeof strings / sizeof *strings); n++)
		if (strings[n] && !arena_keep(&t->memory, strings[n], stmt_text(s, n)))
			return false;
	return true;
}

static relais_status read_courses(training *t, map *by_code, stmt *s, relais_error *err)
{
	relais_status rc;

	while ((rc = stmt_step(s, err)) == RELAIS_OK) {
		void *list = t->courses;
		course *c = list_next(&list, t->course_count, sizeof *c);

		t->courses = list;
		if (!c || !take_course(t, c, s) ||
			!map_put(by_code, c->code, strlen(c->code), (int64_t)t->course_count))
			return fail_memory(err);
		t->course_count++;
	}
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

/* Columns as q_enrolments.sql lists them. */
static bool take_seating(training *t, seating *e, const stmt *s)
{
	*e = (seating){ .enrolled = stmt_int(s, 4),
		.came = stmt_int(s, 4) - stmt_int(s, 5),
		.hours = hours_of(amount_at(s, 6), amount_at(s, 7)),
		.is_asked = true };
	return arena_keep(&t->memory, &e->category, stmt_text(s, 2)) &&
	       (e->regime = arena_string(&t->memory, stmt_text(s, 3))) != NULL;
}

static relais_status read_seatings(training *t, const map *by_code, stmt *s, relais_error *err)
{
	relais_status rc;

	while ((rc = stmt_step(s, err)) == RELAIS_OK) {
		const char *code = stmt_text(s, 0);
		const office *o = roster_office(&t->roster, stmt_text(s, 1));
		int64_t at;
		void *list = t->seatings;
		seating *e;

		if (!o || !map_get(by_code, code, strlen(code), &at))
			continue; /* taken back since */
		e = list_next(&list, t->seating_count, sizeof *e);
		t->seatings = list;
		if (!e || !take_seating(t, e, s))
			return fail_memory(err);
		e->course = (size_t)at;
		e->office = o->office_of >= 0
				    ? (size_t)o->office_of /* of a bureau: its office */
				    : (size_t)(o - t->roster.offices);
		if (!e->hours.is_known)
			e->hours = t->courses[at].hours;
		t->seating_count++;
	}
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

static relais_status read_all(training *t, relais_store *store, relais_error *err)
{
	map by_code = { 0 };
	stmt *sessions = NULL, *enrolments = NULL;
	relais_status rc;

	if ((rc = stmt_prepare(&sessions, store, SQL(sessions), err)) == RELAIS_OK &&
		(rc = stmt_prepare(&enrolments, store, SQL(enrolments), err)) == RELAIS_OK) {
		stmt_bind_int(sessions, ":known", t->known);
		stmt_bind_int(enrolments, ":known", t->known);
		rc = read_courses(t, &by_code, sessions, err);
		if (rc == RELAIS_OK)
			rc = read_seatings(t, &by_code, enrolments, err);
	}
	stmt_free(sessions);
	stmt_free(enrolments);
	map_free(&by_code);
	return rc;
}

static int by_course(const void *a, const void *b)
{
	const seating *x = a, *y = b;

	if (x->course != y->course)
		return x->course < y->course ? -1 : 1;
	if (x->office != y->office)
		return x->office < y->office ? -1 : 1;
	return strcmp(x->category, y->category) ? strcmp(x->category, y->category)
						: strcmp(x->regime, y->regime);
}

void training_join(training *t, int (*in_order)(const void *, const void *))
{
	if (t->seating_count)
		qsort(t->seatings, t->seating_count, sizeof *t->seatings, in_order);
	for (size_t i = 0; i < t->seating_count; i++) {
		course *c = &t->courses[t->seatings[i].course];

		if (c->count++ == 0)
			c->first = i;
	}
}

static bool serves_any(const course *c, const char *const *resolutions)
{
	for (; *resolutions; resolutions++)
		if (course_serves(c, *resolutions))
			return true;
	return false;
}

/* Of the offices asked for, what they had trainees in. */
static void restrict_to(training *t, const relais_question *q)
{
	t->is_restricted = q->offices || q->territories || q->members_only;
	for (size_t i = 0; i < t->course_count; i++) {
		course *c = &t->courses[i];
		bool any = !t->is_restricted;

		for (size_t e = c->first; e < c->first + c->count; e++) {
			const office *o = &t->roster.offices[t->seatings[e].office];

			t->seatings[e].is_asked = o->is_named && o->is_inside &&
						  (!q->members_only || o->is_member);
			any = any || t->seatings[e].is_asked;
		}
		c->is_asked = any && (!q->resolutions || serves_any(c, q->resolutions));
	}
}

/* An unknown resolution is a fault with candidates. */
static relais_status check_resolutions(
	relais_store *store, const relais_question *question, relais_error *err)
{
	status s;
	relais_status rc;

	if (!question->resolutions)
		return RELAIS_OK;
	if ((rc = status_open(&s, store, question, err)) == RELAIS_OK)
		status_close(&s);
	return rc;
}

relais_status training_open(
	training *t, relais_store *store, const relais_question *question, relais_error *err)
{
	relais_status rc;

	*t = (training){ .lang = question->lang,
		.day = question->as_of == RELAIS_NO_DAY ? question->today : question->as_of };
	if ((rc = check_resolutions(store, question, err)) == RELAIS_OK &&
		(rc = store_batch_as_of(store, question->as_of, &t->known, err)) == RELAIS_OK &&
		(rc = roster_load(&t->roster, store, t->known, err)) == RELAIS_OK &&
		(rc = roster_select(&t->roster, question, err)) == RELAIS_OK)
		rc = read_all(t, store, err);
	if (rc != RELAIS_OK) {
		training_close(t);
		return rc;
	}
	training_join(t, by_course);
	restrict_to(t, question);
	return RELAIS_OK;
}

void training_close(training *t)
{
	free(t->courses);
	free(t->seatings);
	roster_free(&t->roster);
	arena_free(&t->memory);
	*t = (training){ 0 };
}
