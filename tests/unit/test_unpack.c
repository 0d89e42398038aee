/* SPDX-License-Identifier: MIT
 * lib/input/unpack.c and gunzip.c: the text inside is read as if it had come by itself, and
 * what is cut, damaged, too large or no text at all is refused by name.
 */
#include <zlib.h>

#include "input_files.h"

static const char table[] = "Office;Août « été »\nOT-22-004;12,5 €\nŒuvre d’été;naïve\n";

/* Adds one gzip member. */
static void add_gzip(text *out, const char *bytes, size_t length)
{
	uLong room = compressBound((uLong)length) + 64;
	char *copy = malloc(length + 1), *made = malloc(room);
	z_stream z = { 0 };

	assert_true(copy && made);
	memcpy(copy, bytes, length);
	assert_int_equal(deflateInit2(&z, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY), Z_OK);
	z.next_in = (Bytef *)copy;
	z.avail_in = (uInt)length;
	z.next_out = (Bytef *)made;
	z.avail_out = (uInt)room;
	assert_int_equal(deflate(&z, Z_FINISH), Z_STREAM_END);
	text_add_bytes(out, made, z.total_out);
	deflateEnd(&z);
	free(copy);
	free(made);
}

static file gzip_of(const char *bytes, size_t length)
{
	text made = { 0 };
	file f;

	add_gzip(&made, bytes, length);
	f = file_of(text_str(&made), made.length);
	text_free(&made);
	return f;
}

static void reads_as(const file *f, const char *want, const char *row)
{
	source *s = opened(f, NULL, SOURCE_BLOCK);
	text got = { 0 };

	read_all(s, false, &got);
	check(strcmp(text_str(&got), want) == 0, "%s: %s", row, text_str(&got));
	source_close(s);
	text_free(&got);
}

/* The status of opening, and the rule it was refused by. */
static relais_status open_to_fail(const file *f, uint64_t limit, relais_error *err)
{
	source *s = NULL;
	relais_status rc;

	*err = (relais_error){ 0 };
	rc = source_open_limited(&s, f->path, &(source_options){ .sheet = NULL }, limit, err);
	if (rc == RELAIS_OK)
		source_close(s);
	return rc;
}

static void is_refused(const file *f, uint64_t limit, const char *rule, const char *row)
{
	relais_error err;
	relais_status rc = open_to_fail(f, limit, &err);

	check(rc == RELAIS_E_DATA, "%s: status %d", row, (int)rc);
	check(strcmp(err.rule, rule) == 0, "%s: [%s] %s", row, err.rule, err.text);
	check(strcmp(err.input, f->path) == 0, "%s: input '%s'", row, err.input);
}

static void a_packed_text_is_read_like_any_other(void **state)
{
	(void)state;
	for (size_t w = 0; w < LENGTH_OF(writings); w++) {
		text bytes = { 0 };
		char shown[64];
		source *s;
		file f;

		text_add_bytes(&bytes, writings[w].mark, writings[w].mark_length);
		add_encoded(&bytes, table, strlen(table), writings[w].encoding);
		f = gzip_of(text_str(&bytes), bytes.length);
		reads_as(&f, table, writings[w].encoding);
		s = opened(&f, NULL, SOURCE_BLOCK);
		snprintf(shown, sizeof shown, "%s (gzip)", writings[w].found);
		check(strcmp(source_about(s)->encoding, shown) == 0, "row %zu: %s", w,
			source_about(s)->encoding);
		check(strcmp(source_about(s)->container, "gzip") == 0, "row %zu", w);
		check(source_about(s)->bytes == bytes.length, "row %zu: bytes", w);
		source_close(s);
		file_gone(&f);
		text_free(&bytes);
	}
}

/* The journal must know the file that was sent, not what we made of it. */
static void the_fingerprint_is_of_the_file(void **state)
{
	text packed = { 0 };
	source *plain, *as_bytes;
	file f;

	(void)state;
	add_gzip(&packed, BYTES(table));
	f = file_of(text_str(&packed), packed.length);
	assert_int_equal(source_open(&plain, f.path, NULL, NULL), RELAIS_OK);
	assert_int_equal(
		source_open_bytes(&as_bytes, "b", text_str(&packed), packed.length, NULL),
		RELAIS_OK);
	assert_string_equal(source_about(plain)->sha256, source_about(as_bytes)->sha256);
	source_close(as_bytes);
	assert_int_equal(source_open_bytes(&as_bytes, "b", BYTES(table), NULL), RELAIS_OK);
	assert_string_not_equal(source_about(plain)->sha256, source_about(as_bytes)->sha256);
	source_close(as_bytes);
	source_close(plain);
	file_gone(&f);
	text_free(&packed);
}

