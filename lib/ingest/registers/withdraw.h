/* SPDX-License-Identifier: MIT
 * A row that this batch took and cannot keep, as the whole of the file shows.
 */
#ifndef INGEST_WITHDRAW_H
#define INGEST_WITHDRAW_H

#include "registry.h"

typedef struct withdrawal {
	const char *table; /* of the register: action */
	int64_t id, batch;
	int64_t line; /* that said it: what it told of its changes is told no more */
} withdrawal;

/* What was known before the batch is known again, or nothing is. The row no longer counts as new or
 * revised in `summary`; that it is rejected is for the caller to tell. */
relais_status withdraw(relais_store *store, const withdrawal *row, relais_summary *summary,
	relais_error *err) MUST_CHECK;

#endif
