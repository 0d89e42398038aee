/* SPDX-License-Identifier: MIT
 * CSV (RFC 4180, LF, quotes only when needed) and TSV (a blank for what would break a line).
 *
 * A spreadsheet runs a cell that starts with = + - @ TAB or CR. In columns of words, codes among
 * them, such a cell gets an apostrophe before it; numbers and days are ours and stay as they are. The
 * importer takes one apostrophe off when what follows the apostrophes is one of these, so
 * what is written is read back the same.
 */
#include <string.h>

#include "csv_cell.h"
#include "writer.h"

static bool is_blank(char c)
{
	return c == ' ' || c == '\t';
}

/* Readers drop blanks at the ends of an unquoted cell: those are quoted too. */
static bool wants_quotes(const char *cell, size_t length)
{
	if (!length)
		return false;
	for (size_t i = 0; i < length; i++)
		if (cell[i] == ',' || cell[i] == '"' || cell[i] == '\r' || cell[i] == '\n')
			return true;
	return is_blank(cell[0]) || is_blank(cell[length - 1]);
}

static void add_quoted(text *line, const char *cell)
{
	text_add_char(line, '"');
	for (; *cell; cell++) {
		if (*cell == '"')
			text_add_char(line, '"');
		text_add_char(line, *cell);
	}
	text_add_char(line, '"');
}

static bool starts_with(const char *cell, const char *marks)
{
	char first = cell[strspn(cell, "'")];

	return first && strchr(marks, first);
}

void csv_cell(text *line, const char *cell)
{
	size_t length = cell ? strlen(cell) : 0;

	if (wants_quotes(cell, length))
		add_quoted(line, cell);
	else
		text_add_bytes(line, cell, length);
}

void csv_text_cell(text *line, const char *cell)
{
	text armed = { 0 };

	if (!cell || !starts_with(cell, "=+-@\t\r")) {
		csv_cell(line, cell);
		return;
	}
	text_add_char(&armed, '\'');
	text_add(&armed, cell);
	csv_cell(line, text_str(&armed));
	line->failed |= armed.failed;
	text_free(&armed);
}

/* A line of nothing is skipped by readers: the only cell of a line is never bare when empty. */
static relais_status end_csv(writer *w)
{
	if (!w->line.length)
		text_add(&w->line, "\"\"");
	text_add_char(&w->line, '\n');
	return writer_send(w);
}

static relais_status head_csv(writer *w)
{
	for (size_t i = 0; i < w->count; i++) {
		if (i)
			text_add_char(&w->line, ',');
		csv_cell(&w->line, w->columns[i].name);
	}
	return end_csv(w);
}

/* Codes are chosen by those who send registers, and are words as much as names. */
static bool is_words(relais_type type)
{
	return type == RELAIS_TEXT || type == RELAIS_CODE;
}

static relais_status row_csv(writer *w, const relais_row *row)
{
	for (size_t i = 0; i < row->count; i++) {
		if (i)
			text_add_char(&w->line, ',');
		if (is_words(w->columns[i].type))
			csv_text_cell(&w->line, row->cells[i]);
		else
			csv_cell(&w->line, row->cells[i]);
	}
	return end_csv(w);
}

/* No quoting in TSV but for a quote itself, which half of the readers would take for one. */
static void add_tsv(text *line, const char *cell, bool is_text)
{
	size_t start = line->length;

	if (!cell)
		return;
	if (is_text && starts_with(cell, "=+-@"))
		text_add_char(line, '\'');
	if (strchr(cell, '"'))
		add_quoted(line, cell);
	else
		text_add(line, cell);
	for (size_t i = start; !line->failed && i < line->length; i++)
		if (strchr("\t\r\n", line->data[i]))
			line->data[i] = ' ';
}

static relais_status head_tsv(writer *w)
{
	for (size_t i = 0; i < w->count; i++) {
		if (i)
			text_add_char(&w->line, '\t');
		add_tsv(&w->line, w->columns[i].name, false);
	}
	return end_csv(w);
}

static relais_status row_tsv(writer *w, const relais_row *row)
{
	for (size_t i = 0; i < row->count; i++) {
		if (i)
			text_add_char(&w->line, '\t');
		add_tsv(&w->line, row->cells[i], is_words(w->columns[i].type));
	}
	return end_csv(w);
}

static relais_status nothing_more(writer *w)
{
	(void)w;
	return RELAIS_OK;
}

const struct format format_csv = { "csv", head_csv, row_csv, nothing_more, NULL };
const struct format format_tsv = { "tsv", head_tsv, row_tsv, nothing_more, NULL };
/* The rows of relais_rows_to_sdmx say what SDMX wants to know; the rest is CSV. */
const struct format format_sdmx = { "sdmx-csv", head_csv, row_csv, nothing_more, NULL };
