/* SPDX-License-Identifier: MIT
 * See geo.h.
 */
#include "geo.h"

#include <math.h>

static const double PI = 3.14159265358979323846;
static const double KM_IN_DEGREE = 6371.0088 * 3.14159265358979323846 / 180;
static const double LEAST_SPAN = 0.02; /* degrees: some two kilometres */
static const double LEAST_SHRINK = 0.05; /* at the poles */

void geo_fit(geo *g, const sketch *s, double width, double most_height)
{
	double west = INFINITY, east = -INFINITY, south = INFINITY, north = -INFINITY;
	double across, up;

	for (size_t i = 0; i < s->item_count; i++) {
		west = fmin(west, s->items[i].east);
		east = fmax(east, s->items[i].east);
		south = fmin(south, s->items[i].north);
		north = fmax(north, s->items[i].north);
	}
	g->shrink = fmax(cos((south + north) / 2 * PI / 180), LEAST_SHRINK);
	across = fmax((east - west) * g->shrink, LEAST_SPAN);
	up = fmax(north - south, LEAST_SPAN);
	g->scale = fmin(width / across, most_height / up);
	g->width = width;
	g->height = up * g->scale;
	/* What is left of the width, or around a single place, is on both sides. */
	g->west = (west + east) / 2 - width / 2 / g->scale / g->shrink;
	g->north = (south + north) / 2 + up / 2;
}

void geo_place(const geo *g, const sketch_item *item, double *x, double *y)
{
	*x = (item->east - g->west) * g->shrink * g->scale;
	*y = (g->north - item->north) * g->scale;
}

static void say_distance(double km, text *said)
{
	if (km >= 1)
		text_addf(said, "%ld\u00a0km", lround(km));
	else
		text_addf(said, "%ld\u00a0m", lround(km * 1000));
}

double geo_distance(const geo *g, double most, text *said)
{
	static const double rounds[] = { 5, 2, 1 };
	double one = g->scale / KM_IN_DEGREE, power = pow(10, floor(log10(most / one)));
	size_t i = 0;

	while (i < 2 && rounds[i] * power * one > most * (1 + 1e-9))
		i++;
	say_distance(rounds[i] * power, said);
	return rounds[i] * power * one;
}
