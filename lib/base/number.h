/* SPDX-License-Identifier: MIT
 * Exact decimals: an integer in units of 10^-decimals. Sums are exact whatever the order;
 * rounding happens once, half away from zero. No binary float, no process locale.
 */
#ifndef BASE_NUMBER_H
#define BASE_NUMBER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <relais.h>

enum { NUMBER_MAX_DECIMALS = 6, NUMBER_SIZE = 32 };

typedef struct number {
	int64_t units;
	int decimals; /* 0..NUMBER_MAX_DECIMALS */
} number;

typedef enum number_reading {
	NUMBER_READ,
	NUMBER_BLANK, /* nothing but blanks */
	NUMBER_ABSENT, /* a word for a missing value: n.d. nd nc NR ns - – — . / ? */
	NUMBER_AMBIGUOUS, /* 1,234 or 1.234: thousands or decimals? */
	NUMBER_BROKEN, /* a spreadsheet error: #N/A #DIV/0! #REF! #VALEUR! ##### */
	NUMBER_TOO_FINE, /* more than NUMBER_MAX_DECIMALS decimals that are not zero */
	NUMBER_TOO_BIG, /* outside 64 bits */
	NUMBER_INVALID /* not a number */
} number_reading;

/* `mark` is the decimal mark of the column: ',' or '.', 0 when nothing is known yet (then both
 * marks present: the last one is decimal; a mark repeated: thousands; a lone mark followed by
 * exactly three digits and preceded by one to three: NUMBER_AMBIGUOUS, with *out read as a
 * decimal; anything else: decimal). Thousands: any blank, apostrophes, and the
 * other mark, in groups of three only. Leading + or -, U+2212, trailing - and (123) for
 * negatives, %, €, k€ and M€ (×1000, ×1000000) after the digits, 1,23E+05. `<5` is invalid. */
number_reading number_read(const char *string, size_t length, char mark, number *out);
/* A number with a decimal point and more decimals than can be kept, times 10^power, rounded half
 * away from zero to `decimals`. False when it is no plain decimal or too big. */
bool number_read_long(const char *string, size_t length, int power, int decimals, number *out);
/* The fast path of the above for digits with an optional point: false when it is not that. */
bool number_read_plain(const char *string, size_t length, number *out);

/* Half away from zero when digits are lost (then *lossy, which may be NULL). False on overflow. */
bool number_rescale(number n, int decimals, number *out, bool *lossy);
/* a against b, whatever their decimals: -1, 0, 1. */
int number_order(number a, number b);
/* n × 10^power, exactly. False on overflow. */
bool number_shift(number n, int power, number *out);
bool number_add(int64_t *total, int64_t value); /* false on overflow, total unchanged */

/* numerator × factor / denominator rounded half away from zero to `decimals`;
 * false when the denominator is 0 or it does not fit. */
bool number_ratio(
	int64_t numerator, int64_t denominator, int64_t factor, int decimals, number *out);
/* 100 × (now − before) / before: the evolution in percent. */
bool number_evolution(int64_t now, int64_t before, int decimals, number *out);

/* Machine text: point, no trailing zeros, never "-0". */
void number_print(number n, char out[NUMBER_SIZE]);
/* For people: rounded to `places`, all of them printed, thousands apart: French "1 234,50" with
 * U+202F, English "1,234.50"; a true minus sign U+2212; never a signed zero. With
 * `sign`, a + before what is above zero. `out` of NUMBER_SIZE * 2 bytes. */
void number_format(number n, int places, relais_lang lang, bool sign, char *out);
/* Machine text (as number_print writes it, or any plain decimal) to a number; exact. */
bool number_from_text(const char *string, number *out);

#endif
