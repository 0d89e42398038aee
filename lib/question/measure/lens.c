/* SPDX-License-Identifier: MIT
 * Choosing the periods that make a span, and reading them as few times as possible.
 */
#include <stdlib.h>
#include <string.h>

#include "../estimate/estimate.h"

relais_span span_in(relais_span span, period_length length)
{
	return (relais_span){ period_within(period_months(span.from).from, length),
		period_within(period_months(span.to).to, length) };
}

relais_span span_inside(relais_span months, period_length length)
{
	relais_span own = span_in(months, length);

	if (period_months(own.from).from < months.from)
		own.from = period_next(own.from);
	if (period_months(own.to).to > months.to)
		own.to = period_previous(own.to);
	return own.to < own.from ? (relais_span){ 0, 0 } : own;
}

relais_span span_before(const feed *s, relais_span span)
{
	int back = PERIOD_PER_YEAR * (s->base ? period_year(span.to) - s->base : 1);

	return (relais_span){ span.from - back, span.to - back };
}

/* What the spans within one are compared with: with a base, the same year for all of them. */
static relais_span cover_before(const feed *s, relais_span cover)
{
	int years = period_year(cover.to) - period_year(cover.from);
	period_length length = period_length_of(cover.from);

	if (!s->base || !years)
		return span_before(s, cover);
	cover.from = period_within(period_make(s->base - years, SLOT_MONTH), length);
	cover.to = period_within(period_make(s->base, SLOT_MONTH + 11), length);
	return cover;
}

/* Any figure of that very length inside the span? */
static relais_status has_length(catalogue *c, const item *collected, relais_span span,
	period_length length, bool *out, relais_error *err)
{
	static const int first[] = { SLOT_MONTH, SLOT_QUARTER, SLOT_SEMESTER, SLOT_YEAR };
	static const int last[] = { SLOT_MONTH + 11, SLOT_QUARTER + 3, SLOT_SEMESTER + 1,
		SLOT_YEAR };
	relais_span in = span_in(span, length);
	relais_status rc = RELAIS_OK;

	*out = false;
	for (int year = period_year(in.from);
		rc == RELAIS_OK && !*out && year <= period_year(in.to); year++) {
		relais_period from = period_make(year, first[length]);
		relais_period to = period_make(year, last[length]);

		rc = catalogue_has(c, collected, from < in.from ? in.from : from,
			to > in.to ? in.to : to, out, err);
	}
	return rc;
}

static relais_status choose_length(
	catalogue *c, const item *i, relais_span span, period_length *out, relais_error *err)
{
	const item *collected = catalogue_source(c, i);
	period_length asked = period_length_of(span.from);
	relais_status rc = RELAIS_OK;
	bool has = false;

	*out = collected ? asked : LENGTH_MONTH;
	if (!collected)
		return RELAIS_OK;
	for (int length = (int)asked; rc == RELAIS_OK && !has && length > LENGTH_MONTH;
		length--) {
		rc = has_length(c, collected, span, (period_length)length, &has, err);
		*out = has ? (period_length)length : LENGTH_MONTH;
	}
	return rc;
}

/* Two offices that became one were one unit all along, in what counts offices and in shares of them. */
static void count_units_once(frame *f, const item *i)
{
	static const char offices[] = "register:offices";
	bool is_share = i->over_offices == RULE_RATIO && i->about.denominator &&
			strcmp(i->about.denominator, offices) == 0;

	if (!is_share &&
		(i->over_offices != RULE_SUM || strcmp(i->about.numerator, offices) != 0))
		return;
	for (size_t n = 0; n < f->steps * f->width; n++) {
		cell *one = &f->cells[n];

		one->a = one->a > 1 ? 1 : one->a;
		one->b = is_share && one->b > 1 ? 1 : one->b;
	}
}

static relais_status read_units(frame *f, const feed *s, const item *i, relais_span span,
	const perimeter *units, relais_error *err)
{
	relais_status rc = frame_read(f, s, i, (window){ span, false }, err);
	const char *numerator = i->about.numerator;
	bool is_register = numerator && strncmp(numerator, "register:", 9) == 0;

	if (rc == RELAIS_OK && s->plan.day_of && !is_register &&
		(rc = frame_merged(f, s->offices, units, err)) != RELAIS_OK)
		frame_free(f);
	if (rc == RELAIS_OK && (rc = frame_fold(f, s->offices, units,
					is_register ? NULL : &s->plan, err)) != RELAIS_OK)
		frame_free(f);
	if (rc == RELAIS_OK && is_register)
		count_units_once(f, i);
	return rc;
}

relais_status lens_open(lens *l, const feed *s, catalogue *c, const item *i, relais_span cover,
	const perimeter *units, relais_error *err)
{
	relais_span now, before;
	period_length length;
	relais_status rc;

	*l = (lens){ .what = i };
	if ((rc = choose_length(c, i, cover, &length, err)) != RELAIS_OK)
		return rc;
	rc = unit_breaks_find(&l->breaks, &s->breaks, c, i, units, err);
	now = span_in(cover, length);
	if (i->over_time == TIME_LAST && period_count(cover) == 1)
		now.from = now.to;
	before = cover_before(s, now);
	if (before.to >= now.from) {
		now.from = before.from;
		before.from = 0;
	}
	if (rc == RELAIS_OK)
		rc = read_units(&l->now, s, i, now, units, err);
	if (rc == RELAIS_OK && before.from)
		rc = read_units(&l->before, s, i, before, units, err);
	if (rc != RELAIS_OK)
		lens_close(l);
	return rc;
}

void lens_close(lens *l)
{
	frame_free(&l->now);
	frame_free(&l->before);
	unit_breaks_free(&l->breaks);
	for (int w = 0; w < WEIGHTS; w++)
		free(l->weights[w]);
	estimates_free(l->estimates);
	*l = (lens){ 0 };
}
