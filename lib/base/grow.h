/* SPDX-License-Identifier: MIT
 * A list that grows one item at a time: its room doubles whenever it is full.
 */
#ifndef BASE_GROW_H
#define BASE_GROW_H

#include <stdlib.h>

/* Where the next item of `*list` goes, which has `count` of `size` bytes; NULL: no memory, and the list is as
 * it was. The place is not cleared. */
static inline void *list_next(void **list, size_t count, size_t size)
{
	if ((count & (count - 1)) == 0) {
		void *more = realloc(*list, (count ? count * 2 : 1) * size);

		if (!more)
			return NULL;
		*list = more;
	}
	return (char *)*list + count * size;
}

#endif
