/* SPDX-License-Identifier: MIT
 * Cells that identify: SIRET, EPCI, INSEE and postal codes.
 */
#ifndef INGEST_CELL_CODE_H
#define INGEST_CELL_CODE_H

#include "../../model/kind.h"
#include "../told.h"
#include "codes.h"

bool cell_is_identifier(cell_type type);
/* As cell_read: the code to keep in `out`, or false, said and counted. */
bool cell_read_identifier(
	const kind_column *column, const char *cell, told *t, spot at, char *out, size_t size);
/* Who gave an identifier, and how its numbers are read. */
bool cell_read_scheme(
	const kind_column *column, const char *cell, told *t, spot at, char *out, size_t size);
cell_type cell_type_of_scheme(const char *scheme);
/* The code of one thing known, by its code or name. */
bool cell_read_reference(const kind_column *column, const char *cell, const codes *known,
	told *t, spot at, char *out, size_t size);
/* Of several: their codes, one blank between; one said twice counts once. */
bool cell_read_list(const kind_column *column, const char *cell, const codes *known, told *t,
	spot at, char *out, size_t size);

#endif
