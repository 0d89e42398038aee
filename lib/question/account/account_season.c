/* SPDX-License-Identifier: MIT
 * The index of a month taken apart: which years it is the mean of and why not the others, who counts in
 * each, their figures, the sums, and that the indices of a year come to what they should. It is
 * computed by the functions that answer `season`.
 */
#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "../../base/error.h"
#include "../../base/words.h"
#include "../../stats/season.h"
#include "account_season.h"

/* ---- what is asked ------------------------------------------------------------------ */

static relais_status find_month(season_account *w, relais_error *err)
{
	const char *said = w->account->month, *digits = said;
	bool is_quarter = said && (*said == 'T' || *said == 't');
	size_t n = 0;

	w->month = ALL_MONTHS;
	if (!said)
		return RELAIS_OK;
	for (digits += is_quarter; isdigit((unsigned char)*digits) && n < 100; digits++)
		n = 10 * n + (size_t)(*digits - '0');
	if (*digits || n < 1 || n > (is_quarter ? 4 : 12))
		return fail(err, RELAIS_E_USAGE, "'%s' is no month: 01 to 12 are, or T1 to T4",
			said);
	if (!is_quarter && w->series.period == 4)
		return fail(err, RELAIS_E_USAGE,
			"'%s' is counted by quarter: --month takes T1 to T4",
			w->account->what->about.code);
	if (is_quarter && w->series.period == 12)
		return fail(err, RELAIS_E_USAGE,
			"'%s' is counted by month: --month takes 01 to 12",
			w->account->what->about.code);
	w->month = n - 1;
	return RELAIS_OK;
}

/* ---- the years ------------------------------------------------------------------------ */

static relais_period period_at(const season_account *w, size_t step)
{
	relais_period p = w->series.frame.window.span.from;

	while (step--)
		p = period_next(p);
	return p;
}

static relais_status take_year(season_account *w, size_t at, double *x, season_sum *sums,
	season_profile *profiles, relais_error *err)
{
	size_t k = w->series.period, g = w->account->group;
	season_year *y = &w->years[w->count++];
	relais_status rc = season_series_sum(&w->series, at, k, x, sums, err);

	y->at = at;
	y->span = (relais_span){ period_at(w, at), period_at(w, at + k - 1) };
	if (rc != RELAIS_OK)
		return rc;
	y->sum = sums[g];
	for (size_t m = 0; m < k; m++) {
		y->x[m] = x[g * k + m];
		y->all += y->x[m];
	}
	y->counts = y->sum.offices && season_index(y->x, k, k, y->index);
	season_add_year(&w->series, w->account->study->group_count, x, sums, profiles);
	return RELAIS_OK;
}

static relais_status take_years(season_account *w, relais_error *err)
{
	const season_series *s = &w->series;
	size_t groups = w->account->study->group_count;
	double *x = calloc(groups * s->period + 1, sizeof *x);
	season_sum *sums = calloc(groups + 1, sizeof *sums);
	season_profile *profiles = calloc(groups + 1, sizeof *profiles);
	relais_status rc = season_check_whole(s, err);

	w->years = calloc(s->frame.steps / s->period + 1, sizeof *w->years);
	if (!x || !sums || !profiles || !w->years)
		rc = fail_memory(err);
	for (size_t at = season_first_year(s);
		rc == RELAIS_OK && at + s->period <= s->frame.steps; at += s->period)
		rc = take_year(w, at, x, sums, profiles, err);
	if (rc == RELAIS_OK)
		w->profile = profiles[w->account->group];
	free(x);
	free(sums);
	free(profiles);
	return rc;
}

relais_status season_account_open(season_account *w, account *a, relais_error *err)
{
	relais_status rc;

	*w = (season_account){ .account = a };
	if (crossing_is_by_time(&a->study->by) || a->study->by.by.count > 1)
		return fail(err, RELAIS_E_USAGE, "the season is told by one key at a time");
	rc = season_series_open(&w->series, a->study, a->what, err);
	if (rc != RELAIS_OK)
		return rc == RELAIS_END ? fail(err, RELAIS_E_USAGE, "'%s' has no season",
						  a->what->about.code)
					: rc;
	w->is_open = true;
	if ((rc = find_month(w, err)) == RELAIS_OK)
		rc = take_years(w, err);
	return rc;
}

