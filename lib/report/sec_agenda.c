/* SPDX-License-Identifier: MIT
 * What the relais has to do: actions late, and due within sixty days, seen from the day the
 * data were known like all the note: printed again later it says the same.
 */
#include <string.h>

#include "../base/date.h"
#include "answer.h"
#include "note.h"
#include "training/training.h"

enum { AGENDA_COLUMNS = 5, AGENDA_DAYS = 60 };

typedef struct agenda_columns {
	int code, title, owner, due, state, late;
} agenda_columns;

static bool is_done_with(const char *state)
{
	return state && (!strcmp(state, "fait") || !strcmp(state, "abandonne"));
}

static bool read_due(const relais_row *row, const agenda_columns *at, relais_day *due)
{
	const char *text = answer_cell(row, at->due);

	return text && day_read(text, strlen(text), due);
}

static void add_action(
	note *n, block *table, const relais_row *row, const agenda_columns *at, relais_day due)
{
	relais_document *d = n->document;
	const char *late = answer_cell(row, at->late);
	char day[32];
	const char *cells[AGENDA_COLUMNS] = { answer_cell(row, at->code),
		answer_cell(row, at->title), day,
		late && *late == '1' ? document_say(d, "late") : document_say(d, "to come"),
		answer_cell(row, at->owner) };

	day_format(due, d->lang, day);
	table_add(d, table, cells, false);
}

static block *start_table(note *n)
{
	relais_document *d = n->document;
	const table_column columns[AGENDA_COLUMNS] = {
		{ document_say(d, "Action"), false }, { document_say(d, "Title"), false },
		{ document_say(d, "Due"), false }, { document_say(d, "State"), false },
		{ document_say(d, "Owner"), false }, /* a person: told within the relais only */
	};

	return section_table(d, note_section(n, "agenda", document_say(d, "Agenda")),
		document_say(d, "Actions late or due within two months"),
		n->teller.published ? AGENDA_COLUMNS - 1 : AGENDA_COLUMNS, columns);
}

static relais_status list_actions(note *n, relais_rows *rows, relais_error *err)
{
	const agenda_columns at = { answer_column(rows, "code"), answer_column(rows, "title"),
		answer_column(rows, "owner"), answer_column(rows, "due"),
		answer_column(rows, "state"), answer_column(rows, "late") };
	block *table = NULL;
	relais_day seen_from = note_day(n);
	relais_row row;
	relais_status rc;

	while ((rc = relais_rows_next(rows, &row, err)) == RELAIS_OK) {
		const char *late = answer_cell(&row, at.late);
		relais_day due;

		if (is_done_with(answer_cell(&row, at.state)) || !read_due(&row, &at, &due) ||
			due > seen_from + AGENDA_DAYS ||
			(due < seen_from && !(late && *late == '1')))
			continue; /* done, dropped, far away, or put off from a day gone by */
		if (!table)
			table = start_table(n);
		add_action(n, table, &row, &at, due);
	}
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

relais_status write_agenda(note *n, relais_error *err)
{
	relais_question q = n->question;
	relais_rows *rows = NULL;
	relais_status rc;

	q.indicators = NULL;
	q.span = (relais_span){ 0, 0 };
	rc = relais_ask_actions(n->store, &q, &rows, err);
	if (rc == RELAIS_OK)
		rc = list_actions(n, rows, err);
	if (rc == RELAIS_OK)
		rc = write_sessions_soon(n, err);
	relais_rows_close(rows);
	return rc;
}
