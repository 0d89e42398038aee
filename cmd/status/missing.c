/* SPDX-License-Identifier: MIT
 * missing: which offices have not sent what, how late, and when they last did.
 */
#include "status.h"

static struct {
	const char *by;
} want;

static const char *const keys[] = { "office", NULL };

static const struct tool_option options[] = {
	{ 0, "by", N_("KEY"), N_("office: a line for each, and how much of it is missing"),
		OPT_CHOICE(&want.by, keys) },
	OPT_END,
};

static const struct tool_example examples[] = {
	{ "rt-status missing --db relais.db -p 2024-08", N_("who has not sent August yet") },
	{ "rt-status missing --db relais.db -p last-month -i visiteurs_accueillis --today 2024-09-20",
		N_("one indicator, seen from 20 September") },
	{ "rt-status missing --db relais.db -p 2024-08 --by office",
		N_("a line for each office: first those that sent nothing at all") },
	{ NULL, NULL },
};

static relais_status run(struct session *s)
{
	s->question.by = want.by;
	return tool_answer(s, relais_ask_missing);
}

const struct verb verb_missing = {
	.name = "missing",
	.about = N_("who has not sent what, how late"),
	.examples = examples,
	.groups = TAKES_DATA | TAKES_FORMAT | TAKES_PERIOD | TAKES_INDICATOR | TAKES_OFFICE |
		  TAKES_TERRITORY | TAKES_MEMBERS | TAKES_AS_OF | TAKES_TODAY | TAKES_DIFFUSION,
	.options = options,
	.needs = NEEDS_READ,
	.run = run,
};
