/* SPDX-License-Identifier: MIT
 * A field of cells, a row for each series and a column for each point: a sign in every cell, and
 * behind it a shade, which three steps tell apart in grey too. What is refused or withheld is
 * hatched; a cell that is about nothing is not drawn.
 */
#include <math.h>

#include "chart.h"
#include "svg.h"

enum { WIDEST_NAME = 320, GAP = 8, TOP = 26, ROW = 24, WIDEST_CELL = 44, BETWEEN = 2 };

typedef struct field {
	const chart *c;
	double left, cell; /* where cells begin, and how wide one is */
} field;

static void lay_out(field *f)
{
	double name = 0;

	for (size_t s = 0; s < f->c->series_count; s++)
		name = fmax(name, svg_width_of(f->c->series[s].name));
	f->left = fmin(name, WIDEST_NAME) + 2 * GAP;
	f->cell = fmin(WIDEST_CELL, (SVG_WIDTH - f->left) / (double)f->c->points);
}

static void add_cell(text *out, const field *f, size_t series, size_t point)
{
	static const char *const shades[] = { "cell", "cell light", "cell half", "cell full" };
	const chart_series *s = &f->c->series[series];
	double x = f->left + f->cell * (double)point, y = TOP + ROW * (double)series;
	bool is_there = chart_has(s, point);
	int shade = is_there ? heat_shade(s->values[point]) : 0;

	if (is_there || chart_sign(s, point))
		svg_box(out, shades[shade], x, y, f->cell - BETWEEN, ROW - BETWEEN);
	if (chart_sign(s, point))
		svg_hatch(out, x, y, f->cell - BETWEEN, ROW - BETWEEN);
	svg_words(out, x + (f->cell - BETWEEN) / 2, y + (ROW - BETWEEN) / 2.0 + 4.5, SVG_MIDDLE,
		shade == HEAT_FULL     ? "on"
		: chart_sign(s, point) ? "halo"
				       : "name",
		chart_label(s, point));
}

void svg_heat(text *out, const chart *c, const char *title, int serial)
{
	field f = { .c = c };

	lay_out(&f);
	svg_open(out, TOP + ROW * (int)c->series_count, serial, title, c->description);
	for (size_t i = 0; i < c->points; i++)
		svg_words(out, f.left + f.cell * (double)i + (f.cell - BETWEEN) / 2, TOP - GAP,
			SVG_MIDDLE, "soft", c->names[i]);
	for (size_t s = 0; s < c->series_count; s++) {
		svg_cut_words(out, f.left - GAP, TOP + ROW * (double)s + ROW / 2.0 + 3.5,
			SVG_END, "name", c->series[s].name, WIDEST_NAME);
		for (size_t i = 0; i < c->points; i++)
			add_cell(out, &f, s, i);
	}
	svg_close(out);
}
