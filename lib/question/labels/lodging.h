/* SPDX-License-Identifier: MIT
 * What a commune can lodge, and whether that is enough for its denomination (C1.6).
 */
#ifndef QUESTION_LODGING_H
#define QUESTION_LODGING_H

#include <relais.h>

typedef struct lodging {
	int64_t population, capacity; /* persons, of what was counted */
	int threshold; /* thousandths of the population */
	bool is_partial; /* something was not counted */
	bool is_known; /* false: no population, or more than fits */
	bool is_enough; /* what was counted is enough */
} lodging;

/* `counts` and whether each was `said`, in the order of the kind's columns from LODGING_FIRST. */
lodging lodging_of(int64_t population, const int64_t *counts, const bool *said);

#endif
