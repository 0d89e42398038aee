/* SPDX-License-Identifier: MIT
 * A document to one of its formats, checked to the last byte.
 */
#include "render.h"
#include "send.h"

static const char *const names[] = { "text", "md", "html", "json", "csv", "xlsx", NULL };
/* NULL: the workbook, which is no text. */
static document_writer *const writers[] = { document_as_text, document_as_md, document_as_html,
	document_as_json, document_as_csv, NULL };

const char *const *relais_document_formats(void)
{
	return names;
}

relais_status relais_document_write(const relais_document *d, const char *format,
	const relais_style *style, FILE *out, relais_error *err)
{
	static const relais_style plain = { 0 };
	text composed = { 0 };
	size_t index;
	relais_status rc = document_status(d, err);

	if (rc == RELAIS_OK)
		rc = format_find(format, names, &index, err);
	if (rc != RELAIS_OK)
		return rc;
	if (!writers[index]) {
		rc = document_as_xlsx(out, d, err);
		return rc == RELAIS_OK ? send_end(out, err) : rc;
	}
	writers[index](&composed, d, style ? style : &plain);
	rc = send_text(out, &composed, err);
	text_free(&composed);
	return rc == RELAIS_OK ? send_end(out, err) : rc;
}
