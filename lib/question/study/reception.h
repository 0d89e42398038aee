/* SPDX-License-Identifier: MIT
 * When figures first came, and whether an office was said to be closed: what tells on time from
 * late, and finds the offices that are back. By unit, for the periods of one indicator.
 */
#ifndef QUESTION_RECEPTION_H
#define QUESTION_RECEPTION_H

#include "inside.h"

/* Of one unit and period. A correction does not make late what had come in time. */
typedef struct arrival {
	relais_day first; /* RELAIS_NO_DAY: no figure, nor a word that it was closed */
	bool is_closed; /* structural zero, as known */
	bool was_closed; /* said so before a figure came */
} arrival;

typedef struct reception {
	frame shape; /* periods and width only */
	arrival *arrivals; /* steps × width, from one period before the span on */
} reception;

/* Of a collected indicator; the span in periods of its own length. */
relais_status reception_read(reception *r, study *s, const item *i, relais_span span,
	const perimeter *units, relais_error *err) MUST_CHECK;
void reception_free(reception *r);

/* NULL outside. */
const arrival *reception_at(const reception *r, relais_period p, size_t unit);
/* After the days a relay takes to collect? */
bool reception_is_late(const study *s, relais_period p, const arrival *a);
/* Closed the period before, or said to be in this one, and yet there is a figure. */
bool reception_is_back(const reception *r, relais_period p, size_t unit);

#endif
