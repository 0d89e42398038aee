/* SPDX-License-Identifier: MIT
 * Records of a file of figures, whatever its shape, to staged figures.
 */
#ifndef INGEST_FIGURES_H
#define INGEST_FIGURES_H

#include "../layout/layout.h"
#include "staging.h"

typedef struct figures figures;

/* Everything is borrowed until figures_close. Makes offices and indicators on the way when the
 * options say so (they belong to `batch`). */
relais_status figures_open(figures **out, relais_store *store, int64_t batch, const layout *l,
	directories *known, const relais_import_options *options, told *t,
	relais_error *err) MUST_CHECK;
relais_status figures_take(
	figures *f, const record *r, relais_summary *summary, relais_error *err) MUST_CHECK;
/* Numbers whose mark was unclear are settled by what the rest of the file showed, then all is
 * merged and counted. */
relais_status figures_finish(figures *f, relais_summary *summary, relais_error *err) MUST_CHECK;
/* The decimal mark of a field as its column showed it, else the file: 0 when neither did, or both
 * marks were. */
char figures_mark(const figures *f, size_t field);
void figures_close(figures *f);

#endif
