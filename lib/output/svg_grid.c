/* SPDX-License-Identifier: MIT
 * A grid of tiles: where a row and a column meet, the things that belong to both, each with its code,
 * its sign and its shade.
 */
#include <math.h>

#include "svg_sketch.h"

enum { NAMES = 134, GAP = 5, EDGE = 10, WIDE = 40, HIGH = 38 };

typedef struct grid {
	const sketch *s;
	double column, top; /* width of one; where the rows begin */
	size_t across; /* tiles beside each other in a cell */
} grid;

static size_t count_in(const sketch *s, size_t row, size_t column)
{
	size_t count = 0;

	for (size_t i = 0; i < s->item_count; i++)
		count += s->items[i].row == row && s->items[i].column == column;
	return count;
}

static double row_height(const grid *g, size_t row)
{
	size_t lines = 1;
	double words = svg_wrapped(NULL, 0, 0, SVG_START, "", g->s->rows[row], NAMES - EDGE);

	for (size_t c = 0; c < g->s->column_count; c++) {
		size_t needed = (count_in(g->s, row, c) + g->across - 1) / g->across;

		lines = needed > lines ? needed : lines;
	}
	return fmax((double)lines * (HIGH + GAP) - GAP, words * SVG_LINE) + 2 * EDGE;
}

static void add_tile(text *out, const sketch_item *item, double x, double y)
{
	bool is_full = item->mark == MARK_FULL;

	svg_item(out, "", item);
	svg_shade(out, item->mark, x, y, WIDE, HIGH);
	text_addf(out, "<g%s>\n", is_full ? " class=\"inverse\"" : "");
	svg_words(out, x + WIDE / 2.0, y + 16, SVG_MIDDLE, is_full ? "strong" : "halo strong",
		item->name);
	if (item->mark == MARK_HALF)
		svg_stroke(out, "clear", "", x + WIDE / 2.0 - 8, y + HIGH - 11,
			x + WIDE / 2.0 + 8, y + HIGH - 11);
	svg_sign(out, item->mark, x + WIDE / 2.0, y + HIGH - 11, 5);
	text_add(out, "</g>\n");
	svg_item_end(out);
}

static void add_cell(text *out, const grid *g, size_t row, size_t column, double y)
{
	size_t nth = 0;

	for (size_t i = 0; i < g->s->item_count; i++) {
		const sketch_item *item = &g->s->items[i];
		double x = NAMES + g->column * (double)column;

		if (item->row != row || item->column != column)
			continue;
		add_tile(out, item, x + (double)(nth % g->across) * (WIDE + GAP),
			y + EDGE + (double)(nth / g->across) * (HIGH + GAP));
		nth++;
	}
}

static void lay_out(grid *g)
{
	int lines = 1;
	double room;

	g->column = (double)(SVG_WIDTH - NAMES) / (double)g->s->column_count;
	room = g->column - EDGE;
	g->across = room < WIDE + GAP ? 1 : (size_t)((room + GAP) / (WIDE + GAP));
	for (size_t c = 0; c < g->s->column_count; c++) {
		int needed = svg_wrapped(NULL, 0, 0, SVG_START, "", g->s->columns[c], room);

		lines = needed > lines ? needed : lines;
	}
	g->top = lines * SVG_LINE + EDGE;
}

static double height_of(const grid *g)
{
	double height = g->top;

	for (size_t r = 0; r < g->s->row_count; r++)
		height += row_height(g, r);
	return height;
}

void svg_grid(text *out, const sketch *s, const char *title, int serial)
{
	grid g = { .s = s };
	double y, bottom;

	lay_out(&g);
	bottom = height_of(&g);
	svg_open(out, (int)(bottom + EDGE + svg_marks_key(NULL, s, 0, 0) + EDGE), serial, title,
		s->description);
	svg_wrapped(out, 0, SVG_LINE - 4, SVG_START, "soft", s->row_title, NAMES - EDGE);
	for (size_t c = 0; c < s->column_count; c++)
		svg_wrapped(out, NAMES + g.column * (double)c, SVG_LINE - 4, SVG_START, "name",
			s->columns[c], g.column - EDGE);
	y = g.top;
	for (size_t r = 0; r < s->row_count; r++) {
		double height = row_height(&g, r);

		svg_stroke(out, "grid", "", 0, y, SVG_WIDTH, y);
		svg_wrapped(out, 0, y + EDGE + SVG_LINE - 4, SVG_START, "soft", s->rows[r],
			NAMES - EDGE);
		for (size_t c = 0; c < s->column_count; c++)
			add_cell(out, &g, r, c, y);
		y += height;
	}
	svg_stroke(out, "grid", "", 0, y, SVG_WIDTH, y);
	svg_marks_key(out, s, 0, bottom + EDGE + SVG_LINE - 4);
	svg_close(out);
}
