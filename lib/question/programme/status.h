/* SPDX-License-Identifier: MIT
 * The 30 resolutions and the actions that carry them, as known at a date: what the questions
 * about status and plan stand on.
 */
#ifndef QUESTION_STATUS_H
#define QUESTION_STATUS_H

#include <relais.h>

#include "../../base/arena.h"
#include "../../base/attributes.h"
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
void status_close(status *s);
const resolution *status_resolution(const status *s, const char *code); /* NULL: none */
/* Over the actions of one resolution. */
achieved status_achieved(const status *s, const char *code);

/* The states an action or a resolution can be in, NULL-terminated. */
extern const char *const status_states[];

#endif
