/* SPDX-License-Identifier: MIT
 * Every row of an answer to one format, checked to the last byte.
 */
#include "../base/error.h"
#include "../base/rows.h"
#include "../base/words.h"
#include "send.h"
#include "writer.h"

static const struct format *const formats[] = { &format_table, &format_csv, &format_tsv,
	&format_json, &format_jsonl, &format_md, &format_html, &format_xlsx, &format_ics,
	&format_sdmx };

static const char *const names[] = { "table", "csv", "tsv", "json", "jsonl", "md", "html",
	"xlsx", "ics", "sdmx-csv", NULL };

const char *const *relais_formats(void)
{
	return names;
}

relais_status writer_send(writer *w)
{
	relais_status rc = send_text(w->out, &w->line, w->err);

	text_clear(&w->line);
	return rc;
}

const char *writer_title(const writer *w, size_t column)
{
	const relais_column *c = &w->columns[column];

	return c->title && *c->title ? words(w->style->lang, c->title) : c->name;
}

const char *style_title(const relais_style *style)
{
	if (style->title && *style->title)
		return style->title;
	return style->tool ? style->tool : "relais";
}

static relais_status write_all(writer *w, relais_rows *rows)
{
	relais_row row;
	relais_status rc = w->format->head(w);

	while (rc == RELAIS_OK && (rc = relais_rows_next(rows, &row, w->err)) == RELAIS_OK) {
		rc = w->format->row(w, &row);
		w->rows++;
	}
	if (rc != RELAIS_END)
		return rc;
	rc = w->format->tail(w);
	return rc == RELAIS_OK ? send_end(w->out, w->err) : rc;
}

relais_status relais_rows_write(relais_rows *rows, const char *format,
	const relais_style *style, FILE *out, relais_error *err)
{
	static const relais_style plain = { 0 };
	writer w = { .style = style ? style : &plain, .out = out, .err = err };
	size_t index;
	relais_status rc = format_find(format, names, &index, err);

	if (rc != RELAIS_OK)
		return rc;
	if (!(w.format = formats[index]))
		return fail(err, RELAIS_E_USAGE,
			"this answer has no days to put in a calendar: ask 'rt-plan calendar' for one");
	w.columns = relais_rows_columns(rows, &w.count);
	w.main = rows->main;
	rc = write_all(&w, rows);
	if (w.format->drop)
		w.format->drop(&w);
	text_free(&w.line);
	return rc;
}
