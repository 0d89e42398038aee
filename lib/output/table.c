/* SPDX-License-Identifier: MIT
 * The table on a terminal: columns as wide as the first rows need, then streaming, so that
 * a million rows take no memory.
 */
#include "table.h"

#include <stdlib.h>
#include <string.h>

#include "../base/error.h"
#include "../base/words.h"
#include "people.h"
#include "wrap.h"

enum { LOOK_AHEAD = 200 };

static const char *show(writer *w, table *t, size_t column, const relais_row *row)
{
	text_clear(&t->cell);
	people_cell(&t->cell, writer_type(w, row, column), row->cells[column], w->style->lang);
	for (size_t i = 0; !t->cell.failed && i < t->cell.length; i++)
		if (t->cell.data[i] == '\n')
			t->cell.data[i] = ' ';
	return text_str(&t->cell);
}

static void add_cell(writer *w, table *t, size_t column, const char *shown)
{
	bool is_right = column_is_number(&w->columns[column]);
	int room = t->widths[column];
	int width = text_width(shown);

	if (t->is_cut[column] && width > room) {
		text_add_bytes(&w->line, shown, text_fit(shown, room - 1));
		text_add(&w->line, "…");
		return;
	}
	if (is_right)
		wrap_blanks(&w->line, room - width);
	text_add(&w->line, shown);
	if (!is_right)
		wrap_blanks(&w->line, room - width);
}

static relais_status end_line(writer *w)
{
	wrap_end_line(&w->line);
	return writer_send(w);
}

/* A cell where it goes: nowhere when it was said above, on a line of its own in a block. */
static void place_cell(writer *w, table *t, size_t column, const char *shown, bool *is_first)
{
	if (t->is_lifted[column] || t->is_left_out[column])
		return;
	if (t->is_by_record) {
		table_add_field(w, t, column, shown);
		return;
	}
	wrap_blanks(&w->line, *is_first ? 0 : TABLE_BETWEEN);
	add_cell(w, t, column, shown);
	*is_first = false;
}

static relais_status end_row(writer *w, const table *t)
{
	return t->is_by_record ? writer_send(w) : end_line(w);
}

/* One that was looked at. */
static relais_status write_kept(writer *w, table *t, size_t kept)
{
	bool is_first = true;

	if (t->is_by_record && kept)
		text_add_char(&w->line, '\n');
	for (size_t i = 0; i < w->count; i++)
		place_cell(w, t, i, t->kept[kept * w->count + i], &is_first);
	return end_row(w, t);
}

static void add_titles(writer *w, table *t)
{
	bool is_first = true;

	for (size_t i = 0; i < w->count; i++)
		place_cell(w, t, i, writer_title(w, i), &is_first);
	while (w->line.length && w->line.data[w->line.length - 1] == ' ')
		w->line.data[--w->line.length] = '\0';
}

static void add_rules(writer *w, const table *t)
{
	bool is_first = true;

	for (size_t i = 0; i < w->count; i++) {
		if (t->is_lifted[i] || t->is_left_out[i])
			continue;
		wrap_blanks(&w->line, is_first ? 0 : TABLE_BETWEEN);
		for (int j = 0; j < t->widths[i]; j++)
			text_add(&w->line, "─");
		is_first = false;
	}
}

static relais_status write_head(writer *w, table *t)
{
	if (t->is_by_record)
		return RELAIS_OK;
	table_add_lifted(w, t);
	if (w->style->color)
		text_add(&w->line, "\033[1m");
	add_titles(w, t);
	if (w->style->color) {
		text_add(&w->line, "\033[0m");
	} else {
		text_add_char(&w->line, '\n');
		add_rules(w, t);
	}
	return end_line(w);
}

/* The look is over: widths are settled, what was kept goes out. */
static relais_status start_streaming(writer *w, table *t, bool is_whole)
{
	relais_status rc;

	t->is_streaming = true;
	table_fit(w, t, is_whole);
	rc = write_head(w, t);
	for (size_t r = 0; rc == RELAIS_OK && r < t->kept_rows; r++)
		rc = write_kept(w, t, r);
	arena_free(&t->memory);
	return rc;
}

static relais_status head(writer *w)
{
	table *t = calloc(1, sizeof *t);
	size_t count = w->count ? w->count : 1;

	w->own = t;
	if (!t)
		return fail_memory(w->err);
	t->widths = calloc(count, sizeof *t->widths);
	t->is_cut = calloc(count, sizeof *t->is_cut);
	t->is_lifted = calloc(count, sizeof *t->is_lifted);
	t->is_left_out = calloc(count, sizeof *t->is_left_out);
	t->floors = calloc(count, sizeof *t->floors);
	t->kept = calloc(count * LOOK_AHEAD, sizeof *t->kept);
	if (!t->widths || !t->is_cut || !t->is_lifted || !t->is_left_out || !t->floors ||
		!t->kept)
		return fail_memory(w->err);
	for (size_t i = 0; i < w->count; i++)
		t->widths[i] = text_width(writer_title(w, i));
	return RELAIS_OK;
}

static relais_status keep(writer *w, table *t, const relais_row *row)
{
	const char **cells = &t->kept[t->kept_rows * w->count];

	for (size_t i = 0; i < w->count; i++) {
		const char *shown = show(w, t, i, row);
		int width = text_width(shown);

		if (width > t->widths[i])
			t->widths[i] = width;
		cells[i] = arena_string(&t->memory, shown);
		if (!cells[i] || t->cell.failed)
			return fail_memory(w->err);
	}
	t->kept_rows++;
	return RELAIS_OK;
}

static relais_status row(writer *w, const relais_row *one)
{
	table *t = w->own;
	bool is_first = true;
	relais_status rc;

	if (!t->is_streaming && t->kept_rows < LOOK_AHEAD)
		return keep(w, t, one);
	rc = t->is_streaming ? RELAIS_OK : start_streaming(w, t, false);
	if (rc != RELAIS_OK)
		return rc;
	if (t->is_by_record)
		text_add_char(&w->line, '\n');
	for (size_t i = 0; i < w->count; i++)
		place_cell(w, t, i, show(w, t, i, one), &is_first);
	return t->cell.failed ? fail_memory(w->err) : end_row(w, t);
}

static relais_status tail(writer *w)
{
	table *t = w->own;
	relais_status rc = t->is_streaming ? RELAIS_OK : start_streaming(w, t, true);

	if (rc != RELAIS_OK)
		return rc;
	if (w->rows) {
		table_add_left_out(w, t);
		return writer_send(w);
	}
	text_add(&w->line, words(w->style->lang, "no row"));
	return end_line(w);
}

static void drop(writer *w)
{
	table *t = w->own;

	if (!t)
		return;
	arena_free(&t->memory);
	free(t->widths);
	free(t->is_cut);
	free(t->is_lifted);
	free(t->is_left_out);
	free(t->floors);
	free(t->kept);
	text_free(&t->cell);
	free(t);
}

const struct format format_table = { "table", head, row, tail, drop };
