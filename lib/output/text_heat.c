/* SPDX-License-Identifier: MIT
 * A field of cells in plain text: a line for each series, in each column the sign and its shade.
 */
#include "chart.h"
#include "people.h"
#include "text_chart.h"
#include "wrap.h"

enum { LEAST_NAME = 8 };

static int cell_width(const chart *c)
{
	int width = 2; /* a sign and its shade */

	for (size_t i = 0; i < c->points; i++)
		width = text_width(c->names[i]) > width ? text_width(c->names[i]) : width;
	return width + 1;
}

static int name_width(const chart *c, int width)
{
	int room = width - cell_width(c) * (int)c->points - 1, widest = 0;

	for (size_t s = 0; s < c->series_count; s++)
		widest = text_width(c->series[s].name) > widest ? text_width(c->series[s].name)
								: widest;
	room = room < LEAST_NAME ? LEAST_NAME : room;
	return widest < room ? widest : room;
}

static void add_cell(text *out, const chart_series *s, size_t point, int width)
{
	const char *sign = chart_label(s, point);

	text_add(out, " ");
	people_text(out, sign);
	text_add(out, heat_mark(s, point));
	wrap_blanks(out, width - 2 - text_width(sign));
}

void text_heat(text *out, const chart *c, int width)
{
	int cell = cell_width(c), name = name_width(c, width);

	wrap_blanks(out, name + 1);
	for (size_t i = 0; i < c->points; i++) {
		text_add(out, " ");
		people_text(out, c->names[i]);
		wrap_blanks(out, cell - 1 - text_width(c->names[i]));
	}
	wrap_end_line(out);
	for (size_t s = 0; s < c->series_count; s++) {
		text_name(out, c->series[s].name, name);
		text_add(out, " ");
		for (size_t i = 0; i < c->points; i++)
			add_cell(out, &c->series[s], i, cell);
		wrap_end_line(out);
	}
}
