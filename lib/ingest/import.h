/* SPDX-License-Identifier: MIT
 * relais_import for a source that is already open: the built-in catalogue.
 */
#ifndef INGEST_IMPORT_H
#define INGEST_IMPORT_H

#include "../input/source.h"

relais_status import_source(relais_store *store, source *src,
	const relais_import_options *options, relais_summary *summary,
	relais_error *err) MUST_CHECK;

#endif
