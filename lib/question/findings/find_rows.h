/* SPDX-License-Identifier: MIT
 * Reading the rows of another question, by the names of its columns.
 */
#ifndef QUESTION_FIND_ROWS_H
#define QUESTION_FIND_ROWS_H

#include "../../base/rows.h"

/* "" when there is nothing. */
static inline const char *find_cell(const relais_row *row, int column)
{
	const char *said = row_cell(row, column);

	return said ? said : "";
}

#endif
