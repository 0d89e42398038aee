/* SPDX-License-Identifier: MIT
 * The table on a terminal: columns as wide as the first rows need, then streaming, so that
 * a million rows take no memory. On a narrow terminal the widest columns of free text are
 * cut with an ellipsis; numbers, codes and dates never are.
 */
#include <stdlib.h>
#include <string.h>

#include "../base/arena.h"
#include "../base/error.h"
#include "../base/words.h"
#include "people.h"
#include "writer.h"

enum { LOOK_AHEAD = 200, BETWEEN = 2, NARROWEST = 8 };

typedef struct table {
	arena memory;
	int *widths;
	bool *is_cut;
	const char **kept; /* cells of the rows looked at, as shown */
	size_t kept_rows;
	bool is_streaming;
	text cell;
} table;

static const char *show(writer *w, table *t, size_t column, const relais_row *row)
{
	text_clear(&t->cell);
	people_cell(&t->cell, writer_type(w, row, column), row->cells[column], w->style->lang);
	for (size_t i = 0; !t->cell.failed && i < t->cell.length; i++)
		if (t->cell.data[i] == '\n')
			t->cell.data[i] = ' ';
	return text_str(&t->cell);
}

static void add_blanks(text *line, int count)
{
	while (count-- > 0)
		text_add_char(line, ' ');
}

static void add_cell(writer *w, table *t, size_t column, const char *shown)
{
	bool is_right = column_is_number(&w->columns[column]);
	int room = t->widths[column];
	int width = text_width(shown);

	if (column)
		add_blanks(&w->line, BETWEEN);
	if (t->is_cut[column] && width > room) {
		text_add_bytes(&w->line, shown, text_fit(shown, room - 1));
		text_add(&w->line, "…");
		return;
	}
	if (is_right)
		add_blanks(&w->line, room - width);
	text_add(&w->line, shown);
	if (!is_right)
		add_blanks(&w->line, room - width);
}

static void trim_line(text *line)
{
	while (line->length && line->data[line->length - 1] == ' ')
		line->data[--line->length] = '\0';
}

static relais_status end_line(writer *w)
{
	trim_line(&w->line);
	text_add_char(&w->line, '\n');
	return writer_send(w);
}

/* The widest column of free text that can still give; `count` when none can. */
static size_t widest_text(const writer *w, const table *t)
{
	size_t widest = w->count;

	for (size_t i = 0; i < w->count; i++) {
		if (w->columns[i].type != RELAIS_TEXT || t->widths[i] <= NARROWEST)
			continue;
		if (widest == w->count || t->widths[i] > t->widths[widest])
			widest = i;
	}
	return widest;
}

static void fit_terminal(const writer *w, table *t)
{
	int total = -BETWEEN;

	for (size_t i = 0; i < w->count; i++)
		total += t->widths[i] + BETWEEN;
	for (; w->style->width > 0 && total > w->style->width; total--) {
		size_t i = widest_text(w, t);

		if (i == w->count)
			return;
		t->widths[i]--;
		t->is_cut[i] = true;
	}
}

static relais_status write_head(writer *w, table *t)
{
	if (w->style->color)
		text_add(&w->line, "\033[1m");
	for (size_t i = 0; i < w->count; i++)
		add_cell(w, t, i, writer_title(w, i));
	trim_line(&w->line);
	if (w->style->color) {
		text_add(&w->line, "\033[0m");
		return end_line(w);
	}
	text_add_char(&w->line, '\n');
	for (size_t i = 0; i < w->count; i++) {
		if (i)
			add_blanks(&w->line, BETWEEN);
		for (int j = 0; j < t->widths[i]; j++)
			text_add(&w->line, "─");
	}
	return end_line(w);
}

/* The look is over: widths are settled, what was kept goes out. */
static relais_status start_streaming(writer *w, table *t)
{
	relais_status rc;

	t->is_streaming = true;
	fit_terminal(w, t);
	rc = write_head(w, t);
	for (size_t r = 0; rc == RELAIS_OK && r < t->kept_rows; r++) {
		for (size_t i = 0; i < w->count; i++)
			add_cell(w, t, i, t->kept[r * w->count + i]);
		rc = end_line(w);
	}
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
	t->kept = calloc(count * LOOK_AHEAD, sizeof *t->kept);
	if (!t->widths || !t->is_cut || !t->kept)
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
	relais_status rc;

	if (!t->is_streaming && t->kept_rows < LOOK_AHEAD)
		return keep(w, t, one);
	rc = t->is_streaming ? RELAIS_OK : start_streaming(w, t);
	if (rc != RELAIS_OK)
		return rc;
	for (size_t i = 0; i < w->count; i++)
		add_cell(w, t, i, show(w, t, i, one));
	return t->cell.failed ? fail_memory(w->err) : end_line(w);
}

static relais_status tail(writer *w)
{
	table *t = w->own;
	relais_status rc = t->is_streaming ? RELAIS_OK : start_streaming(w, t);

	if (rc != RELAIS_OK || w->rows)
		return rc;
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
	free(t->kept);
	text_free(&t->cell);
	free(t);
}

const struct format format_table = { "table", head, row, tail, drop };
