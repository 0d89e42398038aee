/* SPDX-License-Identifier: MIT
 * Two years side by side, a line for each series from the one to the other: its name and value on the
 * left, its value and what is said of it on the right. Words keep apart: where lines come close a
 * thin stroke leads from the point to its words. What falls is dashed, which holds without colour.
 */
#include <math.h>

#include "chart.h"
#include "escape.h"
#include "svg.h"

enum {
	TOP = 40,
	HEIGHT = 220,
	BELOW = 16,
	APART = 18,
	GAP = 8,
	LEADER = 18,
	WIDEST_NAME = 240
};

typedef struct slope {
	const chart *c;
	size_t lines[SLOPE_MOST]; /* the series drawn */
	size_t count;
	double left, right, bottom, low, high;
} slope;

static double height_of(const slope *p, size_t series, size_t point)
{
	double share = (p->c->series[series].values[point] - p->low) / (p->high - p->low);

	return p->bottom - (p->bottom - TOP) * share;
}

static void cut_name(text *out, const char *name)
{
	double letter = svg_width_of("m");

	if (svg_width_of(name) <= WIDEST_NAME) {
		text_add(out, name);
		return;
	}
	text_add_bytes(out, name, text_fit(name, (int)(WIDEST_NAME / letter) - 1));
	text_add(out, "…");
}

static void lay_out(slope *p)
{
	double before = 0, after = 0;

	for (size_t s = 0; s < p->c->series_count; s++) {
		const chart_series *one = &p->c->series[s];
		double said = 0;

		if (!slope_has(p->c, s))
			continue;
		p->lines[p->count++] = s;
		for (size_t i = 2; i < p->c->points; i++)
			said += svg_width_of(chart_label(one, i)) + GAP;
		before = fmax(before, fmin(svg_width_of(one->name), WIDEST_NAME) +
					      svg_width_of(chart_label(one, 0)) + GAP);
		after = fmax(after, svg_width_of(chart_label(one, 1)) + said);
	}
	p->left = before + LEADER + 2 * GAP;
	p->right = SVG_WIDTH - after - LEADER - 2 * GAP;
	p->bottom = TOP + fmax(HEIGHT, APART * (double)(p->count - 1));
	chart_range(p->c, &p->low, &p->high);
	if (p->low >= p->high)
		p->high = p->low + 1;
}

/* Where the words of each line stand beside a point: at its height, or as near as there is room. */
static void spread(const slope *p, size_t point, double at[SLOPE_MOST])
{
	size_t order[SLOPE_MOST] = { 0 };

	for (size_t i = 0; i < p->count; i++) {
		size_t k = i;

		at[i] = height_of(p, p->lines[i], point);
		for (; k > 0 && at[order[k - 1]] > at[i]; k--)
			order[k] = order[k - 1];
		order[k] = i;
	}
	for (size_t i = 1; i < p->count; i++)
		at[order[i]] = fmax(at[order[i]], at[order[i - 1]] + APART);
	for (size_t i = p->count; i-- > 0;)
		at[order[i]] = fmin(
			at[order[i]], i + 1 < p->count ? at[order[i + 1]] - APART : p->bottom);
}

static void add_leader(text *out, double x, double towards, double y, double words)
{
	if (fabs(words - y) > 1)
		svg_stroke(out, "edge", "", x + towards * 6, y, x + towards * LEADER, words);
}

static void open_words(text *out, const char *looks, double x, double y, const char *anchor)
{
	text_addf(out, "<text class=\"%s\" x=\"", looks);
	svg_number(out, x);
	text_add(out, "\" y=\"");
	svg_number(out, y + 4.5);
	text_addf(out, "\" text-anchor=\"%s\">", anchor);
}

static void add_span(text *out, const char *looks, const char *said)
{
	text_addf(out, "<tspan class=\"%s\" dx=\"%d\">", looks, GAP);
	html_text(out, said);
	text_add(out, "</tspan>");
}

static void add_words(text *out, const slope *p, size_t line, double before, double after)
{
	const chart_series *s = &p->c->series[p->lines[line]];
	text name = { 0 };

	cut_name(&name, s->name);
	open_words(out, "name", p->left - LEADER - GAP / 2.0, before, "end");
	html_text(out, text_str(&name));
	add_span(out, "strong", chart_label(s, 0));
	text_add(out, "</text>\n");
	open_words(out, "strong", p->right + LEADER + GAP / 2.0, after, "start");
	html_text(out, chart_label(s, 1));
	for (size_t i = 2; i < p->c->points; i++)
		add_span(out, "change", chart_label(s, i));
	text_add(out, "</text>\n");
	out->failed |= name.failed;
	text_free(&name);
}

static void add_line(text *out, const slope *p, size_t series)
{
	const double *values = p->c->series[series].values;
	double from = height_of(p, series, 0), to = height_of(p, series, 1);

	svg_stroke(out, "line", values[1] < values[0] ? "reference" : "main", p->left, from,
		p->right, to);
	for (int i = 0; i < 2; i++) {
		text_add(out, "<circle class=\"dot main\" cx=\"");
		svg_number(out, i ? p->right : p->left);
		text_add(out, "\" cy=\"");
		svg_number(out, i ? to : from);
		text_add(out, "\" r=\"4\"/>\n");
	}
}

void svg_slope(text *out, const chart *c, const char *title, int serial)
{
	slope p = { .c = c };
	double before[SLOPE_MOST], after[SLOPE_MOST];

	lay_out(&p);
	spread(&p, 0, before);
	spread(&p, 1, after);
	svg_open(out, (int)p.bottom + BELOW, serial, title, c->description);
	svg_words(out, p.left, SVG_LINE, SVG_MIDDLE, "soft", c->names[0]);
	svg_words(out, p.right, SVG_LINE, SVG_MIDDLE, "soft", c->names[1]);
	svg_stroke(out, "grid", "", p.left, TOP - GAP, p.left, p.bottom);
	svg_stroke(out, "grid", "", p.right, TOP - GAP, p.right, p.bottom);
	for (size_t i = 0; i < p.count; i++) {
		add_leader(out, p.left, -1, height_of(&p, p.lines[i], 0), before[i]);
		add_leader(out, p.right, 1, height_of(&p, p.lines[i], 1), after[i]);
		add_line(out, &p, p.lines[i]);
		add_words(out, &p, i, before[i], after[i]);
	}
	svg_close(out);
}
