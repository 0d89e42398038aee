/* SPDX-License-Identifier: MIT
 * A small table of known columns: the built-in lists of share/ and the files of settings people
 * give beside their data (relations, aliases). Read like any file; a heading it does not know
 * is refused, since what it says would be lost.
 */
#ifndef INGEST_TABLE_H
#define INGEST_TABLE_H

#include "../base/attributes.h"
#include "../input/source.h"

enum { TABLE_COLUMNS = 12 };

typedef struct table_row {
	const char *input; /* name of the file */
	unsigned long line;
	const char *const *cells; /* by column asked for; "" where nothing is said */
} table_row;

typedef struct table_columns {
	const char *const *names; /* NULL-terminated, at most TABLE_COLUMNS */
	const char *const *aliases; /* of each, | between; NULL: none */
	size_t required; /* so many, from the first */
} table_columns;

typedef relais_status table_taker(void *self, const table_row *row, relais_error *err);

/* Hands over row after row. Stops at the first fault: the taker's, or the file's. */
relais_status table_read(source *src, const table_columns *columns, table_taker *take,
	void *self, relais_error *err) MUST_CHECK;
relais_status table_read_file(const char *path, const table_columns *columns, table_taker *take,
	void *self, relais_error *err) MUST_CHECK;

#endif
