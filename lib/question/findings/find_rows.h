/* SPDX-License-Identifier: MIT
 * Reading the rows of another question, by the names of its columns.
 */
#ifndef QUESTION_FIND_ROWS_H
#define QUESTION_FIND_ROWS_H

#include <relais.h>

int find_column(const relais_rows *rows, const char *name); /* -1: none */
const char *find_cell(const relais_row *row, int column); /* "" when there is nothing */

#endif
