/* SPDX-License-Identifier: MIT
 * Sums over complete units only. Exact until the last moment: integers are added, then divided.
 */
#include "season_series.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../base/error.h"

/* What sums over offices and over time has a profile over the year. */
static relais_status check_item(const item *i, period_length length, relais_error *err)
{
	const char *code = i->about.code;

	if (i->over_offices != RULE_SUM || i->over_time != TIME_SUM)
		return i->is_named
			       ? fail(err, RELAIS_E_USAGE,
					 "'%s' does not add up over the year: it has no season",
					 code)
			       : RELAIS_END;
	if (length != LENGTH_MONTH && length != LENGTH_QUARTER)
		return i->is_named
			       ? fail(err, RELAIS_E_USAGE,
					 "'%s' is not counted by month or quarter: it has no season",
					 code)
			       : RELAIS_END;
	return RELAIS_OK;
}

relais_status season_series_open(season_series *s, study *y, const item *i, relais_error *err)
{
	period_length length;
	relais_span span;
	relais_status rc = study_own_periods(y, i, &span, err);

	*s = (season_series){ .study = y, .what = i };
	if (rc != RELAIS_OK)
		return rc;
	if (!span.from)
		return i->is_named
			       ? fail(err, RELAIS_E_DATA,
					 "there is no figure of '%s' in that time: 'rt-observatory indicators' says from when to when there are",
					 i->about.code)
			       : RELAIS_END;
	length = period_length_of(span.from);
	if ((rc = check_item(i, length, err)) != RELAIS_OK)
		return rc;
	s->period = length == LENGTH_MONTH ? 12 : 4;
	rc = frame_read(&s->frame, &y->feed, i, (window){ span, false }, err);
	if (rc == RELAIS_OK && (rc = frame_fold(&s->frame, &y->offices, &y->current,
					&y->feed.plan, err)) != RELAIS_OK)
		frame_free(&s->frame);
	if (rc == RELAIS_OK && (rc = unit_breaks_find(&s->breaks, &y->feed.breaks,
					&y->indicators, i, &y->current, err)) != RELAIS_OK)
		frame_free(&s->frame);
	return rc;
}

void season_series_close(season_series *s)
{
	frame_free(&s->frame);
	unit_breaks_free(&s->breaks);
}

const unit_break *season_series_unit_break(
	const season_series *s, size_t unit, size_t first, size_t count)
{
	relais_period p = s->frame.window.span.from, from = p;

	if (!s->breaks.count || !count)
		return NULL;
	for (size_t n = 1; n < first + count; n++) {
		p = period_next(p);
		from = n == first ? p : from;
	}
	return unit_breaks_between(&s->breaks, unit, from, p);
}

season_unit season_series_look(const season_series *s, size_t unit, size_t first, size_t count)
{
	season_unit u = { .is_complete = true };

	for (size_t n = 0; n < count; n++) {
		const cell *c = frame_cell(&s->frame, first + n, unit);

		u.is_complete = u.is_complete && state_is_collected(c->state);
		u.is_expected = u.is_expected || state_is_expected(c->state);
		u.is_revised = u.is_revised || c->is_revised;
	}
	u.is_broken = u.is_complete && season_series_unit_break(s, unit, first, count);
	u.is_complete = u.is_complete && !u.is_broken;
	return u;
}

typedef struct sums_at_work {
	int64_t *total; /* group × step */
	part *parts; /* step × group: units that sent every figure */
	part *outside; /* likewise: what the others sent */
} sums_at_work;

/* What readers do not know. */
static bool add_to(part *p, const cell *c)
{
	int64_t a = cell_open_a(c), size = a < 0 ? -a : a;

	if (c->is_known)
		return true;
	p->count++;
	if (size > p->largest)
		p->largest = size;
	return number_add(&p->magnitude, size);
}

static bool add_unit(
	const season_series *s, const sums_at_work *w, size_t unit, size_t first, size_t count)
{
	size_t groups = s->study->group_count, g = (size_t)s->study->group_of[unit];

	for (size_t n = 0; n < count; n++) {
		const cell *c = frame_cell(&s->frame, first + n, unit);

		if (!number_add(&w->total[g * count + n], c->a) ||
			!add_to(&w->parts[n * groups + g], c))
			return false;
	}
	return true;
}

static bool add_outside(
	const season_series *s, const sums_at_work *w, size_t unit, size_t first, size_t count)
{
	size_t groups = s->study->group_count, g = (size_t)s->study->group_of[unit];
	bool fits = true;

	for (size_t n = 0; n < count; n++) {
		const cell *c = frame_cell(&s->frame, first + n, unit);

		if (state_is_collected(c->state))
			fits = add_to(&w->outside[n * groups + g], c) && fits;
	}
	return fits;
}

