/* SPDX-License-Identifier: MIT
 * A merger that has not happened: the register as it would be, so that whatever is asked of it answers
 * as if. Nothing of it is stored.
 */
#ifndef QUESTION_SUPPOSED_H
#define QUESTION_SUPPOSED_H

#include "roster.h"

typedef struct supposed {
	const char *const *offices; /* NULL-terminated; the first goes on for the others */
	relais_day on; /* first day of the merged office */
	relais_day decided; /* of the deliberation: what the law counts from */
} supposed;

/* Two offices at least, each once, none a bureau, all open the day before: otherwise RELAIS_E_USAGE. */
relais_status roster_suppose(roster *r, const supposed *what, relais_error *err) MUST_CHECK;

#endif
