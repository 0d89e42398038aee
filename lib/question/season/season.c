/* SPDX-License-Identifier: MIT
 * season: what the time of the year does to an indicator. The index of each month is the mean of the
 * years', each over the offices that sent all twelve; a decomposition needs one unbroken series,
 * over the offices that sent all of it.
 */
#include <math.h>
#include <stdlib.h>

#include "../../base/error.h"
#include "../../base/rows.h"
#include "../../base/words.h"
#include "../../stats/order.h"
#include "../../stats/stl.h"
#include "season.h"

static const relais_column figure_columns[] = { { "indicator", N_("Indicator"), RELAIS_CODE },
	{ "group", N_("Group"), RELAIS_CODE }, { "month", N_("Month"), RELAIS_CODE },
	{ "index", N_("Index"), RELAIS_INDEX }, { "years", N_("Years"), RELAIS_COUNT },
	{ "offices", N_("Offices"), RELAIS_COUNT },
	{ "expected", N_("Expected"), RELAIS_COUNT }, { "flag", N_("Flag"), RELAIS_TEXT } };

static const relais_column peak_columns[] = { { "indicator", N_("Indicator"), RELAIS_CODE },
	{ "group", N_("Group"), RELAIS_CODE }, { "peak", N_("Peak"), RELAIS_CODE },
	{ "trough", N_("Trough"), RELAIS_CODE },
	{ "summer", N_("June-August"), RELAIS_PERCENT },
	{ "best_two", N_("Best two"), RELAIS_PERCENT },
	{ "gini", N_("Gini"), RELAIS_COEFFICIENT }, { "years", N_("Years"), RELAIS_COUNT },
	{ "offices", N_("Offices"), RELAIS_COUNT },
	{ "expected", N_("Expected"), RELAIS_COUNT }, { "flag", N_("Flag"), RELAIS_TEXT } };

static const relais_column part_columns[] = { { "indicator", N_("Indicator"), RELAIS_CODE },
	{ "group", N_("Group"), RELAIS_CODE }, { "period", N_("Period"), RELAIS_PERIOD },
	{ "value", N_("Value"), RELAIS_NUMBER }, { "trend", N_("Trend"), RELAIS_INDEX },
	{ "seasonal", N_("Seasonal"), RELAIS_INDEX }, { "rest", N_("Rest"), RELAIS_INDEX },
	{ "offices", N_("Offices"), RELAIS_COUNT }, { "flag", N_("Flag"), RELAIS_TEXT } };

/* The season as a ratio. */
static const relais_column ratio_figure_columns[] = {
	{ "indicator", N_("Indicator"), RELAIS_CODE }, { "group", N_("Group"), RELAIS_CODE },
	{ "month", N_("Month"), RELAIS_CODE }, { "index", N_("Index"), RELAIS_COEFFICIENT },
	{ "years", N_("Years"), RELAIS_COUNT }, { "offices", N_("Offices"), RELAIS_COUNT },
	{ "expected", N_("Expected"), RELAIS_COUNT }, { "flag", N_("Flag"), RELAIS_TEXT }
};

static const relais_column ratio_part_columns[] = { { "indicator", N_("Indicator"),
							    RELAIS_CODE },
	{ "group", N_("Group"), RELAIS_CODE }, { "period", N_("Period"), RELAIS_PERIOD },
	{ "value", N_("Value"), RELAIS_NUMBER }, { "trend", N_("Trend"), RELAIS_INDEX },
	{ "seasonal", N_("Seasonal"), RELAIS_COEFFICIENT },
	{ "rest", N_("Rest"), RELAIS_COEFFICIENT }, { "offices", N_("Offices"), RELAIS_COUNT },
	{ "flag", N_("Flag"), RELAIS_TEXT } };

typedef struct asked {
	study *study;
	const relais_season *how;
	rowlist *rows;
	size_t said;
} asked;

/* ---- rows ---------------------------------------------------------------------------- */

static void say_double(rowlist *rows, bool is_shown, double x)
{
	rowlist_real(rows, is_shown ? x : NAN);
}

static bool is_withheld(asked *q, const season_sum *sum)
{
	return study_is_published(q->study) &&
	       (sum->is_secret || sum->offices < q->study->gates.least_count);
}

void season_flags(const study *s, const season_sum *sum, int64_t years, char out[12])
{
	const measure m = { .is_fragile = years < SEASON_ENOUGH_YEARS,
		.is_revised = sum->is_revised,
		.has_break = sum->has_break,
		.is_secret = sum->is_secret,
		.is_not_significant = sum->offices < s->gates.least_count };

	measure_flags(&m, out);
}

static void say_flags(asked *q, const season_sum *sum, int64_t years)
{
	char flags[12];

	season_flags(q->study, sum, years, flags);
	rowlist_text(q->rows, flags);
	rowlist_end_row(q->rows);
	q->said++;
}

