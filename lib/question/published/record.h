/* SPDX-License-Identifier: MIT
 * The editions that were published: what was told, when, knowing what. They are only ever
 * added; a later edition of the same report stands beside the earlier ones.
 */
#ifndef QUESTION_RECORD_H
#define QUESTION_RECORD_H

#include <relais.h>

#include "../../base/attributes.h"

enum { RECORD_CELLS = 7 }; /* section figure indicator group period value flag */

/* The figures of a document, one by one; false: no more. */
typedef bool record_source(void *self, const char *cells[RECORD_CELLS]);

/* Where figures come from. */
typedef struct record_origin {
	record_source *next;
	void *self;
	int64_t last_batch, last_edition; /* that there were when they were asked for */
} record_origin;

/* What there is of both. */
relais_status record_state(relais_store *store, relais_day as_of, int64_t *last_batch,
	int64_t *last_edition, relais_error *err) MUST_CHECK;

/* Within a transaction. Records nothing when the last edition of the same question told the
 * same figures: `out->is_new` says. RELAIS_END, and nothing either: the same question was published since the
 * figures were asked for. */
relais_status record_edition(relais_store *store, const char *report,
	const relais_question *question, const record_origin *from, relais_publication *out,
	relais_error *err) MUST_CHECK;

/* What `next` tells otherwise than an edition, as relais_ask_edition_diff(). */
relais_status record_diff(relais_store *store, int64_t first, record_source *next, void *self,
	relais_rows **out, relais_error *err) MUST_CHECK;

/* The fingerprint of the figures an edition has now. */
relais_status edition_fingerprint(
	relais_store *store, int64_t edition, char hex[65], relais_error *err) MUST_CHECK;

/* RELAIS_E_USAGE when there is no such edition. */
relais_status edition_check_known(
	relais_store *store, int64_t edition, relais_error *err) MUST_CHECK;

#endif
