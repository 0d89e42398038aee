/* SPDX-License-Identifier: MIT
 * A field with an axis from zero and a place for every point: what drawings of months share.
 */
#ifndef OUTPUT_SVG_PLOT_H
#define OUTPUT_SVG_PLOT_H

#include "chart.h"
#include "svg.h"

enum { PLOT_EDGE = 12, PLOT_TICK = 64 };

typedef struct plot {
	const chart *c;
	axis scale;
	double left, right, top, bottom;
	bool names_at_end;
} plot;

double plot_across(const plot *p, size_t point);
double plot_up(const plot *p, double value);
/* What is printed beside a tick, in `shown`. */
const char *plot_tick(const plot *p, int tick, relais_lang lang, char shown[PLOT_TICK]);
/* The scale around all that is drawn, and the room of its ticks on the left. */
void plot_fit(plot *p, relais_lang lang);
void plot_axis(text *out, const plot *p, relais_lang lang);
/* Every k-th name, so that they do not touch; the last one always. */
void plot_names(text *out, const plot *p);
/* The line of a series with its gaps, and the dots on it. */
void plot_path(text *out, const plot *p, size_t series);
void plot_dots(text *out, const plot *p, size_t series);
/* The first and the last point of a series that is there; false: none is. */
bool plot_ends(const chart_series *s, size_t points, size_t *first, size_t *last);

#endif
