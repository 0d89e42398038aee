/* SPDX-License-Identifier: MIT
 * An office that sends its own figure and has bureaux that send theirs: its own counts, and a
 * difference is told.
 */
#ifndef INGEST_BUREAUX_H
#define INGEST_BUREAUX_H

#include "../told.h"

/* Is there any bureau? */
relais_status bureaux_exist(relais_store *store, bool *out, relais_error *err) MUST_CHECK;
/* Of what temp.touched says the import touched, once merged. */
relais_status bureaux_check(
	relais_store *store, int64_t batch, told *t, relais_error *err) MUST_CHECK;

#endif
