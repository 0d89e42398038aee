/* SPDX-License-Identifier: MIT
 * How a finding is told.
 */
#ifndef QUESTION_MEASURES_H
#define QUESTION_MEASURES_H

#include "../../base/rows.h"
#include "evidence.h"

/* no_data, withheld, stale, reached, short, none or shown. */
const char *finding_state(const finding *f);
/* The value, empty when there is none or it is not told. */
void finding_cells(rowlist *list, const finding *f);
/* relay, office, or nothing. */
relais_status level_check(const char *said, relais_error *err) MUST_CHECK;

#endif
