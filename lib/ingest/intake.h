/* SPDX-License-Identifier: MIT
 * One import under way: everything between the first record and the commit, for files, for
 * single rows given by a program, and for the built-in catalogue.
 */
#ifndef INGEST_INTAKE_H
#define INGEST_INTAKE_H

#include "figures/figures.h"
#include "journal.h"
#include "registers/registry.h"

typedef struct intake {
	relais_store *store;
	const relais_import_options *options;
	relais_import_options own; /* with the day of reception for today */
	relais_summary *summary;
	directories known;
	told told;
	limits_table limits; /* for the maker of registers; figures have their own */
	maker maker;
	registry *registry;
	figures *figures;
	const kind *kind;
	uint64_t dropped; /* rows the profile does not want */
	uint64_t totals; /* computed rows left out */
	unsigned long other_line; /* where a second table begins, 0: nowhere */
} intake;

/* What the options alone say is wrong. */
relais_status intake_check(const relais_import_options *options, relais_error *err) MUST_CHECK;
/* Takes the write lock and opens the batch's ground: directories, diagnostics. */
relais_status intake_begin(intake *n, relais_store *store, const relais_import_options *options,
	relais_summary *summary, relais_error *err) MUST_CHECK;
/* Once the kind is known: the batch, the engine. */
relais_status intake_open(intake *n, const kind *k, const layout *l, const origin *from,
	relais_error *err) MUST_CHECK;
/* The end of the records: merges, counts. */
relais_status intake_settle(intake *n, relais_error *err) MUST_CHECK;
/* Commits what changed something, rolls back everything else; frees all. Returns `rc`, or what
 * went wrong at the end. */
relais_status intake_end(intake *n, relais_status rc, relais_error *err) MUST_CHECK;

#endif
