/* SPDX-License-Identifier: MIT
 * What people call offices and indicators: remembered in the store (the kind aliases), or in a
 * file for one run, which beats what is remembered. Exact once folded, never a guess.
 */
#ifndef INGEST_ALIASES_H
#define INGEST_ALIASES_H

#include "cell.h"

relais_status aliases_recall(directories *d, relais_store *store, relais_error *err) MUST_CHECK;
/* The codes in the file must be registered, unless the import registers what it meets. */
relais_status aliases_read(
	directories *d, const relais_import_options *options, relais_error *err) MUST_CHECK;

#endif
