/* SPDX-License-Identifier: MIT
 * Levels of those who did not answer, by the ratio method (C2.4): what a unit had one year before,
 * times how those of its stratum that answered both times moved together. Worked out when a question
 * asks for it and kept nowhere: a late answer replaces its estimate by being there, and
 * --as-of finds the estimates of that day again.
 */
#ifndef QUESTION_ESTIMATE_H
#define QUESTION_ESTIMATE_H

#include "../study/inside.h"

/* From the finest stratum to the coarsest. */
typedef enum stratum_level {
	STRATUM_CATEGORY_ZONE,
	STRATUM_CATEGORY,
	STRATUM_ZONE,
	STRATUM_NETWORK,
	STRATA
} stratum_level;

/* One stratum in one period: what moved in it. */
typedef struct stratum_ratio {
	stratum_level level;
	const char *category, *zone; /* "" when not said */
	int64_t count, now, before; /* units that answered both times; their sums */
} stratum_ratio;

typedef struct estimate {
	int64_t value; /* in the decimals of the indicator */
	int32_t ratio; /* -1: none */
} estimate;

typedef struct estimates {
	estimate *cells; /* as the frame of the period asked about */
	stratum_ratio *ratios;
	size_t count, room;
} estimates;

/* Looks for what a lens lacks; does nothing for what is no level: a rate, a mean, a computed
 * indicator. The strata are those of the whole network, whoever the question is about. */
relais_status lens_estimate(lens *l, study *s, relais_error *err) MUST_CHECK;
void estimates_free(estimates *e); /* NULL is fine */

/* NULL: none. */
const estimate *estimate_at(const lens *l, size_t step, size_t unit);

/* Adds a unit that has no figure over these steps, when what it lacks is estimated. False: too
 * large. */
bool estimates_add(const lens *l, size_t first, size_t count, size_t unit, tally *t);

#endif
