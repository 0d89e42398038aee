/* SPDX-License-Identifier: MIT
 * add: a new action, under the code that is given or the next free one of its resolution.
 */
#include <string.h>

#include "plan.h"

static const struct tool_example examples[] = {
	{ "rt-plan add --db relais.db --resolution A5 --title 'Note mensuelle' --due 2024-12-31",
		N_("under the next free code, A5-03 for instance") },
	{ "rt-plan add A5-10 --db relais.db --title 'Enquête' --owner animatrice --planned 1500",
		N_("under that code; the resolution is read from it") },
	{ "rt-plan add --db relais.db -r A5 --title Veille --due 2024-01-20 --repeat month",
		N_("it comes back every month") },
	{ "rt-plan add --db relais.db --resolution P2 --title 'Formation' --state fait --spent 800",
		N_("one that is already done") },
	{ NULL, NULL },
};

/* A5 of A5-03, as long as --resolution says nothing else. */
static relais_status find_resolution(struct session *s, char out[CODE_SIZE])
{
	const char *said = action_resolution();
	const char *code = s->operand_count ? s->operands[0] : NULL;
	size_t length = said ? strlen(said) : code ? strcspn(code, "-") : 0;

	if (!length || (!said && !code[length]))
		return tool_misuse(s, "add needs --resolution, or a code like A5-03");
	snprintf(out, CODE_SIZE, "%.*s", (int)length, said ? said : code);
	return RELAIS_OK;
}

static relais_status run(struct session *s)
{
	char resolution[CODE_SIZE], code[CODE_SIZE];
	const char *given = s->operand_count ? s->operands[0] : NULL;
	int highest;
	bool exists;
	relais_status rc = find_resolution(s, resolution);

	if (rc == RELAIS_OK)
		rc = action_look(s, resolution, given, &highest, &exists);
	if (rc != RELAIS_OK)
		return rc;
	if (exists)
		return tool_misuse(
			s, "action '%s' exists: change it with 'rt-plan set %s'", given, given);
	snprintf(code, sizeof code, "%.48s-%02d", resolution, highest + 1);
	return action_record(s, given ? given : code, resolution);
}

const struct verb verb_add = {
	.name = "add",
	.about = N_("a new action"),
	.operands = N_("[CODE]"),
	.at_most = 1,
	.examples = examples,
	.groups = TAKES_PLACE,
	.options = action_options,
	.needs = NEEDS_WRITE,
	.run = run,
};
