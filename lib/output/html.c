/* SPDX-License-Identifier: MIT
 * Rows as one HTML page with one table.
 */
#include "../base/words.h"
#include "escape.h"
#include "page.h"
#include "people.h"
#include "writer.h"

static relais_status head(writer *w)
{
	const char *title = style_title(w->style);

	page_open(&w->line, w->style->lang, title, NULL);
	text_add(&w->line, "<main>\n<div class=\"wide\" tabindex=\"0\" role=\"region\" "
			   "aria-labelledby=\"rows\">\n<table>\n<caption id=\"rows\">");
	html_text(&w->line, title);
	text_add(&w->line, "</caption>\n<thead>\n<tr>");
	for (size_t i = 0; i < w->count; i++) {
		text_addf(&w->line, "<th scope=\"col\"%s>",
			column_is_number(&w->columns[i]) ? " class=\"n\"" : "");
		html_text(&w->line, writer_title(w, i));
		text_add(&w->line, "</th>");
	}
	text_add(&w->line, "</tr>\n</thead>\n<tbody>\n");
	return writer_send(w);
}

static relais_status row(writer *w, const relais_row *one)
{
	text cell = { 0 };

	text_add(&w->line, "<tr>");
	for (size_t i = 0; i < w->count; i++) {
		const char *tag = i ? "td" : "th";

		text_clear(&cell);
		people_cell(&cell, writer_type(w, one, i), one->cells[i], w->style->lang);
		text_addf(&w->line, "<%s%s%s>", tag, i ? "" : " scope=\"row\"",
			column_is_number(&w->columns[i]) ? " class=\"n\"" : "");
		html_text(&w->line, text_str(&cell));
		text_addf(&w->line, "</%s>", tag);
	}
	text_add(&w->line, "</tr>\n");
	w->line.failed |= cell.failed;
	text_free(&cell);
	return writer_send(w);
}

static relais_status tail(writer *w)
{
	text_add(&w->line, "</tbody>\n</table>\n</div>\n");
	if (!w->rows) {
		text_add(&w->line, "<p>");
		html_text(&w->line, words(w->style->lang, "no row"));
		text_add(&w->line, "</p>\n");
	}
	text_add(&w->line, "</main>\n");
	page_close(&w->line);
	return writer_send(w);
}

const struct format format_html = { "html", head, row, tail, NULL };
