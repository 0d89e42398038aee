/* SPDX-License-Identifier: MIT
 * Training: sessions with what they cost and who pays, who sits in them, and what the offices ask
 * for next year. Head-counts, never names.
 */
#ifndef MODEL_KIND_TRAINING_H
#define MODEL_KIND_TRAINING_H

#include "kind.h"

/* Columns of the kind sessions, by index. */
enum {
	SESSION_CODE,
	SESSION_TITLE,
	SESSION_THEME,
	SESSION_RESOLUTIONS,
	SESSION_STATE,
	SESSION_BEGINS,
	SESSION_ENDS,
	SESSION_DAYS,
	SESSION_HOURS,
	SESSION_PLACE,
	SESSION_TERRITORY,
	SESSION_SEATS,
	SESSION_PROVIDER,
	SESSION_TEACHING,
	SESSION_OTHER_COSTS,
	SESSION_OPCO, /* funders, from here … */
	SESSION_CNFPT,
	SESSION_REGION,
	SESSION_RELAIS,
	SESSION_OFFICES,
	SESSION_OTHERS, /* … to here */
	SESSION_SATISFACTION,
	SESSION_ANSWERS,
	SESSION_COUNT
};
extern const kind_column kind_sessions[SESSION_COUNT];

/* Columns of the kind enrolments, by index. */
enum {
	ENROLMENT_SESSION,
	ENROLMENT_OFFICE,
	ENROLMENT_CATEGORY,
	ENROLMENT_REGIME,
	ENROLMENT_TRAINEES,
	ENROLMENT_ABSENT,
	ENROLMENT_HOURS,
	ENROLMENT_DAYS,
	ENROLMENT_COUNT
};
extern const kind_column kind_enrolments[ENROLMENT_COUNT];

/* Columns of the kind needs, by index. */
enum {
	NEED_YEAR,
	NEED_OFFICE,
	NEED_THEME,
	NEED_CATEGORY,
	NEED_REGIME,
	NEED_TRAINEES,
	NEED_DAYS,
	NEED_RESOLUTIONS,
	NEED_NOTE,
	NEED_COUNT
};
extern const kind_column kind_needs[NEED_COUNT];

/* Trainees by what they do; those no office employs have no regime. */
extern const choice kind_trainees[];
bool trainees_are_staff(const char *category);

/* A day of training, by which trainee-days are counted. */
enum { HOURS_A_DAY = 7 };

#endif
