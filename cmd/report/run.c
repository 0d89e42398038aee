/* SPDX-License-Identifier: MIT
 * One report, from its question to its file: what all verbs of rt-report do.
 */
#include "report.h"

static struct {
	bool publish;
} want;

const struct tool_option report_options[] = {
	{ 0, "publish", NULL, N_("record in the store what this edition tells"),
		OPT_FLAG(&want.publish) },
	OPT_END,
};

relais_status report_run(struct session *s, const char *name)
{
	relais_document *document;
	relais_status rc = RELAIS_OK;

	if (!s->question.span.from)
		rc = relais_span_parse("last-month", s->today, &s->question.span, &s->err);
	if (rc != RELAIS_OK)
		return rc;
	tool_use_report_language(s);
	if (want.publish)
		return report_publish(s, name);
	rc = relais_report(s->store, name, &s->question, &document, &s->err);
	if (rc != RELAIS_OK)
		return rc;
	rc = tool_write_document(s, document);
	relais_document_free(document);
	return rc;
}
