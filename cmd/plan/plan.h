/* SPDX-License-Identifier: MIT
 * The verbs of rt-plan, one file each, and what add and set share: the fields of an action.
 */
#ifndef PLAN_H
#define PLAN_H

#include "../tool.h"

enum { CODE_SIZE = 64, TITLE_SIZE = 1024 };

extern const struct verb verb_list, verb_add, verb_set, verb_ready, verb_late, verb_seed,
	verb_budget, verb_burndown, verb_calendar, verb_gantt, verb_check, verb_training,
	verb_merge;

/* What every question about the plan takes. */
enum {
	TAKES_PLAN = TAKES_DATA | TAKES_FORMAT | TAKES_RESOLUTION | TAKES_OFFICE | TAKES_AS_OF |
		     TAKES_TODAY
};

/* Options that several verbs have to choose actions with. */
extern struct plan_choice {
	const char *state, *owner;
	bool critical;
} plan_choice;
#define CHOOSE_STATE                                                                           \
	{                                                                                      \
		0, "state", N_("STATE"), N_("a_faire, en_cours, fait, reporte or abandonne"),  \
			OPT_TEXT(&plan_choice.state)                                           \
	}
#define CHOOSE_OWNER                                                                           \
	{                                                                                      \
		0, "owner", N_("TEXT"), N_("only what that role is in charge of"),             \
			OPT_TEXT(&plan_choice.owner)                                           \
	}
#define CHOOSE_CRITICAL                                                                        \
	{                                                                                      \
		0, "critical", NULL, N_("only the chain that leaves least time"),              \
			OPT_FLAG(&plan_choice.critical)                                        \
	}
void plan_choose(struct session *s); /* into the question */

extern const struct tool_option action_options[];

/* The resolution of --resolution, NULL when not given. */
const char *action_resolution(void);
/* Records the fields that were given under `code`; `resolution` may be NULL. */
relais_status action_record(struct session *s, const char *code, const char *resolution);
/* The same; unless --title gave one, under that title. */
relais_status action_record_as(
	struct session *s, const char *code, const char *resolution, const char *title);

/* The highest number of the actions of a resolution (A5-03: 3), and whether `code` exists. */
relais_status action_look(struct session *s, const char *resolution, const char *code,
	int *highest, bool *exists);
/* Of A5-01#3, the title and resolution of A5-01, which comes back; both "" when it does not. */
relais_status action_series(struct session *s, const char *code, char title[TITLE_SIZE],
	char resolution[CODE_SIZE]);
/* A fault that names the codes near to one that does not exist. */
relais_status action_unknown(struct session *s, const char *code);

#endif
