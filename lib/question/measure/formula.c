/* SPDX-License-Identifier: MIT
 * Derived indicators, office by office: sums of others ("a+b+?c": c counts 0 where nothing
 * was collected), counts of a register, and the pairs behind means and ratios.
 */
#include "formula.h"

#include <stdlib.h>
#include <string.h>

#include "../../base/error.h"
#include "../labels/labels_count.h"
#include "fraction.h"

enum { DEEPEST = 8 };

static relais_status read_values(
	frame *f, const feed *s, const item *i, window w, int depth, relais_error *err);

static relais_status too_large(const item *i, relais_error *err)
{
	return fail(
		err, RELAIS_E_DATA, "the figures of '%s' do not fit in 64 bits", i->about.code);
}

static relais_status no_register(const item *i, const term *t, relais_error *err)
{
	return fail(err, RELAIS_E_DATA,
		"'%s' is counted from a register the store does not hold yet (%.*s): the labels, classements or trainings of the offices",
		i->about.code, (int)t->length, t->code);
}

/* One for every office that had a label on the last day of the period. */
static void mark_labels(frame *f, const feed *s, const labels *l, const label_register *of)
{
	for (size_t step = 0; step < f->steps; step++) {
		relais_day day = period_last_day(frame_period(f, step));

		for (size_t n = 0; n < l->count; n++) {
			const office *o = roster_office(
				s->offices, label_register_counts(l, of, &l->all[n], day));

			if (o)
				f->cells[step * f->width + (size_t)(o - s->offices->offices)]
					.a = 1;
		}
	}
}

static relais_status count_labels(frame *f, const feed *s, const item *i, const term *t,
	const label_register *of, window w, relais_error *err)
{
	labels l;
	relais_status rc = labels_read(&l, s->store, s->known, err);

	if (rc != RELAIS_OK)
		return rc;
	if (!label_register_is_kept(&l, of))
		rc = no_register(i, t, err);
	else if ((rc = frame_make(f, s, w, err)) == RELAIS_OK) {
		for (size_t c = 0; c < f->steps * f->width; c++)
			f->cells[c] = (cell){ .state = STATE_VALUE };
		f->rows = f->steps * f->width;
		mark_labels(f, s, &l, of);
	}
	labels_close(&l);
	return rc;
}

/* One for every office; whether it is active is settled when offices become units. */
static relais_status count_offices(
	frame *f, const feed *s, const item *i, const term *t, window w, relais_error *err)
{
	enum { PREFIX = 9 }; /* "register:" */
	const label_register *of = label_register_named(t->code + PREFIX, t->length - PREFIX);
	relais_status rc;

	if (of)
		return count_labels(f, s, i, t, of, w, err);
	if (t->length != 16 || strncmp(t->code, "register:offices", 16) != 0)
		return no_register(i, t, err);
	if ((rc = frame_make(f, s, w, err)) != RELAIS_OK)
		return rc;
	for (size_t c = 0; c < f->steps * f->width; c++)
		f->cells[c] = (cell){ .a = 1, .state = STATE_VALUE };
	f->rows = f->steps * f->width;
	return RELAIS_OK;
}

static relais_status read_term(frame *f, const feed *s, const item *i, const term *t, window w,
	int depth, relais_error *err)
{
	const item *other;

	*f = (frame){ 0 };
	if (t->is_register)
		return count_offices(f, s, i, t, w, err);
	other = catalogue_item(s->indicators, t->code, t->length);
	if (!other)
		return fail(err, RELAIS_E_DATA,
			"the formula of '%s' names '%.*s', which is no indicator",
			i->about.code, (int)t->length, t->code);
	if (depth == DEEPEST)
		return fail(err, RELAIS_E_DATA, "the formula of '%s' goes round in a circle",
			i->about.code);
	return read_values(f, s, other, w, depth + 1, err);
}

static bool rescale(frame *f, int decimals)
{
	for (size_t c = 0; f->a_decimals != decimals && c < f->steps * f->width; c++) {
		number n = { f->cells[c].a, f->a_decimals };

		if (!number_rescale(n, decimals, &n, NULL))
			return false;
		f->cells[c].a = n.units;
	}
	f->a_decimals = decimals;
	return true;
}

/* Why a figure of two terms is not there: what is known for good goes before what may come. */
static uint8_t why_not(uint8_t a, uint8_t b)
{
	static const uint8_t first[] = { STATE_NOT_CONCERNED, STATE_REFUSED, STATE_MISSING };

	for (size_t i = 0; i < sizeof first; i++)
		if (a == first[i] || b == first[i])
			return first[i];
	return STATE_ABSENT;
}

/* A term that must be there decides with its absence; an optional one counts 0 for an office
 * that had not sent it by then (and never because a month is late). */
static bool add_cell(cell *to, const cell *from, bool is_optional)
{
	to->is_revised = to->is_revised || from->is_revised;
	if (!state_is_collected(from->state)) {
		if (!is_optional)
			to->state = why_not(to->state, from->state);
		return true;
	}
	if (from->state == STATE_VALUE && to->state == STATE_ZERO)
		to->state = STATE_VALUE;
	return !state_is_collected(to->state) || number_add(&to->a, from->a);
}

