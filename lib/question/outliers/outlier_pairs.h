/* SPDX-License-Identifier: MIT
 * What two figures say of each other (C2.9), exactly: ratios are compared by multiplying across.
 */
#ifndef QUESTION_OUTLIER_PAIRS_H
#define QUESTION_OUTLIER_PAIRS_H

#include <stdbool.h>
#include <stdint.h>

/* (ii) Three times as much or more, or a third or less, and `least` apart (100, in the figures'
 * decimals). Nothing is a multiple of 0. */
bool pair_is_far(int64_t now, int64_t before, int64_t least);
/* (iv) Within 15 % of 10, 100 or 1000 times as much: 1, 2, 3; as little: -1, -2, -3; else 0. */
int pair_power_of_ten(int64_t now, int64_t before);
/* (v) The very same, and above `least` (50). */
bool pair_is_same(int64_t now, int64_t before, int64_t least);
/* (viii) More than 1 % of the months' sum apart. */
bool pair_year_differs(int64_t year, int64_t months);

#endif