void season_account_close(season_account *w)
{
	if (w->is_open)
		season_series_close(&w->series);
	free(w->years);
}

/* ---- the perimeter ---------------------------------------------------------------------- */

static void say_broken(season_account *w, const season_year *y, const office *o, size_t unit)
{
	account *a = w->account;
	const unit_break *b =
		season_series_unit_break(&w->series, unit, y->at, w->series.period);
	char day[16], detail[96] = "";

	if (b) {
		relais_day_print(b->day, day);
		snprintf(detail, sizeof detail, words(a->study->lang, "break on %s: %s"), day,
			b->reason ? b->reason : "");
	}
	account_say(a, &(account_row){ .part = "perimeter",
			       .item = o->code,
			       .indicator = a->what->about.code,
			       .span = y->span,
			       .status = "break",
			       .detail = detail });
}

static void say_unit(season_account *w, const season_year *y, const office *o, size_t unit)
{
	const frame *f = &w->series.frame;
	season_unit u = season_series_look(&w->series, unit, y->at, w->series.period);
	number sum = { 0, f->a_decimals };
	account_row row = { .part = "perimeter",
		.item = o->code,
		.indicator = w->account->what->about.code,
		.span = y->span,
		.status = "in" };
	bool fits = true;

	if (!u.is_complete) {
		if (u.is_broken)
			say_broken(w, y, o, unit);
		else
			account_say_missing(w->account, f, y->span, o, unit);
		return;
	}
	for (size_t n = 0; n < w->series.period; n++)
		fits = number_add(&sum.units, frame_cell(f, y->at + n, unit)->a) && fits;
	if (fits)
		account_say_number(w->account, row, sum);
	else
		account_say(w->account, &row);
}

static void say_perimeter(season_account *w)
{
	account *a = w->account;
	const study *s = a->study;

	for (size_t o = 0; o < s->offices.count; o++) {
		int32_t unit = s->current.unit_of[o];
		const office *one = &s->offices.offices[o], *root;

		if (!account_has_unit(a, unit))
			continue;
		root = &s->offices.offices[s->current.root[unit]];
		if (one != root)
			account_say_member(a, one, root);
		for (size_t y = 0; one == root && y < w->count; y++)
			say_unit(w, &w->years[y], one, (size_t)unit);
	}
}

/* ---- the years, said -------------------------------------------------------------------- */

static void say_year(season_account *w, relais_span span, bool counts, const char *why)
{
	account *a = w->account;
	char year[16];

	snprintf(year, sizeof year, "%d", period_year(span.from));
	account_say(a, &(account_row){ .part = "year",
			       .item = year,
			       .indicator = a->what->about.code,
			       .span = span,
			       .status = counts ? "in" : "left_out",
			       .detail = why });
}

static const char *reason_of(const season_account *w, const season_year *y)
{
	relais_lang lang = w->account->study->lang;

	if (y->counts)
		return NULL;
	if (y->sum.offices)
		return words(lang, "its sum is not above zero");
	return y->sum.has_break ? words(lang, "a break for every office that sent it whole")
				: words(lang, "no office sent it whole");
}

static void say_years(season_account *w)
{
	const season_series *s = &w->series;
	size_t first = season_first_year(s), after = first + w->count * s->period;
	const char *part_of = words(w->account->study->lang, "not a whole year");

	if (first > s->frame.steps)
		first = s->frame.steps;
	if (first)
		say_year(w, (relais_span){ period_at(w, 0), period_at(w, first - 1) }, false,
			part_of);
	for (size_t y = 0; y < w->count; y++)
		say_year(w, w->years[y].span, w->years[y].counts, reason_of(w, &w->years[y]));
	if (after < s->frame.steps)
		say_year(w, (relais_span){ period_at(w, after), s->frame.window.span.to },
			false, part_of);
}

