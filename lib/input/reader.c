/* SPDX-License-Identifier: MIT
 * Records of a delimited text. libcsv is the authority on quotes: it is fed one physical line
 * at a time, so that a record's line numbers are exact. Lines without a quote, nearly
 * all of them, are cut at the delimiters directly; a test holds both ways equal.
 *
 * A quoted field that is closed in the middle of its line and opened again at its end would
 * swallow the lines below, as in `"12" screen;5`: such a line is read as if it had no quotes.
 */
#include <stdlib.h>
#include <string.h>

#include <csv.h>

#include "../base/error.h"
#include "inside.h"
#include "lines.h"

struct reader {
	source *source;
	lines *lines;
	char delimiter;
	bool libcsv_only;
	bool skip_first; /* a sep= line */
	bool is_over;
	struct csv_parser parser;

	char *bytes; /* the fields of the record, each NUL-terminated */
	size_t length, size;
	size_t count, room;
	const char **fields;
	size_t *lengths;
	unsigned long line;

	bool row_ended, failed; /* told by the callbacks, which return nothing */
	size_t record_bytes;
};

/* ---- Room ------------------------------------------------------------------------- */

static bool reserve_bytes(reader *r, size_t more)
{
	size_t size = r->size ? r->size : 4096;
	char *bigger;

	if (r->size - r->length >= more)
		return true;
	while (size - r->length < more)
		size *= 2;
	bigger = realloc(r->bytes, size);
	if (!bigger)
		return false;
	r->bytes = bigger;
	r->size = size;
	return true;
}

static bool reserve_field(reader *r)
{
	size_t room = r->room ? r->room * 2 : 64;
	const char **fields;
	size_t *lengths;

	if (r->count < r->room)
		return true;
	fields = realloc(r->fields, room * sizeof *fields);
	if (!fields)
		return false;
	r->fields = fields;
	lengths = realloc(r->lengths, room * sizeof *lengths);
	if (!lengths)
		return false;
	r->lengths = lengths;
	r->room = room;
	return true;
}

static void start_record(reader *r)
{
	r->count = r->length = r->record_bytes = 0;
	r->row_ended = false;
	r->line = lines_number(r->lines);
}

/* ---- Fields ------------------------------------------------------------------------- */

static bool may_be_blank(char c)
{
	return (unsigned char)c <= ' ' || (unsigned char)c >= 0x80;
}

static const char *trim(const char *field, size_t *length)
{
	if (*length > 0 && (may_be_blank(field[0]) || may_be_blank(field[*length - 1])))
		return text_trim(field, *length, length);
	return field;
}

/* The buffer may move while a record grows: fields are found again from their lengths. */
static void on_field(void *field, size_t length, void *self)
{
	reader *r = self;
	const char *start = field;

	if (r->failed)
		return;
	start = length > 0 ? trim(start, &length) : start;
	if (!reserve_bytes(r, length + 1) || !reserve_field(r)) {
		r->failed = true;
		return;
	}
	if (length > 0)
		memcpy(r->bytes + r->length, start, length);
	r->bytes[r->length + length] = '\0';
	r->length += length + 1;
	r->lengths[r->count++] = length;
}

static void on_row(int ending, void *self)
{
	reader *r = self;

	(void)ending;
	r->row_ended = true;
}

static void place_fields(reader *r)
{
	const char *at = r->bytes;

	for (size_t i = 0; i < r->count; i++) {
		r->fields[i] = at;
		at += r->lengths[i] + 1;
	}
}

/* ---- Lines without a quote ------------------------------------------------------------ */

static size_t without_ending(const char *line, size_t length)
{
	while (length > 0 && (line[length - 1] == '\n' || line[length - 1] == '\r'))
		length--;
	return length;
}

static relais_status cut(reader *r, const char *line, size_t length, relais_error *err)
{
	char *at, *end, *stop;

	length = without_ending(line, length);
	if (!reserve_bytes(r, length + 1))
		return fail_memory(err);
	memcpy(r->bytes, line, length);
	at = r->bytes;
	end = at + length;
	do {
		const char *field;
		size_t size;

		if (!reserve_field(r))
			return fail_memory(err);
		stop = memchr(at, r->delimiter, (size_t)(end - at));
		if (!stop)
			stop = end;
		size = (size_t)(stop - at);
		field = trim(at, &size);
		r->bytes[(size_t)(field - r->bytes) + size] = '\0';
		r->fields[r->count] = field;
		r->lengths[r->count++] = size;
		at = stop + 1;
	} while (stop < end);
	return RELAIS_OK;
}

/* ---- Lines with quotes ------------------------------------------------------------------ */

static relais_status open_quote(const reader *r, relais_error *err)
{
	return fail_at(err, RELAIS_E_DATA,
		(place){ source_about(r->source)->name, r->line, 0, "open-quote" },
		"a quote opened on line %lu is not closed before line %lu: a quote inside a quoted "
		"field is written twice",
		r->line, lines_number(r->lines));
}

