/* SPDX-License-Identifier: MIT
 * Offices that became several (C5.4). With declared shares the past of the one is shared out to
 * the parts; without, nothing says what belongs to whom, and only all of them together can be
 * compared with what they were.
 */
#ifndef QUESTION_SPLITS_H
#define QUESTION_SPLITS_H

#include "../../base/number.h"
#include "roster.h"

typedef struct split_part {
	size_t office;
	number share; /* percent */
} split_part;

typedef struct split {
	size_t office; /* what it was, by position in the roster */
	relais_day day; /* the first one of the parts */
	const split_part *parts;
	size_t count;
	bool is_declared; /* every part has its share */
	bool is_whole; /* the shares make 100 %: nothing stays */
} split;

struct splits {
	split *list; /* by office as they are read, then by day */
	size_t count;
	split_part *parts;
	size_t part_count;
	int32_t *first; /* by office: position of its first split, -1: none */
};

/* NULL when no office ever split. */
relais_status splits_load(splits **out, const roster *r, relais_store *store, int64_t known,
	relais_error *err) MUST_CHECK;
void splits_free(splits *s); /* NULL is fine */

/* The splits may be NULL. The next split of an office after `previous` (NULL: its first); NULL when there is no more. */
const split *split_of(const splits *s, size_t of, const split *previous);

/* What of `value` goes to each part, out[count]: rounded toward zero, and what is left over then
 * to the greatest part (the first of them) when nothing stays, else to the office itself, which
 * is what is returned. */
int64_t split_value(const split *s, int64_t value, int64_t *out);

#endif
