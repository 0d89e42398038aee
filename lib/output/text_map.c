/* SPDX-License-Identifier: MIT
 * A map of dots in plain text, in the proportions of letters that are twice as high as they are wide:
 * each sign near enough to its place, with its number where there is room.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "geo.h"
#include "people.h"
#include "sketch.h"
#include "wrap.h"

enum { MOST_COLUMNS = 72, MOST_ROWS = 26, EDGE = 4, HIGH = 2, NUMBER_ROOM = 8, MOST_AWAY = 2 };

typedef struct sheet {
	geo land;
	int columns, rows;
	const char **cells; /* what stands in each, NULL: nothing */
	char (*digits)[2]; /* a digit of a number for each cell */
} sheet;

static const char **cell(const sheet *s, int column, int row)
{
	if (column < 0 || row < 0 || column >= s->columns || row >= s->rows)
		return NULL;
	return &s->cells[row * s->columns + column];
}

static bool is_free(const sheet *s, int column, int row)
{
	const char **at = cell(s, column, row);

	return at && !*at;
}

/* The free cell that is nearest to where a dot belongs. */
static bool find_cell(const sheet *s, int *column, int *row)
{
	for (int away = 0; away <= MOST_AWAY; away++)
		for (int down = -away; down <= away; down++)
			for (int right = -away; right <= away; right++)
				if (is_free(s, *column + right, *row + down)) {
					*column += right;
					*row += down;
					return true;
				}
	return false;
}

static void put_digits(const sheet *s, const char *number, int column, int row)
{
	for (; *number; number++, column++) {
		char *digit = s->digits[row * s->columns + column];

		digit[0] = *number;
		digit[1] = '\0';
		*cell(s, column, row) = digit;
	}
}

/* Beside the sign when neither touches another: to the right, else to the left. */
static void put_number(const sheet *s, const char *number, int column, int row)
{
	int length = number ? (int)strlen(number) : 0;
	const int from[] = { column + 1, column - length };

	if (!length || length >= NUMBER_ROOM)
		return;
	for (size_t i = 0; i < 2; i++) {
		bool fits = true;

		for (int k = -1; k <= length && fits; k++)
			fits = from[i] + k == column || from[i] + k == s->columns ||
			       from[i] + k == -1 || is_free(s, from[i] + k, row);
		if (!fits || from[i] < 0 || from[i] + length > s->columns)
			continue;
		put_digits(s, number, from[i], row);
		return;
	}
}

/* Signs first, so that no number takes the place of one. */
static void fill(const sheet *s, const sketch *what)
{
	int *at = calloc(what->item_count * 2, sizeof *at);

	for (size_t i = 0; at && i < what->item_count; i++) {
		int *column = &at[2 * i], *row = &at[2 * i + 1];
		double x, y;

		geo_place(&s->land, &what->items[i], &x, &y);
		*column = EDGE + (int)lround(x);
		*row = (int)lround(y / HIGH);
		if (find_cell(s, column, row))
			*cell(s, *column, *row) = sketch_sign(what->items[i].mark);
		else
			*column = -1;
	}
	for (size_t i = 0; at && i < what->item_count; i++)
		if (at[2 * i] >= 0)
			put_number(s, what->items[i].name, at[2 * i], at[2 * i + 1]);
	free(at);
}

static void add_rule(text *out, const char *left, int columns, const char *right)
{
	text_add(out, left);
	for (int i = 0; i < columns; i++)
		text_add(out, "─");
	text_add(out, right);
	text_add_char(out, '\n');
}

static void add_cells(text *out, const sheet *s)
{
	add_rule(out, "┌", s->columns, "┐");
	for (int row = 0; row < s->rows; row++) {
		text_add(out, "│");
		for (int column = 0; column < s->columns; column++) {
			const char *said = *cell(s, column, row);

			text_add(out, said ? said : " ");
		}
		text_add(out, "│\n");
	}
	add_rule(out, "└", s->columns, "┘");
}

static void add_scale(text *out, const sheet *s)
{
	text said = { 0 };
	double units = geo_distance(&s->land, s->columns / 4.0, &said);

	text_add(out, "├");
	for (int i = 1; i < (int)lround(units); i++)
		text_add(out, "─");
	text_addf(out, "┤ %s, ↑ N\n", text_str(&said));
	text_free(&said);
}

void text_map(text *out, const sketch *what, int width)
{
	sheet s = { .columns = (width < MOST_COLUMNS ? width : MOST_COLUMNS) - 2 };
	text key = { 0 };
	size_t size;

	if (s.columns < 3 * EDGE)
		s.columns = 3 * EDGE;
	geo_fit(&s.land, what, s.columns - 2 * EDGE - 1, (MOST_ROWS - 1) * HIGH);
	s.rows = (int)lround(s.land.height / HIGH) + 1;
	size = (size_t)s.columns * (size_t)s.rows;
	s.cells = calloc(size, sizeof *s.cells);
	s.digits = calloc(size, sizeof *s.digits);
	if (s.cells && s.digits) {
		fill(&s, what);
		add_cells(out, &s);
		add_scale(out, &s);
		sketch_key(&key, what);
		if (key.length)
			wrap_text(out, text_str(&key), width, "", "");
	}
	out->failed |= !s.cells || !s.digits || key.failed;
	text_free(&key);
	free(s.digits);
	free(s.cells);
}
