/* SPDX-License-Identifier: MIT
 * The table of the criteria. No cell of it has a comma or a quote (a test sees to it).
 */
#include "criteria.h"

#include <string.h>

extern const unsigned char relais_share_criteria[];

enum { GRID, LEVEL, INDICATOR, MINIMUM, SOURCE, CELLS };

bool criteria_load(criteria *c)
{
	char *line;

	c->memory = (arena){ 0 };
	c->count = 0;
	if (!(line = arena_string(&c->memory, (const char *)relais_share_criteria)))
		return false;
	line = strchr(line, '\n'); /* after the headings */
	while (line && *++line && c->count < MOST_CRITERIA) {
		char *cells[CELLS], *end = strchr(line, '\n');
		criterion *one = &c->all[c->count];

		if (end)
			*end = '\0';
		for (size_t i = 0; i < CELLS; i++)
			cells[i] = strsep(&line, ",");
		line = end;
		if (!cells[SOURCE])
			continue;
		*one = (criterion){ .grid = cells[GRID],
			.level = cells[LEVEL],
			.indicator = cells[INDICATOR],
			.source = cells[SOURCE] };
		c->count += number_from_text(cells[MINIMUM], &one->minimum);
	}
	return true;
}

void criteria_free(criteria *c)
{
	arena_free(&c->memory);
	c->count = 0;
}

static bool is_of(const criterion *c, const char *grid, const char *indicator)
{
	return !strcmp(c->grid, grid) && !strcmp(c->indicator, indicator);
}

const criterion *criterion_of(
	const criteria *c, const char *grid, const char *level, const char *indicator)
{
	for (size_t i = 0; i < c->count; i++)
		if (is_of(&c->all[i], grid, indicator) && !strcmp(c->all[i].level, level))
			return &c->all[i];
	return NULL;
}

bool criterion_is_met(const criterion *c, number value)
{
	number asked;

	return number_rescale(value, NUMBER_MAX_DECIMALS, &value, NULL) &&
	       number_rescale(c->minimum, NUMBER_MAX_DECIMALS, &asked, NULL) &&
	       value.units >= asked.units;
}

const char *criteria_best(
	const criteria *c, const char *grid, const char *indicator, number value)
{
	const char *best = "";

	for (size_t i = 0; i < c->count; i++)
		if (is_of(&c->all[i], grid, indicator) && criterion_is_met(&c->all[i], value))
			best = c->all[i].level;
	return best;
}
