/* SPDX-License-Identifier: MIT
 * One report, from its question to its file: what all verbs of rt-report do.
 */
#include "report.h"

relais_status report_run(struct session *s, const char *name)
{
	relais_document *document;
	relais_status rc = RELAIS_OK;

	if (!s->question.span.from)
		rc = relais_span_parse("last-month", s->today, &s->question.span, &s->err);
	if (rc != RELAIS_OK)
		return rc;
	tool_use_report_language(s);
	rc = relais_report(s->store, name, &s->question, &document, &s->err);
	if (rc != RELAIS_OK)
		return rc;
	rc = tool_write_document(s, document);
	relais_document_free(document);
	return rc;
}
