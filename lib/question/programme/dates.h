/* SPDX-License-Identifier: MIT
 * The days of actions: those that hang on others worked out, the next time of those that repeat.
 */
#ifndef QUESTION_DATES_H
#define QUESTION_DATES_H

#include "status.h"

/* Once the actions are read: their days, their order, what is late. */
relais_status status_date(
	status *s, const relais_question *question, relais_error *err) MUST_CHECK;

/* The next time of each action that repeats, that no row of its own stands for; the times that
 * have one get what their row leaves out. */
void status_repeat(status *s);

#endif
