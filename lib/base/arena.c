/* SPDX-License-Identifier: MIT
 * A chain of zeroed blocks, each twice the one before up to a limit. Strings are packed
 * without alignment; everything else is aligned for any type. What is larger than a quarter
 * of a block gets a block of its own behind the newest one, so that no room is wasted.
 */
#include <stdalign.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"

enum { FIRST_BLOCK = 4096, LAST_BLOCK = 256 * 1024 };

struct arena_block {
	struct arena_block *next;
	alignas(max_align_t) char bytes[];
};

static struct arena_block *block_new(size_t size)
{
	if (size > PTRDIFF_MAX - sizeof(struct arena_block))
		return NULL;
	return calloc(1, sizeof(struct arena_block) + size);
}

static void *own_block(arena *a, size_t size)
{
	struct arena_block *block = block_new(size);

	if (!block)
		return NULL;
	if (a->blocks) {
		block->next = a->blocks->next;
		a->blocks->next = block;
	} else {
		a->blocks = block;
		a->used = a->size = size;
	}
	return block->bytes;
}

static bool grow(arena *a)
{
	size_t size = a->size < FIRST_BLOCK ? FIRST_BLOCK : a->size * 2;
	struct arena_block *block;

	if (size > LAST_BLOCK)
		size = LAST_BLOCK;
	if (!(block = block_new(size)))
		return false;
	block->next = a->blocks;
	a->blocks = block;
	a->used = 0;
	a->size = size;
	return true;
}

static void *take(arena *a, size_t size, size_t alignment)
{
	size_t start = (a->used + alignment - 1) & ~(alignment - 1);

	if (start > a->size || size > a->size - start) {
		if (size > FIRST_BLOCK / 4)
			return own_block(a, size);
		if (!grow(a))
			return NULL;
		start = 0;
	}
	a->used = start + size;
	return a->blocks->bytes + start;
}

void *arena_alloc(arena *a, size_t size)
{
	return take(a, size ? size : 1, alignof(max_align_t));
}

char *arena_copy(arena *a, const char *string, size_t length)
{
	char *copy = length < SIZE_MAX ? take(a, length + 1, 1) : NULL;

	if (copy && length)
		memcpy(copy, string, length);
	return copy;
}

char *arena_string(arena *a, const char *string)
{
	return string ? arena_copy(a, string, strlen(string)) : NULL;
}

bool arena_keep(arena *a, const char **out, const char *string)
{
	*out = NULL;
	return !string || !*string || (*out = arena_string(a, string)) != NULL;
}

void arena_free(arena *a)
{
	while (a->blocks) {
		struct arena_block *next = a->blocks->next;

		free(a->blocks);
		a->blocks = next;
	}
	*a = (arena){ 0 };
}
