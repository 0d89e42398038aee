/* SPDX-License-Identifier: MIT
 * See svg_plot.h.
 */
#include "escape.h"
#include "svg_plot.h"

double plot_across(const plot *p, size_t point)
{
	size_t last = p->c->points > 1 ? p->c->points - 1 : 1;

	return p->left + (p->right - p->left) * (double)point / (double)last;
}

double plot_up(const plot *p, double value)
{
	double share = (value - p->scale.low) / (p->scale.high - p->scale.low);

	return p->bottom - (p->bottom - p->top) * share;
}

const char *plot_tick(const plot *p, int tick, relais_lang lang, char shown[PLOT_TICK])
{
	number_format(p->scale.ticks[tick], p->scale.places, lang, false, shown);
	return shown;
}

void plot_fit(plot *p, relais_lang lang)
{
	double low, high, widest = 0;
	char shown[PLOT_TICK];

	chart_range(p->c, &low, &high);
	axis_make(&p->scale, low, high);
	for (int i = 0; i < p->scale.count; i++)
		if (svg_width_of(plot_tick(p, i, lang, shown)) > widest)
			widest = svg_width_of(shown);
	p->left = widest + 2 * PLOT_EDGE;
}

void plot_axis(text *out, const plot *p, relais_lang lang)
{
	char shown[PLOT_TICK];

	for (int i = 0; i < p->scale.count; i++) {
		double y = plot_up(p, p->scale.values[i]);
		bool is_zero = p->scale.ticks[i].units == 0;

		svg_stroke(out, is_zero ? "zero" : "grid", "", p->left - PLOT_EDGE / 2, y,
			p->right + PLOT_EDGE / 2, y);
		svg_words(out, p->left - PLOT_EDGE, y + 4.5, SVG_END, "soft",
			plot_tick(p, i, lang, shown));
	}
}

void plot_names(text *out, const plot *p)
{
	double widest = 0, room = (plot_across(p, 1) - plot_across(p, 0));
	size_t step = 1;

	for (size_t i = 0; i < p->c->points; i++)
		if (svg_width_of(p->c->names[i]) > widest)
			widest = svg_width_of(p->c->names[i]);
	while (step < p->c->points && (double)step * room < widest + 4)
		step++;
	for (size_t i = 0; i < p->c->points; i++) {
		if ((p->c->points - 1 - i) % step)
			continue;
		svg_stroke(out, "grid", "", plot_across(p, i), p->bottom, plot_across(p, i),
			p->bottom + 5);
		svg_words(out, plot_across(p, i), p->bottom + 21, SVG_MIDDLE, "soft",
			p->c->names[i]);
	}
}

void plot_path(text *out, const plot *p, size_t series)
{
	const chart_series *s = &p->c->series[series];
	bool is_drawing = false;

	text_addf(out, "<path class=\"line %s\" d=\"", svg_looks(p->c, series));
	for (size_t i = 0; i < p->c->points; i++) {
		if (!chart_has(s, i)) {
			is_drawing = false;
			continue;
		}
		svg_point(out, is_drawing ? 'L' : 'M', plot_across(p, i),
			plot_up(p, s->values[i]));
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

void plot_dots(text *out, const plot *p, size_t series)
{
	const chart_series *s = &p->c->series[series];

	for (size_t i = 0; i < p->c->points; i++) {
		if (!chart_has(s, i))
			continue;
		if (s->is_reference && !stands_alone(s, i, p->c->points))
			continue;
		text_addf(out, "<circle class=\"dot %s\" cx=\"", svg_looks(p->c, series));
		svg_number(out, plot_across(p, i));
		text_add(out, "\" cy=\"");
		svg_number(out, plot_up(p, s->values[i]));
		text_addf(out, "\" r=\"%s\"><title>", s->is_reference ? "2.5" : "4");
		html_text(out, p->c->names[i]);
		text_add(out, " – ");
		html_text(out, chart_label(s, i));
		text_add(out, "</title></circle>\n");
	}
}

bool plot_ends(const chart_series *s, size_t points, size_t *first, size_t *last)
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
