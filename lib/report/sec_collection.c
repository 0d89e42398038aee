/* SPDX-License-Identifier: MIT
 * What was collected: expected, received, response and coverage of the leading figures. Who is
 * missing is named only to the relais itself.
 */
#include <string.h>

#include "../base/period.h"
#include "answer.h"
#include "note.h"

enum { COLLECTION_COLUMNS = 5, MOST_ROWS = 6 };

static const char *const leading[] = { "contacts_guichet", "demandes_telephone",
	"demandes_ecrites", "contacts_etrangers", "sessions_web", "avis_nb", NULL };

/* The leading figures that the network collects, else the first ones it does collect. */
static size_t choose(const note *n, const indicator *chosen[MOST_ROWS])
{
	size_t count = 0;

	for (size_t k = 0; leading[k]; k++) {
		const indicator *i = note_indicator(n, leading[k]);

		if (i && i->has_data && !i->derived)
			chosen[count++] = i;
	}
	for (size_t k = 0; !count && k < study_indicators(n->network); k++) {
		const indicator *i = study_indicator(n->network, k);

		if (i->derived || !i->has_data)
			continue;
		chosen[count++] = i;
		if (count == MOST_ROWS)
			break;
	}
	return count;
}

const indicator *note_collected(const note *n)
{
	const indicator *chosen[MOST_ROWS];

	return choose(n, chosen) ? chosen[0] : NULL;
}

static relais_status collection_row(
	note *n, block *table, const indicator *i, relais_error *err)
{
	const char *cells[COLLECTION_COLUMNS];
	reading *r;
	topic at;
	relais_status rc = note_read(n, i, n->this_month, &r, err);

	if (rc != RELAIS_OK)
		return rc;
	at = note_topic(r);
	cells[0] = indicator_label(i, n->document->lang);
	cells[1] = tell_count(&n->teller, at, "expected", r->level.expected);
	cells[2] = tell_count(&n->teller, at, "respondents", r->level.offices);
	cells[3] = tell_response(&n->teller, at, &r->level);
	cells[4] = tell_coverage(&n->teller, at, &r->level);
	table_add(n->document, table, cells, false);
	return RELAIS_OK;
}

/* ---- who is missing --------------------------------------------------------------- */

static const char *missing_item(note *n, const char *code, const char *name, const char *last)
{
	relais_document *d = n->document;
	relais_period period;

	if (!name)
		name = code;
	if (last && period_read(last, strlen(last), &period))
		return document_say(d, "%s (%s), last figures for %s", name, code,
			note_month_name(n, period));
	return document_say(d, "%s (%s), never any figure", name, code);
}

static relais_status list_missing(note *n, section *s, relais_rows *rows, relais_error *err)
{
	int code = rows_column(rows, "office"), name = rows_column(rows, "name");
	int last = rows_column(rows, "last_period");
	const char **items = NULL;
	size_t count = 0, room = 0;
	relais_row row;
	relais_status rc;

	while ((rc = relais_rows_next(rows, &row, err)) == RELAIS_OK) {
		if (!answer_room(&n->memory, &items, count, &room)) {
			n->document->failed = true;
			return RELAIS_OK;
		}
		items[count++] = missing_item(
			n, row_cell(&row, code), row_cell(&row, name), row_cell(&row, last));
	}
	if (rc != RELAIS_END)
		return rc;
	if (count) {
		section_paragraph(n->document, s,
			document_say(n->document,
				"Still expected for %s:", note_month_name(n, n->month)));
		section_list(n->document, s, count, items);
	}
	return RELAIS_OK;
}

static relais_status missing_offices(note *n, section *s, const indicator *i, relais_error *err)
{
	const char *const only[] = { i->code, NULL };
	relais_question q = n->question;
	relais_rows *rows = NULL;
	relais_status rc;

	q.indicators = only;
	q.span = n->this_month;
	rc = relais_ask_missing(n->store, &q, &rows, err);
	if (rc == RELAIS_OK)
		rc = list_missing(n, s, rows, err);
	relais_rows_close(rows);
	return rc;
}

relais_status write_collection(note *n, relais_error *err)
{
	relais_document *d = n->document;
	section *s = note_section(n, "collection", document_say(d, "Collection"));
	const indicator *chosen[MOST_ROWS];
	size_t count = choose(n, chosen);
	const table_column columns[COLLECTION_COLUMNS] = {
		{ document_say(d, "Figure"), false },
		{ document_say(d, "Expected"), true },
		{ document_say(d, "Received"), true },
		{ document_say(d, "Response"), true },
		{ document_say(d, "Coverage"), true },
	};
	block *table;
	relais_status rc = RELAIS_OK;

	if (!count) {
		section_paragraph(d, s, document_say(d, "No figure was ever collected."));
		return RELAIS_OK;
	}
	table = section_table(d, s,
		document_say(d, "Offices that sent their figures for %s",
			note_month_name(n, n->month)),
		COLLECTION_COLUMNS, columns);
	for (size_t k = 0; rc == RELAIS_OK && k < count; k++)
		rc = collection_row(n, table, chosen[k], err);
	if (rc == RELAIS_OK && !n->teller.published)
		rc = missing_offices(n, s, chosen[0], err);
	if (rc == RELAIS_OK && !n->teller.published)
		rc = write_matrix(n, s, chosen[0], err);
	return rc;
}
