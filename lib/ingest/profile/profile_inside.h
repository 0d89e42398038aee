/* SPDX-License-Identifier: MIT
 * What reading and using a profile share; nobody else includes it.
 */
#ifndef INGEST_PROFILE_INSIDE_H
#define INGEST_PROFILE_INSIDE_H

#include "../../base/arena.h"
#include "../../base/text.h"
#include "profile.h"

enum { PROFILE_PAIRS = 200, PROFILE_FIELDS = 2048, PROFILE_FOLDED = 256, PROFILE_ABOVE = 8 };

typedef struct pair {
	const char *key, *value;
	const char *folded; /* the key, without a [] that only JSON has */
	bool is_optional; /* a role ended in ? */
} pair;

/* {^heading} of a constant: the cell of the row, or the last one above it that is filled. */
typedef struct above {
	const char *folded;
	text cell;
} above;

struct profile {
	const char *name;
	char sha256[65]; /* of its text */
	const char *kind, *encoding;
	char delimiter;
	char decimal; /* mark of its numbers, 0: as they show */
	const char *missing, *totals; /* words, | between */
	const char *pattern; /* of periods */
	const char *skip, *headings; /* how many lines above, and of headings */
	pair lists[PROFILE_LISTS][PROFILE_PAIRS];
	size_t counts[PROFILE_LISTS];
	bool ignores_rest; /* * = ignore */
	const char **paths; /* NULL: JSON is read whole */
	size_t cuts[PROFILE_PAIRS]; /* by line of [split]: its column from 1, 0: not met yet */
	above above[PROFILE_ABOVE];
	size_t above_count;
	arena memory, row;
};

/* profile_rows.c: what {^…} of its constants will have to remember. */
relais_status profile_find_above(profile *p, relais_error *err) MUST_CHECK;
/* A built-in profile's text, NULL when there is none of that name. */
const char *profile_built_in(const char *name);
/* profile.c: is a cell one of a list a|b|c? Each may hold * and ?. */
bool profile_list_holds(const char *list, const char *cell);
/* profile_columns.c: is this the heading of `key`, in a column from 0? `folded` is the heading. */
bool pair_names(const pair *one, const char *folded, size_t column);
/* The ways to all values the profile speaks of; p->paths stays NULL when there are none. */
relais_status profile_find_paths(profile *p, relais_error *err) MUST_CHECK;
/* profile_read.c: from the text of an INI file. */
relais_status profile_read(
	profile *p, const char *input, const char *text, relais_error *err) MUST_CHECK;

#endif
