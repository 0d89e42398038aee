/* SPDX-License-Identifier: MIT
 * How it went over time: one row per indicator, group and period, in periods of the
 * indicator's own length. The figures are read once for all of them.
 */
#include "figures.h"

#include "../base/error.h"

/* The periods of the indicator's own length that lie wholly inside the question's span. */
static relais_status own_periods(figures *f, relais_span *out, relais_error *err)
{
	study *s = f->study;
	item *i = &s->indicators.items[f->what - s->indicators.items];
	relais_span months;
	reach r;
	relais_status rc = catalogue_reach(&s->indicators, i, &r, err);

	*out = r.span;
	if (rc != RELAIS_OK || !s->span.from)
		return rc;
	months = span_in(s->span, LENGTH_MONTH);
	*out = span_in(months, r.length);
	if (period_months(out->from).from < months.from)
		out->from = period_next(out->from);
	if (period_months(out->to).to > months.to)
		out->to = period_previous(out->to);
	if (out->to < out->from)
		*out = (relais_span){ 0, 0 };
	return RELAIS_OK;
}

static relais_status open_next(figures *f, relais_error *err)
{
	study *s = f->study;
	relais_status rc;

	while (f->indicator < s->asked_count) {
		relais_span span;

		f->what = s->asked[f->indicator++];
		if ((rc = own_periods(f, &span, err)) != RELAIS_OK)
			return rc;
		if (!span.from)
			continue;
		rc = lens_open(
			&f->lens, &s->source, &s->indicators, f->what, span, &s->current, err);
		if (rc != RELAIS_OK)
			return rc;
		f->is_open = true;
		if (lens_saw_anything(&f->lens) || f->what->is_named) {
			f->period = span.from;
			f->last = span.to;
			return RELAIS_OK;
		}
		lens_close(&f->lens);
		f->is_open = false;
	}
	return RELAIS_END;
}

static relais_status next_period(figures *f, relais_error *err)
{
	study *s = f->study;
	grouping g = study_grouping(s);
	relais_status rc;

	if (f->is_open && f->period > f->last) {
		lens_close(&f->lens);
		f->is_open = false;
	}
	if (!f->is_open && (rc = open_next(f, err)) != RELAIS_OK)
		return rc;
	f->span = (relais_span){ f->period, f->period };
	f->period = period_next(f->period);
	rc = lens_tally(
		&f->lens, &s->source, &s->indicators, &g, f->span, false, f->tallies, err);
	if (rc != RELAIS_OK)
		return rc;
	return measures_from(
		s, f->what, &f->lens, f->tallies, s->group_count, false, f->measures, err);
}

/* Grouped by a length of time, the series is the totals of those periods. */
static relais_status next_block(figures *f, relais_error *err)
{
	return key_is_time(f->study->key) ? figures_next_indicator(f, err)
					  : next_period(f, err);
}

relais_status relais_ask_series(relais_store *store, const relais_question *question,
	relais_rows **out, relais_error *err)
{
	return figures_ask(store, question, false, next_block, out, err);
}
