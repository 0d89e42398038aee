/* SPDX-License-Identifier: MIT
 * lib/input/lines.h: endings of every kind, across blocks of every size, and the limit.
 */
#include "input_files.h"

#include "../../lib/input/lines.h"

/* "1:a\\n|2:b" : number and content of each line. */
static relais_status list(source *s, bool raw, text *out, relais_error *err)
{
	unsigned long number = 0;
	relais_status rc;
	const char *line;
	size_t length;
	lines *l;

	text_clear(out);
	assert_int_equal(lines_open(&l, s, raw, err), RELAIS_OK);
	while ((rc = lines_next(l, &line, &length, err)) == RELAIS_OK) {
		assert_int_equal(lines_number(l), ++number);
		text_addf(out, "%s%lu:", number > 1 ? "|" : "", number);
		for (size_t i = 0; i < length; i++) {
			if (line[i] == '\r')
				text_add(out, "\\r");
			else if (line[i] == '\n')
				text_add(out, "\\n");
			else
				text_add_char(out, line[i]);
		}
	}
	if (rc == RELAIS_END) {
		assert_int_equal(lines_done(l), source_about(s)->bytes);
		assert_int_equal(lines_next(l, &line, &length, err), RELAIS_END);
	}
	lines_close(l);
	return rc;
}

static void lines_end_in_every_way(void **state)
{
	static const struct {
		const char *bytes, *lines;
	} rows[] = {
		{ "a", "1:a" },
		{ "a\n", "1:a\\n" },
		{ "a\nb", "1:a\\n|2:b" },
		{ "a\r\nb\r\n", "1:a\\r\\n|2:b\\r\\n" },
		{ "a\rb\r", "1:a\\r|2:b\\r" },
		{ "a\rb\r\nc\nd", "1:a\\r|2:b\\r\\n|3:c\\n|4:d" },
		{ "\n\na", "1:\\n|2:\\n|3:a" },
		{ "\r\r\na\r\r", "1:\\r|2:\\r\\n|3:a\\r|4:\\r" },
		{ "\n\r\na", "1:\\n|2:\\r\\n|3:a" },
		{ "a\n\rb", "1:a\\n|2:\\r|3:b" },
		{ "é’\r\nœ", "1:é’\\r\\n|2:œ" },
	};
	relais_error err = { 0 };
	text got = { 0 };

	(void)state;
	for (size_t i = 0; i < LENGTH_OF(rows); i++)
		for (size_t block = 1; block <= 64; block++) {
			file f = file_of(rows[i].bytes, strlen(rows[i].bytes));
			source *s = opened(&f, NULL, block);

			check(list(s, block % 2, &got, &err) == RELAIS_END, "%s", err.text);
			check(strcmp(text_str(&got), rows[i].lines) == 0, "row %zu by %zu: %s",
				i, block, text_str(&got));
			source_close(s);
			file_gone(&f);
		}
	text_free(&got);
}

/* Lines as random as they come: putting them together gives the bytes back, and each but
 * the last has one ending, at its end. */
static void nothing_is_lost(void **state)
{
	uint64_t seed = 20240831;

	(void)state;
	for (int round = 0; round < 300; round++) {
		char bytes[120];
		size_t size = 1 + next_random(&seed) % sizeof bytes, at = 1, length;
		relais_error err = { 0 };
		const char *line;
		source *s;
		lines *l;
		file f;

		bytes[0] = 'x';
		for (size_t i = 1; i < size; i++)
			bytes[i] = "\r\na;"[next_random(&seed) % 4];
		f = file_of(bytes, size);
		s = opened(&f, NULL, 1 + next_random(&seed) % 9);
		assert_int_equal(lines_open(&l, s, true, &err), RELAIS_OK);
		for (at = 0; lines_next(l, &line, &length, &err) == RELAIS_OK; at += length) {
			check(at + length <= size && memcmp(line, bytes + at, length) == 0,
				"round %d", round);
			for (size_t i = 0; i + 1 < length; i++)
				check(line[i] != '\n' && (line[i] != '\r' || i + 2 == length),
					"round %d: two lines in one", round);
		}
		check(at == size, "round %d: %zu of %zu", round, at, size);
		lines_close(l);
		source_close(s);
		file_gone(&f);
	}
}

static void a_line_has_a_limit(void **state)
{
	static const struct {
		size_t length;
		bool fits;
	} rows[] = {
		{ LINE_LIMIT, true },
		{ LINE_LIMIT + 1, false },
		{ 10 * 1024 * 1024, false },
	};
	static const size_t blocks[] = { SOURCE_BLOCK, 2 * LINE_LIMIT, 4095 };

	(void)state;
	for (size_t i = 0; i < LENGTH_OF(rows); i++)
		for (size_t b = 0; b < LENGTH_OF(blocks); b++) {
			char *bytes = malloc(rows[i].length + 4);
			relais_error err = { 0 };
			text got = { 0 };
			relais_status rc;
			source *s;
			file f;

			assert_non_null(bytes);
			memcpy(bytes, "a\nb\n", 4);
			memset(bytes + 4, 'x', rows[i].length);
			bytes[rows[i].length + 3] = '\n';
			f = file_of(bytes, rows[i].length + 4);
			s = opened(&f, NULL, blocks[b]);
			rc = list(s, false, &got, &err);
			check(rc == (rows[i].fits ? RELAIS_END : RELAIS_E_DATA),
				"row %zu: %d %s", i, (int)rc, err.text);
			if (!rows[i].fits) {
				assert_string_equal(err.rule, "line-too-long");
				assert_int_equal(err.line, 3);
				assert_non_null(
					strstr(err.text, "line 3 is longer than 1 MiB"));
			}
			source_close(s);
			file_gone(&f);
			text_free(&got);
			free(bytes);
		}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_end_in_every_way),
		cmocka_unit_test(nothing_is_lost),
		cmocka_unit_test(a_line_has_a_limit),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
