/* SPDX-License-Identifier: MIT
 * Reading an answer's rows by the names of their columns.
 */
#ifndef REPORT_ANSWER_H
#define REPORT_ANSWER_H

#include <relais.h>

#include "../base/arena.h"

/* −1 when the answer has no such column. */
int answer_column(const relais_rows *rows, const char *name);
/* NULL for a blank, or when the column is not there. */
const char *answer_cell(const relais_row *row, int column);
/* Room for one more in a growing list of strings; false: no memory. */
bool answer_room(arena *memory, const char ***items, size_t count, size_t *room);

#endif
