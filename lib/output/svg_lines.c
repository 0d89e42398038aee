/* SPDX-License-Identifier: MIT
 * A line chart: the current year solid with dots, its first and last values said; the year before
 * dashed and grey; a gap where nobody knows. The axis starts at zero. Lines are named at their
 * end, or on a line above when the names are long.
 */
#include "escape.h"
#include "chart.h"
#include "svg.h"

enum { HEIGHT = 250, TOP = 24, BELOW = 34, EDGE = 12, LONGEST_NAME = 120, APART = 16 };

typedef struct plot {
	const chart *c;
	axis scale;
	double left, right, top, bottom;
	bool names_at_end;
} plot;

static double across(const plot *p, size_t point)
{
	size_t last = p->c->points > 1 ? p->c->points - 1 : 1;

	return p->left + (p->right - p->left) * (double)point / (double)last;
}

static double up(const plot *p, double value)
{
	double share = (value - p->scale.low) / (p->scale.high - p->scale.low);

	return p->bottom - (p->bottom - p->top) * share;
}

static const char *tick_text(const plot *p, int tick, relais_lang lang, char shown[64])
{
	number_format(p->scale.ticks[tick], p->scale.places, lang, false, shown);
	return shown;
}

static void add_axis(text *out, const plot *p, relais_lang lang)
{
	char shown[64];

	for (int i = 0; i < p->scale.count; i++) {
		double y = up(p, p->scale.values[i]);
		bool is_zero = p->scale.ticks[i].units == 0;

		svg_stroke(out, is_zero ? "zero" : "grid", "", p->left - EDGE / 2, y,
			p->right + EDGE / 2, y);
		svg_words(out, p->left - EDGE, y + 4.5, SVG_END, "soft",
			tick_text(p, i, lang, shown));
	}
}

/* Every k-th name, so that they do not touch; the last one always. */
static void add_names(text *out, const plot *p)
{
	double widest = 0, room = (across(p, 1) - across(p, 0));
	size_t step = 1;

	for (size_t i = 0; i < p->c->points; i++)
		if (svg_width_of(p->c->names[i]) > widest)
			widest = svg_width_of(p->c->names[i]);
	while (step < p->c->points && (double)step * room < widest + 4)
		step++;
	for (size_t i = 0; i < p->c->points; i++) {
		if ((p->c->points - 1 - i) % step)
			continue;
		svg_stroke(
			out, "grid", "", across(p, i), p->bottom, across(p, i), p->bottom + 5);
		svg_words(
			out, across(p, i), p->bottom + 21, SVG_MIDDLE, "soft", p->c->names[i]);
	}
}

static void add_path(text *out, const plot *p, size_t series)
{
	const chart_series *s = &p->c->series[series];
	bool is_drawing = false;

	text_addf(out, "<path class=\"line %s\" d=\"", svg_looks(p->c, series));
	for (size_t i = 0; i < p->c->points; i++) {
		if (!chart_has(s, i)) {
			is_drawing = false;
			continue;
		}
		text_add_char(out, is_drawing ? 'L' : 'M');
		svg_number(out, across(p, i));
		text_add_char(out, ' ');
		svg_number(out, up(p, s->values[i]));
		is_drawing = true;
	}
	text_add(out, "\"/>\n");
}

/* A point between two gaps has no line: it shows as a dot even in a line without dots. */
static bool stands_alone(const chart_series *s, size_t i, size_t points)
{
	return chart_has(s, i) && (i == 0 || !chart_has(s, i - 1)) &&
	       (i + 1 == points || !chart_has(s, i + 1));
}

