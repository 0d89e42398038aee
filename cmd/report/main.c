/* SPDX-License-Identifier: MIT
 * rt-report: turns the answers into something a person reads.
 */
#include "report.h"

static const struct verb *const verbs[] = { &verb_monthly, &verb_board, &verb_annual,
	&verb_office, &verb_resolutions, &verb_labels, &verb_training, &verb_weight,
	&verb_published, &verb_diff, &verb_outline_of, NULL };

static const struct tool rt_report = {
	.name = "rt-report",
	.about = N_("turns the answers into something a person reads"),
	.examples = monthly_examples,
	.diffusion = RELAIS_PUBLIC,
	.verbs = verbs,
};

int main(int argc, char **argv)
{
	return tool_main(&rt_report, argc, argv);
}
