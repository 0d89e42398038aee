/* SPDX-License-Identifier: MIT
 * Bars from zero, one line per name, each with its value beside: no axis to read. The year
 * before is a hollow bar below; where nobody knows there is a dash and no bar.
 */
#include <math.h>

#include "chart.h"
#include "svg.h"

enum { WIDEST_NAME = 250, GAP = 8, BAR = 16, THIN = 9, ROW = 12 };

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
	return s->is_reference ? THIN : BAR;
}

static double row_height(const chart *c)
{
	double height = ROW;

	for (size_t i = 0; i < c->series_count; i++)
		height += thickness(&c->series[i]) + 2;
	return height;
}

/* The name, cut when there is no room for all of it. */
static void add_name(text *out, const bars *b, const char *name, double y)
{
	text cut = { 0 };
	double letter = svg_width_of("m");

	if (svg_width_of(name) > WIDEST_NAME) {
		text_add_bytes(&cut, name, text_fit(name, (int)(WIDEST_NAME / letter) - 1));
		text_add(&cut, "…");
		name = text_str(&cut);
	}
	svg_words(out, b->left - GAP - (b->low < 0 ? 60 : 0), y, SVG_END, "name", name);
	text_free(&cut);
}

static void add_bar(text *out, const bars *b, size_t series, size_t point, double y)
{
	const chart_series *s = &b->c->series[series];
	bool is_left = chart_has(s, point) && s->values[point] < 0;
	double end = b->zero, high = thickness(s);

	if (chart_has(s, point)) {
		end = across(b, s->values[point]);
		svg_bar(out, svg_looks(b->c, series), fmin(end, b->zero), y,
			fabs(end - b->zero), high);
	}
	svg_words(out, is_left ? end - GAP : end + GAP, y + high / 2 + 4.5,
		is_left ? SVG_END : SVG_START, s->is_reference ? "soft small" : "strong",
		chart_label(s, point));
}

static void lay_out(bars *b)
{
	double name = 0, label = 0;

	chart_range(b->c, &b->low, &b->high);
	if (b->low >= b->high)
		b->high = 1;
	for (size_t i = 0; i < b->c->points; i++) {
		name = fmax(name, svg_width_of(b->c->names[i]));
		for (size_t s = 0; s < b->c->series_count; s++)
			label = fmax(label, svg_width_of(chart_label(&b->c->series[s], i)));
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
	svg_key(out, c, b.left, SVG_LINE - 4);
	for (size_t i = 0; i < c->points; i++) {
		double y = top + row * (double)i + ROW / 2;

		add_name(out, &b, c->names[i], y + BAR / 2 + 4.5);
		for (size_t s = 0; s < c->series_count; s++) {
			add_bar(out, &b, s, i, y);
			y += thickness(&c->series[s]) + 2;
		}
	}
	svg_stroke(out, "zero", "", b.zero, top, b.zero, bottom);
	svg_close(out);
}
