/* SPDX-License-Identifier: MIT
 * Reading collected figures into a dense table. The current ones are read first, the replaced
 * ones second: a figure that an import moves in between is then seen at least once, and both
 * are the same figure as known at our batch.
 */
#include "frame.h"

#include <stdlib.h>

#include "../../base/error.h"
#include "../../store/figure.h"
#include "../published/consent.h"
#include "formula.h"
#include "../sql.h"

static const struct {
	int first, count;
} slots[] = { { SLOT_MONTH, 12 }, { SLOT_QUARTER, 4 }, { SLOT_SEMESTER, 2 }, { SLOT_YEAR, 1 } };

ptrdiff_t frame_step(const frame *f, relais_period p)
{
	int first = slots[f->length].first, count = slots[f->length].count;
	ptrdiff_t step;

	if (f->window.is_mixed)
		return p < f->window.span.from || p > f->window.span.to
			       ? -1
			       : (ptrdiff_t)(p - f->window.span.from);
	if (period_slot(p) < first || period_slot(p) >= first + count ||
		p < f->window.span.from || p > f->window.span.to)
		return -1;
	step = (ptrdiff_t)(period_year(p) - period_year(f->window.span.from)) * count +
	       (period_slot(p) - period_slot(f->window.span.from));
	return step < (ptrdiff_t)f->steps ? step : -1;
}

relais_period frame_period(const frame *f, size_t step)
{
	int count = slots[f->length].count, first = slots[f->length].first;
	size_t rank;

	if (f->window.is_mixed)
		return f->window.span.from + (relais_period)step;
	rank = (size_t)(period_slot(f->window.span.from) - first) + step;
	return period_make(period_year(f->window.span.from) + (int)(rank / (size_t)count),
		first + (int)(rank % (size_t)count));
}

relais_status frame_make(frame *f, const feed *s, window w, relais_error *err)
{
	*f = (frame){ .window = w,
		.length = period_length_of(w.span.from),
		.steps = (size_t)(w.is_mixed ? w.span.to - w.span.from + 1
					     : period_count(w.span)),
		.width = s->offices->count };
	if (!(f->cells = calloc(f->steps * f->width + 1, sizeof *f->cells)))
		return fail_memory(err);
	for (size_t i = 0; i < f->steps * f->width; i++)
		f->cells[i].state = STATE_ABSENT;
	return RELAIS_OK;
}

void frame_count(frame *f)
{
	f->rows = 0;
	for (size_t c = 0; c < f->steps * f->width; c++)
		f->rows += f->cells[c].state != STATE_ABSENT || f->cells[c].is_revised;
}

void frame_free(frame *f)
{
	free(f->cells);
	free(f->moves.list);
	free(f->quiet.list);
	free(f->told);
	*f = (frame){ 0 };
}

static void bind(stmt *q, const item *i, relais_span span)
{
	stmt_bind_int(q, ":indicator", i->about.id);
	stmt_bind_int(q, ":from", span.from);
	stmt_bind_int(q, ":to", span.to);
}

/* Where the rows are that are being read, period by period. */
typedef struct place_read {
	relais_period period;
	ptrdiff_t step;
	size_t hint;
	relais_day first; /* the last day of what the first note of the period tells */
} place_read;

/* The cell a row is about, NULL when it is outside. */
static cell *cell_of(frame *f, const feed *s, uint64_t id, place_read *at)
{
	relais_period p = figure_period(id);
	ptrdiff_t column;

	if (p != at->period) {
		*at = (place_read){ .period = p, .step = frame_step(f, p) };
		if (s->plan.day_of)
			at->first = release_first_day(&s->plan, p);
	}
	if (at->step < 0 || (column = roster_at(s->offices, figure_office(id), &at->hint)) < 0)
		return NULL;
	return &f->cells[(size_t)at->step * f->width + (size_t)column];
}

/* What came, or went, after the first note of its period: told when release.h says. True: it is none of what
 * was told with it. */
static bool keep_late(
	versions *late, const frame *f, const cell *c, const place_read *at, version one)
{
	one.step = (size_t)at->step;
	one.column = (uint32_t)((size_t)(c - f->cells) % f->width);
	if (one.from <= at->first && one.until == INT32_MAX)
		return false;
	if (one.until > at->first && one.from != one.until)
		versions_add(late, &one);
	return true;
}

