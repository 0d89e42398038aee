/* SPDX-License-Identifier: MIT
 * The plan: what is to be done, by whom, when, after what, at what cost.
 */
#ifndef MODEL_KIND_ACTION_H
#define MODEL_KIND_ACTION_H

#include "kind.h"

/* Columns of the kind actions, by index. */
enum {
	ACTION_CODE,
	ACTION_RESOLUTION,
	ACTION_TITLE,
	ACTION_OWNER,
	ACTION_PARTNERS,
	ACTION_START,
	ACTION_DUE,
	ACTION_STATE,
	ACTION_PROGRESS,
	ACTION_PLANNED,
	ACTION_SPENT,
	ACTION_INDICATOR,
	ACTION_TARGET,
	ACTION_PROOF,
	ACTION_OFFICES,
	ACTION_WEIGHT,
	ACTION_AFTER,
	ACTION_REPEAT,
	ACTION_UNTIL,
	ACTION_DONE_ON,
	ACTION_PLANNED_DAYS,
	ACTION_SPENT_DAYS,
	ACTION_FUNDINGS,
	ACTION_BLOCKED,
	ACTION_COUNT
};
extern const kind_column kind_actions[ACTION_COUNT];
extern const choice kind_states[]; /* of actions and resolutions; ends with {NULL} */

#endif
