/* SPDX-License-Identifier: MIT
 * What was signed: objective agreements of the offices, partnerships of the relais, and what
 * they promise, year by year.
 */
#ifndef MODEL_KIND_AGREEMENT_H
#define MODEL_KIND_AGREEMENT_H

#include "kind.h"

/* Columns of the kind agreements, by index. */
enum {
	AGREEMENT_CODE,
	AGREEMENT_TYPE,
	AGREEMENT_OFFICE,
	AGREEMENT_PARTNER,
	AGREEMENT_WITH,
	AGREEMENT_SIGNED,
	AGREEMENT_FROM,
	AGREEMENT_UNTIL,
	AGREEMENT_REVIEWED,
	AGREEMENT_SERVICES,
	AGREEMENT_RESOLUTION,
	AGREEMENT_PROOF,
	AGREEMENT_COUNT
};
extern const kind_column kind_agreements[AGREEMENT_COUNT];

/* Columns of the kind objectives, by index. */
enum {
	OBJECTIVE_AGREEMENT,
	OBJECTIVE_INDICATOR,
	OBJECTIVE_PERIOD,
	OBJECTIVE_TARGET,
	OBJECTIVE_SENSE,
	OBJECTIVE_LABEL,
	OBJECTIVE_COUNT
};
extern const kind_column kind_objectives[OBJECTIVE_COUNT];

#endif
