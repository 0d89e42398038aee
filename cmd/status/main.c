/* SPDX-License-Identifier: MIT
 * rt-status: says where each resolution and each office stands.
 */
#include "status.h"

static const struct verb *const verbs[] = {
	&verb_resolutions,
	&verb_show,
	&verb_measures,
	&verb_agreements,
	&verb_partners,
	&verb_set,
	&verb_log,
	&verb_missing,
	&verb_labels,
	&verb_check,
	&verb_reception,
	NULL,
};

static const struct tool_example examples[] = {
	{ "rt-status --db relais.db",
		N_("the thirty resolutions: declared state, actions done and late") },
	{ "rt-status show A5 --db relais.db", N_("everything about one of them on a page") },
	{ "rt-status set A5 en_cours --note 'enquête lancée' --db relais.db",
		N_("declare a state, with why") },
	{ "rt-status missing -p 2024-08 --db relais.db",
		N_("who has not sent August yet, and how late") },
	{ NULL, NULL },
};

static const struct tool rt_status = {
	.name = "rt-status",
	.about = N_("says where each resolution and each office stands"),
	.examples = examples,
	.diffusion = RELAIS_INTERNE,
	.verbs = verbs,
};

int main(int argc, char **argv)
{
	return tool_main(&rt_status, argc, argv);
}
