/* SPDX-License-Identifier: MIT
 * A document in each of its formats, composed whole: documents are a few pages.
 */
#ifndef OUTPUT_RENDER_H
#define OUTPUT_RENDER_H

#include "../base/attributes.h"
#include "../base/text.h"
#include "../report/document.h"

typedef void document_writer(text *out, const relais_document *d, const relais_style *style);

document_writer document_as_text, document_as_md, document_as_html, document_as_json,
	document_as_csv;

/* A workbook: a sheet per section, native charts, and the list of figures. */
relais_status document_as_xlsx(
	FILE *out, const relais_document *d, relais_error *err) MUST_CHECK;

/* A table of a document on a page `width` columns wide. */
void text_table(text *out, const block *table, int width);
/* A chart as bars of blocks. */
void text_chart(text *out, const block *drawing, int width);

#endif
