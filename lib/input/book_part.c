/* SPDX-License-Identifier: MIT
 * One XML part of the ZIP, unpacked and parsed a piece at a time. What all parts together may
 * unpack to is bounded; a document type, which could define entities without end, is refused.
 */
#include <stdlib.h>

#include "../base/error.h"
#include "book.h"

enum { PART_CHUNK = 32 * 1024 };

typedef struct reading {
	book *book;
	const part_reader *reader;
	void *self;
} reading;

relais_status book_damaged(const book *b, const char *what, relais_error *err)
{
	return fail_at(err, RELAIS_E_DATA, (place){ b->source->name, 0, 0, "bad-archive" },
		"the workbook is damaged (%s): open it and save it again", what);
}

void book_stop(book *b, relais_status rc)
{
	b->rc = rc;
	b->is_enough = true;
	XML_StopParser(b->parser, XML_FALSE);
}

static const char *local_name(const char *name)
{
	const char *colon = strrchr(name, ':');

	return colon ? colon + 1 : name;
}

const char *book_attribute(const char **attributes, const char *name)
{
	for (; *attributes; attributes += 2)
		if (strcmp(local_name(attributes[0]), name) == 0)
			return attributes[1];
	return NULL;
}

void *book_grow(book *b, void *array, size_t count, size_t size)
{
	void *more = array;

	if (count < 16 ? count == 0 : (count & (count - 1)) == 0)
		more = reallocarray(array, count == 0 ? 16 : count * 2, size);
	if (!more)
		book_stop(b, fail_memory(b->err));
	return more;
}

static void on_start(void *self, const char *name, const char **attributes)
{
	reading *r = self;

	if (!r->book->is_enough)
		r->reader->start(r->self, local_name(name), attributes);
}

static void on_end(void *self, const char *name)
{
	reading *r = self;

	if (!r->book->is_enough)
		r->reader->end(r->self, local_name(name));
}

static void on_text(void *self, const char *bytes, int length)
{
	reading *r = self;

	if (!r->book->is_enough && r->reader->text)
		r->reader->text(r->self, bytes, (size_t)length);
}

static void on_doctype(void *self, const char *name, const char *system_id,
	const char *public_id, int has_internal)
{
	reading *r = self;

	(void)name, (void)system_id, (void)public_id, (void)has_internal;
	book_stop(r->book, book_damaged(r->book, "DOCTYPE", r->book->err));
}

static relais_status parse(
	book *b, zip_file_t *part, const char *path, char *chunk, relais_error *err)
{
	zip_int64_t got;

	do {
		got = zip_fread(part, chunk, PART_CHUNK);
		if (got < 0)
			return book_damaged(b, path, err);
		b->unzipped += (uint64_t)got;
		if (b->unzipped > b->source->limit)
			return source_too_large(b->source, err);
		if (XML_Parse(b->parser, chunk, (int)got, got == 0) == XML_STATUS_ERROR)
			return b->is_enough ? b->rc : book_damaged(b, path, err);
	} while (got > 0);
	return b->rc;
}

static relais_status read_open_part(
	book *b, zip_file_t *part, const char *path, reading *r, relais_error *err)
{
	char *chunk = malloc(PART_CHUNK);
	relais_status rc;

	b->parser = XML_ParserCreate(NULL);
	b->rc = RELAIS_OK;
	b->is_enough = false;
	b->err = err;
	if (chunk && b->parser) {
		XML_SetUserData(b->parser, r);
		XML_SetElementHandler(b->parser, on_start, on_end);
		XML_SetCharacterDataHandler(b->parser, on_text);
		XML_SetStartDoctypeDeclHandler(b->parser, on_doctype);
		rc = parse(b, part, path, chunk, err);
	} else {
		rc = fail_memory(err);
	}
	if (b->parser)
		XML_ParserFree(b->parser);
	b->parser = NULL;
	free(chunk);
	return rc;
}

relais_status book_read_part(
	book *b, const char *path, const part_reader *handler, void *self, relais_error *err)
{
	zip_file_t *part = zip_fopen(b->zip, path, ZIP_FL_NOCASE);
	reading r = { b, handler, self };
	relais_status rc;

	if (!part)
		return book_damaged(b, path, err);
	rc = read_open_part(b, part, path, &r, err);
	zip_fclose(part);
	return rc;
}
