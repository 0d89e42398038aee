/* SPDX-License-Identifier: MIT
 * Fields one by one, as libcsv gives them, or all at once from a line without quotes. The
 * second is where the time of a big file goes: one copy of the line, one memchr a field.
 */
#include <stdlib.h>
#include <string.h>

#include "../base/text.h"
#include "fields.h"

enum { FIRST_BYTES = 4096, FIRST_FIELDS = 64 };

void fields_clear(fields *f)
{
	f->count = f->length = 0;
}

void fields_free(fields *f)
{
	free(f->bytes);
	free(f->starts);
	free(f->lengths);
	*f = (fields){ 0 };
}

static bool reserve_bytes(fields *f, size_t more)
{
	size_t size = f->size ? f->size : FIRST_BYTES;
	char *bigger;

	if (f->size - f->length >= more)
		return true;
	while (size - f->length < more)
		size *= 2;
	bigger = realloc(f->bytes, size);
	if (!bigger)
		return false;
	f->bytes = bigger;
	f->size = size;
	return true;
}

static bool reserve_field(fields *f)
{
	size_t room = f->room ? f->room * 2 : FIRST_FIELDS;
	const char **starts;
	size_t *lengths;

	if (f->count < f->room)
		return true;
	starts = realloc(f->starts, room * sizeof *starts);
	if (!starts)
		return false;
	f->starts = starts;
	lengths = realloc(f->lengths, room * sizeof *lengths);
	if (!lengths)
		return false;
	f->lengths = lengths;
	f->room = room;
	return true;
}

static bool may_be_blank(char c)
{
	return (unsigned char)c <= ' ' || (unsigned char)c >= 0x80;
}

/* Nearly all fields begin and end with a digit or a letter: nothing to look for there. */
static const char *trim(const char *field, size_t *length)
{
	if (*length > 0 && (may_be_blank(field[0]) || may_be_blank(field[*length - 1])))
		return text_trim(field, *length, length);
	return field;
}

bool fields_add(fields *f, const char *field, size_t length)
{
	const char *start = trim(field, &length);

	if (!reserve_bytes(f, length + 1) || !reserve_field(f))
		return false;
	if (length > 0)
		memcpy(f->bytes + f->length, start, length);
	f->bytes[f->length + length] = '\0';
	f->length += length + 1;
	f->lengths[f->count++] = length;
	return true;
}

/* The buffer may have moved while fields were added. */
void fields_place(fields *f)
{
	const char *at = f->bytes;

	for (size_t i = 0; i < f->count; i++) {
		f->starts[i] = at;
		at += f->lengths[i] + 1;
	}
}

bool fields_cut(fields *f, const char *line, size_t length, char delimiter)
{
	char *at, *end, *stop;

	fields_clear(f);
	if (!reserve_bytes(f, length + 1))
		return false;
	memcpy(f->bytes, line, length);
	at = f->bytes;
	end = at + length;
	do {
		const char *field;
		size_t size;

		if (!reserve_field(f))
			return false;
		stop = memchr(at, delimiter, (size_t)(end - at));
		if (!stop)
			stop = end;
		size = (size_t)(stop - at);
		field = trim(at, &size);
		f->bytes[(size_t)(field - f->bytes) + size] = '\0';
		f->starts[f->count] = field;
		f->lengths[f->count++] = size;
		at = stop + 1;
	} while (stop < end);
	return true;
}
