/* SPDX-License-Identifier: MIT
 * What of a study's measures may be told outside (C3): the cells of a line protect each other,
 * a derived figure inherits from its terms, and a figure that with the others would tell what one
 * office sent is told less exactly, or not.
 */
#include <stdlib.h>
#include <string.h>

#include "../../base/error.h"
#include "../measure/fraction.h"
#include "../study/inside.h"
#include "consent.h"
#include "cross.h"
#include "sums.h"

/* The groups of one period that are protected together. */
typedef struct together {
	study *s;
	const item *what;
	const lens *l;
	cross *c;
	const tally *tallies;
	size_t count; /* of tallies and measures: the groups, or the periods of the one group */
	bool is_evolution;
	bool *hidden; /* cross_room of them: in any state told of any month */
	part *line; /* to work in, likewise */
	measure *out;
} together;

/* One component of every group, as a line that sums to a total the reader may know. Only lines of
 * groups are tables; periods are one line. */
static relais_status protect_component(
	const together *t, const part *(*component)(const tally *), relais_error *err)
{
	size_t room = cross_room(t->c);
	bool is_line = t->count != t->c->groups;
	part *line = t->line;
	relais_status rc = RELAIS_OK;

	for (size_t g = 0; !is_line && g < room; g++)
		line[g] = (part){ .is_secret = g >= t->count && t->hidden[g] };
	for (size_t g = 0; g < t->count; g++) {
		line[g] = *component(&t->tallies[g]);
		line[g].is_secret = !is_line && t->hidden[g] && t->out[g].has_value;
		/* Hidden for a month of it: the sum must not be told by the others. */
		if (line[g].is_secret && t->tallies[g].steps > 1)
			line[g] = (part){ .count = 1, .is_secret = true };
	}
	if (is_line)
		parts_protect(&t->s->gates.secrecy, line, t->count);
	else
		rc = cross_protect_groups(t->c, &t->s->gates.secrecy, line, err);
	for (size_t g = 0; g < t->count; g++)
		t->out[g].is_secret = t->out[g].is_secret || line[g].is_secret;
	return rc;
}

static const part *now_top(const tally *t)
{
	return &t->now.open_top;
}
static const part *now_bottom(const tally *t)
{
	return &t->now.open_bottom;
}
/* With the total of those who answered beside it, a total with estimates tells what they add up
 * to, and with it what those who did not answer had one year before. */
static const part *estimated(const tally *t)
{
	return &t->open_estimated;
}
static const part *before_top(const tally *t)
{
	return &t->before.open_top;
}
static const part *before_bottom(const tally *t)
{
	return &t->before.open_bottom;
}

/* ---- what was told before ------------------------------------------------------------- */

static int by_turn(const void *a, const void *b)
{
	const move *x = a, *y = b;

	if (x->indicator != y->indicator)
		return x->indicator < y->indicator ? -1 : 1;
	if (x->period != y->period)
		return x->period < y->period ? -1 : 1;
	return (x->turn > y->turn) - (x->turn < y->turn);
}

static bool is_one_turn(const move *a, const move *b)
{
	return by_turn(a, b) == 0;
}

static bool is_about(const study *s, const tally *t, relais_period p, bool is_evolution)
{
	return span_holds(t->span, p) ||
	       (is_evolution && span_holds(span_before(&s->feed, t->span), p));
}

/* What of one turn happened in each group. */
static void gather(const together *t, const move *m, size_t count)
{
	const perimeter *units = &t->s->current;
	cross *c = t->c;

	cross_start(c, t->line, NULL);
	for (size_t i = 0; i < count; i++) {
		size_t at = m[i].column;
		int32_t unit = units->unit_of[at];

		if (figure_is_known(&t->s->feed.plan, at, m[i].period))
			continue;

		size_t to = unit >= 0 ? units->root[unit] : at;

		if (unit >= 0 && cross_moves(c, at, to))
			cross_move(c, t->line, at, to, m[i].is_place_only, m[i].magnitude);
		else if (!m[i].is_place_only && (unit >= 0 || c->level[0].home[at] < c->groups))
			cross_add(c, t->line, to, m[i].magnitude);
	}
}

