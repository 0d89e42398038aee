/* SPDX-License-Identifier: MIT
 * One indicator month by month (or quarter by quarter), summed for each group over the units that
 * sent every figure of a stretch of time: what a study of the season needs, since a month with
 * fewer offices would pass for a low one.
 */
#ifndef QUESTION_SEASON_SERIES_H
#define QUESTION_SEASON_SERIES_H

#include "../study/inside.h"

enum { SEASON_PERIODS = 12 };

typedef struct season_series {
	const study *study;
	const item *what;
	size_t period; /* of a year: 12 or 4 */
	frame frame; /* by unit of the current geography */
	unit_breaks breaks;
} season_series;

/* What a group came to over a stretch. */
typedef struct season_sum {
	int64_t offices, expected; /* units complete, units expected in one period at least */
	bool is_secret, is_revised;
	bool has_break; /* of a unit that sent everything, and is left out for it */
} season_sum;

/* One unit over a stretch. */
typedef struct season_unit {
	bool is_complete; /* a figure for every period, and no break between them */
	bool is_expected, is_revised, is_broken;
} season_unit;

/* RELAIS_END: there is nothing of it, or it has no seasons (only told, as RELAIS_E_USAGE, when it
 * was asked for by name). */
relais_status season_series_open(
	season_series *s, study *y, const item *i, relais_error *err) MUST_CHECK;
/* The break in a unit's stretch, NULL: none. */
const unit_break *season_series_unit_break(
	const season_series *s, size_t unit, size_t first, size_t count);
/* A break that leaves a unit of the group out of the stretch, NULL: none does. */
const unit_break *season_series_break(
	const season_series *s, size_t g, size_t first, size_t count);
/* How a unit is in a stretch. */
season_unit season_series_look(const season_series *s, size_t unit, size_t first, size_t count);
void season_series_close(season_series *s);

/* Every group over `count` steps from step `first` on: x[group × count + step], in the
 * indicator's own unit; sums[group]. Secrecy is looked at step by step over the groups together. */
relais_status season_series_sum(const season_series *s, size_t first, size_t count, double *x,
	season_sum *sums, relais_error *err) MUST_CHECK;
/* The periods of the stretch that no unit of the group sent, or else those that fewest sent: up to
 * six and "…". */
void season_series_holes(
	const season_series *s, size_t g, size_t first, size_t count, char *out, size_t size);

#endif
