/* SPDX-License-Identifier: MIT
 * What stands in a cell instead of a number.
 */
#ifndef BASE_NUMBER_WORDS_H
#define BASE_NUMBER_WORDS_H

#include <stdbool.h>
#include <stddef.h>

/* Of a trimmed cell: a word for a missing value; a spreadsheet's error. */
bool number_is_absent(const char *cell, size_t length);
bool number_is_broken(const char *cell, size_t length);

#endif
