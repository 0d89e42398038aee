/* SPDX-License-Identifier: MIT
 * School holidays and events as imported. What is not recorded is not known: a zone whose
 * holidays of a year nobody imported did not have none.
 */
#ifndef QUESTION_CALENDAR_H
#define QUESTION_CALENDAR_H

#include "../../base/arena.h"
#include "../../base/period.h"
#include "../../store/store.h"

typedef struct occasion {
	bool is_school;
	const char *zone; /* "": everywhere */
	const char *label;
	relais_day from, until;
} occasion;

typedef struct calendar {
	arena memory;
	occasion *all; /* by first day */
	size_t count;
	const char **zones; /* of school holidays, in order; "" alone when none says any */
	size_t zone_count;
} calendar;

relais_status calendar_load(
	calendar *c, relais_store *store, int64_t known, relais_error *err) MUST_CHECK;
void calendar_free(calendar *c);

/* Days of a stretch without school; false: not known. They are when some of the stretch is
 * holidays, or when it lies between two that are no further apart than a term. */
bool calendar_school_days(
	const calendar *c, const char *zone, relais_day first, relais_day last, int *out);
/* Are the holidays of this zone those of `zone`? */
bool occasion_concerns(const occasion *o, const char *zone);

/* The months, of a year and the one before, between which a day that hangs on Easter moved, and
 * which are therefore compared together only: those that a span has in part. {0}: none. */
relais_span easter_together(relais_span months);

#endif
