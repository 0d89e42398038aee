/* SPDX-License-Identifier: MIT
 * The first records of a file, kept: finding the headings takes looking at them more than once.
 */
#ifndef INGEST_SHEET_H
#define INGEST_SHEET_H

#include "../../base/arena.h"
#include "../../input/reader.h"
#include "../profile/profile.h"

enum { SHEET_ROWS = 200 };

typedef struct sheet {
	size_t count;
	record rows[SHEET_ROWS];
	bool is_whole; /* the file has no other record */
	arena memory;
} sheet;

/* Stops at SHEET_ROWS or a mebibyte. A fault of the file after the first records is left for
 * the reading proper to meet. */
relais_status sheet_read(
	sheet *out, source *src, const dialect *d, profile *p, relais_error *err) MUST_CHECK;
void sheet_free(sheet *s);

#endif
