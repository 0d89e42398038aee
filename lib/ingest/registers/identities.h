/* SPDX-License-Identifier: MIT
 * What others call the offices, into their directory: SIRET numbers of the register and all of the
 * kind identifiers.
 */
#ifndef INGEST_IDENTITIES_H
#define INGEST_IDENTITIES_H

#include "codes.h"

/* With options->match, offices are looked up by that scheme alone from here on; one that we do not
 * know and no office has is RELAIS_E_USAGE, with candidates. */
relais_status identities_load(codes *c, relais_store *store,
	const relais_import_options *options, relais_error *err) MUST_CHECK;

#endif
