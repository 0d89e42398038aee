/* SPDX-License-Identifier: MIT
 * The batch: every import that changes something is journalled, in its own transaction.
 */
#ifndef INGEST_JOURNAL_H
#define INGEST_JOURNAL_H

#include "../base/attributes.h"
#include "../store/store.h"

/* What a batch comes from. */
typedef struct origin {
	const char *source, *sha256, *kind; /* sha256 may be NULL */
	relais_day today;
	const char *who, *argv; /* may be NULL */
} origin;

relais_status journal_begin(
	relais_store *store, const origin *from, int64_t *batch, relais_error *err) MUST_CHECK;
/* Writes the counts of summary->batch. */
relais_status journal_count(
	relais_store *store, const relais_summary *summary, relais_error *err) MUST_CHECK;

#endif
