/* SPDX-License-Identifier: MIT
 * What a commune can lodge, for the denomination of commune touristique, and what the law asks of it.
 */
#ifndef MODEL_KIND_LODGING_H
#define MODEL_KIND_LODGING_H

#include "kind.h"

/* Columns of the kind lodging, by index; what is counted stands together. */
enum {
	LODGING_COMMUNE,
	LODGING_YEAR,
	LODGING_NAME,
	LODGING_POPULATION,
	LODGING_FIRST, /* hotel rooms … */
	LODGING_COUNT = LODGING_FIRST + 8
};
extern const kind_column kind_lodging[LODGING_COUNT];

/* Persons that one of what a column counts lodges (R133-33): 2 for a hotel room. 0: it counts none. */
int lodging_persons(size_t column);
/* What the capacity must be of the population, in thousandths (R133-33): 150 under 2 000 inhabitants,
 * 45 from 10 000 on. */
int lodging_threshold(int64_t population);

#endif