/* The profile says how the complete ones share out over the year: a month nobody else sent tells their
 * level, and each month's total less that tells the others. As a rate does, it is told all the same
 * unless seuil_ecart is set (C3.5). */
static bool tells_outside(const season_series *s, const sums_at_work *w, size_t n, size_t g)
{
	const part *p = &w->outside[n * s->study->group_count + g];

	return s->study->gates.nearest.units && p->count &&
	       part_is_secret(&s->study->gates.secrecy, p);
}

static void protect(
	const season_series *s, const sums_at_work *w, size_t count, season_sum *sums)
{
	size_t groups = s->study->group_count;

	for (size_t n = 0; n < count; n++) {
		part *line = &w->parts[n * groups];

		parts_protect(&s->study->gates.secrecy, line, groups);
		for (size_t g = 0; g < groups; g++)
			sums[g].is_secret = sums[g].is_secret || line[g].is_secret ||
					    tells_outside(s, w, n, g);
	}
}

static bool add_all(const season_series *s, const sums_at_work *w, size_t first, size_t count,
	season_sum *sums)
{
	bool fits = true;

	for (size_t u = 0; u < s->frame.width && fits; u++) {
		season_unit state = season_series_look(s, u, first, count);
		season_sum *sum = &sums[s->study->group_of[u]];

		sum->expected += state.is_expected;
		sum->has_break = sum->has_break || state.is_broken;
		if (!state.is_complete) {
			fits = add_outside(s, w, u, first, count);
			continue;
		}
		sum->offices++;
		sum->is_revised = sum->is_revised || state.is_revised;
		fits = add_unit(s, w, u, first, count);
	}
	return fits;
}

relais_status season_series_sum(const season_series *s, size_t first, size_t count, double *x,
	season_sum *sums, relais_error *err)
{
	size_t groups = s->study->group_count;
	sums_at_work w = { calloc(groups * count + 1, sizeof *w.total),
		calloc(groups * count + 1, sizeof *w.parts),
		calloc(groups * count + 1, sizeof *w.outside) };
	relais_status rc = RELAIS_OK;
	double unit = 1;

	memset(sums, 0, groups * sizeof *sums);
	if (!w.total || !w.parts || !w.outside)
		rc = fail_memory(err);
	else if (!add_all(s, &w, first, count, sums))
		rc = fail(err, RELAIS_E_DATA, "the sum of '%s' does not fit in 64 bits",
			s->what->about.code);
	else if (study_is_published(s->study))
		protect(s, &w, count, sums);
	for (int d = 0; d < s->frame.a_decimals; d++)
		unit *= 10;
	for (size_t n = 0; rc == RELAIS_OK && n < groups * count; n++)
		x[n] = (double)w.total[n] / unit;
	free(w.total);
	free(w.parts);
	free(w.outside);
	return rc;
}

const unit_break *season_series_break(
	const season_series *s, size_t g, size_t first, size_t count)
{
	for (size_t u = 0; s->breaks.count && u < s->frame.width; u++)
		if ((size_t)s->study->group_of[u] == g &&
			season_series_look(s, u, first, count).is_broken)
			return season_series_unit_break(s, u, first, count);
	return NULL;
}

static size_t senders_of(const season_series *s, size_t g, size_t step)
{
	size_t count = 0;

	for (size_t u = 0; u < s->frame.width; u++)
		if ((size_t)s->study->group_of[u] == g &&
			state_is_collected(frame_cell(&s->frame, step, u)->state))
			count++;
	return count;
}

void season_series_holes(
	const season_series *s, size_t g, size_t first, size_t count, char *out, size_t size)
{
	size_t fewest = SIZE_MAX, said = 0, length = 0;
	relais_period p = s->frame.window.span.from;

	for (size_t n = 0; n < count; n++) {
		size_t senders = senders_of(s, g, first + n);

		fewest = senders < fewest ? senders : fewest;
	}
	out[0] = '\0';
	for (size_t n = 0; n < first + count && said < 7; n++, p = period_next(p)) {
		char name[16];

		if (n < first || senders_of(s, g, n) != fewest)
			continue;
		relais_period_print(p, name);
		length += (size_t)snprintf(out + length, length < size ? size - length : 0,
			"%s%s", said ? ", " : "", said < 6 ? name : "…");
		said++;
	}
}
