/* SPDX-License-Identifier: MIT
 * A published copy of a store: what it tells of which months, and the file it is. The figures themselves come
 * from whoever asked for them, so that the file and the record of the edition have the same.
 */
#ifndef QUESTION_COPY_H
#define QUESTION_COPY_H

#include "record.h"

/* Sections of its figures, which are the levels of the file, beside the keys that make groups. */
#define COPY_NETWORK "network"
#define COPY_NAMED   "office"

enum { COPY_MOST_LEVELS = 4 };

/* The network (NULL), then each key that is published side by side, but never the offices; their number. */
relais_status copy_levels(relais_store *store, const relais_question *question,
	const char *by[COPY_MOST_LEVELS], size_t *count, relais_error *err) MUST_CHECK;

/* The file, of what was known at the last batch and the day of `from`. */
relais_status copy_write(relais_store *store, const relais_question *question,
	const record_origin *from, FILE *out, relais_error *err) MUST_CHECK;

#endif
