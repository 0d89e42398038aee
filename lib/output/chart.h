/* SPDX-License-Identifier: MIT
 * What every drawing of a chart needs to know before the first line: is there enough to draw,
 * between which values, and which round ticks people read along an axis.
 */
#ifndef OUTPUT_CHART_H
#define OUTPUT_CHART_H

#include "../base/number.h"
#include "../report/document.h"

enum { AXIS_TICKS = 6, CHART_LEAST_POINTS = 3 };

typedef struct axis {
	double low, high; /* of the whole axis: zero is always between */
	int count;
	double values[AXIS_TICKS];
	number ticks[AXIS_TICKS];
	int places; /* decimals all ticks are printed with */
} axis;

/* Two points make no shape: then the description is said instead. */
bool chart_is_drawable(const chart *c);
void chart_range(const chart *c, double *low, double *high); /* zero included */
void axis_make(axis *a, double low, double high);
/* The label of a point for people, its sign where it is withheld, "–" where there is none. */
const char *chart_label(const chart_series *s, size_t point);
/* The sign of a point that is withheld; NULL: there is a point, or nothing to withhold. */
const char *chart_sign(const chart_series *s, size_t point);
bool chart_says(const chart_series *s, size_t point); /* has it a label for people? */
bool chart_has(const chart_series *s, size_t point);

/* Of a CHART_HEAT: how dark a cell is, in steps that grey tells apart. */
enum { HEAT_NONE, HEAT_LIGHT, HEAT_HALF, HEAT_FULL };
int heat_shade(double value);
const char *heat_mark(const chart_series *s, size_t point); /* the same as a letter to print */
/* Of a CHART_SLOPE: whether a series has both ends; it takes three lines, and so many at most. */
enum { SLOPE_MOST = 24 };
bool slope_has(const chart *c, size_t series);
/* Of a CHART_BAND: the two series it lies between, and whether both are there. */
const chart_series *band_low(const chart *c);
const chart_series *band_high(const chart *c);
bool band_has(const chart *c, size_t point);

#endif
