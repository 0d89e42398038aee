/* SPDX-License-Identifier: MIT
 * An answer with days as a calendar (RFC 5545), an entry for each row.
 */
#ifndef OUTPUT_ICS_H
#define OUTPUT_ICS_H

#include <late/ical.h>

#include "writer.h"

/* The columns an entry is made of; those that an answer lacks are left out of it. */
enum {
	ICS_UID,
	ICS_TITLE,
	ICS_COMPONENT,
	ICS_CODE,
	ICS_START,
	ICS_DUE,
	ICS_STATUS,
	ICS_PROGRESS,
	ICS_SEQUENCE,
	ICS_MODIFIED,
	ICS_ALARMS,
	ICS_OWNER,
	ICS_OFFICE,
	ICS_RESOLUTION,
	ICS_TYPE,
	ICS_DETAIL,
	ICS_PLACE,
	ICS_COLUMNS
};

/* Has it a day to stand on? What has none is in no calendar. */
bool ics_has_day(const char *const *cells);
/* Of what has a day; `cells` by the columns above, NULL: nothing said. NULL: no memory. */
icalcomponent *ics_entry(const char *const *cells);

#endif
