/* SPDX-License-Identifier: MIT
 * Statistics of order, and how unevenly a whole is shared.
 */
#ifndef STATS_ORDER_H
#define STATS_ORDER_H

#include <stdbool.h>
#include <stddef.h>

/* MAD × this estimates the standard deviation of a normal sample: 1 / Φ⁻¹(3/4). */
#define STATS_MAD_TO_SIGMA 1.4826

/* From the smallest to the greatest, in place. */
void stats_sort(double *x, size_t n);

/* The p-quantile (0 ≤ p ≤ 1) of a sorted sample of n ≥ 1 values, by definition 7 of Hyndman and
 * Fan (1996): linear between the order statistics, x[1 + (n − 1)p]. It is R's and the
 * spreadsheets' default. */
double stats_quantile(const double *sorted, size_t n, double p);
double stats_median(const double *sorted, size_t n);
/* Median of the distances to `center`, times STATS_MAD_TO_SIGMA. `room` of n values. */
double stats_mad(const double *x, size_t n, double center, double *room);

/* Gini coefficient of a sorted sample without negative values: 0, all the same, to 1 − 1/n, one has
 * everything: Σ (2i − n − 1) x[i] / (n Σ x). False when the sum is not above zero. */
bool stats_gini(const double *sorted, size_t n, double *out);
/* Share of the `top` greatest in the sum, 0 to 1. False when the sum is not above zero. */
bool stats_top_share(const double *sorted, size_t n, size_t top, double *out);

#endif
