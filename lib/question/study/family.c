/* SPDX-License-Identifier: MIT
 * Joins what splits set apart, split after split, then looks which families one group holds.
 */
#include "family.h"

#include <stdlib.h>

#include "../../base/error.h"
#include "splits.h"

static int32_t head_of(const int32_t *parent, int32_t unit)
{
	while (parent[unit] != unit)
		unit = parent[unit];
	return unit;
}

static void join(int32_t *parent, int32_t a, int32_t b)
{
	a = head_of(parent, a);
	b = head_of(parent, b);
	/* The first in order of code is the head. */
	if (a < b)
		parent[b] = a;
	else
		parent[a] = b;
}

/* A split that the shares do not bridge, between two days. */
static bool separates(
	const split *s, const grouping *g, const frame *f, relais_day after, relais_day until)
{
	return s->day > after && s->day <= until && s->day <= g->units->day &&
	       !(s->is_declared && g->units->uses_shares && f->is_additive);
}

/* What lies outside of what is asked leaves a hole in the family: its head is marked. */
static void join_split(const split *s, const grouping *g, int32_t *parent, bool *has_hole)
{
	const int32_t *unit_of = g->units->unit_of;
	int32_t head = unit_of[s->office];
	bool hole = head < 0;

	for (size_t i = 0; i < s->count; i++) {
		int32_t unit = unit_of[s->parts[i].office];

		hole = hole || unit < 0;
		if (unit >= 0 && head >= 0)
			join(parent, head, unit);
		head = head < 0 ? unit : head;
	}
	if (hole && head >= 0)
		has_hole[head] = true;
}

static void name_families(
	const grouping *g, const int32_t *parent, bool *has_hole, int32_t *out)
{
	size_t count = g->units->units;

	for (size_t u = 0; u < count; u++) {
		int32_t head = head_of(parent, (int32_t)u);

		if (has_hole[u] || g->group_of[u] != g->group_of[head])
			has_hole[head] = true;
		if (head != (int32_t)u)
			out[u] = out[head] = head;
	}
	for (size_t u = 0; u < count; u++)
		if (has_hole[head_of(parent, (int32_t)u)])
			out[u] = FAMILY_BROKEN;
}

relais_status families_make(const grouping *g, const frame *f, relais_span first,
	relais_span last, int32_t **out, relais_error *err)
{
	const splits *all = g->units->splits;
	relais_day after = period_first_day(first.from), until = period_last_day(last.to);
	size_t count = g->units->units, found = 0;
	int32_t *parent;
	bool *has_hole;

	*out = NULL;
	for (size_t i = 0; all && i < all->count; i++)
		found += separates(&all->list[i], g, f, after, until);
	if (!found)
		return RELAIS_OK;
	parent = malloc((count + 1) * sizeof *parent);
	has_hole = calloc(count + 1, sizeof *has_hole);
	*out = malloc((count + 1) * sizeof **out);
	for (size_t u = 0; u < count && parent && *out; u++) {
		parent[u] = (int32_t)u;
		(*out)[u] = FAMILY_NONE;
	}
	for (size_t i = 0; i < all->count && parent && has_hole && *out; i++)
		if (separates(&all->list[i], g, f, after, until))
			join_split(&all->list[i], g, parent, has_hole);
	if (parent && has_hole && *out)
		name_families(g, parent, has_hole, *out);
	else
		found = 0;
	free(parent);
	free(has_hole);
	return found ? RELAIS_OK : fail_memory(err);
}