static void members_follow_each_other(void **state)
{
	text packed = { 0 }, twice = { 0 };
	file f;

	(void)state;
	add_gzip(&packed, BYTES("a;b\n"));
	add_gzip(&packed, BYTES(""));
	add_gzip(&packed, BYTES("1;2\n"));
	text_add_bytes(&packed, BYTES("\0\0\0\0"));
	f = file_of(text_str(&packed), packed.length);
	reads_as(&f, "a;b\n1;2\n", "three members and padding");
	file_gone(&f);

	add_gzip(&twice, text_str(&packed), packed.length);
	f = file_of(text_str(&twice), twice.length);
	reads_as(&f, "a;b\n1;2\n", "packed twice");
	file_gone(&f);

	text_add_bytes(&packed, BYTES("rest"));
	f = file_of(text_str(&packed), packed.length);
	is_refused(&f, SOURCE_UNPACKED, "bad-archive", "something after the last member");
	file_gone(&f);
	text_free(&packed);
	text_free(&twice);
}

static void a_cut_is_seen_wherever_it_falls(void **state)
{
	text packed = { 0 };

	(void)state;
	add_gzip(&packed, BYTES(table));
	for (size_t length = 2; length < packed.length; length++) {
		file f = file_of(text_str(&packed), length);
		char row[32];

		snprintf(row, sizeof row, "%zu bytes", length);
		is_refused(&f, SOURCE_UNPACKED, "cut-archive", row);
		file_gone(&f);
	}
	text_free(&packed);
}

/* Past the header, a bit turned is noticed, or is one of the few that mean nothing. */
static void damage_never_passes_for_a_table(void **state)
{
	enum { HEADER = 10 };
	text packed = { 0 };

	(void)state;
	add_gzip(&packed, BYTES(table));
	for (size_t i = HEADER * 8; i < packed.length * 8; i++) {
		relais_error err;
		file f;

		packed.data[i / 8] = (char)(packed.data[i / 8] ^ (1 << i % 8));
		f = file_of(text_str(&packed), packed.length);
		if (open_to_fail(&f, SOURCE_UNPACKED, &err) == RELAIS_OK)
			reads_as(&f, table, "a bit that means nothing");
		else
			check(strstr("bad-archive cut-archive", err.rule), "bit %zu: [%s] %s",
				i, err.rule, err.text);
		packed.data[i / 8] = (char)(packed.data[i / 8] ^ (1 << i % 8));
		file_gone(&f);
	}
	text_free(&packed);
}

static void what_comes_out_is_bounded(void **state)
{
	text zeros = { 0 };
	file f;

	(void)state;
	for (size_t i = 0; i < 300000; i++)
		text_add_char(&zeros, '0');
	f = gzip_of(text_str(&zeros), zeros.length);
	is_refused(&f, zeros.length - 1, "too-large", "one byte too many");
	reads_as(&f, text_str(&zeros), "just enough");
	file_gone(&f);
	text_free(&zeros);
}

static void what_is_no_text_is_called_by_its_name(void **state)
{
	static const struct {
		const char *bytes;
		size_t length;
		const char *said;
	} rows[] = {
		{ BYTES("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0\0\0"), ".xls" },
		{ BYTES("%PDF-1.7\n"), "PDF" },
		{ BYTES("\x89PNG\r\n\x1A\n"), "image" },
		{ BYTES("\xFF\xD8\xFF\xE0\0\x10JFIF"), "image" },
		{ BYTES("SQLite format 3\0\x10\0"), "SQLite" },
	};

	(void)state;
	for (size_t i = 0; i < LENGTH_OF(rows); i++) {
		file f = file_of(rows[i].bytes, rows[i].length);
		relais_error err;

		is_refused(&f, SOURCE_UNPACKED, "not-a-table", rows[i].said);
		open_to_fail(&f, SOURCE_UNPACKED, &err);
		check(strstr(err.text, rows[i].said) != NULL, "row %zu: %s", i, err.text);
		file_gone(&f);
		f = gzip_of(rows[i].bytes, rows[i].length);
		is_refused(&f, SOURCE_UNPACKED, "not-a-table", "packed");
		file_gone(&f);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_packed_text_is_read_like_any_other),
		cmocka_unit_test(the_fingerprint_is_of_the_file),
		cmocka_unit_test(members_follow_each_other),
		cmocka_unit_test(a_cut_is_seen_wherever_it_falls),
		cmocka_unit_test(damage_never_passes_for_a_table),
		cmocka_unit_test(what_comes_out_is_bounded),
		cmocka_unit_test(what_is_no_text_is_called_by_its_name),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
