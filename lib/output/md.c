/* SPDX-License-Identifier: MIT
 * Rows as a table of GitHub's Markdown, for a wiki, a ticket, a mail.
 */
#include "../base/words.h"
#include "escape.h"
#include "people.h"
#include "writer.h"

static relais_status head(writer *w)
{
	for (size_t i = 0; i < w->count; i++) {
		text_add(&w->line, i ? " | " : "| ");
		md_cell(&w->line, writer_title(w, i));
	}
	text_add(&w->line, " |\n");
	for (size_t i = 0; i < w->count; i++)
		text_add(&w->line, column_is_number(&w->columns[i]) ? "|---:" : "|---");
	text_add(&w->line, "|\n");
	return writer_send(w);
}

static relais_status row(writer *w, const relais_row *one)
{
	text cell = { 0 };

	for (size_t i = 0; i < w->count; i++) {
		text_clear(&cell);
		people_cell(&cell, writer_type(w, one, i), one->cells[i], w->style->lang);
		text_add(&w->line, i ? " | " : "| ");
		md_cell(&w->line, text_str(&cell));
	}
	text_add(&w->line, " |\n");
	w->line.failed |= cell.failed;
	text_free(&cell);
	return writer_send(w);
}

static relais_status tail(writer *w)
{
	if (w->rows)
		return RELAIS_OK;
	text_addf(&w->line, "\n%s\n", words(w->style->lang, "no row"));
	return writer_send(w);
}

const struct format format_md = { "md", head, row, tail, NULL };
