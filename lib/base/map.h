/* SPDX-License-Identifier: MIT
 * From byte strings to integers: open addressing, keys copied. {0} is an empty map.
 */
#ifndef BASE_MAP_H
#define BASE_MAP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "arena.h"

typedef struct map {
	struct map_slot *slots;
	size_t count, capacity;
	arena keys;
} map;

bool map_put(map *m, const char *key, size_t length, int64_t value); /* false: no memory */
bool map_get(const map *m, const char *key, size_t length, int64_t *value);
void map_free(map *m);

#endif
