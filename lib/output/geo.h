/* SPDX-License-Identifier: MIT
 * From degrees to a drawing in true proportions: equirectangular, east shortened by the cosine of the
 * mean latitude. Good for a country; a globe it is not.
 */
#ifndef OUTPUT_GEO_H
#define OUTPUT_GEO_H

#include "../base/text.h"
#include "../report/document.h"

typedef struct geo {
	double west, north; /* degrees of the upper left corner of what is shown */
	double shrink; /* of a degree east */
	double scale; /* units of the drawing in a degree north */
	double width, height;
} geo;

/* Every item of a map inside width × most_height, as large as that allows; the height is what is
 * needed. Two places so near to each other that they are one still have land around them. */
void geo_fit(geo *g, const sketch *s, double width, double most_height);
void geo_place(const geo *g, const sketch_item *item, double *x, double *y);
/* A round distance that takes at most that many units, said as "20 km" or "500 m"; returns the units
 * it takes. */
double geo_distance(const geo *g, double most, text *said);

#endif
