/* SPDX-License-Identifier: MIT
 * Who has not sent what, and how late: the offices active in an ended period without a word on
 * an indicator that the network does collect. Who said no, or has nothing to say, is not late.
 */
#include <stdlib.h>
#include <string.h>

#include "../../base/error.h"
#include "../../base/rows.h"
#include "../../base/words.h"
#include "../study/inside.h"

static const relais_column columns[] = { { "office", N_("Office"), RELAIS_CODE },
	{ "name", N_("Name"), RELAIS_TEXT }, { "indicator", N_("Indicator"), RELAIS_CODE },
	{ "period", N_("Period"), RELAIS_PERIOD },
	{ "days_late", N_("Days late"), RELAIS_COUNT },
	{ "last_period", N_("Last sent"), RELAIS_PERIOD } };

static const relais_column office_columns[] = { { "office", N_("Office"), RELAIS_CODE },
	{ "name", N_("Name"), RELAIS_TEXT }, { "period", N_("Period"), RELAIS_PERIOD },
	{ "missing", N_("Missing"), RELAIS_COUNT }, { "sent", N_("Sent"), RELAIS_COUNT },
	{ "days_late", N_("Days late"), RELAIS_COUNT },
	{ "last_period", N_("Last sent"), RELAIS_PERIOD } };

/* What is kept of these on a narrow terminal. */
static const char in_short[] = "office indicator period missing | days_late name last_period";

typedef struct gap {
	size_t office, indicator; /* positions in the register and in what is asked */
	relais_period period, last;
	bool is_sent; /* no gap: kept to tell what an office did send */
} gap;

typedef struct gaps {
	study *study;
	gap *list;
	size_t count, room;
	bool by_office;
	frame year, all; /* of the indicator: the year before and the span; everything */
} gaps;

static relais_status add(gaps *g, gap one, relais_error *err)
{
	if (g->count == g->room) {
		size_t room = g->room ? g->room * 2 : 256;
		gap *more = realloc(g->list, room * sizeof *more);

		if (!more)
			return fail_memory(err);
		g->list = more;
		g->room = room;
	}
	g->list[g->count++] = one;
	return RELAIS_OK;
}

/* The last period up to `p` an office sent, 0: none in this frame. */
static relais_period last_sent(const frame *f, size_t column, relais_period p)
{
	for (; p >= f->window.span.from && f->cells; p = period_previous(p)) {
		ptrdiff_t step = frame_step(f, p);

		if (step >= 0 && state_is_collected(frame_cell(f, (size_t)step, column)->state))
			return p;
	}
	return 0;
}

static relais_status find_last(gaps *g, const item *i, size_t column, relais_period p,
	relais_period *out, relais_error *err)
{
	study *s = g->study;
	relais_status rc;
	reach r;

	if ((*out = last_sent(&g->year, column, p)) != 0)
		return RELAIS_OK;
	if (!g->all.cells) {
		rc = catalogue_reach(
			&s->indicators, &s->indicators.items[i - s->indicators.items], &r, err);
		if (rc == RELAIS_OK)
			rc = frame_collected(
				&g->all, &s->feed, i, (window){ r.span, false }, err);
		if (rc != RELAIS_OK)
			return rc;
	}
	*out = last_sent(
		&g->all, column, p < g->all.window.span.to ? p : g->all.window.span.to);
	return RELAIS_OK;
}

/* Did anyone at all send the indicator, in the period or within the year before? */
static bool is_collected(const frame *f, relais_period p)
{
	for (relais_period sent = period_year_before(p); sent <= p; sent = period_next(sent)) {
		ptrdiff_t step = frame_step(f, sent);

		for (size_t o = 0; step >= 0 && o < f->width; o++)
			if (state_is_collected(frame_cell(f, (size_t)step, o)->state))
				return true;
	}
	return false;
}

/* Who is to be asked: the office, or its bureaux where they are those who send, in the period or
 * within the year before; nobody once the office has sent. */
