/* SPDX-License-Identifier: MIT
 * Which values of a sample do not belong: fences around the quartiles, the distance to the median
 * measured in MADs, and the generalised extreme Studentized deviate of Rosner.
 */
#ifndef STATS_OUTLIERS_H
#define STATS_OUTLIERS_H

#include <stdbool.h>
#include <stddef.h>

/* Φ⁻¹(3/4) as Iglewicz and Hoaglin (1993) round it, and the score they call an outlier from. */
#define STATS_MODZ_FACTOR 0.6745
#define STATS_MODZ_LIMIT  3.5

/* Centre and spread a score is counted in, and the bounds a value must leave to be out. */
typedef struct stats_fences {
	double centre, spread, low, high;
} stats_fences;

/* The median in linear time; x is put in another order. n >= 1. */
double stats_median_of(double *x, size_t n);

/* Tukey (1977): quartiles (definition 7) less and plus k interquartile ranges. Centre is the
 * median, spread the interquartile range. `x` is sorted. False when the spread is 0. */
bool stats_tukey(double *x, size_t n, double k, stats_fences *out);
/* Iglewicz and Hoaglin (1993): median less and plus limit × MAD / 0.6745, where MAD is the plain
 * median distance to the median. `x` is put in another order; `room` of n values. False when the
 * MAD is 0: nothing can be said. */
bool stats_modz(double *x, size_t n, double limit, double *room, stats_fences *out);

/* One step of the test: the value furthest from the mean of those left. */
typedef struct stats_deviate {
	size_t at; /* in x */
	double mean, sd, score; /* of those left; R = |x − mean| / sd */
} stats_deviate;

/* Rosner (1983): R_1 … R_most into out[most], most <= n − 2. `gone` of n flags. Returns the number of
 * steps made: fewer than `most` when all that is left is the same. */
size_t stats_deviates(const double *x, size_t n, size_t most, bool *gone, stats_deviate *out);
/* λ_i of step i (from 1 on) in a sample of n, i <= n − 2:
 * (n − i) t / sqrt((n − i − 1 + t²)(n − i + 1)), t = t(1 − α / 2(n − i + 1); n − i − 1). */
double stats_deviate_limit(size_t n, size_t i, double alpha);

/* Student's t with `freedom` degrees: the probability of more than t >= 0, and the t that more than
 * `tail` (0 < tail <= 0.5) are above. */
double stats_student_tail(double t, double freedom);
double stats_student_above(double tail, double freedom);

#endif
