/* SPDX-License-Identifier: MIT
 * The reports of rt-report, one file each.
 */
#ifndef REPORT_H
#define REPORT_H

#include "../tool.h"

extern const struct tool_example monthly_examples[];
extern const struct verb verb_monthly, verb_board;

/* Asks and writes a report; last month's when no period was given. */
relais_status report_run(struct session *s, const char *name);

#endif
