/* SPDX-License-Identifier: MIT
 * labels: until when classements, quality marks and denominations hold, and what comes next.
 */
#include "status.h"

static struct {
	struct tool_list schemes;
	const char *state;
	unsigned long within;
	bool all;
} want;

static const struct tool_option options[] = {
	{ 0, "scheme", N_("LABEL"), N_("classement, qualite_tourisme …; several with commas"),
		OPT_LIST(&want.schemes) },
	{ 0, "state", N_("STATE"),
		N_("valide, a_echeance, en_renouvellement, expire, radie, non_classe …"),
		OPT_TEXT(&want.state) },
	{ 0, "within", N_("DAYS"), N_("only what ends within so many days, or has ended"),
		OPT_COUNT(&want.within) },
	{ 0, "all", NULL, N_("those that a later decision replaced too"), OPT_FLAG(&want.all) },
	OPT_END,
};

static const struct tool_example examples[] = {
	{ "rt-status labels --db relais.db", N_("every label, the next to end first") },
	{ "rt-status labels --db relais.db --scheme classement --within 180 --today 2025-09-15",
		N_("classements that end within six months, seen from 15 September") },
	{ "rt-status labels --db relais.db --state expire --format csv | cut -d, -f1",
		N_("the offices to call") },
	{ NULL, NULL },
};

static relais_status run(struct session *s)
{
	relais_labels how = { .schemes = (const char *const *)want.schemes.items,
		.within = want.within,
		.all = want.all };
	relais_rows *rows = NULL;
	relais_status rc;

	s->question.state = want.state;
	rc = relais_ask_labels(s->store, &s->question, &how, &rows, &s->err);
	return rc == RELAIS_OK ? tool_write(s, rows) : rc;
}

const struct verb verb_labels = {
	.name = "labels",
	.about = N_("until when classements and quality marks hold, and what comes next"),
	.examples = examples,
	.groups = TAKES_DATA | TAKES_FORMAT | TAKES_PERIOD | TAKES_OFFICE | TAKES_TERRITORY |
		  TAKES_MEMBERS | TAKES_AS_OF | TAKES_TODAY | TAKES_DIFFUSION,
	.options = options,
	.needs = NEEDS_READ,
	.run = run,
};
