/* SPDX-License-Identifier: MIT
 * Arithmetic on exact decimals. What can exceed 64 bits is computed in 128 and brought back
 * at the end: a result fits or the function says no; it never wraps.
 */
#include "number.h"

__extension__ typedef unsigned __int128 wide;

static const uint32_t power_of_ten[NUMBER_MAX_DECIMALS + 1] = { 1, 10, 100, 1000, 10000, 100000,
	1000000 };

static bool valid_decimals(int decimals)
{
	return decimals >= 0 && decimals <= NUMBER_MAX_DECIMALS;
}

static uint64_t magnitude(int64_t value)
{
	return value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
}

/* A sign and a magnitude back to 64 bits. */
static bool narrow(wide value, bool negative, int64_t *out)
{
	if (value > (wide)INT64_MAX + negative)
		return false;
	*out = negative ? (int64_t)(0 - (uint64_t)value) : (int64_t)value;
	return true;
}

bool number_shift(number n, int power, number *out)
{
	for (; power > 0 && n.decimals > 0; power--)
		n.decimals--;
	for (; power > 0; power--)
		if (__builtin_mul_overflow(n.units, 10, &n.units))
			return false;
	*out = n;
	return true;
}

bool number_rescale(number n, int decimals, number *out, bool *lossy)
{
	wide value = magnitude(n.units);
	uint32_t step;
	int64_t units;

	if (!valid_decimals(decimals) || !valid_decimals(n.decimals))
		return false;
	if (lossy)
		*lossy = false;
	if (decimals >= n.decimals) {
		value *= power_of_ten[decimals - n.decimals];
	} else {
		step = power_of_ten[n.decimals - decimals];
		if (lossy)
			*lossy = value % step != 0;
		value = (value + step / 2) / step;
	}
	if (!narrow(value, n.units < 0, &units))
		return false;
	*out = (number){ units, decimals };
	return true;
}

bool number_add(int64_t *total, int64_t value)
{
	int64_t sum;

	if (__builtin_add_overflow(*total, value, &sum))
		return false;
	*total = sum;
	return true;
}

/* top / bottom to `decimals`, half away from zero. The whole part and the rest are scaled
 * apart, so that nothing between them is larger than what fits. */
static bool divide(wide top, uint64_t bottom, bool negative, int decimals, number *out)
{
	uint32_t scale;
	wide whole, rest;
	int64_t units;

	if (!bottom || !valid_decimals(decimals))
		return false;
	scale = power_of_ten[decimals];
	whole = top / bottom;
	rest = top % bottom * scale;
	if (whole > (wide)INT64_MAX + 1)
		return false;
	whole = whole * scale + rest / bottom;
	rest %= bottom;
	if (rest >= bottom - rest)
		whole++;
	if (!narrow(whole, negative, &units))
		return false;
	*out = (number){ units, decimals };
	return true;
}

bool number_ratio(
	int64_t numerator, int64_t denominator, int64_t factor, int decimals, number *out)
{
	wide top = (wide)magnitude(numerator) * magnitude(factor);
	bool negative = (numerator < 0) ^ (denominator < 0) ^ (factor < 0);

	return divide(top, magnitude(denominator), negative, decimals, out);
}

bool number_evolution(int64_t now, int64_t before, int decimals, number *out)
{
	bool fell = now < before;
	uint64_t change =
		fell ? (uint64_t)before - (uint64_t)now : (uint64_t)now - (uint64_t)before;

	return divide(
		(wide)change * 100, magnitude(before), fell ^ (before < 0), decimals, out);
}

int number_order(number a, number b)
{
	__extension__ typedef __int128 signed_wide;
	signed_wide x = a.units, y = b.units;

	for (int d = a.decimals; d < b.decimals; d++)
		x *= 10;
	for (int d = b.decimals; d < a.decimals; d++)
		y *= 10;
	return (x > y) - (x < y);
}
