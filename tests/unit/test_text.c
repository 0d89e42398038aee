/* SPDX-License-Identifier: MIT
 * Text: the buffer, folding, distances, natural order, widths, and UTF-8 against a slow reader.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>

#include "../../lib/base/text.h"

static uint64_t seed = 7;

static unsigned chance(unsigned below)
{
	seed = seed * 6364136223846793005u + 1442695040888963407u;
	return (unsigned)(seed >> 33) % below;
}

static void buffer_grows(void **state)
{
	text t = { 0 };
	char expected[5001];

	(void)state;
	assert_string_equal(text_str(&t), "");
	text_clear(&t);
	for (size_t i = 0; i < 5000; i++) {
		expected[i] = (char)('a' + i % 26);
		expected[i + 1] = '\0';
		text_add_char(&t, expected[i]);
		if (t.length != i + 1 || strcmp(text_str(&t), expected) != 0)
			fail_msg("wrong after %zu characters", i + 1);
	}
	text_clear(&t);
	assert_string_equal(text_str(&t), "");
	text_addf(&t, "%s %d", "août", 2024);
	text_add(&t, "");
	text_add_bytes(&t, "a\0b", 3);
	assert_int_equal(t.length, 13);
	assert_memory_equal(t.data, "août 2024a\0b", 13);
	assert_false(t.failed);
	text_clear(&t);
	text_addf(&t, "%s%s", expected, expected);
	assert_int_equal(t.length, 10000);
	text_free(&t);
	assert_null(t.data);
	text_add_bytes(&t, "", 0);
	assert_non_null(t.data);
	text_free(&t);
}

static void failure_stays(void **state)
{
	text t = { 0 };

	(void)state;
	text_add(&t, "kept");
	text_add_bytes(&t, "x", SIZE_MAX - 2);
	assert_true(t.failed);
	text_add(&t, " lost");
	text_addf(&t, "%d", 1);
	assert_string_equal(text_str(&t), "kept");
	text_free(&t);
	assert_false(t.failed);
}

static void folds(void **state)
{
	static const char *const rows[][2] = {
		{ "", "" },
		{ "Contacts Guichet", "contacts guichet" },
		{ "  Éléments   reçus  ", "elements recus" },
		{ "FÉVRIER", "fevrier" },
		{ "fe\u0301vrier", "fevrier" },
		{ "Œuvre", "oeuvre" },
		{ "cœur", "coeur" },
		{ "Ægidius", "aegidius" },
		{ "Straße", "strasse" },
		{ "l'office", "l office" },
		{ "l’office", "l office" },
		{ "l\u02BCoffice", "l office" },
		{ "Saint-Brieuc", "saint brieuc" },
		{ "saint_brieuc", "saint brieuc" },
		{ "St-Brieuc", "saint brieuc" },
		{ "St. Brieuc", "saint brieuc" },
		{ "Ste Anne", "sainte anne" },
		{ "Pont-St", "pont saint" },
		{ "st", "saint" },
		{ "ste", "sainte" },
		{ "est", "est" },
		{ "stade", "stade" },
		{ "1st", "1st" },
		{ "SteStSte", "stestste" },
		{ "n.d.", "n d" },
		{ "a – b — c\u2011d", "a b c d" },
		{ "a\u00A0\u202F\tb", "a b" },
		{ "\uFEFFoffice", "office" },
		{ "--", "" },
		{ "nuit\u00ADées", "nuitees" },
		{ "1ᵉʳ", "1er" },
		{ "ﬁche", "fiche" },
		{ "12,5 %", "12,5 %" },
		{ "a/b", "a/b" },
		{ "ΑΘΉΝΑ", "αθηνα" },
		{ "ab\xFF"
		  "c",
			"ab\uFFFDc" },
		{ "ab\xC3", "ab\uFFFD" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char out[128];

		text_fold(rows[i][0], out, sizeof out);
		if (strcmp(out, rows[i][1]) != 0)
			fail_msg("'%s': '%s', not '%s'", rows[i][0], out, rows[i][1]);
	}
}

/* Any room is enough not to be overrun, and folding again changes nothing. */
static void folding_fits(void **state)
{
	static const char *const samples[] = { "Saint-Brieuc l’Œuvre d’août", "st ste st ste",
		"éééééé", "Straße ﬃ ﷺ", "st", "\xF0\x9F\x8F\x96 plage" };

	(void)state;
	for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
		char whole[256], again[256];

		text_fold(samples[i], whole, sizeof whole);
		text_fold(whole, again, sizeof again);
		if (strcmp(whole, again) != 0)
			fail_msg("'%s' folds again to '%s'", whole, again);
		for (size_t size = 1; size <= strlen(whole) + 2; size++) {
			char *out = malloc(size);

			assert_non_null(out);
			text_fold(samples[i], out, size);
			if (strlen(out) >= size ||
				text_valid_utf8(out, strlen(out)) != strlen(out))
				fail_msg("'%s' in %zu bytes", samples[i], size);
			if (size > strlen(whole) && strcmp(out, whole) != 0)
				fail_msg("'%s' needs more than %zu bytes", samples[i], size);
			free(out);
		}
	}
}