/* `since`: of an optional term, from when each office sent it; NULL: the term must be there. */
static bool add_frame(frame *to, frame *from, const relais_day *since)
{
	int decimals = to->a_decimals > from->a_decimals ? to->a_decimals : from->a_decimals;

	if (!rescale(to, decimals) || !rescale(from, decimals))
		return false;
	for (size_t step = 0; step < to->steps; step++) {
		cell *sum = to->cells + step * to->width;
		const cell *one = from->cells + step * to->width;
		relais_day day = since ? period_first_day(frame_period(to, step)) : 0;

		for (size_t c = 0; c < to->width; c++)
			if (!add_cell(&sum[c], &one[c], since && day < since[c]))
				return false;
	}
	to->rows += from->rows;
	return moves_take(&to->moves, &from->moves);
}

/* The sum starts as zeros that nothing was said about: the first term that must be there
 * replaces them. */
static relais_status read_formula(frame *f, const feed *s, const item *i, const char *formula,
	window w, int depth, relais_error *err)
{
	relais_status rc = frame_make(f, s, w, err);
	term t;

	for (size_t c = 0; rc == RELAIS_OK && c < f->steps * f->width; c++)
		f->cells[c].state = STATE_ZERO;
	while (rc == RELAIS_OK && formula_next(&formula, &t)) {
		const relais_day *since = NULL;
		frame more;

		rc = read_term(&more, s, i, &t, w, depth, err);
		if (rc == RELAIS_OK && t.is_optional)
			rc = feed_senders(s, catalogue_item(s->indicators, t.code, t.length),
				&since, err);
		if (rc == RELAIS_OK && !add_frame(f, &more, since))
			rc = too_large(i, err);
		frame_free(&more);
	}
	return rc;
}

/* Plain values: collected, or a sum of others. */
static relais_status read_values(
	frame *f, const feed *s, const item *i, window w, int depth, relais_error *err)
{
	*f = (frame){ 0 };
	if (!i->about.derived)
		return frame_collected(f, s, i, w, err);
	if (!i->about.numerator || i->about.denominator)
		return fail(err, RELAIS_E_DATA,
			"'%s' is a rate: it can be no term of another formula", i->about.code);
	return read_formula(f, s, i, i->about.numerator, w, depth, err);
}

/* A pair exists where both were collected; otherwise its absence says why. */
static void pair_ratio(cell *c, const cell *below)
{
	c->is_revised = c->is_revised || below->is_revised;
	c->b = below->a;
	if (!state_is_collected(c->state) || !state_is_collected(below->state)) {
		c->state = why_not(c->state, below->state);
		c->a = c->b = 0;
	} else if (below->state == STATE_VALUE)
		c->state = STATE_VALUE;
}

/* A weight of 0 (no answers that month) is a month accounted for, whatever the value says. */
static bool pair_weighted(cell *c, const cell *weight)
{
	c->is_revised = c->is_revised || weight->is_revised;
	if (state_is_collected(weight->state) && weight->a == 0) {
		*c = (cell){ .state = STATE_ZERO, .is_revised = c->is_revised };
		return true;
	}
	pair_ratio(c, weight);
	return !state_is_collected(c->state) || !__builtin_mul_overflow(c->a, c->b, &c->a);
}

static relais_status pair_with(frame *f, const feed *s, const item *i, const char *formula,
	window w, relais_error *err)
{
	bool is_weight = i->over_offices == RULE_WMEAN, fits = true;
	frame below;
	relais_status rc = read_formula(&below, s, i, formula, w, 0, err);

	for (size_t c = 0; rc == RELAIS_OK && c < f->steps * f->width; c++)
		if (!is_weight)
			pair_ratio(&f->cells[c], &below.cells[c]);
		else
			fits = fits && pair_weighted(&f->cells[c], &below.cells[c]);
	f->b_decimals = below.a_decimals;
	f->rows += below.rows;
	fits = moves_take(&f->moves, &below.moves) && fits;
	if (is_weight)
		f->a_decimals += below.a_decimals;
	frame_free(&below);
	return rc == RELAIS_OK && !fits ? too_large(i, err) : rc;
}

relais_status frame_read(frame *f, const feed *s, const item *i, window w, relais_error *err)
{
	const indicator *a = &i->about;
	relais_status rc;

	*f = (frame){ 0 };
	if (a->derived && a->numerator)
		rc = read_formula(f, s, i, a->numerator, w, 0, err);
	else
		rc = frame_collected(f, s, i, w, err);
	if (rc == RELAIS_OK && i->over_offices == RULE_RATIO && a->denominator)
		rc = pair_with(f, s, i, a->denominator, w, err);
	else if (rc == RELAIS_OK && i->over_offices == RULE_WMEAN && a->weight)
		rc = pair_with(f, s, i, a->weight, w, err);
	else
		for (size_t c = 0; rc == RELAIS_OK && c < f->steps * f->width; c++)
			f->cells[c].b = 1;
	if (rc != RELAIS_OK)
		frame_free(f);
	f->is_additive = i->over_offices == RULE_SUM &&
			 !(a->numerator && strncmp(a->numerator, "register:", 9) == 0);
	return rc;
}

relais_status feed_read_ahead(const feed *s, const item *i, relais_span span, relais_error *err)
{
	const window w = { span, false };
	const char *formula = i->about.numerator;
	relais_status rc = RELAIS_OK;
	frame f;
	term t;

	if (!feed_has_room(s, w) || (i->about.derived && !formula))
		return RELAIS_OK;
	if (!i->about.derived) {
		rc = frame_collected(&f, s, i, w, err);
		frame_free(&f);
		return rc;
	}
	while (rc == RELAIS_OK && formula_next(&formula, &t)) {
		const item *other =
			t.is_register ? NULL : catalogue_item(s->indicators, t.code, t.length);

		if (other && !other->about.derived) {
			rc = frame_collected(&f, s, other, w, err);
			frame_free(&f);
		}
	}
	return rc;
}
