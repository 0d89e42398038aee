/* SPDX-License-Identifier: MIT
 * Records of a delimited text. libcsv is the authority on quotes: it is fed one physical line
 * at a time, so that a record's line numbers are exact. Lines without a quote, nearly
 * all of them, are cut at the delimiters directly; a test holds both ways equal.
 *
 * A quoted field that is closed in the middle of its line and opened again at its end would
 * swallow the lines below, as in `"12" screen;5`: such a line is read as if it had no quotes.
 * Single quotes close on their line or are apostrophes.
 */
#include <stdlib.h>
#include <string.h>

#include <csv.h>

#include "../base/error.h"
#include "fields.h"
#include "inside.h"
#include "lines.h"

struct reader {
	source *source;
	lines *lines;
	char delimiter, quote;
	bool libcsv_only;
	bool skip_first; /* a sep= line */
	bool is_over;
	struct csv_parser parser;
	fields fields;
	unsigned long line, opened_on; /* of the record, of the field not closed yet */
	size_t record_bytes;
	bool row_ended, failed; /* told by the callbacks, which return nothing */
	bool stray; /* a quote in the midst of the quoted field being read */
	bool swallowed; /* the same, in one that goes on from the line before */
};

static void start_record(reader *r)
{
	fields_clear(&r->fields);
	r->line = lines_number(r->lines);
	r->record_bytes = 0;
	r->row_ended = r->stray = r->swallowed = false;
}

static size_t without_ending(const char *line, size_t length)
{
	while (length > 0 && (line[length - 1] == '\n' || line[length - 1] == '\r'))
		length--;
	return length;
}

static relais_status cut(reader *r, const char *line, size_t length, relais_error *err)
{
	length = without_ending(line, length);
	return fields_cut(&r->fields, line, length, r->delimiter) ? RELAIS_OK
								  : fail_memory(err);
}

/* ---- libcsv ---------------------------------------------------------------- */

static void on_field(void *field, size_t length, void *self)
{
	reader *r = self;

	r->failed = r->failed || !fields_add(&r->fields, field, length);
	r->stray = false;
}

static void on_row(int ending, void *self)
{
	reader *r = self;

	(void)ending;
	r->row_ended = true;
}

static place at_line(const reader *r, unsigned long line, const char *rule)
{
	return (place){ source_about(r->source)->name, line, 0, rule };
}

static relais_status never_closed(const reader *r, relais_error *err)
{
	return fail_at(err, RELAIS_E_DATA, at_line(r, r->opened_on, "open-quote"),
		"a quote opened on line %lu is never closed: close it, or write quotes that are "
		"part of the text twice",
		r->opened_on);
}

static relais_status badly_closed(const reader *r, relais_error *err)
{
	return fail_at(err, RELAIS_E_DATA, at_line(r, r->opened_on, "open-quote"),
		"a quote opened on line %lu is not closed before another on line %lu: close it, "
		"or write quotes that are part of the text twice",
		r->opened_on, lines_number(r->lines));
}

static relais_status record_too_long(const reader *r, relais_error *err)
{
	return fail_at(err, RELAIS_E_DATA, at_line(r, r->line, "record-too-long"),
		"the record that starts on line %lu is longer than 1 MiB: is a quote left open?",
		r->line);
}

/* Strict first, to be told of a quote where none should be; then on from there as it comes.
 * `going_on` is the number of the field that the line before left open. */
static relais_status feed(
	reader *r, const char *line, size_t length, size_t going_on, relais_error *err)
{
	size_t used;

	csv_set_opts(&r->parser, CSV_STRICT);
	used = csv_parse(&r->parser, line, length, on_field, on_row, r);
	while (used < length && csv_error(&r->parser) == CSV_EPARSE) {
		r->stray = r->parser.quoted != 0;
		r->swallowed = r->swallowed || (r->stray && r->fields.count == going_on);
		csv_set_opts(&r->parser, 0);
		used += csv_parse(&r->parser, line + used, 1, on_field, on_row, r);
		csv_set_opts(&r->parser, CSV_STRICT);
		used += csv_parse(&r->parser, line + used, length - used, on_field, on_row, r);
	}
	return used < length || r->failed ? fail_memory(err) : RELAIS_OK;
}

/* The line, and the end that the last one of a file may lack. */
static relais_status feed_line(reader *r, const char *line, size_t length, relais_error *err)
{
	size_t going_on = r->record_bytes > 0 ? r->fields.count : SIZE_MAX;
	relais_status rc;

	r->record_bytes += length;
	if (r->record_bytes > LINE_LIMIT)
		return record_too_long(r, err);
	rc = feed(r, line, length, going_on, err);
	if (rc == RELAIS_OK && !r->row_ended && without_ending(line, length) == length)
		rc = feed(r, "\n", 1, going_on, err);
	if (rc == RELAIS_OK && r->swallowed)
		return badly_closed(r, err);
	if (r->fields.count != going_on)
		r->opened_on = lines_number(r->lines);
	return rc;
}

static relais_status forget_record(reader *r, relais_error *err)
{
	if (csv_fini(&r->parser, NULL, NULL, NULL) != 0)
		return fail_memory(err);
	start_record(r);
	return RELAIS_OK;
}

/* The record that begins with this line, and the lines that its quotes reach. */
static relais_status parse(reader *r, const char *line, size_t length, relais_error *err)
{
	relais_status rc = feed_line(r, line, length, err);

	if (rc == RELAIS_OK && !r->row_ended && (r->stray || r->quote == '\'')) {
		rc = forget_record(r, err);
		return rc == RELAIS_OK ? cut(r, line, length, err) : rc;
	}
	while (rc == RELAIS_OK && !r->row_ended) {
		if (r->stray)
			return badly_closed(r, err);
		rc = lines_next(r->lines, &line, &length, err);
		if (rc == RELAIS_END)
			return never_closed(r, err);
		if (rc == RELAIS_OK)
			rc = feed_line(r, line, length, err);
	}
	if (rc == RELAIS_OK)
		fields_place(&r->fields);
	return rc;
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
	return memchr(line, r->quote, length) ? parse(r, line, length, err)
					      : cut(r, line, length, err);
}

/* A blank line, or one that holds a lone no-break space. */
static bool is_blank_record(const reader *r)
{
	const fields *f = &r->fields;

	return f->count == 0 || (f->count == 1 && f->lengths[0] == 0);
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
	*out = (record){ r->fields.count, r->fields.starts, r->fields.lengths, r->line,
		lines_number(r->lines) };
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
	r->quote = d->quote ? d->quote : '"';
	r->skip_first = d->has_sep_line;
	csv_init(&r->parser, CSV_STRICT);
	csv_set_delim(&r->parser, (unsigned char)d->delimiter);
	csv_set_quote(&r->parser, (unsigned char)r->quote);
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
	fields_free(&r->fields);
	free(r);
}
