/* SPDX-License-Identifier: MIT
 * Findings that another question's rows show.
 */
#include "find_rows.h"

#include <string.h>

int find_column(const relais_rows *rows, const char *name)
{
	size_t count;
	const relais_column *columns = relais_rows_columns(rows, &count);

	for (size_t i = 0; i < count; i++)
		if (!strcmp(columns[i].name, name))
			return (int)i;
	return -1;
}

const char *find_cell(const relais_row *row, int column)
{
	const char *cell =
		column >= 0 && (size_t)column < row->count ? row->cells[column] : NULL;

	return cell ? cell : "";
}
