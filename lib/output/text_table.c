/* SPDX-License-Identifier: MIT
 * A table of a document in plain text. Nothing is cut: what does not fit a column goes on below,
 * first in the titles of numbers, then in the widest text, down to the longest word.
 */
#include <stdlib.h>

#include "render.h"
#include "people.h"
#include "wrap.h"

enum { BETWEEN = 2 };

typedef struct column {
	int width, least;
	const char *rest; /* of the cell being written */
	text safe;
} column;

static void measure(column *c, const char *cell, bool is_number)
{
	int width, word;

	text_clear(&c->safe);
	people_text(&c->safe, cell);
	width = text_width(text_str(&c->safe));
	word = is_number ? width : wrap_widest_word(text_str(&c->safe));
	if (width > c->width)
		c->width = width;
	if (word > c->least)
		c->least = word;
}

/* The widest column that can still give; `count` when none can. */
static size_t widest(const column *columns, const block *b, bool of_numbers)
{
	size_t found = b->column_count;

	for (size_t i = 0; i < b->column_count; i++) {
		if (columns[i].width <= columns[i].least ||
			b->columns[i].is_number != of_numbers)
			continue;
		if (found == b->column_count || columns[i].width > columns[found].width)
			found = i;
	}
	return found;
}

/* Numbers give first: only their title is broken, and names stay on one line. */
static void fit(column *columns, const block *b, int width)
{
	int total = -BETWEEN;

	for (size_t i = 0; i < b->column_count; i++)
		total += columns[i].width + BETWEEN;
	for (; total > width; total--) {
		size_t i = widest(columns, b, true);

		if (i == b->column_count)
			i = widest(columns, b, false);
		if (i == b->column_count)
			return;
		columns[i].width--;
	}
}

static void add_piece(text *out, const block *b, column *columns, size_t i)
{
	const char *at = columns[i].rest;
	size_t length = 0;
	int blanks;

	if (at)
		columns[i].rest = wrap_line(at, columns[i].width, &length);
	blanks = columns[i].width - (at ? wrap_width(at, length) : 0);
	if (i)
		wrap_blanks(out, BETWEEN);
	if (b->columns[i].is_number)
		wrap_blanks(out, blanks);
	text_add_bytes(out, at ? at : "", length);
	if (!b->columns[i].is_number)
		wrap_blanks(out, blanks);
}

/* A row takes as many lines as its longest cell. */
static void add_row(text *out, const block *b, column *columns, const char *const *cells)
{
	bool has_more = true;

	for (size_t i = 0; i < b->column_count; i++) {
		text_clear(&columns[i].safe);
		people_text(&columns[i].safe, cells ? cells[i] : b->columns[i].title);
		columns[i].rest = text_str(&columns[i].safe);
	}
	while (has_more) {
		has_more = false;
		for (size_t i = 0; i < b->column_count; i++) {
			add_piece(out, b, columns, i);
			has_more |= columns[i].rest != NULL;
		}
		wrap_end_line(out);
	}
}

static void add_rule(text *out, const block *b, const column *columns)
{
	for (size_t i = 0; i < b->column_count; i++) {
		if (i)
			wrap_blanks(out, BETWEEN);
		for (int j = 0; j < columns[i].width; j++)
			text_add(out, "─");
	}
	text_add_char(out, '\n');
}

void text_table(text *out, const block *b, int width)
{
	column *columns = calloc(b->column_count + 1, sizeof *columns);

	if (!columns) {
		out->failed = true;
		return;
	}
	for (size_t i = 0; i < b->column_count; i++) {
		measure(&columns[i], b->columns[i].title, false);
		for (size_t r = 0; r < b->count; r++)
			measure(&columns[i], b->rows[r].cells[i], b->columns[i].is_number);
	}
	fit(columns, b, width);
	if (b->title) {
		wrap_text(out, b->title, width, "", "");
		text_add_char(out, '\n');
	}
	add_row(out, b, columns, NULL);
	add_rule(out, b, columns);
	for (size_t r = 0; r < b->count; r++) {
		if (b->rows[r].is_total)
			add_rule(out, b, columns);
		add_row(out, b, columns, b->rows[r].cells);
	}
	if (b->note)
		wrap_text(out, b->note, width, "", "");
	for (size_t i = 0; i < b->column_count; i++) {
		out->failed |= columns[i].safe.failed;
		text_free(&columns[i].safe);
	}
	free(columns);
}
