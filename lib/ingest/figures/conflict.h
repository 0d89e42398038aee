/* SPDX-License-Identifier: MIT
 * A file brings another value for a figure that is known: what becomes of it. The options say
 * whether it revises, gives way, or condemns the file; a period that is final holds its figures
 * unless the import reopens it.
 */
#ifndef INGEST_CONFLICT_H
#define INGEST_CONFLICT_H

#include "../../model/closing.h"
#include "staging.h"

/* The day periods of a year become final: the end of final_month_day of the next one. */
typedef struct closing {
	relais_day today;
	closing_rule rule;
	bool applies; /* not in a private store: nothing was ever published from it */
	int64_t first_today; /* batches from it on are of the same day: still one loading */
} closing;

typedef enum verdict { VERDICT_REVISE, VERDICT_KEEP, VERDICT_REFUSE } verdict;

typedef struct conflicts {
	relais_store *store;
	const relais_import_options *options;
	const limits_table *limits;
	const codes *offices, *indicators;
	told *told;
	closing closing;
	struct {
		staged row, held;
		int64_t batch; /* of `held`; 0: no clash */
	} first; /* clash in file order, when one is enough to refuse the file */
	uint64_t late; /* figures never sent before, of final periods */
	relais_period late_from, late_to;
} conflicts;

relais_status closing_load(
	closing *c, relais_store *store, relais_day today, relais_error *err) MUST_CHECK;
bool closing_is_final(const closing *c, relais_period p);

relais_status conflicts_open(conflicts *c, const conflicts *from, relais_error *err) MUST_CHECK;
/* `held`, of batch `batch`, is known and `row` differs. Says what it decides but a revision. */
relais_status conflicts_judge(conflicts *c, const staged *row, const staged *held,
	int64_t batch, verdict *out, relais_error *err) MUST_CHECK;
/* Fails when a clash condemns the file: once a chunk is compared. */
relais_status conflicts_check(conflicts *c, relais_error *err) MUST_CHECK;
/* `count` figures of `p`, of which others were known already, are new. */
void conflicts_note_late(conflicts *c, relais_period p, uint64_t count);
/* One warning for all that came late. */
void conflicts_finish(conflicts *c);

#endif
