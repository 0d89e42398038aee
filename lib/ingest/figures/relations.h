/* SPDX-License-Identifier: MIT
 * What figures of one office and period owe each other: a part is not more than its whole. The
 * relations are those of the catalogue (part_of), of share/relations.csv and of a file people
 * give; they are held against what the store knows once the import is merged, for what the
 * import touched alone.
 */
#ifndef INGEST_RELATIONS_H
#define INGEST_RELATIONS_H

#include "staging.h"

typedef struct relation {
	int64_t left, right; /* indicators */
	char op[3]; /* <= < = >= > */
	bool is_zero_if_missing; /* the right side; else the relation is not held */
	bool is_refused; /* else warned about */
} relation;

typedef struct relations {
	relation *all;
	size_t count, capacity;
	const codes *indicators; /* borrowed, as what follows */
	const codes *offices;
	const limits_table *limits;
	relais_store *store;
	bool is_built_in; /* while loading: a code the catalogue lacks is passed over */
} relations;

/* `path` is a file of more relations, or NULL. */
relais_status relations_load(relations *r, relais_store *store, const codes *offices,
	const codes *indicators, const limits_table *bounds, const char *path,
	relais_error *err) MUST_CHECK;
bool relations_watch(const void *relations, int64_t indicator);
/* After the merge: tells what does not hold; what is refused is taken out again. */
relais_status relations_check(const relations *r, staging *g, int64_t batch, told *t,
	staging_counts *counts, relais_error *err) MUST_CHECK;
void relations_free(relations *r);

#endif
