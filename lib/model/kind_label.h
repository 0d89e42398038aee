/* SPDX-License-Identifier: MIT
 * Labels: classements, quality marks and denominations, and the dates the law hangs on them.
 */
#ifndef MODEL_KIND_LABEL_H
#define MODEL_KIND_LABEL_H

#include "kind.h"

/* Columns of the kind labels, by index. */
enum {
	LABEL_OFFICE,
	LABEL_HOLDER,
	LABEL_SCHEME,
	LABEL_DECIDED,
	LABEL_NAME,
	LABEL_LEVEL,
	LABEL_GRID,
	LABEL_COMPLETE,
	LABEL_FILED,
	LABEL_UNTIL,
	LABEL_WITHDRAWN,
	LABEL_INJUNCTION,
	LABEL_BASIS,
	LABEL_COVERED_BY,
	LABEL_REASON,
	LABEL_REFERENCE,
	LABEL_COUNT
};
extern const kind_column kind_labels[LABEL_COUNT];

#endif
