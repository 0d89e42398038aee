/* SPDX-License-Identifier: MIT
 * A statistic of the figures of offices taken apart: the figures in order, which of them it is made
 * of, and what is computed from those.
 */
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../base/error.h"
#include "../../base/words.h"
#include "../../stats/order.h"
#include "account.h"

/* What a statistic is: at most two quantiles, or something of all figures. */
typedef struct statistic {
	const char *name, *formula;
	double p[2];
	int quantiles;
	size_t at; /* in spread_figures */
} statistic;

#define QUANTILE_OF(P) "h = (n - 1) * " P " + 1, k = floor(h): x[k] + (h - k) * (x[k+1] - x[k])"

static const char definition_7[] = "Hyndman & Fan 1996, definition 7";

static const statistic statistics[] = {
	{ "min", "x[1]", { 0, 0 }, 1, offsetof(spread_figures, min) },
	{ "q1", QUANTILE_OF("0.25"), { 0.25, 0 }, 1, offsetof(spread_figures, q1) },
	{ "median", QUANTILE_OF("0.5"), { 0.5, 0 }, 1, offsetof(spread_figures, median) },
	{ "q3", QUANTILE_OF("0.75"), { 0.75, 0 }, 1, offsetof(spread_figures, q3) },
	{ "max", "x[n]", { 1, 0 }, 1, offsetof(spread_figures, max) },
	{ "iqr", "q3 - q1", { 0.25, 0.75 }, 2, offsetof(spread_figures, iqr) },
	{ "mad", "1.4826 * median(|x - median|)", { 0.5, 0 }, 1,
		offsetof(spread_figures, mad) },
	{ "mean", "sum(x) / n", { 0, 0 }, 0, offsetof(spread_figures, mean) },
	{ "sd", "sqrt(sum((x - mean)^2) / (n - 1))", { 0, 0 }, 0,
		offsetof(spread_figures, sd) },
};

static const statistic *statistic_of(const account *a)
{
	return &statistics[a->figure - RELAIS_FIGURE_MIN];
}

static double result_of(const account *a)
{
	double x;

	memcpy(&x, (const char *)&a->spread + statistic_of(a)->at, sizeof x);
	return x;
}

relais_status account_take_spread(account *a, relais_error *err)
{
	study *s = a->study;
	size_t units = s->current.units;
	tally *tallies = calloc(units + 1, sizeof *tallies);
	int32_t *alone = calloc(units + 1, sizeof *alone);
	relais_status rc;

	a->samples = calloc(units + 1, sizeof *a->samples);
	rc = tallies && alone && a->samples ? RELAIS_OK : fail_memory(err);
	if (rc == RELAIS_OK)
		rc = spread_tally(s, &a->lens, s->span, alone, tallies, err);
	if (rc == RELAIS_OK) {
		a->sample_count = spread_samples(
			s, &a->lens, tallies, s->groups[a->group].set, a->samples, &a->known);
		rc = spread_measure(a->samples, a->sample_count, &a->spread, err);
	}
	free(tallies);
	free(alone);
	return rc;
}

void account_spread_formula(account *a)
{
	const statistic *t = statistic_of(a);
	bool is_interpolated = t->quantiles && t->p[0] > 0 && t->p[0] < 1;

	account_say_formula(a, t->name, t->formula, is_interpolated ? definition_7 : NULL);
	if (a->figure == RELAIS_FIGURE_IQR) {
		account_say_formula(a, "q1", QUANTILE_OF("0.25"), definition_7);
		account_say_formula(a, "q3", QUANTILE_OF("0.75"), definition_7);
	}
}

/* Is it one of the values a quantile lies on or between? */
static bool is_used(size_t i, size_t n, double p)
{
	double at = ((double)n - 1) * p;

	return i == (size_t)floor(at) || i == (size_t)ceil(at);
}

static bool is_used_by(const statistic *t, size_t i, size_t n)
{
	bool used = t->quantiles == 0;

	for (int k = 0; k < t->quantiles; k++)
		used = used || is_used(i, n, t->p[k]);
	return used;
}

static void say_rank(
	account *a, const char *name, const sample *one, size_t i, bool used, double x)
{
	const study *s = a->study;
	char detail[64];

	snprintf(detail, sizeof detail, words(s->lang, "%zu of %zu"), i + 1, a->sample_count);
	account_say_real(a,
		(account_row){ .part = name,
			.item = s->offices.offices[s->current.root[one->unit]].code,
			.span = a->now,
			.status = used ? "used" : NULL,
			.detail = detail },
		x);
}

static int by_value(const void *a, const void *b)
{
	const sample *m = a, *n = b;

	if (m->value > n->value || m->value < n->value)
		return m->value > n->value ? 1 : -1;
	return (m->unit > n->unit) - (m->unit < n->unit);
}

