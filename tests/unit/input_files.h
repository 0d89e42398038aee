/* SPDX-License-Identifier: MIT
 * Files for the tests of lib/input: some bytes under a temporary name, text in every
 * encoding, and the failing row of a table named.
 */
#ifndef TEST_INPUT_FILES_H
#define TEST_INPUT_FILES_H

#include <iconv.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "../../lib/base/text.h"
#include "../../lib/input/inside.h"
#include "temporary.h"

#define LENGTH_OF(array) (sizeof(array) / sizeof *(array))
/* A literal with its length: it may hold NUL bytes. */
#define BYTES(literal) literal, sizeof(literal) - 1

/* Fails with a sentence that names the row. */
#define check(truth, ...)                                                                      \
	do {                                                                                   \
		if (!(truth)) {                                                                \
			print_error("%s:%d: %s\n", __FILE__, __LINE__, #truth);                \
			fail_msg(__VA_ARGS__);                                                 \
		}                                                                              \
	} while (0)

typedef struct file {
	char path[PATH_MAX];
} file;

static inline file file_of(const char *bytes, size_t length)
{
	file f;
	int fd = temporary(f.path);

	assert_true(fd >= 0);
	while (length > 0) {
		ssize_t put = write(fd, bytes, length);

		assert_true(put > 0);
		bytes += put;
		length -= (size_t)put;
	}
	close(fd);
	return f;
}

static inline void file_gone(const file *f)
{
	unlink(f->path);
}

/* Adds UTF-8 in another encoding, strictly. */
static inline void add_encoded(text *out, const char *utf8, size_t length, const char *encoding)
{
	iconv_t cd = iconv_open(encoding, "UTF-8");
	size_t space = length * 4 + 16, size = space;
	char *copy = malloc(length + 1), *made = malloc(size), *from = copy, *to = made;

	assert_true(cd != (iconv_t)-1 && copy && made);
	memcpy(copy, utf8, length);
	assert_true(iconv(cd, &from, &length, &to, &space) == 0);
	text_add_bytes(out, made, size - space);
	iconv_close(cd);
	free(copy);
	free(made);
}

/* The same text with other line endings. */
static inline void add_with_endings(text *out, const char *utf8, const char *ending)
{
	for (; *utf8; utf8++) {
		if (*utf8 == '\n')
			text_add(out, ending);
		else
			text_add_char(out, *utf8);
	}
}

typedef struct writing {
	const char *encoding;
	const char *mark;
	size_t mark_length;
	const char *found; /* what detection calls it */
	bool guessed;
} writing;

static const writing writings[] = {
	{ "UTF-8", BYTES(""), "UTF-8", false },
	{ "UTF-8", BYTES("\xEF\xBB\xBF"), "UTF-8", false },
	{ "WINDOWS-1252", BYTES(""), "WINDOWS-1252", true },
	{ "UTF-16LE", BYTES("\xFF\xFE"), "UTF-16LE", false },
	{ "UTF-16BE", BYTES("\xFE\xFF"), "UTF-16BE", false },
	{ "UTF-16LE", BYTES(""), "UTF-16LE", true },
	{ "UTF-16BE", BYTES(""), "UTF-16BE", true },
};
static const char *const endings[] = { "\n", "\r\n", "\r" };

static inline file file_written(const char *utf8, const writing *w, const char *ending)
{
	text lines = { 0 }, bytes = { 0 };
	file f;

	add_with_endings(&lines, utf8, ending);
	text_add_bytes(&bytes, w->mark, w->mark_length);
	add_encoded(&bytes, text_str(&lines), lines.length, w->encoding);
	f = file_of(text_str(&bytes), bytes.length);
	text_free(&lines);
	text_free(&bytes);
	return f;
}

static inline source *opened(const file *f, const char *encoding, size_t block)
{
	relais_error err = { 0 };
	source *s = NULL;

	if (source_open_blocks(&s, f->path, encoding, block, &err) != RELAIS_OK)
		fail_msg("%s:%lu: %s", err.input, err.line, err.text);
	return s;
}

/* The whole decoded text; checks what every block promises. */
static inline void read_all(source *s, bool raw, text *out)
{
	relais_error err = { 0 };
	relais_status rc = source_rewind(s, raw, &err);
	const char *block;
	uint64_t done = 0, before = 0;
	size_t length;

	text_clear(out);
	while (rc == RELAIS_OK &&
		(rc = source_read(s, &block, &length, &done, &err)) == RELAIS_OK) {
		check(length > 0, "an empty block");
		check(text_valid_utf8(block, length) == length, "a block cuts a character");
		check(done >= before && done <= source_about(s)->bytes, "done goes wrong");
		before = done;
		text_add_bytes(out, block, length);
	}
	check(rc == RELAIS_END, "%s", err.text);
	check(before == source_about(s)->bytes, "done ends before the file");
}

/* xorshift64: the same numbers everywhere. */
static inline uint64_t next_random(uint64_t *state)
{
	*state ^= *state << 13;
	*state ^= *state >> 7;
	*state ^= *state << 17;
	return *state;
}

#endif