typedef struct reading {
	frame *f;
	const feed *s;
	place_read at;
	versions *late;
} reading;

/* Columns of q_observed: the figure, value, state, batch. */
static void take_observed(void *context, const int64_t *row)
{
	reading *r = context;
	version one = { .until = INT32_MAX, .value = row[1], .state = (uint8_t)row[2] };
	cell *c;

	if (row[3] > r->s->known || !(c = cell_of(r->f, r->s, (uint64_t)row[0], &r->at)))
		return;
	if (r->s->plan.day_of) {
		one.from = r->s->plan.day_of[row[3]];
		if (keep_late(r->late, r->f, c, &r->at, one))
			return;
	}
	c->a = one.value;
	c->state = one.state;
}

static relais_status read_observed(
	frame *f, const feed *s, const item *i, window w, versions *late, relais_error *err)
{
	reading r = { .f = f, .s = s, .at = { .step = -1 }, .late = late };

	bind(s->observed, i, w.span);
	return stmt_visit(s->observed, take_observed, &r, err);
}

static relais_status read_superseded(
	frame *f, const feed *s, const item *i, window w, versions *late, relais_error *err)
{
	place_read at = { .step = -1 };
	relais_status rc;

	bind(s->superseded, i, w.span);
	stmt_bind_int(s->superseded, ":known", s->known);
	while ((rc = stmt_step(s->superseded, err)) == RELAIS_OK) {
		cell *c = cell_of(f, s, (uint64_t)stmt_int(s->superseded, 0), &at);

		version one = { .until = INT32_MAX,
			.value = stmt_int(s->superseded, 1),
			.state = (uint8_t)stmt_int(s->superseded, 2) };
		bool is_known = stmt_int(s->superseded, 3);

		if (!c)
			continue;
		c->is_revised =
			c->is_revised || (!s->plan.day_of && stmt_int(s->superseded, 4));
		if (s->plan.day_of) {
			one.from = s->plan.day_of[stmt_int(s->superseded, 5)];
			if (!is_known)
				one.until = s->plan.day_of[stmt_int(s->superseded, 6)];
			if (keep_late(late, f, c, &at, one))
				continue;
		}
		if (is_known) {
			c->a = one.value;
			c->state = one.state;
		}
	}
	stmt_reset(s->superseded);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

static relais_status read_collected(
	frame *f, const feed *s, const item *i, window w, relais_error *err)
{
	relais_status rc = frame_make(f, s, w, err);
	versions late = { 0 };

	f->a_decimals = i->about.decimals;
	if (rc == RELAIS_OK && (rc = read_observed(f, s, i, w, &late, err)) == RELAIS_OK)
		rc = read_superseded(f, s, i, w, &late, err);
	if (rc == RELAIS_OK && late.failed)
		rc = fail_memory(err);
	if (rc == RELAIS_OK && late.count)
		rc = release_settle(f, &s->plan, i->about.id,
			catalogue_adds_up(s->indicators, i), &late, err);
	free(late.list);
	return rc;
}

relais_status frame_collected(
	frame *f, const feed *s, const item *i, window w, relais_error *err)
{
	relais_status rc = RELAIS_OK;

	if (feed_remembers(s, i, w, f))
		return RELAIS_OK;
	rc = read_collected(f, s, i, w, err);
	if (rc == RELAIS_OK) {
		frame_count(f);
		feed_remember(s, i, f);
	}
	return rc;
}

bool cell_join(cell *unit, const cell *member)
{
	unit->is_revised = unit->is_revised || member->is_revised;
	unit->is_shared = unit->is_shared || member->is_shared;
	if (!state_is_expected(member->state))
		return true;
	if (unit->state == STATE_INACTIVE || unit->state == STATE_NOT_CONCERNED) {
		bool revised = unit->is_revised, shared = unit->is_shared;

		*unit = *member;
		unit->is_revised = revised;
		unit->is_shared = shared;
		return true;
	}
	unit->answered = 0;
	if (state_is_collected(unit->state) && state_is_collected(member->state)) {
		if (member->state == STATE_VALUE)
			unit->state = STATE_VALUE;
		unit->is_known = unit->is_known && member->is_known;
		return number_add(&unit->a, member->a) && number_add(&unit->b, member->b) &&
		       number_add(&unit->known_a, member->known_a) &&
		       number_add(&unit->known_b, member->known_b);
	}
	if (state_is_collected(unit->state) || member->state == STATE_ABSENT ||
		member->state == STATE_MISSING)
		unit->state = member->state;
	unit->a = unit->b = unit->known_a = unit->known_b = 0;
	unit->is_known = false;
	return true;
}

/* The figure of an office that has bureaux: its own, else theirs together, and only when all that
 * are expected sent theirs (C5.5); what some of them sent is kept beside. One that sends nothing and whose bureaux never do is absent. */
static bool with_bureaux(cell *out, const office *o, const cell *from, const roster *offices,
	relais_day first, relais_day last)
{
	cell sum = { .state = STATE_INACTIVE }, some = { .state = STATE_INACTIVE };
	uint32_t who = 0;
	bool fits = true;

	for (ptrdiff_t b = o->first_bureau; b >= 0; b = offices->offices[b].next_bureau) {
		const office *bureau = &offices->offices[b];

		if (!office_is_bureau(bureau, first) || !office_is_active(bureau, first, last))
			continue;
		if (from[b].state == STATE_NOT_CONCERNED && sum.state == STATE_INACTIVE)
			sum.state = STATE_NOT_CONCERNED;
		fits = fits && cell_join(&sum, &from[b]);
		if (state_is_collected(from[b].state) && cell_join(&some, &from[b]))
			who = who * HASH_STEP + (uint32_t)b + 1;
	}
	if (state_is_collected(out->state) || sum.state == STATE_INACTIVE ||
		(sum.state == STATE_ABSENT && out->state != STATE_ABSENT))
		return true;
	if (!state_is_collected(sum.state) && who) {
		sum.a = some.a;
		sum.b = some.b;
		sum.answered = who;
	}
	*out = sum;
	return fits;
}

/* A bureau counts through its office, while there is one. */
static bool counts_apart(
	const office *o, const roster *offices, relais_day first, relais_day last)
{
	return office_is_active(o, first, last) &&
	       (!office_is_bureau(o, first) ||
		       !office_is_active(&offices->offices[o->office_of], first, last));
}

static void mark_known(cell *own, const release_plan *plan, size_t o, relais_period p)
{
	if (!plan || !state_is_collected(own->state) || !figure_is_known(plan, o, p))
		return;
	own->is_known = true;
	own->known_a = own->a;
	own->known_b = own->b;
}

static bool fold_step(cell *to, const cell *from, const roster *offices, const perimeter *units,
	const release_plan *plan, relais_period p, bool shares)
{
	relais_day first = period_first_day(p), last = period_last_day(p);

	for (size_t u = 0; u < units->units; u++)
		to[u].state = STATE_INACTIVE;
	for (size_t o = 0; o < offices->count; o++) {
		const office *one = &offices->offices[o];
		cell own = from[o];

		if ((units->unit_of[o] < 0 && !shares) ||
			!counts_apart(one, offices, first, last))
			continue;
		if (one->first_bureau >= 0 &&
			!with_bureaux(&own, one, from, offices, first, last))
			return false;
		mark_known(&own, plan, o, p);
		if (!cell_place(to, &own, o, units, p, shares))
			return false;
	}
	return true;
}

relais_status frame_fold(frame *f, const roster *offices, const perimeter *units,
	const release_plan *plan, relais_error *err)
{
	cell *folded = calloc(f->steps * units->units + 1, sizeof *folded);
	bool shares = f->is_additive && units->splits && units->uses_shares;
	relais_period p = f->window.span.from;

	if (!folded)
		return fail_memory(err);
	for (size_t step = 0; step < f->steps; step++, p = period_next(p))
		if (!fold_step(folded + step * units->units, f->cells + step * f->width,
			    offices, units, plan, p, shares)) {
			free(folded);
			return fail(err, RELAIS_E_DATA,
				"the figures of merged offices do not fit in 64 bits");
		}
	free(f->cells);
	f->cells = folded;
	f->width = units->units;
	return RELAIS_OK;
}