/* The distances to the median, in their own order; NAN: there are none. */
static relais_status say_distances(account *a, double *median, relais_error *err)
{
	size_t n = a->sample_count;
	sample *away = calloc(n + 1, sizeof *away);
	size_t middle = n / 2;

	*median = NAN;
	if (!away)
		return fail_memory(err);
	for (size_t i = 0; i < n; i++) {
		away[i] = a->samples[i];
		away[i].value = fabs(away[i].value - a->spread.median);
	}
	qsort(away, n, sizeof *away, by_value);
	for (size_t i = 0; i < n; i++)
		say_rank(a, "distance", &away[i], i, is_used(i, n, 0.5), away[i].value);
	if (n)
		*median = n % 2 ? away[middle].value
				: (away[middle - 1].value + away[middle].value) / 2;
	free(away);
	return RELAIS_OK;
}

static void say_sum(account *a, const char *name, const char *detail, double x)
{
	account_say_real(a,
		(account_row){ .part = "sum", .item = name, .span = a->now, .detail = detail },
		x);
}

/* Where in the order the quantiles lie. */
static void say_positions(account *a, const statistic *t)
{
	static const char *const names[] = { "q1", "q3" };

	for (int k = 0; k < t->quantiles && a->sample_count; k++)
		say_sum(a, "h", t->quantiles > 1 ? names[k] : NULL,
			((double)a->sample_count - 1) * t->p[k] + 1);
}

static relais_status say_sums(account *a, relais_error *err)
{
	const statistic *t = statistic_of(a);
	double sum = 0, squares = 0, median = NAN;
	relais_status rc = RELAIS_OK;

	if (a->figure == RELAIS_FIGURE_MAD)
		rc = say_distances(a, &median, err);
	for (size_t i = 0; i < a->sample_count; i++) {
		double gap = a->samples[i].value - a->spread.mean;

		sum += a->samples[i].value;
		squares += gap * gap;
	}
	account_say_number(a, (account_row){ .part = "sum", .item = "n", .span = a->now },
		(number){ (int64_t)a->sample_count, 0 });
	say_positions(a, t);
	switch (a->figure) {
	case RELAIS_FIGURE_IQR:
		say_sum(a, "q1", NULL, a->spread.q1);
		say_sum(a, "q3", NULL, a->spread.q3);
		break;
	case RELAIS_FIGURE_MAD:
		say_sum(a, "median", NULL, a->spread.median);
		say_sum(a, "median_distance", NULL, median);
		break;
	case RELAIS_FIGURE_SD:
		say_sum(a, "mean", NULL, a->spread.mean);
		say_sum(a, "squares", NULL, squares);
		break;
	case RELAIS_FIGURE_MEAN: say_sum(a, "sum", NULL, sum); break;
	default: break;
	}
	return rc;
}

/* Outside the relais: enough offices on either side of every quantile it hangs on. */
static void say_tellable(account *a)
{
	static const double quarter = 0.25;
	const statistic *t = statistic_of(a);
	bool is_wide = a->figure == RELAIS_FIGURE_MAD || a->figure == RELAIS_FIGURE_SD;
	double p = is_wide ? quarter : t->p[0];
	double at = a->sample_count ? ((double)a->sample_count - 1) * p : 0;
	char detail[96];

	if (a->figure == RELAIS_FIGURE_MEAN)
		return;
	snprintf(detail, sizeof detail, "below %.0f above %.0f", floor(at),
		a->sample_count ? (double)a->sample_count - 1 - ceil(at) : 0);
	account_say_gate(a, "seuil_n_order", (number){ a->study->gates.secrecy.least_count, 0 },
		spread_is_tellable(a->study, a->sample_count, a->known, p), detail);
}

static void say_result(account *a)
{
	account_row row = { .part = "result", .span = a->study->span };
	char flags[12];

	row.item = statistic_of(a)->name;
	account_say_real(a, row, result_of(a));
	row.item = "offices";
	account_say_number(a, row, (number){ (int64_t)a->sample_count, 0 });
	row.item = "expected";
	account_say_number(a, row, (number){ a->measure.expected, 0 });
	measure_flags(&a->measure, flags);
	row.item = "flag";
	row.status = flags;
	row.indicator = a->what->about.code;
	account_say(a, &row);
}

relais_status account_spread(account *a, relais_error *err)
{
	const statistic *t = statistic_of(a);
	relais_status rc;

	for (size_t i = 0; i < a->sample_count; i++) {
		bool used = a->figure == RELAIS_FIGURE_MAD ? is_used(i, a->sample_count, 0.5)
							   : is_used_by(t, i, a->sample_count);

		say_rank(a, "rank", &a->samples[i], i, used, a->samples[i].value);
	}
	if ((rc = say_sums(a, err)) != RELAIS_OK)
		return rc;
	account_gates(a);
	say_tellable(a);
	account_rounding(a, false, 6);
	say_result(a);
	return RELAIS_OK;
}