static void say_place(rowlist *rows, size_t period, size_t m)
{
	char name[16];

	relais_period_print(
		period_make(2000, (int)m + (period == 12 ? SLOT_MONTH : SLOT_QUARTER)), name);
	rowlist_text(rows, name + 5);
}

static void say_figure(asked *q, const season_series *s, size_t g, const season_profile *p)
{
	bool is_shown = p->years > 0 && !is_withheld(q, &p->sum);

	for (size_t m = 0; m < s->period; m++) {
		rowlist_text(q->rows, s->what->about.code);
		rowlist_text(q->rows, q->study->groups[g].code);
		say_place(q->rows, s->period, m);
		say_double(q->rows, is_shown, p->figure[m]);
		rowlist_count(q->rows, p->years);
		rowlist_count(q->rows, p->sum.offices);
		rowlist_count(q->rows, p->sum.expected);
		say_flags(q, &p->sum, p->years);
	}
}

static void say_peaks(asked *q, const season_series *s, size_t g, const season_profile *p)
{
	const season_shape shape = season_shape_of(p, s->period);
	bool is_shown = p->years > 0 && shape.is_known && !is_withheld(q, &p->sum);

	rowlist_text(q->rows, s->what->about.code);
	rowlist_text(q->rows, q->study->groups[g].code);
	for (int i = 0; i < 2; i++)
		if (is_shown)
			say_place(q->rows, s->period, i ? shape.trough : shape.peak);
		else
			rowlist_null(q->rows);
	say_double(q->rows, is_shown && s->period == 12, shape.summer);
	say_double(q->rows, is_shown, shape.best_two);
	say_double(q->rows, is_shown, shape.gini);
	rowlist_count(q->rows, p->years);
	rowlist_count(q->rows, p->sum.offices);
	rowlist_count(q->rows, p->sum.expected);
	say_flags(q, &p->sum, p->years);
}

/* ---- the index ------------------------------------------------------------------------ */

size_t season_first_year(const season_series *s)
{
	int slot = period_slot(s->frame.window.span.from);
	size_t past = (size_t)(slot - (s->period == 12 ? SLOT_MONTH : SLOT_QUARTER));

	return past ? s->period - past : 0;
}

relais_status season_check_whole(const season_series *s, relais_error *err)
{
	size_t first = season_first_year(s);
	char span[40];

	if (!s->study->span.from || (first == 0 && s->frame.steps % s->period == 0))
		return RELAIS_OK;
	span_print(s->frame.window.span, span);
	return fail(err, RELAIS_E_DATA,
		"the season is that of whole years, and of '%s' there is %s: ask for -p 2022..2024",
		s->what->about.code, span);
}

void season_add_year(const season_series *s, size_t groups, const double *x,
	const season_sum *sums, season_profile *out)
{
	double index[SEASON_PERIODS];

	for (size_t g = 0; g < groups; g++) {
		season_profile *p = &out[g];
		season_sum sum = sums[g];

		sum.is_secret = sum.is_secret || p->sum.is_secret;
		sum.is_revised = sum.is_revised || p->sum.is_revised;
		sum.has_break = sum.has_break || p->sum.has_break;
		if (!sum.offices ||
			!season_index(x + g * s->period, s->period, s->period, index)) {
			if (!p->years)
				p->sum.expected = sum.expected;
			p->sum.has_break = sum.has_break;
			continue;
		}
		p->sum = sum;
		p->years++;
		for (size_t m = 0; m < s->period; m++)
			p->figure[m] += (index[m] - p->figure[m]) / (double)p->years;
	}
}

/* A year nobody sent whole, or through which no one's definition held, is told when it was asked for, or when there is no other. */
static relais_status refuse_holes(
	const season_series *s, size_t first, size_t count, relais_error *err)
{
	const relais_period from = s->frame.window.span.from;
	const unit_break *broken = season_series_break(s, 0, first, count);
	relais_span stretch = { from, from };
	char holes[160], span[40], day[16];

	for (size_t n = 0; n + 1 < first + count; n++) {
		stretch.to = period_next(stretch.to);
		if (n < first)
			stretch.from = stretch.to;
	}
	span_print(stretch, span);
	if (broken) {
		relais_day_print(broken->day, day);
		return fail(err, RELAIS_E_DATA,
			"'%s' is not comparable over all of %s: its definition changed on %s (%s); ask for the years before or after",
			s->what->about.code, span, day, broken->reason);
	}
	season_series_holes(s, 0, first, count, holes, sizeof holes);
	return fail(err, RELAIS_E_DATA,
		"no office sent '%s' for all of %s: fewest sent %s; ask for other years, or give -O",
		s->what->about.code, span, holes);
}

