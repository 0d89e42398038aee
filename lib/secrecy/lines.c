/* SPDX-License-Identifier: MIT
 * The equations between the cells of a table: one for each cell that is a margin, in each
 * dimension and tree it is one. Whoever reads the table knows them all.
 */
#include "inside.h"

#include <stdlib.h>
#include <string.h>

#include "../base/error.h"

bool tab_line(tab *t, size_t total, const size_t *parts, size_t count)
{
	if (!inside_grow(&t->lines, &t->line_room, t->line_count, sizeof *t->lines))
		return false;
	t->lines[t->line_count] = (line){ (uint32_t)total, (uint32_t)t->part_count,
		(uint32_t)count, NO_DIMENSION, 0 };
	for (size_t i = 0; i < count; i++) {
		if (!inside_grow(&t->parts, &t->part_room, t->part_count, sizeof *t->parts))
			return false;
		t->parts[t->part_count++] = (uint32_t)parts[i];
	}
	t->line_count++;
	return true;
}

/* Adds to the line being made the cells under a member; `depth` guards against circles. */
static bool gather(tab *t, const uint32_t *key, size_t at, int tree, size_t depth)
{
	const dimension *d = &t->dimension[at];
	uint32_t mine[TAB_DIMENSIONS];

	memcpy(mine, key, sizeof mine);
	if (depth > d->count)
		return true;
	for (const branch *b = d->members[key[at]].under; b; b = b->next) {
		int64_t cell;

		if (b->tree != tree)
			continue;
		mine[at] = (uint32_t)b->child;
		if (!map_get(&t->index, (const char *)mine, sizeof mine, &cell)) {
			if (!gather(t, mine, at, tree, depth + 1))
				return false;
			continue;
		}
		if (!inside_grow(&t->parts, &t->part_room, t->part_count, sizeof *t->parts))
			return false;
		t->parts[t->part_count++] = (uint32_t)cell;
	}
	return true;
}

static bool add_line(tab *t, size_t total, size_t at, int tree)
{
	size_t first = t->part_count;

	if (!gather(t, t->keys[total], at, tree, 0))
		return false;
	if (t->part_count == first)
		return true;
	if (!inside_grow(&t->lines, &t->line_room, t->line_count, sizeof *t->lines))
		return false;
	t->lines[t->line_count++] = (line){ (uint32_t)total, (uint32_t)first,
		(uint32_t)(t->part_count - first), (int)at, tree };
	return true;
}

static bool make_lines(tab *t)
{
	for (size_t cell = 0; cell < t->count; cell++)
		for (size_t at = 0; at < t->dimensions; at++) {
			const member *m = &t->dimension[at].members[t->keys[cell][at]];
			int last = -1;

			/* The trees under a member are few: each is looked for in turn. */
			for (;;) {
				int tree = INT32_MAX;

				for (const branch *b = m->under; b; b = b->next)
					if (b->tree > last && b->tree < tree)
						tree = b->tree;
				if (tree == INT32_MAX)
					break;
				if (!add_line(t, cell, at, tree))
					return false;
				last = tree;
			}
		}
	return true;
}

static bool index_lines(tab *t)
{
	free(t->in_start);
	free(t->in_line);
	t->in_start = calloc(t->count + 2, sizeof *t->in_start);
	t->in_line = malloc((t->part_count + t->line_count + 1) * sizeof *t->in_line);
	if (!t->in_start || !t->in_line)
		return false;
	/* Counted two places ahead, summed, then filled: in_start[c + 1] walks to its end. */
	for (size_t i = 0; i < t->line_count; i++) {
		const line *l = &t->lines[i];

		t->in_start[l->total + 2]++;
		for (uint32_t p = 0; p < l->count; p++)
			t->in_start[t->parts[l->first + p] + 2]++;
	}
	for (size_t c = 1; c <= t->count + 1; c++)
		t->in_start[c] += t->in_start[c - 1];
	for (size_t i = 0; i < t->line_count; i++) {
		const line *l = &t->lines[i];

		t->in_line[t->in_start[l->total + 1]++] = (uint32_t)i;
		for (uint32_t p = 0; p < l->count; p++)
			t->in_line[t->in_start[t->parts[l->first + p] + 1]++] = (uint32_t)i;
	}
	return true;
}

enum { DEEPEST = 64 };

/* A member under which a tree goes deeper than it may, as it does when a member is above itself;
 * NULL: none. `state` is 0 for the members not yet looked at. */
static const char *too_deep(const dimension *d, size_t at, int tree, int depth, char *state)
{
	const char *found = NULL;

	if (depth > DEEPEST)
		return d->members[at].code;
	for (const branch *b = d->members[at].under; b && !found; b = b->next)
		if (b->tree == tree && !state[b->child])
			found = too_deep(d, b->child, tree, depth + 1, state);
	state[at] = 1;
	return found;
}

static const char *bad_member(const dimension *d, char *state)
{
	for (int tree = 0, more = 1; more; tree++) {
		more = 0;
		memset(state, 0, d->count);
		for (size_t m = 0; m < d->count; m++) {
			const char *found = too_deep(d, m, tree, 0, state);

			if (found)
				return found;
			for (const branch *b = d->members[m].under; b; b = b->next)
				more |= b->tree > tree;
		}
	}
	return NULL;
}

relais_status tab_close(tab *t, relais_error *err)
{
	for (size_t at = 0; at < t->dimensions; at++) {
		const dimension *d = &t->dimension[at];
		char *state = malloc(d->count + 1);
		const char *found = state ? bad_member(d, state) : NULL;

		free(state);
		if (!state)
			return fail_memory(err);
		if (found)
			return fail_at(err, RELAIS_E_DATA, (place){ .rule = "bad-hierarchy" },
				"'%s' is above itself in its hierarchy, or more than %d levels deep: correct the parents",
				found, (int)DEEPEST);
	}
	if (!make_lines(t) || !index_lines(t))
		return fail_memory(err);
	return RELAIS_OK;
}

size_t tab_check(const tab *t, tab_bad_line *tell, void *self)
{
	size_t bad = 0;

	for (size_t i = 0; i < t->line_count; i++) {
		const line *l = &t->lines[i];
		int64_t sum = 0;
		bool fits = true;

		for (uint32_t p = 0; p < l->count; p++)
			fits = fits && number_add(&sum, t->cells[t->parts[l->first + p]].value);
		if (fits && sum == t->cells[l->total].value)
			continue;
		bad++;
		if (tell)
			tell(self, l->total, sum);
	}
	return bad;
}

const line *inside_under(const tab *t, size_t cell, int along, int tree)
{
	for (uint32_t i = t->in_start[cell]; i < t->in_start[cell + 1]; i++) {
		const line *l = &t->lines[t->in_line[i]];

		if (l->total == cell && l->along == along && l->tree == tree)
			return l;
	}
	return NULL;
}
