/* SPDX-License-Identifier: MIT
 * Where the resolutions stand: what is declared and planned, and beside it, never mixed, what the
 * evidence shows. The ways to tell it, one file each.
 */
#ifndef QUESTION_STANDING_H
#define QUESTION_STANDING_H

#include "../../base/rows.h"
#include "../evidence/measures.h"

typedef struct standing {
	status status;
	evidence evidence;
	tier tier; /* whose main measure is looked at */
} standing;

/* Of the resolutions in a row of a list. */
relais_status standing_list(const standing *s, relais_rows **out, relais_error *err) MUST_CHECK;
/* By domain or by challenge: how the resolutions spread, not their mean alone. */
relais_status standing_by(
	const standing *s, const char *by, relais_rows **out, relais_error *err) MUST_CHECK;
/* Challenges across domains. */
relais_status standing_matrix(
	const standing *s, relais_rows **out, relais_error *err) MUST_CHECK;
/* What is otherwise than on the day of `then`. */
relais_status standing_moved(const standing *then, const standing *now, relais_rows **out,
	relais_error *err) MUST_CHECK;

/* In the order of the manifesto, NULL-terminated. */
extern const char *const domain_codes_of_manifesto[], *const challenge_codes_of_manifesto[];

/* The main measure of the level asked for; NULL: none. */
static inline const finding *standing_finding(const standing *s, const resolution *r)
{
	ptrdiff_t at = evidence_main(&s->evidence, r->code, s->tier);

	return at < 0 ? NULL : &s->evidence.found[at];
}
/* Does the manifesto leave its challenge open, and the relais too? */
static inline bool is_ambiguous(const resolution *r)
{
	return !r->is_placed && r->certainty && strcmp(r->certainty, "ambigu") == 0;
}

#endif
