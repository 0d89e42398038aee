/* SPDX-License-Identifier: MIT
 * Exact quotients of sums, rounded once, at the end. A fraction that does not fit is no
 * fraction (denominator 0): its answer is "not available", never a wrong figure.
 */
#ifndef QUESTION_FRACTION_H
#define QUESTION_FRACTION_H

#include "../../base/number.h"

__extension__ typedef __int128 wide;

typedef struct fraction {
	wide top, bottom; /* bottom > 0; 0: none */
} fraction;

fraction fraction_of(int64_t top, int64_t bottom);
fraction fraction_times(fraction f, int64_t factor);
fraction fraction_over(fraction f, int64_t divisor);
fraction fraction_minus(fraction a, fraction b);
/* 100 × (now − before) / before; none when before is 0. */
fraction fraction_evolution(fraction now, fraction before);
/* Half away from zero; false when there is none or it does not fit. */
bool fraction_round(fraction f, int decimals, number *out);
/* 10^n, n from 0 to 18. */
int64_t power_of_10(int n);

#endif
