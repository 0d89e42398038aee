/* SPDX-License-Identifier: MIT
 * A cell on its way to a number: what is left of its text, and what was learnt from the rest.
 */
#ifndef BASE_NUMBER_CELL_H
#define BASE_NUMBER_CELL_H

#include <stdbool.h>
#include <stddef.h>

#include "number.h"

typedef struct number_cell {
	const char *at;
	size_t length;
	bool negative, has_exponent;
	int shift; /* power of ten: of the unit and the exponent */
} number_cell;

/* Digits, decimal mark and thousands only; `mark` as for number_read. */
number_reading number_read_body(const number_cell *c, char mark, number *out);

/* A word for a missing value; a spreadsheet's error. Of a trimmed cell that is not empty. */
bool number_is_absent(const char *text, size_t length);
bool number_is_broken(const char *text, size_t length);

#endif
