/* SPDX-License-Identifier: MIT
 * What is read of an answer's rows, which rows.h finds by the names of their columns.
 */
#ifndef REPORT_ANSWER_H
#define REPORT_ANSWER_H

#include <relais.h>

#include "../base/arena.h"
#include "../base/rows.h"

/* Room for one more in a growing list of strings; false: no memory. */
bool answer_room(arena *memory, const char ***items, size_t count, size_t *room);

#endif
