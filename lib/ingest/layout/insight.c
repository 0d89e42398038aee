/* SPDX-License-Identifier: MIT
 * Facts of a whole file. The examples kept of each are few, the counts are complete.
 */
#include "insight.h"

#include <ctype.h>
#include <string.h>

static void put(insight *i, map *m, const void *key, size_t length)
{
	i->failed = i->failed || !map_put(m, key, length, 1);
}

void insight_figure(insight *i, relais_period period, int64_t office, int64_t indicator)
{
	if (!i)
		return;
	put(i, &i->periods, &period, sizeof period);
	put(i, &i->known[THING_OFFICE], &office, sizeof office);
	put(i, &i->known[THING_INDICATOR], &indicator, sizeof indicator);
	if (i->first == 0 || period < i->first)
		i->first = period;
	if (period > i->last)
		i->last = period;
}

static void add_example(text *list, uint64_t count, const char *example)
{
	if (count > INSIGHT_EXAMPLES + 1)
		return;
	if (list->length)
		text_add(list, ", ");
	text_add(list, count <= INSIGHT_EXAMPLES ? example : "…");
}

void insight_strange(insight *i, thing what, const char *spelled)
{
	int64_t seen;

	if (!i || map_get(&i->strange[what], spelled, strlen(spelled), &seen))
		return;
	put(i, &i->strange[what], spelled, strlen(spelled));
	add_example(&i->strangers[what], i->strange[what].count, spelled);
	if (i->strange[what].count <= INSIGHT_NAMES)
		text_addf(&i->names[what], "%s\n", spelled);
}

void insight_word(insight *i, const char *cell, bool is_absent)
{
	int64_t seen;

	if (!i || map_get(&i->words, cell, strlen(cell), &seen))
		return;
	put(i, &i->words, cell, strlen(cell));
	if (is_absent)
		add_example(&i->absent, ++i->absent_count, cell);
	else
		add_example(&i->refused, ++i->refused_count, cell);
}

/* 1 234: a blank with three digits after it. */
static bool has_blank_thousands(const char *cell)
{
	for (const char *p = cell; *p; p++) {
		size_t blank = p > cell && isdigit((unsigned char)p[-1])
				       ? text_blank(p, strlen(p))
				       : 0;

		if (blank && strspn(p + blank, "0123456789") == 3)
			return true;
	}
	return false;
}

void insight_number(insight *i, const char *cell, int decimals)
{
	const char *comma, *point;

	if (!i)
		return;
	comma = strrchr(cell, ',');
	point = strrchr(cell, '.');
	if (decimals > 0 && (comma || point))
		*(comma > point ? &i->commas : &i->points) += 1;
	i->blanks += has_blank_thousands(cell);
	i->marks += (comma && point) || (decimals == 0 && (comma || point));
}

static void add_line(text *list, uint64_t *count, unsigned long line, const char *name)
{
	text example = { 0 };

	++*count;
	text_addf(&example, "%lu: %.*s", line, (int)text_cut(name, 60), name);
	add_example(list, *count, text_str(&example));
	text_free(&example);
}

void insight_total(insight *i, unsigned long line, const char *name)
{
	if (i)
		add_line(&i->totals, &i->total_count, line, name);
}

void insight_aside(insight *i, unsigned long line, const char *name)
{
	if (i)
		add_line(&i->asides, &i->aside_count, line, name);
}

void insight_free(insight *i)
{
	map_free(&i->periods);
	for (int t = 0; t < THINGS; t++) {
		map_free(&i->known[t]);
		map_free(&i->strange[t]);
		text_free(&i->strangers[t]);
		text_free(&i->names[t]);
	}
	map_free(&i->words);
	text_free(&i->absent);
	text_free(&i->refused);
	text_free(&i->totals);
	text_free(&i->asides);
	*i = (insight){ 0 };
}
