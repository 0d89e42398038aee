/* SPDX-License-Identifier: MIT
 * The parts of an undo, between its counter-batch and its commit.
 */
#ifndef INGEST_UNDO_H
#define INGEST_UNDO_H

#include <relais.h>

#include "../../store/store.h"
#include "../figures/conflict.h"

typedef struct undo {
	relais_store *store;
	const relais_import_options *options;
	int64_t batch, by; /* the one taken back, the counter-batch */
	relais_day day; /* when `batch` was received */
	relais_undo_summary *summary;
} undo;

/* Its figures. `moved` as relais_undo gives it; NULL: not asked. */
relais_status undo_figures(
	undo *u, bool each, relais_rows **moved, relais_error *err) MUST_CHECK;
/* Its rows of registers, and the states it declared. With `counts` they are in the summary. */
relais_status undo_registers(undo *u, bool counts, relais_error *err) MUST_CHECK;
/* Runs a statement that names :batch, :by or both. */
relais_status undo_run(const undo *u, stmt *s, relais_error *err) MUST_CHECK;

#endif