static relais_status record_too_long(const reader *r, relais_error *err)
{
	return fail_at(err, RELAIS_E_DATA,
		(place){ source_about(r->source)->name, r->line, 0, "record-too-long" },
		"the record that starts on line %lu is longer than 1 MiB: is a quote left open?",
		r->line);
}

/* Strict first, to be told of a quote where none should be; then on from there as it comes.
 * Sets `stray` when that was inside a quoted field. */
static relais_status feed(
	reader *r, const char *line, size_t length, bool *stray, relais_error *err)
{
	size_t used;

	csv_set_opts(&r->parser, CSV_STRICT);
	used = csv_parse(&r->parser, line, length, on_field, on_row, r);
	while (used < length && csv_error(&r->parser) == CSV_EPARSE) {
		*stray = *stray || r->parser.quoted;
		csv_set_opts(&r->parser, 0);
		used += csv_parse(&r->parser, line + used, 1, on_field, on_row, r);
		csv_set_opts(&r->parser, CSV_STRICT);
		used += csv_parse(&r->parser, line + used, length - used, on_field, on_row, r);
	}
	return used < length || r->failed ? fail_memory(err) : RELAIS_OK;
}

static relais_status forget_record(reader *r, relais_error *err)
{
	if (csv_fini(&r->parser, NULL, NULL, NULL) != 0)
		return fail_memory(err);
	start_record(r);
	return RELAIS_OK;
}

/* Feeds the line, then lines until the record is whole. */
static relais_status parse(reader *r, const char *line, size_t length, relais_error *err)
{
	bool stray = false, first = true;
	relais_status rc;

	for (;;) {
		r->record_bytes += length;
		if (r->record_bytes > LINE_LIMIT)
			return record_too_long(r, err);
		if ((rc = feed(r, line, length, &stray, err)) != RELAIS_OK)
			return rc;
		if (!r->row_ended && without_ending(line, length) == length &&
			(rc = feed(r, "\n", 1, &stray, err)) != RELAIS_OK)
			return rc;
		if (r->row_ended)
			break;
		if (stray && first) {
			rc = forget_record(r, err);
			return rc == RELAIS_OK ? cut(r, line, length, err) : rc;
		}
		if (stray)
			return open_quote(r, err);
		rc = lines_next(r->lines, &line, &length, err);
		if (rc != RELAIS_OK)
			return rc == RELAIS_END ? open_quote(r, err) : rc;
		first = false;
	}
	place_fields(r);
	return RELAIS_OK;
}

/* ---- Records ------------------------------------------------------------------------------ */

static bool is_blank_line(const reader *r, const char *line, size_t length)
{
	for (size_t i = 0; i < length; i++)
		if (!strchr(" \t\r\n", line[i]) || line[i] == r->delimiter)
			return false;
	return true;
}

static relais_status read_record(reader *r, relais_error *err)
{
	const char *line;
	size_t length;
	relais_status rc = lines_next(r->lines, &line, &length, err);

	if (rc == RELAIS_OK && r->skip_first) {
		r->skip_first = false;
		rc = lines_next(r->lines, &line, &length, err);
	}
	if (rc != RELAIS_OK)
		return rc;
	start_record(r);
	if (r->libcsv_only)
		return is_blank_line(r, line, length) ? RELAIS_OK : parse(r, line, length, err);
	return memchr(line, '"', length) ? parse(r, line, length, err)
					 : cut(r, line, length, err);
}

/* A blank line, or one that holds a lone no-break space. */
static bool is_blank_record(const reader *r)
{
	return r->count == 0 || (r->count == 1 && r->lengths[0] == 0);
}

relais_status reader_next(reader *r, record *out, relais_error *err)
{
	relais_status rc;

	if (r->is_over)
		return RELAIS_END;
	do {
		rc = read_record(r, err);
	} while (rc == RELAIS_OK && is_blank_record(r));
	if (rc != RELAIS_OK) {
		r->is_over = true;
		return rc;
	}
	*out = (record){ r->count, r->fields, r->lengths, r->line, lines_number(r->lines) };
	return RELAIS_OK;
}

relais_status reader_open(reader **out, source *s, const dialect *d, relais_error *err)
{
	reader *r = calloc(1, sizeof *r);
	relais_status rc;

	if (!r)
		return fail_memory(err);
	r->source = s;
	r->delimiter = d->delimiter;
	r->skip_first = d->has_sep_line;
	csv_init(&r->parser, CSV_STRICT);
	csv_set_delim(&r->parser, (unsigned char)d->delimiter);
	csv_set_blk_size(&r->parser, 4096);
	rc = lines_open(&r->lines, s, false, err);
	if (rc == RELAIS_OK)
		*out = r;
	else
		reader_close(r);
	return rc;
}

void reader_use_libcsv_only(reader *r)
{
	r->libcsv_only = true;
}

uint64_t reader_done(const reader *r)
{
	return lines_done(r->lines);
}

void reader_close(reader *r)
{
	if (!r)
		return;
	csv_free(&r->parser);
	lines_close(r->lines);
	free(r->bytes);
	free(r->fields);
	free(r->lengths);
	free(r);
}
