/* SPDX-License-Identifier: MIT
 * Order statistics of one group. An order statistic is the figure of one office: outside the relais it is
 * told only when enough offices lie on both sides of it, and in two digits; the ends never are.
 */
#include <math.h>
#include <stdlib.h>

#include "../../base/error.h"
#include "../../stats/order.h"
#include "distribution.h"

enum { DIGITS_OUTSIDE = 2 };

bool spread_is_tellable(const study *s, size_t n, size_t known, double p)
{
	double at = ((double)n - 1) * p;
	double least = (double)s->gates.secrecy.least_count + (double)known;

	return p > 0 && p < 1 && floor(at) >= least && (double)n - 1 - ceil(at) >= least;
}

static bool is_tellable(const spread *d, double p)
{
	return !study_is_published(d->study) ||
	       spread_is_tellable(d->study, d->count, d->known, p);
}

static double in_two_digits(double x)
{
	double scale;

	if (isnan(x) || !(fabs(x) > 0))
		return x;
	scale = pow(10, floor(log10(fabs(x))) + 1 - DIGITS_OUTSIDE);
	return round(x / scale) * scale;
}

static void say(const spread *d, rowlist *rows, bool is_shown, double x)
{
	bool is_outside = study_is_published(d->study);

	if (!d->count || !is_shown || (is_outside && d->total->is_withheld) ||
		(is_outside && d->total->is_level_secret))
		rowlist_null(rows);
	else
		rowlist_real(rows, is_outside ? in_two_digits(x) : x);
}

static double mean_of(const double *x, size_t n)
{
	double sum = 0;

	for (size_t i = 0; i < n; i++)
		sum += x[i];
	return sum / (double)n;
}

/* Of a sample: over n - 1. */
static double deviation_of(const double *x, size_t n, double mean)
{
	double sum = 0;

	for (size_t i = 0; i < n; i++)
		sum += (x[i] - mean) * (x[i] - mean);
	return n > 1 ? sqrt(sum / (double)(n - 1)) : NAN;
}

relais_status spread_measure(
	const sample *samples, size_t n, spread_figures *out, relais_error *err)
{
	double *x = calloc(2 * n + 1, sizeof *x);

	*out = (spread_figures){ NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN };
	if (!x)
		return fail_memory(err);
	for (size_t i = 0; i < n; i++)
		x[i] = samples[i].value;
	if (n) {
		out->min = x[0];
		out->q1 = stats_quantile(x, n, 0.25);
		out->median = stats_median(x, n);
		out->q3 = stats_quantile(x, n, 0.75);
		out->max = x[n - 1];
		out->iqr = out->q3 - out->q1;
		out->mad = stats_mad(x, n, out->median, x + n);
		out->mean = mean_of(x, n);
		out->sd = deviation_of(x, n, out->mean);
	}
	free(x);
	return RELAIS_OK;
}

relais_status spread_say(const spread *d, rowlist *rows, relais_error *err)
{
	spread_figures f;
	char flags[12];
	relais_status rc = spread_measure(d->samples, d->count, &f, err);

	if (rc != RELAIS_OK)
		return rc;
	spread_say_head(d, rows);
	rowlist_count(rows, (int64_t)d->count);
	rowlist_count(rows, d->total->expected);
	say(d, rows, is_tellable(d, 0), f.min);
	say(d, rows, is_tellable(d, 0.25), f.q1);
	say(d, rows, is_tellable(d, 0.5), f.median);
	say(d, rows, is_tellable(d, 0.75), f.q3);
	say(d, rows, is_tellable(d, 1), f.max);
	say(d, rows, is_tellable(d, 0.25), f.iqr);
	say(d, rows, is_tellable(d, 0.25), f.mad);
	say(d, rows, true, f.mean);
	say(d, rows, is_tellable(d, 0.25), f.sd);
	measure_flags(d->total, flags);
	rowlist_text(rows, flags);
	rowlist_end_row(rows);
	return RELAIS_OK;
}