static bool is_asked_elsewhere(const gaps *g, size_t o, relais_period p)
{
	const roster *r = &g->study->offices;
	relais_day first = period_first_day(p), last = period_last_day(p);
	bool is_bureau = office_is_bureau(&r->offices[o], first);
	ptrdiff_t main = is_bureau ? r->offices[o].office_of : (ptrdiff_t)o;
	ptrdiff_t step = frame_step(&g->year, p);
	bool they_send = false;

	if (r->offices[main].first_bureau < 0)
		return false;
	if (is_bureau && (!office_is_active(&r->offices[main], first, last)))
		return false;
	if (is_bureau &&
		state_is_collected(frame_cell(&g->year, (size_t)step, (size_t)main)->state))
		return true;
	for (ptrdiff_t b = r->offices[main].first_bureau; b >= 0; b = r->offices[b].next_bureau)
		they_send =
			they_send || (office_is_bureau(&r->offices[b], first) &&
					     office_is_active(&r->offices[b], first, last) &&
					     last_sent(&g->year, (size_t)b, p) != 0);
	return is_bureau ? !they_send : they_send;
}

static relais_status look_at(gaps *g, size_t asked, relais_period p, relais_error *err)
{
	study *s = g->study;
	relais_day first = period_first_day(p), last = period_last_day(p);
	ptrdiff_t step = frame_step(&g->year, p);
	relais_status rc = RELAIS_OK;

	if (step < 0 || last >= s->day || !is_collected(&g->year, p))
		return RELAIS_OK;
	for (size_t o = 0; rc == RELAIS_OK && o < s->offices.count; o++) {
		int state = frame_cell(&g->year, (size_t)step, o)->state;
		gap one = { o, asked, p, 0, g->by_office && state_is_collected(state) };

		if (s->as_were.unit_of[o] < 0 ||
			!office_is_active(&s->offices.offices[o], first, last) ||
			(state != STATE_ABSENT && state != STATE_MISSING && !one.is_sent) ||
			is_asked_elsewhere(g, o, p))
			continue;
		if (one.is_sent)
			one.last = p;
		else
			rc = find_last(g, s->asked[asked], o, p, &one.last, err);
		if (rc == RELAIS_OK)
			rc = add(g, one, err);
	}
	return rc;
}

/* The question's periods; without any, the last one that has ended. */
static relais_status periods_of(gaps *g, const item *i, relais_span *out, relais_error *err)
{
	study *s = g->study;
	relais_period ended;
	reach r;
	relais_status rc = catalogue_reach(
		&s->indicators, &s->indicators.items[i - s->indicators.items], &r, err);

	*out = (relais_span){ 0, 0 };
	if (rc != RELAIS_OK || !r.span.from)
		return rc;
	if (s->span.from)
		return study_own_periods(s, i, out, err);
	ended = period_previous(period_of_day(s->day, r.length));
	*out = (relais_span){ ended, ended };
	return RELAIS_OK;
}

static relais_status look_for(gaps *g, size_t asked, relais_error *err)
{
	const item *i = g->study->asked[asked];
	relais_span span = { 0, 0 }, year;
	relais_status rc = RELAIS_OK;

	if (!i->about.derived)
		rc = periods_of(g, i, &span, err);
	if (rc != RELAIS_OK || !span.from)
		return rc;
	year = (relais_span){ period_year_before(span.from), span.to };
	rc = frame_collected(&g->year, &g->study->feed, i, (window){ year, false }, err);
	for (relais_period p = span.from; rc == RELAIS_OK && p <= span.to; p = period_next(p))
		rc = look_at(g, asked, p, err);
	frame_free(&g->year);
	frame_free(&g->all);
	return rc;
}

static int in_order(const void *a, const void *b)
{
	const gap *x = a, *y = b;

	if (x->office != y->office)
		return x->office < y->office ? -1 : 1;
	if (x->indicator != y->indicator)
		return x->indicator < y->indicator ? -1 : 1;
	return (x->period > y->period) - (x->period < y->period);
}

