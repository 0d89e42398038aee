/* SPDX-License-Identifier: MIT
 * A year inside the years before it: from the lowest to the highest of each month a filled band
 * with its edges drawn, which hold without colour; the year itself a line with dots over it, named
 * where it ends. A month of the band that is withheld is hatched and bears its sign; nothing of the
 * band leads across it.
 */
#include <math.h>

#include "chart.h"
#include "svg.h"
#include "svg_plot.h"

enum { HEIGHT = 250, TOP = 28, BELOW = 34, APART = 16, ALONE = 10 };

static void add_edge(text *out, const plot *p, const chart_series *s, size_t from, size_t to)
{
	text_add(out, "<path class=\"edge\" d=\"");
	for (size_t i = from; i <= to; i++)
		svg_point(
			out, i > from ? 'L' : 'M', plot_across(p, i), plot_up(p, s->values[i]));
	text_add(out, "\"/>\n");
}

/* The band of the months `from` to `to`, which all have one. */
static void add_run(text *out, const plot *p, size_t from, size_t to)
{
	const chart_series *low = band_low(p->c), *high = band_high(p->c);

	text_add(out, "<path class=\"band\" d=\"");
	for (size_t i = from; i <= to; i++)
		svg_point(out, i > from ? 'L' : 'M', plot_across(p, i),
			plot_up(p, high->values[i]));
	for (size_t i = to + 1; i-- > from;)
		svg_point(out, 'L', plot_across(p, i), plot_up(p, low->values[i]));
	text_add(out, "Z\"/>\n");
	add_edge(out, p, high, from, to);
	add_edge(out, p, low, from, to);
}

/* A month between two gaps has no length along the axis: it gets one. */
static void add_alone(text *out, const plot *p, size_t at)
{
	double x = plot_across(p, at) - ALONE / 2.0;
	double top = plot_up(p, band_high(p->c)->values[at]);
	double bottom = plot_up(p, band_low(p->c)->values[at]);

	svg_box(out, "band", x, top, ALONE, bottom - top);
	svg_stroke(out, "edge", "", x, top, x + ALONE, top);
	svg_stroke(out, "edge", "", x, bottom, x + ALONE, bottom);
}

static void add_band(text *out, const plot *p)
{
	for (size_t i = 0; i < p->c->points; i++) {
		size_t last = i;

		if (!band_has(p->c, i))
			continue;
		while (last + 1 < p->c->points && band_has(p->c, last + 1))
			last++;
		if (last > i)
			add_run(out, p, i, last);
		else
			add_alone(out, p, i);
		i = last;
	}
}

static double name_height(const plot *p, size_t series, size_t last)
{
	double y = plot_up(p, p->c->series[series].values[last]);

	if (band_has(p->c, last))
		y = fmin(y, plot_up(p, band_high(p->c)->values[last]));
	return y - 11;
}

/* A height in a month for its sign, away from the year's own point there and from its name. */
static double free_height(const plot *p, size_t month)
{
	const double places[] = { p->top + SVG_LINE, (p->top + p->bottom) / 2, p->bottom - 6 };
	const chart_series *year = &p->c->series[0];
	double best = places[0], most = -1;
	size_t first, last;

	if (!plot_ends(year, p->c->points, &first, &last))
		return best;
	for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
		double room = fabs(places[i] - name_height(p, 0, last));

		if (chart_has(year, month))
			room = fmin(room, fabs(places[i] - plot_up(p, year->values[month])));
		if (room > most) {
			most = room;
			best = places[i];
		}
	}
	return best;
}

static void add_withheld(text *out, const plot *p)
{
	double width = (plot_across(p, 1) - plot_across(p, 0)) / 2;

	for (size_t i = 0; i < p->c->points; i++) {
		const char *sign = chart_sign(band_low(p->c), i);

		if (!sign)
			continue;
		svg_hatch(
			out, plot_across(p, i) - width / 2, p->top, width, p->bottom - p->top);
		svg_words(out, plot_across(p, i), free_height(p, i), SVG_MIDDLE, "halo strong",
			sign);
	}
}

/* Where the band ends: its two sides, apart enough to be read. */
static void add_sides(text *out, const plot *p)
{
	double high, low, lack;
	size_t last = p->c->points;

	while (last > 0 && !band_has(p->c, last - 1))
		last--;
	if (!last--)
		return;
	high = plot_up(p, band_high(p->c)->values[last]) + 4.5;
	low = plot_up(p, band_low(p->c)->values[last]) + 4.5;
	lack = fmax(0, APART - (low - high));
	low = fmin(low + lack / 2, p->bottom);
	high = fmin(high, low - APART);
	svg_words(out, p->right + PLOT_EDGE, high, SVG_START, "soft", band_high(p->c)->name);
	svg_words(out, p->right + PLOT_EDGE, low, SVG_START, "soft", band_low(p->c)->name);
}

/* "2025 – 110 979" over the last point, and over the band there. */
static void add_name(text *out, const plot *p, size_t series)
{
	const chart_series *s = &p->c->series[series];
	size_t first, last;
	text said = { 0 };
	double half, x;

	if (!plot_ends(s, p->c->points, &first, &last))
		return;
	text_addf(&said, "%s – %s", s->name, chart_label(s, last));
	half = svg_width_of(text_str(&said)) / 2;
	x = fmin(fmax(plot_across(p, last), p->left + half), p->right - half);
	svg_words(out, x, name_height(p, series, last), SVG_MIDDLE, "halo strong",
		text_str(&said));
	out->failed |= said.failed;
	text_free(&said);
}

void svg_band(text *out, const chart *c, const char *title, int serial, relais_lang lang)
{
	plot p = { .c = c, .top = TOP, .bottom = TOP + HEIGHT };

	plot_fit(&p, lang);
	p.right = SVG_WIDTH - 3 * PLOT_EDGE -
		  fmax(svg_width_of(band_low(c)->name), svg_width_of(band_high(c)->name));
	svg_open(out, (int)p.bottom + BELOW, serial, title, c->description);
	plot_axis(out, &p, lang);
	plot_names(out, &p);
	add_withheld(out, &p);
	add_band(out, &p);
	for (size_t i = c->series_count - 2; i-- > 0;) {
		plot_path(out, &p, i);
		plot_dots(out, &p, i);
	}
	for (size_t i = 0; i + 2 < c->series_count; i++)
		add_name(out, &p, i);
	add_sides(out, &p);
	svg_close(out);
}
