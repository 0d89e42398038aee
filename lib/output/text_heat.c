/* SPDX-License-Identifier: MIT
 * A field of cells in plain text: a line for each series, in each column the sign and its shade; on a
 * narrow page in parts, one below the other.
 */
#include <string.h>

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

static int name_width(const chart *c, int room)
{
	int widest = 0;

	for (size_t s = 0; s < c->series_count; s++)
		widest = text_width(c->series[s].name) > widest ? text_width(c->series[s].name)
								: widest;
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

/* Whether two names would be the same once their ends are cut: "Office de tourisme d…". */
static bool are_alike(const chart *c, int width)
{
	for (size_t s = 0; s < c->series_count; s++)
		for (size_t q = 0; q < s; q++) {
			const char *one = c->series[s].name, *other = c->series[q].name;
			size_t kept = text_fit(one, width - 1);

			if (one[kept] && strncmp(one, other, kept) == 0)
				return true;
		}
	return false;
}

/* Of names that begin alike the end is kept. */
static void add_name(text *out, const char *name, int width, bool by_end)
{
	const char *from = name;

	if (!by_end || text_width(name) <= width) {
		text_name(out, name, width);
		return;
	}
	while (text_width(from) > width - 1)
		do
			from++;
		while (((unsigned char)*from & 0xc0) == 0x80);
	text_add(out, "…");
	text_name(out, from, width - 1);
}

/* The points from..to-1 of every series. */
static void add_part(text *out, const chart *c, int width, size_t from, size_t to)
{
	int cell = cell_width(c), name = name_width(c, width - cell * (int)(to - from) - 1);
	bool by_end = are_alike(c, name);

	wrap_blanks(out, name + 1);
	for (size_t i = from; i < to; i++) {
		text_add(out, " ");
		people_text(out, c->names[i]);
		wrap_blanks(out, cell - 1 - text_width(c->names[i]));
	}
	wrap_end_line(out);
	for (size_t s = 0; s < c->series_count; s++) {
		add_name(out, c->series[s].name, name, by_end);
		text_add(out, " ");
		for (size_t i = from; i < to; i++)
			add_cell(out, &c->series[s], i, cell);
		wrap_end_line(out);
	}
}

void text_heat(text *out, const chart *c, int width)
{
	size_t room = (size_t)(width - LEAST_NAME - 1) / (size_t)cell_width(c), parts, most;

	room = room ? room : 1;
	parts = (c->points + room - 1) / room;
	most = (c->points + parts - 1) / parts;
	for (size_t from = 0; from < c->points; from += most) {
		text_add(out, from ? "\n" : "");
		add_part(
			out, c, width, from, from + most < c->points ? from + most : c->points);
	}
}
