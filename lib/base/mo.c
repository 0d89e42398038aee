/* SPDX-License-Identifier: MIT
 * The file is a header of 32-bit words, two tables of (length, offset) and NUL-terminated
 * strings, the originals sorted byte by byte: a binary search finds them. Plural forms lie
 * one after another behind their NULs. Every offset is checked against the size.
 */
#include <stdint.h>
#include <string.h>

#include "mo.h"

enum { AT_MAGIC = 0, AT_COUNT = 8, AT_ORIGINALS = 12, AT_TRANSLATIONS = 16, HEADER = 20 };

struct catalogue {
	const unsigned char *bytes;
	size_t size;
	int swapped;
};

static uint32_t word_at(const struct catalogue *c, size_t at)
{
	uint32_t word;

	if (at > c->size - sizeof word)
		return 0;
	memcpy(&word, c->bytes + at, sizeof word);
	return c->swapped ? __builtin_bswap32(word) : word;
}

/* String number i of a table; NULL when it is not all inside the file. */
static const char *string_at(
	const struct catalogue *c, size_t table, uint32_t i, size_t *length)
{
	size_t size = word_at(c, table + 8 * (size_t)i);
	size_t offset = word_at(c, table + 8 * (size_t)i + 4);

	if (offset >= c->size || size >= c->size - offset || c->bytes[offset + size])
		return NULL;
	*length = size;
	return (const char *)c->bytes + offset;
}

static const char *nth_form(const char *string, size_t length, unsigned form)
{
	const char *end = string + length;

	for (; form; form--) {
		string += strlen(string) + 1;
		if (string > end)
			return NULL;
	}
	return string;
}

const char *mo_find(const unsigned char *mo, size_t size, const char *id, unsigned form)
{
	struct catalogue c = { mo, size, 0 };
	uint32_t low = 0, high;
	size_t length;

	if (size < HEADER || !*id)
		return NULL;
	if (word_at(&c, AT_MAGIC) != 0x950412de)
		c.swapped = 1;
	if (word_at(&c, AT_MAGIC) != 0x950412de)
		return NULL;
	for (high = word_at(&c, AT_COUNT); low < high;) {
		uint32_t middle = low + (high - low) / 2;
		const char *found = string_at(&c, word_at(&c, AT_ORIGINALS), middle, &length);
		int order = found ? strcmp(id, found) : 0;

		if (!found)
			return NULL;
		if (order < 0) {
			high = middle;
		} else if (order > 0) {
			low = middle + 1;
		} else {
			found = string_at(&c, word_at(&c, AT_TRANSLATIONS), middle, &length);
			return found ? nth_form(found, length, form) : NULL;
		}
	}
	return NULL;
}