/* A total that was told with and without too few offices (C3.5). */
static relais_status protect_turns(const together *t, const frame *f, relais_error *err)
{
	bool is_time = t->count != t->c->groups;
	relais_status rc = RELAIS_OK;
	move *list = f->moves.list;
	size_t end;

	for (size_t i = 0; rc == RELAIS_OK && i < f->moves.count; i = end) {
		for (end = i; end < f->moves.count && is_one_turn(&list[i], &list[end]);)
			end++;
		gather(t, list + i, end - i);
		rc = cross_protect(t->c, &t->s->gates.secrecy, t->line, err);
		for (size_t g = 0; g < t->count; g++)
			if (t->line[is_time ? 0 : g].is_secret &&
				is_about(t->s, &t->tallies[g], list[i].period, t->is_evolution))
				t->out[g].is_secret = true;
	}
	return rc;
}

/* ---- figures that tell of those left out ------------------------------------------------ */

/* Is `largest` far enough when `base` is only known to half a `step` (in hundredths of a percent)?
 * Half as far again as promised, because several figures together tell more. */
static bool is_far(const study *s, int64_t base, int step, int64_t largest)
{
	const number *near = &s->gates.nearest;

	return (wide)base * step * power_of_10(near->decimals) >=
	       (wide)largest * 3 * 100 * near->units;
}

/* The rate, with both totals, tells what those outside the perimeter sent: the coarser it is told,
 * the less. A rate of change told in whole percents is the last that is worth anything. */
static void round_rate(const study *s, const tally *t, measure *m)
{
	static const struct {
		int step, decimals;
	} ways[] = { { 10, 1 }, { 100, 0 } };
	const part *now = &t->now.outside, *before = &t->before.outside;
	int64_t base = t->now.top.magnitude < t->before.top.magnitude ? t->now.top.magnitude
								      : t->before.top.magnitude;
	int64_t largest = now->largest > before->largest ? now->largest : before->largest;

	if (!m->has_evolution || s->gates.nearest.units == 0)
		return;
	for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
		if (is_far(s, base, ways[i].step, largest)) {
			m->has_evolution = number_rescale(
				m->evolution, ways[i].decimals, &m->evolution, NULL);
			return;
		}
	m->is_secret = true;
}

static bool round_to(number *n, int64_t step)
{
	if (!number_rescale(*n, 0, n, NULL))
		return false;
	n->units = (n->units + step / 2) / step * step;
	return true;
}

/* What coverage lacks is the silent offices' share of the year before: told exactly, with a
 * published total beside it, it tells their figure. */
static void round_coverage(const study *s, const tally *t, measure *m)
{
	static const int steps[] = { 1, 5, 10 };

	if (t->answered == t->expected || !m->has_coverage)
		return;
	for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
		if (is_far(s, t->expected_weight, steps[i] * 100, t->silent.largest)) {
			m->has_coverage = round_to(&m->coverage, steps[i]);
			return;
		}
	m->has_coverage = false;
}

/* The level of a constant perimeter, or of several months, taken from the totals of the months leaves
 * the offices outside it; and what is known of some of them, such as the total of a territory, leaves
 * the others. It is told when there are none; a rate is told all the same (C3.5). */
static void protect_outside(const study *s, const tally *t, bool is_evolution, measure *m)
{
	bool is_any = t->now.outside.count > 0 || t->before.outside.count > 0;

	if (is_any && (is_evolution || t->steps > 1) && (m->has_value || m->has_previous))
		m->is_level_secret = true;
	if (is_any && is_evolution)
		round_rate(s, t, m);
	round_coverage(s, t, m);
}

static void sort_turns(const frame *f)
{
	if (f->moves.count)
		qsort(f->moves.list, f->moves.count, sizeof *f->moves.list, by_turn);
}

/* What the states told of the months of a span hide, of groups or of one alone. */
static relais_status mask_months(const together *t, const frame *f, relais_span span,
	bool is_sum, bool *hidden, bool *is_withheld, relais_error *err)
{
	relais_status rc = RELAIS_OK;

	if (t->c->groups > 1 || is_sum)
		rc = mask_span(t->s, t->c, f, t->what, span, hidden, err);
	if (rc == RELAIS_OK)
		rc = sums_mask(t->s, t->c, t->what, f, span, hidden, is_withheld, err);
	return rc;
}

static relais_status mask_tally(
	const together *t, const tally *of, bool *hidden, bool *is_withheld, relais_error *err)
{
	const lens *l = t->l;
	relais_status rc =
		mask_months(t, &l->now, of->span, of->steps > 1, hidden, is_withheld, err);

	if (rc != RELAIS_OK || !t->is_evolution)
		return rc;
	return mask_months(t, l->before.cells ? &l->before : &l->now,
		span_before(&t->s->feed, of->span), of->steps > 1, hidden, is_withheld, err);
}

