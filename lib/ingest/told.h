/* SPDX-License-Identifier: MIT
 * What is to be said about one input, kept in a temporary table of the store until the whole
 * is read: memory stays flat however bad the file, and everything is told in file order.
 */
#ifndef INGEST_TOLD_H
#define INGEST_TOLD_H

#include <relais.h>

#include "../base/attributes.h"
#include "../store/store.h"

typedef struct insight insight;

typedef struct told {
	relais_store *store;
	relais_lang lang;
	stmt *add;
	relais_error failed; /* the first failure to keep something */
	uint64_t rejected; /* values or rows refused so far */
	insight *insight; /* facts of the whole file, when somebody asks; or NULL */
} told;

/* Where in the file: the physical line a record starts on and the field (0: the line). */
typedef struct spot {
	unsigned long line, column;
} spot;

relais_status told_open(
	told *t, relais_store *store, relais_lang lang, relais_error *err) MUST_CHECK;
void told_note(told *t, spot at, const char *rule, const char *format, ...) PRINTF_LIKE(4, 5);
void told_warn(told *t, spot at, const char *rule, const char *format, ...) PRINTF_LIKE(4, 5);
/* Counts one value (or row) as rejected and says why. */
void told_reject(told *t, spot at, const char *rule, const char *format, ...) PRINTF_LIKE(4, 5);
/* Hands all of it to options->tell, in file order: at most max_errors rejections one by one and
 * a handful of each warning, the rest as a count. */
relais_status told_tell(told *t, const char *input, const relais_import_options *options,
	relais_error *err) MUST_CHECK;
void told_close(told *t);

#endif
