/* SPDX-License-Identifier: MIT
 * A day that hangs on another: J-90 classement:OT-99-004, J+30 A5-01, M-6 fusion:OT-99-017. It is
 * kept as it was said and worked out when asked, so that it follows what it hangs on.
 */
#ifndef MODEL_MOMENT_H
#define MODEL_MOMENT_H

#include <relais.h>

#include "../base/attributes.h"

enum { MOMENT_SIZE = 200 };

typedef struct moment {
	char unit; /* D, W, M or Y */
	int count; /* of units, below zero: before */
	char anchor[32]; /* classement, fusion, calendar …; "": an action */
	char name[128]; /* what is anchored: an office, a label of the calendar, an action */
	bool at_start; /* of an action: hangs on its first day instead of its last */
} moment;

typedef enum moment_reading {
	MOMENT_READ,
	MOMENT_NONE, /* nothing of the kind: perhaps a date */
	MOMENT_UNKNOWN /* the shape is right, the word before the colon is none of ours */
} moment_reading;

/* The words that may stand before a colon, NULL-terminated. */
extern const char *const moment_anchors[];

moment_reading moment_read(const char *said, moment *out);
/* As it was said, blanks and signs made one. */
void moment_print(const moment *m, char out[MOMENT_SIZE]);
/* `count` units from a day; the 31st of a month that is shorter is its last day. */
relais_day moment_shift(relais_day day, char unit, int count);

#endif
