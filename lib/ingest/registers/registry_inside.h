/* SPDX-License-Identifier: MIT
 * What the files of the registry share: the row at hand, and how it is read.
 */
#ifndef INGEST_REGISTRY_INSIDE_H
#define INGEST_REGISTRY_INSIDE_H

#include "guard.h"
#include "lineage.h"
#include "registry.h"

enum { ID, ADD, CURRENT, END_VERSION, BEGIN_VERSION, REGISTER_STATEMENTS };
enum { FIND, APPEND, JOURNAL_STATEMENTS };
struct registry {
	const kind *k;
	relais_store *store;
	int64_t batch;
	maker *make;
	const directories *known;
	told *told;
	guard guard;
	lineage *lineage; /* of events: what they do to the register of offices; or NULL */
	stmt *s[REGISTER_STATEMENTS];
	const char **values; /* of the row at hand, by column, NULL: nothing */
	const char **before; /* as known before it */
	const char *match_by; /* see registry_match */
	const char *key; /* of the row at hand, as people read it; NULL: not said */
	bool is_known; /* something is known of its key */
	bool is_sync; /* the register was not empty before the file */
	size_t parent; /* of territories, the column that says what is around; else none */
	unsigned long parent_at; /* that column of the file, 0: none */
	map seen; /* keys of this file → line */
	map listed; /* those of rejected rows too, when the file is a whole register */
	uint64_t named_rejections;
	arena row;
};

/* Reads every cell said; false: some were rejected (the row counts once). Of the register of
 * offices, the key is then the office the row is about. */
bool registry_read(registry *g, const char *const *said, const size_t *fields, spot at,
	relais_error *err, relais_status *rc);
/* What names the row, of one column or several, into g->key. */
relais_status registry_read_key(registry *g, relais_error *err) MUST_CHECK;

#endif
