/* SPDX-License-Identifier: MIT
 * The reports of rt-report, one file each.
 */
#ifndef REPORT_H
#define REPORT_H

#include "../tool.h"

extern const struct tool_example monthly_examples[];
extern const struct verb verb_monthly, verb_published;

/* Writes a report and records it as an edition, both or neither. */
relais_status report_publish(struct session *s, const char *report);

#endif
