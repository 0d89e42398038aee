/* SPDX-License-Identifier: MIT
 * Sorted chunks put aside in a temporary file without a name, and their merge. A file in another
 * order than the store's would else go into the middle of the table chunk after chunk: slower to
 * write, and pages left half full.
 */
#ifndef INGEST_STAGING_RUNS_H
#define INGEST_STAGING_RUNS_H

#include "staging.h"

typedef struct runs runs; /* NULL: there is none yet */

/* Is there room for one more? */
bool runs_take_more(const runs *r);
/* Puts a sorted chunk aside; makes *r when it is the first. RELAIS_E_IO: the disk is full. */
relais_status runs_add(
	runs **r, const staged *rows, size_t count, relais_error *err) MUST_CHECK;
/* From here on they are read; `room` is borrowed until the last is. */
relais_status runs_start(runs *r, staged *room, size_t count, relais_error *err) MUST_CHECK;
/* The next rows of all, by key and, of one key, in the order they were put aside; *count 0: none
 * is left. */
relais_status runs_take(
	runs *r, staged *out, size_t most, size_t *count, relais_error *err) MUST_CHECK;
void runs_close(runs *r);

#endif
