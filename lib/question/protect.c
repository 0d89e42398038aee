/* SPDX-License-Identifier: MIT
 * What of a study's measures may be told outside (C3): the cells of a line protect each other,
 * a derived figure inherits from its terms, and a figure that with the others would tell what one
 * office sent is told less exactly, or not.
 */
#include <stdlib.h>

#include "../base/error.h"
#include "fraction.h"
#include "inside.h"

/* One component of every group, as a line that sums to a total the reader may know. */
static void protect_component(const study *s, const tally *tallies, size_t count, part *line,
	const part *(*component)(const tally *), measure *out)
{
	for (size_t g = 0; g < count; g++)
		line[g] = *component(&tallies[g]);
	parts_protect(&s->gates.secrecy, line, count);
	for (size_t g = 0; g < count; g++)
		out[g].is_secret = out[g].is_secret || line[g].is_secret;
}

static const part *now_top(const tally *t)
{
	return &t->now.top;
}
static const part *now_bottom(const tally *t)
{
	return &t->now.bottom;
}
/* With the total of those who answered beside it, a total with estimates tells what they add up
 * to, and with it what those who did not answer had one year before. */
static const part *estimated(const tally *t)
{
	return &t->estimated;
}
static const part *before_top(const tally *t)
{
	return &t->before.top;
}
static const part *before_bottom(const tally *t)
{
	return &t->before.bottom;
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

static bool is_within(relais_span span, relais_period p)
{
	return period_last_day(p) >= period_first_day(span.from) &&
	       period_first_day(p) <= period_last_day(span.to);
}

static bool is_about(const study *s, const tally *t, relais_period p, bool is_evolution)
{
	return is_within(t->span, p) ||
	       (is_evolution && is_within(span_before(&s->feed, t->span), p));
}

static bool add_move(part *p, int64_t magnitude)
{
	p->count++;
	if (magnitude > p->largest)
		p->largest = magnitude;
	return number_add(&p->magnitude, magnitude);
}

/* What of one turn happened in each group. */
static void gather(const study *s, const move *m, size_t count, part *line, size_t groups)
{
	for (size_t g = 0; g < groups; g++)
		line[g] = (part){ 0 };
	for (size_t i = 0; i < count; i++) {
		int32_t unit = s->current.unit_of[m[i].column];

		if (unit >= 0 && !add_move(&line[s->group_of[unit]], m[i].magnitude))
			line[s->group_of[unit]].is_secret = true;
	}
}

/* A total that was told with and without too few offices (C3.5). */
static void protect_turns(const study *s, const frame *f, const tally *tallies, size_t count,
	bool is_evolution, part *line, measure *out)
{
	bool is_time = crossing_is_by_time(&s->by);
	size_t groups = is_time ? 1 : count, end;
	move *list = f->moves.list;

	if (f->moves.count)
		qsort(list, f->moves.count, sizeof *list, by_turn);
	for (size_t i = 0; i < f->moves.count; i = end) {
		for (end = i; end < f->moves.count && is_one_turn(&list[i], &list[end]);)
			end++;
		gather(s, list + i, end - i, line, groups);
		parts_protect(&s->gates.secrecy, line, groups);
		for (size_t g = 0; g < count; g++)
			if (line[is_time ? 0 : g].is_secret &&
				is_about(s, &tallies[g], list[i].period, is_evolution))
				out[g].is_secret = true;
	}
}

/* ---- figures that tell of those left out ------------------------------------------------ */

static bool is_telling(const study *s, const part *outside)
{
	return part_is_secret(&s->gates.secrecy, outside);
}

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
	const year_sums *years[] = { &t->now, &t->before };
	int64_t base = t->now.top.magnitude < t->before.top.magnitude ? t->now.top.magnitude
								      : t->before.top.magnitude;
	int64_t largest = 0;

	for (size_t y = 0; y < 2; y++)
		if (is_telling(s, &years[y]->outside) && years[y]->outside.largest > largest)
			largest = years[y]->outside.largest;
	if ((!is_telling(s, &t->now.outside) && !is_telling(s, &t->before.outside)) ||
		!m->has_evolution || s->gates.nearest.units == 0)
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
		if (!is_telling(s, &t->silent) ||
			is_far(s, t->expected_weight, steps[i] * 100, t->silent.largest)) {
			m->has_coverage = round_to(&m->coverage, steps[i]);
			return;
		}
	m->has_coverage = false;
}

/* The level of a constant perimeter, or of whole years, taken from the published totals leaves
 * those outside it: when they are too few, only a rate may be told (C3.5). */
static void protect_outside(const study *s, const tally *t, bool is_evolution, measure *m)
{
	bool telling = is_telling(s, &t->now.outside) || is_telling(s, &t->before.outside) ||
		       t->drops_few;

	if (is_evolution) {
		m->is_level_secret = telling;
		round_rate(s, t, m);
	} else if (t->steps > 1 && telling && m->has_value) {
		m->is_level_secret = true;
	}
	round_coverage(s, t, m);
}

relais_status measures_protect(const study *s, const item *i, const lens *l,
	const tally *tallies, size_t count, bool is_evolution, measure *out, relais_error *err)
{
	bool is_rate = i->over_offices == RULE_RATIO || i->over_offices == RULE_WMEAN;
	part *line = calloc(count + 1, sizeof *line);

	if (!line)
		return fail_memory(err);
	protect_component(s, tallies, count, line, now_top, out);
	if (s->estimate)
		protect_component(s, tallies, count, line, estimated, out);
	if (is_rate)
		protect_component(s, tallies, count, line, now_bottom, out);
	if (is_evolution)
		protect_component(s, tallies, count, line, before_top, out);
	if (is_evolution && is_rate)
		protect_component(s, tallies, count, line, before_bottom, out);
	protect_turns(s, &l->now, tallies, count, is_evolution, line, out);
	if (is_evolution)
		protect_turns(s, &l->before, tallies, count, is_evolution, line, out);
	for (size_t g = 0; g < count; g++)
		protect_outside(s, &tallies[g], is_evolution, &out[g]);
	free(line);
	return RELAIS_OK;
}
