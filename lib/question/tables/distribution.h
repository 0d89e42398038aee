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
	size_t unit;
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

/* Order statistics of sorted figures; NAN where there are not enough. */
typedef struct spread_figures {
	double min, q1, median, q3, max, iqr, mad, mean, sd;
} spread_figures;

typedef struct class_bounds {
	number *list; /* rising; NULL: chosen for each indicator */
	size_t count;
} class_bounds;

relais_status class_bounds_read(
	class_bounds *b, const char *const *words, relais_error *err) MUST_CHECK;
/* Steps of 1, 2, 5, 10 … that reach from the smallest to the greatest; false: no memory. */
bool class_bounds_choose(class_bounds *b, const sample *samples, size_t count);

/* Every unit as a group of its own: what a figure of one unit is tallied by. units[] and the tallies
 * are as many as the units; `alone` is room for as many. */
relais_status spread_tally(study *s, lens *l, relais_span span, int32_t *alone, tally *units,
	relais_error *err) MUST_CHECK;
/* The units of a set that count, sorted; as many as it returns, `known` of them to every reader. */
size_t spread_samples(const study *s, const lens *l, const tally *units, size_t set,
	sample *out, size_t *known);
relais_status spread_measure(
	const sample *samples, size_t n, spread_figures *out, relais_error *err) MUST_CHECK;

/* Outside the relais, a quantile of n figures: with fewer than seuil_n on either side, whose it is
 * would be too easy to tell; the `known`, whose figures everybody knows, may all lie on one. */
bool spread_is_tellable(const study *s, size_t n, size_t known, double p);

/* Rows after indicator, group and period, which are said. */
relais_status spread_say(const spread *d, rowlist *rows, relais_error *err) MUST_CHECK;
relais_status classes_say(
	const spread *d, const class_bounds *b, rowlist *rows, relais_error *err) MUST_CHECK;
/* indicator, groups, period. */
void spread_say_head(const spread *d, rowlist *rows);

#endif
