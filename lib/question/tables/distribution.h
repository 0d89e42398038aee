/* SPDX-License-Identifier: MIT
 * How the figures of offices spread: their values, brought together by group.
 */
#ifndef QUESTION_DISTRIBUTION_H
#define QUESTION_DISTRIBUTION_H

#include "../../base/rows.h"
#include "../study/inside.h"

/* One unit's figure. */
typedef struct sample {
	double value; /* in the indicator's own unit */
	int64_t a, b; /* its terms */
	int64_t open; /* what readers do not know of `a` */
	bool is_known; /* all of it */
} sample;

/* The figures of one group, from the smallest to the greatest. */
typedef struct spread {
	const study *study;
	const item *what;
	const group *group;
	const measure *total;
	relais_span span;
	const sample *samples;
	size_t count, known; /* of these, those every reader knows */
	int a_decimals, b_decimals, steps;
} spread;

typedef struct class_bounds {
	number *list; /* rising; NULL: chosen for each indicator */
	size_t count;
} class_bounds;

relais_status class_bounds_read(
	class_bounds *b, const char *const *words, relais_error *err) MUST_CHECK;
/* Steps of 1, 2, 5, 10 … that reach from the smallest to the greatest; false: no memory. */
bool class_bounds_choose(class_bounds *b, const sample *samples, size_t count);

/* Rows after indicator, group and period, which are said. */
relais_status spread_say(const spread *d, rowlist *rows, relais_error *err) MUST_CHECK;
relais_status classes_say(
	const spread *d, const class_bounds *b, rowlist *rows, relais_error *err) MUST_CHECK;
/* indicator, groups, period. */
void spread_say_head(const spread *d, rowlist *rows);

#endif
