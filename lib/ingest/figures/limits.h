/* SPDX-License-Identifier: MIT
 * What a figure of each indicator may be: decimals, whole numbers, bounds, steps. Read once
 * per import; indicators made by the import itself learn their decimals from the data.
 */
#ifndef INGEST_LIMITS_H
#define INGEST_LIMITS_H

#include "../../base/number.h"
#include "../told.h"

typedef struct limits {
	int64_t id;
	/* NULL until a figure of it was checked; borrowed from the directory. */
	const char *code;
	int decimals;
	bool is_count; /* a decimal is an error, not a rounding */
	bool is_duration; /* hours may be written 12:30 or 12h30 */
	bool is_percent;
	bool may_percent, may_euro; /* that sign makes sense */
	bool is_derived; /* computed, never imported */
	bool is_new; /* made by this import: decimals may grow */
	bool has_minimum, has_maximum, has_soft, has_step;
	number minimum, maximum, soft, step;
} limits;

typedef struct limits_table {
	limits *by_id; /* index: id; id 0 where there is none */
	size_t size;
} limits_table;

relais_status limits_load(limits_table *t, relais_store *store, relais_error *err) MUST_CHECK;
/* Room for an indicator made by this import. */
relais_status limits_add(limits_table *t, int64_t id, relais_error *err) MUST_CHECK;
void limits_free(limits_table *t);

/* Brings *value to the indicator's decimals (a new one grows instead) and checks it. False:
 * said to `t` and rejected. `spelled` is the cell, `code` the indicator's. */
bool limits_check(
	limits *l, number *value, const char *spelled, const char *code, told *t, spot at);

#endif
