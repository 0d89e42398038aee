/* SPDX-License-Identifier: MIT
 * Units that can only be compared together: an office and what it split into without saying how
 * much of it went where (C5.4).
 */
#ifndef QUESTION_FAMILY_H
#define QUESTION_FAMILY_H

#include "../measure/tally.h"

enum { FAMILY_NONE = -1, FAMILY_BROKEN = -2 };

/* By unit: FAMILY_NONE, stands for itself; FAMILY_BROKEN, has no year to be compared with, for
 * its family is not in one group; else the unit at the head of its family. Splits between
 * the first day of one span and the last of the other count. NULL: no split among them. */
relais_status families_make(const grouping *g, const frame *f, relais_span first,
	relais_span last, int32_t **out, relais_error *err) MUST_CHECK;

#endif
