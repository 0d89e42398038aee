/* SPDX-License-Identifier: MIT
 * The columns of the kind norm: which definitions of which indicators the national norm asks for,
 * and when. The built-in ones (share/norm.csv) have the same.
 */
#ifndef MODEL_KIND_NORM_H
#define MODEL_KIND_NORM_H

#include "kind.h"

enum {
	NORM_INDICATOR,
	NORM_DEFINITION,
	NORM_FROM,
	NORM_UNTIL,
	NORM_REQUIRED,
	NORM_SECTION,
	NORM_RANK,
	NORM_SOURCE,
	NORM_COUNT
};
extern const kind_column kind_norm[NORM_COUNT];

#endif
