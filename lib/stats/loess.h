/* SPDX-License-Identifier: MIT
 * Local regression of a series on its own position, as STL uses it: constant or linear, tricube
 * weights over the nearest points.
 */
#ifndef STATS_LOESS_H
#define STATS_LOESS_H

#include <stddef.h>

typedef struct loess {
	size_t span; /* points that weigh */
	int degree; /* 0 or 1 */
	size_t jump; /* fitted every so many points, straight between them */
} loess;

/* The fit of y[n] into out[n]. `weights` (n, or NULL: all one) are multiplied in; `room` has n. */
void loess_smooth(const double *y, size_t n, const loess *how, const double *weights,
	double *out, double *room);
/* The fit at position `at` (0 is y's first; it may lie outside) from the points `from` to `to`,
 * both in; `otherwise` when they all weigh nothing. */
double loess_at(const double *y, size_t n, const loess *how, const double *weights, double at,
	size_t from, size_t to, double otherwise, double *room);

#endif
