/* SPDX-License-Identifier: MIT
 * The plan as a network: what waits for what, how early each action can end and how late it may.
 *
 * An action takes the days of work it says, five a week, and one day when it says none: what nobody
 * said makes nothing late. It begins no earlier than today, than its own first day, and than the day
 * after what it waits for. It may end as late as it is due, or as those after it can still end in
 * time. The difference is its slack.
 */
#ifndef QUESTION_PLAN_H
#define QUESTION_PLAN_H

#include "../../base/arrows.h"
#include "../../base/rows.h"
#include "../../base/text.h"
#include "../programme/status.h"

enum { NO_ACTION = -1 };

/* `to` waits for `from`, and `lag` days more. */
typedef struct wait {
	size_t from, to;
	int lag, nth; /* the time meant of an action that repeats, else 0 */
	bool is_over; /* what it waits for is done */
} wait;

typedef struct step {
	relais_day start, finish; /* as early as can be */
	relais_day latest; /* RELAIS_NO_DAY: nothing hangs on it */
	relais_day legal; /* the same for days of law alone */
	ptrdiff_t limit, legal_limit; /* the action whose day is the latest, NO_ACTION: none */
	ptrdiff_t driver; /* what it waits for longest */
	int days; /* it takes, of the calendar */
	bool is_open, is_waiting, is_circular, is_critical;
} step;

typedef struct plan {
	status s;
	step *steps; /* one for each action */
	wait *waits; /* by `to` */
	size_t wait_count, wait_room;
	size_t *order, placed; /* every wait points forward; those on a circle are left out */
	arrows arrows;
} plan;

/* Besides what status_open checks: the state and the owner that are asked for. */
relais_status plan_open(plan *p, relais_store *store, const relais_question *question,
	relais_error *err) MUST_CHECK;
void plan_close(plan *p);

/* Of an open action that something hangs on; else false. */
bool plan_slack(const step *st, int64_t *days);
bool plan_legal_slack(const step *st, int64_t *days);
/* Can it begin today? */
bool plan_is_ready(const plan *p, size_t at);
/* The codes it waits for, blanks between. */
void plan_waits_for(const plan *p, size_t at, text *out);
/* Fills the steps once the order is known. */
void plan_schedule(plan *p);
/* Marks the chain that leaves least time. */
void plan_find_critical(plan *p);

relais_status plan_check_question(
	const status *s, const relais_question *question, relais_error *err) MUST_CHECK;
/* Is it among what is asked for? */
bool plan_matches(const status *s, const action *a, const relais_question *question);

#endif
