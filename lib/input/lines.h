/* SPDX-License-Identifier: MIT
 * Physical lines of a source, with their endings: LF, CRLF, CR, mixed.
 */
#ifndef INPUT_LINES_H
#define INPUT_LINES_H

#include "source.h"

enum { LINE_LIMIT = 1 << 20 }; /* bytes of one line, and of one record */

typedef struct lines lines;

/* Starts at the source's first line (rewinds it). */
relais_status lines_open(lines **out, source *s, bool raw, relais_error *err) MUST_CHECK;
/* The next line with its ending (the last may have none), not NUL-terminated, borrowed.
 * A line over LINE_LIMIT is RELAIS_E_DATA, rule line-too-long. */
relais_status lines_next(
	lines *l, const char **line, size_t *length, relais_error *err) MUST_CHECK;
unsigned long lines_number(const lines *l); /* of the last line given, from 1 */
uint64_t lines_done(const lines *l); /* bytes of the file read so far */
void lines_close(lines *l); /* the source stays open */

#endif
