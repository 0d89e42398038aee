/* SPDX-License-Identifier: MIT
 * Where visitors come from: shares this year and last, on the same offices, and the difference
 * in points.
 */
#include "../base/period.h"
#include "note.h"

enum { ORIGIN_COLUMNS = 6 };

relais_status write_origin(note *n, relais_error *err)
{
	relais_document *d = n->document;
	const indicator *i = note_indicator(n, "part_etrangers");
	reading *r = NULL;
	const char *cells[ORIGIN_COLUMNS];
	const table_column columns[ORIGIN_COLUMNS] = {
		{ document_say(d, "Visitors"), false },
		{ note_month_name(n, n->month), true },
		{ note_month_name(n, period_year_before(n->month)), true },
		{ document_say(d, "Difference"), true },
		{ document_say(d, "Offices"), true },
		{ document_say(d, "Coverage"), true },
	};
	topic at;
	block *table;
	relais_status rc = i ? note_read(n, i, n->this_month, &r, err) : RELAIS_OK;

	if (rc != RELAIS_OK || !reading_has_data(r))
		return rc;
	table = section_table(d, note_section(n, "origin", document_say(d, "Visitors’ origin")),
		document_say(d, "Share of foreign contacts at the counter"), ORIGIN_COLUMNS,
		columns);
	at = note_topic(r);
	cells[0] = indicator_label(i, d->lang);
	cells[1] = tell_level(
		&n->teller, at, r->evolution.has_previous ? &r->evolution : &r->level);
	cells[2] = tell_previous(&n->teller, at, &r->evolution);
	cells[3] = tell_evolution(&n->teller, at, &r->evolution);
	cells[4] = tell_offices(&n->teller, at, &r->evolution);
	cells[5] = tell_coverage(&n->teller, at, &r->evolution);
	table_add(d, table, cells, false);
	return RELAIS_OK;
}
