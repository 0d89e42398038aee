/* SPDX-License-Identifier: MIT
 * rt-import: reads what the world sends and puts it, checked and traced, in the store, or
 * normalises it to CSV.
 */
#include "import.h"

static const struct verb *const verbs[] = {
	&verb_import,
	&verb_init,
	&verb_detect,
	&verb_learn,
	&verb_log,
	&verb_undo,
	&verb_kinds,
	&verb_rules,
	&verb_export,
	&verb_backup,
	&verb_upgrade,
	&verb_verify,
	NULL,
};

static const struct tool_example examples[] = {
	{ "rt-import --init --name 'Relais du Val-de-Brume'",
		N_("to begin: a store, a sample profile, and what to do next") },
	{ "rt-import --db relais.db offices.csv grille-2024-08.csv",
		N_("the register, then a month of figures") },
	{ "rt-import --db relais.db --rejects a-corriger.csv grille-2024-08.csv",
		N_("keep the refused lines apart, to correct and read again") },
	{ "rt-import --db relais.db --why 'faute de frappe' correction.csv",
		N_("office,indicator,period,value and a line: one figure; the one before stays known") },
	{ "rt-import grille-2024-08.csv | rt-observatory totals -p 2024-08",
		N_("no store: the same figures as clean CSV") },
	{ "rt-import --log --db relais.db",
		N_("what was imported, when, by whom; --undo takes one back by its number") },
	{ "rt-import --kinds events",
		N_("the columns of a kind: here mergers and other events") },
	{ NULL, NULL },
};

static const struct tool rt_import = {
	.name = "rt-import",
	.about =
		N_("reads files into the store, checked and traced, or normalises them to CSV"),
	.examples = examples,
	.diffusion = RELAIS_INTERNE,
	.verbs = verbs,
};

int main(int argc, char **argv)
{
	return tool_main(&rt_import, argc, argv);
}
