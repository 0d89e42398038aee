/* SPDX-License-Identifier: MIT
 * The table most sections show: one row per figure, the level over all respondents, the
 * evolution at constant perimeter with the offices and the coverage behind it.
 */
#include "../base/date.h"
#include "../base/period.h"
#include "note.h"

enum { MOST_COLUMNS = 7 };

block *reading_table(
	note *n, section *s, const char *title, const char *first, year_columns year)
{
	relais_document *d = n->document;
	table_column columns[MOST_COLUMNS] = {
		{ first, false },
		{ note_month_name(n, n->month), true },
		{ document_say(d, "Evolution"), true },
		{ document_say(d, "Offices"), true },
		{ document_say(d, "Coverage"), true },
	};
	size_t count = 5;

	if (year == YEAR_WHOLE)
		columns[count++] =
			(table_column){ document_say(d, "January to %s",
						month_name(period_slot(n->month), d->lang)),
				true };
	if (year != YEAR_NONE)
		columns[count++] =
			(table_column){ document_say(d, "Evolution since January"), true };
	return section_table(d, s, title, count, columns);
}

void reading_row(note *n, block *table, const char *label, const reading *month,
	const reading *since_january, year_columns year)
{
	const char *cells[MOST_COLUMNS] = { label };
	topic at = note_topic(month);
	size_t count = 5;

	cells[1] = tell_level(&n->teller, at, &month->level);
	cells[2] = tell_evolution(&n->teller, at, &month->evolution);
	cells[3] = tell_offices(&n->teller, at, &month->evolution);
	cells[4] = tell_coverage(&n->teller, at, &month->evolution);
	if (year != YEAR_NONE)
		at = note_topic(since_january);
	if (year == YEAR_WHOLE)
		cells[count++] = tell_level(&n->teller, at, &since_january->level);
	if (year != YEAR_NONE)
		cells[count++] = tell_evolution(&n->teller, at, &since_january->evolution);
	table_add(n->document, table, cells, false);
}
