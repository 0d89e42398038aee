/* SPDX-License-Identifier: MIT
 * lib/input/source.h: detection, decoding, what is refused and where.
 */
#include "input_files.h"

static const char prose[] = "Office;Août « été »\nOT-22-004;12,5 €\nŒuvre d’été;naïve\n";

static void every_encoding_gives_the_same_text(void **state)
{
	text want = { 0 }, got = { 0 };

	(void)state;
	for (size_t w = 0; w < LENGTH_OF(writings); w++)
		for (size_t e = 0; e < LENGTH_OF(endings); e++) {
			const writing *as = &writings[w];
			file f = file_written(prose, as, endings[e]);
			source *s = opened(&f, NULL, SOURCE_BLOCK);
			const source_facts *facts = source_about(s);

			text_clear(&want);
			add_with_endings(&want, prose, endings[e]);
			read_all(s, false, &got);
			check(strcmp(text_str(&got), text_str(&want)) == 0, "%s row %zu",
				as->encoding, w);
			check(strcmp(facts->encoding, as->found) == 0, "row %zu: %s", w,
				facts->encoding);
			check(facts->guessed == as->guessed, "row %zu guessed", w);
			check(facts->has_bom == (as->mark_length > 0), "row %zu mark", w);
			check(strcmp(facts->name, f.path) == 0, "row %zu name", w);
			source_close(s);
			file_gone(&f);
		}
	text_free(&want);
	text_free(&got);
}

static void blocks_of_any_size_give_the_same_text(void **state)
{
	/* composed, decomposed, four bytes, two marks on one letter, no ASCII at all */
	static const char mixed[] = "é e\xCC\x81 \xF0\x9D\x84\x9E o\xCC\xA3\xCC\x82"
				    "ÉÉÉÉÉÉÉE\xCC\x81ÉÉÉÉ\r\n\xCC\x81";
	text want = { 0 }, got = { 0 };

	(void)state;
	for (size_t w = 0; w < LENGTH_OF(writings); w++) {
		const writing *as = &writings[w];
		file f = file_written(as->found[0] == 'W' ? prose : mixed, as, "\n");
		source *s = opened(&f, as->mark_length ? NULL : as->encoding, SOURCE_BLOCK);

		read_all(s, false, &want);
		source_close(s);
		for (size_t block = 1; block <= 64; block++) {
			s = opened(&f, as->mark_length ? NULL : as->encoding, block);
			read_all(s, false, &got);
			check(strcmp(text_str(&got), text_str(&want)) == 0,
				"%s in blocks of %zu: %s", as->encoding, block, text_str(&got));
			source_close(s);
		}
		file_gone(&f);
	}
	text_free(&want);
	text_free(&got);
}

static void text_is_composed_unless_raw(void **state)
{
	static const char apart[] = "Saint-Quay-Portrieux; e\xCC\x81te\xCC\x81\n";
	static const char together[] = "Saint-Quay-Portrieux; été\n";
	file f = file_of(BYTES(apart));
	source *s = opened(&f, NULL, SOURCE_BLOCK);
	text got = { 0 };

	(void)state;
	read_all(s, false, &got);
	assert_string_equal(text_str(&got), together);
	read_all(s, true, &got);
	assert_string_equal(text_str(&got), apart);
	source_close(s);
	file_gone(&f);
	text_free(&got);
}

/* More than a block and its carry without one ASCII byte: cut between characters, no more. */
static void a_long_text_without_ascii_goes_through(void **state)
{
	text all = { 0 }, got = { 0 };
	source *s;
	file f;

	(void)state;
	for (int i = 0; i < 3000; i++)
		text_add(&all, "\xE6\x97\xA5\xC3\xA9");
	f = file_of(text_str(&all), all.length);
	s = opened(&f, NULL, 64);
	read_all(s, false, &got);
	assert_string_equal(text_str(&got), text_str(&all));
	source_close(s);
	file_gone(&f);
	text_free(&all);
	text_free(&got);
}

