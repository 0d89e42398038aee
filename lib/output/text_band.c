/* SPDX-License-Identifier: MIT
 * A year inside the years before it, in plain text: shade from the lowest to the highest, a dot for
 * the year itself, on one scale from zero.
 */
#include <math.h>

#include "chart.h"
#include "people.h"
#include "text_chart.h"
#include "wrap.h"

static const char SHADE[] = "░", DOT[] = "●";

static int column_of(const chart *c, double value, int room)
{
	double low, high;

	chart_range(c, &low, &high);
	return high > low ? (int)lround((value - low) / (high - low) * (room - 1)) : 0;
}

void text_band(text *out, const chart *c, size_t point, int room)
{
	bool is_band = band_has(c, point), is_there = chart_has(&c->series[0], point);
	int from = is_band ? column_of(c, band_low(c)->values[point], room) : room;
	int to = is_band ? column_of(c, band_high(c)->values[point], room) : room - 1;
	int at = is_there ? column_of(c, c->series[0].values[point], room) : -1;

	wrap_blanks(out, 2);
	for (int i = 0; i < room; i++)
		text_add(out, i == at ? DOT : i >= from && i <= to ? SHADE : " ");
}

void text_band_key(text *out, const chart *c, int indent, int width)
{
	text blanks = { 0 }, key = { 0 };

	wrap_blanks(&blanks, indent);
	text_addf(&key, "%s %s  %s %s – %s", DOT, c->series[0].name, SHADE, band_low(c)->name,
		band_high(c)->name);
	wrap_text(out, text_str(&key), width, text_str(&blanks), text_str(&blanks));
	out->failed |= key.failed || blanks.failed;
	text_free(&key);
	text_free(&blanks);
}
