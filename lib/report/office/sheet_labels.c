/* SPDX-License-Identifier: MIT
 * What an office holds and until when, with the next step the law gives it: facts of the register, seen
 * from the day the data were known.
 */
#include <string.h>

#include "../labels/inside.h"
#include "sheets.h"

enum { LABEL_COLUMNS = 6 };

static bool is_shown(const relais_fiches *all, const label *one, size_t at)
{
	return label_is_current(one) && !one->is_request &&
	       strcmp(one->carrier, study_group_code(all->offices, at)) == 0;
}

static block *start(note *n)
{
	relais_document *d = n->document;
	const table_column columns[LABEL_COLUMNS] = {
		{ document_say(d, "Scheme"), false },
		{ document_say(d, "Level"), false },
		{ document_say(d, "Decided"), false },
		{ document_say(d, "Last day"), false },
		{ document_say(d, "Days left"), true },
		{ document_say(d, "Next step"), false },
	};

	return section_table(d,
		note_section(n, "labels", document_say(d, "Classements and labels")),
		document_say(d, "What the office holds, and until when"), LABEL_COLUMNS,
		columns);
}

void sheet_labels_write(const relais_fiches *all, note *n, size_t at)
{
	relais_document *d = n->document;
	label_calendar c = { .n = n, .labels = all->labels };
	block *table = NULL;

	for (size_t i = 0; i < all->labels.count; i++) {
		const label *one = &all->labels.all[i];

		if (!is_shown(all, one, at))
			continue;
		if (!table)
			table = start(n);

		const char *cells[LABEL_COLUMNS] = { label_law_name(d, one), one->level,
			label_day(d, one->decided), label_day(d, one->end),
			label_days_left(&c, one), label_next_step(d, one) };

		table_add(d, table, cells, false);
	}
}
