/* SPDX-License-Identifier: MIT
 * Two years side by side in plain text: a line for each series, an arrow from the one value to the
 * other, level when they are a hundredth apart or less.
 */
#include <math.h>

#include "chart.h"
#include "people.h"
#include "text_chart.h"
#include "wrap.h"

enum { MOST_POINTS = 8, LEAST_NAME = 8, ARROW = 3 };

static const char *arrow_of(const chart_series *s)
{
	double move = s->values[1] - s->values[0];

	if (fabs(move) <= fabs(s->values[0]) / 100)
		return " → ";
	return move > 0 ? " ↗ " : " ↘ ";
}

static void add_right(text *out, const char *said, int width)
{
	wrap_blanks(out, width - text_width(said));
	people_text(out, said);
}

static void add_cells(text *out, const chart *c, size_t series, const int *widths)
{
	for (size_t i = 0; i < c->points && i < MOST_POINTS; i++) {
		if (i == 1)
			text_add(
				out, series == SIZE_MAX ? "   " : arrow_of(&c->series[series]));
		else
			text_add(out, "  ");
		add_right(out,
			series == SIZE_MAX ? c->names[i] : chart_label(&c->series[series], i),
			widths[i]);
	}
	text_add_char(out, '\n');
}

void text_slope(text *out, const chart *c, int width)
{
	int widths[MOST_POINTS] = { 0 }, name = 0, room = width - ARROW;

	for (size_t i = 0; i < c->points && i < MOST_POINTS; i++) {
		widths[i] = text_width(c->names[i]);
		for (size_t s = 0; s < c->series_count; s++)
			if (slope_has(c, s) &&
				text_width(chart_label(&c->series[s], i)) > widths[i])
				widths[i] = text_width(chart_label(&c->series[s], i));
		room -= widths[i] + (i == 1 ? 0 : 2);
	}
	for (size_t s = 0; s < c->series_count; s++)
		if (slope_has(c, s) && text_width(c->series[s].name) > name)
			name = text_width(c->series[s].name);
	room = room < LEAST_NAME ? LEAST_NAME : room;
	name = name < room ? name : room;
	wrap_blanks(out, name);
	add_cells(out, c, SIZE_MAX, widths);
	for (size_t s = 0; s < c->series_count; s++) {
		if (!slope_has(c, s))
			continue;
		text_name(out, c->series[s].name, name);
		add_cells(out, c, s, widths);
	}
}