static void same(void **state)
{
	char a[400], b[400];

	(void)state;
	assert_true(text_same("Office de Tourisme", "office_de_tourisme"));
	assert_true(text_same("St-Quay", "SAINT QUAY"));
	assert_false(text_same("office", "offices"));
	assert_true(text_same("", " - "));
	memset(a, 'e', sizeof a);
	memset(b, 'E', sizeof b);
	a[399] = b[399] = '\0';
	assert_true(text_same(a, b));
	b[398] = 'f';
	assert_false(text_same(a, b));
}

static void distances(void **state)
{
	static const struct {
		const char *a, *b;
		int limit, distance;
	} rows[] = {
		{ "", "", 3, 0 },
		{ "evolution", "evolution", 3, 0 },
		{ "Évolution", "evolution", 3, 0 },
		{ "evoluton", "evolution", 3, 1 },
		{ "evolutoin", "evolution", 3, 1 },
		{ "ab", "ba", 3, 1 },
		{ "abc", "ca", 5, 3 },
		{ "kitten", "sitting", 5, 3 },
		{ "totals", "values", 9, 5 },
		{ "totals", "values", 2, 3 },
		{ "a", "abcdef", 3, 4 },
		{ "", "abc", 3, 3 },
		{ "œuvre", "oeuvre", 3, 0 },
		{ "éa", "ab", 3, 2 },
	};
	char a[300], b[300];

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		int there = text_distance(rows[i].a, rows[i].b, rows[i].limit);
		int back = text_distance(rows[i].b, rows[i].a, rows[i].limit);

		if (there != rows[i].distance || back != there)
			fail_msg("'%s' and '%s': %d, %d", rows[i].a, rows[i].b, there, back);
	}
	memset(a, 'x', sizeof a);
	memset(b, 'x', sizeof b);
	a[299] = b[299] = '\0';
	assert_int_equal(text_distance(a, b, 2), 0);
	b[298] = 'y';
	assert_int_equal(text_distance(a, b, 2), 3);
	assert_int_equal(text_distance(a, "x", 2), 3);
}

static void natural_order(void **state)
{
	static const char *const sorted[] = { "", "A001", "A01", "A1", "A2", "A6", "A10", "B",
		"OT-22-004", "OT-22-004b", "OT-22-5", "OT-22-10",
		"OT-22-99999999999999999999998", "OT-22-99999999999999999999999", "P2", "P10",
		"P10a", "a", "é" };
	size_t count = sizeof sorted / sizeof *sorted;

	(void)state;
	for (size_t i = 0; i < count; i++) {
		for (size_t j = 0; j < count; j++) {
			int got = text_compare_natural(sorted[i], sorted[j]);
			int back = text_compare_natural(sorted[j], sorted[i]);

			if ((got == 0) != (i == j) || (got < 0) != (back > 0))
				fail_msg("'%s' and '%s': %d, %d", sorted[i], sorted[j], got,
					back);
			if ((got < 0) != (i < j))
				fail_msg("'%s' and '%s' are the wrong way round", sorted[i],
					sorted[j]);
		}
	}
}

