/* SPDX-License-Identifier: MIT
 * Figures on their way to the store: gathered in chunks, sorted by the store's own key, merged
 * against what is there. Memory is two chunks, whatever the size of the file.
 */
#ifndef INGEST_STAGING_H
#define INGEST_STAGING_H

#include "../../store/figure.h"
#include "limits.h"
#include "../registers/codes.h"

/* As in the store's observation.state. */
typedef enum state {
	STATE_VALUE,
	STATE_ZERO,
	STATE_MISSING,
	STATE_NOT_CONCERNED,
	STATE_REFUSED
} state;

typedef struct staged {
	uint64_t key; /* the store's figure_id: indicator, period, office in 16, 18, 30 bits */
	int64_t value;
	uint32_t line;
	uint8_t state;
	uint8_t decimals; /* of value, until it is merged */
	uint8_t is_blank; /* an empty cell: never replaces a figure */
	uint8_t outcome;
} staged;

typedef struct staging staging;

typedef struct staging_counts {
	uint64_t created, revised, unchanged, kept;
} staging_counts;

/* Everything is borrowed until staging_close; `options` say what a conflict comes to. */
relais_status staging_open(staging **out, relais_store *store, int64_t batch,
	limits_table *table, const codes *offices, const codes *indicators,
	const relais_import_options *options, told *t, relais_error *err) MUST_CHECK;
/* What changes of the indicators `is_watched` says goes to temp.touched(indicator, period). */
relais_status staging_watch(staging *g, bool (*is_watched)(const void *self, int64_t indicator),
	const void *self, relais_error *err) MUST_CHECK;
relais_status staging_add(staging *g, int64_t indicator, relais_period period, int64_t office,
	const staged *figure, relais_error *err) MUST_CHECK;
/* Merges what is left; `counts` are then complete. */
relais_status staging_finish(staging *g, staging_counts *counts, relais_error *err) MUST_CHECK;
/* Takes a figure of this import out again, and what it had replaced back in. */
relais_status staging_withdraw(
	staging *g, uint64_t key, staging_counts *counts, relais_error *err) MUST_CHECK;
void staging_close(staging *g);

/* Radix sort by key, stable; `spare` is as long. */
void staged_sort(staged *rows, staged *spare, size_t count);

#endif
