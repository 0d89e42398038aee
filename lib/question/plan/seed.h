/* SPDX-License-Identifier: MIT
 * A proposal of actions while it is made.
 */
#ifndef QUESTION_SEED_H
#define QUESTION_SEED_H

#include "agenda.h"

enum { SEED_CODE = 32 };

typedef struct seed {
	agenda agenda; /* for its words; nothing is put in it */
	rowlist *list;
	int year;
	int *given; /* by resolution: the next number of its actions; 0: not asked yet */
} seed;

typedef struct seed_row {
	const char *code, *resolution, *title, *owner, *start, *due, *planned_eur,
		*planned_days, *indicator, *target, *offices, *after, *repeat;
} seed_row;

bool seed_has_actions(const status *s, const char *of);
/* The code of the `nth` action (from 0) that is still to be proposed of a resolution. */
void seed_code(seed *s, const char *of, int nth, char out[SEED_CODE]);
void seed_taken(seed *s, const char *of, int count);
void seed_write(seed *s, const seed_row *row);
/* The days the law names in the year, unless the plan has them. */
relais_status seed_law(seed *s, relais_error *err) MUST_CHECK;

#endif
