/* SPDX-License-Identifier: MIT
 * What the files of this room share.
 */
#ifndef QUESTION_LABELS_INSIDE_H
#define QUESTION_LABELS_INSIDE_H

#include <string.h>

#include "labels.h"

enum { INJUNCTION_MONTHS = 3, MERGER_MONTHS = 4, SHARE_OF_PROCEDURE = 2 };

/* labels_terms.c: until when each award holds, and what it is worth on the day. */
void labels_settle(labels *l);
/* Has its holder the mark that replaces it? */
bool labels_is_succeeded(const labels *l, const label *one);
/* labels_offices.c: who carries an award today; offices that have no classement. */
void labels_carry(labels *l);
relais_status labels_add_unclassified(labels *l, relais_error *err) MUST_CHECK;
/* labels_dangers.c */
relais_status labels_find_dangers(labels *l, relais_error *err) MUST_CHECK;
/* labels_deadlines.c: every day the law names, and the next one of each. */
relais_status labels_find_deadlines(labels *l, relais_error *err) MUST_CHECK;
/* labels_mergers.c: C1.5, appended to the deadlines. */
relais_status labels_find_mergers(labels *l, relais_error *err) MUST_CHECK;

relais_status labels_add(labels *l, const label *one, relais_error *err) MUST_CHECK;
relais_status labels_add_deadline(labels *l, const deadline *one, relais_error *err) MUST_CHECK;
/* The office that goes on for one on a day: itself while it is open. NULL: unknown. */
const office *labels_heir(const labels *l, const char *code, relais_day day);

static inline bool label_is_of(const label *one, const char *scheme)
{
	return !strcmp(one->scheme, scheme);
}

static inline const char *label_holder(const label *one)
{
	return *one->office ? one->office : one->holder;
}

/* Is the label one that says quality, of those that Destination d'excellence follows? */
static inline bool label_is_quality(const label *one)
{
	return one->law && (*one->law->replaced_by || *one->law->takes_over);
}

#endif
