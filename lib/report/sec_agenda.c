/* SPDX-License-Identifier: MIT
 * What the relais has to do: actions late, and due within sixty days; labels that end within six
 * months. All seen from the day the data were known like all the note: printed again later it says
 * the same.
 */
#include <string.h>

#include "../base/date.h"
#include "../question/labels/labels.h"
#include "answer.h"
#include "note.h"
#include "training/training.h"

enum { AGENDA_COLUMNS = 5, AGENDA_DAYS = 60, LABEL_COLUMNS = 4, LABEL_MONTHS = 6 };

/* The section, once there is something to put in it. */
typedef struct agenda {
	note *n;
	section *section;
} agenda;

typedef struct agenda_columns {
	int code, title, owner, due, state, late;
} agenda_columns;

static bool is_done_with(const char *state)
{
	return state && (!strcmp(state, "fait") || !strcmp(state, "abandonne"));
}

static bool read_due(const relais_row *row, const agenda_columns *at, relais_day *due)
{
	const char *said = row_cell(row, at->due);

	return said && day_read(said, strlen(said), due);
}

static void add_action(
	note *n, block *table, const relais_row *row, const agenda_columns *at, relais_day due)
{
	relais_document *d = n->document;
	const char *late = row_cell(row, at->late);
	char day[32];
	const char *cells[AGENDA_COLUMNS] = { row_cell(row, at->code), row_cell(row, at->title),
		day,
		late && *late == '1' ? document_say(d, "late") : document_say(d, "to come"),
		row_cell(row, at->owner) };

	day_format(due, d->lang, day);
	table_add(d, table, cells, false);
}

static section *agenda_section(agenda *a)
{
	if (!a->section)
		a->section =
			note_section(a->n, "agenda", document_say(a->n->document, "Agenda"));
	return a->section;
}

static block *start_table(agenda *a)
{
	note *n = a->n;
	relais_document *d = n->document;
	const table_column columns[AGENDA_COLUMNS] = {
		{ document_say(d, "Action"), false }, { document_say(d, "Title"), false },
		{ document_say(d, "Due"), false }, { document_say(d, "State"), false },
		{ document_say(d, "Owner"), false }, /* a person: told within the relais only */
	};

	return section_table(d, agenda_section(a),
		document_say(d, "Actions late or due within two months"),
		n->teller.published ? AGENDA_COLUMNS - 1 : AGENDA_COLUMNS, columns);
}

static relais_status list_actions(agenda *a, relais_rows *rows, relais_error *err)
{
	note *n = a->n;
	const agenda_columns at = { rows_column(rows, "code"), rows_column(rows, "title"),
		rows_column(rows, "owner"), rows_column(rows, "due"),
		rows_column(rows, "state"), rows_column(rows, "late") };
	block *table = NULL;
	relais_day seen_from = note_day(n);
	relais_row row;
	relais_status rc;

	while ((rc = relais_rows_next(rows, &row, err)) == RELAIS_OK) {
		const char *late = row_cell(&row, at.late);
		relais_day due;

		if (is_done_with(row_cell(&row, at.state)) || !read_due(&row, &at, &due) ||
			due > seen_from + AGENDA_DAYS ||
			(due < seen_from && !(late && *late == '1')))
			continue; /* done, dropped, far away, or put off from a day gone by */
		if (!table)
			table = start_table(a);
		add_action(n, table, &row, &at, due);
	}
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

static block *start_labels(agenda *a)
{
	relais_document *d = a->n->document;
	const table_column columns[LABEL_COLUMNS] = {
		{ document_say(d, "Holder"), false },
		{ document_say(d, "Scheme"), false },
		{ document_say(d, "Level"), false },
		{ document_say(d, "Last day"), false },
	};

	return section_table(d, agenda_section(a),
		document_say(d, "Labels that end within six months"), LABEL_COLUMNS, columns);
}

/* Until when a label holds is decided and published: no figure of anybody. */
static void list_labels(agenda *a, const labels *l)
{
	relais_document *d = a->n->document;
	relais_day last = day_add_months(l->day, LABEL_MONTHS);
	block *table = NULL;

	for (size_t i = 0; i < l->deadline_count; i++) {
		const deadline *one = &l->deadlines[i];
		char day[32];
		const char *cells[LABEL_COLUMNS] = { one->name, NULL, one->level, day };
		bool is_end =
			!strcmp(one->what, "echeance") || !strcmp(one->what, "remplacement");

		if (!is_end || one->is_met || one->day < l->day || one->day > last ||
			!label_is_asked(l, one->of))
			continue;
		if (!table)
			table = start_labels(a);
		cells[1] = one->of->law ? one->of->law->label[d->lang] : one->scheme;
		day_format(one->day, d->lang, day);
		table_add(d, table, cells, false);
	}
}

static relais_status add_labels(agenda *a, relais_error *err)
{
	relais_question q = a->n->question;
	relais_status rc;
	labels l;

	q.today = note_day(a->n);
	rc = labels_open(&l, a->n->store, &q, err);
	if (rc != RELAIS_OK)
		return rc;
	list_labels(a, &l);
	labels_close(&l);
	return RELAIS_OK;
}

relais_status write_agenda(note *n, relais_error *err)
{
	relais_question q = n->question;
	agenda a = { .n = n };
	relais_rows *rows = NULL;
	relais_status rc;

	q.indicators = NULL;
	q.span = (relais_span){ 0, 0 };
	rc = relais_ask_actions(n->store, &q, &rows, err);
	if (rc == RELAIS_OK)
		rc = list_actions(&a, rows, err);
	relais_rows_close(rows);
	if (rc == RELAIS_OK)
		rc = add_labels(&a, err);
	return rc == RELAIS_OK ? write_sessions_soon(n, err) : rc;
}
