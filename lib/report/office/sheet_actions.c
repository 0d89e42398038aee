/* SPDX-License-Identifier: MIT
 * The late actions of the plan that name an office, seen from the day the data were known like all the
 * sheet: printed again later it says the same.
 */
#include <string.h>

#include "../../base/date.h"
#include "../../base/error.h"
#include "../answer.h"
#include "sheets.h"

enum { ACTION_COLUMNS = 4 };

typedef struct columns_of {
	int code, title, owner, due, progress, offices;
} columns_of;

struct sheet_action {
	sheet_action *next;
	const char *code, *title, *owner, *progress; /* NULL: not said */
	relais_day due;
};

/* ---- asking ---------------------------------------------------------------------------------- */

/* NULL stays NULL; false: no memory. */
static bool keep(relais_fiches *all, const relais_row *row, int column, const char **out)
{
	const char *cell = row_cell(row, column);

	*out = cell ? arena_string(&all->memory, cell) : NULL;
	return !cell || *out;
}

static relais_status add_action(relais_fiches *all, size_t at, const relais_row *row,
	const columns_of *of, relais_error *err)
{
	sheet_action *one = arena_alloc(&all->memory, sizeof *one), **end = &all->actions[at];
	const char *due = row_cell(row, of->due);

	if (!one)
		return fail_memory(err);
	*one = (sheet_action){ .due = RELAIS_NO_DAY };
	if (!keep(all, row, of->code, &one->code) || !keep(all, row, of->title, &one->title) ||
		!keep(all, row, of->owner, &one->owner) ||
		!keep(all, row, of->progress, &one->progress))
		return fail_memory(err);
	if (due && !day_read(due, strlen(due), &one->due))
		one->due = RELAIS_NO_DAY;
	while (*end)
		end = &(*end)->next;
	*end = one;
	return RELAIS_OK;
}

/* The office of a code, or who goes on for it. */
static bool find_office(const relais_fiches *all, const char *code, size_t length, int64_t *at)
{
	char name[128];
	const office *heir;

	snprintf(name, sizeof name, "%.*s", (int)length, code);
	heir = roster_heir(&all->labels.offices, name, all->labels.day);
	if (heir)
		return map_get(&all->codes, heir->code, strlen(heir->code), at);
	return map_get(&all->codes, code, length, at);
}

/* To every office among those that the action names. One that is named twice has it once. */
static relais_status give_action(
	relais_fiches *all, const relais_row *row, const columns_of *of, relais_error *err)
{
	const char *list = row_cell(row, of->offices), *code = row_cell(row, of->code);
	relais_status rc = RELAIS_OK;

	while (rc == RELAIS_OK && list && *(list += strspn(list, " "))) {
		size_t length = strcspn(list, " ");
		sheet_action *last;
		int64_t at;

		if (find_office(all, list, length, &at)) {
			for (last = all->actions[at]; last && last->next;)
				last = last->next;
			if (!last || strcmp(last->code, code) != 0)
				rc = add_action(all, (size_t)at, row, of, err);
		}
		list += length;
	}
	return rc;
}

relais_status sheets_ask_actions(relais_fiches *all, relais_error *err)
{
	relais_question q = { .lang = all->question.lang,
		.today = all->known.known_on,
		.as_of = all->question.as_of,
		.late_only = true };
	relais_rows *rows = NULL;
	columns_of of;
	relais_row row;
	relais_status rc;

	all->actions = arena_alloc(&all->memory, (all->count + 1) * sizeof(sheet_action *));
	if (!all->actions)
		return fail_memory(err);
	for (size_t at = 0; at < all->count; at++)
		all->actions[at] = NULL;
	if (q.today == RELAIS_NO_DAY)
		return RELAIS_OK; /* nothing is known, so nothing is planned */
	if ((rc = relais_ask_actions(all->store, &q, &rows, err)) != RELAIS_OK)
		return rc;
	of = (columns_of){ rows_column(rows, "code"), rows_column(rows, "title"),
		rows_column(rows, "owner"), rows_column(rows, "due"),
		rows_column(rows, "progress"), rows_column(rows, "offices") };
	while ((rc = relais_rows_next(rows, &row, err)) == RELAIS_OK)
		if ((rc = give_action(all, &row, &of, err)) != RELAIS_OK)
			break;
	relais_rows_close(rows);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

/* ---- telling --------------------------------------------------------------------------------- */

void sheet_actions_write(const relais_fiches *all, note *n, size_t at)
{
	relais_document *d = n->document;
	const sheet_action *first = all->actions[at];
	const table_column columns[ACTION_COLUMNS] = {
		{ document_say(d, "Action"), false },
		{ document_say(d, "Title"), false },
		{ document_say(d, "Due"), false },
		{ document_say(d, "Owner"), false },
	};
	block *table;

	if (!first)
		return;
	table = section_table(d, note_section(n, "actions", document_say(d, "Late")),
		document_say(d, "Actions that are late"), ACTION_COLUMNS, columns);
	for (const sheet_action *a = first; a; a = a->next) {
		char day[32] = "";
		const char *cells[ACTION_COLUMNS] = { a->code, a->title, day, a->owner };

		if (a->due != RELAIS_NO_DAY)
			day_format(a->due, d->lang, day);
		document_figure(d, n->teller.section, "progress", NULL, a->code, NULL,
			a->progress, "late");
		table_add(d, table, cells, false);
	}
}
