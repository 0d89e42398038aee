/* SPDX-License-Identifier: MIT
 * See answer.h.
 */
#include <string.h>

#include "answer.h"

enum { FIRST_ITEMS = 16 };

int answer_column(const relais_rows *rows, const char *name)
{
	size_t count;
	const relais_column *columns = relais_rows_columns(rows, &count);

	for (size_t i = 0; i < count; i++)
		if (!strcmp(columns[i].name, name))
			return (int)i;
	return -1;
}

const char *answer_cell(const relais_row *row, int column)
{
	const char *cell =
		column >= 0 && (size_t)column < row->count ? row->cells[column] : NULL;

	return cell && *cell ? cell : NULL;
}

bool answer_room(arena *memory, const char ***items, size_t count, size_t *room)
{
	size_t larger = *room ? *room * 2 : FIRST_ITEMS;
	const char **moved;

	if (count < *room)
		return true;
	moved = arena_alloc(memory, larger * sizeof *moved);
	if (!moved)
		return false;
	if (count)
		memcpy(moved, *items, count * sizeof *moved);
	*items = moved;
	*room = larger;
	return true;
}
