/* SPDX-License-Identifier: MIT
 * What shows that a resolution is worked at: the journal of activities, the bodies the relay works
 * with, the values to reach. Heads are counted and roles named; no person is.
 */
#ifndef MODEL_KIND_EVIDENCE_H
#define MODEL_KIND_EVIDENCE_H

#include "kind.h"

/* Columns of the kind activities, by index. */
enum {
	ACTIVITY_CODE,
	ACTIVITY_DATE,
	ACTIVITY_TYPE,
	ACTIVITY_RESOLUTIONS,
	ACTIVITY_TITLE,
	ACTIVITY_OFFICES,
	ACTIVITY_PARTNERS,
	ACTIVITY_PEOPLE,
	ACTIVITY_DAYS,
	ACTIVITY_DELAY,
	ACTIVITY_PROOF,
	ACTIVITY_COUNT
};
extern const kind_column kind_activities[ACTIVITY_COUNT];
extern const choice kind_activity_types[];

/* Columns of the kind partners, by index. */
enum { PARTNER_CODE, PARTNER_NAME, PARTNER_TYPE, PARTNER_ROLE, PARTNER_WEB, PARTNER_COUNT };
extern const kind_column kind_partners[PARTNER_COUNT];

/* Columns of the kind targets, by index. */
enum {
	TARGET_RESOLUTION,
	TARGET_INDICATOR,
	TARGET_LEVEL,
	TARGET_FROM,
	TARGET_UNTIL,
	TARGET_VALUE,
	TARGET_SENSE,
	TARGET_NOTE,
	TARGET_COUNT
};
extern const kind_column kind_targets[TARGET_COUNT];
extern const choice kind_levels[], kind_senses[];

#endif
