/* SPDX-License-Identifier: MIT
 * Criteria of the classement that figures show: what a grid asks at least of a category. It is data
 * (share/criteria.csv); the other criteria are not figures.
 */
#ifndef MODEL_CRITERIA_H
#define MODEL_CRITERIA_H

#include <relais.h>

#include "../base/arena.h"
#include "../base/number.h"

enum { MOST_CRITERIA = 64 };

typedef struct criterion {
	const char *grid, *level, *indicator, *source;
	number minimum;
} criterion;

typedef struct criteria {
	arena memory;
	criterion all
		[MOST_CRITERIA]; /* of a grid and an indicator, from the lowest category up */
	size_t count;
} criteria;

bool criteria_load(criteria *c) __attribute__((warn_unused_result)); /* false: no memory */
void criteria_free(criteria *c);
/* What the grid asks of the category; NULL: nothing. */
const criterion *criterion_of(
	const criteria *c, const char *grid, const char *level, const char *indicator);
bool criterion_is_met(const criterion *c, number value);
/* The highest category that a figure is enough for: "I"; "" when it is enough for none. */
const char *criteria_best(
	const criteria *c, const char *grid, const char *indicator, number value);

#endif
