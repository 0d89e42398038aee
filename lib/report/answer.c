/* SPDX-License-Identifier: MIT
 * See answer.h.
 */
#include <string.h>

#include "answer.h"

enum { FIRST_ITEMS = 16 };

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
