/* SPDX-License-Identifier: MIT
 * A profile says once and for all how the files of one source are read: an INI file, built in or
 * written by the user. rt-profiles(7) describes it.
 */
#ifndef INGEST_PROFILE_H
#define INGEST_PROFILE_H

#include "../../input/reader.h"
#include "../layout/heading_unit.h"

typedef struct profile profile;

/* Which part of a profile a list of keys and values is. */
typedef enum profile_list {
	PROFILE_COLUMNS,
	PROFILE_UNITS,
	PROFILE_CONSTANTS,
	PROFILE_SPLIT,
	PROFILE_KEEP,
	PROFILE_DROP,
	PROFILE_OFFICES,
	PROFILE_INDICATORS,
	PROFILE_LISTS
} profile_list;

/* The profile options->profile names: a file, one of the user's folder, a built-in one. NULL in
 * *out when none is named. */
relais_status profile_open(
	profile **out, const relais_import_options *options, relais_error *err) MUST_CHECK;
void profile_close(profile *p);
/* The names of the built-in ones, NULL-terminated. */
const char *const *profile_names(void);
/* Fills what the options do not say: kind, encoding, delimiter. */
void profile_complete(const profile *p, relais_import_options *options);

/* The SHA-256 of what the profile says. */
const char *profile_fingerprint(const profile *p);

/* All below take a NULL profile: then nothing is known. */
/* Value of a key of [constants], a column of the kind; NULL when not said. */
const char *profile_constant(const profile *p, const char *key);
/* Does {*} stand in a constant? */
bool profile_uses_rest(const profile *p);
/* The unit the profile says a column's figures are in; false: it does not. */
bool profile_unit(const profile *p, const char *heading, size_t column, unit *out);
/* How many lines stand above the headings, and how many these are; 0: not said. */
unsigned long profile_skip(const profile *p);
size_t profile_headings(const profile *p);
/* What the profile says of the columns under these headings. `given[i]` is a role, NULL when it
 * says nothing; of several names of one role the lower rank goes first. False: a role that must be
 * there has no heading, `*missing` is the first of its names, so they are not the headings. */
typedef struct profile_given {
	const char *role;
	size_t rank;
	bool is_rest; /* by * = ignore */
} profile_given;
bool profile_match(const profile *p, const char *const *headings, size_t count,
	profile_given *given, const char **missing);
/* The ways to what it wants of JSON, NULL-terminated; NULL: all there is. */
const char *const *profile_paths(const profile *p);
/* The code a name stands for; the name itself when the profile has none. */
const char *profile_code(const profile *p, profile_list list, const char *name);
bool profile_is_missing(const profile *p, const char *cell);
/* Is a name that of a computed row? */
bool profile_is_total(const profile *p, const char *name);
/* '.' or ',' of its numbers, 0: not said. */
char profile_decimal(const profile *p);
/* A period by the profile's pattern: 0 when it has none, -1 when the cell does not fit. */
relais_period profile_period(const profile *p, const char *cell);
/* Cuts the fields that [split] names; `r` then points into the profile, until the next call. */
relais_status profile_split(profile *p, record *r, relais_error *err) MUST_CHECK;
/* Keeps what {^heading} means in the rows below; false: no memory. */
bool profile_remember(profile *p, const char *const *headings, size_t count, const record *r);
const char *profile_above(const profile *p, const char *heading); /* "" when there is none */
/* Is a row one of those to be read? `headings` are those of the columns. */
bool profile_keeps(
	const profile *p, const char *const *headings, size_t count, const record *r);

#endif
