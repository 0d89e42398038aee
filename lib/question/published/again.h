/* SPDX-License-Identifier: MIT
 * An edition told again: the same report, asked the same on the same day, of what was known then and of the
 * editions there were.
 */
#ifndef QUESTION_AGAIN_H
#define QUESTION_AGAIN_H

#include "record.h"

enum { AGAIN_DETAIL = 160 };

/* From now on the store is as it was when that edition was told, until edition_look_now(). */
relais_status edition_look_back(
	relais_store *store, int64_t edition, relais_error *err) MUST_CHECK;
void edition_look_now(relais_store *store);

/* How `next` differs from the edition, "" when it does not. An outline may have left sections out, and the
 * file it was in is not kept: those an edition has no figure of are passed over. */
relais_status edition_compare(relais_store *store, int64_t edition, record_source *next,
	void *self, char detail[AGAIN_DETAIL], relais_error *err) MUST_CHECK;

#endif
