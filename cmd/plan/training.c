/* SPDX-License-Identifier: MIT
 * training: the sessions and what they cost, who is to be written to, what next year asks for.
 */
#include <stdlib.h>
#include <string.h>

#include "plan.h"

static const char *const states[] = { "propose", "planifie", "tenu", "annule", NULL };

static struct {
	const char *state, *session;
	unsigned long needs, plan;
	bool access;
} want;

static const struct tool_option options[] = {
	{ 0, "state", N_("STATE"), N_("propose, planifie, tenu or annule"),
		OPT_CHOICE(&want.state, states) },
	{ 0, "access", NULL, N_("trainees for the staff there is, by category"),
		OPT_FLAG(&want.access) },
	{ 0, "needs", N_("YEAR"), N_("what the offices ask for, office by office"),
		OPT_COUNT(&want.needs) },
	{ 0, "plan", N_("YEAR"), N_("the same by theme: sessions to open, cost, who may pay"),
		OPT_COUNT(&want.plan) },
	{ 0, "convocations", N_("SESSION"), N_("the offices to write to about a session"),
		OPT_TEXT(&want.session) },
	OPT_END,
};

static const struct tool_example examples[] = {
	{ "rt-plan training --db relais.db -p 2025",
		N_("the sessions of 2025, and their total") },
	{ "rt-plan training --db relais.db -p 2025 --state tenu --by theme",
		N_("those that were held, theme by theme") },
	{ "rt-plan training --db relais.db -p 2025 --access",
		N_("which categories of staff come to training") },
	{ "rt-plan training --db relais.db --plan 2026",
		N_("what the needs collected for 2026 make: sessions, days, cost") },
	{ "rt-plan training --db relais.db --convocations F-25-07 -o envoi.csv",
		N_("a row an office with its e-mail, for a mail merge") },
	{ NULL, NULL },
};

static relais_status choose(struct session *s, relais_training *how)
{
	int views = want.access + (want.needs > 0) + (want.plan > 0) + (want.session != NULL);

	if (views > 1)
		return tool_misuse(s,
			"--access, --needs, --plan and --convocations are answers of their own: one at a time");
	if (views && (s->question.by || want.state) && !(want.access && !s->question.by))
		return tool_misuse(s, "--by and --state are of the table of sessions");
	if (views && !want.access && s->question.span.from)
		return tool_misuse(
			s, "-p is the year of sessions: say the year after --needs or --plan");
	if (want.session && s->question.resolutions)
		return tool_misuse(
			s, "a session is asked for by its code, and not by a resolution");
	*how = (relais_training){ .state = want.state, .session = want.session };
	if (want.access)
		how->view = RELAIS_TRAINING_ACCESS;
	if (want.needs)
		how->view = RELAIS_TRAINING_NEEDS;
	if (want.plan)
		how->view = RELAIS_TRAINING_PLAN;
	if (want.session)
		how->view = RELAIS_TRAINING_CONVOCATIONS;
	how->year = (int)(want.plan ? want.plan : want.needs);
	return RELAIS_OK;
}

static relais_status run(struct session *s)
{
	relais_training how;
	relais_rows *rows;
	relais_status rc = choose(s, &how);

	if (rc == RELAIS_OK)
		rc = relais_ask_training(s->store, &s->question, &how, &rows, &s->err);
	return rc == RELAIS_OK ? tool_write(s, rows) : rc;
}

const struct verb verb_training = {
	.name = "training",
	.about = N_(
		"training: sessions, who sits in them, who pays; needs and the plan they make"),
	.examples = examples,
	.groups = TAKES_DATA | TAKES_FORMAT | TAKES_PERIOD | TAKES_OFFICE | TAKES_TERRITORY |
		  TAKES_RESOLUTION | TAKES_BY | TAKES_AS_OF | TAKES_TODAY | TAKES_DIFFUSION |
		  TAKES_MEMBERS,
	.options = options,
	.needs = NEEDS_READ,
	.run = run,
};
