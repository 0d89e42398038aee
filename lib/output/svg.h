/* SPDX-License-Identifier: MIT
 * Drawings in a page: what lines and bars share. Sizes are in units of the drawing, which
 * is SVG_WIDTH wide and scales to its box; colours and weights are in the page's style.
 */
#ifndef OUTPUT_SVG_H
#define OUTPUT_SVG_H

#include "../base/text.h"
#include "../report/document.h"

enum { SVG_WIDTH = 720, SVG_LINE = 18 };

typedef enum svg_anchor { SVG_START, SVG_MIDDLE, SVG_END } svg_anchor;

/* `serial` makes the ids of this drawing unique in its document. */
void svg_open(text *out, int height, int serial, const char *title, const char *description);
void svg_close(text *out);
void svg_number(text *out, double value); /* to a tenth, whatever the locale */
void svg_words(
	text *out, double x, double y, svg_anchor anchor, const char *looks, const char *words);
/* As much of the words as there is room for, with an ellipsis when that is not all; NULL: nothing. */
void svg_cut_words(text *out, double x, double y, svg_anchor anchor, const char *looks,
	const char *words, double room);
void svg_stroke(text *out, const char *kind, const char *looks, double x1, double y1, double x2,
	double y2);
void svg_box(text *out, const char *looks, double x, double y, double width, double height);
void svg_bar(text *out, const char *looks, double x, double y, double width, double height);
/* About how wide words are drawn. */
double svg_width_of(const char *words);
/* Style of the n-th series: "main", "more" or "reference". */
const char *svg_looks(const chart *c, size_t series);
/* One line that names the series; returns the height it takes (0 for a single series). */
double svg_key_width(const chart *c);
double svg_key(text *out, const chart *c, double x, double y);

/* A point of a path, reached by M or L. */
void svg_point(text *out, char how, double x, double y);
/* Slanting strokes over a rectangle: what is withheld. */
void svg_hatch(text *out, double x, double y, double width, double height);

void svg_lines(text *out, const chart *c, const char *title, int serial, relais_lang lang);
void svg_bars(text *out, const chart *c, const char *title, int serial);
void svg_slope(text *out, const chart *c, const char *title, int serial);
void svg_heat(text *out, const chart *c, const char *title, int serial);
void svg_band(text *out, const chart *c, const char *title, int serial, relais_lang lang);

#endif
