/* SPDX-License-Identifier: MIT
 * Figures that look odd and are right, as people confirmed them.
 */
#ifndef MODEL_KIND_CONFIRMATION_H
#define MODEL_KIND_CONFIRMATION_H

#include "kind.h"

enum {
	CONFIRMED_OFFICE,
	CONFIRMED_INDICATOR,
	CONFIRMED_PERIOD,
	CONFIRMED_VALUE,
	CONFIRMED_REASON,
	CONFIRMED_COUNT
};
extern const kind_column kind_confirmations[CONFIRMED_COUNT];

#endif
