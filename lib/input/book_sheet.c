/* SPDX-License-Identifier: MIT
 * One sheet into the grid, row n on line n. A formula is the value last computed; an error
 * stays as it reads, for the importer to refuse; merged cells have their value in the first.
 */
#include <stdlib.h>

#include "../base/error.h"
#include "book.h"
#include "lines.h"

enum { LAST_ROW = 1048576 };

typedef struct sheet_reading {
	book *book;
	grid *grid; /* NULL: only looking for a cell */
	unsigned long row, last_row; /* last_row: written */
	size_t column, next_column; /* from 0 */
	size_t in_row;
	char type[12];
	looks as;
	bool in_value, in_sounds, has_cells;
	text said, cell;
} sheet_reading;

static void damaged(sheet_reading *r, const char *what)
{
	book_stop(r->book, book_damaged(r->book, what, r->book->err));
}

static void start_row(sheet_reading *r, const char **attributes)
{
	const char *number = book_attribute(attributes, "r");
	unsigned long row = number ? strtoul(number, NULL, 10) : r->row + 1;

	r->next_column = 0;
	r->in_row = 0;
	if (row <= r->row || row > LAST_ROW)
		damaged(r, "row");
	else
		r->row = row;
}

/* B of B12 is 1; GRID_COLUMNS when it is none. */
static size_t column_of(const char *reference)
{
	size_t column = 0;

	for (; *reference >= 'A' && *reference <= 'Z' && column <= GRID_COLUMNS; reference++)
		column = column * 26 + (size_t)(*reference - 'A' + 1);
	return column == 0 || column > GRID_COLUMNS ? GRID_COLUMNS : column - 1;
}

static void start_cell(sheet_reading *r, const char **attributes)
{
	const char *reference = book_attribute(attributes, "r");
	const char *type = book_attribute(attributes, "t");
	const char *style = book_attribute(attributes, "s");
	size_t at = style ? (size_t)strtoul(style, NULL, 10) : 0;

	r->column = reference ? column_of(reference) : r->next_column;
	r->next_column = r->column + 1;
	r->as = at < r->book->looks_count ? r->book->looks[at] : LOOKS_PLAIN;
	snprintf(r->type, sizeof r->type, "%s", type ? type : "n");
	text_clear(&r->said);
	if (r->column >= GRID_COLUMNS || r->row == 0)
		damaged(r, "column");
}

static void sheet_start(void *self, const char *name, const char **attributes)
{
	sheet_reading *r = self;

	if (strcmp(name, "row") == 0)
		start_row(r, attributes);
	else if (strcmp(name, "c") == 0)
		start_cell(r, attributes);
	else if (strcmp(name, "rPh") == 0)
		r->in_sounds = true;
	else if (strcmp(name, "v") == 0 || strcmp(name, "t") == 0)
		r->in_value = !r->in_sounds;
}

static void sheet_text(void *self, const char *bytes, size_t length)
{
	sheet_reading *r = self;

	if (!r->in_value)
		return;
	/* a line of a text is no longer, and this is in memory */
	if (r->said.length + length > LINE_LIMIT)
		book_stop(r->book,
			fail_at(r->book->err, RELAIS_E_DATA,
				(place){ r->book->source->name, 0, 0, "too-large" },
				"a cell of the workbook is longer than 1 MiB: is this a table?"));
	else
		text_add_bytes(&r->said, bytes, length);
}

static void shared_text(sheet_reading *r)
{
	const book *b = r->book;
	char *end;
	size_t at = (size_t)strtoul(text_str(&r->said), &end, 10);
	size_t stop;

	if (end == text_str(&r->said) || at >= b->text_count) {
		damaged(r, "text");
		return;
	}
	stop = at + 1 < b->text_count ? b->starts[at + 1] : b->texts.length;
	text_add_bytes(&r->cell, text_str(&b->texts) + b->starts[at], stop - b->starts[at]);
}

static void make_cell(sheet_reading *r)
{
	const char *said = text_str(&r->said);

	text_clear(&r->cell);
	if (strcmp(r->type, "s") == 0)
		shared_text(r);
	else if (strcmp(r->type, "b") == 0)
		text_add(&r->cell, strcmp(said, "1") == 0 ? "true" : "false");
	else if (strcmp(r->type, "n") != 0 ||
		 !book_number(&r->cell, said, r->said.length, r->as, r->book->from_1904))
		text_add_bytes(&r->cell, said, r->said.length);
}

static bool is_blank(const text *t)
{
	size_t length;

	text_trim(text_str(t), t->length, &length);
	return length == 0;
}

static void end_cell(sheet_reading *r)
{
	if (r->said.length == 0)
		return;
	make_cell(r);
	if (r->book->is_enough || is_blank(&r->cell))
		return;
	r->has_cells = true;
	r->in_row++;
	if (r->said.failed || r->cell.failed)
		book_stop(r->book, fail_memory(r->book->err));
	else if (!r->grid)
		book_stop(r->book, RELAIS_OK);
	else if (!grid_put(r->grid, r->column, text_str(&r->cell), r->cell.length))
		damaged(r, "column");
}

static void end_row(sheet_reading *r)
{
	relais_status rc;

	if (r->in_row == 0 || !r->grid)
		return;
	rc = grid_end_row(r->grid, r->row, r->book->err);
	if (rc != RELAIS_OK)
		book_stop(r->book, rc);
}

static void sheet_end(void *self, const char *name)
{
	sheet_reading *r = self;

	if (strcmp(name, "row") == 0)
		end_row(r);
	else if (strcmp(name, "c") == 0)
		end_cell(r);
	else if (strcmp(name, "rPh") == 0)
		r->in_sounds = false;
	else if (strcmp(name, "v") == 0 || strcmp(name, "t") == 0)
		r->in_value = false;
}

relais_status book_read_sheet(
	book *b, const sheet *s, grid *g, bool *has_cells, relais_error *err)
{
	static const part_reader handler = { sheet_start, sheet_end, sheet_text };
	sheet_reading r = { .book = b, .grid = g };
	relais_status rc;

	*has_cells = false;
	if (!s->path)
		return book_damaged(b, s->name, err);
	rc = book_read_part(b, s->path, &handler, &r, err);
	*has_cells = r.has_cells;
	text_free(&r.said);
	text_free(&r.cell);
	return rc;
}
