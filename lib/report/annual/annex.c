/* SPDX-License-Identifier: MIT
 * The annexes: who the offices are, public facts; and within the relais who sent the leading figure in
 * which month, and what moved in figures that were told before.
 */
#include <string.h>

#include "../../base/error.h"
#include "../../base/period.h"
#include "../answer.h"
#include "inside.h"

enum { OFFICE_COLUMNS = 6, REVISION_COLUMNS = 5 };

static const char *member_of(relais_document *d, const office_card *c)
{
	return c->is_member ? document_say(d, "yes") : document_say(d, "no");
}

relais_status write_offices(note *n, relais_error *err)
{
	relais_document *d = n->document;
	relais_day last = period_last_day(n->month);
	relais_day seen = last < note_day(n) ? last : note_day(n);
	const table_column columns[OFFICE_COLUMNS] = {
		{ document_say(d, "Code"), false },
		{ document_say(d, "Office"), false },
		{ document_say(d, "Territory"), false },
		{ document_say(d, "Category"), false },
		{ document_say(d, "Legal form"), false },
		{ document_say(d, "Member"), false },
	};
	block *table = NULL;
	office_card c;

	(void)err;
	for (size_t at = 0; study_next_office(n->network, &at, &c);) {
		const char *cells[OFFICE_COLUMNS] = { c.code, c.name, c.territory, c.category,
			legal_form_name(d, c.legal_form), member_of(d, &c) };

		if (c.opened > seen || c.closed < seen)
			continue;
		if (!table)
			table = section_table(d,
				note_section(n, "offices", document_say(d, "The offices")),
				document_say(d, "Offices of the network"), OFFICE_COLUMNS,
				columns);
		table_add(d, table, cells, false);
	}
	return RELAIS_OK;
}

/* As the note of December has it. */
relais_status write_response(note *n, relais_error *err)
{
	const indicator *i = note_collected(n);
	relais_period year = n->month;
	section *s;
	relais_status rc;

	if (!i || n->teller.published)
		return RELAIS_OK;
	s = note_section(n, "response", document_say(n->document, "Response by office"));
	n->month = period_make(period_year(year), SLOT_MONTH + 11);
	rc = write_matrix(n, s, i, err);
	n->month = year;
	return rc;
}

/* ---- revisions --------------------------------------------------------------------------------- */

static block *revision_table(note *n)
{
	relais_document *d = n->document;
	const table_column columns[REVISION_COLUMNS] = {
		{ document_say(d, "Figure"), false },
		{ document_say(d, "Month"), false },
		{ document_say(d, "First told"), true },
		{ document_say(d, "Now"), true },
		{ document_say(d, "Change in %%"), true },
	};

	return section_table(d,
		note_section(n, "revisions", document_say(d, "Revisions of the year")),
		document_say(d, "Figures that moved since they were first told"),
		REVISION_COLUMNS, columns);
}

static const char *tell_moved(
	note *n, topic at, const char *name, const relais_rows *rows, const relais_row *row)
{
	const char *said = row_cell(row, rows_column(rows, name));
	number exact;

	return said && number_from_text(said, &exact) ? tell_amount(&n->teller, at, name, exact)
						      : NULL;
}

static const char *tell_percent(
	note *n, topic at, const relais_rows *rows, const relais_row *row)
{
	relais_document *d = n->document;
	const char *said = row_cell(row, rows_column(rows, "percent"));
	char period[16], value[NUMBER_SIZE];
	number exact;

	if (!said || !number_from_text(said, &exact) || !number_rescale(exact, 1, &exact, NULL))
		return NULL;
	relais_period_print(at.span.to, period);
	number_print(exact, value);
	document_figure(
		d, n->teller.section, "change", at.about->code, at.group, period, value, "");
	return document_means(d, say_percent(d, exact, true), value);
}

static void add_revision(note *n, block **table, const relais_rows *rows, const relais_row *row)
{
	const char *code = row_cell(row, rows_column(rows, "indicator"));
	const char *period = row_cell(row, rows_column(rows, "period"));
	const indicator *i = code ? study_indicator_named(n->network, code) : NULL;
	topic at = { i, "total", { 0, 0 } };

	if (!i || !period || !period_read(period, strlen(period), &at.span.to))
		return;
	at.span.from = at.span.to;
	if (!*table)
		*table = revision_table(n);
	table_add(n->document, *table,
		(const char *[REVISION_COLUMNS]){ indicator_label(i, n->document->lang),
			note_month_name(n, at.span.to), tell_moved(n, at, "first", rows, row),
			tell_moved(n, at, "current", rows, row),
			tell_percent(n, at, rows, row) },
		false);
}

/* Only what moved, and only of what the relais looks at first. */
relais_status write_revisions(note *n, relais_error *err)
{
	const char *const only[] = { n->main ? n->main->code : NULL, NULL };
	const relais_revisions how = { .since = RELAIS_NO_DAY, .changed_only = true };
	relais_question q = n->question;
	relais_rows *rows = NULL;
	block *table = NULL;
	relais_row row;
	relais_status rc;

	if (!n->main || n->teller.published)
		return RELAIS_OK;
	q.indicators = only;
	q.span = (relais_span){ period_make(period_year(n->month), SLOT_MONTH),
		period_make(period_year(n->month), SLOT_MONTH + 11) };
	rc = relais_ask_revisions(n->store, &q, &how, &rows, err);
	while (rc == RELAIS_OK && (rc = relais_rows_next(rows, &row, err)) == RELAIS_OK)
		add_revision(n, &table, rows, &row);
	relais_rows_close(rows);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}
