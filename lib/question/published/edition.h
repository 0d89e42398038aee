/* SPDX-License-Identifier: MIT
 * The state of knowledge an answer rests on: its last batch and what was set by then. A note
 * dated by it, not by the clock, is the same note when printed again.
 */
#ifndef QUESTION_EDITION_H
#define QUESTION_EDITION_H

#include <relais.h>

#include "../../base/attributes.h"
#include "../study/study.h"

typedef struct edition {
	int64_t batch; /* the last one known, 0: none */
	relais_day known_on; /* the day it came, RELAIS_NO_DAY: none */
	char network[200]; /* setting network_name as known then, "" when not set */
	/* Thresholds as set then: coverage in percent below which a figure is fragile, not
	 * significant; offices an evolution needs; secrecy. */
	number fragile_below, weak_below;
	int64_t least_offices;
	secrecy_rule secrecy;
} edition;

relais_status edition_read(
	edition *out, relais_store *store, relais_day as_of, relais_error *err) MUST_CHECK;

#endif
