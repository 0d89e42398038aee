/* SPDX-License-Identifier: MIT
 * A relay's own yardsticks of the resolutions, beside those of share/evidence.csv: what is counted
 * in which register, over which time. What may be said of a source is a table here; the questions
 * that answer it are lib/question/evidence.
 */
#ifndef MODEL_KIND_MEASURE_H
#define MODEL_KIND_MEASURE_H

#include "kind.h"

/* Columns of the kind evidence, by index. */
enum {
	MEASURE_CODE,
	MEASURE_FROM,
	MEASURE_UNTIL,
	MEASURE_RESOLUTION,
	MEASURE_LEVEL,
	MEASURE_SOURCE,
	MEASURE_FILTER,
	MEASURE_FORMULA,
	MEASURE_WINDOW,
	MEASURE_UNIT,
	MEASURE_SENSE,
	MEASURE_STALE,
	MEASURE_LABEL_FR,
	MEASURE_LABEL_EN,
	MEASURE_COUNT
};
extern const kind_column kind_measures[MEASURE_COUNT];

/* What can be asked of a source. */
typedef struct measure_source {
	const char *name;
	cell_type filter; /* how its filter is read … */
	const choice *words; /* … and of what, where it is of choices */
	const choice *formulas; /* what can be counted; # stands for a whole number */
	bool needs_filter;
} measure_source;

/* NULL: there is no such source, or it counts nothing (none). */
const measure_source *measure_source_named(const char *name);
/* Is it one of the patterns, a # in one of them being a number from 1 to 999? */
bool measure_formula(const choice *patterns, const char *said);

#endif
