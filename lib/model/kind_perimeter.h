/* SPDX-License-Identifier: MIT
 * The communes an office covers, dated.
 */
#ifndef MODEL_KIND_PERIMETER_H
#define MODEL_KIND_PERIMETER_H

#include "kind.h"

enum {
	PERIMETER_OFFICE,
	PERIMETER_COMMUNE,
	PERIMETER_NAME,
	PERIMETER_FROM,
	PERIMETER_UNTIL,
	PERIMETER_COUNT
};
extern const kind_column kind_perimeters[PERIMETER_COUNT];

#endif
