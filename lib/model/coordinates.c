/* SPDX-License-Identifier: MIT
 * See coordinates.h.
 */
#include "coordinates.h"

#include "../base/number.h"

bool degrees_read(const char *text, int most, double *out)
{
	const int64_t millionths = 1000000;
	number n;

	if (!text || !number_from_text(text, &n) ||
		!number_rescale(n, NUMBER_MAX_DECIMALS, &n, NULL) ||
		n.units > most * millionths || n.units < -most * millionths)
		return false;
	*out = (double)n.units / (double)millionths;
	return true;
}
