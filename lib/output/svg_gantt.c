/* SPDX-License-Identifier: MIT
 * Bars of time: a line for each thing with its code, its words, when it runs and what is said of it;
 * today as a line through all of them, and from what should have ended a dashed line up to it.
 */
#include <math.h>

#include "gantt.h"
#include "svg_sketch.h"

enum { NAMES = 290, EDGE = 10, ROW = 25, DETAIL = 15, BAR = 12, SIGN = 5, MOST_NOTE = 130 };

static const double STRONG = 1.14; /* wider than plain words */

typedef struct plan {
	const sketch *s;
	double left, right, top, bottom;
	double code; /* where the words after the codes begin */
} plan;

static double across(const plan *p, double day)
{
	return p->left + (p->right - p->left) * gantt_across(p->s, day);
}

static double row_height(const sketch_item *item)
{
	return ROW + (item->detail ? DETAIL : 0);
}

static void lay_out(plan *p)
{
	double note = 0, code = 0;

	p->top = 3 * SVG_LINE + EDGE / 2.0;
	p->bottom = p->top;
	for (size_t i = 0; i < p->s->item_count; i++) {
		note = fmax(note, svg_width_of(p->s->items[i].note) * STRONG);
		code = fmax(code, svg_width_of(p->s->items[i].name) * STRONG);
		p->bottom += row_height(&p->s->items[i]);
	}
	p->code = 2 * SIGN + EDGE + code + EDGE;
	p->left = NAMES;
	p->right = SVG_WIDTH - EDGE - fmin(note, MOST_NOTE);
}

/* Years above months; a line where a month is named. */
static void add_months(text *out, const plan *p)
{
	const sketch *s = p->s;
	double month = (p->right - p->left) / (double)(s->tick_count - 1), needed = 0;
	size_t step;

	for (size_t i = 0; i < s->tick_count; i++)
		needed = fmax(needed, svg_width_of(s->ticks[i].name));
	step = gantt_step(month, needed + EDGE);
	for (size_t i = 0; i < s->tick_count; i++) {
		const sketch_tick *t = &s->ticks[i];
		double x = across(p, t->at);
		bool is_named = gantt_is_named(s, i, step);

		if (is_named || i + 1 == s->tick_count)
			svg_stroke(out, t->rank ? "grid" : "zero", "", x, 2 * SVG_LINE, x,
				p->bottom);
		if (is_named && step <= 6)
			svg_words(out, x + 3, 2 * SVG_LINE - 4, SVG_START, "soft", t->name);
		if (is_named && (t->rank == 0 || (i < step && s->ticks[i].rank + step <= 12)))
			svg_words(out, x + 3, SVG_LINE - 4, SVG_START, "strong", t->group);
	}
}

static void add_now(text *out, const plan *p)
{
	double x, half = svg_width_of(p->s->now_name) / 2;

	if (isnan(p->s->now))
		return;
	x = across(p, p->s->now);
	svg_stroke(out, "now", "", x, p->top - 3, x, p->bottom);
	svg_words(out, fmin(fmax(x, p->left + half), SVG_WIDTH - half), p->top - 6, SVG_MIDDLE,
		"halo strong small", p->s->now_name);
}

/* A day without a first one is a sign at its place; a beginning without an end an arrow. */
static void add_bar(text *out, const plan *p, const sketch_item *item, double y)
{
	double from = across(p, item->from), to = across(p, item->to);

	if (isnan(item->from) && isnan(item->to))
		return;
	if (isnan(item->from)) {
		svg_sign(out, item->mark, to, y + BAR / 2.0, SIGN);
		from = to;
	} else if (isnan(item->to)) {
		to = p->right - EDGE;
		svg_shade(out, item->mark, from, y, fmax(to - from, 2), BAR);
		svg_words(out, to, y + BAR - 1.5, SVG_START, "", "→");
		return;
	} else {
		svg_shade(out, item->mark, from, y, fmax(to - from, 2), BAR);
	}
	if (item->is_flagged && !isnan(p->s->now))
		svg_stroke(out, "overrun", "", to + (isnan(item->from) ? SIGN : 1),
			y + BAR / 2.0, across(p, p->s->now), y + BAR / 2.0);
}

static void add_item(text *out, const plan *p, const sketch_item *item, double y)
{
	double line = y + 17;

	svg_item(out, "", item);
	svg_sign(out, item->mark, SIGN + 1, line - 4.5, SIGN);
	svg_words(out, 2 * SIGN + EDGE, line, SVG_START, "strong", item->name);
	svg_cut_words(
		out, p->code, line, SVG_START, "", item->title, p->left - 2 * EDGE - p->code);
	svg_cut_words(out, p->code, line + DETAIL, SVG_START, "soft small", item->detail,
		p->left - 2 * EDGE - p->code);
	add_bar(out, p, item, line - 4.5 - BAR / 2.0);
	svg_cut_words(out, p->right + EDGE, line, SVG_START,
		item->is_flagged ? "strong" : "soft", item->note, MOST_NOTE);
	svg_item_end(out);
}

void svg_gantt(text *out, const sketch *s, const char *title, int serial)
{
	plan p = { .s = s };
	double y;

	lay_out(&p);
	svg_open(out, (int)(p.bottom + 2 * EDGE + svg_marks_key(NULL, s, 0, 0)), serial, title,
		s->description);
	add_months(out, &p);
	y = p.top;
	for (size_t i = 0; i < s->item_count; i++) {
		svg_stroke(out, "grid", "", 0, y, SVG_WIDTH, y);
		y += row_height(&s->items[i]);
	}
	svg_stroke(out, "grid", "", 0, y, SVG_WIDTH, y);
	add_now(out, &p);
	y = p.top;
	for (size_t i = 0; i < s->item_count; i++) {
		add_item(out, &p, &s->items[i], y);
		y += row_height(&s->items[i]);
	}
	svg_marks_key(out, s, 0, p.bottom + EDGE + SVG_LINE - 4);
	svg_close(out);
}
