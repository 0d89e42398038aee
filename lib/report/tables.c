/* SPDX-License-Identifier: MIT
 * The table most sections show: one row per figure, the level over all respondents, the
 * evolution at constant perimeter with the offices and the coverage behind it.
 */
#include "../base/date.h"
#include "../base/period.h"
#include "note.h"

enum { PLAIN_COLUMNS = 5, YEAR_COLUMNS = 7 };

block *reading_table(note *n, section *s, const char *title, const char *first, bool with_year)
{
	relais_document *d = n->document;
	table_column columns[YEAR_COLUMNS] = {
		{ first, false },
		{ note_month_name(n, n->month), true },
		{ document_say(d, "Evolution"), true },
		{ document_say(d, "Offices"), true },
		{ document_say(d, "Coverage"), true },
		{ document_say(d, "January to %s", month_name(period_slot(n->month), d->lang)),
			true },
		{ document_say(d, "Evolution since January"), true },
	};

	return section_table(d, s, title, with_year ? YEAR_COLUMNS : PLAIN_COLUMNS, columns);
}

void reading_row(
	note *n, block *table, const char *label, const reading *month, const reading *year)
{
	const char *cells[YEAR_COLUMNS] = { label };
	topic at = note_topic(month);

	cells[1] = tell_level(&n->teller, at, &month->level);
	cells[2] = tell_evolution(&n->teller, at, &month->evolution);
	cells[3] = tell_offices(&n->teller, at, &month->evolution);
	cells[4] = tell_coverage(&n->teller, at, &month->evolution);
	if (year) {
		at = note_topic(year);
		cells[5] = tell_level(&n->teller, at, &year->level);
		cells[6] = tell_evolution(&n->teller, at, &year->evolution);
	}
	table_add(n->document, table, cells, false);
}