/* ---- figures, sums, rules ---------------------------------------------------------------- */

static relais_status say_values(season_account *w, relais_error *err)
{
	relais_status rc = RELAIS_OK;

	for (size_t y = 0; rc == RELAIS_OK && y < w->count; y++) {
		w->account->now = w->years[y].span;
		if (w->years[y].counts)
			rc = account_values(w->account, err);
	}
	return rc;
}

static void say_month(season_account *w, const season_year *y, size_t m)
{
	relais_period p = period_at(w, y->at + m);
	account_row row = { .part = "sum", .item = "month", .span = { p, p } };

	account_say_real(w->account, row, y->x[m]);
	row.item = "index";
	account_say_real(w->account, row, y->index[m]);
}

static void say_sums(season_account *w)
{
	size_t k = w->series.period;

	for (size_t n = 0; n < w->count; n++) {
		const season_year *y = &w->years[n];
		account_row row = { .part = "sum", .item = "year", .span = y->span };

		if (!y->counts)
			continue;
		account_say_real(w->account, row, y->all);
		row.item = "mean";
		account_say_real(w->account, row, y->all / (double)k);
		for (size_t m = 0; m < k; m++)
			if (w->month == ALL_MONTHS || w->month == m)
				say_month(w, y, m);
	}
}

static void name_month(const season_account *w, size_t m, char out[16])
{
	snprintf(out, 16, w->series.period == 12 ? "%02zu" : "T%zu", m + 1);
}

/* Every index, since together they come to 100 for each month: what makes one another's measure. */
static void say_indices(season_account *w)
{
	double all = 0;
	size_t k = w->series.period;
	char name[16];

	for (size_t m = 0; w->profile.years && m < k; m++) {
		name_month(w, m, name);
		account_say_real(w->account, (account_row){ .part = "index", .item = name },
			w->profile.figure[m]);
		all += w->profile.figure[m];
	}
	if (w->profile.years)
		account_say_real(w->account,
			(account_row){ .part = "index",
				.item = "sum",
				.detail = k == 12 ? "100 * 12" : "100 * 4" },
			all);
}

static part part_at(const season_account *w, const season_year *y, size_t n)
{
	part p = { 0 };

	for (size_t u = 0; u < w->series.frame.width; u++) {
		int64_t a = frame_cell(&w->series.frame, y->at + n, u)->a;

		a = a < 0 ? -a : a;
		if (!account_has_unit(w->account, (int32_t)u) ||
			!season_series_look(&w->series, u, y->at, w->series.period).is_complete)
			continue;
		p.count++;
		p.magnitude += a;
		p.largest = a > p.largest ? a : p.largest;
	}
	return p;
}

/* Published alone, one secret month hides all: the first such is told. */
static void say_secrecy(season_account *w)
{
	const secrecy_rule *r = &w->account->study->gates.secrecy;
	int64_t fewest = w->profile.sum.offices;
	char few[48], dominated[2 * NUMBER_SIZE + 64] = "";

	for (size_t n = 0; n < w->count; n++) {
		const season_year *y = &w->years[n];

		for (size_t m = 0; y->counts && m < w->series.period; m++) {
			part p = part_at(w, y, m);
			char month[16], largest[NUMBER_SIZE], all[NUMBER_SIZE];
			number one = { p.largest, w->series.frame.a_decimals }, whole = one;

			fewest = p.count < fewest ? p.count : fewest;
			p.count = r->least_count;
			if (*dominated || !part_is_secret(r, &p))
				continue;
			whole.units = p.magnitude;
			number_print(one, largest);
			number_print(whole, all);
			relais_period_print(period_at(w, y->at + m), month);
			snprintf(dominated, sizeof dominated, "%s: largest %s of %s", month,
				largest, all);
		}
	}
	snprintf(few, sizeof few, "offices %lld", (long long)fewest);
	account_say_gate(w->account, "seuil_n", (number){ r->least_count, 0 },
		!fewest || fewest >= r->least_count, few);
	account_say_gate(w->account, "seuil_dominance", r->dominance, !*dominated,
		*dominated ? dominated : NULL);
}

