/* SPDX-License-Identifier: MIT
 * Numbers as JSON and spreadsheets write them, in the letters that a table has: no exponent, and
 * never one that could be read as thousands. The digits are those written: no binary float.
 */
#ifndef INPUT_PLAIN_H
#define INPUT_PLAIN_H

#include "../base/text.h"

/* Adds [-]digits[.digits][e[±]digits] times 10^shift. Of a number with a point or an exponent at
 * most `digits` significant digits are kept, the last rounded (0: all are). 1.234 is written
 * 1.2340, which nobody reads as thousands. False, and nothing added, when it is no such
 * number or one of more than a hundred digits. */
bool plain_number(text *out, const char *written, size_t length, int shift, size_t digits);

#endif
