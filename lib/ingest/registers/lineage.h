/* SPDX-License-Identifier: MIT
 * What an event does to the register of offices, in the batch that tells it: an office that merged
 * closed the day before, a bureau has its office, a name changed.
 */
#ifndef INGEST_LINEAGE_H
#define INGEST_LINEAGE_H

#include "cell.h"
#include "made.h"

typedef struct lineage lineage;

relais_status lineage_open(lineage **out, relais_store *store, int64_t batch, maker *make,
	const directories *known, told *t, relais_error *err) MUST_CHECK;
/* `values` by column of the kind events. *holds false: the event cannot be, which was told; what
 * only contradicts the register is told, and the register stays. Revisions count as consequences. */
relais_status lineage_apply(lineage *l, const char *const *values, spot at,
	relais_summary *summary, bool *holds, relais_error *err) MUST_CHECK;
void lineage_close(lineage *l); /* NULL is fine */

#endif
