/* SPDX-License-Identifier: MIT
 * The ratio method: for each period, the sums of every stratum, then the units that lack a figure
 * and had one a year before, each in the finest stratum that three units answer for.
 */
#include "estimate.h"

#include <stdlib.h>
#include <string.h>

#include "../../base/error.h"
#include "../measure/fraction.h"
#include "../study/strata.h"

enum { FEWEST_ANSWERS = 3 };

void estimates_free(estimates *e)
{
	if (!e)
		return;
	free(e->cells);
	free(e->ratios);
	free(e);
}

const estimate *estimate_at(const lens *l, size_t step, size_t unit)
{
	const estimate *e;

	if (!l->estimates)
		return NULL;
	e = &l->estimates->cells[step * l->now.width + unit];
	return e->ratio < 0 ? NULL : e;
}

static bool may_be_estimated(int state)
{
	return state == STATE_ABSENT || state == STATE_MISSING || state == STATE_REFUSED;
}

static relais_period period_at(const frame *f, size_t step)
{
	relais_period p = f->window.span.from;

	for (size_t n = 0; n < step; n++)
		p = period_next(p);
	return p;
}

/* One year before a step, in one frame or the other; NULL: not read. */
static const cell *year_before(const frame *now, const frame *before, size_t step)
{
	relais_period p = period_year_before(period_at(now, step));
	ptrdiff_t at;

	if (!before->cells)
		before = now;
	at = frame_step(before, p);
	return at < 0 ? NULL : frame_cell(before, (size_t)at, 0);
}

static relais_status keep_ratio(
	estimates *e, const stratum_ratio *r, int32_t *at, relais_error *err)
{
	if (e->count == e->room) {
		size_t room = e->room ? e->room * 2 : 32;
		stratum_ratio *more = realloc(e->ratios, room * sizeof *more);

		if (!more)
			return fail_memory(err);
		e->ratios = more;
		e->room = room;
	}
	*at = (int32_t)e->count;
	e->ratios[e->count++] = *r;
	return RELAIS_OK;
}

/* The finest stratum with enough answers and something to divide by. */
static relais_status estimate_unit(lens *l, strata *all, const office *root, const cell *before,
	estimate *out, relais_error *err)
{
	for (int level = 0; level < STRATA; level++) {
		stratum *found = strata_of(all, (stratum_level)level, root);
		number n;

		if (!found || found->is_too_large || found->sums.count < FEWEST_ANSWERS ||
			found->sums.before <= 0 ||
			!fraction_round(
				fraction_times(fraction_of(found->sums.now, found->sums.before),
					before->a),
				0, &n))
			continue;
		out->value = n.units;
		if (found->kept < 0) {
			relais_status rc =
				keep_ratio(l->estimates, &found->sums, &found->kept, err);

			if (rc != RELAIS_OK)
				return rc;
		}
		out->ratio = found->kept;
		return RELAIS_OK;
	}
	return RELAIS_OK;
}

/* It has no figure, and had a comparable one. */
static bool lacks(const lens *l, size_t step, relais_period p, size_t unit, const cell *before)
{
	return may_be_estimated(frame_cell(&l->now, step, unit)->state) &&
	       state_is_collected(before[unit].state) && !before[unit].is_shared &&
	       !unit_breaks_between(&l->breaks, unit, period_year_before(p), p);
}

static bool lacks_any(const lens *l, size_t step, relais_period p, const cell *before)
{
	for (size_t u = 0; before && u < l->now.width; u++)
		if (lacks(l, step, p, u, before))
			return true;
	return false;
}

static relais_status estimate_step(
	lens *l, study *s, network *n, size_t step, relais_error *err)
{
	const cell *before = year_before(&l->now, &l->before, step);
	relais_period p = period_at(&l->now, step);
	relais_status rc = RELAIS_OK;
	strata all = { 0 };

	if (!lacks_any(l, step, p, before))
		return RELAIS_OK;
	rc = network_read(n, l, s, err);
	if (rc == RELAIS_OK)
		rc = strata_sum(&all, n, p, frame_cell(n->now, step, 0),
			year_before(n->now, n->before, step), err);
	for (size_t u = 0; rc == RELAIS_OK && u < l->now.width; u++)
		if (lacks(l, step, p, u, before))
			rc = estimate_unit(l, &all, &s->offices.offices[s->current.root[u]],
				&before[u], &l->estimates->cells[step * l->now.width + u], err);
	strata_free(&all);
	return rc;
}

static bool is_level(const item *i)
{
	return i->over_offices == RULE_SUM && !i->about.derived &&
	       (i->over_time == TIME_SUM || i->over_time == TIME_LAST);
}

relais_status lens_estimate(lens *l, study *s, relais_error *err)
{
	size_t cells = l->now.steps * l->now.width;
	network n = { 0 };
	relais_status rc = RELAIS_OK;

	if (!s->estimate || !is_level(l->what))
		return RELAIS_OK;
	if (!(l->estimates = calloc(1, sizeof *l->estimates)) ||
		!(l->estimates->cells = calloc(cells + 1, sizeof *l->estimates->cells)))
		return fail_memory(err);
	for (size_t c = 0; c < cells; c++)
		l->estimates->cells[c].ratio = -1;
	for (size_t step = 0; rc == RELAIS_OK && step < l->now.steps; step++)
		rc = estimate_step(l, s, &n, step, err);
	network_free(&n);
	return rc;
}

static int64_t absolute(int64_t value)
{
	return value < 0 ? -value : value;
}

static bool add_part(part *p, int64_t value)
{
	p->count++;
	if (absolute(value) > p->largest)
		p->largest = absolute(value);
	return number_add(&p->magnitude, absolute(value));
}

/* An estimate is known when what it is made from is: what the unit sent one year before. */
static bool is_known(const lens *l, size_t step, size_t unit, bool is_estimate)
{
	const cell *c = is_estimate ? year_before(&l->now, &l->before, step)
				    : frame_cell(&l->now, step, 0);

	return c && c[unit].is_known;
}

bool estimates_add(const lens *l, size_t first, size_t count, size_t unit, tally *t)
{
	int64_t sum = 0, imputed = 0, open = 0;
	bool fits = true, is_open = false;

	for (size_t n = 0; l->estimates && n < count; n++) {
		const cell *c = frame_cell(&l->now, first + n, unit);
		const estimate *e = estimate_at(l, first + n, unit);

		if (!e && !state_is_collected(c->state))
			return true;
		fits = fits && number_add(&sum, e ? e->value : c->a) &&
		       (!e || number_add(&imputed, absolute(e->value)));
		if (!is_known(l, first + n, unit, e != NULL)) {
			is_open = true;
			fits = fits && number_add(&open, e ? e->value : c->a);
		}
	}
	if (!l->estimates || !count || !fits)
		return fits;
	return (!is_open || add_part(&t->open_estimated, open)) &&
	       add_part(&t->estimated, sum) && number_add(&t->estimated_sum, sum) &&
	       number_add(&t->estimated_alone, imputed);
}
