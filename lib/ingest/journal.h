/* SPDX-License-Identifier: MIT
 * The batch: every import that changes something is journalled, in its own transaction.
 */
#ifndef INGEST_JOURNAL_H
#define INGEST_JOURNAL_H

#include "../base/attributes.h"
#include "../store/store.h"

enum {
	JOURNAL_SOURCE_SIZE = 256,
	JOURNAL_BUILT_IN = 2 /* the first batches: the catalogue a store is made with */
};

/* What a batch comes from. */
typedef struct origin {
	const char *source, *sha256, *kind; /* sha256 may be NULL */
	const char *how; /* may be NULL: nothing is known again by it */
	relais_day day;
	bool is_said; /* the day was asked for: it must not be before the last batch's */
	const char *who, *argv, *why; /* may be NULL */
	int64_t undoes; /* the batch this one takes back; 0: none */
} origin;

/* As the options say, for an input of that name. */
origin origin_of(const relais_import_options *options, const char *source, const char *sha256,
	const char *kind);
relais_status journal_begin(
	relais_store *store, const origin *from, int64_t *batch, relais_error *err) MUST_CHECK;
/* Writes the counts of summary->batch. */
relais_status journal_count(
	relais_store *store, const relais_summary *summary, relais_error *err) MUST_CHECK;
/* Where the lines of a batch are; "?" when there is no such batch. */
relais_status journal_source(relais_store *store, int64_t batch, char out[JOURNAL_SOURCE_SIZE],
	relais_error *err) MUST_CHECK;

#endif
