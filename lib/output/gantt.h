/* SPDX-License-Identifier: MIT
 * Time along a line: where a day stands on a page and on a terminal, and which months are named.
 */
#ifndef OUTPUT_GANTT_H
#define OUTPUT_GANTT_H

#include "../report/document.h"

/* Where a day stands between the first tick (0) and the last (1). */
double gantt_across(const sketch *s, double day);
/* Columns a line of `room` is made of: the same number for every month while they all have one, else as
 * many as there are. */
int gantt_columns(const sketch *s, int room);
/* The column of a day, 0 to columns - 1. */
int gantt_column(const sketch *s, double day, int columns);
/* Every how many months a name may stand, when `month` is as wide as one month and `needed` as the
 * widest name. A divisor of the year, or whole years. */
size_t gantt_step(double month, double needed);
bool gantt_is_named(const sketch *s, size_t tick, size_t step);

#endif
