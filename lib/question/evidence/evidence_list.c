/* SPDX-License-Identifier: MIT
 * The list of yardsticks, built in, with the relay's own. It has no quotes (a test sees to it): a line
 * is cut at its commas.
 */
#include <stdlib.h>
#include <string.h>

#include "../../base/error.h"
#include "inside.h"

extern const unsigned char relais_share_evidence[];

yardstick yardstick_of(const char *const *cells)
{
	return (yardstick){
		.code = cells[YARDSTICK_CODE],
		.resolution = cells[YARDSTICK_RESOLUTION],
		.source = cells[YARDSTICK_SOURCE],
		.filter = cells[YARDSTICK_FILTER],
		.count = cells[YARDSTICK_COUNT],
		.window = cells[YARDSTICK_WINDOW],
		.unit = cells[YARDSTICK_UNIT],
		.label = { [RELAIS_EN] = cells[YARDSTICK_LABEL_EN],
			[RELAIS_FR] = cells[YARDSTICK_LABEL_FR] },
		.tier = strcmp(cells[YARDSTICK_LEVEL], "office") == 0 ? TIER_OFFICE
								      : TIER_RELAY,
		.is_up = strcmp(cells[YARDSTICK_SENSE], "down") != 0,
		.stale_after = atoi(cells[YARDSTICK_STALE_AFTER]),
	};
}

bool evidence_add(evidence *e, yardstick one)
{
	if (e->count % 64 == 0) {
		yardstick *more = realloc(e->list, (e->count + 64) * sizeof *more);

		if (!more)
			return false;
		e->list = more;
	}
	e->list[e->count++] = one;
	return true;
}

/* Every resolution has its actions beside what the list says. */
static yardstick actions_of(const char *code, const char *of)
{
	enum { FRESH_MONTHS = 18 };

	return (yardstick){
		.code = code,
		.resolution = of,
		.source = "actions",
		.filter = "",
		.count = "done",
		.window = "ever",
		.unit = "%",
		.label = { [RELAIS_EN] = "Actions done with a proof",
			[RELAIS_FR] = "Actions faites, preuve à l’appui" },
		.tier = TIER_RELAY,
		.is_up = true,
		.stale_after = FRESH_MONTHS,
	};
}

static bool add_actions(evidence *e, const char *of)
{
	char code[32];
	const char *kept;

	snprintf(code, sizeof code, "%s.ra", of);
	return (kept = arena_string(&e->memory, code)) != NULL &&
	       evidence_add(e, actions_of(kept, of));
}

/* The line up to its end, in cells; the next line, or NULL. */
static char *cut(char *line, const char *cells[YARDSTICK_CELLS])
{
	char *end = strchr(line, '\n');

	if (end)
		*end = '\0';
	for (size_t i = 0; i < YARDSTICK_CELLS; i++) {
		cells[i] = line ? strsep(&line, ",") : "";
		cells[i] = cells[i] ? cells[i] : "";
	}
	return end;
}

relais_status evidence_list(evidence *e, relais_error *err)
{
	char *table = arena_string(&e->memory, (const char *)relais_share_evidence);
	char *line = table ? strchr(table, '\n') : NULL; /* after the headings */
	const char *cells[YARDSTICK_CELLS];
	relais_status rc;

	if (!table)
		return fail_memory(err);
	while (line && *++line) {
		line = cut(line, cells);
		if (!evidence_add(e, yardstick_of(cells)))
			return fail_memory(err);
	}
	if ((rc = evidence_own(e, err)) != RELAIS_OK)
		return rc;
	for (size_t i = 0; i < e->status->count; i++)
		if (!add_actions(e, e->status->resolutions[i].code))
			return fail_memory(err);
	e->found = calloc(e->count + 1, sizeof *e->found);
	return e->found ? RELAIS_OK : fail_memory(err);
}
