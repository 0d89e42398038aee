/* SPDX-License-Identifier: MIT
 * A line chart: the current year solid with dots, its first and last values said; the year before
 * dashed and grey; a gap where nobody knows. The axis starts at zero. Lines are named at their
 * end, or on a line above when the names are long.
 */
#include "chart.h"
#include "svg.h"
#include "svg_plot.h"

enum { HEIGHT = 250, TOP = 24, BELOW = 34, LONGEST_NAME = 120, APART = 16 };

static void add_end_values(text *out, const plot *p, size_t series)
{
	const chart_series *s = &p->c->series[series];
	size_t first, last;

	if (s->is_reference || !plot_ends(s, p->c->points, &first, &last))
		return;
	svg_words(out, plot_across(p, last), plot_up(p, s->values[last]) - 10, SVG_MIDDLE,
		"halo strong", chart_label(s, last));
	if (first != last)
		svg_words(out, plot_across(p, first), plot_up(p, s->values[first]) - 10,
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

		if (!plot_ends(s, p->c->points, &first, &last))
			continue;
		y = plot_up(p, s->values[last]) + 4.5;
		if (y - taken < APART && y - taken > -APART)
			y = taken + (y < taken ? -APART : APART);
		if (y > p->bottom)
			y = taken - APART;
		svg_words(out, p->right + PLOT_EDGE, y, SVG_START,
			s->is_reference ? "soft" : "strong", s->name);
		taken = y;
	}
}

static void lay_out(plot *p, relais_lang lang)
{
	double name = 0;

	plot_fit(p, lang);
	for (size_t i = 0; i < p->c->series_count; i++)
		if (svg_width_of(p->c->series[i].name) > name)
			name = svg_width_of(p->c->series[i].name);
	p->names_at_end =
		p->c->series_count > 1 && p->c->series_count < 4 && name <= LONGEST_NAME;
	p->right = SVG_WIDTH - 3 * PLOT_EDGE - (p->names_at_end ? name : 0);
	p->top = TOP + (p->c->series_count > 1 && !p->names_at_end ? SVG_LINE + PLOT_EDGE : 0);
	p->bottom = p->top + HEIGHT;
}

void svg_lines(text *out, const chart *c, const char *title, int serial, relais_lang lang)
{
	plot p = { .c = c };

	lay_out(&p, lang);
	svg_open(out, (int)p.bottom + BELOW, serial, title, c->description);
	if (!p.names_at_end)
		svg_key(out, c, p.left, PLOT_EDGE + 2);
	plot_axis(out, &p, lang);
	plot_names(out, &p);
	for (size_t i = c->series_count; i-- > 0;) {
		plot_path(out, &p, i);
		plot_dots(out, &p, i);
	}
	for (size_t i = 0; i < c->series_count; i++)
		add_end_values(out, &p, i);
	if (p.names_at_end)
		add_end_names(out, &p);
	svg_close(out);
}
