/* SPDX-License-Identifier: MIT
 * partners: when each was last met, and what is due to them.
 */
#include "status.h"

static const struct tool_example examples[] = {
	{ "rt-status partners --db relais.db", N_("who was last met when, and what is due") },
	{ "rt-status partners --db relais.db --as-of 2024-12-31",
		N_("as it stood at the end of 2024") },
	{ "rt-status partners --db relais.db --format csv | sort -t, -k5",
		N_("those not met for longest first") },
	{ NULL, NULL },
};

static relais_status run(struct session *s)
{
	return tool_answer(s, relais_ask_partners);
}

const struct verb verb_partners = {
	.name = "partners",
	.about = N_("partners: last contact, what is due to them"),
	.examples = examples,
	.groups = TAKES_DATA | TAKES_FORMAT | TAKES_AS_OF | TAKES_TODAY,
	.needs = NEEDS_READ,
	.run = run,
};
