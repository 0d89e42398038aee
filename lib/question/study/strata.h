/* SPDX-License-Identifier: MIT
 * Strata of the network: the offices of one category and zone, of one category, of one zone, all;
 * and what those that answered in a period and one year before sum up to.
 */
#ifndef QUESTION_STRATA_H
#define QUESTION_STRATA_H

#include "../estimate/estimate.h"

typedef struct stratum {
	stratum_ratio sums;
	int32_t kept; /* where the ratio is kept, -1: not yet */
	bool is_too_large;
} stratum;

typedef struct strata {
	stratum *list;
	size_t count, room;
} strata;

/* All units of the network and their figures: the lens's own, unless it looks at some only. */
typedef struct network {
	const frame *now, *before; /* NULL: not read yet */
	const perimeter *units;
	const roster *offices;
	const unit_breaks *breaks;
	/* When the question is about some of the offices. */
	frame own_now, own_before;
	perimeter own_units;
	roster own_offices;
	unit_breaks own_breaks;
} network;

/* Once; the second time does nothing. */
relais_status network_read(network *n, const lens *l, study *s, relais_error *err) MUST_CHECK;
void network_free(network *n);

/* Of period `p`, without the units whose definition changed since one year before. before: NULL
 * when that year was not read. */
relais_status strata_sum(strata *all, const network *n, relais_period p, const cell *now,
	const cell *before, relais_error *err) MUST_CHECK;
/* NULL: nobody of it answered. */
stratum *strata_of(strata *all, stratum_level level, const office *root);
void strata_free(strata *all);

#endif
