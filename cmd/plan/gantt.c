/* SPDX-License-Identifier: MIT
 * gantt: the actions over time.
 */
#include "plan.h"

static const struct tool_option options[] = {
	CHOOSE_STATE,
	CHOOSE_OWNER,
	OPT_END,
};

static const struct tool_example examples[] = {
	{ "rt-plan gantt --db relais.db", N_("the plan over time, on the terminal") },
	{ "rt-plan gantt --db relais.db -o plan.html", N_("the same as a page to print") },
	{ "rt-plan gantt --db relais.db -r A5,P2 --state en_cours --today 2024-12-31",
		N_("what is under way for two resolutions, seen from the end of the year") },
	{ NULL, NULL },
};

static relais_status run(struct session *s)
{
	relais_document *document;
	relais_status rc;

	tool_use_report_language(s);
	plan_choose(s);
	rc = relais_report(s->store, "gantt", &s->question, &document, &s->err);
	if (rc == RELAIS_OK)
		rc = tool_write_document(s, document);
	relais_document_free(document);
	return rc;
}

const struct verb verb_gantt = {
	.name = "gantt",
	.about = N_("the actions over time, month by month, with today's line"),
	.examples = examples,
	.groups = TAKES_DATA | TAKES_FORMAT | TAKES_RESOLUTION | TAKES_AS_OF | TAKES_TODAY |
		  TAKES_DOCUMENT,
	.options = options,
	.needs = NEEDS_READ,
	.writes_document = true,
	.run = run,
};
