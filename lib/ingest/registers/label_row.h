/* SPDX-License-Identifier: MIT
 * A row of the kind labels held against the law: who may hold it, at which level, on which day.
 */
#ifndef INGEST_LABEL_ROW_H
#define INGEST_LABEL_ROW_H

#include "registry_inside.h"

/* Of the row at hand, complete: writes its level and grid as the store keeps them. *holds false: said
 * and rejected. */
relais_status label_row(registry *g, spot at, bool *holds, relais_error *err) MUST_CHECK;
/* As cell_read, of a scheme. */
bool cell_read_label(
	const kind_column *column, const char *cell, told *t, spot at, char *out, size_t size);

#endif
