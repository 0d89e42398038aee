/* SPDX-License-Identifier: MIT
 * STL: a seasonal-trend decomposition by loess. R. B. Cleveland, W. S. Cleveland, J. E. McRae,
 * I. Terpenning, Journal of Official Statistics 6 (1990), 3-73.
 */
#ifndef STATS_STL_H
#define STATS_STL_H

#include <stdbool.h>
#include <stddef.h>

#include "season.h"

/* Windows are odd spans of loess in points; 0: the usual one. */
typedef struct stl_options {
	size_t seasonal; /* in years, at least 7 to be sensible; 0: the same every year */
	size_t trend; /* 0: the odd number from 1.5 period / (1 − 1.5 / seasonal) */
	bool robust; /* outliers weigh less: 15 rounds of weights instead of none */
} stl_options;

/* parts->seasonal, trend and rest of n ≥ 2 × period points. False: no memory. */
bool stl_decompose(const double *x, size_t n, size_t period, const stl_options *options,
	season_parts *parts);

#endif
