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

/* With fewer than `least` on either side, who they are would be too easy to tell; those that everybody
 * knows may all lie on one. */
static bool is_tellable(const spread *d, double p)
{
	double at = (double)(d->count - 1) * p;
	double least = (double)d->study->gates.secrecy.least_count + (double)d->known;

	if (!study_is_published(d->study))
		return true;
	return p > 0 && p < 1 && floor(at) >= least &&
	       (double)(d->count - 1) - ceil(at) >= least;
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

relais_status spread_say(const spread *d, rowlist *rows, relais_error *err)
{
	double *x = calloc(2 * d->count + 1, sizeof *x);
	size_t n = d->count;
	double median, q1, q3, mean;
	char flags[12];

	if (!x)
		return fail_memory(err);
	for (size_t i = 0; i < n; i++)
		x[i] = d->samples[i].value;
	median = n ? stats_median(x, n) : NAN;
	q1 = n ? stats_quantile(x, n, 0.25) : NAN;
	q3 = n ? stats_quantile(x, n, 0.75) : NAN;
	mean = n ? mean_of(x, n) : NAN;
	spread_say_head(d, rows);
	rowlist_count(rows, (int64_t)n);
	rowlist_count(rows, d->total->expected);
	say(d, rows, is_tellable(d, 0), x[0]);
	say(d, rows, is_tellable(d, 0.25), q1);
	say(d, rows, is_tellable(d, 0.5), median);
	say(d, rows, is_tellable(d, 0.75), q3);
	say(d, rows, is_tellable(d, 1), n ? x[n - 1] : NAN);
	say(d, rows, is_tellable(d, 0.25), q3 - q1);
	say(d, rows, is_tellable(d, 0.25), n ? stats_mad(x, n, median, x + n) : NAN);
	say(d, rows, true, mean);
	say(d, rows, is_tellable(d, 0.25), deviation_of(x, n, mean));
	measure_flags(d->total, flags);
	rowlist_text(rows, flags);
	rowlist_end_row(rows);
	free(x);
	return RELAIS_OK;
}
