/* SPDX-License-Identifier: MIT
 * A map of dots: all of one size, told apart by their sign. A name stands beside its dot where there is
 * room, else its number, else it is said to those who point at it and in the table beside.
 */
#include <math.h>
#include <stdlib.h>

#include "geo.h"
#include "svg_sketch.h"

enum { PAD = 34, MOST_HEIGHT = 520, DOT = 5, LETTERS = 9, GAP = 4, BAR = 170, MOST_TRIES = 4 };

typedef struct box {
	double x, y, width, height;
} box;

typedef struct atlas {
	const sketch *s;
	geo land;
	double height;
	box *taken; /* the north, dots, then words */
	size_t count;
} atlas;

static const double SMALL = 0.88; /* of the width of usual letters */

static bool meet(const box *a, const box *b)
{
	return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height &&
	       b->y < a->y + a->height;
}

static bool is_free(const atlas *a, const box *b)
{
	if (b->x < 1 || b->y < 1 || b->x + b->width > SVG_WIDTH - 1 ||
		b->y + b->height > a->height - 1)
		return false;
	for (size_t i = 0; i < a->count; i++)
		if (meet(&a->taken[i], b))
			return false;
	return true;
}

static void place(const atlas *a, const sketch_item *item, double *x, double *y)
{
	geo_place(&a->land, item, x, y);
	*x += PAD;
	*y += PAD;
}

/* To the right of the dot, to the left, above, below: the first that is free, and how words in it
 * are anchored. */
static bool find_room(
	const atlas *a, double x, double y, const char *words, box *found, svg_anchor *anchor)
{
	static const svg_anchor anchors[MOST_TRIES] = { SVG_START, SVG_END, SVG_MIDDLE,
		SVG_MIDDLE };
	double width = svg_width_of(words) * SMALL, side = DOT + GAP;
	const box tries[MOST_TRIES] = {
		{ x + side, y - LETTERS / 2.0 - 1, width, LETTERS + 2 },
		{ x - side - width, y - LETTERS / 2.0 - 1, width, LETTERS + 2 },
		{ x - width / 2, y - side - LETTERS, width, LETTERS + 2 },
		{ x - width / 2, y + side - 2, width, LETTERS + 2 },
	};

	for (size_t i = 0; words && i < MOST_TRIES; i++) {
		*found = tries[i];
		*anchor = anchors[i];
		if (is_free(a, found))
			return true;
	}
	return false;
}

static void add_words(text *out, atlas *a, const box *at, svg_anchor anchor, const char *words)
{
	double x = at->x + at->width * (anchor == SVG_END ? 1 : anchor == SVG_MIDDLE ? 0.5 : 0);

	svg_words(out, x, at->y + LETTERS, anchor, "halo small", words);
	a->taken[a->count++] = *at;
}

static void add_item(text *out, atlas *a, const sketch_item *item)
{
	svg_anchor anchor;
	double x, y;
	box at;

	place(a, item, &x, &y);
	svg_item(out, "place", item);
	svg_sign(out, item->mark, x, y, DOT);
	if (find_room(a, x, y, item->title, &at, &anchor))
		add_words(out, a, &at, anchor, item->title);
	else if (find_room(a, x, y, item->name, &at, &anchor))
		add_words(out, a, &at, anchor, item->name);
	svg_item_end(out);
}

/* No word stands on a dot, nor where the north is said. */
static void take_dots(atlas *a)
{
	a->taken[a->count++] = (box){ SVG_WIDTH - 44, 0, 44, SVG_LINE + 8 };
	for (size_t i = 0; i < a->s->item_count; i++) {
		double x, y;

		place(a, &a->s->items[i], &x, &y);
		a->taken[a->count++] =
			(box){ x - DOT - 1, y - DOT - 1, 2 * DOT + 2, 2 * DOT + 2 };
	}
}

static void add_frame(text *out, const atlas *a)
{
	text_add(out, "<rect class=\"frame\" x=\"0.5\" y=\"0.5\" width=\"719\" height=\"");
	svg_number(out, a->height - 1);
	text_add(out, "\"/>\n");
}

/* How far a kilometre is, and that north is up. */
static void add_scale(text *out, const atlas *a, double y)
{
	text said = { 0 };
	double units = geo_distance(&a->land, BAR, &said), right = SVG_WIDTH - 1;

	svg_stroke(out, "zero", "", right - units, y, right, y);
	svg_stroke(out, "zero", "", right - units, y - 4, right - units, y + 4);
	svg_stroke(out, "zero", "", right, y - 4, right, y + 4);
	svg_words(out, right - units - 8, y + 4.5, SVG_END, "soft", text_str(&said));
	svg_words(out, SVG_WIDTH - 12, 20, SVG_END, "soft", "↑ N");
	text_free(&said);
}

void svg_map(text *out, const sketch *s, const char *title, int serial)
{
	atlas a = { .s = s, .taken = calloc(2 * s->item_count + 1, sizeof *a.taken) };
	double key = fmax(svg_marks_key(NULL, s, 0, 0), SVG_LINE);

	if (!a.taken) {
		out->failed = true;
		return;
	}
	geo_fit(&a.land, s, SVG_WIDTH - 2 * PAD, MOST_HEIGHT - 2 * PAD);
	a.height = a.land.height + 2 * PAD;
	take_dots(&a);
	svg_open(
		out, (int)(a.height + 2 * SVG_LINE + key + GAP), serial, title, s->description);
	add_frame(out, &a);
	for (size_t i = 0; i < s->item_count; i++)
		add_item(out, &a, &s->items[i]);
	svg_marks_key(out, s, 0, a.height + SVG_LINE + GAP);
	add_scale(out, &a, a.height + SVG_LINE + key);
	svg_close(out);
	free(a.taken);
}
