/* SPDX-License-Identifier: MIT
 * How it went over time: one row per indicator, group and period, in periods of the
 * indicator's own length. The figures are read once for all of them.
 */
#include "../estimate/estimate.h"
#include "../measure/figures.h"

static relais_status open_next(figures *f, relais_error *err)
{
	study *s = f->study;
	relais_status rc;

	while (f->indicator < s->asked_count) {
		relais_span span;

		f->what = s->asked[f->indicator++];
		if ((rc = study_own_periods(s, f->what, &span, err)) != RELAIS_OK)
			return rc;
		if (!span.from)
			continue;
		rc = lens_open(
			&f->lens, &s->feed, &s->indicators, f->what, span, &s->current, err);
		if (rc != RELAIS_OK)
			return rc;
		f->is_open = true;
		if ((rc = lens_estimate(&f->lens, s, err)) != RELAIS_OK)
			return rc;
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
		&f->lens, &s->feed, &s->indicators, &g, f->span, false, f->tallies, err);
	if (rc != RELAIS_OK)
		return rc;
	return measures_from(s, &s->by, f->what, &f->lens, f->tallies, false, f->measures, err);
}

/* Grouped by a length of time, the series is the totals of those periods. */
static relais_status next_block(figures *f, relais_error *err)
{
	return crossing_is_by_time(&f->study->by) ? figures_next_indicator(f, err)
						  : next_period(f, err);
}

relais_status relais_ask_series(relais_store *store, const relais_question *question,
	relais_rows **out, relais_error *err)
{
	return figures_ask(store, question, false, next_block, out, err);
}
