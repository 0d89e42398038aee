/* SPDX-License-Identifier: MIT
 * Loess at a point, and along a series.
 */
#include "loess.h"

#include <math.h>
#include <stdbool.h>

static double tricube(double distance, double reach)
{
	double r, left;

	if (distance > 0.999 * reach)
		return 0;
	if (distance <= 0.001 * reach)
		return 1;
	r = distance / reach;
	left = 1 - r * r * r;
	return left * left * left;
}

/* Weights that sum to 1; false when there is none. */
static bool weigh(
	double *w, const double *weights, double at, double reach, size_t from, size_t to)
{
	double sum = 0;

	for (size_t j = from; j <= to; j++) {
		w[j] = tricube(fabs((double)j - at), reach);
		if (weights)
			w[j] *= weights[j];
		sum += w[j];
	}
	for (size_t j = from; sum > 0 && j <= to; j++)
		w[j] /= sum;
	return sum > 0;
}

/* A line instead of a constant, unless the points stand too close together to tell. */
static void tilt(double *w, double at, size_t n, size_t from, size_t to)
{
	double center = 0, spread = 0, slope;

	for (size_t j = from; j <= to; j++)
		center += w[j] * (double)j;
	for (size_t j = from; j <= to; j++)
		spread += w[j] * ((double)j - center) * ((double)j - center);
	if (sqrt(spread) <= 0.001 * (double)(n - 1))
		return;
	slope = (at - center) / spread;
	for (size_t j = from; j <= to; j++)
		w[j] *= slope * ((double)j - center) + 1;
}

double loess_at(const double *y, size_t n, const loess *how, const double *weights, double at,
	size_t from, size_t to, double otherwise, double *room)
{
	double reach = fmax(at - (double)from, (double)to - at), fit = 0;

	if (how->span > n)
		reach += (double)((how->span - n) / 2);
	if (!weigh(room, weights, at, reach, from, to))
		return otherwise;
	if (reach > 0 && how->degree > 0)
		tilt(room, at, n, from, to);
	for (size_t j = from; j <= to; j++)
		fit += room[j] * y[j];
	return fit;
}

/* The span's nearest points of i, whole within the series. */
static size_t first_of(size_t i, size_t n, size_t span)
{
	size_t half = (span + 1) / 2;

	if (span >= n || i + 1 < half)
		return 0;
	return i + 1 >= n - half + 1 ? n - span : i + 1 - half;
}

static void join(double *out, size_t from, size_t to)
{
	double step = (out[to] - out[from]) / (double)(to - from);

	for (size_t j = from + 1; j < to; j++)
		out[j] = out[from] + step * (double)(j - from);
}

void loess_smooth(const double *y, size_t n, const loess *how, const double *weights,
	double *out, double *room)
{
	size_t span = how->span < n ? how->span : n;
	size_t jump = how->jump < n - 1 ? how->jump : n - 1, last = 0;

	if (n < 2) {
		out[0] = y[0];
		return;
	}
	for (size_t i = 0; i < n; i += jump) {
		size_t from = first_of(i, n, span);

		out[i] = loess_at(
			y, n, how, weights, (double)i, from, from + span - 1, y[i], room);
		if (i > 0)
			join(out, last, i);
		last = i;
	}
	if (last < n - 1) {
		/* the points are those of the last fit, as the authors' program has it */
		size_t from = first_of(last, n, span);

		out[n - 1] = loess_at(y, n, how, weights, (double)(n - 1), from,
			from + span - 1, y[n - 1], room);
		join(out, last, n - 1);
	}
}
