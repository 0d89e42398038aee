/* SPDX-License-Identifier: MIT
 * The year: each month with what is due in it, the sessions and the days of the law.
 */
#include <string.h>

#include "../../base/date.h"
#include "../../base/error.h"
#include "../../base/period.h"
#include "../answer.h"
#include "inside.h"
#include "resolutions.h"

enum { DAY, WHAT, TITLE, WHO, YEAR_COLUMNS };

typedef struct year {
	programme p;
	relais_period month, last; /* the one being written, the last one asked for */
	section *at;
	block *table; /* of the month, NULL: nothing in it yet */
	bool any;
} year;

/* "3 – 5": the days of a month something takes; what began before it says so. */
static const char *say_days(relais_document *d, relais_day start, relais_day due, bool is_event)
{
	int first_year, first_month, first, last_year, last_month, last;

	day_split(due, &last_year, &last_month, &last);
	if (!is_event || start == RELAIS_NO_DAY || start == due)
		return document_say(d, "%d", last);
	day_split(start, &first_year, &first_month, &first);
	if (first_year == last_year && first_month == last_month)
		return document_say(d, "%d–%d", first, last);
	return document_say(d, "%d", last);
}

static void begin_month(year *y)
{
	relais_document *d = y->p.n->document;
	char name[48], anchor[16];

	period_format(y->month, d->lang, name);
	relais_period_print(y->month, anchor);
	y->at = note_section(y->p.n, document_say(d, "m%s", anchor), document_copy(d, name));
	y->table = NULL;
}

static void end_month(year *y)
{
	relais_document *d = y->p.n->document;

	if (!y->table)
		section_paragraph(d, y->at, document_say(d, "Nothing."));
	y->month = period_next(y->month);
}

static block *table_of(year *y)
{
	relais_document *d = y->p.n->document;
	const table_column about[YEAR_COLUMNS] = { { document_say(d, "Day"), false },
		{ document_say(d, "Kind"), false }, { document_say(d, "What"), false },
		{ document_say(d, "In charge"), false } };

	if (!y->table)
		y->table = section_table(d, y->at, NULL, YEAR_COLUMNS, about);
	return y->table;
}

static const char *kind_of(relais_document *d, const char *type)
{
	if (!strcmp(type, "session"))
		return document_say(d, "Session");
	return strcmp(type, "deadline") ? document_say(d, "Action") : document_say(d, "Law");
}

static relais_day day_in(const relais_row *row, int column)
{
	const char *iso = row_cell(row, column);
	relais_day day;

	return iso && day_read(iso, strlen(iso), &day) ? day : RELAIS_NO_DAY;
}

/* An action stands on the day it is due, a session on its first. */
static void add_row(year *y, const relais_rows *rows, const relais_row *row)
{
	relais_document *d = y->p.n->document;
	const char *type = row_cell(row, rows_column(rows, "type"));
	const char *code = row_cell(row, rows_column(rows, "code"));
	const char *title = row_cell(row, rows_column(rows, "title"));
	const char *owner = row_cell(row, rows_column(rows, "owner"));
	const char *office = row_cell(row, rows_column(rows, "office"));
	relais_day start = day_in(row, rows_column(rows, "start"));
	relais_day due = day_in(row, rows_column(rows, "due"));
	bool is_session = !strcmp(type, "session");
	relais_day stands = is_session || due == RELAIS_NO_DAY ? start : due;
	relais_period month = period_of_day(stands, LENGTH_MONTH);
	const char *cells[YEAR_COLUMNS];

	if (month < y->month || month > y->last)
		return;
	while (y->month < month) {
		end_month(y);
		begin_month(y);
	}
	cells[DAY] = say_days(d, start, is_session ? due : stands, is_session);
	cells[WHAT] = kind_of(d, type);
	cells[TITLE] = code ? document_say(d, "%s %s", code, title) : document_copy(d, title);
	cells[WHO] = tells_people(&y->p) && owner ? document_copy(d, owner)
						  : document_copy(d, office);
	table_add(d, table_of(y), cells, false);
	y->any = true;
}

static relais_status read_agenda(year *y, const relais_question *question, relais_error *err)
{
	relais_rows *rows;
	relais_row row;
	relais_status rc = relais_ask_agenda(y->p.n->store, question, &rows, err);

	if (rc != RELAIS_OK)
		return rc;
	begin_month(y);
	while ((rc = relais_rows_next(rows, &row, err)) == RELAIS_OK)
		add_row(y, rows, &row);
	relais_rows_close(rows);
	while (rc == RELAIS_END && y->month < y->last) {
		end_month(y);
		begin_month(y);
	}
	if (rc == RELAIS_END)
		end_month(y);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

relais_status report_agenda(relais_store *store, const relais_question *question,
	relais_document *document, relais_error *err)
{
	note n = { .store = store, .question = *question, .document = document };
	year y = { .at = NULL };
	char name[48];
	relais_span months;
	relais_status rc = programme_open(&y.p, &n, err);

	if (!n.question.span.from)
		n.question.span.from = n.question.span.to =
			period_of_day(question->today, LENGTH_YEAR);
	months = (relais_span){ period_months(n.question.span.from).from,
		period_months(n.question.span.to).to };
	y.month = months.from;
	y.last = months.to;
	if (rc == RELAIS_OK) {
		period_format(n.question.span.from, document->lang, name);
		programme_heading(
			&y.p, n.question.span.from == n.question.span.to
				      ? document_say(document, "Calendar, %s", name)
				      : document_say(document, "Calendar from %s on", name));
		rc = read_agenda(&y, &n.question, err);
	}
	programme_free(&y.p);
	note_close(&n);
	return rc;
}
