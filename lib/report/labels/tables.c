/* SPDX-License-Identifier: MIT
 * The tables: what has ended, what ends month by month, offices without classement, and the law.
 */
#include <stdlib.h>
#include <string.h>

#include "../../base/date.h"
#include "../../base/period.h"
#include "inside.h"

enum { COLUMNS = 9, TOLD_OUTSIDE = 7, MONTHS_SHOWN = 18 };

/* Outside, the last two stay within the relay: what is to be done, and by when. */
static block *start(label_calendar *c, section *s, const char *title)
{
	relais_document *d = c->n->document;
	const table_column columns[COLUMNS] = {
		{ document_say(d, "Holder"), false },
		{ document_say(d, "Scheme"), false },
		{ document_say(d, "Level"), false },
		{ document_say(d, "Decided on"), false },
		{ document_say(d, "Last day"), false },
		{ document_say(d, "Days left"), true },
		{ document_say(d, "What hangs on it"), false },
		{ document_say(d, "State"), false },
		{ document_say(d, "Next step"), false },
	};

	return section_table(
		d, s, title, c->labels.is_public ? TOLD_OUTSIDE : COLUMNS, columns);
}

static const char *level_of(relais_document *d, const label *one)
{
	if (!*one->level)
		return NULL;
	return *one->grid ? document_say(d, "%s (grid %s)", one->level, one->grid)
			  : document_copy(d, one->level);
}

static void add(label_calendar *c, block *table, const label *one)
{
	relais_document *d = c->n->document;
	const char *cells[COLUMNS] = { document_copy(d, one->name), label_law_name(d, one),
		level_of(d, one), label_day(d, one->decided), label_day(d, one->end),
		label_days_left(c, one), label_dangers(c, one), label_state_name(d, one->state),
		label_next_step(d, one) };

	table_add(d, table, cells, false);
}

void write_label_ended(label_calendar *c)
{
	relais_document *d = c->n->document;
	section *s = NULL;
	block *table = NULL;

	for (size_t i = 0; i < c->count; i++) {
		const label *one = c->due[i];

		if (one->state != LABEL_EXPIRED && one->state != LABEL_REMOVED)
			continue;
		if (!table) {
			s = note_section(c->n, "ended", document_say(d, "Ended or withdrawn"));
			table = start(c, s, NULL);
		}
		add(c, table, one);
	}
}

static relais_period month_of(relais_day day)
{
	int year, month, dom;

	day_split(day, &year, &month, &dom);
	return period_make(year, month);
}

/* A table for each month to come, then one for all that is further away. */
void write_label_months(label_calendar *c)
{
	relais_document *d = c->n->document;
	section *s = note_section(c->n, "months", document_say(d, "Month by month"));
	relais_day far = day_add_months(c->labels.day, MONTHS_SHOWN);
	relais_period month = 0;
	block *table = NULL;
	bool is_far = false;

	for (size_t i = 0; i < c->count; i++) {
		const label *one = c->due[i];

		if (!label_stands(one) || is_far)
			continue;
		if (one->end > far) {
			is_far = true;
			table = start(c, s, document_say(d, "Later"));
			for (; i < c->count; i++)
				if (label_stands(c->due[i]))
					add(c, table, c->due[i]);
			break;
		}
		if (!table || month_of(one->end) != month) {
			month = month_of(one->end);
			table = start(c, s, note_month_name(c->n, month));
		}
		add(c, table, one);
	}
	if (!table)
		section_paragraph(
			d, s, document_say(d, "No label ends in the months to come."));
}

void write_label_none(label_calendar *c)
{
	relais_document *d = c->n->document;
	const table_column columns[] = { { document_say(d, "Holder"), false },
		{ document_say(d, "Scheme"), false }, { document_say(d, "State"), false },
		{ document_say(d, "Next step"), false } };
	block *table = NULL;

	for (size_t i = 0; i < c->count; i++) {
		const label *one = c->due[i];
		const char *cells[] = { one->name, label_law_name(d, one),
			label_state_name(d, one->state), NULL };

		if (one->state != LABEL_NONE && one->state != LABEL_UNKNOWN)
			continue;
		if (!table)
			table = section_table(d,
				note_section(c->n, "none",
					document_say(d, "Without classement, or not known")),
				NULL, c->labels.is_public ? 3 : 4, columns);
		cells[3] = label_next_step(d, one);
		table_add(d, table, cells, false);
	}
}

/* What the dates come from: the texts of the schemes that were shown. */
void write_label_law(label_calendar *c)
{
	relais_document *d = c->n->document;
	section *s = note_section(c->n, "method", document_say(d, "Where the dates come from"));
	const char *items[LABEL_LAWS];
	size_t count = 0;

	section_method(d, s,
		document_say(d,
			"A label ends the day before the anniversary of its decision, after as many years as the text in force that day gives it, unless the decision says otherwise. A file that is deposited extends nothing."));
	for (size_t i = 0; i < c->labels.laws.count; i++) {
		const label_law *law = &c->labels.laws.all[i];
		bool is_shown = false;

		for (size_t k = 0; k < c->count; k++)
			is_shown = is_shown || c->due[k]->law == law;
		if (!is_shown || !law->years || !*law->source)
			continue;
		items[count++] =
			*law->grid ? document_say(d, "%s, grid %s: %d years (%s)",
					     law->label[d->lang], law->grid, law->years,
					     law->source)
				   : document_say(d, "%s: %d years (%s)", law->label[d->lang],
					     law->years, law->source);
	}
	if (count)
		section_list(d, s, count, items);
}
