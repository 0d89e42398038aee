/* SPDX-License-Identifier: MIT
 * Cells of a measure: what its source is asked, and over which time.
 */
#ifndef INGEST_CELL_MEASURE_H
#define INGEST_CELL_MEASURE_H

#include "cell.h"

bool cell_is_measure(cell_type type);
/* As cell_read. */
bool cell_read_measure(
	const kind_column *column, const char *cell, told *t, spot at, char *out, size_t size);

#endif
