/* SPDX-License-Identifier: MIT
 * Quantiles by definition 7 of Hyndman and Fan, median, MAD, Gini.
 */
#include "order.h"

#include <math.h>
#include <stdlib.h>

static int by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

void stats_sort(double *x, size_t n)
{
	qsort(x, n, sizeof *x, by_size);
}

double stats_quantile(const double *sorted, size_t n, double p)
{
	double at = (double)(n - 1) * p;
	double below = floor(at);
	size_t i = (size_t)below;

	if (i + 1 >= n)
		return sorted[n - 1];
	return sorted[i] + (at - below) * (sorted[i + 1] - sorted[i]);
}

double stats_median(const double *sorted, size_t n)
{
	return n % 2 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
}

double stats_mad(const double *x, size_t n, double center, double *room)
{
	for (size_t i = 0; i < n; i++)
		room[i] = fabs(x[i] - center);
	stats_sort(room, n);
	return STATS_MAD_TO_SIGMA * stats_median(room, n);
}

bool stats_gini(const double *sorted, size_t n, double *out)
{
	double sum = 0, weighed = 0;

	for (size_t i = 0; i < n; i++) {
		sum += sorted[i];
		weighed += (2 * (double)(i + 1) - (double)n - 1) * sorted[i];
	}
	if (!(sum > 0))
		return false;
	*out = weighed / ((double)n * sum);
	return true;
}

bool stats_top_share(const double *sorted, size_t n, size_t top, double *out)
{
	double sum = 0, most = 0;

	for (size_t i = 0; i < n; i++) {
		sum += sorted[i];
		if (i + top >= n)
			most += sorted[i];
	}
	if (!(sum > 0))
		return false;
	*out = most / sum;
	return true;
}
