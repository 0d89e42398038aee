/* SPDX-License-Identifier: MIT
 * What a relay makes of a report: which sections, in which order, under which titles, with which words of
 * its own. The file is the table of contents: what it does not name is not there.
 */
#ifndef REPORT_OUTLINE_H
#define REPORT_OUTLINE_H

#include <relais.h>

/* A section that a report can have, in its usual order; {NULL} ends the list. */
typedef struct outline_section {
	const char *anchor, *title;
} outline_section;

/* Of a report by its name; NULL: there is none. */
const outline_section *report_sections(const char *report);

#endif
