/* SPDX-License-Identifier: MIT
 * What of a study's measures may be told outside (C3): the cells of a line protect each other,
 * a derived figure inherits from its terms, and a figure that with the others would tell what one
 * office sent is told less exactly, or not.
 */
#include <stdlib.h>

#include "../../base/error.h"
#include "../measure/fraction.h"
#include "../study/inside.h"

/* One component of every group, as a line that sums to a total the reader may know. */
static void protect_component(const study *s, const tally *tallies, size_t count, part *line,
	const part *(*component)(const tally *), const bool *hidden, measure *out)
{
	for (size_t g = 0; g < count; g++) {
		line[g] = *component(&tallies[g]);
		line[g].is_secret = hidden[g] && out[g].has_value;
		/* Hidden for a month of it: the sum must not be told by the others. */
		if (line[g].is_secret && tallies[g].steps > 1)
			line[g] = (part){ .count = 1, .is_secret = true };
	}
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

/* Is an office in one group or another? */
static bool is_by_place(const study *s)
{
	return s->by.by.count == 1 && !crossing_is_by_time(&s->by);
}

size_t study_group_left(const study *s, size_t column, size_t groups)
{
	const group_keys *by = &s->by.by;
	const char *codes[MOST_KEYS] = { NULL };
	size_t at;

	if (!is_by_place(s))
		return groups;
	codes[0] = s->offices.offices[column].attribute[by->key[0]];
	if (!codes[0])
		codes[0] = "";
	at = crossing_find(&s->by, codes);
	return at < groups ? at : groups;
}

/* What of one turn happened in each group. */
static void gather(const study *s, const move *m, size_t count, part *line, size_t groups)
{
	for (size_t g = 0; g < groups; g++)
		line[g] = (part){ 0 };
	for (size_t i = 0; i < count; i++) {
		int32_t unit = s->current.unit_of[m[i].column];
		size_t to = unit < 0 ? groups : (size_t)s->group_of[unit];
		size_t left = unit < 0 ? groups : study_group_left(s, m[i].column, groups);

		if (m[i].is_place_only && (left == to || !is_by_place(s)))
			continue;
		if (to < groups && !add_move(&line[to], m[i].magnitude))
			line[to].is_secret = true;
		if (left < groups && left != to && !add_move(&line[left], m[i].magnitude))
			line[left].is_secret = true;
	}
}

/* A total that was told with and without too few offices (C3.5). */
static void protect_turns(const study *s, const frame *f, const tally *tallies, size_t count,
	bool is_evolution, part *line, measure *out)
{
	bool is_time = crossing_is_by_time(&s->by);
	size_t groups = is_time ? 1 : count, end;
	move *list = f->moves.list;

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

/* Groups that any month of theirs hides. */
static relais_status mask_groups(const study *s, const item *i, const lens *l, const tally *t,
	size_t count, bool is_evolution, bool *hidden, relais_error *err)
{
	relais_status rc;

	sort_turns(&l->now);
	sort_turns(&l->before);
	if (count < 2 || crossing_is_by_time(&s->by))
		return RELAIS_OK;
	rc = mask_span(s, &l->now, i, t->span, hidden, count, err);
	if (rc != RELAIS_OK || !is_evolution)
		return rc;
	return mask_span(s, l->before.cells ? &l->before : &l->now, i,
		span_before(&s->feed, t->span), hidden, count, err);
}

static void protect_lines(const study *s, const item *i, const tally *tallies, size_t count,
	bool is_evolution, const bool *hidden, part *line, measure *out)
{
	bool is_rate = i->over_offices == RULE_RATIO || i->over_offices == RULE_WMEAN;
	const struct {
		bool is_asked;
		const part *(*component)(const tally *);
	} all[] = { { true, now_top }, { s->estimate, estimated }, { is_rate, now_bottom },
		{ is_evolution, before_top }, { is_evolution && is_rate, before_bottom } };

	for (size_t k = 0; k < sizeof all / sizeof *all; k++)
		if (all[k].is_asked)
			protect_component(
				s, tallies, count, line, all[k].component, hidden, out);
}

relais_status measures_protect(const study *s, const item *i, const lens *l,
	const tally *tallies, size_t count, bool is_evolution, measure *out, relais_error *err)
{
	part *line = calloc(count + 1, sizeof *line);
	bool *hidden = calloc(count + 1, sizeof *hidden);
	relais_status rc = line && hidden ? RELAIS_OK : fail_memory(err);

	if (rc == RELAIS_OK && count)
		rc = mask_groups(s, i, l, tallies, count, is_evolution, hidden, err);
	if (rc == RELAIS_OK) {
		protect_lines(s, i, tallies, count, is_evolution, hidden, line, out);
		protect_turns(s, &l->now, tallies, count, is_evolution, line, out);
		if (is_evolution)
			protect_turns(s, &l->before, tallies, count, is_evolution, line, out);
		for (size_t g = 0; g < count; g++)
			protect_outside(s, &tallies[g], is_evolution, &out[g]);
	}
	free(line);
	free(hidden);
	return rc;
}
