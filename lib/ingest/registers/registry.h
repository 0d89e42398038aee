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
/* The cell of the next row that says the identifier to match by; NULL: there is none. */
void registry_match(registry *g, const char *cell);
/* Changes of a row that no line of the file stands for: what a line or an option brings about. */
typedef struct revision {
	size_t column; /* of the kind */
	const char *value; /* NULL: nothing is known of it any more */
} revision;

/* Revises what is known of `key`, in the same batch. *why: NULL when done, else the sentence (N_)
 * of the rule that forbids it, "" when that was told as a rejection; the row is then as it was. */
relais_status registry_revise(registry *g, const char *key, const revision *changes,
	size_t count, spot at, const char **why, relais_error *err) MUST_CHECK;
/* What is known of a column of `key`, NULL: nothing; borrowed until the next call. */
relais_status registry_known(registry *g, const char *key, size_t column, const char **value,
	relais_error *err) MUST_CHECK;
/* Did any row give this key, taken or not? Kept when the import is of a whole register. */
bool registry_lists(const registry *g, const char *key);
/* Rejected rows whose key could be read; the others may be of anything. */
uint64_t registry_named_rejections(const registry *g);
void registry_close(registry *g);

#endif
