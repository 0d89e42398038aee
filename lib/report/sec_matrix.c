/* SPDX-License-Identifier: MIT
 * Who sent what, month by month: a sign for each office and month, that needs no colour. It names offices:
 * for the relais only.
 */
#include <string.h>

#include "../base/date.h"
#include "../base/period.h"
#include "answer.h"
#include "note.h"

enum { MATRIX_MONTHS = 12 };

/* The letters of rt-observatory completeness --matrix as signs. */
static const char *sign_of(const char *letter)
{
	static const struct {
		char letter;
		const char *sign;
	} signs[] = { { 'R', "●" }, { 'T', "◐" }, { 'z', "▫" }, { 'm', "○" }, { 'd', "×" },
		{ 'n', "–" }, { '.', "○" } };

	for (size_t i = 0; letter && i < sizeof signs / sizeof *signs; i++)
		if (*letter == signs[i].letter)
			return signs[i].sign;
	return NULL;
}

static block *start(note *n, section *s, const indicator *i)
{
	relais_document *d = n->document;
	table_column columns[1 + MATRIX_MONTHS] = { { document_say(d, "Office"), false } };
	relais_period first = note_months_before(n->month, MATRIX_MONTHS - 1);
	block *table;

	for (int k = 0; k < MATRIX_MONTHS; k++) {
		relais_period month = note_months_before(n->month, MATRIX_MONTHS - 1 - k);

		columns[1 + k] = (table_column){
			document_say(d, "%02d", period_slot(month) - SLOT_MONTH + 1), false
		};
	}
	table = section_table(d, s,
		document_say(d, "%s, office by office, from %s to %s",
			indicator_label(i, d->lang), note_month_name(n, first),
			note_month_name(n, n->month)),
		1 + MATRIX_MONTHS, columns);
	if (table)
		table->note = document_say(d,
			"● received in time, ◐ received late, ○ not received, × refused, ▫ closed, – not "
			"concerned");
	return table;
}

static void add_row(note *n, block *table, const relais_rows *rows, const relais_row *row)
{
	const char *cells[1 + MATRIX_MONTHS] = { answer_cell(
		row, answer_column(rows, "name")) };
	int first = answer_column(rows, "name") + 1;

	if (!cells[0])
		cells[0] = answer_cell(row, answer_column(rows, "office"));
	for (int k = 0; k < MATRIX_MONTHS; k++)
		cells[1 + k] = sign_of(answer_cell(row, first + k));
	table_add(n->document, table, cells, false);
}

relais_status write_matrix(note *n, section *s, const indicator *i, relais_error *err)
{
	const char *const only[] = { i->code, NULL };
	relais_question q = n->question;
	relais_rows *rows = NULL;
	block *table = NULL;
	relais_row row;
	relais_status rc;

	if (period_length_of(n->month) != LENGTH_MONTH)
		return RELAIS_OK;
	q.indicators = only;
	q.span = (relais_span){ note_months_before(n->month, MATRIX_MONTHS - 1), n->month };
	rc = relais_ask_matrix(n->store, &q, &rows, err);
	while (rc == RELAIS_OK && (rc = relais_rows_next(rows, &row, err)) == RELAIS_OK) {
		if (!table)
			table = start(n, s, i);
		add_row(n, table, rows, &row);
	}
	relais_rows_close(rows);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}
