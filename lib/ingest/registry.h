/* SPDX-License-Identifier: MIT
 * Rows of a register or a journal into the store: a changed row ends the version known so far
 * and begins another; a journal only grows. The SQL is the kind's, this is the one engine.
 */
#ifndef INGEST_REGISTRY_H
#define INGEST_REGISTRY_H

#include "cell.h"
#include "made.h"

typedef struct registry registry;

relais_status registry_open(registry **out, const kind *k, relais_store *store, int64_t batch,
	maker *make, const directories *known, told *t, relais_error *err) MUST_CHECK;
/* `said`: cells by column of the kind, as people write them; NULL: not said, what is known
 * stays; "": nothing is known of it any more. `fields`: by column of the kind, the file's field
 * (from 0), NULL when there is no file. Counts the row in `summary`. */
relais_status registry_put(registry *g, const char *const *said, const size_t *fields, spot at,
	relais_summary *summary, relais_error *err) MUST_CHECK;
void registry_close(registry *g);

#endif
