/* SPDX-License-Identifier: MIT
 * What a row of a register or a journal owes the other rows of the store: an identifier is of one
 * office at a time; offices that go on for each other make no circle; a number of an activity is
 * given once.
 */
#ifndef INGEST_GUARD_H
#define INGEST_GUARD_H

#include "../../model/kind.h"
#include "../told.h"

typedef struct guard {
	const kind *kind;
	stmt *s; /* NULL: the kind owes nothing */
	stmt *bureaux; /* of offices */
} guard;

relais_status guard_open(
	guard *g, const kind *k, relais_store *store, relais_error *err) MUST_CHECK;
void guard_close(guard *g);
/* `values` by column of the kind. *holds false: said and rejected. */
relais_status guard_row(const guard *g, const char *const *values, told *t, spot at,
	bool *holds, relais_error *err) MUST_CHECK;
/* Did a change touch what the guard looks at? */
bool guard_concerns(const guard *g, const char *const *before, const char *const *values);

#endif
