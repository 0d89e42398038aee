/* SPDX-License-Identifier: MIT
 * resolutions: how far the relay is with the thirty, for its board.
 */
#include "report.h"

static const struct tool_example examples[] = {
	{ "rt-report resolutions --db relais.db --diffusion interne -o resolutions.html",
		N_("where the thirty resolutions are today, with who does what") },
	{ "rt-report resolutions --db relais.db --lang en",
		N_("the same for everybody, without names") },
	{ "rt-report resolutions --db relais.db --as-of 2024-12-31 --today 2024-12-31 -o bilan-2024.html",
		N_("as it was at the end of 2024") },
	{ NULL, NULL },
};

static relais_status run(struct session *s)
{
	tool_use_report_language(s);
	return report_write(s, "resolutions");
}

const struct verb verb_resolutions = {
	.name = "resolutions",
	.about = N_("the thirty resolutions: states, proofs, actions and what is late"),
	.examples = examples,
	.groups = TAKES_DATA | TAKES_WAIT | TAKES_FORMAT | TAKES_RESOLUTION | TAKES_AS_OF |
		  TAKES_TODAY | TAKES_DIFFUSION | TAKES_DOCUMENT,
	.options = report_options,
	.needs = NEEDS_READ,
	.writes_document = true,
	.run = run,
};
