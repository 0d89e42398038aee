/* SPDX-License-Identifier: MIT
 * What the time of the year does to a series: its profile, and the classical decomposition.
 */
#ifndef STATS_SEASON_H
#define STATS_SEASON_H

#include <stdbool.h>
#include <stddef.h>

/* Parts of a series, each of its length; `trend` and `rest` are NAN where the moving average does
 * not reach. */
typedef struct season_parts {
	double *trend, *seasonal, *rest;
} season_parts;

/* Index of each part of the year, 100 for the average: 100 × period × x / Σ x over whole years, then
 * the mean of the years. n is a multiple of `period`; out[period]; they sum to 100 × period. False
 * when a year's sum is not above zero. */
bool season_index(const double *x, size_t n, size_t period, double *out);

/* Classical decomposition by moving averages (Kendall and Stuart 1983, as R's decompose): the trend
 * is the centred moving average over one year (2 × period when it is even), the figure the mean of
 * what is left by place in the year, brought to sum 0 (additive) or to mean 1 (multiplicative).
 * n ≥ 2 × period; figure[period] begins with the series' first place in the year. Without
 * `multiplicative` x may hold anything; with it the trend must not be 0 (then false). */
bool season_decompose(const double *x, size_t n, size_t period, bool multiplicative,
	season_parts *parts, double *figure);

#endif
