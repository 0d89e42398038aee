/* SPDX-License-Identifier: MIT
 * Whose an entry is. RFC 5545 and 7986 want a UID that nobody else gives: two relais both have an action
 * A5-01. A store has no name that is sure to be its own and to last; what it was first told, when and by
 * whom, is both. Nothing is drawn by lot, so that a copy of a store, or the same work done again, names
 * its entries alike; who makes a store anew says the name with a setting.
 */
#include <string.h>

#include "../../base/error.h"
#include "../../base/fingerprint.h"
#include "agenda.h"

enum { DIGITS = 12 }; /* 48 bits: of all relais together, no two in practice */

static const char first_import[] = "SELECT received_on, who, argv, source, sha256, kind\n"
				   "  FROM batch\n"
				   " WHERE source <> 'catalogue'\n"
				   " ORDER BY batch_id\n"
				   " LIMIT 1";

static const char *name_of_first(agenda *a, stmt *s)
{
	char hex[65];
	fingerprint f;

	fingerprint_start(&f);
	for (int c = 0; c < stmt_columns(s); c++) {
		const char *said = stmt_is_null(s, c) ? "" : stmt_text(s, c);

		fingerprint_add(&f, said, strlen(said) + 1);
	}
	fingerprint_end(&f, hex);
	return agenda_say(a, "relais-%.*s", (int)DIGITS, hex);
}

/* Files that are read without a store are nobody's. */
relais_status agenda_name(agenda *a, relais_error *err)
{
	relais_store *store = a->p.s.store;
	const char *set = relais_store_setting(store, "calendar_id", a->question->as_of);
	relais_status rc;
	stmt *s;

	a->domain = set && *set ? agenda_say(a, "%s", set) : "relais";
	if ((set && *set) || store_is_private(store))
		return RELAIS_OK;
	if ((rc = stmt_prepare(&s, store, first_import, err)) != RELAIS_OK)
		return rc;
	if ((rc = stmt_step(s, err)) == RELAIS_OK)
		a->domain = name_of_first(a, s);
	stmt_free(s);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}
