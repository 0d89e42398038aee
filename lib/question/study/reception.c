/* SPDX-License-Identifier: MIT
 * The first day of each figure, from every vintage of it. What a batch brought that was taken
 * back since never came. An office that sends nothing itself has sent when the last of its
 * bureaux has.
 */
#include "reception.h"

#include <stdlib.h>
#include <string.h>

#include "../../base/date.h"
#include "../../base/error.h"
#include "../sql.h"

/* The day of every batch, by its number. */
static relais_status read_days(study *s, relais_day **out, relais_error *err)
{
	relais_day *days = calloc((size_t)s->known + 1, sizeof *days);
	stmt *q = NULL;
	relais_status rc = days ? RELAIS_OK : fail_memory(err);

	for (int64_t b = 0; days && b <= s->known; b++)
		days[b] = RELAIS_NO_DAY;
	if (rc == RELAIS_OK)
		rc = stmt_prepare(&q, s->store, SQL(batch_days), err);
	if (rc == RELAIS_OK)
		stmt_bind_int(q, ":known", s->known);
	while (rc == RELAIS_OK && (rc = stmt_step(q, err)) == RELAIS_OK) {
		const char *day = stmt_text(q, 1);

		if (day && !day_read(day, strlen(day), &days[stmt_int(q, 0)]))
			days[stmt_int(q, 0)] = RELAIS_NO_DAY;
	}
	stmt_free(q);
	*out = days;
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

static void take(arrival *a, int64_t state, bool is_current, relais_day day)
{
	if (day != RELAIS_NO_DAY && (a->first == RELAIS_NO_DAY || day < a->first))
		a->first = day;
	if (state == STATE_ZERO && is_current)
		a->is_closed = true;
	else if (state == STATE_ZERO && day != RELAIS_NO_DAY)
		a->was_closed = true;
}

/* Office by office. */
static relais_status read_vintages(
	const frame *shape, arrival *all, study *s, const item *i, relais_error *err)
{
	relais_day *days = NULL;
	stmt *q = NULL;
	size_t hint = 0;
	relais_status rc = read_days(s, &days, err);

	if (rc == RELAIS_OK)
		rc = stmt_prepare(&q, s->store, SQL(received), err);
	if (rc == RELAIS_OK) {
		stmt_bind_int(q, ":indicator", i->about.id);
		stmt_bind_int(q, ":from", shape->window.span.from);
		stmt_bind_int(q, ":to", shape->window.span.to);
		stmt_bind_int(q, ":known", s->known);
	}
	while (rc == RELAIS_OK && (rc = stmt_step(q, err)) == RELAIS_OK) {
		ptrdiff_t step = frame_step(shape, (relais_period)stmt_int(q, 0));
		ptrdiff_t column = roster_at(&s->offices, stmt_int(q, 1), &hint);

		if (step >= 0 && column >= 0)
			take(&all[(size_t)step * s->offices.count + (size_t)column],
				stmt_int(q, 2), stmt_int(q, 4) != 0, days[stmt_int(q, 3)]);
	}
	stmt_free(q);
	free(days);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

/* A bureau's word, while its office says nothing itself. */
static void join_bureau(arrival *unit, const arrival *bureau)
{
	if (bureau->first == RELAIS_NO_DAY)
		return;
	unit->is_closed =
		bureau->is_closed && (unit->is_closed || unit->first == RELAIS_NO_DAY);
	unit->was_closed = unit->was_closed || bureau->was_closed;
	if (unit->first == RELAIS_NO_DAY || bureau->first > unit->first)
		unit->first = bureau->first;
}

static void join_step(arrival *to, const arrival *from, const study *s, const perimeter *units,
	relais_period p)
{
	const office *all = s->offices.offices;
	relais_day first = period_first_day(p), last = period_last_day(p);

	for (size_t u = 0; u < units->units; u++) {
		const office *root = &all[units->root[u]];

		to[u] = from[units->root[u]];
		for (ptrdiff_t b = root->first_bureau;
			from[units->root[u]].first == RELAIS_NO_DAY && b >= 0;
			b = all[b].next_bureau)
			if (office_is_bureau(&all[b], first) &&
				office_is_active(&all[b], first, last))
				join_bureau(&to[u], &from[b]);
	}
}

relais_status reception_read(reception *r, study *s, const item *i, relais_span span,
	const perimeter *units, relais_error *err)
{
	relais_period p = period_previous(span.from);
	size_t offices = s->offices.count;
	arrival *by_office;
	relais_status rc;

	*r = (reception){ .shape = { .window = { { p, span.to }, false },
				  .length = period_length_of(p),
				  .width = units->units } };
	r->shape.steps = (size_t)period_count(r->shape.window.span);
	by_office = calloc(r->shape.steps * offices + 1, sizeof *by_office);
	r->arrivals = calloc(r->shape.steps * units->units + 1, sizeof *r->arrivals);
	for (size_t n = 0; by_office && n < r->shape.steps * offices; n++)
		by_office[n].first = RELAIS_NO_DAY;
	rc = by_office && r->arrivals ? read_vintages(&r->shape, by_office, s, i, err)
				      : fail_memory(err);
	for (size_t step = 0; rc == RELAIS_OK && step < r->shape.steps;
		step++, p = period_next(p))
		join_step(r->arrivals + step * units->units, by_office + step * offices, s,
			units, p);
	free(by_office);
	if (rc != RELAIS_OK)
		reception_free(r);
	return rc;
}

void reception_free(reception *r)
{
	free(r->arrivals);
	*r = (reception){ 0 };
}

const arrival *reception_at(const reception *r, relais_period p, size_t unit)
{
	ptrdiff_t step = r->arrivals ? frame_step(&r->shape, p) : -1;

	return step < 0 ? NULL : &r->arrivals[(size_t)step * r->shape.width + unit];
}

bool reception_is_late(const study *s, relais_period p, const arrival *a)
{
	return (int64_t)a->first > period_last_day(p) + s->gates.collect_days;
}

bool reception_is_back(const reception *r, relais_period p, size_t unit)
{
	const arrival *now = reception_at(r, p, unit);
	const arrival *before = reception_at(r, period_previous(p), unit);

	return now && now->first != RELAIS_NO_DAY && !now->is_closed &&
	       (now->was_closed || (before && before->is_closed));
}
