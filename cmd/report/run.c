/* SPDX-License-Identifier: MIT
 * One report, from its question to its file: what all verbs of rt-report do.
 */
#include "report.h"

static struct report_want want;
const struct report_want *const report_want = &want;

const struct tool_option report_options[] = {
	{ 0, "outline", N_("FILE"),
		N_("the sections as FILE names them, with texts of your own"),
		OPT_TEXT(&want.outline) },
	{ 0, "publish", NULL, N_("record in the store what this edition tells"),
		OPT_FLAG(&want.publish) },
	OPT_END,
};

const struct tool_option report_sheet_options[] = {
	{ 0, "each", NULL,
		N_("a sheet for every office; -o has {code}, and {period} if you like"),
		OPT_FLAG(&want.each) },
	{ 0, "index", N_("FILE"), N_("of --each: a page that leads to all sheets"),
		OPT_TEXT(&want.index) },
	{ 0, "outline", N_("FILE"),
		N_("the sections as FILE names them, with texts of your own"),
		OPT_TEXT(&want.outline) },
	OPT_END,
};

relais_status report_make(struct session *s, const char *name, relais_document **out)
{
	relais_outline *outline = NULL;
	relais_status rc = RELAIS_OK;

	*out = NULL;
	if (want.outline)
		rc = relais_outline_read(&outline, name, want.outline, &s->err);
	if (rc == RELAIS_OK)
		rc = relais_report(s->store, name, &s->question, out, &s->err);
	if (rc == RELAIS_OK && outline)
		rc = relais_outline_apply(outline, *out, &s->err);
	relais_outline_free(outline);
	if (rc == RELAIS_OK)
		return RELAIS_OK;
	relais_document_free(*out);
	*out = NULL;
	return rc;
}

relais_status report_period(struct session *s)
{
	relais_status rc = RELAIS_OK;

	if (!s->question.span.from)
		rc = relais_span_parse("last-month", s->today, &s->question.span, &s->err);
	if (rc == RELAIS_OK)
		tool_use_report_language(s);
	return rc;
}

relais_status report_write(struct session *s, const char *name)
{
	relais_document *document;
	relais_status rc;

	if (want.publish)
		return report_publish(s, name);
	if (tool_want->wait != TOOL_WAIT)
		return tool_misuse(s, "'%s' goes with --publish", "--wait");
	if ((rc = report_make(s, name, &document)) != RELAIS_OK)
		return rc;
	rc = tool_write_document(s, document);
	relais_document_free(document);
	return rc;
}

relais_status report_run(struct session *s, const char *name)
{
	relais_status rc = report_period(s);

	return rc == RELAIS_OK ? report_write(s, name) : rc;
}
