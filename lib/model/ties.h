/* SPDX-License-Identifier: MIT
 * What an action says of others and of itself in one cell: what it comes after, how it repeats, who
 * pays for it. Each is read as people write it and kept in one way of writing.
 */
#ifndef MODEL_TIES_H
#define MODEL_TIES_H

#include <relais.h>

#include "../base/attributes.h"
#include "../base/number.h"
#include "kind.h"

enum { TIES_SIZE = 2000 };

/* "A5-01 A5-02+30": codes, each with the days to wait once it is done. */
typedef struct tie {
	char code[128];
	int lag;
} tie;

/* The next of a list and where the rest of it is; false at its end, or where it is no list: then
 * **at is not '\0'. */
bool tie_next(const char **at, tie *out);
/* Blanks between, each code once; false: not a list of codes. */
bool ties_read(const char *said, char out[TIES_SIZE]);

/* How an action comes back: every so many units from its first days on, or so many days after it was
 * done. */
typedef struct repetition {
	bool after_done;
	char unit; /* as of moment_shift */
	int count;
} repetition;

/* week, month, quarter, semester, year, done+N. */
bool repeat_read(const char *said, char out[32]);
bool repetition_of(const char *kept, repetition *out);

/* region:2000|relais:400/150: who promised how much, and has paid. */
typedef struct funding {
	const char *funder; /* a code of funders */
	number promised, paid;
	bool has_paid;
} funding;

extern const choice funders[]; /* ends with {NULL} */
/* The next of a list; false at its end, or where it is no list: then **at is not '\0'. */
bool funding_next(const char **at, funding *out);
bool fundings_read(const char *said, char out[TIES_SIZE]);

/* "A5-01#3", the third time of A5-01: its length without that, and the number; 0: none. */
int occurrence_of(const char *code, size_t *length);

#endif
