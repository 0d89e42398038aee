/* SPDX-License-Identifier: MIT
 * Linear probing in a table of a power of two, at most two thirds full. The whole hash is
 * kept in the slot: a probe touches a key only when all 64 bits agree.
 */
#include <stdlib.h>
#include <string.h>

#include "map.h"

__extension__ typedef unsigned __int128 wide;

enum { FIRST_CAPACITY = 64 };

struct map_slot {
	uint64_t hash;
	const char *key; /* NULL: free */
	size_t length;
	int64_t value;
};

static uint64_t fold_product(uint64_t a, uint64_t b)
{
	wide product = (wide)a * b;

	return (uint64_t)product ^ (uint64_t)(product >> 64);
}

static uint64_t eight_bytes(const char *bytes)
{
	uint64_t word;

	memcpy(&word, bytes, sizeof word);
	return word;
}

/* Eight bytes a step by the folded product of wyhash; the odd constants are its own. */
static uint64_t hash_of(const char *key, size_t length)
{
	const uint64_t a = 0xa0761d6478bd642f, b = 0xe7037ed1a0b428db;
	uint64_t hash = a ^ length, last = 0;

	while (length >= 8) {
		hash = fold_product(hash ^ eight_bytes(key), b);
		key += 8;
		length -= 8;
	}
	if (length)
		memcpy(&last, key, length);
	return fold_product(hash ^ last, a);
}

/* The slot of the key, or the free one where it would go. */
static struct map_slot *find(
	struct map_slot *slots, size_t capacity, const char *key, size_t length, uint64_t hash)
{
	size_t at = (size_t)hash & (capacity - 1);

	while (slots[at].key) {
		if (slots[at].hash == hash && slots[at].length == length &&
			!memcmp(slots[at].key, key, length))
			break;
		at = (at + 1) & (capacity - 1);
	}
	return &slots[at];
}

static bool grow(map *m)
{
	size_t capacity = m->capacity ? m->capacity * 2 : FIRST_CAPACITY;
	struct map_slot *slots = calloc(capacity, sizeof *slots);

	if (!slots)
		return false;
	for (size_t i = 0; i < m->capacity; i++) {
		size_t at = (size_t)m->slots[i].hash & (capacity - 1);

		if (!m->slots[i].key)
			continue;
		while (slots[at].key)
			at = (at + 1) & (capacity - 1);
		slots[at] = m->slots[i];
	}
	free(m->slots);
	m->slots = slots;
	m->capacity = capacity;
	return true;
}

bool map_put(map *m, const char *key, size_t length, int64_t value)
{
	uint64_t hash = hash_of(key, length);
	struct map_slot *slot;
	const char *copy;

	if (m->count >= m->capacity / 3 * 2 && !grow(m))
		return false;
	slot = find(m->slots, m->capacity, key, length, hash);
	if (slot->key) {
		slot->value = value;
		return true;
	}
	if (!(copy = arena_copy(&m->keys, key, length)))
		return false;
	*slot = (struct map_slot){ hash, copy, length, value };
	m->count++;
	return true;
}

bool map_get(const map *m, const char *key, size_t length, int64_t *value)
{
	const struct map_slot *slot;

	if (!m->count)
		return false;
	slot = find(m->slots, m->capacity, key, length, hash_of(key, length));
	if (!slot->key)
		return false;
	*value = slot->value;
	return true;
}

void map_free(map *m)
{
	free(m->slots);
	arena_free(&m->keys);
	*m = (map){ 0 };
}
