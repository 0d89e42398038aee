/* SPDX-License-Identifier: MIT
 * Cells of the plan: days that hang on others, what comes before, how an action repeats, who pays.
 */
#ifndef INGEST_CELL_PLAN_H
#define INGEST_CELL_PLAN_H

#include "cell.h"

bool cell_is_plan(cell_type type);
/* As cell_read. */
bool cell_read_plan(const kind_column *column, const char *cell, const directories *known,
	told *t, spot at, char *out, size_t size);

#endif
