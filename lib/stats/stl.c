/* SPDX-License-Identifier: MIT
 * STL: the inner loop takes the season off by smoothing each place in the year by itself, less
 * what is slow in it, and the trend off what is left; the outer loop weighs down what neither
 * explains. The steps and their defaults are those of the authors' program, as in R's stl.
 */
#include "stl.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "loess.h"
#include "order.h"

enum { PERIODIC = 10, INNER = 2, ROBUST_INNER = 1, ROBUST_OUTER = 15 };

/* One decomposition under way; `longer` values have a year more at both ends. */
typedef struct work {
	size_t n, period;
	loess season, trend, slow;
	double *weights; /* NULL: all one */
	double *left, *fitted, *room; /* n */
	double *cycles, *filtered; /* n + 2 × period */
	double *place, *place_fit, *place_weights; /* a place in the year, two years more */
	double *memory;
} work;

static size_t next_odd(double x)
{
	size_t whole = (size_t)lround(x);

	return whole % 2 ? whole : whole + 1;
}

static size_t tenth(size_t span)
{
	return (span + 9) / 10;
}

static bool work_open(work *w, size_t n, size_t period, const stl_options *o)
{
	size_t longer = n + 2 * period, places = n / period + 4;
	size_t seasonal = o->seasonal ? next_odd((double)o->seasonal) : PERIODIC * n + 1;
	size_t trend =
		o->trend ? next_odd((double)o->trend)
			 : next_odd(ceil(1.5 * (double)period / (1 - 1.5 / (double)seasonal)));
	size_t slow = next_odd((double)period);
	double *next;

	*w = (work){ .n = n, .period = period };
	w->season = (loess){ seasonal | 1, 0, tenth(seasonal) };
	w->trend = (loess){ trend, 1, tenth(trend) };
	w->slow = (loess){ slow, 1, tenth(slow) };
	if (!(w->memory = calloc(4 * n + 3 * longer + 3 * places, sizeof *w->memory)))
		return false;
	next = w->memory;
	w->weights = next, next += n;
	w->left = next, next += n;
	w->fitted = next, next += n;
	w->room = next, next += longer;
	w->cycles = next, next += longer;
	w->filtered = next, next += longer;
	w->place = next, next += places;
	w->place_fit = next, next += places;
	w->place_weights = next;
	return true;
}

/* Moving average of `span` points: n − span + 1 values. In and out may be one. */
static void average(const double *x, size_t n, size_t span, double *out)
{
	double sum = 0;

	for (size_t i = 0; i < span; i++)
		sum += x[i];
	for (size_t i = 0; i + span <= n; i++) {
		double first = x[i];

		out[i] = sum / (double)span;
		if (i + span < n)
			sum += x[i + span] - first;
	}
}

/* A place in the year over all years, smoothed and carried on one year both ways. */
static void smooth_place(work *w, size_t m, bool weighed)
{
	size_t count = (w->n - m - 1) / w->period + 1;
	const double *weights = weighed ? w->place_weights : NULL;
	size_t span = w->season.span < count ? w->season.span : count;
	double *fit = w->place_fit;

	for (size_t i = 0; i < count; i++) {
		w->place[i] = w->left[m + i * w->period];
		w->place_weights[i] = w->weights[m + i * w->period];
	}
	loess_smooth(w->place, count, &w->season, weights, fit + 1, w->room);
	fit[0] = loess_at(
		w->place, count, &w->season, weights, -1, 0, span - 1, fit[1], w->room);
	fit[count + 1] = loess_at(w->place, count, &w->season, weights, (double)count,
		count - span, count - 1, fit[count], w->room);
	for (size_t i = 0; i < count + 2; i++)
		w->cycles[m + i * w->period] = fit[i];
}

static void inner(work *w, const double *x, bool weighed, season_parts *parts)
{
	const double *weights = weighed ? w->weights : NULL;
	size_t longer = w->n + 2 * w->period;

	for (size_t i = 0; i < w->n; i++)
		w->left[i] = x[i] - parts->trend[i];
	for (size_t m = 0; m < w->period; m++)
		smooth_place(w, m, weighed);
	average(w->cycles, longer, w->period, w->filtered);
	average(w->filtered, longer - w->period + 1, w->period, w->filtered);
	average(w->filtered, longer - 2 * w->period + 2, 3, w->filtered);
	loess_smooth(w->filtered, w->n, &w->slow, NULL, w->fitted, w->room);
	for (size_t i = 0; i < w->n; i++) {
		parts->seasonal[i] = w->cycles[i + w->period] - w->fitted[i];
		w->left[i] = x[i] - parts->seasonal[i];
	}
	loess_smooth(w->left, w->n, &w->trend, weights, parts->trend, w->room);
}

/* Bisquare weights of what is left, against six times its median. */
static void weigh(work *w, const double *x, const season_parts *parts)
{
	double limit;

	for (size_t i = 0; i < w->n; i++) {
		w->left[i] = fabs(x[i] - parts->seasonal[i] - parts->trend[i]);
		w->fitted[i] = w->left[i];
	}
	stats_sort(w->fitted, w->n);
	limit = 6 * stats_median(w->fitted, w->n);
	for (size_t i = 0; i < w->n; i++) {
		double r = w->left[i], u = limit > 0 ? r / limit : 0;

		w->weights[i] = r <= 0.001 * limit   ? 1
				: r <= 0.999 * limit ? (1 - u * u) * (1 - u * u)
						     : 0;
	}
}

/* The same figure every year: the mean of each place. */
static void make_periodic(size_t n, size_t period, double *seasonal)
{
	for (size_t m = 0; m < period; m++) {
		double sum = 0;
		size_t count = 0;

		for (size_t i = m; i < n; i += period, count++)
			sum += seasonal[i];
		for (size_t i = m; i < n; i += period)
			seasonal[i] = sum / (double)count;
	}
}

bool stl_decompose(const double *x, size_t n, size_t period, const stl_options *options,
	season_parts *parts)
{
	int rounds = options->robust ? ROBUST_OUTER : 0;
	int inside = options->robust ? ROBUST_INNER : INNER;
	work w;

	if (!work_open(&w, n, period, options))
		return false;
	memset(parts->trend, 0, n * sizeof *parts->trend);
	for (int round = 0; round <= rounds; round++) {
		for (int i = 0; i < inside; i++)
			inner(&w, x, round > 0, parts);
		if (round < rounds)
			weigh(&w, x, parts);
	}
	if (!options->seasonal)
		make_periodic(n, period, parts->seasonal);
	for (size_t i = 0; i < n; i++)
		parts->rest[i] = x[i] - parts->seasonal[i] - parts->trend[i];
	free(w.memory);
	return true;
}
