/* SPDX-License-Identifier: MIT
 * The 30 resolutions and the actions that carry them, as known at a date: what the questions
 * about status and plan stand on.
 */
#ifndef QUESTION_STATUS_H
#define QUESTION_STATUS_H

#include <relais.h>

#include "../../base/arena.h"
#include "../../base/attributes.h"
#include "../../base/map.h"
#include "../../base/number.h"

typedef struct resolution {
	const char *code, *domain, *challenge, *challenge_alt, *certainty, *label;
	const char *declared; /* by the relay; NULL: nothing yet */
	bool is_asked;
	bool is_placed; /* the relais chose its challenge: setting defi_CODE */
} resolution;

typedef struct action {
	const char *code, *resolution, *title, *owner, *partners, *starts_on, *due_on, *state;
	const char *planned_eur, *spent_eur, *indicator, *target, *proof, *offices;
	int64_t progress;
	number weight;
	bool is_late; /* due and not done */
	/* The plan. starts_on and due_on are days, those that hang on others worked out; of an action
	 * that repeats they are those of its next time. */
	const char *start_said, *due_said; /* what hangs on another day, as said; else NULL */
	const char *after, *repeat, *until, *done_on, *planned_days, *spent_days, *fundings;
	const char *blocked;
	relais_day start, due, done; /* RELAIS_NO_DAY: nobody knows */
	relais_day first_start, first_due; /* of an action that repeats: the first time */
	relais_day legal; /* the day a law or a label names, when due hangs on one */
	bool start_is_lost, due_is_lost; /* said, and what it hangs on is nowhere */
	bool is_over; /* repeats, and will not any more */
	int nth; /* one time of an action that repeats; of that action, its next time; else 0 */
	int64_t overdue; /* of an action that repeats: times whose day has passed */
	int64_t versions; /* how often it changed, with what its days hang on */
	const char *changed_on; /* the day of the last of these changes */
} action;

typedef struct status {
	arena memory;
	relais_store *store;
	int64_t known;
	relais_day day;
	char iso_day[16];
	relais_lang lang;
	resolution *resolutions; /* in natural order */
	size_t count;
	action *actions; /* by due date, then code */
	size_t action_count;
	map places; /* of the actions, by code */
	const char *const
		*offices; /* asked for, with those they go on for; NULL: all there are */
} status;

/* What is done of a set of actions; those dropped count for nothing. */
typedef struct achieved {
	int64_t actions, done, late;
	bool has_percent;
	number percent; /* mean progress, weighted */
} achieved;

/* Checks the resolutions named: unknown is RELAIS_E_USAGE with candidates. */
relais_status status_open(status *s, relais_store *store, const relais_question *question,
	relais_error *err) MUST_CHECK;
/* The same seen from another day, with what is known at the question's. */
relais_status status_open_on(status *s, relais_store *store, const relais_question *question,
	relais_day day, relais_error *err) MUST_CHECK;
/* The last day of the question's span, unless that is still to come: the status' own day. */
relais_day status_day_asked(const status *s, const relais_question *question);
void status_close(status *s);
const resolution *status_resolution(const status *s, const char *code); /* NULL: none */
/* Over the actions of one resolution. */
achieved status_achieved(const status *s, const char *code);

/* Does it name an office that is asked for, or one that goes on as it? */
bool status_concerns(const status *s, const action *a);
const action *status_action(const status *s, const char *code); /* NULL: none */
/* Is there still something to do? */
bool action_is_open(const action *a);
static inline bool action_is_time(const action *a) /* one time of another */
{
	return a->nth && !a->repeat;
}
/* The day of one time of an action that repeats, as it would be without a row of its own. */
relais_day action_time(const action *a, int nth);
void action_days(const action *a, int nth, relais_day *start, relais_day *due);

/* The states an action or a resolution can be in, NULL-terminated. */
extern const char *const status_states[];

#endif
