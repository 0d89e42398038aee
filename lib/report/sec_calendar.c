/* SPDX-License-Identifier: MIT
 * What the month was made of beside the one a year before, for whoever reads an evolution:
 * week-ends, holidays, and whether Easter left it. Told, not corrected (C2.8).
 */
#include <string.h>

#include "../base/period.h"
#include "answer.h"
#include "note.h"

enum { CALENDAR_COLUMNS = 3 };

typedef struct calendar_columns {
	int item, zone, days, previous, together, detail;
} calendar_columns;

/* NULL: not for this table. */
static const char *say_name(
	relais_document *d, const char *item, const char *zone, const char *detail)
{
	if (!strcmp(item, "weekend_days"))
		return document_say(d, "Week-end days");
	if (!strcmp(item, "public_holidays"))
		return zone ? document_say(d, "Public holidays in Alsace and Moselle")
			    : document_say(d, "Public holidays");
	if (!strcmp(item, "bridges") && !zone)
		return document_say(d, "Bridges");
	if (!strcmp(item, "school_holidays"))
		return zone ? document_say(d, "School holidays, zone %s", zone)
			    : document_say(d, "School holidays");
	if (!strcmp(item, "event"))
		return document_copy(d, detail);
	return NULL;
}

static const char *say_days(note *n, const char *days)
{
	if (days)
		return document_copy(n->document, days);
	n->teller.signs |= SIGN_MISSING;
	return document_say(n->document, "n/a");
}

static void list_figure(
	note *n, const char *item, const char *zone, relais_period month, const char *days)
{
	char period[16];

	relais_period_print(month, period);
	document_figure(
		n->document, "calendar", item, NULL, zone ? zone : "total", period, days, "");
}

static bool is_nothing(const char *days)
{
	return !days || !strcmp(days, "0");
}

static void add_row(note *n, block *table, const relais_row *row, const calendar_columns *at)
{
	const char *item = row_cell(row, at->item), *zone = row_cell(row, at->zone);
	const char *days = row_cell(row, at->days);
	const char *previous = row_cell(row, at->previous);
	const char *name = say_name(n->document, item, zone, row_cell(row, at->detail));
	const char *cells[CALENDAR_COLUMNS] = { name };

	if (!name || (is_nothing(days) && is_nothing(previous)))
		return;
	cells[1] = say_days(n, days);
	cells[2] = say_days(n, previous);
	table_add(n->document, table, cells, false);
	list_figure(n, item, zone, n->month, days);
	list_figure(n, item, zone, period_year_before(n->month), previous);
}

/* "2024-03..2024-04" as the two months it begins and ends with. */
static const char *say_together(note *n, const char *together)
{
	relais_span span;

	if (!together ||
		relais_span_parse(together, n->question.today, &span, NULL) != RELAIS_OK)
		return NULL;
	return document_say(n->document,
		"Easter, or a day that moves with it, fell in another month the year before: only "
		"%s to %s taken together compare with one year before.",
		note_month_name(n, span.from), note_month_name(n, span.to));
}

static relais_status tell_rows(note *n, relais_rows *rows, relais_error *err)
{
	relais_document *d = n->document;
	const calendar_columns at = { rows_column(rows, "item"), rows_column(rows, "zone"),
		rows_column(rows, "days"), rows_column(rows, "previous"),
		rows_column(rows, "together"), rows_column(rows, "detail") };
	const table_column columns[CALENDAR_COLUMNS] = {
		{ document_say(d, "Days"), false },
		{ note_month_name(n, n->month), true },
		{ note_month_name(n, period_year_before(n->month)), true },
	};
	section *s = note_section(n, "calendar", document_say(d, "Calendar"));
	block *table = section_table(d, s,
		document_say(
			d, "What the month was made of, and the same month one year before"),
		CALENDAR_COLUMNS, columns);
	const char *together = NULL;
	relais_row row;
	relais_status rc;

	while ((rc = relais_rows_next(rows, &row, err)) == RELAIS_OK) {
		add_row(n, table, &row, &at);
		if (row_cell(&row, at.together))
			together = say_together(n, row_cell(&row, at.together));
	}
	if (together)
		section_paragraph(d, s, together);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

relais_status write_calendar(note *n, relais_error *err)
{
	relais_question q = n->question;
	relais_rows *rows = NULL;
	relais_status rc;

	if (!n->main)
		return RELAIS_OK;
	q.indicators = NULL;
	q.span = n->this_month;
	rc = relais_ask_calendar(n->store, &q, false, &rows, err);
	if (rc == RELAIS_OK)
		rc = tell_rows(n, rows, err);
	relais_rows_close(rows);
	return rc;
}
