/* SPDX-License-Identifier: MIT
 * Fences, modified z-scores, extreme deviates. All look at the sample as it is; whoever asks decides
 * how large it must be.
 */
#include "outliers.h"

#include <math.h>

#include "order.h"

static void swap(double *a, double *b)
{
	double kept = *a;

	*a = *b;
	*b = kept;
}

/* The k-th smallest goes to x[k], no greater ones before it (Hoare's FIND). */
static double put_in_place(double *x, size_t n, size_t k)
{
	ptrdiff_t low = 0, high = (ptrdiff_t)n - 1, at = (ptrdiff_t)k;

	while (low < high) {
		double pivot = x[at];
		ptrdiff_t i = low, j = high;

		while (i <= j) {
			while (x[i] < pivot)
				i++;
			while (x[j] > pivot)
				j--;
			if (i <= j)
				swap(&x[i++], &x[j--]);
		}
		if (j < at)
			low = i;
		if (at < i)
			high = j;
	}
	return x[k];
}

double stats_median_of(double *x, size_t n)
{
	double upper = put_in_place(x, n, n / 2), lower = upper;

	if (n % 2)
		return upper;
	lower = x[0];
	for (size_t i = 1; i < n / 2; i++)
		lower = x[i] > lower ? x[i] : lower;
	return (lower + upper) / 2;
}

bool stats_tukey(double *x, size_t n, double k, stats_fences *out)
{
	double first, third;

	stats_sort(x, n);
	first = stats_quantile(x, n, 0.25);
	third = stats_quantile(x, n, 0.75);
	out->centre = stats_median(x, n);
	out->spread = third - first;
	out->low = first - k * out->spread;
	out->high = third + k * out->spread;
	return out->spread > 0;
}

bool stats_modz(double *x, size_t n, double limit, double *room, stats_fences *out)
{
	double reach;

	out->centre = stats_median_of(x, n);
	for (size_t i = 0; i < n; i++)
		room[i] = fabs(x[i] - out->centre);
	out->spread = stats_median_of(room, n);
	reach = limit * out->spread / STATS_MODZ_FACTOR;
	out->low = out->centre - reach;
	out->high = out->centre + reach;
	return out->spread > 0;
}

static bool furthest(
	const double *x, size_t n, size_t left, const bool *gone, stats_deviate *out)
{
	double sum = 0, squares = 0;

	for (size_t i = 0; i < n; i++)
		sum += gone[i] ? 0 : x[i];
	*out = (stats_deviate){ .at = n, .mean = sum / (double)left };
	for (size_t i = 0; i < n; i++) {
		double from = gone[i] ? 0 : fabs(x[i] - out->mean);

		squares += from * from;
		if (!gone[i] && (out->at == n || from > out->score)) {
			out->at = i;
			out->score = from;
		}
	}
	out->sd = sqrt(squares / (double)(left - 1));
	if (!(out->sd > 0))
		return false;
	out->score /= out->sd;
	return true;
}

size_t stats_deviates(const double *x, size_t n, size_t most, bool *gone, stats_deviate *out)
{
	size_t step;

	for (size_t i = 0; i < n; i++)
		gone[i] = false;
	for (step = 0; step < most && step + 2 < n; step++) {
		if (!furthest(x, n, n - step, gone, &out[step]))
			break;
		gone[out[step].at] = true;
	}
	return step;
}

double stats_deviate_limit(size_t n, size_t i, double alpha)
{
	double left = (double)(n - i), t;

	t = stats_student_above(alpha / (2 * (left + 1)), left - 1);
	return left * t / sqrt((left - 1 + t * t) * (left + 1));
}
