/* SPDX-License-Identifier: MIT
 * The list of yardsticks, built in. It has no quotes (a test sees to it): a line is cut at its
 * commas.
 */
#include <stdlib.h>
#include <string.h>

#include "../../base/error.h"
#include "inside.h"

extern const unsigned char relais_share_evidence[];

enum {
	CODE,
	RESOLUTION,
	LEVEL,
	SOURCE,
	FILTER,
	COUNT,
	WINDOW,
	UNIT,
	SENSE,
	STALE_AFTER,
	LABEL_FR,
	LABEL_EN,
	CELLS
};

static yardstick made_of(const char *const *cells)
{
	return (yardstick){
		.code = cells[CODE],
		.resolution = cells[RESOLUTION],
		.source = cells[SOURCE],
		.filter = cells[FILTER],
		.count = cells[COUNT],
		.window = cells[WINDOW],
		.unit = cells[UNIT],
		.label = { [RELAIS_EN] = cells[LABEL_EN], [RELAIS_FR] = cells[LABEL_FR] },
		.tier = strcmp(cells[LEVEL], "office") == 0 ? TIER_OFFICE : TIER_RELAY,
		.is_up = strcmp(cells[SENSE], "down") != 0,
		.stale_after = atoi(cells[STALE_AFTER]),
	};
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

static bool add(evidence *e, yardstick one)
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

static bool add_actions(evidence *e, const char *of)
{
	char code[32];
	const char *kept;

	snprintf(code, sizeof code, "%s.ra", of);
	return (kept = arena_string(&e->memory, code)) != NULL && add(e, actions_of(kept, of));
}

relais_status evidence_list(evidence *e, relais_error *err)
{
	char *table = arena_string(&e->memory, (const char *)relais_share_evidence);
	char *line = table ? strchr(table, '\n') : NULL; /* after the headings */

	if (!table)
		return fail_memory(err);
	while (line && *++line) {
		const char *cells[CELLS];
		char *end = strchr(line, '\n');

		if (end)
			*end = '\0';
		for (size_t i = 0; i < CELLS; i++) {
			cells[i] = line ? strsep(&line, ",") : "";
			cells[i] = cells[i] ? cells[i] : "";
		}
		if (!add(e, made_of(cells)))
			return fail_memory(err);
		line = end;
	}
	for (size_t i = 0; i < e->status->count; i++)
		if (!add_actions(e, e->status->resolutions[i].code))
			return fail_memory(err);
	e->found = calloc(e->count + 1, sizeof *e->found);
	return e->found ? RELAIS_OK : fail_memory(err);
}
