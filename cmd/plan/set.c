/* SPDX-License-Identifier: MIT
 * set: changes what is said of an action; what is not said stays as it was.
 */
#include "plan.h"

static const struct tool_example examples[] = {
	{ "rt-plan set A5-03 --db relais.db --state fait --proof note-2024-12.pdf",
		N_("done, with the proof; progress becomes 100") },
	{ "rt-plan set A5-03 --db relais.db --progress 60 --spent 850",
		N_("how far it is, what it has cost") },
	{ "rt-plan set A5-03 --db relais.db --due 2025-03-31 --state reporte",
		N_("put off to the end of March") },
	{ "rt-plan set A5-03 --db relais.db --after A5-10 --blocked 'Attend le budget'",
		N_("what it waits for, and what keeps it from going on") },
	{ "rt-plan set A5-03 --db relais.db --state abandonne -n",
		N_("see whether it would be accepted") },
	{ NULL, NULL },
};

/* One time of what comes back gets a row of its own when something is said of it. */
static relais_status set_time(struct session *s, const char *code)
{
	char title[TITLE_SIZE], resolution[CODE_SIZE];
	relais_status rc = action_series(s, code, title, resolution);

	if (rc != RELAIS_OK)
		return rc;
	return *title ? action_record_as(s, code, resolution, title) : action_unknown(s, code);
}

static relais_status run(struct session *s)
{
	const char *code = s->operands[0];
	int highest;
	bool exists;
	relais_status rc = action_look(s, NULL, code, &highest, &exists);

	if (rc != RELAIS_OK)
		return rc;
	return exists ? action_record(s, code, action_resolution()) : set_time(s, code);
}

const struct verb verb_set = {
	.name = "set",
	.about = N_("change an action"),
	.operands = N_("CODE"),
	.at_least = 1,
	.at_most = 1,
	.examples = examples,
	.groups = TAKES_PLACE,
	.options = action_options,
	.needs = NEEDS_WRITE,
	.run = run,
};
