/* SPDX-License-Identifier: MIT
 * What the offices ask for, by theme, and what sessions of a theme were like before: the plan of a
 * year.
 */
#ifndef QUESTION_TRAINING_NEEDS_H
#define QUESTION_TRAINING_NEEDS_H

#include "lineup.h"

/* The last sessions held of a theme, three at most, that say what is asked of them. */
enum { LAST_SESSIONS = 3 };
typedef struct precedent {
	int64_t seats, with_seats; /* sum, and of how many sessions */
	int64_t days, with_days; /* millionths */
	int64_t cost, costed_days; /* millionths, of those that say both */
	const course *basis[LAST_SESSIONS]; /* the latest first */
	size_t count;
} precedent;

/* One theme of the plan. */
typedef struct planned {
	const line *line; /* offices and people, is_secret */
	int64_t trainees, private, public, others; /* others: nobody's employees */
	int64_t sessions; /* to open; -1: not known, no session of the theme said its seats */
	int64_t seats; /* of each */
	amount days; /* of all of them */
	amount day_cost, cost; /* cents, in millionths */
	amount opco, cnfpt, rest; /* who may be asked for what: they add up to the cost */
	precedent before;
	const char *resolutions;
} planned;

typedef struct course_plan {
	training asked; /* a course a theme, held in spirit, those who would come in it */
	training past;
	lineup lines;
	planned *themes; /* as lines */
	size_t count;
	planned total; /* what is not known of a theme is in no sum */
	bool lacks;
} course_plan;

/* Does the office that asks, or what it asks for, belong to the question? */
bool need_is_asked(const relais_question *q, const office *o, const char *resolutions);

/* Secrecy holds from diffusion reseau on. */
relais_status course_plan_open(course_plan *p, relais_store *store, const relais_question *q,
	int year, relais_error *err) MUST_CHECK;
void course_plan_close(course_plan *p);

/* From the sessions held up to a day. */
void precedent_of(const training *t, const char *theme, relais_day until, precedent *out);

#endif
