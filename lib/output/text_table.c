/* SPDX-License-Identifier: MIT
 * A table of a document in plain text. Nothing is cut: what does not fit a column goes on below,
 * first in the titles of numbers, then in the widest text, down to the longest word. What is still
 * wider than the page is told in parts, one below the other, that begin with the same names.
 */
#include <stdlib.h>
#include <string.h>

#include "render.h"
#include "people.h"
#include "wrap.h"

enum { BETWEEN = 2, COMFORT = 14 };

typedef struct column {
	int width, least, word;
	bool is_number;
	const char *rest; /* of the cell being written */
	text safe;
} column;

/* Columns of the table, side by side. */
typedef struct part {
	const block *b;
	column *columns; /* of the table */
	size_t *of; /* which of them */
	size_t count;
	int between_numbers;
} part;

static int larger(int a, int b)
{
	return a > b ? a : b;
}

static void measure(column *c, const char *cell, bool is_number)
{
	int width;

	text_clear(&c->safe);
	people_text(&c->safe, cell);
	width = text_width(text_str(&c->safe));
	c->width = larger(c->width, width);
	c->word = larger(c->word, is_number ? width : wrap_widest_word(text_str(&c->safe)));
	c->least = larger(c->least, is_number ? width : wrap_widest_part(text_str(&c->safe)));
}

static void measure_all(column *columns, const block *b)
{
	for (size_t i = 0; i < b->column_count; i++) {
		columns[i].is_number = b->columns[i].is_number;
		measure(&columns[i], b->columns[i].title, false);
		for (size_t r = 0; r < b->count; r++)
			measure(&columns[i], b->rows[r].cells[i], columns[i].is_number);
	}
}

/* The room before a column. Numbers, which end where their column ends, can stand closer. */
static int blanks_before(const part *p, size_t i)
{
	if (i == 0)
		return 0;
	return p->columns[p->of[i - 1]].is_number && p->columns[p->of[i]].is_number
		       ? p->between_numbers
		       : BETWEEN;
}

static int full_of(const column *c)
{
	return c->width;
}

static int least_of(const column *c)
{
	return c->least;
}

/* Rather than words one below the other, parts. */
static int room_of(const column *c)
{
	int comfort = c->width < COMFORT ? c->width : COMFORT;

	return c->is_number || c->least > comfort ? c->least : comfort;
}

static int total_width(const part *p, int (*width_of)(const column *c))
{
	int total = 0;

	for (size_t i = 0; i < p->count; i++)
		total += blanks_before(p, i) + width_of(&p->columns[p->of[i]]);
	return total;
}

/* The widest column that can still give; NULL when none can. */
static column *widest(const part *p, bool of_numbers)
{
	column *found = NULL;

	for (size_t i = 0; i < p->count; i++) {
		column *c = &p->columns[p->of[i]];

		if (c->width > c->least && c->is_number == of_numbers &&
			(!found || c->width > found->width))
			found = c;
	}
	return found;
}

/* Numbers give first: only their title is broken, and names stay on one line. */
static void fit(part *p, int width)
{
	p->between_numbers = BETWEEN;
	if (total_width(p, least_of) > width)
		p->between_numbers = 1;
	for (int total = total_width(p, full_of); total > width; total--) {
		column *c = widest(p, true);

		if (!c)
			c = widest(p, false);
		if (!c)
			return;
		c->width--;
	}
}

static void add_piece(text *out, const part *p, size_t i)
{
	column *c = &p->columns[p->of[i]];
	const char *at = c->rest;
	size_t length = 0;
	int blanks;

	if (at)
		c->rest = (c->width < c->word ? wrap_narrow_line : wrap_line)(
			at, c->width, &length);
	blanks = c->width - (at ? wrap_width(at, length) : 0);
	wrap_blanks(out, blanks_before(p, i) + (c->is_number ? blanks : 0));
	text_add_bytes(out, at ? at : "", length);
	if (!c->is_number)
		wrap_blanks(out, blanks);
}

