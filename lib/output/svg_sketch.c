/* SPDX-License-Identifier: MIT
 * Signs, shades and words of a sketch. Shades are plain strokes, so that a page has nothing that refers
 * to elsewhere, not even within itself.
 */
#include "svg_sketch.h"

#include <math.h>

#include "escape.h"
#include "people.h"
#include "wrap.h"

enum { HATCH = 6, SIGN = 5, BESIDE = 8, BETWEEN = 22 };

static const char *const looks_of[SKETCH_MARKS] = { "full", "half", "empty", "dashed",
	"crossed", "unknown" };

static void add_circle(text *out, const char *looks, double x, double y, double radius)
{
	text_addf(out, "<circle class=\"sign%s\" cx=\"", looks);
	svg_number(out, x);
	text_add(out, "\" cy=\"");
	svg_number(out, y);
	text_add(out, "\" r=\"");
	svg_number(out, radius);
	text_add(out, "\"/>\n");
}

/* The left half, so that ◐ is the same in a page and on a terminal. */
static void add_half(text *out, double x, double y, double radius)
{
	text_add(out, "<path class=\"sign full\" d=\"M");
	svg_number(out, x);
	text_add_char(out, ' ');
	svg_number(out, y - radius);
	text_add_char(out, 'A');
	svg_number(out, radius);
	text_add_char(out, ' ');
	svg_number(out, radius);
	text_add(out, " 0 0 0 ");
	svg_number(out, x);
	text_add_char(out, ' ');
	svg_number(out, y + radius);
	text_add(out, "Z\"/>\n");
}

void svg_sign(text *out, sketch_mark mark, double x, double y, double radius)
{
	double arm = radius * 0.8;

	switch (mark) {
	case MARK_FULL: add_circle(out, " full", x, y, radius); break;
	case MARK_DASHED: add_circle(out, " dashed", x, y, radius); break;
	case MARK_EMPTY: add_circle(out, "", x, y, radius); break;
	case MARK_HALF:
		add_circle(out, "", x, y, radius);
		add_half(out, x, y, radius);
		break;
	case MARK_CROSSED:
		svg_stroke(out, "sign", "", x - arm, y - arm, x + arm, y + arm);
		svg_stroke(out, "sign", "", x - arm, y + arm, x + arm, y - arm);
		break;
	case MARK_UNKNOWN:
	case SKETCH_MARKS: svg_stroke(out, "sign", "", x - arm, y, x + arm, y); break;
	}
}

/* Lines that fall to the right, HATCH apart. */
static void add_hatches(text *out, double x, double y, double width, double height)
{
	text_add(out, "<path class=\"hatched\" d=\"");
	for (double at = HATCH; at < width + height; at += HATCH) {
		double low = fmin(at, width), high = fmax(at - height, 0);

		text_add_char(out, 'M');
		svg_number(out, x + low);
		text_add_char(out, ' ');
		svg_number(out, y + height - (at - low));
		text_add_char(out, 'L');
		svg_number(out, x + high);
		text_add_char(out, ' ');
		svg_number(out, y + height - (at - high));
	}
	text_add(out, "\"/>\n");
}

void svg_shade(text *out, sketch_mark mark, double x, double y, double width, double height)
{
	text_addf(out, "<rect class=\"mark %s\" x=\"", looks_of[mark]);
	svg_number(out, x);
	text_add(out, "\" y=\"");
	svg_number(out, y);
	text_add(out, "\" width=\"");
	svg_number(out, fmax(width, 0));
	text_add(out, "\" height=\"");
	svg_number(out, height);
	text_add(out, "\" rx=\"2\"/>\n");
	if (mark == MARK_HALF)
		add_hatches(out, x, y, width, height);
	if (mark == MARK_CROSSED)
		svg_stroke(out, "struck", "", x, y + height, x + width, y);
}

int svg_wrapped(text *out, double x, double y, svg_anchor anchor, const char *looks,
	const char *said, double width)
{
	text safe = { 0 };
	int lines = 0, letters = (int)(width / svg_width_of("m"));

	people_text(&safe, said);
	for (const char *at = text_str(&safe); at && *at; lines++) {
		text line = { 0 };
		size_t length;
		const char *next = wrap_line(at, letters, &length);

		text_add_bytes(&line, at, length);
		if (out)
			svg_words(out, x, y + lines * SVG_LINE, anchor, looks, text_str(&line));
		text_free(&line);
		at = next;
	}
	text_free(&safe);
	return lines;
}

void svg_item(text *out, const char *looks, const sketch_item *item)
{
	text_add(out, "<g");
	if (*looks)
		text_addf(out, " class=\"%s\"", looks);
	text_add(out, ">\n<title>");
	html_text(out, item->label);
	text_add(out, "</title>\n");
}

void svg_item_end(text *out)
{
	text_add(out, "</g>\n");
}

double svg_marks_key(text *out, const sketch *s, double x, double y)
{
	double at = ++x, height = 0; /* a sign's edge is a stroke, half of it outside */

	for (size_t i = 0; i < SKETCH_MARKS; i++) {
		double width = 2 * SIGN + BESIDE + svg_width_of(s->mark_names[i]);

		if (!s->mark_names[i])
			continue;
		if (at > x && at + width > SVG_WIDTH) {
			at = x;
			height += SVG_LINE;
		}
		if (out) {
			svg_sign(out, (sketch_mark)i, at + SIGN, y + height - 4.5, SIGN);
			svg_words(out, at + 2 * SIGN + BESIDE, y + height, SVG_START, "soft",
				s->mark_names[i]);
		}
		at += width + BETWEEN;
	}
	return at > x ? height + SVG_LINE : 0;
}

void svg_sketch(text *out, const sketch *s, const char *title, int serial)
{
	switch (s->type) {
	case SKETCH_GRID: svg_grid(out, s, title, serial); break;
	case SKETCH_GANTT: svg_gantt(out, s, title, serial); break;
	case SKETCH_MAP: svg_map(out, s, title, serial); break;
	}
}
