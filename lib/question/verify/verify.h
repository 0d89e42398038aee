/* SPDX-License-Identifier: MIT
 * What must hold of a store, for who can also tell again what was published.
 */
#ifndef QUESTION_VERIFY_H
#define QUESTION_VERIFY_H

#include <relais.h>

#include "../published/again.h"

/* Tells an edition again, of what was known then; `detail` is how it differs, "" when it does not. */
typedef relais_status verify_teller(
	relais_store *store, int64_t edition, char detail[AGAIN_DETAIL], relais_error *err);

/* relais_ask_verify, and of the editions of this very version whether they are told the same again. */
relais_status verify_ask(relais_store *store, verify_teller *tell, uint64_t *found,
	relais_rows **out, relais_error *err) MUST_CHECK;

#endif
