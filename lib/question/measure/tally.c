/* SPDX-License-Identifier: MIT
 * Adding units up. The perimeter of a span is the units collected in every one of its periods
 * (C2.6); a unit is expected when it was active and concerned in at least one.
 */
#include "tally.h"

#include <stdlib.h>
#include <string.h>

#include "../../base/error.h"
#include "../estimate/estimate.h"
#include "../study/family.h"
#include "../study/weights.h"

/* A range of steps of a frame; count 0: outside what was read. */
typedef struct view {
	const frame *f;
	size_t first, count;
} view;

static view look(const frame *f, relais_span span)
{
	ptrdiff_t first, last;

	if (!f->cells)
		return (view){ 0 };
	first = frame_step(f, span.from);
	last = frame_step(f, span.to);
	if (first < 0 || last < first)
		return (view){ 0 };
	return (view){ f, (size_t)first, (size_t)(last - first + 1) };
}

/* One unit in one year. */
typedef struct presence {
	cell sum;
	bool some; /* of its periods are there */
} presence;

/* A step of a unit, or (in `room`) of its family together; NULL when it does not fit. */
static const cell *at_step(
	const view *v, size_t step, size_t unit, const int32_t *family, cell *room)
{
	if (!family)
		return frame_cell(v->f, step, unit);
	*room = *frame_cell(v->f, step, unit);
	for (size_t u = unit + 1; u < v->f->width; u++)
		if (family[u] == family[unit] && !cell_join(room, frame_cell(v->f, step, u)))
			return NULL;
	return room;
}

/* One unit over a view; with `family`, all that has the same one. */
static bool unit_over(const view *v, size_t unit, const int32_t *family, presence *p)
{
	bool complete = v->count > 0, expected = false, fits = true, partial = true,
	     open = false;
	cell *out = &p->sum;
	uint32_t who = 0;

	*p = (presence){ 0 };
	for (size_t n = 0; n < v->count; n++) {
		cell room;
		const cell *c = at_step(v, v->first + n, unit, family, &room);

		if (!c)
			return false;
		expected = expected || state_is_expected(c->state);
		complete = complete && state_is_collected(c->state);
		p->some = p->some || state_is_collected(c->state);
		partial = partial && (c->answered || state_is_collected(c->state));
		who = who * HASH_STEP + c->answered + 1;
		out->is_revised = out->is_revised || c->is_revised;
		out->is_shared = out->is_shared || c->is_shared;
		open = open || c->answered || (state_is_collected(c->state) && !c->is_known);
		fits = fits && number_add(&out->a, c->a) && number_add(&out->b, c->b) &&
		       number_add(&out->known_a, c->known_a) &&
		       number_add(&out->known_b, c->known_b);
	}
	out->is_known = p->some && !open;
	out->answered = partial && fits && !complete ? who : 0;
	out->state = complete ? STATE_VALUE : expected ? STATE_MISSING : STATE_INACTIVE;
	return fits || !complete;
}

static bool has_figure(const item *i, const cell *c)
{
	return c->state == STATE_VALUE && (i->over_offices != RULE_WMEAN || c->b != 0);
}

static int64_t absolute(int64_t value)
{
	return value < 0 ? -value : value;
}

static bool add_part(part *p, int64_t contribution)
{
	contribution = absolute(contribution);
	p->count++;
	if (contribution > p->largest)
		p->largest = contribution;
	return number_add(&p->magnitude, contribution);
}

static bool add_year(year_sums *y, const cell *c, bool is_share)
{
	if (!c->is_known && (!add_part(&y->open_top, is_share ? 1 : cell_open_a(c)) ||
				    !add_part(&y->open_bottom, cell_open_b(c))))
		return false;
	return number_add(&y->a, c->a) && number_add(&y->b, c->b) &&
	       add_part(&y->top, is_share ? 1 : c->a) && add_part(&y->bottom, c->b);
}

/* What a unit weighs in the coverage: its size the year before. Where values do not sum (means
 * and shares of offices) every office weighs the same; rates weigh by what they are out of. */
static int64_t weight_of(const item *i, const cell *before)
{
	return absolute(i->over_offices == RULE_SUM ? before->a : before->b);
}

