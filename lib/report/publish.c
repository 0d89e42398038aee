/* SPDX-License-Identifier: MIT
 * A document's figures, handed to the record of what was published, or compared with it.
 */
#include "../question/published/record.h"
#include "document.h"

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

relais_status relais_publish(relais_store *store, const char *report,
	const relais_question *question, const relais_document *document,
	relais_publication *out, relais_error *err)
{
	const figure *at = document->first_figure;

	return record_edition(store, report, question, next_figure, &at, out, err);
}

relais_status relais_ask_edition_diff_now(relais_store *store, int64_t first,
	const relais_document *document, relais_rows **out, relais_error *err)
{
	const figure *at = document->first_figure;

	return record_diff(store, first, next_figure, &at, out, err);
}
