/* SPDX-License-Identifier: MIT
 * The shape of a store: its tables and indexes as the text that made them.
 */
#ifndef STORE_SHAPE_H
#define STORE_SHAPE_H

#include "store.h"

/* What of a CREATE counts: no comments, no quotes around names, blanks only where two words
 * meet. Two tables of the same plain text are the same table. NULL: no memory; free it. */
char *shape_plain(const char *sql);

/* Whether two are the same in that. */
relais_status shape_same(
	const char *a, const char *b, bool *same, relais_error *err) MUST_CHECK;

/* Within a transaction, with foreign keys off: makes of the tables and indexes there are those
 * of `wanted`, SQL text. What is missing is made, what differs is made anew with its rows: a
 * column that both have keeps its values, a new one gets its default. Whatever else there is
 * stays. */
relais_status shape_become(
	relais_store *store, const char *wanted, relais_error *err) MUST_CHECK;

#endif
