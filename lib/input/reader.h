/* SPDX-License-Identifier: MIT
 * Records of a delimited text, through libcsv: RFC 4180 quoting, quoted newlines, right
 * physical line numbers, blank lines left out. libcsv is known here and nowhere else.
 */
#ifndef INPUT_READER_H
#define INPUT_READER_H

#include "dialect.h"

typedef struct record {
	size_t count; /* at least 1 */
	const char *const *fields; /* NUL-terminated UTF-8, blanks at both ends taken off */
	const size_t *lengths;
	unsigned long line; /* physical line it starts on, from 1 */
	unsigned long last_line; /* and ends on */
} record;

typedef struct reader reader;

/* Starts at the source's first record (rewinds it). */
relais_status reader_open(
	reader **out, source *s, const dialect *d, relais_error *err) MUST_CHECK;
/* RELAIS_OK and a record borrowed until the next call; RELAIS_END; or RELAIS_E_DATA, after
 * which there is nothing more: a record over LINE_LIMIT (rule record-too-long), a quote
 * still open at the end of the file or where another quoted field begins (rule open-quote,
 * with the line it opened on). A stray quote inside a field is kept as text; a
 * line that strays would leave open is read as if it had no quotes. */
relais_status reader_next(reader *r, record *out, relais_error *err) MUST_CHECK;
uint64_t reader_done(const reader *r); /* bytes of the file read so far */
void reader_close(reader *r); /* the source stays open */

#endif
