/* SPDX-License-Identifier: MIT
 * A plan for a folder of files: what each is, how it would be read, what stands in the way, and the
 * command that imports it. Nothing is found out but by importing: each file is read in ways that
 * a person would try, and the way that takes most of it is proposed.
 */
#ifndef INGEST_PLAN_H
#define INGEST_PLAN_H

#include <relais.h>

#include "../../base/attributes.h"
#include "../../base/text.h"

/* What goes into the command besides the file. */
typedef struct way {
	const char *profile; /* NULL: none */
	relais_period period; /* that the file's name says; 0: none */
	char office[64]; /* likewise; "": none */
	bool creates; /* offices and territories: there is no register yet */
	bool names; /* indicators: the profile has them for figures, and the catalogue has not */
} way;

/* What reading a file in some way showed. */
typedef struct sight {
	bool is_table; /* or the fault says why not */
	char kind[32];
	char fault[512]; /* of the file, or of the first row that is rejected */
	relais_period first, last; /* of figures */
	uint64_t read, rejected, brought;
	size_t columns; /* that are understood */
	bool is_ambiguous; /* its kind: a person has to say */
	bool has_strangers; /* names that are not registered */
	text unclear; /* sentences, with semicolons between */
} sight;

typedef struct planned {
	const char *path;
	int rank; /* of its kind: what others refer to comes first */
	bool is_profile; /* itself */
	way way;
	sight seen;
} planned;

/* plan_look.c: reads a file in one way; `keep`: and keeps it. What is wrong with the file is seen, not
 * returned. `seen` is made anew. */
relais_status plan_look(relais_store *store, const char *path, const way *how, bool keep,
	const relais_import_options *options, sight *seen, relais_error *err) MUST_CHECK;
void sight_clear(sight *seen);
/* Adds a sentence. */
void sight_add(sight *seen, const char *sentence);

/* plan_name.c: the month, quarter, half-year or year that a file's name says, 0: none, or several. */
relais_period plan_period_of(const char *path);
/* The code of an office of the store in a file's name, "" when there is none, or several. */
relais_status plan_office_of(relais_store *store, const char *path, char *code, size_t size,
	relais_error *err) MUST_CHECK;

/* plan_ways.c: the way that takes most of a file. `own` are the profiles of the folder, NULL-terminated.
 */
relais_status plan_choose(relais_store *store, planned *item, const char *const *own,
	const relais_import_options *options, relais_error *err) MUST_CHECK;

#endif
