/* SPDX-License-Identifier: MIT
 * The reports of rt-report, one file each.
 */
#ifndef REPORT_H
#define REPORT_H

#include "../tool.h"

extern const struct tool_example monthly_examples[];
extern const struct verb verb_monthly, verb_board, verb_published, verb_diff, verb_outline_of;
extern const struct tool_option report_options[]; /* of every report */

/* Asks and writes a report; last month's when no period was given. With --publish it is recorded
 * too. */
relais_status report_run(struct session *s, const char *name);
/* A report put in the order that --outline asks for. */
relais_status report_make(struct session *s, const char *name, relais_document **out);
/* The number of an edition that a person wrote after --OPTION. */
relais_status report_edition(
	struct session *s, const char *said, const char *option, long long *out);
/* Writes a report and records it as an edition, both or neither. */
relais_status report_publish(struct session *s, const char *report);

#endif
