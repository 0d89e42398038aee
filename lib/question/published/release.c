/* SPDX-License-Identifier: MIT
 * See release.h. Every day that brought something after the first note may have had a note of
 * its own: the days are gone through in order, and what is told moves on only when what would
 * move satisfies the rule. As all of it depends on the store alone, two questions of one
 * period, and two editions of one note, tell the same.
 */
#include "release.h"

#include <stdlib.h>
#include <string.h>

#include "../../base/date.h"
#include "../../base/error.h"
#include "../../base/period.h"
#include "../measure/frame.h"
#include "../measure/tally.h"
#include "consent.h"

#define NEVER INT32_MAX

static int by_period_then_day(const void *a, const void *b)
{
	const early_note *x = a, *y = b;

	if (x->period != y->period)
		return x->period < y->period ? -1 : 1;
	return (x->day > y->day) - (x->day < y->day);
}

static bool add_period(release_plan *p, relais_period period, relais_day day)
{
	early_note *list = realloc(p->early, (p->early_count + 1) * sizeof *p->early);

	if (!list)
		return false;
	p->early = list;
	p->early[p->early_count++] = (early_note){ period, day };
	return true;
}

/* What is told of a span is told of every period inside, whatever its length: a review of a year of its months
 * and quarters, a copy of two years of both years. */
static bool add_early(release_plan *p, relais_span span, relais_day day)
{
	relais_span months = { period_months(span.from).from, period_months(span.to).to };
	bool fits = true;

	for (period_length length = LENGTH_MONTH; length <= LENGTH_YEAR; length++) {
		relais_span own = span_inside(months, length);

		for (relais_period at = own.from; fits && at && at <= own.to;
			at = period_next(at))
			fits = add_period(p, at, day);
	}
	return fits;
}

/* Of editions that went outside, as far as they were known to have. */
#define WENT_OUTSIDE                                                                           \
	" FROM edition WHERE diffusion <> 'interne' AND from_period > 0"                       \
	" AND batch_id BETWEEN 1 AND :known AND edition_id < :before"

/* What comes on the day of an edition, but after it, was not told by it: from there on it is the day after, so that
 * days tell what an edition knew. */
