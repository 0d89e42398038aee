/* SPDX-License-Identifier: MIT
 * 128-bit products, reduced before they grow; overflow is checked by division because clang
 * without its own runtime lacks the checked 128-bit multiplication.
 */
#include "fraction.h"

static const fraction none = { 0, 0 };

static wide positive(wide a)
{
	return a < 0 ? -a : a;
}

static bool is_short(wide a)
{
	return a <= INT64_MAX && a >= -INT64_MAX;
}

/* What the processor divides itself, it does. */
static wide divided(wide a, wide b)
{
	return is_short(a) && is_short(b) ? (int64_t)a / (int64_t)b : a / b;
}

static wide rest_of(wide a, wide b)
{
	return is_short(a) && is_short(b) ? (int64_t)a % (int64_t)b : a % b;
}

static wide common_divisor(wide a, wide b)
{
	a = positive(a);
	b = positive(b);
	if (b == 1 || a == b)
		return b;
	while (b) {
		wide rest = rest_of(a, b);

		a = b;
		b = rest;
	}
	return a;
}

static bool multiply(wide a, wide b, wide *out)
{
	const wide largest = (((wide)1 << 126) - 1) * 2 + 1;

	if (a && !(is_short(a) && is_short(b)) && positive(b) > largest / positive(a))
		return false;
	*out = a * b;
	return true;
}

static fraction reduced(wide top, wide bottom)
{
	wide divisor;

	if (!bottom)
		return none;
	divisor = common_divisor(top, bottom);
	if (bottom < 0)
		divisor = -divisor;
	if (divisor == 1)
		return (fraction){ top, bottom };
	return (fraction){ divided(top, divisor), divided(bottom, divisor) };
}

fraction fraction_of(int64_t top, int64_t bottom)
{
	return reduced(top, bottom);
}

fraction fraction_times(fraction f, int64_t factor)
{
	wide divisor = f.bottom ? common_divisor(factor, f.bottom) : 0;
	wide top;

	if (!f.bottom || !multiply(f.top, divided(factor, divisor), &top))
		return none;
	return (fraction){ top, divided(f.bottom, divisor) };
}

fraction fraction_over(fraction f, int64_t divisor)
{
	wide bottom;

	if (!f.bottom || !divisor || !multiply(f.bottom, divisor, &bottom))
		return none;
	return reduced(f.top, bottom);
}

fraction fraction_minus(fraction a, fraction b)
{
	wide left, right, bottom;

	if (!a.bottom || !b.bottom || !multiply(a.top, b.bottom, &left) ||
		!multiply(b.top, a.bottom, &right) || !multiply(a.bottom, b.bottom, &bottom))
		return none;
	if (left / 2 - right / 2 > ((wide)1 << 125) || right / 2 - left / 2 > ((wide)1 << 125))
		return none;
	return reduced(left - right, bottom);
}

/* As now / before - 1, whose terms grow least. */
fraction fraction_evolution(fraction now, fraction before)
{
	wide top, bottom;
	fraction quotient;

	if (!now.bottom || !before.bottom || !before.top ||
		!multiply(now.top, before.bottom, &top) ||
		!multiply(now.bottom, before.top, &bottom))
		return none;
	quotient = fraction_minus(reduced(top, bottom), (fraction){ 1, 1 });
	return fraction_times(quotient, 100);
}

int64_t power_of_10(int n)
{
	int64_t power = 1;

	while (n-- > 0)
		power *= 10;
	return power;
}

/* The whole part and the rest are scaled apart, so that large values keep their decimals. */
bool fraction_round(fraction f, int decimals, number *out)
{
	wide top = positive(f.top), scale = power_of_10(decimals), whole, rest;

	if (!f.bottom)
		return false;
	whole = divided(top, f.bottom);
	if (whole > INT64_MAX / scale || !multiply(rest_of(top, f.bottom), scale, &rest))
		return false;
	whole = whole * scale + divided(rest, f.bottom);
	rest = rest_of(rest, f.bottom);
	if (rest >= f.bottom - rest)
		whole++;
	if (whole > INT64_MAX)
		return false;
	*out = (number){ (int64_t)(f.top < 0 ? -whole : whole), decimals };
	return true;
}