static void add_dots(text *out, const plot *p, size_t series)
{
	const chart_series *s = &p->c->series[series];

	for (size_t i = 0; i < p->c->points; i++) {
		if (!chart_has(s, i))
			continue;
		if (s->is_reference && !stands_alone(s, i, p->c->points))
			continue;
		text_addf(out, "<circle class=\"dot %s\" cx=\"", svg_looks(p->c, series));
		svg_number(out, across(p, i));
		text_add(out, "\" cy=\"");
		svg_number(out, up(p, s->values[i]));
		text_addf(out, "\" r=\"%s\"><title>", s->is_reference ? "2.5" : "4");
		html_text(out, p->c->names[i]);
		text_add(out, " – ");
		html_text(out, chart_label(s, i));
		text_add(out, "</title></circle>\n");
	}
}

static bool ends_of(const chart_series *s, size_t points, size_t *first, size_t *last)
{
	bool found = false;

	*first = *last = 0;
	for (size_t i = 0; i < points; i++) {
		if (!chart_has(s, i))
			continue;
		if (!found)
			*first = i;
		*last = i;
		found = true;
	}
	return found;
}

static void add_end_values(text *out, const plot *p, size_t series)
{
	const chart_series *s = &p->c->series[series];
	size_t first, last;

	if (s->is_reference || !ends_of(s, p->c->points, &first, &last))
		return;
	svg_words(out, across(p, last), up(p, s->values[last]) - 10, SVG_MIDDLE, "halo strong",
		chart_label(s, last));
	if (first != last)
		svg_words(out, across(p, first), up(p, s->values[first]) - 10,
			first ? SVG_MIDDLE : SVG_START, "halo strong", chart_label(s, first));
}

/* Names beside the last points, pushed apart when two lines end at the same height. */
static void add_end_names(text *out, const plot *p)
{
	double taken = -2.0 * HEIGHT;

	for (size_t i = 0; i < p->c->series_count; i++) {
		const chart_series *s = &p->c->series[i];
		size_t first, last;
		double y;

		if (!ends_of(s, p->c->points, &first, &last))
			continue;
		y = up(p, s->values[last]) + 4.5;
		if (y - taken < APART && y - taken > -APART)
			y = taken + (y < taken ? -APART : APART);
		if (y > p->bottom)
			y = taken - APART;
		svg_words(out, p->right + EDGE, y, SVG_START,
			s->is_reference ? "soft" : "strong", s->name);
		taken = y;
	}
}

static void lay_out(plot *p, relais_lang lang)
{
	double low, high, widest = 0, name = 0;
	char shown[64];

	chart_range(p->c, &low, &high);
	axis_make(&p->scale, low, high);
	for (int i = 0; i < p->scale.count; i++)
		if (svg_width_of(tick_text(p, i, lang, shown)) > widest)
			widest = svg_width_of(shown);
	for (size_t i = 0; i < p->c->series_count; i++)
		if (svg_width_of(p->c->series[i].name) > name)
			name = svg_width_of(p->c->series[i].name);
	p->names_at_end =
		p->c->series_count > 1 && p->c->series_count < 4 && name <= LONGEST_NAME;
	p->left = widest + 2 * EDGE;
	p->right = SVG_WIDTH - 3 * EDGE - (p->names_at_end ? name : 0);
	p->top = TOP + (p->c->series_count > 1 && !p->names_at_end ? SVG_LINE + EDGE : 0);
	p->bottom = p->top + HEIGHT;
}

void svg_lines(text *out, const chart *c, const char *title, int serial, relais_lang lang)
{
	plot p = { .c = c };

	lay_out(&p, lang);
	svg_open(out, (int)p.bottom + BELOW, serial, title, c->description);
	if (!p.names_at_end)
		svg_key(out, c, p.left, EDGE + 2);
	add_axis(out, &p, lang);
	add_names(out, &p);
	for (size_t i = c->series_count; i-- > 0;) {
		add_path(out, &p, i);
		add_dots(out, &p, i);
	}
	for (size_t i = 0; i < c->series_count; i++)
		add_end_values(out, &p, i);
	if (p.names_at_end)
		add_end_names(out, &p);
	svg_close(out);
}
