/* SPDX-License-Identifier: MIT
 * Sessions and those who sat in them, added up: a line for each session, or for each group of what
 * they have in common, and one for all of it. Of groups of sessions everything adds up; those of people
 * (their category, office, territory) have no part of the money: it is the session's.
 */
#ifndef QUESTION_TRAINING_LINEUP_H
#define QUESTION_TRAINING_LINEUP_H

#include "../../secrecy/rule.h"
#include "training.h"

typedef enum line_key {
	LINE_SESSION,
	LINE_THEME,
	LINE_RESOLUTION, /* a session is in the line of each */
	LINE_MONTH,
	LINE_CATEGORY, /* of people, from here on */
	LINE_OFFICE,
	LINE_TERRITORY
} line_key;

static inline bool line_is_of_people(line_key key)
{
	return key >= LINE_CATEGORY;
}

/* The names of the keys but the first, in that order, NULL-terminated. */
extern const char *const line_keys[];

typedef struct line {
	const char *code, *name; /* name: NULL when it has none of its own */
	const course *course; /* of LINE_SESSION, else NULL */
	int64_t sessions;
	int64_t offices, trainees; /* who had trainees, and how many came */
	amount hours; /* trainees × hours, of those whose length is known */
	amount days; /* of the sessions */
	amount teaching, others, cost, remaining, paid[FUNDERS];
	int64_t unattended; /* sessions held of which nobody said who came */
	int64_t seats; /* of the sessions that say them */
	int64_t offered, seated; /* seats and people of those that say both */
	int64_t marks, answers; /* mean × answers, in millionths */
	bool lacks; /* something that should be in a sum is not known */
	bool is_overfull; /* a session has more people than seats */
	bool is_ineligible; /* a funder pays for a session that nobody of those it is for is in */
	contributors by_trainees, by_hours; /* offices */
	bool is_secret;
} line;

typedef struct lineup {
	arena memory;
	line_key key;
	line *lines; /* in natural order of their code, sessions by day; no code last */
	size_t count;
	line total; /* sessions that were called off left out */
} lineup;

typedef struct stretch {
	relais_day first, last; /* both RELAIS_NO_DAY: always */
	const char *state; /* NULL: all */
} stretch;

/* False: no memory, or a sum does not fit. */
bool lineup_open(lineup *l, const training *t, line_key key, const stretch *w);
void lineup_close(lineup *l);

/* Is a session in the window, and asked for? */
bool stretch_has(const stretch *w, const course *c);
bool course_is_off(const course *c); /* called off */
/* Does its money go to somebody it is for? */
bool course_is_eligible(const training *t, const course *c);
/* What it costs and what nobody pays of it, not below zero: a cent too much is tolerated. */
amount course_cost(const course *c);
amount course_remaining(const course *c);

/* The line people are in, by its code, of a key of people; "": that of none. */
const char *people_code(const training *t, line_key key, const seating *e);

/* What may not be told outside, of the sessions held in one whole year. A session, or a group of
 * people, of too few offices is not told (C3.1); nor are as many others, the smallest first, as it
 * takes for those not told to keep the rule together, since all but them may be taken from the total. A
 * group of sessions is told when all its sessions are: so nothing is known but sums of what is told,
 * and that one rest. */
relais_status lineup_mask(lineup *l, const training *t, const stretch *w, relais_store *store,
	relais_error *err) MUST_CHECK;

#endif
