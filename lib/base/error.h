/* SPDX-License-Identifier: MIT
 * Filling a relais_error where the fault is known. The format is an English sentence
 * without final stop; it is looked up in the error's language before the values go in.
 */
#ifndef BASE_ERROR_H
#define BASE_ERROR_H

#include <relais.h>

#include "attributes.h"

/* Both return `status`, so that a function can end with `return fail(…)`. err may be NULL.
 * Parentheses keep the test library's macro of the same name out of the declaration. */
relais_status(fail)(relais_error *err, relais_status status, const char *format, ...)
	PRINTF_LIKE(3, 4);

typedef struct place {
	const char *input; /* file name, or NULL */
	unsigned long line; /* 0: none */
	unsigned long column; /* field from 1; 0: none */
	const char *rule; /* stable id, or NULL */
} place;

relais_status fail_at(relais_error *err, relais_status status, place where, const char *format,
	...) PRINTF_LIKE(4, 5);

/* words_errno() in the error's language */
const char *fail_errno(const relais_error *err, int number);

/* Makes a sentence with values of a file in it safe to print, in place and no longer: control characters
 * become blanks, broken UTF-8 question marks, marks of direction U+FFFD. */
void error_tidy(char *sentence);

/* "not enough memory" */
relais_status fail_memory(relais_error *err);

#endif
