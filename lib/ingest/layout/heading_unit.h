/* SPDX-License-Identifier: MIT
 * In what the figures of a column are said: its heading ends with it, or a profile says so.
 */
#ifndef INGEST_HEADING_UNIT_H
#define INGEST_HEADING_UNIT_H

#include <stdbool.h>

typedef enum unit_kind {
	UNIT_NONE, /* not said */
	UNIT_NUMBER,
	UNIT_MONEY,
	UNIT_PERCENT,
	UNIT_FRACTION /* of one, for figures kept in percent */
} unit_kind;

typedef struct unit {
	unit_kind what;
	int scale; /* the power of ten its figures are multiplied by: k€ is 3 */
} unit;

/* Takes the unit, and what joins it to the name, off the end of a heading; false: there is none,
 * or nothing else. */
bool unit_take(char *words, unit *out);
/* A line that says nothing but a unit: "En k€", "(en milliers d'euros)", "Unité : k€". */
bool unit_alone(const char *words, unit *out);
/* A unit alone: k€, en milliers, %; or fraction, which no heading says. */
bool unit_read(const char *words, unit *out);
/* For people, and for --detect; "" when there is nothing to say. */
const char *unit_name(unit u);
const char *unit_factor(unit u); /* 1000 */

#endif
