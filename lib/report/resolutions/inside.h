/* SPDX-License-Identifier: MIT
 * What the parts of the report share: the answers of rt-status and rt-plan, read once.
 */
#ifndef REPORT_RESOLUTIONS_INSIDE_H
#define REPORT_RESOLUTIONS_INSIDE_H

#include "../../base/words.h"
#include "../note.h"

typedef enum state_of {
	STATE_DONE,
	STATE_ONGOING,
	STATE_TO_DO,
	STATE_PUT_OFF,
	STATE_DROPPED,
	STATE_UNSET,
	STATES_OF
} state_of;

typedef struct one_resolution {
	const char *code, *domain, *challenge, *title, *proven, *flag;
	const char *adoption, *target, *unit, *proof_on; /* of the offices */
	state_of state;
	int64_t actions, late;
} one_resolution;

typedef struct one_action {
	const char *code, *resolution, *title, *owner, *start, *due, *progress, *proof;
	state_of state;
	bool is_late;
} one_action;

typedef struct programme {
	note *n;
	one_resolution *resolutions;
	size_t resolution_count, resolution_room;
	one_action *actions;
	size_t action_count, action_room;
} programme;

/* A name outside the relais: people are not told of. */
static inline bool tells_people(const programme *p)
{
	return !p->n->teller.published;
}

#define LATE_RULE                                                                              \
	N_("An action is late when its day has passed and it is neither done, put off nor dropped.")

const char *domain_name(relais_document *d, const char *code);
const char *challenge_name(relais_document *d, const char *code);
extern const char *const domain_codes[], *const challenge_codes[]; /* NULL-terminated */
const char *state_name(relais_document *d, state_of s);
const char *state_sign(state_of s); /* one character that needs no colour */
/* The states are the marks of a sketch, in their order. */
sketch_mark mark_of(state_of s);
const char *say_day(relais_document *d, const char *iso); /* NULL when there is none */
/* A percentage as people read it; NULL when there is none. */
const char *say_share(relais_document *d, const char *value);
/* A count that is said, and listed among the figures. */
const char *tell_number_of(programme *p, const char *name, const char *group, int64_t count);

/* What the offices adopted of it, and what they should, listed; NULL when there is none. */
const char *tell_adoption(programme *p, const one_resolution *r);
const char *tell_target(programme *p, const one_resolution *r);

/* What the note's question asks of, and who reads it. */
relais_status programme_open(programme *p, note *n, relais_error *err) MUST_CHECK;
const char *say_today(const programme *p);
/* The title, the network, and when all this was known. */
void programme_heading(programme *p, const char *title);
/* Reads what the note's question asks for. */
relais_status programme_read_actions(programme *p, relais_error *err) MUST_CHECK;
relais_status programme_read(programme *p, relais_error *err) MUST_CHECK;
void programme_free(programme *p);

/* Each of the thirty where its challenge and its domain meet. */
void write_tiles(programme *p, section *s);
/* A bar for each action; who it is with, within the relais. */
void write_time(programme *p, section *s);
void write_summary(programme *p);
void write_late(programme *p);
void write_resolutions(programme *p);
void write_plan(programme *p);
/* The map of A1, when it is asked for and anything of it can be told. */
relais_status write_facilitators(programme *p, relais_error *err) MUST_CHECK;
void write_key(programme *p);
/* All of them in one table with their actions and their cost. */
relais_status write_thirty(programme *p, relais_error *err) MUST_CHECK;

#endif
