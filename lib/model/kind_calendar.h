/* SPDX-License-Identifier: MIT
 * What a figure has to be read with: days a definition changed, holidays and local events.
 */
#ifndef MODEL_KIND_CALENDAR_H
#define MODEL_KIND_CALENDAR_H

#include "kind.h"

/* Columns of the kind breaks, by index. */
enum { BREAK_OFFICE, BREAK_INDICATOR, BREAK_DATE, BREAK_REASON, BREAK_COUNT };
extern const kind_column kind_breaks[BREAK_COUNT];

/* Columns of the kind calendar, by index. */
enum {
	CALENDAR_TYPE,
	CALENDAR_ZONE,
	CALENDAR_LABEL,
	CALENDAR_FROM,
	CALENDAR_UNTIL,
	CALENDAR_COUNT
};
extern const kind_column kind_calendar[CALENDAR_COUNT];

#endif
