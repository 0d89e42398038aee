/* SPDX-License-Identifier: MIT
 * In 128 bits, so that no product is cut.
 */
#include "outlier_pairs.h"

#include "../measure/fraction.h"

static wide size_of(wide x)
{
	return x < 0 ? -x : x;
}

bool pair_is_far(int64_t now, int64_t before, int64_t least)
{
	wide a = now, b = before;

	if (b == 0 || size_of(a - b) < least)
		return false;
	if (b < 0) {
		a = -a;
		b = -b;
	}
	return a >= 3 * b || 3 * a <= b;
}

/* `more` is 10^k times `less`, within 15 %. */
static int times_ten(wide more, wide less)
{
	wide power = 10;

	for (int k = 1; less > 0 && k <= 3; k++, power *= 10)
		if (100 * more >= 85 * power * less && 100 * more <= 115 * power * less)
			return k;
	return 0;
}

int pair_power_of_ten(int64_t now, int64_t before)
{
	wide a = now, b = before;
	int up;

	if (a < 0 && b < 0) {
		a = -a;
		b = -b;
	}
	up = times_ten(a, b);
	return up ? up : -times_ten(b, a);
}

bool pair_is_same(int64_t now, int64_t before, int64_t least)
{
	return now == before && now > least;
}

bool pair_year_differs(int64_t year, int64_t months)
{
	return 100 * size_of((wide)year - months) > size_of(months);
}
