/* SPDX-License-Identifier: MIT
 * Memory that is freed all at once. {0} is an empty arena.
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stdbool.h>
#include <stddef.h>

typedef struct arena {
	struct arena_block *blocks;
	size_t used, size; /* of the newest block */
} arena;

void *arena_alloc(arena *a, size_t size); /* zeroed, aligned for anything; NULL: no memory */
char *arena_copy(arena *a, const char *string, size_t length); /* NUL-terminated */
char *arena_string(arena *a, const char *string); /* NULL stays NULL */
/* A copy where it is kept; what is NULL or "" is NULL there. False: no memory. */
bool arena_keep(arena *a, const char **out, const char *string);
void arena_free(arena *a);

#endif
