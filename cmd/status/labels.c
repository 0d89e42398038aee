/* SPDX-License-Identifier: MIT
 * labels: until when classements, quality marks and denominations hold, and what comes next.
 */
#include "status.h"

static struct {
	struct tool_list schemes;
	const char *state;
	unsigned long within;
	bool all, capacity;
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
	{ 0, "capacity", NULL,
		N_("what communes can lodge against what the law asks, of the kind lodging"),
		OPT_FLAG(&want.capacity) },
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

/* Of communes: what chooses labels or offices would choose nothing. */
static relais_status ask_capacity(struct session *s)
{
	const struct {
		const char *name;
		bool is_said;
	} others[] = { { "scheme", want.schemes.count > 0 }, { "state", want.state != NULL },
		{ "within", want.within > 0 }, { "all", want.all },
		{ "office", tool_want->offices.count > 0 },
		{ "territory", tool_want->territories.count > 0 },
		{ "members", tool_want->members } };

	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		if (others[i].is_said)
			return tool_misuse(
				s, "--capacity is of communes: leave out --%s", others[i].name);
	return tool_answer(s, relais_ask_lodging);
}

static relais_status run(struct session *s)
{
	relais_labels how = { .schemes = (const char *const *)want.schemes.items,
		.within = want.within,
		.all = want.all };
	relais_rows *rows = NULL;
	relais_status rc;

	if (want.capacity)
		return ask_capacity(s);
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
