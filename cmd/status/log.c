/* SPDX-License-Identifier: MIT
 * log: the journal of declared states, with notes and proofs.
 */
#include "status.h"

static const struct tool_example examples[] = {
	{ "rt-status log --db relais.db", N_("every state ever declared") },
	{ "rt-status log --db relais.db -r A5", N_("the history of one resolution") },
	{ "rt-status log --db relais.db -O OT-22-004 --format csv -o etats.csv",
		N_("what one office declared, in a file") },
	{ NULL, NULL },
};

static relais_status run(struct session *s)
{
	return tool_answer(s, relais_ask_progress);
}

const struct verb verb_log = {
	.name = "log",
	.about = N_("the journal of declared states"),
	.examples = examples,
	.groups = TAKES_DATA | TAKES_FORMAT | TAKES_RESOLUTION | TAKES_OFFICE | TAKES_AS_OF |
		  TAKES_TODAY,
	.needs = NEEDS_READ,
	.run = run,
};
