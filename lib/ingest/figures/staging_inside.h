/* SPDX-License-Identifier: MIT
 * What the files of the staging share.
 */
#ifndef INGEST_STAGING_INSIDE_H
#define INGEST_STAGING_INSIDE_H

#include "conflict.h"
#include "staging.h"
#include "staging_runs.h"

enum { FIRST_ROOM = 1 << 10, MANY = 32, FIGURE_FIELDS = 5 };
enum {
	OUTCOME_NEW,
	OUTCOME_REVISED,
	OUTCOME_UNCHANGED,
	OUTCOME_KEPT, /* what is known stays */
	OUTCOME_CONFLICT, /* refused, and said so */
	OUTCOME_REPEATED
};
enum {
	FIND,
	INSERT,
	INSERT_MANY,
	RETIRE,
	UPDATE,
	WITHDRAW,
	RESTORE,
	FORGET,
	WIDEN,
	WIDEN_OLD,
	WIDEN_CODE,
	STATEMENTS
};

extern const unsigned char relais_sql_merge[];

struct staging {
	relais_store *store;
	int64_t batch;
	limits_table *limits;
	const codes *offices, *indicators;
	told *told;
	staged *rows, *spare;
	size_t count, room, chunk; /* the room is a chunk once one is full */
	runs *runs; /* sorted chunks put aside; NULL: none was needed */
	staging_counts counts;
	conflicts conflicts; /* with what the store knows */
	map refused; /* keys of which two lines of this file disagree */
	int *kept_decimals; /* by indicator id: what the rows in the store are counted in */
	size_t kept_size;
	stmt *s[STATEMENTS];
	bool (*is_watched)(const void *self, int64_t indicator); /* NULL: none is */
	const void *watcher;
	stmt *touch;
};

size_t staging_chunk(void);

/* Brings rows i to end, of one indicator, to its decimals; one made by this import may have grown
 * finer than what an earlier chunk left in the store. */
relais_status staging_scale(staging *g, size_t i, size_t end, relais_error *err) MUST_CHECK;

#endif
