/* SPDX-License-Identifier: MIT
 * See sparkline.h. Values are coordinates here, no more: eight heights.
 */
#include <math.h>
#include <string.h>

#include "sparkline.h"

enum { HEIGHTS = 8, BLOCK_SIZE = 4 };

static int height_of(double value, double low, double high)
{
	double share = high > low ? (value - low) / (high - low) : 0;
	long height = lround(ceil(share * HEIGHTS));

	return height < 1 ? 1 : height > HEIGHTS ? HEIGHTS : (int)height;
}

const char *sparkline(relais_document *d, const double *values, const bool *missing, int count)
{
	static const char *const blocks[HEIGHTS] = { "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█" };
	char line[SPARKLINE_MOST * BLOCK_SIZE + 1] = "";
	double low = 0, high = 0;

	for (int i = 0; i < count; i++) {
		low = missing[i] ? low : fmin(low, values[i]);
		high = missing[i] ? high : fmax(high, values[i]);
	}
	for (int i = 0; i < count && i < SPARKLINE_MOST; i++)
		strcat(line, missing[i] ? "·" : blocks[height_of(values[i], low, high) - 1]);
	return document_copy(d, line);
}
