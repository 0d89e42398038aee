/* SPDX-License-Identifier: MIT
 * Offices and indicators a file names: found, or made from it when the import was asked to
 * (--create), else refused with candidates.
 */
#ifndef INGEST_MADE_H
#define INGEST_MADE_H

#include "cell.h"
#include "../figures/limits.h"

typedef struct maker {
	relais_store *store;
	int64_t batch;
	directories *known;
	limits_table *limits;
	const relais_import_options *options;
	told *told;
	stmt *office[2], *indicator[2], *territory[2];
	relais_error *err;
	relais_status failed; /* the store or memory failed: nothing more is made */
	char near[256]; /* candidates for the last unknown word */
} maker;

relais_status maker_open(maker *m, relais_store *store, int64_t batch, directories *known,
	limits_table *table, const relais_import_options *options, told *t,
	relais_error *err) MUST_CHECK;
void maker_close(maker *m);
/* The id; 0: unknown (said and counted as rejected when `at` has a line), or failed. */
int64_t maker_office(maker *m, const char *spelled, spot at);
int64_t maker_indicator(maker *m, const char *spelled, spot at);
/* True when the territory is known now. */
bool maker_territory(maker *m, const char *code);

#endif