static relais_status take_index(asked *q, const season_series *s, double *x, season_sum *sums,
	season_profile *out, relais_error *err)
{
	size_t groups = q->study->group_count, at = season_first_year(s), last = at;
	relais_status rc = season_check_whole(s, err);

	for (; rc == RELAIS_OK && at + s->period <= s->frame.steps; at += s->period) {
		int64_t before = out[0].years;

		if ((rc = season_series_sum(s, at, s->period, x, sums, err)) != RELAIS_OK)
			return rc;
		season_add_year(s, groups, x, sums, out);
		last = at;
		if (groups == 1 && q->study->span.from && out[0].years == before)
			return refuse_holes(s, at, s->period, err);
	}
	if (last >= s->frame.steps)
		last = 0; /* there is no January */
	if (rc == RELAIS_OK && groups == 1 && !out[0].years)
		return refuse_holes(s, last,
			s->period < s->frame.steps - last ? s->period : s->frame.steps - last,
			err);
	return rc;
}

/* ---- decompositions --------------------------------------------------------------------- */

static relais_status check_length(const season_series *s, bool is_stl, relais_error *err)
{
	char span[40];

	if (s->frame.steps >= 2 * s->period + (is_stl ? 1 : 0))
		return RELAIS_OK;
	span_print(s->frame.window.span, span);
	return fail(err, RELAIS_E_DATA,
		"a decomposition needs more than two years, and of '%s' there is %s",
		s->what->about.code, span);
}

static void say_parts(asked *q, const season_series *s, size_t g, const double *x,
	const season_parts *parts, const season_sum *sum)
{
	relais_period p = s->frame.window.span.from;
	bool is_shown = !is_withheld(q, sum);

	for (size_t n = 0; n < s->frame.steps; n++, p = period_next(p)) {
		rowlist_text(q->rows, s->what->about.code);
		rowlist_text(q->rows, q->study->groups[g].code);
		rowlist_period(q->rows, p);
		say_double(q->rows, is_shown, x[n]);
		say_double(q->rows, is_shown, parts->trend[n]);
		say_double(q->rows, is_shown, parts->seasonal[n]);
		say_double(q->rows, is_shown, parts->rest[n]);
		rowlist_count(q->rows, sum->offices);
		say_flags(q, sum, SEASON_ENOUGH_YEARS);
	}
}

/* The figure of the last year, by place in the calendar. */
static void take_figure(const season_series *s, const season_parts *parts, season_profile *out)
{
	size_t shift = (s->period - season_first_year(s)) % s->period;

	for (size_t n = s->frame.steps - s->period; n < s->frame.steps; n++)
		out->figure[(n + shift) % s->period] = parts->seasonal[n];
	out->years = (int64_t)(s->frame.steps / s->period);
}

static relais_status decompose(asked *q, const season_series *s, const double *x,
	season_parts *parts, relais_error *err)
{
	const stl_options stl = { q->how->window, 0, q->how->robust };
	double figure[SEASON_PERIODS];

	if (q->how->method == RELAIS_SEASON_STL)
		return stl_decompose(x, s->frame.steps, s->period, &stl, parts)
			       ? RELAIS_OK
			       : fail_memory(err);
	if (!season_decompose(x, s->frame.steps, s->period,
		    q->how->method == RELAIS_SEASON_MULTIPLICATIVE, parts, figure))
		return fail(err, RELAIS_E_DATA,
			"'%s' is 0 over a whole year: only an additive season can be told of it",
			s->what->about.code);
	return RELAIS_OK;
}

static relais_status take_parts(asked *q, const season_series *s, double *x, season_sum *sums,
	season_profile *out, relais_error *err)
{
	size_t groups = q->study->group_count, steps = s->frame.steps;
	double *room = calloc(3 * steps + 1, sizeof *room);
	season_parts parts = { room, room + steps, room + 2 * steps };
	relais_status rc = room ? check_length(s, q->how->method == RELAIS_SEASON_STL, err)
				: fail_memory(err);

	if (rc == RELAIS_OK)
		rc = season_series_sum(s, 0, steps, x, sums, err);
	if (rc == RELAIS_OK && groups == 1 && !sums[0].offices)
		rc = refuse_holes(s, 0, steps, err);
	for (size_t g = 0; rc == RELAIS_OK && g < groups; g++) {
		out[g].sum = sums[g];
		if (!sums[g].offices)
			continue;
		rc = decompose(q, s, x + g * steps, &parts, err);
		if (rc == RELAIS_OK && q->how->view == RELAIS_SEASON_PARTS)
			say_parts(q, s, g, x + g * steps, &parts, &sums[g]);
		if (rc == RELAIS_OK)
			take_figure(s, &parts, &out[g]);
	}
	free(room);
	return rc;
}

