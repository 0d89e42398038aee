/* SPDX-License-Identifier: MIT
 * See xlsx_check.h. The archive has just been made by libxlsxwriter: its directory is at its end, without
 * a comment, no part is as large as 4 GiB, and no XML in it has comments, CDATA, or a > in an attribute.
 */
#include "xlsx_check.h"

#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "../base/error.h"

enum {
	END_SIZE = 22, /* of the record at the end of an archive */
	ENTRY_SIZE = 46, /* of the directory, without the name */
	LOCAL_SIZE = 30, /* of what stands before a part, without the name */
	DEFLATED = 8,
	BLOCK = 65536,
	TAG_SIZE = 256
};

/* Of all parts. */
typedef struct sums {
	uint64_t cells, named, texts;
	uint64_t said, uses; /* how many texts there are and are written, by their list */
} sums;

/* One part, as far as it was read. */
typedef struct part {
	sums *sums;
	bool in_tag, is_wrong;
	char tag[TAG_SIZE]; /* its beginning */
	size_t length;
	char last;
	long depth, roots;
} part;

typedef struct archive {
	FILE *file;
	unsigned char in[BLOCK], out[BLOCK];
	sums sums;
} archive;

/* ---- XML ---------------------------------------------------------------------------------------------- */

static bool is_named(const char *tag, const char *name)
{
	size_t length = strlen(name);

	return strncmp(tag, name, length) == 0 && strchr(" />", tag[length]);
}

static uint64_t attribute(const char *tag, const char *name)
{
	const char *at = strstr(tag, name);

	return at ? strtoull(at + strlen(name), NULL, 10) : 0;
}

static void begin_element(part *p)
{
	sums *all = p->sums;

	p->roots += p->depth == 0;
	p->depth += p->last != '/';
	if (is_named(p->tag, "c")) {
		all->cells++;
		all->named += strstr(p->tag, " t=\"s\"") != NULL;
	} else if (is_named(p->tag, "si")) {
		all->texts++;
	} else if (is_named(p->tag, "sst")) {
		all->said = attribute(p->tag, " uniqueCount=\"");
		all->uses = attribute(p->tag, " count=\"");
	}
}

static void end_tag(part *p)
{
	p->in_tag = false;
	p->tag[p->length < TAG_SIZE ? p->length : TAG_SIZE - 1] = '\0';
	if (p->tag[0] == '/')
		p->is_wrong = --p->depth < 0 || p->is_wrong;
	else if (p->tag[0] != '?')
		begin_element(p);
}

static void take(part *p, const unsigned char *bytes, size_t length)
{
	for (const unsigned char *end = bytes + length; bytes < end; bytes++) {
		char c = (char)*bytes;

		if (c == '<') {
			p->is_wrong = p->is_wrong || p->in_tag;
			p->in_tag = true;
			p->length = 0;
			p->last = c;
		} else if (p->in_tag && c == '>') {
			end_tag(p);
		} else if (p->in_tag) {
			if (p->length < TAG_SIZE - 1)
				p->tag[p->length++] = c;
			p->last = c;
		}
	}
}

/* ---- the archive -------------------------------------------------------------------------------------- */

static uint32_t number(const unsigned char *at, int bytes)
{
	uint32_t n = 0;

	while (bytes-- > 0)
		n = n << 8 | at[bytes];
	return n;
}

static bool read_at(FILE *f, long at, unsigned char *out, size_t length)
{
	return fseek(f, at, SEEK_SET) == 0 && fread(out, 1, length, f) == length;
}

/* `packed` bytes from where the file stands, to their end. */
static bool inflate_part(archive *a, size_t packed, part *p)
{
	z_stream z = { .next_in = NULL };
	int rc = Z_OK;

	if (inflateInit2(&z, -MAX_WBITS) != Z_OK)
		return false;
	while (rc == Z_OK && packed > 0) {
		size_t length = packed < BLOCK ? packed : BLOCK;

		if (fread(a->in, 1, length, a->file) != length)
			break;
		packed -= length;
		z.next_in = a->in;
		z.avail_in = (uInt)length;
		do {
			z.next_out = a->out;
			z.avail_out = BLOCK;
			rc = inflate(&z, Z_NO_FLUSH);
			take(p, a->out, BLOCK - z.avail_out);
		} while (rc == Z_OK && z.avail_out == 0);
	}
	inflateEnd(&z);
	return rc == Z_STREAM_END && packed == 0;
}

/* A part by its entry in the directory. */
static bool check_part(archive *a, const unsigned char *entry)
{
	part p = { .sums = &a->sums };
	unsigned char local[LOCAL_SIZE];
	long at = (long)number(entry + 42, 4);

	if (!read_at(a->file, at, local, LOCAL_SIZE) || memcmp(local, "PK\3\4", 4) != 0 ||
		number(entry + 10, 2) != DEFLATED)
		return false;
	at += LOCAL_SIZE + (long)number(local + 26, 2) + (long)number(local + 28, 2);
	return fseek(a->file, at, SEEK_SET) == 0 &&
	       inflate_part(a, number(entry + 20, 4), &p) && !p.is_wrong && !p.in_tag &&
	       p.depth == 0 && p.roots == 1;
}

static bool check_parts(archive *a)
{
	unsigned char end[END_SIZE], entry[ENTRY_SIZE];
	long at;

	if (fseek(a->file, -END_SIZE, SEEK_END) != 0 ||
		fread(end, 1, END_SIZE, a->file) != END_SIZE || memcmp(end, "PK\5\6", 4) != 0)
		return false;
	at = (long)number(end + 16, 4);
	for (uint32_t left = number(end + 10, 2); left > 0; left--) {
		if (!read_at(a->file, at, entry, ENTRY_SIZE) ||
			memcmp(entry, "PK\1\2", 4) != 0 || !check_part(a, entry))
			return false;
		at += ENTRY_SIZE + (long)number(entry + 28, 2) + (long)number(entry + 30, 2) +
		      (long)number(entry + 32, 2);
	}
	return true;
}

static bool adds_up(const sums *s, xlsx_written wrote)
{
	return s->texts == s->said && (wrote.is_counted ? s->cells == wrote.cells
							: s->named + wrote.repeated == s->uses);
}

relais_status xlsx_check(FILE *made, xlsx_written wrote, relais_error *err)
{
	archive *a = calloc(1, sizeof *a);
	bool is_whole;

	if (!a)
		return fail_memory(err);
	a->file = made;
	is_whole = check_parts(a) && adds_up(&a->sums, wrote);
	free(a);
	if (is_whole)
		return RELAIS_OK;
	return fail(err, RELAIS_E_IO,
		"the workbook is not whole: is there space left for temporary files?");
}
