/* SPDX-License-Identifier: MIT
 * The reports of rt-report, one file each.
 */
#ifndef REPORT_H
#define REPORT_H

#include "../tool.h"

extern const struct tool_example monthly_examples[];
extern const struct verb verb_monthly, verb_board, verb_published, verb_diff, verb_outline_of,
	verb_office, verb_resolutions, verb_annual, verb_labels, verb_training, verb_weight;
extern const struct tool_option report_options[]; /* of reports on the network */
extern const struct tool_option report_sheet_options[]; /* of sheets of offices */

/* What those options say. */
struct report_want {
	const char *outline, *index;
	bool publish, each;
};
extern const struct report_want *const report_want;

/* Last month when no period was given, and the language of the relay. */
relais_status report_period(struct session *s);
/* Asks and writes a report, which with --publish is recorded too. */
relais_status report_write(struct session *s, const char *name);
/* The same; last month's when no period was given. */
relais_status report_run(struct session *s, const char *name);
/* A report put in the order that --outline asks for. */
relais_status report_make(struct session *s, const char *name, relais_document **out);
/* The number of an edition that a person wrote after --OPTION. */
relais_status report_edition(
	struct session *s, const char *said, const char *option, long long *out);
/* Writes a report and records it as an edition, both or neither. */
relais_status report_publish(struct session *s, const char *report);

/* `pattern` with {code} and {period} filled in: a code is letters, digits, . _ - and no more, so that it
 * cannot lead anywhere else. Without a code there is no {code}. Other words in braces are refused. The
 * caller frees *out, whatever is returned; it is NULL before. */
relais_status sheet_path(struct session *s, const char *pattern, const char *code, char **out);
/* The path from the root, spelled one way; the caller frees it. NULL: no memory, or nowhere. */
char *sheet_place(const char *path);
/* From the folder of one file to another, both places, as the address of a link. NULL: no memory. */
char *sheet_link(const char *from, const char *to);

#endif
