/* SPDX-License-Identifier: MIT
 * Adding units up. The perimeter of a span is the units collected in every one of its periods
 * (C2.6); a unit is expected when it was active and concerned in at least one.
 */
#include "tally.h"

#include "../base/error.h"
#include "estimate.h"
#include "weights.h"

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

/* One unit over a view. */
static bool unit_over(const view *v, size_t unit, cell *out)
{
	bool complete = v->count > 0, expected = false, fits = true;

	*out = (cell){ 0 };
	for (size_t n = 0; n < v->count; n++) {
		const cell *c = frame_cell(v->f, v->first + n, unit);

		expected = expected || state_is_expected(c->state);
		complete = complete && state_is_collected(c->state);
		out->is_revised = out->is_revised || c->is_revised;
		fits = fits && number_add(&out->a, c->a) && number_add(&out->b, c->b);
	}
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
	return number_add(&y->a, c->a) && number_add(&y->b, c->b) &&
	       add_part(&y->top, is_share ? 1 : c->a) && add_part(&y->bottom, c->b);
}

/* What a unit weighs in the coverage: its size the year before. Where values do not sum (means
 * and shares of offices) every office weighs the same; rates weigh by what they are out of. */
static int64_t weight_of(const item *i, const cell *before)
{
	return absolute(i->over_offices == RULE_SUM ? before->a : before->b);
}

static bool add_unit(tally *t, const item *i, const cell *now, const cell *before, bool common)
{
	bool has_now = has_figure(i, now), has_before = has_figure(i, before);
	bool is_share = i->over_offices == RULE_SHARE, counts, fits = true;

	if (state_is_expected(now->state)) {
		t->expected++;
		if (has_before) {
			int64_t weight = weight_of(i, before);

			fits = number_add(&t->expected_weight, weight) &&
			       (!has_now || number_add(&t->answered_weight, weight));
		}
	}
	t->answered += has_now;
	counts = has_now && (!common || has_before);
	if (counts) {
		t->count++;
		t->is_revised =
			t->is_revised || now->is_revised || (common && before->is_revised);
		fits = fits && add_year(&t->now, now, is_share) &&
		       (!common || add_year(&t->before, before, is_share));
	} else if (common && has_now) {
		fits = fits && add_part(&t->now.outside, now->a);
	} else if (common && has_before) {
		fits = fits && add_part(&t->before.outside, before->a);
	}
	return fits;
}

/* Groups without a year before are covered by another size of their units. */
static relais_status weigh_otherwise(lens *l, const feed *s, catalogue *c, const grouping *g,
	const view *now, tally *out, relais_error *err)
{
	relais_status rc = RELAIS_OK;

	for (int which = 0; rc == RELAIS_OK && which < WEIGHTS; which++) {
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
			cell sum;

			if (!t->is_unweighed || !unit_over(now, u, &sum) ||
				!state_is_expected(sum.state))
				continue;
			if (number_add(&t->expected_weight, weights[u]) &&
				has_figure(l->what, &sum))
				t->answered_weight += weights[u];
		}
	}
	return rc;
}

relais_status lens_tally(lens *l, const feed *s, catalogue *c, const grouping *g,
	relais_span span, bool is_evolution, tally *out, relais_error *err)
{
	relais_span in = span_in(span, l->now.length);
	view now, before;

	if (l->what->over_time == TIME_LAST)
		in.from = in.to;
	now = look(&l->now, in);
	in = (relais_span){ period_year_before(in.from), period_year_before(in.to) };
	before = look(l->before.cells ? &l->before : &l->now, in);
	for (size_t n = 0; n < g->groups; n++)
		out[n] = (tally){ .span = span, .steps = (int)now.count };
	for (size_t u = 0; u < g->units->units; u++) {
		cell this, last;

		if (!unit_over(&now, u, &this) || !unit_over(&before, u, &last) ||
			!add_unit(&out[g->group_of[u]], l->what, &this, &last, is_evolution) ||
			(l->estimates && !is_evolution && !has_figure(l->what, &this) &&
				!estimates_add(
					l, now.first, now.count, u, &out[g->group_of[u]])))
			return fail(err, RELAIS_E_DATA,
				"the sum of '%s' does not fit in 64 bits", l->what->about.code);
	}
	return weigh_otherwise(l, s, c, g, &now, out, err);
}
