/* SPDX-License-Identifier: MIT
 * What the lists of actions share: the times of what repeats, and why an action stands where it
 * does.
 */
#ifndef QUESTION_PLAN_LIST_H
#define QUESTION_PLAN_LIST_H

#include "plan.h"

/* Actions with a day between two, those that repeat once for each of their times. */
typedef struct agenda_times {
	relais_day from, until;
	arena memory; /* of codes and days made here */
	struct agenda_time {
		action a;
		size_t at; /* the action it is of */
	} * all;
	size_t count, room;
} agenda_times;

/* Adds one action: itself when it has a day within, or its times that have no row of their own. */
relais_status agenda_expand(
	agenda_times *t, const status *s, size_t at, relais_error *err) MUST_CHECK;
void agenda_free(agenda_times *t);

/* "late by 3 days; waits for A5-02": in the language asked for. */
void plan_say_why(const plan *p, size_t at, text *out);

#endif
