/* SPDX-License-Identifier: MIT
 * --upgrade: a store of an earlier version, brought to this one. Whatever writes in it does so too;
 * this does nothing else.
 */
#include "import.h"

static struct {
	bool upgrade;
} want;

static const struct tool_option options[] = {
	{ 0, "upgrade", NULL, N_("bring a store of an earlier version to this one"),
		OPT_FLAG(&want.upgrade) },
	OPT_END,
};

static const struct tool_example examples[] = {
	{ "rt-import --upgrade --db relais.db", N_("it stays beside as it was") },
	{ "rt-import --upgrade -v --db relais.db",
		N_("say so too when there was nothing to do") },
	{ "rt-import --upgrade -q --db relais.db", N_("from cron, without a word") },
	{ NULL, NULL },
};

/* Opening it to write has done it, and said so. */
static relais_status run(struct session *s)
{
	relais_upgrade upgrade = relais_store_upgrade(s->store);

	if (upgrade.from == upgrade.to && tool_want->verbose)
		tool_say(s, "the store has schema %d already: nothing to do", upgrade.to);
	return RELAIS_OK;
}

const struct verb verb_upgrade = {
	.name = "--upgrade",
	.about = N_("bring a store of an earlier version to this one"),
	.examples = examples,
	.groups = TAKES_STORE | TAKES_WAIT,
	.options = options,
	.needs = NEEDS_WRITE,
	.run = run,
};
