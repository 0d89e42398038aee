/* SPDX-License-Identifier: MIT
 * What is to be said about one input, kept in a temporary table of the store until the whole
 * is read: memory stays flat however bad the file, and everything is told in file order.
 */
#ifndef INGEST_TOLD_H
#define INGEST_TOLD_H

#include <relais.h>

#include "../base/attributes.h"
#include "../store/store.h"
#include "rules.h"

typedef struct insight insight;

typedef struct told {
	relais_store *store;
	relais_lang lang;
	rules rules; /* loaded when the import skips some or is strict; else empty */
	stmt *add;
	relais_error failed; /* the first failure to keep something */
	uint64_t rejected; /* values or rows refused so far */
	insight *insight; /* facts of the whole file, when somebody asks; or NULL */
	unsigned long line; /* of the record at hand, whose cells these are; 0: none */
	size_t count;
	const char *const *cells;
} told;

/* Where in the file: the physical line a record starts on and the field (0: the line). */
typedef struct spot {
	unsigned long line, column;
} spot;

/* The record that what is told next may be about: its cells are quoted beside it. */
static inline void told_at_hand(
	told *t, unsigned long line, size_t count, const char *const *cells)
{
	t->line = line;
	t->count = count;
	t->cells = cells;
}

relais_status told_open(told *t, relais_store *store, const relais_import_options *options,
	relais_error *err) MUST_CHECK;
void told_note(told *t, spot at, const char *rule, const char *format, ...) PRINTF_LIKE(4, 5);
void told_warn(told *t, spot at, const char *rule, const char *format, ...) PRINTF_LIKE(4, 5);
/* Counts one value (or row) as rejected and says why. */
void told_reject(told *t, spot at, const char *rule, const char *format, ...) PRINTF_LIKE(4, 5);
/* A judgement: false: rejected like above; true: the import skips the rule and lets the value
 * in, with a note. */
bool told_refuse(told *t, spot at, const char *rule, const char *format, ...)
	PRINTF_LIKE(4, 5) MUST_CHECK;
/* A doubt: true: a warning, and the value goes in; false: the import is strict about the rule
 * and the value is rejected. */
bool told_doubt(told *t, spot at, const char *rule, const char *format, ...)
	PRINTF_LIKE(4, 5) MUST_CHECK;
/* Does the import not want to hear of a rule? */
bool told_skips(const told *t, const char *rule);
/* Hands all of it to options->tell, in file order: at most max_errors rejections one by one and
 * a handful of each warning, the rest as a count. */
relais_status told_tell(told *t, const char *input, const relais_import_options *options,
	relais_error *err) MUST_CHECK;
/* The line of the first rejection, 0: none. */
relais_status told_first_rejected(
	const told *t, unsigned long *line, relais_error *err) MUST_CHECK;
void told_close(told *t);

#endif
