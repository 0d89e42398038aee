/* SPDX-License-Identifier: MIT
 * Rows to bytes: what a format has to say (head, row, tail) and what all of them share: the line
 * being composed, the columns, the place it goes. A format decides the looks and has
 * never heard of an office.
 */
#ifndef OUTPUT_WRITER_H
#define OUTPUT_WRITER_H

#include <relais.h>

#include "../base/attributes.h"
#include "../base/text.h"

typedef struct writer {
	const struct format *format;
	const relais_style *style;
	const relais_column *columns;
	size_t count; /* of columns */
	const char *main; /* those that matter, see rows.h; NULL: not said */
	FILE *out;
	relais_error *err;
	text line; /* composed here, sent with writer_send */
	uint64_t rows; /* written before this one */
	void *own; /* what one format keeps between rows */
} writer;

struct format {
	const char *name;
	relais_status (*head)(writer *w);
	relais_status (*row)(writer *w, const relais_row *row);
	relais_status (*tail)(writer *w);
	void (*drop)(writer *w); /* gives `own` back, whatever happened; may be NULL */
};

extern const struct format format_table, format_csv, format_tsv, format_json, format_jsonl,
	format_md, format_html, format_xlsx, format_ics, format_sdmx;

/* Sends what was composed and empties the line. */
relais_status writer_send(writer *w) MUST_CHECK;
/* The title of a column in the reader's language. */
const char *writer_title(const writer *w, size_t column);
/* The title of the whole: the style's, else the tool's name. */
const char *style_title(const relais_style *style);

static inline bool column_is_number(const relais_column *column)
{
	return column->type >= RELAIS_COUNT && column->type <= RELAIS_COEFFICIENT;
}

/* What a cell holds: its column's type, unless the row says otherwise. */
static inline relais_type writer_type(const writer *w, const relais_row *row, size_t column)
{
	return row->types ? row->types[column] : w->columns[column].type;
}

#endif
