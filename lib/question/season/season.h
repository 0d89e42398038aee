/* SPDX-License-Identifier: MIT
 * The index of a season, which is the mean of those of whole years: shared by who tells it and who
 * explains it.
 */
#ifndef QUESTION_SEASON_H
#define QUESTION_SEASON_H

#include "season_series.h"

enum { SEASON_ENOUGH_YEARS = 3 }; /* with fewer it is fragile */

/* What one group came to. */
typedef struct season_profile {
	double figure[SEASON_PERIODS]; /* by place in the calendar year */
	int64_t years;
	season_sum sum; /* the last year's; of a decomposition, the series' */
} season_profile;

/* How peaked the year is, from its indices. Shares in percent; the summer is June to August. */
typedef struct season_shape {
	size_t peak, trough; /* places in the year; the first of equal ones */
	double summer, best_two, gini;
	bool is_known; /* best_two and gini are: no index is below zero, not all are zero */
} season_shape;

season_shape season_shape_of(const season_profile *p, size_t period);

/* The step the first whole calendar year begins at. */
size_t season_first_year(const season_series *s);
/* Years that are asked for must be whole. */
relais_status season_check_whole(const season_series *s, relais_error *err) MUST_CHECK;
/* One more year of every group: x[group × period] and sums[group] of season_series_sum. */
void season_add_year(const season_series *s, size_t groups, const double *x,
	const season_sum *sums, season_profile *out);
void season_flags(const study *s, const season_sum *sum, int64_t years, char out[12]);

#endif
