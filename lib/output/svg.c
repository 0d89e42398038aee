/* SPDX-License-Identifier: MIT
 * Pieces of SVG. A drawing is an image with a title and a description for those who do
 * not see it; coordinates are printed as integers and tenths, so that no locale can put
 * a comma in them.
 */
#include <math.h>
#include <stdlib.h>

#include "chart.h"
#include "escape.h"
#include "svg.h"

static const double LETTER = 7.1; /* mean width of a letter, 13 units high */

void svg_number(text *out, double value)
{
	long tenths = lround(value * 10);

	text_addf(out, "%s%ld", tenths < 0 ? "-" : "", labs(tenths) / 10);
	if (tenths % 10)
		text_addf(out, ".%ld", labs(tenths) % 10);
}

static void add_attribute(text *out, const char *name, double value)
{
	text_addf(out, " %s=\"", name);
	svg_number(out, value);
	text_add_char(out, '"');
}

void svg_open(text *out, int height, int serial, const char *title, const char *description)
{
	text_addf(out,
		"<svg role=\"img\" viewBox=\"0 0 %d %d\" aria-labelledby=\"chart-%d-title "
		"chart-%d-text\">\n<title id=\"chart-%d-title\">",
		SVG_WIDTH, height, serial, serial, serial);
	html_text(out, title);
	text_addf(out, "</title>\n<desc id=\"chart-%d-text\">", serial);
	html_text(out, description);
	text_add(out, "</desc>\n");
}

void svg_close(text *out)
{
	text_add(out, "</svg>\n");
}

void svg_words(
	text *out, double x, double y, svg_anchor anchor, const char *looks, const char *said)
{
	static const char *const anchors[] = { "start", "middle", "end" };

	text_addf(out, "<text class=\"%s\"", looks);
	add_attribute(out, "x", x);
	add_attribute(out, "y", y);
	text_addf(out, " text-anchor=\"%s\">", anchors[anchor]);
	html_text(out, said);
	text_add(out, "</text>\n");
}

void svg_cut_words(text *out, double x, double y, svg_anchor anchor, const char *looks,
	const char *said, double room)
{
	text cut = { 0 };

	if (!said)
		return;
	if (svg_width_of(said) > room) {
		text_add_bytes(&cut, said, text_fit(said, (int)(room / LETTER) - 1));
		text_add(&cut, "…");
		said = text_str(&cut);
	}
	svg_words(out, x, y, anchor, looks, said);
	out->failed |= cut.failed;
	text_free(&cut);
}

void svg_stroke(text *out, const char *kind, const char *looks, double x1, double y1, double x2,
	double y2)
{
	text_addf(out, "<line class=\"%s%s%s\"", kind, *looks ? " " : "", looks);
	add_attribute(out, "x1", x1);
	add_attribute(out, "y1", y1);
	add_attribute(out, "x2", x2);
	add_attribute(out, "y2", y2);
	text_add(out, "/>\n");
}

static void add_sides(text *out, double x, double y, double width, double height)
{
	add_attribute(out, "x", x);
	add_attribute(out, "y", y);
	add_attribute(out, "width", width);
	add_attribute(out, "height", height);
	text_add(out, "/>\n");
}

void svg_box(text *out, const char *looks, double x, double y, double width, double height)
{
	text_addf(out, "<rect class=\"%s\"", looks);
	add_sides(out, x, y, width, height);
}

void svg_bar(text *out, const char *looks, double x, double y, double width, double height)
{
	text_addf(out, "<rect class=\"bar %s\"", looks);
	add_sides(out, x, y, width, height);
}

void svg_point(text *out, char how, double x, double y)
{
	text_add_char(out, how);
	svg_number(out, x);
	text_add_char(out, ' ');
	svg_number(out, y);
}

void svg_hatch(text *out, double x, double y, double width, double height)
{
	enum { APART = 7 };

	text_add(out, "<path class=\"hatch\" d=\"");
	/* each stroke goes up to the right, cut by the sides of the rectangle */
	for (double from = APART; from < width + height; from += APART) {
		double left = fmax(0, from - height), right = fmin(from, width);

		svg_point(out, 'M', x + left, y + from - left);
		svg_point(out, 'L', x + right, y + from - right);
	}
	text_add(out, "\"/>\n");
}

double svg_width_of(const char *said)
{
	return said ? text_width(said) * LETTER : 0;
}

const char *svg_looks(const chart *c, size_t series)
{
	if (c->series[series].is_reference)
		return "reference";
	for (size_t i = 0; i < series; i++)
		if (!c->series[i].is_reference)
			return "more";
	return "main";
}

/* One of its numbers stands for what a series only says. */
static const char *any_label(const chart *c, size_t series)
{
	const chart_series *s = &c->series[series];
	size_t i = 0;

	while (i + 1 < c->points && !(chart_says(s, i) && s->numbers && s->numbers[i]))
		i++;
	return chart_label(s, i);
}

enum { KEY_SAMPLE = 26, KEY_GAP = 8, KEY_BETWEEN = 28 };

static double sample_width(const chart *c, size_t series)
{
	return c->series[series].values ? KEY_SAMPLE
					: svg_width_of(any_label(c, series)) + KEY_GAP;
}

double svg_key_width(const chart *c)
{
	double width = -KEY_BETWEEN;

	for (size_t i = 0; i < c->series_count; i++)
		width += sample_width(c, i) + KEY_GAP + svg_width_of(c->series[i].name) +
			 KEY_BETWEEN;
	return width;
}

double svg_key(text *out, const chart *c, double x, double y)
{
	if (c->series_count < 2)
		return 0;
	for (size_t i = 0; i < c->series_count; i++) {
		if (!c->series[i].values)
			svg_words(out, x, y, SVG_START, "change", any_label(c, i));
		else if (c->type == CHART_LINES)
			svg_stroke(
				out, "line", svg_looks(c, i), x, y - 4, x + KEY_SAMPLE, y - 4);
		else
			svg_bar(out, svg_looks(c, i), x, y - 9, KEY_SAMPLE, 10);
		x += sample_width(c, i) + KEY_GAP;
		svg_words(out, x, y, SVG_START, "soft", c->series[i].name);
		x += svg_width_of(c->series[i].name) + KEY_BETWEEN;
	}
	return SVG_LINE + KEY_GAP;
}
