/* SPDX-License-Identifier: MIT
 * Indices and the classical decomposition. Series of nine years of months: sums are plain.
 */
#include "season.h"

#include <math.h>

bool season_index(const double *x, size_t n, size_t period, double *out)
{
	size_t years = n / period;

	for (size_t m = 0; m < period; m++)
		out[m] = 0;
	for (size_t y = 0; y < years; y++) {
		double sum = 0;

		for (size_t m = 0; m < period; m++)
			sum += x[y * period + m];
		if (!(sum > 0))
			return false;
		for (size_t m = 0; m < period; m++)
			out[m] += 100 * (double)period * x[y * period + m] / sum;
	}
	for (size_t m = 0; m < period; m++)
		out[m] /= (double)years;
	return years > 0;
}

/* Over one year around each point; of an even period both ends count half. */
static void moving_average(const double *x, size_t n, size_t period, double *out)
{
	size_t half = period / 2;
	double ends = period % 2 ? 1 : 0.5;

	for (size_t i = 0; i < n; i++) {
		double sum;

		out[i] = NAN;
		if (i < half || i + half >= n)
			continue;
		sum = ends * (x[i - half] + x[i + half]);
		for (size_t j = i - half + 1; j < i + half; j++)
			sum += x[j];
		out[i] = sum / (double)period;
	}
}

/* Mean of what the trend leaves, by place in the year. False: a place is never reached. */
static bool average_places(
	const double *left, size_t n, size_t period, bool multiplicative, double *figure)
{
	double mean = 0;

	for (size_t m = 0; m < period; m++) {
		size_t count = 0;

		figure[m] = 0;
		for (size_t i = m; i < n; i += period)
			if (!isnan(left[i])) {
				figure[m] += left[i];
				count++;
			}
		if (count == 0)
			return false;
		figure[m] /= (double)count;
		mean += figure[m] / (double)period;
	}
	if (multiplicative && mean == 0)
		return false;
	for (size_t m = 0; m < period; m++)
		figure[m] = multiplicative ? figure[m] / mean : figure[m] - mean;
	return true;
}

bool season_decompose(const double *x, size_t n, size_t period, bool multiplicative,
	season_parts *parts, double *figure)
{
	moving_average(x, n, period, parts->trend);
	for (size_t i = 0; i < n; i++) {
		if (multiplicative && parts->trend[i] == 0)
			return false;
		parts->rest[i] =
			multiplicative ? x[i] / parts->trend[i] : x[i] - parts->trend[i];
	}
	if (!average_places(parts->rest, n, period, multiplicative, figure))
		return false;
	for (size_t i = 0; i < n; i++) {
		parts->seasonal[i] = figure[i % period];
		parts->rest[i] = multiplicative ? x[i] / parts->seasonal[i] / parts->trend[i]
						: x[i] - parts->seasonal[i] - parts->trend[i];
	}
	return true;
}
