/* SPDX-License-Identifier: MIT
 * Days from which a figure means something else than before (C2.12). Two figures are comparable
 * when no such day lies between them: none after the first day of the earlier one's period, up
 * to the last day of the later one's. A break inside a period makes that period neither the
 * one nor the other: it is comparable with none but itself.
 */
#ifndef QUESTION_BREAKS_H
#define QUESTION_BREAKS_H

#include "catalogue.h"
#include "perimeter.h"

typedef struct break_day {
	ptrdiff_t office; /* in the roster; -1: every one */
	const item *what;
	relais_day day; /* first of the new definition */
	const char *reason;
} break_day;

typedef struct breaks {
	arena memory;
	break_day *all; /* by day */
	size_t count;
} breaks;

relais_status breaks_load(breaks *b, relais_store *store, const roster *offices,
	const catalogue *indicators, int64_t known, relais_error *err) MUST_CHECK;
void breaks_free(breaks *b);

/* Those of one indicator and of what it is computed from, by unit. Zeros: there are none. */
typedef struct unit_break {
	int32_t unit; /* -1: all */
	relais_day day;
	const char *reason; /* belongs to the breaks */
} unit_break;
typedef struct unit_breaks {
	unit_break *all; /* by unit, then day */
	size_t count;
} unit_breaks;

/* Of offices as they are in the roster when `units` is NULL. */
relais_status unit_breaks_find(unit_breaks *out, const breaks *b, const catalogue *indicators,
	const item *i, const perimeter *units, relais_error *err) MUST_CHECK;
void unit_breaks_free(unit_breaks *b);
/* The first break of a unit on one of these days, NULL: none. */
const unit_break *unit_breaks_in(
	const unit_breaks *b, size_t unit, relais_day first, relais_day last);

/* Does a break lie between the two ends, so that they are not comparable? */
static inline const unit_break *unit_breaks_between(
	const unit_breaks *b, size_t unit, relais_period earlier, relais_period later)
{
	return b->count ? unit_breaks_in(b, unit, period_first_day(earlier) + 1,
				  period_last_day(later))
			: NULL;
}

#endif
