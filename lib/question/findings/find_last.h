/* SPDX-License-Identifier: MIT
 * The last figure of an indicator that each office sent, up to the day.
 */
#ifndef QUESTION_FIND_LAST_H
#define QUESTION_FIND_LAST_H

#include "../study/inside.h"
#include "findings.h"

typedef struct last_figure {
	relais_period period; /* 0: none was ever sent */
	number value;
} last_figure;

/* By position in the study's roster, to be freed; NULL when the catalogue has no such indicator. */
relais_status find_last(findings *f, study *s, const char *code, last_figure **out,
	relais_error *err) MUST_CHECK;

#endif
