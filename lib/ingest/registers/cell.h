/* SPDX-License-Identifier: MIT
 * One cell of a register or a journal, as people write it, to the text the store keeps.
 */
#ifndef INGEST_CELL_H
#define INGEST_CELL_H

#include "../../model/kind.h"
#include "codes.h"
#include "../told.h"

typedef struct directories {
	codes offices, indicators, territories, resolutions, partners, agreements, sessions;
} directories;

relais_status directories_load(
	directories *d, relais_store *store, relais_error *err) MUST_CHECK;
void directories_free(directories *d);

/* Writes the canonical text in `out` ("" for nothing). False: said to `t`, and counted as one
 * rejected row. */
bool cell_read(const kind_column *column, const char *cell, const directories *known, told *t,
	spot at, char *out, size_t size);
/* The directory a column refers to, NULL when it refers to none. */
const codes *cell_directory(const directories *known, cell_type type);

#endif
