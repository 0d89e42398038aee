/* SPDX-License-Identifier: MIT
 * Rules of one record, for the calendar. Canonical days compare as text.
 */
#include <string.h>

#include "../base/words.h"
#include "kind_calendar.h"
#include "rule.h"

const char *check_calendar(const char **values, const char **why)
{
	if (!values[CALENDAR_UNTIL] ||
		strcmp(values[CALENDAR_FROM], values[CALENDAR_UNTIL]) <= 0)
		return NULL;
	*why = N_("it ends before it begins: until is its last day");
	return "ends-before-start";
}
