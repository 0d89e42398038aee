/* SPDX-License-Identifier: MIT
 * The size of units for which the year before says nothing.
 */
#ifndef QUESTION_WEIGHTS_H
#define QUESTION_WEIGHTS_H

#include "../measure/tally.h"

/* The weights of a lens, by unit; NULL when nothing is known of any. */
relais_status lens_weights(lens *l, const feed *s, catalogue *c, const perimeter *units,
	int which, const int64_t **out, relais_error *err) MUST_CHECK;

#endif
