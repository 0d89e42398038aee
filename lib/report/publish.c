/* SPDX-License-Identifier: MIT
 * A document's figures, handed to the record of what was published, or compared with it; and what was
 * published told again, to see that it can be.
 */
#include <stdio.h>

#include "../question/published/again.h"
#include "../question/verify/verify.h"
#include "publish.h"

static bool next_figure(void *self, const char *cells[RECORD_CELLS])
{
	const figure **at = self;
	const figure *f = *at;

	if (!f)
		return false;
	cells[0] = f->section;
	cells[1] = f->figure;
	cells[2] = f->indicator;
	cells[3] = f->group;
	cells[4] = f->period;
	cells[5] = f->value;
	cells[6] = f->flag;
	*at = f->next;
	return true;
}

record_origin document_origin(const relais_document *document, const figure **at)
{
	return (record_origin){ next_figure, at, document->last_batch, document->last_edition };
}

relais_status relais_publish(relais_store *store, const char *report,
	const relais_question *question, const relais_document *document,
	relais_publication *out, relais_error *err)
{
	const figure *at = document->first_figure;
	const record_origin from = document_origin(document, &at);

	return record_edition(store, report, question, &from, out, err);
}

relais_status relais_ask_edition_diff_now(relais_store *store, int64_t first,
	const relais_document *document, relais_rows **out, relais_error *err)
{
	const figure *at = document->first_figure;

	return record_diff(store, first, next_figure, &at, out, err);
}

static relais_status tell_again(relais_store *store, const relais_asked *asked, int64_t edition,
	char detail[AGAIN_DETAIL], relais_error *err)
{
	relais_document *document;
	const figure *at;
	relais_status rc = edition_look_back(store, edition, err);

	if (rc == RELAIS_OK)
		rc = relais_report(store, asked->report, &asked->question, &document, err);
	edition_look_now(store);
	if (rc != RELAIS_OK)
		return rc;
	at = document->first_figure;
	rc = edition_compare(store, edition, next_figure, &at, detail, err);
	relais_document_free(document);
	return rc;
}

static relais_status verify_edition(
	relais_store *store, int64_t edition, char detail[AGAIN_DETAIL], relais_error *err)
{
	relais_error why = { .lang = err ? err->lang : RELAIS_EN };
	relais_asked asked;
	relais_status rc = relais_edition_asked(store, edition, &asked, &why);

	if (rc == RELAIS_OK)
		rc = tell_again(store, &asked, edition, detail, &why);
	relais_asked_free(&asked);
	if (rc == RELAIS_E_USAGE) {
		snprintf(detail, AGAIN_DETAIL, "%.*s", AGAIN_DETAIL - 1, why.text);
		rc = RELAIS_OK;
	} else if (rc != RELAIS_OK && err) {
		*err = why;
	}
	return rc;
}

relais_status relais_ask_verify(
	relais_store *store, uint64_t *found, relais_rows **out, relais_error *err)
{
	return verify_ask(store, verify_edition, found, out, err);
}