/* A weight of 0 adds nothing to a mean. */
static bool add_outside(year_sums *y, const item *i, const presence *p)
{
	if (!p->some || p->sum.is_known || (i->over_offices == RULE_WMEAN && p->sum.b == 0))
		return true;
	return add_part(&y->outside, cell_open_a(&p->sum));
}

static bool weigh(
	tally *t, const item *i, const presence *now, const presence *before, bool parted)
{
	int64_t weight = weight_of(i, &before->sum);

	if (!has_figure(i, &before->sum))
		return true;
	if (!number_add(&t->expected_weight, weight))
		return false;
	return has_figure(i, &now->sum) && !parted ? number_add(&t->answered_weight, weight)
						   : add_part(&t->silent, weight);
}

/* `broken`: its definition changed in the span or, in an evolution, between the two years; then
 * what it was and what it is stand each outside the common set, and cover nothing of it. */
static bool add_unit(tally *t, const item *i, const presence *now, const presence *before,
	bool common, bool broken)
{
	bool has_now = has_figure(i, &now->sum), has_before = has_figure(i, &before->sum);
	bool parted = broken && common && has_now && has_before;
	bool is_share = i->over_offices == RULE_SHARE, fits = true;

	if (state_is_expected(now->sum.state)) {
		t->expected++;
		fits = weigh(t, i, now, before, parted);
	}
	t->answered += has_now;
	if (!has_now || (common && !has_before) || parted) {
		t->has_break = t->has_break || parted;
		return fits && add_outside(&t->now, i, now) &&
		       (!common || add_outside(&t->before, i, before));
	}
	t->has_break = t->has_break || broken;
	t->count++;
	t->is_revised =
		t->is_revised || now->sum.is_revised || (common && before->sum.is_revised);
	t->has_estimates =
		t->has_estimates || now->sum.is_shared || (common && before->sum.is_shared);
	return fits && add_year(&t->now, &now->sum, is_share) &&
	       (!common || add_year(&t->before, &before->sum, is_share));
}

/* Offices that split are more offices, and nothing else. */
static bool counts_register(const item *i)
{
	const char *numerator = i->about.numerator;

	return numerator && strncmp(numerator, "register:", 9) == 0;
}

/* The head of a family stands for all of it; the others are then nobody. */
static bool unit_with_family(const view *v, size_t unit, const int32_t *family, presence *out)
{
	if (!family || family[unit] < 0)
		return unit_over(v, unit, NULL, out);
	if (family[unit] == (int32_t)unit)
		return unit_over(v, unit, family, out);
	*out = (presence){ .sum = { .state = STATE_INACTIVE } };
	return true;
}

/* A unit whose family is not here has no past to be compared with; one some bureaux of which are
 * silent has, when the same ones answered in both years (C5.5). */
static bool add_comparable(tally *t, const item *i, int32_t family, presence *now,
	presence *before, bool common, bool broken)
{
	if (common && now->sum.answered && now->sum.answered == before->sum.answered) {
		now->sum.state = before->sum.state = STATE_VALUE;
		/* No total has them: the level less the total would tell them (C3.5). */
		if (!add_part(&t->now.outside, now->sum.a) ||
			!add_part(&t->before.outside, before->sum.a))
			return false;
	}
	if (common && family == FAMILY_BROKEN) {
		t->has_break = t->has_break || state_is_expected(now->sum.state);
		before->sum = (cell){ .state = STATE_INACTIVE };
	}
	return add_unit(t, i, now, before, common, broken);
}

/* Groups without a year before are covered by another size of their units. */
static relais_status weigh_otherwise(lens *l, const feed *s, catalogue *c, const grouping *g,
	const view *now, tally *out, relais_error *err)
{
	relais_status rc = RELAIS_OK;

	for (int which = 0; rc == RELAIS_OK && !l->is_plain && which < WEIGHTS; which++) {
		const int64_t *weights = NULL;
		bool wanted = false;

		for (size_t n = 0; n < g->groups; n++)
			wanted = wanted || (out[n].expected && !out[n].expected_weight);
		if (wanted)
			rc = lens_weights(l, s, c, g->units, which, &weights, err);
		for (size_t n = 0; n < g->groups && weights; n++)
			out[n].is_unweighed = !out[n].expected_weight;
		for (size_t u = 0; u < g->units->units && weights; u++) {
			tally *t = &out[g->group_of[u]];
			presence p;

			if (!t->is_unweighed || !unit_over(now, u, NULL, &p) ||
				!state_is_expected(p.sum.state))
				continue;
			if (number_add(&t->expected_weight, weights[u]) &&
				has_figure(l->what, &p.sum))
				t->answered_weight += weights[u];
			else if (!has_figure(l->what, &p.sum) &&
				 !add_part(&t->silent, weights[u]))
				t->silent.largest = INT64_MAX;
		}
	}
	return rc;
}