static void add_lateness(rowlist *list, const study *s, const gap *one)
{
	int64_t late = (int64_t)s->day - period_last_day(one->period) - s->gates.collect_days;

	rowlist_count(list, late > 0 ? late : 0);
	if (one->last)
		rowlist_period(list, one->last);
	rowlist_end_row(list);
}

static relais_status rows_of(gaps *g, relais_rows **out, relais_error *err)
{
	const study *s = g->study;
	rowlist *list = rowlist_new(columns, sizeof columns / sizeof *columns);

	if (g->count)
		qsort(g->list, g->count, sizeof *g->list, in_order);
	for (size_t n = 0; list && n < g->count; n++) {
		const gap *one = &g->list[n];
		const office *o = &s->offices.offices[one->office];

		rowlist_text(list, o->code);
		rowlist_text(list, o->name);
		rowlist_text(list, s->asked[one->indicator]->about.code);
		rowlist_period(list, one->period);
		add_lateness(list, s, one);
	}
	return rows_with_main(out, in_short, rowlist_rows(list, out, err));
}

/* ---- office by office ----------------------------------------------------------- */

static int by_office(const void *a, const void *b)
{
	const gap *x = a, *y = b;

	if (x->period != y->period)
		return x->period < y->period ? -1 : 1;
	return (x->office > y->office) - (x->office < y->office);
}

/* The gaps of one office and period, from `n` on: where they end. */
static size_t count_gaps(const gaps *g, size_t n, size_t *missing, gap *all)
{
	size_t first = n;

	*missing = 0;
	*all = g->list[n];
	for (; n < g->count && by_office(&g->list[first], &g->list[n]) == 0; n++) {
		*missing += !g->list[n].is_sent;
		if (g->list[n].last > all->last)
			all->last = g->list[n].last;
	}
	return n;
}

/* Those who sent nothing come first: `silent` chooses them, or the others. */
static void add_offices(const gaps *g, rowlist *list, bool silent)
{
	const study *s = g->study;
	size_t missing, end;
	gap all;

	for (size_t n = 0; list && n < g->count; n = end) {
		const office *o = &s->offices.offices[g->list[n].office];

		end = count_gaps(g, n, &missing, &all);
		if (missing == 0 || (missing == end - n) != silent)
			continue;
		rowlist_text(list, o->code);
		rowlist_text(list, o->name);
		rowlist_period(list, all.period);
		rowlist_count(list, (int64_t)missing);
		rowlist_count(list, (int64_t)(end - n - missing));
		add_lateness(list, s, &all);
	}
}

static relais_status office_rows(gaps *g, relais_rows **out, relais_error *err)
{
	rowlist *list =
		rowlist_new(office_columns, sizeof office_columns / sizeof *office_columns);

	if (g->count)
		qsort(g->list, g->count, sizeof *g->list, by_office);
	add_offices(g, list, true);
	add_offices(g, list, false);
	return rows_with_main(out, in_short, rowlist_rows(list, out, err));
}

relais_status relais_ask_missing(relais_store *store, const relais_question *question,
	relais_rows **out, relais_error *err)
{
	gaps g = { 0 };
	relais_status rc = study_open(&g.study, store, question, err);

	*out = NULL;
	if (rc != RELAIS_OK)
		return rc;
	g.by_office = question->by != NULL;
	if (g.by_office && strcmp(question->by, "office") != 0)
		rc = fail(err, RELAIS_E_USAGE,
			"who is missing is told figure by figure, or --by office: not by '%s'",
			question->by);
	for (size_t i = 0; rc == RELAIS_OK && i < g.study->asked_count; i++)
		rc = look_for(&g, i, err);
	if (rc == RELAIS_OK)
		rc = g.by_office ? office_rows(&g, out, err) : rows_of(&g, out, err);
	free(g.list);
	study_close(g.study);
	return rc;
}
