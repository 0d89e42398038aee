/* SPDX-License-Identifier: MIT
 * Bytes in memory as the library's sources, and what comes out of them.
 */
#include "fuzz.h"

#include <unistd.h>

enum {
	MOST_UNPACKED = 1 << 20, /* a bomb is told by its size before it takes a second */
	FIRST_FAKE = 1 << 28,
	FAKES = 4
};

/* Files that no system call is needed for: what pread() gives of a descriptor of ours lies in memory (the linker
 * has them called through here). */
static struct fake {
	const char *bytes;
	size_t length;
	bool is_open;
} fakes[FAKES];

ssize_t __real_pread(int fd, void *to, size_t length, off_t from);
ssize_t __wrap_pread(int fd, void *to, size_t length, off_t from);
int __real_close(int fd);
int __wrap_close(int fd);

ssize_t __wrap_pread(int fd, void *to, size_t length, off_t from)
{
	const struct fake *f;

	if (fd < FIRST_FAKE)
		return __real_pread(fd, to, length, from);
	f = &fakes[fd - FIRST_FAKE];
	if ((size_t)from >= f->length)
		return 0;
	length = length < f->length - (size_t)from ? length : f->length - (size_t)from;
	memcpy(to, f->bytes + from, length);
	return (ssize_t)length;
}

int __wrap_close(int fd)
{
	if (fd < FIRST_FAKE)
		return __real_close(fd);
	fakes[fd - FIRST_FAKE].is_open = false;
	return 0;
}

static int fake(const char *bytes, size_t length)
{
	size_t i = 0;

	while (i < FAKES && fakes[i].is_open)
		i++;
	if (i == FAKES)
		abort();
	fakes[i] = (struct fake){ bytes, length, true };
	return FIRST_FAKE + (int)i;
}

/* libzip wants a file of the system's. */
static relais_status attach(source *s, const char *bytes, size_t length, relais_error *err)
{
	if (length > 1 && !memcmp(bytes, "PK", 2))
		return source_attach_bytes(s, "input", bytes, length, err);
	s->name = strdup("input");
	s->fd = fake(bytes, length);
	return s->name ? RELAIS_OK : fail_memory(err);
}

size_t fuzz_block(size_t chosen)
{
	static const size_t sizes[] = { 8192, 1, 2, 3, 7, 64, 512 };

	return sizes[chosen % (sizeof sizes / sizeof *sizes)];
}

source *fuzz_source(const char *bytes, size_t length, const char *encoding, size_t block)
{
	relais_error err = { 0 };
	source *s = calloc(1, sizeof *s);
	relais_status rc;

	if (!s)
		abort();
	s->block = block;
	s->limit = MOST_UNPACKED;
	rc = attach(s, bytes, length, &err);
	if (rc == RELAIS_OK)
		rc = source_begin(s, &(source_options){ .encoding = encoding }, &err);
	fuzz_check_end(rc, &err);
	if (rc == RELAIS_OK)
		return s;
	source_close(s);
	return NULL;
}

void fuzz_read_all(source *s, bool raw, text *out)
{
	relais_error err = { 0 };
	relais_status rc = source_rewind(s, raw, &err);
	uint64_t done = 0, before = 0;
	const char *block;
	size_t length;

	while (rc == RELAIS_OK &&
		(rc = source_read(s, &block, &length, &done, &err)) == RELAIS_OK) {
		require(length > 0, "an empty block");
		require(text_valid_utf8(block, length) == length,
			"a block is no UTF-8 from %zu on", text_valid_utf8(block, length));
		require(done >= before && done <= source_about(s)->bytes, "%zu after %zu",
			(size_t)done, (size_t)before);
		before = done;
		text_add_bytes(out, block, length);
	}
	require(rc == RELAIS_END, "%s", err.text);
	require(before == source_about(s)->bytes, "%zu bytes of %zu", (size_t)before,
		(size_t)source_about(s)->bytes);
}

static void add_record(text *out, const record *r)
{
	require(r->count >= 1, "no field");
	require(r->line >= 1 && r->last_line >= r->line, "lines %lu-%lu", r->line,
		r->last_line);
	for (size_t i = 0; i < r->count; i++) {
		require(strlen(r->fields[i]) == r->lengths[i], "a NUL in '%s'", r->fields[i]);
		require(fuzz_is_utf8(r->fields[i]), "'%s' is no UTF-8", r->fields[i]);
		text_add(out, r->fields[i]);
		text_add_char(out, '\x1F');
	}
	text_add_char(out, '\x1E');
}

relais_status fuzz_records(source *s, const dialect *d, bool libcsv_only, text *out)
{
	relais_error err = { 0 };
	unsigned long line = 0;
	relais_status rc;
	record one;
	reader *r;

	rc = reader_open(&r, s, d, &err);
	require(rc == RELAIS_OK, "%s", err.text);
	if (libcsv_only)
		reader_use_libcsv_only(r);
	while ((rc = reader_next(r, &one, &err)) == RELAIS_OK) {
		require(one.line > line, "line %lu after %lu", one.line, line);
		line = one.last_line;
		add_record(out, &one);
	}
	fuzz_check_end(rc, &err);
	require(rc != RELAIS_END || reader_done(r) == source_about(s)->bytes,
		"the end before the end");
	require(reader_next(r, &one, &err) == RELAIS_END, "more after the end");
	reader_close(r);
	return rc;
}
