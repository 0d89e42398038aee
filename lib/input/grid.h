/* SPDX-License-Identifier: MIT
 * Cells written down as the text that everything after reads: semicolons between them, quotes
 * where needed, a record a line. Line ends inside a cell become blanks, so that a record's line is
 * its row. A byte order mark comes first: spreadsheets then read rejects well.
 */
#ifndef INPUT_GRID_H
#define INPUT_GRID_H

#include <stdio.h>

#include "source.h"

enum { GRID_DELIMITER = ';', GRID_COLUMNS = 16384 };

typedef struct grid grid;

relais_status grid_open(grid **out, const source *s, FILE *to, relais_error *err) MUST_CHECK;
/* Of the row being made; false when the cell is there already. `column` from 0, below
 * GRID_COLUMNS; bytes that are no UTF-8 are the caller's to refuse. */
bool grid_put(grid *g, size_t column, const char *bytes, size_t length);
/* Writes the row on a line of the text, from 1, below the last one's, with blank lines between;
 * as wide as the widest before it, or with nothing at all. */
relais_status grid_end_row(grid *g, unsigned long line, relais_error *err) MUST_CHECK;
void grid_close(grid *g);

#endif