static void widths(void **state)
{
	static const struct {
		const char *string;
		int width;
	} rows[] = {
		{ "", 0 },
		{ "abc", 3 },
		{ "août", 4 },
		{ "aou\u0302t", 4 },
		{ "日本", 4 },
		{ "1\u202F234", 5 },
		{ "a\u00A0b", 3 },
		{ "\t", 0 },
		{ "−5", 2 },
		{ "€", 1 },
		{ "a\xFF", 2 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (text_width(rows[i].string) != rows[i].width)
			fail_msg("'%s' is %d wide", rows[i].string, text_width(rows[i].string));
	assert_int_equal(text_fit("août", 3), 4);
	assert_int_equal(text_fit("août", 4), 5);
	assert_int_equal(text_fit("août", 99), 5);
	assert_int_equal(text_fit("août", 0), 0);
	assert_int_equal(text_fit("aou\u0302t", 3), 5);
	assert_int_equal(text_fit("日本", 3), 3);
	assert_int_equal(text_fit("日本", 1), 0);
	assert_int_equal(text_fit("abc", -1), 0);
}

static void cuts(void **state)
{
	static const size_t kept[] = { 0, 1, 2, 2, 4, 5, 5 };

	(void)state;
	assert_int_equal(text_cut("", 5), 0);
	for (size_t most = 0; most < sizeof kept / sizeof *kept; most++)
		assert_int_equal(text_cut("août", most), kept[most]);
	assert_int_equal(text_cut("€", 2), 0);
	assert_int_equal(text_cut("€", 3), 3);
	assert_int_equal(text_cut("a\xF0\x9F\x8F\x96", 4), 1);
	assert_int_equal(text_cut("a\xF0\x9F\x8F\x96", 5), 5);
}

/* One character decoded by the book: its bytes, 0 when it is not one. */
static size_t slow_character(const unsigned char *s, size_t left)
{
	static const uint32_t least[] = { 0, 0, 0x80, 0x800, 0x10000 };
	size_t size = s[0] < 0x80       ? 1
		      : s[0] >> 5 == 6  ? 2
		      : s[0] >> 4 == 14 ? 3
		      : s[0] >> 3 == 30 ? 4
					: 0;
	uint32_t code;

	if (!size || size > left)
		return 0;
	code = size == 1 ? s[0] : s[0] & (0x7Fu >> size);
	for (size_t i = 1; i < size; i++) {
		if (s[i] >> 6 != 2)
			return 0;
		code = code << 6 | (s[i] & 0x3Fu);
	}
	if (code < least[size] || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF))
		return 0;
	return size;
}

static size_t slow_valid(const unsigned char *s, size_t length)
{
	size_t at = 0, size;

	while (at < length && (size = slow_character(s + at, length - at)))
		at += size;
	return at;
}

static void validity(void **state)
{
	static const char *const invalid[] = { "\x80", "\xC0\x80", "\xC1\xBF", "\xC3",
		"\xE0\x9F\xBF", "\xED\xA0\x80", "\xE2\x82", "\xF0\x8F\xBF\xBF",
		"\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF", "\xC3(", "\xE2(\xA1" };
	char bytes[64];

	(void)state;
	for (size_t i = 0; i < sizeof invalid / sizeof *invalid; i++) {
		size_t length =
			(size_t)snprintf(bytes, sizeof bytes, "abcdefghij%s", invalid[i]);

		if (text_valid_utf8(bytes, length) != 10)
			fail_msg("invalid sequence %zu passed", i);
	}
	assert_int_equal(text_valid_utf8("", 0), 0);
	assert_int_equal(text_valid_utf8("a\0b", 3), 3);
	assert_int_equal(text_valid_utf8("\xF4\x8F\xBF\xBF\xED\x9F\xBF\xEE\x80\x80", 10), 10);
	for (int round = 0; round < 300000; round++) {
		static const unsigned char lively[] = { 0x41, 0x80, 0x8F, 0x90, 0x9F, 0xA0,
			0xBF, 0xC2, 0xC3, 0xDF, 0xE0, 0xE2, 0xED, 0xEF, 0xF0, 0xF3, 0xF4, 0xF5,
			0xC0, 0x00 };
		unsigned char noise[24];
		size_t length = chance(sizeof noise + 1), got;

		for (size_t i = 0; i < length; i++)
			noise[i] = chance(3) ? lively[chance(sizeof lively)] : 'z';
		got = text_valid_utf8((const char *)noise, length);
		if (got != slow_valid(noise, length))
			fail_msg("round %d: %zu, not %zu", round, got,
				slow_valid(noise, length));
	}
}

static void composes(void **state)
{
	static const char *const rows[][2] = {
		{ "abc", "abc" },
		{ "aou\u0302t", "août" },
		{ "e\u0301te\u0301", "été" },
		{ "août’ – €", "août’ – €" },
		{ "\u212B", "\u00C5" },
		{ "\u2126", "\u03A9" },
		{ "\u2000", "\u2002" },
		{ "한", "한" },
		{ "a\u0327\u0301", "\u00E1\u0327" },
	};
	text t = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		text_clear(&t);
		text_add_nfc(&t, rows[i][0], strlen(rows[i][0]));
		if (strcmp(text_str(&t), rows[i][1]) != 0)
			fail_msg("'%s' became '%s'", rows[i][0], text_str(&t));
	}
	text_clear(&t);
	text_add_nfc(&t, "e\u0301\0e\u0301", 7);
	assert_int_equal(t.length, 5);
	assert_memory_equal(t.data, "é\0é", 5);
	text_clear(&t);
	text_add_nfc(&t, "o\u0302\xFF", 4);
	assert_memory_equal(t.data, "o\u0302\xFF", 4);
	text_free(&t);
}

