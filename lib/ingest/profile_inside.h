/* SPDX-License-Identifier: MIT
 * What reading and using a profile share; nobody else includes it.
 */
#ifndef INGEST_PROFILE_INSIDE_H
#define INGEST_PROFILE_INSIDE_H

#include "../base/arena.h"
#include "profile.h"

enum { PROFILE_PAIRS = 200, PROFILE_FIELDS = 2048 };

typedef struct pair {
	const char *key, *value;
} pair;

struct profile {
	const char *name;
	const char *kind, *encoding;
	char delimiter;
	const char *office, *indicator, *period; /* constants, {label} in them */
	const char *missing; /* words, | between */
	const char *pattern; /* of periods */
	const char *skip, *headings; /* how many lines above, and of headings */
	pair lists[PROFILE_LISTS][PROFILE_PAIRS];
	size_t counts[PROFILE_LISTS];
	arena memory, row;
};

/* A built-in profile's text, NULL when there is none of that name. */
const char *profile_built_in(const char *name);
/* Their names, NULL-terminated. */
const char *const *profile_names(void);
/* profile_read.c: from the text of an INI file. */
relais_status profile_read(
	profile *p, const char *input, const char *text, relais_error *err) MUST_CHECK;

#endif
