/* SPDX-License-Identifier: MIT
 * The numbers behind a drawing. Ticks are exact decimals (1, 2, 2.5 or 5 times a power of ten)
 * so that what is printed along an axis is what is meant; the rest is geometry.
 */
#include <math.h>

#include "chart.h"
#include "people.h"

enum { MICRO = 1000000, MOST_STEPS = 4 };

bool chart_has(const chart_series *s, size_t point)
{
	return s->values && !(s->missing && s->missing[point]) && isfinite(s->values[point]);
}

bool chart_says(const chart_series *s, size_t point)
{
	bool is_there = s->values ? chart_has(s, point) : !(s->missing && s->missing[point]);

	return is_there && s->labels && s->labels[point];
}

const char *chart_label(const chart_series *s, size_t point)
{
	const char *sign = chart_sign(s, point);

	return chart_says(s, point) ? s->labels[point] : sign ? sign : PEOPLE_NOBODY_KNOWS;
}

const char *chart_sign(const chart_series *s, size_t point)
{
	return s->labels && s->missing && s->missing[point] ? s->labels[point] : NULL;
}

int heat_shade(double value)
{
	return value <= 0    ? HEAT_NONE
	       : value < 0.4 ? HEAT_LIGHT
	       : value < 0.8 ? HEAT_HALF
			     : HEAT_FULL;
}

const char *heat_mark(const chart_series *s, size_t point)
{
	static const char *const marks[] = { " ", "░", "▒", "█" };

	if (chart_has(s, point))
		return marks[heat_shade(s->values[point])];
	return chart_sign(s, point) ? "/" : " ";
}

const chart_series *band_low(const chart *c)
{
	return &c->series[c->series_count - 2];
}

const chart_series *band_high(const chart *c)
{
	return &c->series[c->series_count - 1];
}

bool band_has(const chart *c, size_t point)
{
	return chart_has(band_low(c), point) && chart_has(band_high(c), point);
}

bool slope_has(const chart *c, size_t series)
{
	return c->points >= 2 && chart_has(&c->series[series], 0) &&
	       chart_has(&c->series[series], 1);
}

static bool slope_is_drawable(const chart *c)
{
	size_t lines = 0;

	for (size_t s = 0; s < c->series_count; s++)
		lines += slope_has(c, s);
	return lines >= CHART_LEAST_POINTS && lines <= SLOPE_MOST;
}

bool chart_is_drawable(const chart *c)
{
	size_t points = 0;

	if (c->type == CHART_SLOPE)
		return slope_is_drawable(c);

	for (size_t i = 0; i < c->points; i++) {
		bool has = c->type == CHART_BAND && band_has(c, i);

		for (size_t s = 0; s < c->series_count; s++)
			has |= !c->series[s].is_reference && chart_has(&c->series[s], i);
		points += has;
	}
	return points >= CHART_LEAST_POINTS;
}

void chart_range(const chart *c, double *low, double *high)
{
	*low = *high = 0;
	for (size_t s = 0; s < c->series_count; s++)
		for (size_t i = 0; i < c->points; i++) {
			if (!chart_has(&c->series[s], i))
				continue;
			*low = fmin(*low, c->series[s].values[i]);
			*high = fmax(*high, c->series[s].values[i]);
		}
}

/* The smallest round step, in millionths, that goes from low to high in MOST_STEPS. */
static int64_t round_step(double low, double high)
{
	static const int64_t rounds[] = { 10, 20, 25, 50 };

	for (int64_t scale = 1; scale < INT64_MAX / 1000; scale *= 10)
		for (size_t i = 0; i < sizeof rounds / sizeof *rounds; i++) {
			double step = (double)(rounds[i] * scale);

			if (ceil(high * MICRO / step) - floor(low * MICRO / step) <= MOST_STEPS)
				return rounds[i] * scale;
		}
	return INT64_MAX / 1000;
}

static int places_of(int64_t step)
{
	int places = 6;

	for (; places > 0 && step % 10 == 0; step /= 10)
		places--;
	return places;
}

void axis_make(axis *a, double low, double high)
{
	int64_t step, first, last;

	if (low >= high)
		high = low + 1;
	step = round_step(low, high);
	first = (int64_t)floor(low * MICRO / (double)step);
	last = (int64_t)ceil(high * MICRO / (double)step);
	a->places = places_of(step);
	a->low = (double)(first * step) / MICRO;
	a->high = (double)(last * step) / MICRO;
	a->count = 0;
	for (int64_t i = first; i <= last && a->count < AXIS_TICKS; i++) {
		a->ticks[a->count] = (number){ .units = i * step, .decimals = 6 };
		a->values[a->count++] = (double)(i * step) / MICRO;
	}
}