/* A row takes as many lines as its longest cell. */
static void add_row(text *out, const part *p, const char *const *cells)
{
	bool has_more = true;

	for (size_t i = 0; i < p->count; i++) {
		column *c = &p->columns[p->of[i]];

		text_clear(&c->safe);
		people_text(&c->safe, cells ? cells[p->of[i]] : p->b->columns[p->of[i]].title);
		c->rest = text_str(&c->safe);
	}
	while (has_more) {
		has_more = false;
		for (size_t i = 0; i < p->count; i++) {
			add_piece(out, p, i);
			has_more |= p->columns[p->of[i]].rest != NULL;
		}
		wrap_end_line(out);
	}
}

static void add_rule(text *out, const part *p)
{
	for (size_t i = 0; i < p->count; i++) {
		wrap_blanks(out, blanks_before(p, i));
		for (int j = 0; j < p->columns[p->of[i]].width; j++)
			text_add(out, "─");
	}
	text_add_char(out, '\n');
}

static void add_part(text *out, const part *p)
{
	add_row(out, p, NULL);
	add_rule(out, p);
	for (size_t r = 0; r < p->b->count; r++) {
		if (p->b->rows[r].is_total)
			add_rule(out, p);
		add_row(out, p, p->b->rows[r].cells);
	}
}

/* Whether two rows begin with the same cell: then parts begin with the next column too. */
static bool has_twins(const block *b)
{
	for (size_t r = 1; r < b->count; r++)
		for (size_t q = 0; q < r; q++) {
			const char *one = b->rows[r].cells[0], *other = b->rows[q].cells[0];

			if (one && other && strcmp(one, other) == 0)
				return true;
		}
	return false;
}

/* Columns from `*next` on, as many as fit behind the names; one at least. */
static void take_columns(part *p, size_t names, size_t *next, int width)
{
	size_t began = *next;

	for (p->count = 0; p->count < names; p->count++)
		p->of[p->count] = p->count;
	for (; *next < p->b->column_count; ++*next) {
		p->of[p->count++] = *next;
		if (*next == began || total_width(p, room_of) <= width)
			continue;
		p->count--;
		return;
	}
}

static void take_all(part *p)
{
	for (p->count = 0; p->count < p->b->column_count; p->count++)
		p->of[p->count] = p->count;
}

static void add_parts(text *out, part *p, int width)
{
	size_t next = 0, names = 0;

	while (next < p->b->column_count) {
		text_add(out, next ? "\n" : "");
		measure_all(p->columns, p->b);
		p->between_numbers = 1;
		take_columns(p, names, &next, width);
		fit(p, width);
		add_part(out, p);
		names = next < 2 ? 1 : names ? names : has_twins(p->b) ? 2 : 1;
	}
}

/* As a whole when it can be as narrow as the page and still be read. */
static void add_table(text *out, part *p, int width)
{
	measure_all(p->columns, p->b);
	take_all(p);
	p->between_numbers = 1;
	if (total_width(p, room_of) > width) {
		add_parts(out, p, width);
		return;
	}
	fit(p, width);
	add_part(out, p);
}

void text_table(text *out, const block *b, int width)
{
	column *columns = calloc(b->column_count + 1, sizeof *columns);
	size_t *of = calloc(b->column_count + 1, sizeof *of);
	part whole = { .b = b, .columns = columns, .of = of };

	if (columns && of) {
		if (b->title) {
			wrap_text(out, b->title, width, "", "");
			text_add_char(out, '\n');
		}
		add_table(out, &whole, width);
		if (b->note)
			wrap_text(out, b->note, width, "", "");
	}
	out->failed |= !columns || !of;
	for (size_t i = 0; columns && i < b->column_count; i++) {
		out->failed |= columns[i].safe.failed;
		text_free(&columns[i].safe);
	}
	free(columns);
	free(of);
}