static void detection(void **state)
{
	static const struct {
		const char *bytes;
		size_t length;
		const char *given, *encoding, *utf8;
		bool guessed;
	} rows[] = {
		{ BYTES("a;b\n"), NULL, "UTF-8", "a;b\n", false },
		{ BYTES("a;\xE9\n"), NULL, "WINDOWS-1252", "a;é\n", true },
		{ BYTES("\x80 \x92 \x9C\n"), NULL, "WINDOWS-1252", "€ ’ œ\n", true },
		{ BYTES("\xC3\xA9\n"), NULL, "UTF-8", "é\n", false },
		{ BYTES("\xC3\xA9\n"), "WINDOWS-1252", "WINDOWS-1252", "Ã©\n", false },
		{ BYTES("\xE9\n"), "cp1252", "WINDOWS-1252", "é\n", false },
		{ BYTES("\x8E\n"), "MACINTOSH", "MACINTOSH", "é\n", false },
		{ BYTES("\xA4\n"), "ISO-8859-15", "ISO-8859-15", "€\n", false },
		{ BYTES("a\n"), "utf8", "UTF-8", "a\n", false },
		{ BYTES("\xEF\xBB\xBF"
			"a\n"),
			"utf-8", "UTF-8", "a\n", false },
		{ BYTES("\xFF\xFE"
			"a\0\n\0"),
			"UTF-16", "UTF-16LE", "a\n", false },
		{ BYTES("\xFE\xFF\0a\0\n"), "UTF-16", "UTF-16BE", "a\n", false },
		{ BYTES("a\0\n\0"), "utf-16", "UTF-16LE", "a\n", false },
		{ BYTES("\xFF\xFE\0\0a\0\0\0"), "UTF-32", "UTF-32", "a", false },
		{ BYTES("a\0\x0A\0\x3D\xD8\0\xDE"), "UTF-16LE", "UTF-16LE", "a\n😀", false },
		/* the last letter alone is no UTF-8: an old file that ends with an accent */
		{ BYTES("a\xE9"), NULL, "WINDOWS-1252", "aé", true },
		{ BYTES("+AOk-\n"), "UTF-7", "UTF-7", "é\n", false },
	};
	text got = { 0 };

	(void)state;
	for (size_t i = 0; i < LENGTH_OF(rows); i++) {
		file f = file_of(rows[i].bytes, rows[i].length);
		source *s = opened(&f, rows[i].given, SOURCE_BLOCK);

		read_all(s, false, &got);
		check(strcmp(source_about(s)->encoding, rows[i].encoding) == 0, "row %zu: %s",
			i, source_about(s)->encoding);
		check(strcmp(text_str(&got), rows[i].utf8) == 0, "row %zu: %s", i,
			text_str(&got));
		check(source_about(s)->guessed == rows[i].guessed, "row %zu guessed", i);
		source_close(s);
		file_gone(&f);
	}
	text_free(&got);
}

