/* SPDX-License-Identifier: MIT
 * Words: the French catalogue, and a hand-made one in both byte orders and in pieces.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include <stdlib.h>

#include "../../lib/base/mo.h"
#include "../../lib/base/words.h"

extern const unsigned char relais_po_fr[];
extern const unsigned long relais_po_fr_size;

/* Three messages: the header, "%d office" with its plural, "late". */
static const char strings[] =
	"\0%d office\0%d offices\0late\0head: 1\n\0%d agence\0%d agences\0en retard";

static void put(unsigned char *mo, size_t at, uint32_t word, int swapped)
{
	if (swapped)
		word = __builtin_bswap32(word);
	memcpy(mo + at, &word, sizeof word);
}

static size_t make(unsigned char mo[256], int swapped)
{
	static const uint32_t lengths[] = { 0, 20, 4, 8, 20, 9 };
	size_t offset = 28 + 6 * 8, table = 28;

	memset(mo, 0, 256);
	put(mo, 0, 0x950412de, swapped);
	put(mo, 8, 3, swapped);
	put(mo, 12, 28, swapped);
	put(mo, 16, 28 + 3 * 8, swapped);
	memcpy(mo + offset, strings, sizeof strings);
	for (size_t i = 0; i < 6; i++) {
		put(mo, table + i * 8, lengths[i], swapped);
		put(mo, table + i * 8 + 4, (uint32_t)offset, swapped);
		offset += lengths[i] + 1;
	}
	return offset;
}

static void both_byte_orders(void **state)
{
	(void)state;
	for (int swapped = 0; swapped < 2; swapped++) {
		unsigned char mo[256];
		size_t size = make(mo, swapped);

		assert_string_equal(mo_find(mo, size, "late", 0), "en retard");
		assert_string_equal(mo_find(mo, size, "%d office", 0), "%d agence");
		assert_string_equal(mo_find(mo, size, "%d office", 1), "%d agences");
		assert_null(mo_find(mo, size, "%d office", 2));
		assert_null(mo_find(mo, size, "late", 1));
		assert_null(mo_find(mo, size, "%d offices", 0));
		assert_null(mo_find(mo, size, "zebra", 0));
		assert_null(mo_find(mo, size, "", 0));
	}
}

/* A catalogue cut anywhere or with any byte changed is never read outside itself. */
static void damage_is_survived(void **state)
{
	unsigned char mo[256];
	size_t size = make(mo, 0);

	(void)state;
	for (size_t cut = 0; cut < size; cut++) {
		unsigned char *copy = malloc(cut ? cut : 1);

		assert_non_null(copy);
		memcpy(copy, mo, cut);
		if (mo_find(copy, cut, "late", 0))
			fail_msg("found in %zu of %zu bytes", cut, size);
		mo_find(copy, cut, "%d office", 1);
		free(copy);
	}
	for (size_t at = 0; at < size; at++) {
		for (unsigned bit = 0; bit < 8; bit++) {
			unsigned char *copy = malloc(size);

			assert_non_null(copy);
			memcpy(copy, mo, size);
			copy[at] ^= (unsigned char)(1 << bit);
			mo_find(copy, size, "late", 0);
			mo_find(copy, size, "%d office", 1);
			free(copy);
		}
	}
	mo[0] ^= 1;
	assert_null(mo_find(mo, size, "late", 0));
}

static void french(void **state)
{
	(void)state;
	assert_string_equal(words(RELAIS_FR, "not enough memory"), "mémoire insuffisante");
	assert_string_equal(words(RELAIS_EN, "not enough memory"), "not enough memory");
	assert_string_equal(
		relais_words(RELAIS_FR, "not enough memory"), "mémoire insuffisante");
	assert_string_equal(words(RELAIS_FR, "no such sentence"), "no such sentence");
	assert_string_equal(words(RELAIS_FR, ""), "");
	assert_non_null(strstr(words(RELAIS_FR, "'%s'"), "\u00A0»"));
}

static void plural_rules_differ(void **state)
{
	(void)state;
	assert_string_equal(words_n(RELAIS_EN, "one thing", "%lu things", 0), "%lu things");
	assert_string_equal(words_n(RELAIS_EN, "one thing", "%lu things", 1), "one thing");
	assert_string_equal(words_n(RELAIS_EN, "one thing", "%lu things", 2), "%lu things");
	assert_string_equal(words_n(RELAIS_FR, "one thing", "%lu things", 0), "%lu things");
}

/* Every sentence of the built-in catalogue is found: the order and offsets are understood. */
static void the_catalogue_is_whole(void **state)
{
	uint32_t header[5];

	(void)state;
	memcpy(header, relais_po_fr, sizeof header);
	assert_int_equal(header[0], 0x950412de);
	assert_true(header[2] > 5);
	for (uint32_t i = 0; i < header[2]; i++) {
		uint32_t entry[2];
		const char *id, *found;

		memcpy(entry, relais_po_fr + header[3] + 8 * i, sizeof entry);
		id = (const char *)relais_po_fr + entry[1];
		found = mo_find(relais_po_fr, relais_po_fr_size, id, 0);
		if (*id && !found)
			fail_msg("'%s' is in the catalogue and not found", id);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(both_byte_orders),
		cmocka_unit_test(damage_is_survived),
		cmocka_unit_test(french),
		cmocka_unit_test(plural_rules_differ),
		cmocka_unit_test(the_catalogue_is_whole),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
