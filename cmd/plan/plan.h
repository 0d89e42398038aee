/* SPDX-License-Identifier: MIT
 * The verbs of rt-plan, one file each, and what add and set share: the fields of an action.
 */
#ifndef PLAN_H
#define PLAN_H

#include "../tool.h"

enum { CODE_SIZE = 64 };

extern const struct verb verb_list, verb_add, verb_set, verb_late, verb_gantt, verb_training;

extern const struct tool_option action_options[];

/* The resolution of --resolution, NULL when not given. */
const char *action_resolution(void);
/* Records the fields that were given under `code`; `resolution` may be NULL. */
relais_status action_record(struct session *s, const char *code, const char *resolution);

/* The highest number of the actions of a resolution (A5-03: 3), and whether `code` exists. */
relais_status action_look(struct session *s, const char *resolution, const char *code,
	int *highest, bool *exists);
/* A fault that names the codes near to one that does not exist. */
relais_status action_unknown(struct session *s, const char *code);

#endif
