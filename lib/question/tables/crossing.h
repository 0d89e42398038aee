/* SPDX-License-Identifier: MIT
 * Groups as --by and a table make them: tuples of up to three keys, attributes of the office that goes
 * on and at most one length of time. Units that say the same make a set; a group is a set, in one
 * of the periods when there are any.
 */
#ifndef QUESTION_CROSSING_H
#define QUESTION_CROSSING_H

#include "../study/roster.h"
#include "../measure/tally.h"

enum { MOST_KEYS = 3, MOST_KEYS_TOLD = 2 /* outside the relais, besides the time */ };

typedef struct group_keys {
	group_key key[MOST_KEYS];
	size_t count; /* 0: everything together */
} group_keys;

typedef struct group {
	const char *code, *name; /* of its first key */
	const char *codes[MOST_KEYS]; /* one for each key; NULL beyond them */
	relais_span span; /* of groups in a period; from == 0: no key is a time */
	size_t set, period;
} group;

typedef struct crossing {
	group_keys by;
	group *groups; /* in natural order of their codes, key after key */
	size_t count;
	int32_t *set_of; /* by unit */
	size_t sets;
	size_t periods; /* 0: no key is a time */
	size_t *place; /* of a group: period × set */
	bool tells_by_margins; /* its margins, both told, would give a group away: see cross.h */
} crossing;

/* "territory,category"; NULL: no key. A key that is unknown, said twice, a second length of time or
 * one too many is RELAIS_E_USAGE. Adds to what is there. */
relais_status group_keys_read(
	group_keys *keys, const char *by, relais_lang lang, relais_error *err) MUST_CHECK;
bool group_keys_have_time(const group_keys *keys);

/* The columns of an answer, with one for each key after the first behind `group`, the second of
 * `from`; their number. */
size_t group_columns(
	const group_keys *keys, const relais_column *from, size_t count, relais_column *out);

relais_status crossing_make(
	crossing *c, study *s, const group_keys *by, relais_error *err) MUST_CHECK;
void crossing_free(crossing *c);

/* The group of these codes, one for each key; `count` when there is none. */
size_t crossing_find(const crossing *c, const char *const *codes);

/* One tally for each group: of `span`, or of the group's own period. */
relais_status crossing_tally(const crossing *c, study *s, lens *l, relais_span span,
	bool is_evolution, tally *out, relais_error *err) MUST_CHECK;
/* What the groups cover together, when they are in periods; else `span`. */
relais_span crossing_span(const crossing *c, relais_span span);
static inline bool crossing_is_by_time(const crossing *c)
{
	return group_keys_have_time(&c->by);
}

/* How people call a code of a key: itself when it has no name. */
const char *key_code_name(const study *s, group_key key, const char *code);

/* Size classes of the units whose register says none, from the staff last known: codes by
 * unit, NULL where none is known. Kept by the study. */
relais_status study_sizes(study *s, const char *const **out, relais_error *err) MUST_CHECK;

/* The periods of the question's span, of all there is when it has none. */
relais_status crossing_periods(study *s, period_length length, group **out, size_t *count,
	relais_error *err) MUST_CHECK;

#endif
