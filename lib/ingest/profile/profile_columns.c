/* SPDX-License-Identifier: MIT
 * Which column is which, by the profile. Several headings may have one role: the same thing goes
 * by another name in another edition, and the one the profile names first goes first. The same
 * keys are the ways to the values of a JSON file.
 */
#include <stdlib.h>
#include <string.h>

#include "../../base/error.h"
#include "../../base/text.h"
#include "profile_inside.h"

bool pair_names(const pair *one, const char *folded, size_t column)
{
	size_t n;

	if (!strncmp(one->key, "column ", 7))
		return strtoul(one->key + 7, NULL, 10) == column + 1;
	n = strlen(one->folded);
	return !strncmp(one->folded, folded, n) && (!folded[n] || !strcmp(folded + n, "[]"));
}

/* Two lines of [columns] that are two names of one thing. */
static bool same_thing(const pair *a, const pair *b)
{
	bool is_own = !strcmp(a->value, "figure") || !strcmp(a->value, "flag") ||
		      !strcmp(a->value, "ignore");

	return a == b || (!is_own && !strcmp(a->value, b->value));
}

/* Is what a line of [columns] tells of there, by this name or another? */
static bool is_there(
	const profile *p, const pair *one, const profile_given *given, size_t count)
{
	if (one->is_optional || !strcmp(one->value, "ignore"))
		return true;
	for (size_t i = 0; i < count; i++)
		if (given[i].role && given[i].rank < p->counts[PROFILE_COLUMNS] &&
			same_thing(one, &p->lists[PROFILE_COLUMNS][given[i].rank]))
			return true;
	return false;
}

static void give(const profile *p, const char *heading, size_t column, profile_given *given)
{
	char folded[PROFILE_FOLDED];

	text_fold(heading, folded, sizeof folded);
	*given = (profile_given){ p->ignores_rest ? "ignore" : NULL, p->counts[PROFILE_COLUMNS],
		p->ignores_rest };
	for (size_t k = 0; k < p->counts[PROFILE_COLUMNS]; k++)
		if (pair_names(&p->lists[PROFILE_COLUMNS][k], folded, column)) {
			*given =
				(profile_given){ p->lists[PROFILE_COLUMNS][k].value, k, false };
			return;
		}
}

static bool speaks_of_none(const profile *p)
{
	for (size_t k = 0; k < p->counts[PROFILE_COLUMNS]; k++)
		if (strcmp(p->lists[PROFILE_COLUMNS][k].value, "ignore") != 0)
			return false;
	return true;
}

static bool gives_some(const profile_given *given, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (given[i].role && strcmp(given[i].role, "ignore") != 0)
			return true;
	return false;
}

bool profile_match(const profile *p, const char *const *headings, size_t count,
	profile_given *given, const char **missing)
{
	*missing = NULL;
	for (size_t i = 0; i < count; i++)
		if (p)
			give(p, headings[i], i, &given[i]);
		else
			given[i] = (profile_given){ NULL, 0, false };
	for (size_t k = 0; p && k < p->counts[PROFILE_COLUMNS]; k++)
		if (!is_there(p, &p->lists[PROFILE_COLUMNS][k], given, count)) {
			*missing = p->lists[PROFILE_COLUMNS][k].key;
			return false;
		}
	return !p || speaks_of_none(p) || gives_some(given, count);
}

/* `* = k€` is for all but those named. */
bool profile_unit(const profile *p, const char *heading, size_t column, unit *out)
{
	const char *said = NULL;
	char folded[PROFILE_FOLDED];

	if (!p || p->counts[PROFILE_UNITS] == 0)
		return false;
	text_fold(heading, folded, sizeof folded);
	for (size_t i = 0; i < p->counts[PROFILE_UNITS]; i++) {
		const pair *one = &p->lists[PROFILE_UNITS][i];

		if (!strcmp(one->key, "*") ? !said : pair_names(one, folded, column))
			said = one->value;
	}
	return said && unit_read(said, out);
}

/* ---- ways into JSON ------------------------------------------------------------------ */

static void add_path(profile *p, size_t *n, const char *path)
{
	for (size_t i = 0; i < *n; i++)
		if (!strcmp(p->paths[i], path))
			return;
	p->paths[(*n)++] = path;
}

static size_t count_words(const char *constant)
{
	size_t n = 0;

	for (; *constant; constant++)
		n += *constant == '{';
	return n;
}

/* {word} of a constant. */
static bool add_words(profile *p, size_t *n, const char *constant)
{
	for (const char *at = constant; (at = strchr(at, '{')); at++) {
		const char *word = arena_copy(&p->memory, at + 1, strcspn(at + 1, "}"));

		if (!word)
			return false;
		add_path(p, n, word);
	}
	return true;
}

/* One that does not ignore the rest may need any of it. */
static bool wants_ways(const profile *p)
{
	for (size_t i = 0; i < p->counts[PROFILE_COLUMNS]; i++)
		if (strchr(p->lists[PROFILE_COLUMNS][i].key, '['))
			return true;
	return p->ignores_rest;
}

relais_status profile_find_paths(profile *p, relais_error *err)
{
	static const profile_list named[] = { PROFILE_COLUMNS, PROFILE_SPLIT, PROFILE_KEEP,
		PROFILE_DROP };
	size_t most = 1, n = 0;

	if (!wants_ways(p))
		return RELAIS_OK;
	for (size_t i = 0; i < p->counts[PROFILE_CONSTANTS]; i++)
		most += count_words(p->lists[PROFILE_CONSTANTS][i].value);
	for (size_t l = 0; l < sizeof named / sizeof *named; l++)
		most += p->counts[named[l]];
	if (!(p->paths = arena_alloc(&p->memory, most * sizeof *p->paths)))
		return fail_memory(err);
	for (size_t l = 0; l < sizeof named / sizeof *named; l++)
		for (size_t i = 0; i < p->counts[named[l]]; i++)
			if (strncmp(p->lists[named[l]][i].key, "column ", 7) != 0 &&
				strcmp(p->lists[named[l]][i].value, "ignore") != 0)
				add_path(p, &n, p->lists[named[l]][i].key);
	for (size_t i = 0; i < p->counts[PROFILE_CONSTANTS]; i++)
		if (!add_words(p, &n, p->lists[PROFILE_CONSTANTS][i].value))
			return fail_memory(err);
	return RELAIS_OK;
}
