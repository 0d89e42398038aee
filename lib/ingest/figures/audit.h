/* SPDX-License-Identifier: MIT
 * What a file computed itself - total rows, total columns, changes from one year to the next -
 * held against its figures. Such cells are never imported; a difference is a warning, rule
 * total-mismatch.
 */
#ifndef INGEST_AUDIT_H
#define INGEST_AUDIT_H

#include "figures.h"
#include "../layout/sift.h"

typedef struct audit_counts {
	uint64_t agree, differ;
} audit_counts;

/* `read`: those that the file gave. */
relais_status audit_file(source *src, const dialect *d, const layout *l,
	const directories *known, const figures *read, told *t, audit_counts *counts,
	relais_error *err) MUST_CHECK;
bool audit_has_columns(const layout *l);

#endif
