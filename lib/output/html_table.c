/* SPDX-License-Identifier: MIT
 * See html_table.h. A browser shares a narrow page between columns as if a date could be broken and
 * a sentence could do with a word a line. Here it is told which is which.
 */
#include <stdlib.h>
#include <string.h>

#include "../base/words.h"
#include "escape.h"
#include "html_table.h"

enum { SHORT = 14, LONG = 36, MANY = 8, HEIGHTS = 8, BAR = 8, BLOCK_SIZE = 3 };

static const char no_height[] = "·";

/* Which of the eight blocks a sparkline is made of begins here; 0: its dot, -1: something else. */
static int block_at(const char *at)
{
	if (strncmp(at, no_height, sizeof no_height - 1) == 0)
		return 0;
	if (strncmp(at, "\xE2\x96", 2) == 0 && at[2] >= '\x81' && at[2] <= '\x88')
		return (unsigned char)at[2] - 0x80;
	return -1;
}

static size_t block_size(int height)
{
	return height ? BLOCK_SIZE : sizeof no_height - 1;
}

/* A row of blocks and dots, with one block at least: fonts draw those in sizes that do not match. */
static bool is_sparkline(const char *cell)
{
	bool has_block = false;

	for (int height; cell && *cell; cell += block_size(height)) {
		height = block_at(cell);
		if (height < 0)
			return false;
		has_block = has_block || height > 0;
	}
	return has_block;
}

/* The same blocks as bars, which say no more than the blocks do. */
static void add_sparkline(text *out, const char *cell, const char *title)
{
	size_t count = 0;

	for (const char *at = cell; *at; at += block_size(block_at(at)))
		count++;
	text_addf(out, "<svg class=\"spark\" role=\"img\" viewBox=\"0 0 %zu %d\" aria-label=\"",
		count * BAR, 3 * HEIGHTS);
	html_text(out, title);
	text_add(out, "\">");
	for (size_t x = 0; *cell; x += BAR) {
		int height = block_at(cell);

		if (height)
			text_addf(out, "<path d=\"M%zu %dh%dv%dh-%dz\"/>", x, 3 * HEIGHTS,
				BAR - 1, -3 * height, BAR - 1);
		else
			text_addf(out, "<path d=\"M%zu %dh2v-2h-2z\"/>", x + BAR / 2 - 1,
				3 * HEIGHTS);
		cell += block_size(height);
	}
	text_add(out, "</svg>");
}

/* Codes and numbers first: such a column is no wider than it must be. */
static bool begins_with_codes(const block *b)
{
	enum { LONGEST_CODE = 10 };

	for (size_t i = 0; i < b->count; i++)
		if (b->rows[i].cells[0] && text_width(b->rows[i].cells[0]) > LONGEST_CODE)
			return false;
	return b->count > 0;
}

/* Names first and then nothing but numbers and drawings: the names get their share. */
static bool is_measures(const block *b)
{
	for (size_t i = 1; i < b->column_count; i++)
		if (!b->columns[i].is_number && !is_sparkline(b->rows[0].cells[i]))
			return false;
	return b->column_count > 2;
}

static void add_layout(text *out, const block *b)
{
	bool is_coded = begins_with_codes(b), is_many = b->column_count >= MANY;
	bool is_named = b->count && !is_coded && !is_many && is_measures(b);

	if (is_coded || is_many || is_named)
		text_addf(out, " class=\"%s%s%s%s\"", is_coded ? "coded" : "",
			is_coded && is_many ? " " : "", is_many ? "many" : "",
			is_named ? "named" : "");
}

/* How the cells of a column are laid out, as an attribute: numbers, dates and codes, sentences. */
static const char *looks_of(const block *b, size_t column)
{
	int widest = 0;

	if (b->columns[column].is_number)
		return " class=\"n\"";
	for (size_t i = 0; i < b->count; i++) {
		const char *cell = b->rows[i].cells[column];
		int width = cell ? text_width(cell) : 0;

		widest = width > widest ? width : widest;
	}
	return widest <= SHORT ? " class=\"c\"" : widest > LONG ? " class=\"w\"" : "";
}

static void add_row(text *out, const block *b, const table_row *row, const char *const *looks)
{
	text_add(out, row->is_total ? "<tr class=\"total\">" : "<tr>");
	for (size_t i = 0; i < b->column_count; i++) {
		text_addf(out, i ? "<td%s>" : "<th scope=\"row\"%s>", looks[i]);
		if (is_sparkline(row->cells[i]))
			add_sparkline(out, row->cells[i], b->columns[i].title);
		else
			html_text(out, row->cells[i]);
		text_add(out, i ? "</td>" : "</th>");
	}
	text_add(out, "</tr>\n");
}

static void add_body(text *out, const block *b)
{
	const char **looks = calloc(b->column_count, sizeof *looks);

	out->failed = out->failed || !looks;
	text_add(out, "<tbody>\n");
	for (size_t i = 0; looks && i < b->column_count; i++)
		looks[i] = looks_of(b, i);
	for (size_t i = 0; looks && i < b->count; i++)
		add_row(out, b, &b->rows[i], looks);
	text_add(out, "</tbody>\n");
	free(looks);
}

static void add_head(text *out, const block *b)
{
	text_add(out, "<thead>\n<tr>");
	for (size_t i = 0; i < b->column_count; i++) {
		text_addf(out, "<th scope=\"col\"%s>",
			b->columns[i].is_number ? " class=\"n\"" : "");
		html_text(out, b->columns[i].title);
		text_add(out, "</th>");
	}
	text_add(out, "</tr>\n</thead>\n");
}

void html_table(text *out, const block *b, int serial, relais_lang lang)
{
	text_add(out, "<div class=\"wide\" tabindex=\"0\" role=\"group\"");
	if (b->title)
		text_addf(out, " aria-labelledby=\"table-%d\">\n<table", serial);
	else
		text_addf(out, " aria-label=\"%s %d\">\n<table", words(lang, "Table"), serial);
	add_layout(out, b);
	text_add(out, ">\n");
	if (b->title) {
		text_addf(out, "<caption id=\"table-%d\">", serial);
		html_text(out, b->title);
		text_add(out, "</caption>\n");
	}
	add_head(out, b);
	add_body(out, b);
	text_add(out, "</table>\n</div>\n");
}