static void trims(void **state)
{
	static const char *const blanks[] = { " ", "\t", "\r", "\n", "\v", "\f", "\u00A0",
		"\u202F", "\u2009", "\uFEFF", "\u200B", "\u2028", "\u3000", "\u2007", "\u205F",
		"\u1680" };
	static const char *const letters[] = { "a", "é", "–", "€", "…", "’", "á", "\u2030" };
	char padded[64];
	size_t length;

	(void)state;
	for (size_t i = 0; i < sizeof blanks / sizeof *blanks; i++) {
		snprintf(padded, sizeof padded, "%s%sa b%s%s", blanks[i], blanks[0], blanks[i],
			blanks[i]);
		if (memcmp(text_trim(padded, strlen(padded), &length), "a b", 3) != 0 ||
			length != 3)
			fail_msg("blank %zu stays", i);
		text_trim(blanks[i], strlen(blanks[i]), &length);
		if (length || text_blank(blanks[i], strlen(blanks[i])) != strlen(blanks[i]))
			fail_msg("blank %zu alone stays", i);
	}
	for (size_t i = 0; i < sizeof letters / sizeof *letters; i++) {
		text_trim(letters[i], strlen(letters[i]), &length);
		if (length != strlen(letters[i]) || text_blank(letters[i], strlen(letters[i])))
			fail_msg("letter %zu is trimmed", i);
	}
	assert_int_equal(text_blank("", 0), 0);
	assert_int_equal(text_blank("\xC2", 1), 0);
	assert_int_equal(text_blank("\xE2\x80", 2), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(buffer_grows),
		cmocka_unit_test(failure_stays),
		cmocka_unit_test(folds),
		cmocka_unit_test(folding_fits),
		cmocka_unit_test(same),
		cmocka_unit_test(distances),
		cmocka_unit_test(natural_order),
		cmocka_unit_test(widths),
		cmocka_unit_test(cuts),
		cmocka_unit_test(validity),
		cmocka_unit_test(composes),
		cmocka_unit_test(trims),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