static void what_is_refused(void **state)
{
	static const struct {
		const char *bytes;
		size_t length;
		const char *given;
		relais_status status;
		const char *rule;
		unsigned long line;
		const char *says;
	} rows[] = {
		{ BYTES(""), NULL, RELAIS_E_DATA, "empty-file", 0, "empty" },
		{ BYTES("\xEF\xBB\xBF"), NULL, RELAIS_E_DATA, "empty-file", 0, "empty" },
		{ BYTES("\xFF\xFE"), NULL, RELAIS_E_DATA, "empty-file", 0, "empty" },
		{ BYTES("\xFF\xFE \0\n\0"), NULL, RELAIS_E_DATA, "empty-file", 0, "empty" },
		{ BYTES(" \r\n\t\n\r"), NULL, RELAIS_E_DATA, "empty-file", 0, "empty" },
		{ BYTES("  \n"), "WINDOWS-1252", RELAIS_E_DATA, "empty-file", 0, "empty" },
		{ BYTES("a\nb\0\n"), NULL, RELAIS_E_DATA, "nul-byte", 2, "0x00" },
		{ BYTES("a\nb\xE9\0\n"), NULL, RELAIS_E_DATA, "nul-byte", 2, "0x00" },
		{ BYTES("a\r\nb\rc\r\r\nd\0"), NULL, RELAIS_E_DATA, "nul-byte", 5, "0x00" },
		{ BYTES("\xE9\0\n"), "WINDOWS-1252", RELAIS_E_DATA, "nul-byte", 1, "0x00" },
		{ BYTES("\xFF\xFE"
			"a\0\n\0\0\0"),
			NULL, RELAIS_E_DATA, "nul-byte", 2, "UTF-16LE" },
		{ BYTES("\xFF\xFE"
			"a\0\n\0b"),
			NULL, RELAIS_E_DATA, "cut-utf16", 2, "cut" },
		{ BYTES("\xFF\xFE"
			"a\0\n\0\n\0\x3D\xD8"),
			NULL, RELAIS_E_DATA, "cut-utf16", 3, "cut" },
		{ BYTES("\xFE\xFF"
			"\0a\xDE\0\0b"),
			NULL, RELAIS_E_DATA, "cut-utf16", 1, "cut" },
		{ BYTES("\xE9\n\x81\n"), NULL, RELAIS_E_DATA, "bad-encoding", 2, "0x81" },
		{ BYTES("\x81"), NULL, RELAIS_E_DATA, "bad-encoding", 1, "0x81" },
		{ BYTES("a\n\n\x8D"), NULL, RELAIS_E_DATA, "bad-encoding", 3, "0x8D" },
		{ BYTES("a\r\x8F\n"), NULL, RELAIS_E_DATA, "bad-encoding", 2, "0x8F" },
		{ BYTES("a\r\n\x90\n"), "CP1252", RELAIS_E_DATA, "bad-encoding", 2, "0x90" },
		{ BYTES("a\n\x9D;\n"), NULL, RELAIS_E_DATA, "bad-encoding", 2, "--encoding" },
		{ BYTES("a\n\xE9\n"), "UTF-8", RELAIS_E_DATA, "bad-encoding", 2, "0xE9" },
		{ BYTES("\xEF\xBB\xBF"
			"a\n\xE9\n"),
			NULL, RELAIS_E_DATA, "bad-encoding", 2, "0xE9" },
		{ BYTES("\xC3\xA9;\n\xC3"), NULL, RELAIS_E_DATA, "bad-encoding", 2, "cut" },
		{ BYTES("\xC0\xAF\n"), "UTF-8", RELAIS_E_DATA, "bad-encoding", 1, "0xC0" },
		{ BYTES("a\n\xFF\n"), "SJIS", RELAIS_E_DATA, "bad-encoding", 2, "0xFF" },
		{ BYTES("a\n\x88"), "SJIS", RELAIS_E_DATA, "bad-encoding", 2, "cut" },
		{ BYTES("\xEF\xBB\xBF"
			"a\n"),
			"CP1252", RELAIS_E_DATA, "bad-encoding", 1, "UTF-8" },
		{ BYTES("\xFF\xFE"
			"a\0"),
			"UTF-8", RELAIS_E_DATA, "bad-encoding", 1, "UTF-16LE" },
		{ BYTES("a\n"), "klingon", RELAIS_E_USAGE, "", 0, "klingon" },
		{ BYTES("a\n"), "", RELAIS_E_USAGE, "", 0, "encoding" },
		{ BYTES("a\n"), "LATIN1//IGNORE", RELAIS_E_USAGE, "", 0, "LATIN1//IGNORE" },
	};

	(void)state;
	for (size_t i = 0; i < LENGTH_OF(rows); i++)
		for (size_t block = 1; block < 20; block += block < 8 ? 1 : 11) {
			relais_error err = { 0 };
			file f = file_of(rows[i].bytes, rows[i].length);
			source *s = NULL;
			relais_status rc =
				source_open_blocks(&s, f.path, rows[i].given, block, &err);

			check(rc == rows[i].status, "row %zu: status %d, %s", i, (int)rc,
				err.text);
			check(s == NULL, "row %zu: opened all the same", i);
			check(strcmp(err.rule, rows[i].rule) == 0, "row %zu: rule %s", i,
				err.rule);
			check(err.line == rows[i].line, "row %zu: line %lu", i, err.line);
			check(strstr(err.text, rows[i].says) != NULL, "row %zu: %s", i,
				err.text);
			check(rc != RELAIS_E_DATA || strcmp(err.input, f.path) == 0,
				"row %zu: %s", i, err.input);
			file_gone(&f);
		}
}

