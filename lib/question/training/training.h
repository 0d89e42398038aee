/* SPDX-License-Identifier: MIT
 * Training as known at a date: the sessions, who sat in them, what they cost and who paid. Every
 * amount is exact: euros, hours and marks are in millionths. People are counted once for each
 * session they were in: nobody is named, so nobody can be told from another (attendances).
 */
#ifndef QUESTION_TRAINING_H
#define QUESTION_TRAINING_H

#include <relais.h>

#include "../../base/arena.h"
#include "../../base/attributes.h"
#include "../../base/number.h"
#include "../study/roster.h"

/* Who pays, in the order of the columns of a session. */
typedef enum funder {
	FUNDER_OPCO,
	FUNDER_CNFPT,
	FUNDER_REGION,
	FUNDER_RELAIS,
	FUNDER_OFFICES,
	FUNDER_OTHERS,
	FUNDERS
} funder;

/* An amount that may not be said. */
typedef struct amount {
	int64_t units; /* millionths */
	bool is_known;
} amount;

/* What is not known adds nothing; false: it does not fit. */
static inline bool amount_add(amount *sum, amount one)
{
	sum->is_known = sum->is_known || one.is_known;
	return number_add(&sum->units, one.units);
}

typedef struct course {
	const char *code, *title, *theme, *state, *place, *territory, *provider;
	const char *resolutions; /* codes with blanks between; NULL: none */
	relais_day begins, ends; /* RELAIS_NO_DAY: no day yet */
	int64_t seats; /* -1: not said */
	int64_t answers;
	amount satisfaction, days, hours; /* hours: 7 for each day when they are not said */
	amount teaching, others, paid[FUNDERS];
	size_t first, count; /* its seatings */
	bool is_asked; /* by the question: its resolution, its offices */
} course;

/* People of one office, one category and one regime in a session. */
typedef struct seating {
	size_t course, office; /* positions */
	const char *category, *regime; /* regime "": nobody's employees */
	int64_t enrolled, came;
	amount hours; /* of each of them */
	bool is_asked;
} seating;

typedef struct training {
	arena memory;
	roster roster;
	relais_lang lang;
	int64_t known; /* the last batch known */
	relais_day day; /* the day it is, or was */
	course *courses; /* by day, those without one last, then by code */
	size_t course_count;
	seating *seatings; /* session by session */
	size_t seating_count;
	bool is_restricted; /* to some offices: what is a whole session's is not theirs */
} training;

/* Sums over sessions or over those who sat in them. */
typedef struct tuition {
	int64_t sessions, trainees, offices;
	amount hours; /* trainees × hours; known when all of them are */
	int64_t unattended; /* sessions of which nobody said who came: in no other sum */
} tuition;

/* Restricted to the question's resolutions, offices, territories and members: unknown codes are
 * RELAIS_E_USAGE with candidates. The span of the question is not looked at. */
relais_status training_open(training *t, relais_store *store, const relais_question *question,
	relais_error *err) MUST_CHECK;
void training_close(training *t);
/* Puts the enrolments behind their sessions, in an order that begins with these. */
void training_join(training *t, int (*in_order)(const void *, const void *));

bool course_is_held(const course *c);
/* Held, and nobody said who came: that is not nobody. */
bool course_is_unattended(const course *c);
bool course_serves(const course *c, const char *resolution);
/* Does it begin between these days? One without a day does when both are RELAIS_NO_DAY, which is always. */
bool course_is_within(const course *c, relais_day first, relais_day last);

/* What was held between two days, both included, and asked for: sessions, attendances, trainee-hours,
 * offices that had a trainee. `resolution` and `of` (an office) are codes, NULL: all. Of an office, the
 * sessions are those it had a trainee in. False: the sums do not fit. */
bool training_held(const training *t, relais_day first, relais_day last, const char *resolution,
	const char *of, tuition *out);
/* Trainee-days of 7 hours, rounded once, half away from zero, to two decimals; false: not known. */
bool trainee_days(amount hours, number *out);

#endif
