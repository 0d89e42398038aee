/* SPDX-License-Identifier: MIT
 * The units a figure counts. As they were: every office for itself. Current geography: an
 * office that merged counts with the one that went on, so that a merger is no growth.
 */
#ifndef QUESTION_PERIMETER_H
#define QUESTION_PERIMETER_H

#include "roster.h"

typedef struct perimeter {
	size_t units; /* in natural order of their root's code */
	int32_t *unit_of; /* by office; -1: not asked for */
	size_t *root; /* by unit: the office whose name and territory count */
	const splits *splits; /* that count, those of up to `day`; NULL: none */
	relais_day day;
	bool uses_shares; /* the past of what split is shared out */
} perimeter;

relais_status perimeter_as_they_were(
	perimeter *p, const roster *r, relais_error *err) MUST_CHECK;
/* Mergers and splits that have happened by `day` count. One that splits is asked for with its
 * parts. */
relais_status perimeter_current(
	perimeter *p, const roster *r, relais_day day, relais_error *err) MUST_CHECK;
void perimeter_free(perimeter *p);

#endif