static void facts_count_and_fingerprint(void **state)
{
	file f = file_of(BYTES("abc"));

	(void)state;
	for (size_t block = 1; block <= 4; block++) {
		source *s = opened(&f, NULL, block);

		assert_int_equal(source_about(s)->bytes, 3);
		assert_string_equal(source_about(s)->sha256,
			"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
		source_close(s);
	}
	file_gone(&f);
}

/* Fingerprinted first or last, a file is the same to whoever reads it. */
static void fingerprint_before_all_else(void **state)
{
	static const char *const texts[] = { "a;b\n1;2\n", "\xFF\xFE;\0\n\0", "[{\"a\":1}]" };
	static const size_t lengths[] = { 8, 6, 9 };

	(void)state;
	for (size_t i = 0; i < LENGTH_OF(texts); i++) {
		file f = file_of(texts[i], lengths[i]);
		source *at_once = opened(&f, NULL, SOURCE_BLOCK), *s;
		relais_error err;
		text a = { 0 }, b = { 0 };

		assert_int_equal(source_find(&s, f.path, &err), RELAIS_OK);
		assert_string_equal(source_about(s)->name, f.path);
		assert_int_equal(source_fingerprint(s, &err), RELAIS_OK);
		assert_string_equal(source_about(s)->sha256, source_about(at_once)->sha256);
		assert_int_equal(
			source_begin(s, &(source_options){ .sheet = NULL }, &err), RELAIS_OK);
		assert_string_equal(source_about(s)->sha256, source_about(at_once)->sha256);
		assert_int_equal(source_about(s)->bytes, source_about(at_once)->bytes);
		read_all(at_once, false, &a);
		read_all(s, false, &b);
		assert_string_equal(text_str(&a), text_str(&b));
		source_close(at_once);
		source_close(s);
		text_free(&a);
		text_free(&b);
		file_gone(&f);
	}
}

static void lines_go_back_as_they_came(void **state)
{
	text raw = { 0 }, back = { 0 }, original = { 0 };

	(void)state;
	for (size_t w = 0; w < LENGTH_OF(writings); w++) {
		const writing *as = &writings[w];
		file f = file_written(prose, as, "\r\n");
		source *s = opened(&f, NULL, SOURCE_BLOCK);
		size_t half;

		read_all(s, true, &raw);
		half = (size_t)(strchr(text_str(&raw), '\n') - text_str(&raw)) + 1;
		text_clear(&back);
		text_clear(&original);
		text_add_bytes(&original, as->mark, as->mark_length);
		add_encoded(&original, text_str(&raw), raw.length, as->encoding);
		assert_int_equal(source_encode(s, text_str(&raw), half, true, &back, NULL), 0);
		assert_int_equal(source_encode(s, text_str(&raw) + half, raw.length - half,
					 false, &back, NULL),
			0);
		check(back.length == original.length &&
				memcmp(back.data, original.data, back.length) == 0,
			"%s row %zu", as->encoding, w);
		source_close(s);
		file_gone(&f);
	}
	text_free(&raw);
	text_free(&back);
	text_free(&original);
}

static void what_cannot_be_written_is_a_question_mark(void **state)
{
	file f = file_of(BYTES("caf\xE9;1\n"));
	source *s = opened(&f, NULL, SOURCE_BLOCK);
	text long_line = { 0 }, out = { 0 };

	(void)state;
	assert_int_equal(source_encode(s, BYTES("é日😀–z"), true, &out, NULL), RELAIS_OK);
	assert_string_equal(text_str(&out), "\xE9??\x96z");
	for (int i = 0; i < 5000; i++)
		text_add(&long_line, i % 7 ? "é" : "日");
	text_clear(&out);
	assert_int_equal(
		source_encode(s, text_str(&long_line), long_line.length, false, &out, NULL), 0);
	assert_int_equal(out.length, 5000);
	assert_int_equal(out.data[4999] & 0xFF, 4999 % 7 ? 0xE9 : '?');
	source_close(s);
	file_gone(&f);
	text_free(&out);
	text_free(&long_line);
}

/* Told once, with its line, wherever blocks are cut; never of words that have such letters. */
static void text_encoded_twice_is_noticed(void **state)
{
	static const struct {
		const char *bytes;
		unsigned long line;
	} rows[] = {
		{ "Office;Nom\nA;PÃ©nestin\nB;QuÃ©\n", 2 },
		{ "Ã\xC2\xA0;1\n", 1 },
		{ "a\nb\nÃ‰cole\n", 3 },
		{ "a\nNÂ°\n", 2 },
		{ "SÃO;PÃO\nTHÉÂTRE;Â\n", 0 },
		{ "Pénestin;œuvre;N°;« été »\n", 0 },
		{ "Office;Nom\nA;B\n", 0 },
		{ "Ã", 0 },
	};

	(void)state;
	for (size_t i = 0; i < LENGTH_OF(rows); i++)
		for (size_t block = 1; block < 24; block++) {
			file f = file_of(rows[i].bytes, strlen(rows[i].bytes));
			source *s = opened(&f, NULL, block);

			check(source_about(s)->mojibake == rows[i].line,
				"row %zu in blocks of %zu: line %lu", i, block,
				source_about(s)->mojibake);
			source_close(s);
			file_gone(&f);
		}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(text_encoded_twice_is_noticed),
		cmocka_unit_test(every_encoding_gives_the_same_text),
		cmocka_unit_test(blocks_of_any_size_give_the_same_text),
		cmocka_unit_test(text_is_composed_unless_raw),
		cmocka_unit_test(a_long_text_without_ascii_goes_through),
		cmocka_unit_test(detection),
		cmocka_unit_test(what_is_refused),
		cmocka_unit_test(facts_count_and_fingerprint),
		cmocka_unit_test(fingerprint_before_all_else),
		cmocka_unit_test(lines_go_back_as_they_came),
		cmocka_unit_test(what_cannot_be_written_is_a_question_mark),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
