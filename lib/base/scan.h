/* SPDX-License-Identifier: MIT
 * A short text cut into numbers and words: "1er août-24" is 1, er, aout, 24.
 */
#ifndef BASE_SCAN_H
#define BASE_SCAN_H

#include <stdbool.h>
#include <stddef.h>

enum { SCAN_PIECES = 6, SCAN_SIZE = 64 };

typedef struct scan_piece {
	int value; /* of a number; -1 for a word */
	int digits; /* written for it */
	char word[16];
} scan_piece;

/* Blanks, hyphens, dots, apostrophes and slashes part the pieces, and so does a change from
 * digits to letters. Returns how many there are; 0 when there is anything else in it or it
 * is too long for a date or a period. */
int scan(const char *string, size_t length, scan_piece pieces[SCAN_PIECES]);

/* Folds a piece of a string that need not end in NUL; false when it cannot be in full. */
bool scan_fold(const char *string, size_t length, char out[SCAN_SIZE]);

enum { YEAR_FIRST = 1900, YEAR_LAST = 2199 }; /* what is read as a year */
/* The year behind two digits or four: 24 is 2024, 70 to 99 are 19xx; 0: not a year. */
int scan_year(int value, int digits);

#endif
