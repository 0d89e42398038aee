/* SPDX-License-Identifier: MIT
 * A table as rows: a grid, whose columns are made of what was found, or a row for each cell.
 */
#include <stdlib.h>
#include <string.h>

#include "../../base/error.h"
#include "../../base/text.h"
#include "../../base/words.h"
#include "table.h"

static const char margin[] = "total";

static const relais_column key_columns[] = { { "office", N_("Office"), RELAIS_CODE },
	{ "territory", N_("Territory"), RELAIS_CODE }, { "epci", N_("EPCI"), RELAIS_CODE },
	{ "departement", N_("Department"), RELAIS_CODE },
	{ "region", N_("Region"), RELAIS_CODE }, { "zone", N_("Zone"), RELAIS_CODE },
	{ "category", N_("Category"), RELAIS_CODE },
	{ "legal_form", N_("Legal form"), RELAIS_CODE }, { "size", N_("Size"), RELAIS_CODE },
	{ "month", N_("Month"), RELAIS_PERIOD }, { "quarter", N_("Quarter"), RELAIS_PERIOD },
	{ "semester", N_("Half-year"), RELAIS_PERIOD }, { "year", N_("Year"), RELAIS_PERIOD } };

static const relais_column first = { "indicator", N_("Indicator"), RELAIS_CODE };
static const relais_column cell_columns[] = { { "value", N_("Value"), RELAIS_NUMBER },
	{ "offices", N_("Offices"), RELAIS_COUNT },
	{ "expected", N_("Expected"), RELAIS_COUNT }, { "flag", N_("Flag"), RELAIS_TEXT } };

enum { CELL_COLUMNS = sizeof cell_columns / sizeof *cell_columns };

/* "I/2024-08", "I/total", "total". */
static const char *name_of(table *t, const head *h)
{
	text name = { 0 };
	const char *kept;
	size_t keys = t->columns.keys.count;

	for (size_t i = 0; i < h->depth; i++) {
		text_add(&name, i ? "/" : "");
		text_add(&name, *h->codes[i] ? h->codes[i] : "not_said");
	}
	if (h->depth < keys) {
		text_add(&name, h->depth ? "/" : "");
		text_add(&name, margin);
	}
	kept = name.failed ? NULL : arena_string(&t->study->memory, text_str(&name));
	text_free(&name);
	return kept;
}

static const char *title_of(const head *h, const char *name)
{
	if (h->depth == 0)
		return N_("Total");
	return h->depth == 1 && !*h->codes[0] ? N_("not said") : name;
}

static void add_keys(table *t, const group_keys *keys)
{
	for (size_t i = 0; i < keys->count; i++)
		t->names[t->name_count++] = key_columns[keys->key[i]];
}

relais_status table_names(table *t, relais_error *err)
{
	size_t room = 1 + MOST_KEYS + CELL_COLUMNS + t->columns.count;

	if (!(t->names = calloc(room, sizeof *t->names)) ||
		!(t->cells = calloc(room, sizeof *t->cells)) ||
		!(t->types = calloc(room, sizeof *t->types)) ||
		!(t->text = calloc(room, sizeof *t->text)))
		return fail_memory(err);
	t->names[t->name_count++] = first;
	add_keys(t, &t->lines.keys);
	if (t->is_long) {
		add_keys(t, &t->columns.keys);
		for (size_t i = 0; i < CELL_COLUMNS; i++)
			t->names[t->name_count++] = cell_columns[i];
		return RELAIS_OK;
	}
	for (size_t c = 0; c < t->columns.count; c++) {
		const head *h = &t->columns.heads[c];
		const char *name = name_of(t, h);

		if (!name)
			return fail_memory(err);
		t->names[t->name_count++] =
			(relais_column){ name, title_of(h, name), RELAIS_NUMBER };
	}
	return RELAIS_OK;
}

static bool is_there(const measure *m)
{
	return m && (m->expected || m->offices);
}

static size_t say_head(table *t, size_t at, const head *h, const group_keys *keys)
{
	for (size_t i = 0; i < keys->count; i++, at++) {
		t->types[at] = t->names[at].type;
		t->cells[at] = i < h->depth ? h->codes[i] : margin;
	}
	return at;
}

/* A sum of months that leaves offices out is a level like any other: taken from the months it tells
 * what those offices sent. */
static bool is_secret(const measure *m)
{
	return m->is_secret || m->is_level_secret;
}

static void say_value(table *t, size_t at, const measure *m)
{
	t->types[at] = item_value_type(t->what);
	t->cells[at] = NULL;
	if (!m->has_value || m->is_withheld || is_secret(m))
		return;
	number_print(m->value, t->text[at]);
	t->cells[at] = t->text[at];
}

/* In a grid a figure that is not there says why, since there is no room for a flag. */
static void say_cell(table *t, size_t at, const measure *m)
{
	t->cells[at] = NULL;
	t->types[at] = RELAIS_TEXT;
	if (!is_there(m))
		return;
	say_value(t, at, m);
	if (t->cells[at])
		return;
	t->types[at] = RELAIS_TEXT;
	t->cells[at] = is_secret(m) ? "s" : m->is_withheld ? "x" : "n.d.";
}

static void say_count(table *t, size_t at, int64_t count)
{
	t->types[at] = RELAIS_COUNT;
	number_print((number){ count, 0 }, t->text[at]);
	t->cells[at] = t->text[at];
}

static bool say_line(table *t, const head *line, relais_row *row)
{
	size_t at = say_head(t, 1, line, &t->lines.keys);
	bool any = false;

	for (size_t c = 0; c < t->columns.count; c++, at++) {
		const measure *m = table_measure(t, line, &t->columns.heads[c]);

		any = any || is_there(m);
		say_cell(t, at, m);
	}
	*row = (relais_row){ at, t->cells, t->types };
	return any;
}

static bool say_one(table *t, const head *line, const head *column, relais_row *row)
{
	const measure *m = table_measure(t, line, column);
	size_t at = say_head(t, 1, line, &t->lines.keys);

	if (!is_there(m))
		return false;
	at = say_head(t, at, column, &t->columns.keys);
	say_value(t, at++, m);
	say_count(t, at++, m->offices);
	say_count(t, at++, m->expected);
	measure_flags(m, t->flags);
	t->types[at] = RELAIS_TEXT;
	t->cells[at++] = t->flags;
	*row = (relais_row){ at, t->cells, t->types };
	return true;
}

bool table_next_row(table *t, relais_row *row)
{
	t->types[0] = RELAIS_CODE;
	t->cells[0] = t->what->about.code;
	while (t->line < t->lines.count) {
		const head *line = &t->lines.heads[t->line];
		bool is_said = t->is_long ? say_one(t, line, &t->columns.heads[t->column], row)
					  : say_line(t, line, row);

		if (!t->is_long || ++t->column == t->columns.count) {
			t->column = 0;
			t->line++;
		}
		if (is_said)
			return true;
	}
	return false;
}
