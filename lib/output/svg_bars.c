/* SPDX-License-Identifier: MIT
 * Bars from zero, one line per name, each with its value beside: no axis to read, and behind the
 * first what is only said, such as a change. The year before is a thin, light bar below, or nothing.
 * Where nobody knows there is a dash and no bar, where it is withheld its sign and a hatched stub,
 * always as long.
 */
#include <math.h>

#include "chart.h"
#include "escape.h"
#include "svg.h"

enum { WIDEST_NAME = 250, GAP = 8, BAR = 16, THIN = 9, ROW = 12, STUB = 26 };

typedef struct bars {
	const chart *c;
	double left, right; /* where lengths are drawn */
	double low, high;
	double zero;
} bars;

static double across(const bars *b, double value)
{
	return b->left + (b->right - b->left) * (value - b->low) / (b->high - b->low);
}

static double thickness(const chart_series *s)
{
	return !s->values ? -2 : s->is_reference ? THIN : BAR;
}

static double row_height(const chart *c)
{
	double height = ROW;

	for (size_t i = 0; i < c->series_count; i++)
		height += thickness(&c->series[i]) + 2;
	return height;
}

/* "12 345  +4,2 %": the value of a bar, and behind the first what is said of its point. */
static void add_value(text *out, const bars *b, size_t series, size_t point, double x, double y)
{
	const chart_series *s = &b->c->series[series];
	bool is_left = chart_has(s, point) && s->values[point] < 0;

	text_addf(out, "<text class=\"%s\" x=\"", s->is_reference ? "soft small" : "strong");
	svg_number(out, is_left ? x - GAP : x + GAP);
	text_add(out, "\" y=\"");
	svg_number(out, y);
	text_addf(out, "\" text-anchor=\"%s\">", is_left ? "end" : "start");
	html_text(out, chart_label(s, point));
	for (size_t i = 0; series == 0 && i < b->c->series_count; i++)
		if (!b->c->series[i].values && chart_says(&b->c->series[i], point)) {
			text_addf(out, "<tspan class=\"change\" dx=\"%d\">", GAP);
			html_text(out, chart_label(&b->c->series[i], point));
			text_add(out, "</tspan>");
		}
	text_add(out, "</text>\n");
}

static void add_bar(text *out, const bars *b, size_t series, size_t point, double y)
{
	const chart_series *s = &b->c->series[series];
	double end = b->zero, high = thickness(s);

	if (chart_has(s, point)) {
		end = across(b, s->values[point]);
		svg_bar(out, svg_looks(b->c, series), fmin(end, b->zero), y,
			fabs(end - b->zero), high);
	} else if (chart_sign(s, point)) {
		svg_hatch(out, end, y, STUB, high);
		end += STUB;
	} else if (s->is_reference) {
		return;
	}
	add_value(out, b, series, point, end, y + high / 2 + 4.5);
}

/* What stands behind the bars of a point, at its widest. */
static double value_width(const chart *c, size_t point)
{
	double first = 0, said = 0, widest = 0;

	for (size_t s = 0; s < c->series_count; s++) {
		double width = svg_width_of(chart_label(&c->series[s], point));

		if (!c->series[s].values)
			said += width + GAP;
		else if (s == 0)
			first = width;
		else
			widest = fmax(widest, width);
	}
	return fmax(widest, first + said);
}

static void lay_out(bars *b)
{
	double name = 0, label = 0;

	chart_range(b->c, &b->low, &b->high);
	if (b->low >= b->high)
		b->high = 1;
	for (size_t i = 0; i < b->c->points; i++) {
		name = fmax(name, svg_width_of(b->c->names[i]));
		label = fmax(label, value_width(b->c, i));
	}
	b->left = fmin(name, WIDEST_NAME) + 2 * GAP + (b->low < 0 ? 60 : 0);
	b->right = SVG_WIDTH - label - 2 * GAP;
	b->zero = across(b, 0);
}

void svg_bars(text *out, const chart *c, const char *title, int serial)
{
	bars b = { .c = c };
	double row = row_height(c);
	double top = c->series_count > 1 ? SVG_LINE + 2 * GAP : GAP;
	double bottom = top + row * (double)c->points;

	lay_out(&b);
	svg_open(out, (int)bottom + GAP, serial, title, c->description);
	svg_key(out, c, fmax(0, fmin(b.left, SVG_WIDTH - svg_key_width(c) - GAP)),
		SVG_LINE - 4);
	for (size_t i = 0; i < c->points; i++) {
		double y = top + row * (double)i + ROW / 2;

		svg_cut_words(out, b.left - GAP - (b.low < 0 ? 60 : 0), y + BAR / 2 + 4.5,
			SVG_END, "name", c->names[i], WIDEST_NAME);
		for (size_t s = 0; s < c->series_count; s++) {
			if (!c->series[s].values)
				continue;
			add_bar(out, &b, s, i, y);
			y += thickness(&c->series[s]) + 2;
		}
	}
	svg_stroke(out, "zero", "", b.zero, top, b.zero, bottom);
	svg_close(out);
}
