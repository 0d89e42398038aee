/* SPDX-License-Identifier: MIT
 * The table of the laws, and what it says of an award. No cell of it has a comma or a quote (a test
 * sees to it): a line is cut at its commas.
 */
#include "label.h"

#include <stdlib.h>
#include <string.h>

#include "../base/date.h"
#include "kind.h"

extern const unsigned char relais_share_labels[];

enum {
	SCHEME,
	RANK,
	LABEL_FR,
	LABEL_EN,
	ALIASES,
	HOLDER,
	LEVELS,
	LEAST,
	GRID,
	FROM,
	UNTIL,
	COMPLETE_BEFORE,
	YEARS,
	ENDS_BY,
	EXTENDED_FROM,
	EXTENDED_TO,
	PROCEDURE,
	REMINDERS,
	REPLACED_BY,
	TAKES_OVER,
	NEEDS,
	SOURCE,
	CELLS
};

static relais_day day_of(const char *iso, relais_day otherwise)
{
	relais_day day;

	return *iso && day_read(iso, strlen(iso), &day) ? day : otherwise;
}

static label_law law_of(const char *const *cells)
{
	return (label_law){
		.scheme = cells[SCHEME],
		.label = { [RELAIS_EN] = cells[LABEL_EN], [RELAIS_FR] = cells[LABEL_FR] },
		.aliases = cells[ALIASES],
		.levels = cells[LEVELS],
		.source = cells[SOURCE],
		.reminders = cells[REMINDERS],
		.holder = cells[HOLDER],
		.grid = cells[GRID],
		.replaced_by = cells[REPLACED_BY],
		.takes_over = cells[TAKES_OVER],
		.needs = cells[NEEDS],
		.from = day_of(cells[FROM], INT32_MIN),
		.until = day_of(cells[UNTIL], INT32_MAX),
		.complete_before = day_of(cells[COMPLETE_BEFORE], INT32_MIN),
		.ends_by = day_of(cells[ENDS_BY], RELAIS_NO_DAY),
		.extended_from = day_of(cells[EXTENDED_FROM], RELAIS_NO_DAY),
		.extended_to = day_of(cells[EXTENDED_TO], RELAIS_NO_DAY),
		.rank = atoi(cells[RANK]),
		.years = atoi(cells[YEARS]),
		.procedure = atoi(cells[PROCEDURE]),
		.least = atoi(cells[LEAST]),
	};
}

bool label_laws_load(label_laws *laws)
{
	char *line;

	laws->memory = (arena){ 0 };
	laws->count = 0;
	if (!(line = arena_string(&laws->memory, (const char *)relais_share_labels)))
		return false;
	line = strchr(line, '\n'); /* after the headings */
	while (line && *++line && laws->count < LABEL_LAWS) {
		const char *cells[CELLS];
		char *end = strchr(line, '\n');

		if (end)
			*end = '\0';
		for (size_t i = 0; i < CELLS; i++) {
			const char *cell = strsep(&line, ",");

			cells[i] = cell ? cell : "";
		}
		laws->all[laws->count++] = law_of(cells);
		line = end;
	}
	return true;
}

void label_laws_free(label_laws *laws)
{
	arena_free(&laws->memory);
	laws->count = 0;
}

const label_law *label_scheme(const label_laws *laws, const char *scheme)
{
	for (size_t i = 0; i < laws->count; i++)
		if (!strcmp(laws->all[i].scheme, scheme))
			return &laws->all[i];
	return NULL;
}

const label_law *label_scheme_spelled(const label_laws *laws, const char *spelled)
{
	char folded[128], name[128];

	text_fold(spelled, folded, sizeof folded);
	for (size_t i = 0; i < laws->count; i++) {
		const label_law *law = &laws->all[i];

		text_fold(law->scheme, name, sizeof name);
		if (!strcmp(name, folded) || text_same(law->label[RELAIS_FR], spelled) ||
			text_same(law->label[RELAIS_EN], spelled) ||
			alias_matches(law->aliases, folded))
			return law;
	}
	return NULL;
}

const label_law *label_law_of(const label_laws *laws, const char *scheme, relais_day decided,
	relais_day complete, const char *grid)
{
	for (size_t i = 0; i < laws->count; i++) {
		const label_law *law = &laws->all[i];
		bool was_complete = complete != RELAIS_NO_DAY &&
				    complete < law->complete_before &&
				    law->complete_before != INT32_MIN;

		if (!strcmp(law->scheme, scheme) && decided >= law->from &&
			(decided <= law->until || was_complete) &&
			(!grid || !*grid || !strcmp(law->grid, grid)))
			return law;
	}
	return NULL;
}

relais_day label_term(relais_day decided, int years)
{
	return day_add_months(decided, 12 * years) - 1;
}

relais_day label_effective_end(const label_law *law, relais_day nominal)
{
	relais_day end = nominal;

	if (law->extended_to != RELAIS_NO_DAY && end >= law->extended_from &&
		end <= law->extended_to)
		end = law->extended_to;
	return law->ends_by != RELAIS_NO_DAY && end > law->ends_by ? law->ends_by : end;
}
