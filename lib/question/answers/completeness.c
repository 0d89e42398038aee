/* SPDX-License-Identifier: MIT
 * What was expected of the offices and what came: one row per indicator and period, offices
 * as they were. Coverage weighs the answers by the year before. What came is on time or late by
 * the day its first version came.
 */
#include "../../base/rows.h"

#include <stdlib.h>

#include "../../base/error.h"
#include "../../base/words.h"
#include "../measure/fraction.h"
#include "../study/inside.h"
#include "../study/reception.h"

static const relais_column columns[] = { { "indicator", N_("Indicator"), RELAIS_CODE },
	{ "period", N_("Period"), RELAIS_PERIOD }, { "expected", N_("Expected"), RELAIS_COUNT },
	{ "received", N_("Received"), RELAIS_COUNT },
	{ "zero", N_("Structural zero"), RELAIS_COUNT },
	{ "refused", N_("Refused"), RELAIS_COUNT },
	{ "not_concerned", N_("Not concerned"), RELAIS_COUNT },
	{ "missing", N_("Missing"), RELAIS_COUNT },
	{ "response", N_("Response"), RELAIS_PERCENT },
	{ "coverage", N_("Coverage"), RELAIS_PERCENT },
	{ "on_time", N_("On time"), RELAIS_COUNT }, { "late", N_("Late"), RELAIS_COUNT },
	{ "reopened", N_("Reopened"), RELAIS_COUNT } };

/* What is kept of these on a narrow terminal. */
static const char in_short[] =
	"indicator period received missing | response coverage expected late";

typedef struct counts {
	int64_t expected, by_state[STATE_INACTIVE + 1];
	int64_t late, reopened;
	bool has_arrivals; /* what is computed never comes */
} counts;

static counts count_states(
	const study *s, const frame *f, const reception *came, relais_period p)
{
	counts c = { .has_arrivals = came->arrivals };
	ptrdiff_t step = frame_step(f, p);

	for (size_t o = 0; step >= 0 && o < f->width; o++) {
		int state = frame_cell(f, (size_t)step, o)->state;

		c.by_state[state]++;
		c.expected += state_is_expected(state);
		if (!c.has_arrivals || !state_is_collected(state))
			continue;
		c.late += reception_is_late(s, p, reception_at(came, p, o));
		c.reopened += state == STATE_VALUE && reception_is_back(came, p, o);
	}
	return c;
}

static void count(rowlist *list, bool has, int64_t n)
{
	if (has)
		rowlist_count(list, n);
	else
		rowlist_null(list);
}

static void rate(rowlist *list, int64_t some, int64_t all, int decimals)
{
	number n;

	if (fraction_round(fraction_times(fraction_of(some, all), 100), decimals, &n))
		rowlist_number(list, n);
	else
		rowlist_null(list);
}

/* Published, coverage is told in whole percents: see blur_coverage in measure.c. */
static void add_row(rowlist *list, const study *s, const item *i, relais_period p,
	const counts *c, const tally *weighed)
{
	int64_t came = c->by_state[STATE_VALUE] + c->by_state[STATE_ZERO];

	rowlist_text(list, i->about.code);
	rowlist_period(list, p);
	rowlist_count(list, c->expected);
	rowlist_count(list, c->by_state[STATE_VALUE]);
	rowlist_count(list, c->by_state[STATE_ZERO]);
	rowlist_count(list, c->by_state[STATE_REFUSED]);
	rowlist_count(list, c->by_state[STATE_NOT_CONCERNED]);
	rowlist_count(list, c->by_state[STATE_MISSING] + c->by_state[STATE_ABSENT]);
	rate(list, came, c->expected, NUMBER_MAX_DECIMALS);
	rate(list, weighed->answered_weight, weighed->expected_weight,
		study_is_published(s) ? 0 : NUMBER_MAX_DECIMALS);
	count(list, c->has_arrivals, came - c->late);
	count(list, c->has_arrivals, c->late);
	count(list, c->has_arrivals, c->reopened);
	rowlist_end_row(list);
}

/* What came is counted before weights or terms of a rate make it a figure or not. */
static relais_status read_states(
	study *s, const item *i, relais_span span, frame *out, relais_error *err)
{
	relais_status rc = frame_collected(out, &s->feed, i, (window){ span, false }, err);

	if (rc == RELAIS_OK)
		rc = frame_fold(out, &s->offices, &s->as_were, NULL, err);
	return rc;
}

static relais_status add_periods(study *s, const item *i, relais_span span,
	const grouping *everyone, rowlist *list, relais_error *err)
{
	bool apart = i->over_offices == RULE_WMEAN && !i->about.derived;
	frame states = { 0 };
	reception came = { 0 };
	lens l;
	relais_status rc = lens_open(&l, &s->feed, &s->indicators, i, span, &s->as_were, err);

	if (rc != RELAIS_OK)
		return rc;
	if (!lens_saw_anything(&l) && !i->is_named) {
		lens_close(&l);
		return RELAIS_OK;
	}
	if (apart)
		rc = read_states(s, i, span, &states, err);
	if (rc == RELAIS_OK && !i->about.derived)
		rc = reception_read(&came, s, i, span, &s->as_were, err);
	for (relais_period p = span.from; rc == RELAIS_OK && p <= span.to; p = period_next(p)) {
		counts c = count_states(s, apart ? &states : &l.now, &came, p);
		tally weighed;

		rc = lens_tally(&l, &s->feed, &s->indicators, everyone, (relais_span){ p, p },
			false, &weighed, err);
		if (rc == RELAIS_OK)
			add_row(list, s, i, p, &c, &weighed);
	}
	lens_close(&l);
	frame_free(&states);
	reception_free(&came);
	return rc;
}

static relais_status add_indicators(study *s, rowlist *list, relais_error *err)
{
	int32_t *together = calloc(s->as_were.units + 1, sizeof *together);
	grouping everyone = { &s->as_were, together, 1 };
	relais_status rc = together ? RELAIS_OK : fail_memory(err);

	for (size_t n = 0; rc == RELAIS_OK && n < s->asked_count; n++) {
		const item *i = s->asked[n];
		relais_span span;

		if (i->about.derived && !i->is_named)
			continue;
		rc = study_own_periods(s, i, &span, err);
		if (rc == RELAIS_OK && span.from)
			rc = add_periods(s, i, span, &everyone, list, err);
	}
	free(together);
	return rc;
}

relais_status relais_ask_completeness(relais_store *store, const relais_question *question,
	relais_rows **out, relais_error *err)
{
	rowlist *list;
	study *s;
	relais_status rc = study_open(&s, store, question, err);

	*out = NULL;
	if (rc != RELAIS_OK)
		return rc;
	if (!(list = rowlist_new(columns, sizeof columns / sizeof *columns)))
		rc = fail_memory(err);
	else if ((rc = add_indicators(s, list, err)) != RELAIS_OK)
		rowlist_free(list);
	else
		rc = rows_with_main(out, in_short, rowlist_rows(list, out, err));
	study_close(s);
	return rc;
}
