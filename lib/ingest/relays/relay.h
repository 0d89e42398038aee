/* SPDX-License-Identifier: MIT
 * Relays' stores merged into a federation's: every batch of theirs becomes one here, in the order
 * of their days whatever store they are in, so that what was known at a date is known again.
 * A batch is known again by a fingerprint of its line in its own journal. nobody but the
 * relay_*.c files includes this.
 */
#ifndef INGEST_RELAY_H
#define INGEST_RELAY_H

#include "../../base/arena.h"
#include "../../base/map.h"
#include "../journal.h"
#include "../registers/registry.h"
#include "../figures/staging.h"

enum { RELAY_KEY = 65, RELAY_NAME = 128 };

/* A relay's store. */
typedef struct relay {
	relais_store *store;
	char name[RELAY_NAME]; /* of its file: 29.db */
	char prefix[RELAY_NAME]; /* the same without its ending: 29 */
	char identity[RELAY_KEY]; /* the same whatever the file is called */
	int64_t known; /* its last batch that was merged before; 0: none */
	map here; /* its batches → ours */
	map own; /* our batches that are its own → 1 */
	stmt *batches; /* those still to merge … */
	bool is_over; /* … of which there are no more, or: */
	int64_t batch; /* … the next one */
	relais_day day;
	char key[RELAY_KEY];
	stmt *figures, *gone; /* what the batches brought and took away, in their order */
	bool has_figure, has_gone; /* the statement is on a row */
	map offices, indicators; /* its ids → ours */
	map decimals; /* its indicators → what it counts them in */
	map shared; /* codes of offices it has in common with others, told already */
	relais_summary *summary;
} relay;

/* The batch at hand. */
typedef struct merging {
	relais_store *store;
	relay *relay;
	const relais_import_options *options;
	relais_import_options own; /* as on the day of the batch; on_conflict changes by row */
	int64_t batch; /* ours */
	told told;
	relais_summary counts;
} merging;

/* relay_open.c */
relais_status relay_open(relay *r, relais_store *store, const char *path,
	relais_summary *summary, relais_error *err) MUST_CHECK;
void relay_close(relay *r);
/* On to the next batch to be merged. */
relais_status relay_next(relay *r, relais_error *err) MUST_CHECK;
/* Was the batch at hand merged already: before, or out of another copy of the store? */
relais_status relay_is_here(
	relay *r, relais_store *store, bool *here, relais_error *err) MUST_CHECK;
/* Our batch that the one at hand becomes is `batch`. */
relais_status relay_settle(relay *r, int64_t batch, relais_error *err) MUST_CHECK;
bool relay_owns(const relay *r, int64_t batch);
/* What batches undo which, as the relay has it now. */
relais_status relay_mark_undone(
	const relay *r, relais_store *store, relais_error *err) MUST_CHECK;

/* relay_registers.c */
relais_status relay_registers(merging *m, relais_error *err) MUST_CHECK;
/* The catalogue the relay's store was made with: only what is not known here. */
relais_status relay_catalogue(merging *m, relais_error *err) MUST_CHECK;
/* relay_journals.c */
relais_status relay_journals(merging *m, relais_error *err) MUST_CHECK;
/* relay_own.c: the codes of a row that are the relay's own, with its name before them. */
relais_status relay_own_codes(const merging *m, const kind *k, const char **said, arena *memory,
	relais_error *err) MUST_CHECK;
/* relay_figures.c */
relais_status relay_figures(merging *m, relais_error *err) MUST_CHECK;

#endif