static void say_rules(season_account *w)
{
	account *a = w->account;
	char detail[48];

	snprintf(detail, sizeof detail, "years %lld", (long long)w->profile.years);
	account_say_gate(a, "years", (number){ SEASON_ENOUGH_YEARS, 0 },
		w->profile.years >= SEASON_ENOUGH_YEARS, detail);
	snprintf(detail, sizeof detail, "offices %lld", (long long)w->profile.sum.offices);
	account_say_gate(a, "gate_n", (number){ a->study->gates.least_count, 0 },
		w->profile.sum.offices >= a->study->gates.least_count, detail);
	say_secrecy(w);
	account_rounding(a, false, 6);
}

/* Which month, and how it is had from the indices. */
static void say_shape(season_account *w)
{
	const season_shape shape = season_shape_of(&w->profile, w->series.period);
	const season_profile *p = &w->profile;
	bool is_known = p->years > 0 && shape.is_known;
	char month[16];
	account_row row = { .part = "result", .item = "peak", .detail = month };

	name_month(w, shape.peak, month);
	account_say_real(w->account, row, is_known ? p->figure[shape.peak] : NAN);
	name_month(w, shape.trough, month);
	row.item = "trough";
	account_say_real(w->account, row, is_known ? p->figure[shape.trough] : NAN);
	if (w->series.period == 12) {
		row.item = "summer";
		row.detail = "(index[06] + index[07] + index[08]) / 12";
		account_say_real(w->account, row, is_known ? shape.summer : NAN);
	}
	row.item = "best_two";
	row.detail = "100 * the two largest / sum";
	account_say_real(w->account, row, is_known ? shape.best_two : NAN);
	row.item = "gini";
	row.detail = w->series.period == 12 ? "2 * sum(rank * index) / (12 * sum) - 13 / 12"
					    : "2 * sum(rank * index) / (4 * sum) - 5 / 4";
	account_say_real(w->account, row, is_known ? shape.gini : NAN);
}

static void say_index(season_account *w)
{
	account_row row = { .part = "result", .item = "index" };
	char month[16];

	name_month(w, w->month, month);
	row.detail = month;
	account_say_real(w->account, row, w->profile.years ? w->profile.figure[w->month] : NAN);
}

static void say_result(season_account *w)
{
	account *a = w->account;
	const season_profile *p = &w->profile;
	account_row row = { .part = "result", .item = "years" };
	char flags[12];

	if (w->month == ALL_MONTHS)
		say_shape(w);
	else
		say_index(w);
	account_say_number(a, row, (number){ p->years, 0 });
	row.item = "offices";
	account_say_number(a, row, (number){ p->sum.offices, 0 });
	row.item = "expected";
	account_say_number(a, row, (number){ p->sum.expected, 0 });
	season_flags(a->study, &p->sum, p->years, flags);
	row.item = "flag";
	row.status = flags;
	row.indicator = a->what->about.code;
	account_say(a, &row);
}

relais_status account_season(account *a, relais_error *err)
{
	season_account w;
	relais_status rc = season_account_open(&w, a, err);

	if (rc == RELAIS_OK) {
		account_say_formula(a, "index",
			w.series.period == 12
				? "mean over years of 100 * x[month] / (sum(x[01..12]) / 12)"
				: "mean over years of 100 * x[month] / (sum(x[T1..T4]) / 4)",
			NULL);
		say_perimeter(&w);
		say_years(&w);
		rc = say_values(&w, err);
	}
	if (rc == RELAIS_OK) {
		say_sums(&w);
		say_indices(&w);
		say_rules(&w);
		say_result(&w);
	}
	season_account_close(&w);
	return rc;
}