static relais_status part_days(release_plan *p, relais_store *store, relais_error *err)
{
	int64_t batch = 1;
	relais_day told = INT32_MIN;
	stmt *s;
	relais_status rc = stmt_prepare(
		&s, store, "SELECT DISTINCT batch_id" WENT_OUTSIDE " ORDER BY batch_id", err);

	if (rc != RELAIS_OK)
		return rc;
	stmt_bind_int(s, ":known", p->batches);
	stmt_bind_int(s, ":before", store_editions_before(store));
	do {
		int64_t last = p->batches;

		if ((rc = stmt_step(s, err)) == RELAIS_OK)
			last = stmt_int(s, 0);
		for (; batch <= last; batch++)
			if (p->day_of[batch] <= told)
				p->day_of[batch] = told + 1;
		told = p->day_of[last];
	} while (rc == RELAIS_OK);
	stmt_free(s);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

static relais_status load_early(release_plan *p, relais_store *store, relais_error *err)
{
	size_t kept = 0;
	stmt *s;
	relais_status rc = stmt_prepare(
		&s, store, "SELECT from_period, to_period, batch_id" WENT_OUTSIDE, err);

	if (rc != RELAIS_OK)
		return rc;
	stmt_bind_int(s, ":known", p->batches);
	stmt_bind_int(s, ":before", store_editions_before(store));
	while ((rc = stmt_step(s, err)) == RELAIS_OK)
		if (!add_early(p,
			    (relais_span){ (relais_period)stmt_int(s, 0),
				    (relais_period)stmt_int(s, 1) },
			    p->day_of[stmt_int(s, 2)])) {
			rc = fail_memory(err);
			break;
		}
	stmt_free(s);
	if (rc != RELAIS_END)
		return rc;
	if (p->early_count)
		qsort(p->early, p->early_count, sizeof *p->early, by_period_then_day);
	for (size_t i = 0; i < p->early_count; i++)
		if (!kept || p->early[kept - 1].period != p->early[i].period)
			p->early[kept++] = p->early[i];
	p->early_count = kept;
	return RELAIS_OK;
}

relais_status release_plan_load(release_plan *p, relais_store *store, int64_t known,
	int64_t days, const secrecy_rule *rule, relais_error *err)
{
	stmt *s;
	relais_status rc;

	*p = (release_plan){
		.batches = known, .days = days, .start = INT32_MAX, .rule = *rule
	};
	if (!(p->day_of = calloc((size_t)known + 1, sizeof *p->day_of)))
		return fail_memory(err);
	rc = stmt_prepare(&s, store,
		"SELECT batch_id, received_on, kind = 'observations' FROM batch"
		" WHERE batch_id BETWEEN 1 AND :known",
		err);
	if (rc != RELAIS_OK)
		return rc;
	stmt_bind_int(s, ":known", known);
	while ((rc = stmt_step(s, err)) == RELAIS_OK) {
		const char *said = stmt_text(s, 1);
		relais_day *day = &p->day_of[stmt_int(s, 0)];

		if (said && day_read(said, strlen(said), day) && stmt_int(s, 2) &&
			*day < p->start)
			p->start = *day;
	}
	stmt_free(s);
	if (rc != RELAIS_END || (rc = part_days(p, store, err)) != RELAIS_OK)
		return rc;
	return load_early(p, store, err);
}

void release_plan_free(release_plan *p)
{
	free(p->day_of);
	free(p->early);
	free(p->consents.list);
	*p = (release_plan){ 0 };
}

static const early_note *find_early(const release_plan *p, relais_period period)
{
	size_t from = 0, to = p->early_count;

	while (from < to) {
		size_t middle = (from + to) / 2;

		if (p->early[middle].period < period)
			from = middle + 1;
		else
			to = middle;
	}
	return from < p->early_count && p->early[from].period == period ? &p->early[from]
									: NULL;
}

relais_day release_first_day(const release_plan *p, relais_period period)
{
	const early_note *early = find_early(p, period);
	int64_t days = p->days;
	relais_day usual;

	if (period_length_of(period) != LENGTH_MONTH && days < LATE_SURVEY_DAYS)
		days = LATE_SURVEY_DAYS;
	usual = period_last_day(period) + (relais_day)days;
	if (usual < p->start)
		usual = p->start;
	return early && early->day < usual ? early->day : usual;
}

static void *grown(void *list, size_t count, size_t *capacity, size_t size)
{
	size_t room = *capacity ? *capacity * 2 : 256;

	if (count < *capacity)
		return list;
	if (!(list = realloc(list, room * size)))
		return NULL;
	*capacity = room;
	return list;
}

void versions_add(versions *v, const version *one)
{
	version *list = grown(v->list, v->count, &v->capacity, sizeof *list);

	v->failed = v->failed || !list;
	if (!list)
		return;
	v->list = list;
	v->list[v->count++] = *one;
}

bool moves_add(moves *m, const move *one)
{
	move *list = grown(m->list, m->count, &m->capacity, sizeof *list);

	if (!list)
		return false;
	m->list = list;
	m->list[m->count++] = *one;
	return true;
}

bool moves_take(moves *m, moves *from)
{
	bool fits = true;

	for (size_t i = 0; fits && i < from->count; i++)
		fits = moves_add(m, &from->list[i]);
	free(from->list);
	*from = (moves){ 0 };
	return fits;
}

/* ---- one period ---------------------------------------------------------------------- */

typedef struct telling {
	const release_plan *plan;
	frame *f;
	size_t step;
	relais_day first; /* last day of the first note */
	const version *list; /* of this period, by first day */
	size_t count;
	cell *now; /* by column: as known on the day at hand; the frame has what is told */
	uint32_t *late; /* columns with versions */
	size_t late_count;
	bool is_term; /* of a sum: that may be told where this is not */
} telling;

static int64_t worth(const cell *c)
{
	return state_is_collected(c->state) ? c->a : 0;
}

/* What an office sent is told by a figure that comes or goes, and by a correction that is most of
 * it: a tenth or ten times. Other corrections tell themselves only. */
static bool is_telling(const cell *told, const cell *now)
{
	int64_t by;
	uint64_t was, is, change;

	if (state_is_collected(told->state) != state_is_collected(now->state))
		return true;
	if (worth(told) == worth(now))
		return false;
	if (__builtin_sub_overflow(worth(now), worth(told), &by))
		return true;
	was = (uint64_t)llabs(worth(told));
	is = (uint64_t)llabs(worth(now));
	change = (uint64_t)llabs(by);
	return change / 3 >= (was > is ? was : is) / 4;
}

static bool add_to(part *p, int64_t by)
{
	by = by < 0 ? -by : by;
	p->count++;
	if (by > p->largest)
		p->largest = by;
	return number_add(&p->magnitude, by);
}

/* Does everybody know what this office sent? Then it hides nothing of what came with it. */
static bool is_known(const telling *t, size_t column)
{
	return figure_is_known(t->plan, column, frame_period(t->f, t->step));
}

/* What the day would add to or take from what is told. */
static part pending(const telling *t)
{
	part p = { 0 };

	for (size_t i = 0; i < t->late_count; i++) {
		const cell *told = frame_cell(t->f, t->step, t->late[i]);
		const cell *now = &t->now[t->late[i]];
		int64_t by;

		if (!is_telling(told, now) || is_known(t, t->late[i]))
			continue;
		if (__builtin_sub_overflow(worth(now), worth(told), &by) || !add_to(&p, by))
			p.largest = p.magnitude = INT64_MAX;
	}
	return p;
}

/* Nobody could take away what was never told: too few offices, or one that is most of it. */
static bool was_open(const telling *t)
{
	part all = { 0 };

	for (size_t c = 0; c < t->f->width; c++) {
		const cell *told = frame_cell(t->f, t->step, c);

		if (state_is_collected(told->state) && !is_known(t, c) &&
			!add_to(&all, told->a))
			return true;
	}
	return all.count > 0 && !part_is_secret(&t->plan->rule, &all);
}

static void tell(cell *told, const cell *now)
{
	told->is_revised = told->is_revised ||
			   (state_is_collected(told->state) && worth(told) != worth(now));
	told->a = now->a;
	told->state = now->state;
}

/* All but what tells of an office. */
static void tell_harmless(const telling *t)
{
	for (size_t i = 0; i < t->late_count; i++) {
		cell *told = &t->f->cells[t->step * t->f->width + t->late[i]];

		if (!is_telling(told, &t->now[t->late[i]]))
			tell(told, &t->now[t->late[i]]);
	}
}

/* All; `m`: what moves is kept there. */
static bool tell_all(
	const telling *t, moves *m, int64_t of, relais_period period, uint32_t turn)
{
	for (size_t i = 0; i < t->late_count; i++) {
		cell *told = &t->f->cells[t->step * t->f->width + t->late[i]];
		const cell *now = &t->now[t->late[i]];
		move one = {
			.indicator = of, .period = period, .turn = turn, .column = t->late[i]
		};
		int64_t by;

		if (m && is_telling(told, now)) {
			if (__builtin_sub_overflow(worth(now), worth(told), &by))
				by = INT64_MAX;
			one.magnitude = llabs(by);
			one.from = worth(told);
			one.was_there = state_is_collected(told->state);
			if (!moves_add(m, &one))
				return false;
		}
		tell(told, now);
	}
	return true;
}

/* The next day after `day` on which anything began or ended. */
static relais_day next_day(const telling *t, relais_day day)
{
	relais_day next = NEVER;

	for (size_t i = 0; i < t->count; i++) {
		if (t->list[i].from > day && t->list[i].from < next)
			next = t->list[i].from;
		if (t->list[i].until > day && t->list[i].until < next)
			next = t->list[i].until;
	}
	return next;
}

static void know(const telling *t, relais_day day)
{
	for (size_t i = 0; i < t->late_count; i++)
		t->now[t->late[i]] = (cell){ .state = STATE_ABSENT };
	for (size_t i = 0; i < t->count; i++) {
		const version *v = &t->list[i];

		if (v->from <= day && v->until > day)
			t->now[v->column] = (cell){ .a = v->value, .state = v->state };
	}
}

static bool tell_period(const telling *t, int64_t of, relais_period period)
{
	know(t, t->first);
	if (!tell_all(t, NULL, of, period, 0))
		return false;
	for (relais_day day = next_day(t, t->first); day != NEVER; day = next_day(t, day)) {
		bool is_open = was_open(t);
		part p;

		know(t, day);
		p = pending(t);
		if ((is_open || t->is_term) && p.count > 0 &&
			part_is_secret(&t->plan->rule, &p))
			tell_harmless(t);
		else if (!tell_all(t, is_open ? &t->f->moves : &t->f->quiet, of, period,
				 (uint32_t)day))
			return false;
	}
	return true;
}

/* ---- all of a frame ------------------------------------------------------------------ */

static int by_step(const void *a, const void *b)
{
	const version *x = a, *y = b;

	if (x->step != y->step)
		return x->step < y->step ? -1 : 1;
	if (x->column != y->column)
		return x->column < y->column ? -1 : 1;
	return (x->from > y->from) - (x->from < y->from);
}

static void list_late(telling *t)
{
	t->late_count = 0;
	for (size_t i = 0; i < t->count; i++)
		if (!t->late_count || t->late[t->late_count - 1] != t->list[i].column)
			t->late[t->late_count++] = t->list[i].column;
}

relais_status release_settle(frame *f, const release_plan *p, int64_t of, bool is_term,
	versions *v, relais_error *err)
{
	telling t = { .plan = p, .f = f, .is_term = is_term };
	bool fits = true;

	t.now = calloc(f->width + 1, sizeof *t.now);
	t.late = calloc(f->width + 1, sizeof *t.late);
	if (v->count)
		qsort(v->list, v->count, sizeof *v->list, by_step);
	for (size_t i = 0; t.now && t.late && fits && i < v->count; i += t.count) {
		relais_period period = frame_period(f, v->list[i].step);

		t.list = v->list + i;
		t.step = t.list->step;
		t.first = release_first_day(p, period);
		for (t.count = 0; i + t.count < v->count && t.list[t.count].step == t.step;)
			t.count++;
		list_late(&t);
		fits = tell_period(&t, of, period);
	}
	fits = fits && t.now && t.late;
	free(t.now);
	free(t.late);
	return fits ? RELAIS_OK : fail_memory(err);
}