/* Did its definition change in the span or, compared with what began at `earlier`, since? */
static bool is_broken(const lens *l, size_t unit, relais_period earlier, relais_span in)
{
	if (!l->breaks.count)
		return false;
	if (earlier)
		return unit_breaks_between(&l->breaks, unit, earlier, in.to) != NULL;
	return unit_breaks_in(&l->breaks, unit, period_first_day(in.from),
		       period_last_day(in.to)) != NULL;
}

/* A family is compared as one: what changed for one of them changed for all. */
static bool is_family_broken(const lens *l, size_t unit, const int32_t *family, size_t units,
	relais_period earlier, relais_span in)
{
	if (!l->breaks.count || !family || family[unit] != (int32_t)unit)
		return is_broken(l, unit, earlier, in);
	for (size_t u = 0; u < units; u++)
		if (family[u] == (int32_t)unit && is_broken(l, u, earlier, in))
			return true;
	return false;
}

static void testify(unit_figure *out, const item *i, int32_t family, const presence *now,
	const presence *before, bool common, bool broken)
{
	*out = (unit_figure){ now->sum, before->sum, .family = family, .is_broken = broken };
	out->has_now = has_figure(i, &now->sum);
	out->has_before = has_figure(i, &before->sum);
	out->weight = out->has_before ? weight_of(i, &before->sum) : 0;
	out->counts = out->has_now && (!common || (out->has_before && !broken));
}

/* What a unit lacks may be estimated; not of the parts of an office that split. */
static bool add_estimates(tally *t, const lens *l, const view *now, size_t unit,
	const int32_t *family, const presence *this, bool is_evolution)
{
	return !l->estimates || is_evolution || has_figure(l->what, &this->sum) ||
	       (family && family[unit] != FAMILY_NONE) ||
	       estimates_add(l, now->first, now->count, unit, t);
}

relais_status lens_tally(lens *l, const feed *s, catalogue *c, const grouping *g,
	relais_span span, bool is_evolution, tally *out, relais_error *err)
{
	relais_span in = span_in(span, l->now.length), now_in;
	int32_t *family = NULL;
	relais_status rc = RELAIS_OK;
	view now, before;

	if (l->what->over_time == TIME_LAST)
		in.from = in.to;
	now = look(&l->now, in);
	now_in = in;
	in = span_before(s, in);
	before = look(l->before.cells ? &l->before : &l->now, in);
	for (size_t n = 0; n < g->groups; n++)
		out[n] = (tally){ .span = span, .steps = (int)now.count };
	if (!counts_register(l->what))
		rc = families_make(
			g, &l->now, is_evolution ? in : now_in, now_in, &family, err);
	for (size_t u = 0; rc == RELAIS_OK && u < g->units->units; u++) {
		tally *t = &out[g->group_of[u]];
		int32_t kin = family ? family[u] : FAMILY_NONE;
		bool broken = is_family_broken(
			l, u, family, g->units->units, is_evolution ? in.from : 0, now_in);
		presence this, last;

		if (!unit_with_family(&now, u, family, &this) ||
			!unit_with_family(&before, u, family, &last) ||
			!add_comparable(t, l->what, kin, &this, &last, is_evolution, broken) ||
			!add_estimates(t, l, &now, u, family, &this, is_evolution))
			rc = fail(err, RELAIS_E_DATA, "the sum of '%s' does not fit in 64 bits",
				l->what->about.code);
		else if (l->witness)
			testify(&l->witness[u], l->what, kin, &this, &last, is_evolution,
				broken);
	}
	free(family);
	return rc == RELAIS_OK ? weigh_otherwise(l, s, c, g, &now, out, err) : rc;
}
