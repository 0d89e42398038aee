/* SPDX-License-Identifier: MIT
 * A file that is a whole register tells by what it leaves out: the offices or territories the
 * store knows, that are not closed, and that it does not list. They are told, never deleted; and
 * closed, in the same batch, when the import is asked to.
 */
#ifndef INGEST_GONE_H
#define INGEST_GONE_H

#include "registry.h"

/* Can a file of this kind be a whole register, and its rows be closed? */
relais_status gone_check(
	const kind *k, const relais_import_options *options, relais_error *err) MUST_CHECK;
/* After the last row. Closings count as consequences in `summary`. */
relais_status gone_settle(registry *g, const kind *k, relais_store *store,
	const relais_import_options *options, told *t, relais_summary *summary,
	relais_error *err) MUST_CHECK;

#endif