/* ---- the answer --------------------------------------------------------------------------- */

static relais_status take_item(asked *q, const item *i, relais_error *err)
{
	size_t groups = q->study->group_count;
	season_profile *profiles = calloc(groups + 1, sizeof *profiles);
	season_sum *sums = calloc(groups + 1, sizeof *sums);
	season_series s;
	relais_status rc = season_series_open(&s, q->study, i, err);
	double *x = rc == RELAIS_OK ? calloc(groups * (s.frame.steps + 1), sizeof *x) : NULL;

	if (rc == RELAIS_OK && !(x && profiles && sums))
		rc = fail_memory(err);
	if (rc == RELAIS_OK)
		rc = q->how->method == RELAIS_SEASON_INDEX
			     ? take_index(q, &s, x, sums, profiles, err)
			     : take_parts(q, &s, x, sums, profiles, err);
	for (size_t g = 0; rc == RELAIS_OK && g < groups; g++) {
		if (!profiles[g].sum.expected || q->how->view == RELAIS_SEASON_PARTS)
			continue;
		(q->how->view == RELAIS_SEASON_PEAKS ? say_peaks : say_figure)(
			q, &s, g, &profiles[g]);
	}
	if (rc != RELAIS_END)
		season_series_close(&s);
	free(x);
	free(sums);
	free(profiles);
	return rc;
}

/* Of many indicators, one that is too short or broken leaves the others theirs; when nothing comes of
 * any, the first says why. */
static relais_status take_items(asked *q, relais_error *err)
{
	relais_status rc = RELAIS_OK;
	relais_error fault = { .lang = err ? err->lang : q->study->lang }, first = fault;

	for (size_t i = 0; rc == RELAIS_OK && i < q->study->asked_count; i++) {
		const item *it = q->study->asked[i];

		fault.status = RELAIS_OK;
		rc = take_item(q, it, &fault);
		if (rc == RELAIS_E_DATA && first.status == RELAIS_OK)
			first = fault;
		if (rc == RELAIS_END || (rc == RELAIS_E_DATA && !it->is_named))
			rc = RELAIS_OK;
	}
	if (rc == RELAIS_OK && q->said == 0 && first.status != RELAIS_OK) {
		fault = first;
		rc = RELAIS_E_DATA;
	}
	if (rc != RELAIS_OK && err)
		*err = fault;
	return rc;
}

static relais_status check_groups(const study *s, const char *by, relais_error *err)
{
	if (crossing_is_by_time(&s->by))
		return fail(err, RELAIS_E_USAGE,
			"the season is by month already: '%s' is no group of it", by);
	if (s->by.by.count > 1)
		return fail(err, RELAIS_E_USAGE,
			"the season is told by one key at a time, and '%s' are several", by);
	return RELAIS_OK;
}

static relais_status check(const relais_season *how, relais_error *err)
{
	if (how->view == RELAIS_SEASON_PEAKS && how->method != RELAIS_SEASON_INDEX)
		return fail(err, RELAIS_E_USAGE, "peaks are told of the index only");
	if (how->view == RELAIS_SEASON_PARTS && how->method == RELAIS_SEASON_INDEX)
		return fail(err, RELAIS_E_USAGE,
			"an index has no components: choose additive, multiplicative or stl");
	return RELAIS_OK;
}

relais_status relais_ask_season(relais_store *store, const relais_question *question,
	const relais_season *how, relais_rows **out, relais_error *err)
{
	static const struct {
		const relais_column *columns, *of_ratios;
		size_t count;
	} views[] = {
		{ figure_columns, ratio_figure_columns,
			sizeof figure_columns / sizeof *figure_columns },
		{ peak_columns, peak_columns, sizeof peak_columns / sizeof *peak_columns },
		{ part_columns, ratio_part_columns,
			sizeof part_columns / sizeof *part_columns },
	};
	bool is_ratio = how->method == RELAIS_SEASON_MULTIPLICATIVE;
	asked q = { .how = how };
	relais_status rc = check(how, err);

	*out = NULL;
	if (rc == RELAIS_OK)
		rc = study_open(&q.study, store, question, err);
	if (rc != RELAIS_OK)
		return rc;
	rc = check_groups(q.study, question->by, err);
	if (rc == RELAIS_OK && !(q.rows = rowlist_new(is_ratio ? views[how->view].of_ratios
							       : views[how->view].columns,
					 views[how->view].count)))
		rc = fail_memory(err);
	if (rc == RELAIS_OK)
		rc = take_items(&q, err);
	study_close(q.study);
	if (rc == RELAIS_OK)
		return rowlist_rows(q.rows, out, err);
	rowlist_free(q.rows);
	return rc;
}
