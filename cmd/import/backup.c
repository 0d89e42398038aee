/* SPDX-License-Identifier: MIT
 * --backup FILE: a sound copy of the store, whoever is writing in it meanwhile.
 */
#include "import.h"

static struct {
	const char *file;
} want;

static const struct tool_option options[] = {
	{ 0, "backup", N_("FILE"), N_("copy the store, while others read and write"),
		OPT_TEXT(&want.file) },
	OPT_END,
};

static const struct tool_example examples[] = {
	{ "rt-import --backup sauvegarde.db --db relais.db", N_("a copy, checked") },
	{ "rt-import --backup relais-$(date +%F).db --db relais.db",
		N_("one a day, from cron") },
	{ "rt-import --backup relais.db --db sauvegarde.db",
		N_("back to the copy; the store is replaced, unless it is in use") },
	{ NULL, NULL },
};

static relais_status run(struct session *s)
{
	relais_status rc = relais_store_backup(s->store, want.file, &s->err);

	if (rc == RELAIS_OK && tool_want->verbose)
		tool_say(s, "'%s' holds a copy of the store, checked", want.file);
	return rc;
}

const struct verb verb_backup = {
	.name = "--backup",
	.about = N_("copy the store to FILE, while others read and write"),
	.examples = examples,
	.groups = TAKES_STORE,
	.options = options,
	.writes_elsewhere = true,
	.needs = NEEDS_STORE,
	.run = run,
};
