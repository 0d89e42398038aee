/* SPDX-License-Identifier: MIT
 * Pieces of drawings whose things have marks: a sign, a shade, the line that explains them.
 */
#ifndef OUTPUT_SVG_SKETCH_H
#define OUTPUT_SVG_SKETCH_H

#include "sketch.h"
#include "svg.h"

/* The sign of a mark around a point, without colour. */
void svg_sign(text *out, sketch_mark mark, double x, double y, double radius);
/* A surface in the shade of a mark: hatches are strokes that end at its edge. */
void svg_shade(text *out, sketch_mark mark, double x, double y, double width, double height);
/* Words on as many lines as `width` asks for, the first at y; returns how many. Without `out` they are
 * only counted. */
int svg_wrapped(text *out, double x, double y, svg_anchor anchor, const char *looks,
	const char *words, double width);
/* <g> with what is said of an item for those who point at it; svg_item_end closes it. */
void svg_item(text *out, const char *looks, const sketch_item *item);
void svg_item_end(text *out);
/* Which sign means what; returns the height it takes. Without `out` it is only measured. */
double svg_marks_key(text *out, const sketch *s, double x, double y);

void svg_grid(text *out, const sketch *s, const char *title, int serial);
void svg_gantt(text *out, const sketch *s, const char *title, int serial);
void svg_map(text *out, const sketch *s, const char *title, int serial);
void svg_sketch(text *out, const sketch *s, const char *title, int serial);

#endif