/* What is not there hides nothing. */
static void withhold(measure *m)
{
	m->is_secret = m->is_secret || m->has_value || m->has_previous || m->has_evolution;
}

/* Groups of one period, or periods of one group. */
static relais_status mask_groups(const together *t, relais_error *err)
{
	bool is_time = t->count != t->c->groups;
	relais_status rc = RELAIS_OK;

	for (size_t g = 0; rc == RELAIS_OK && g < (is_time ? t->count : 1); g++) {
		bool is_withheld = false;

		if (is_time)
			memset(t->hidden, 0, cross_room(t->c) * sizeof *t->hidden);
		rc = mask_tally(t, &t->tallies[g], t->hidden, &is_withheld, err);
		for (size_t k = is_time ? g : 0; k <= (is_time ? g : t->count - 1); k++)
			if (is_withheld || (is_time && t->hidden[0]))
				withhold(&t->out[k]);
	}
	return rc;
}

static relais_status protect_lines(const together *t, relais_error *err)
{
	const item *i = t->what;
	bool is_rate = i->over_offices == RULE_RATIO || i->over_offices == RULE_WMEAN;
	const struct {
		bool is_asked;
		const part *(*component)(const tally *);
	} all[] = { { true, now_top }, { t->s->estimate, estimated }, { is_rate, now_bottom },
		{ t->is_evolution, before_top },
		{ t->is_evolution && is_rate, before_bottom } };
	relais_status rc = RELAIS_OK;

	for (size_t k = 0; rc == RELAIS_OK && k < sizeof all / sizeof *all; k++)
		if (all[k].is_asked)
			rc = protect_component(t, all[k].component, err);
	return rc;
}

static relais_status protect_together(together *t, relais_error *err)
{
	size_t room = cross_room(t->c) + t->count;
	relais_status rc = RELAIS_OK;

	t->line = calloc(room + 1, sizeof *t->line);
	t->hidden = calloc(room + 1, sizeof *t->hidden);
	if (!t->line || !t->hidden)
		rc = fail_memory(err);
	if (rc == RELAIS_OK)
		rc = mask_groups(t, err);
	if (rc == RELAIS_OK)
		rc = protect_lines(t, err);
	if (rc == RELAIS_OK)
		rc = protect_turns(t, &t->l->now, err);
	if (rc == RELAIS_OK && t->is_evolution)
		rc = protect_turns(t, &t->l->before, err);
	for (size_t g = 0; rc == RELAIS_OK && g < t->count; g++)
		protect_outside(t->s, &t->tallies[g], t->is_evolution, &t->out[g]);
	free(t->line);
	free(t->hidden);
	return rc;
}

/* Groups in periods: what is told of one period is a line, or a table, of its own. */
static relais_status protect_periods(
	const together *all, const tally *tallies, measure *out, relais_error *err)
{
	const crossing *by = all->c->by;
	tally *tally_of = calloc(by->sets + 1, sizeof *tally_of);
	measure *measure_of = calloc(by->sets + 1, sizeof *measure_of);
	relais_status rc = tally_of && measure_of ? RELAIS_OK : fail_memory(err);

	for (size_t p = 0; rc == RELAIS_OK && p < by->periods; p++) {
		const size_t *at = by->place + p * by->sets;
		together one = *all;

		for (size_t i = 0; i < by->sets; i++) {
			tally_of[i] = tallies[at[i]];
			measure_of[i] = out[at[i]];
		}
		one.tallies = tally_of;
		one.count = by->sets;
		one.out = measure_of;
		rc = protect_together(&one, err);
		for (size_t i = 0; i < by->sets; i++)
			out[at[i]] = measure_of[i];
	}
	free(tally_of);
	free(measure_of);
	return rc;
}

relais_status measures_protect(study *s, crossing *by, const item *i, const lens *l,
	const tally *tallies, bool is_evolution, measure *out, relais_error *err)
{
	cross c;
	together all = { .s = s,
		.what = i,
		.l = l,
		.c = &c,
		.tallies = tallies,
		.count = by->count,
		.is_evolution = is_evolution,
		.out = out };
	relais_status rc;

	if (!by->count)
		return RELAIS_OK;
	rc = cross_open(&c, s, by, err);
	sort_turns(&l->now);
	sort_turns(&l->before);
	if (rc == RELAIS_OK)
		rc = by->periods && by->by.count > 1 ? protect_periods(&all, tallies, out, err)
						     : protect_together(&all, err);
	by->tells_by_margins = c.tells_by_margins;
	cross_close(&c);
	return rc;
}
