/* SPDX-License-Identifier: MIT
 * Strata are few: they are found by looking through them. An office that does not say its
 * category, or its zone, belongs with the others that do not.
 */
#include "strata.h"

#include <stdlib.h>
#include <string.h>

#include "../../base/error.h"

static bool asks_for_all(const roster *r)
{
	for (size_t i = 0; i < r->count; i++)
		if (!r->offices[i].is_named || !r->offices[i].is_inside)
			return false;
	return true;
}

/* The register with nobody left out; strings and maps stay the original's. */
static relais_status copy_roster(roster *to, const roster *from, relais_error *err)
{
	relais_question everyone = { 0 };

	*to = *from;
	if (!(to->offices = malloc((from->count + 1) * sizeof *to->offices)))
		return fail_memory(err);
	if (from->count)
		memcpy(to->offices, from->offices, from->count * sizeof *to->offices);
	for (size_t i = 0; i < to->count; i++)
		to->offices[i].office_of = to->offices[i].first_bureau =
			to->offices[i].next_bureau = -1;
	return roster_select(to, &everyone, err);
}

static relais_status read_frame(frame *f, const frame *like, const network *n, const lens *l,
	study *s, relais_error *err)
{
	relais_status rc;

	if (!like->cells)
		return RELAIS_OK;
	rc = frame_read(f, &s->feed, l->what, like->window, err);
	return rc == RELAIS_OK ? frame_fold(f, n->offices, n->units, NULL, err) : rc;
}

relais_status network_read(network *n, const lens *l, study *s, relais_error *err)
{
	relais_status rc;

	if (n->now)
		return RELAIS_OK;
	if (asks_for_all(&s->offices)) {
		n->now = &l->now;
		n->before = &l->before;
		n->units = &s->current;
		n->offices = &s->offices;
		n->breaks = &l->breaks;
		return RELAIS_OK;
	}
	n->units = &n->own_units;
	n->offices = &n->own_offices;
	n->breaks = &n->own_breaks;
	if ((rc = copy_roster(&n->own_offices, &s->offices, err)) != RELAIS_OK ||
		(rc = perimeter_current(&n->own_units, n->offices, s->day, err)) != RELAIS_OK ||
		(rc = unit_breaks_find(&n->own_breaks, &s->feed.breaks, &s->indicators, l->what,
			 n->units, err)) != RELAIS_OK ||
		(rc = read_frame(&n->own_now, &l->now, n, l, s, err)) != RELAIS_OK ||
		(rc = read_frame(&n->own_before, &l->before, n, l, s, err)) != RELAIS_OK)
		return rc;
	n->now = &n->own_now;
	n->before = &n->own_before;
	return RELAIS_OK;
}

void network_free(network *n)
{
	frame_free(&n->own_now);
	frame_free(&n->own_before);
	perimeter_free(&n->own_units);
	unit_breaks_free(&n->own_breaks);
	free(n->own_offices.offices);
	*n = (network){ 0 };
}

static const char *said(const office *o, group_key key)
{
	return o->attribute[key] ? o->attribute[key] : "";
}

static bool by_category(stratum_level level)
{
	return level == STRATUM_CATEGORY_ZONE || level == STRATUM_CATEGORY;
}

static bool by_zone(stratum_level level)
{
	return level == STRATUM_CATEGORY_ZONE || level == STRATUM_ZONE;
}

stratum *strata_of(strata *all, stratum_level level, const office *root)
{
	for (size_t i = 0; i < all->count; i++) {
		const stratum_ratio *r = &all->list[i].sums;

		if (r->level == level &&
			(!by_category(level) ||
				strcmp(r->category, said(root, KEY_CATEGORY)) == 0) &&
			(!by_zone(level) || strcmp(r->zone, said(root, KEY_ZONE)) == 0))
			return &all->list[i];
	}
	return NULL;
}

static stratum *strata_add(strata *all, stratum_level level, const office *root)
{
	if (all->count == all->room) {
		size_t room = all->room ? all->room * 2 : 32;
		stratum *more = realloc(all->list, room * sizeof *more);

		if (!more)
			return NULL;
		all->list = more;
		all->room = room;
	}
	all->list[all->count] = (stratum){ .sums = { .level = level,
						   .category = said(root, KEY_CATEGORY),
						   .zone = said(root, KEY_ZONE) },
		.kept = -1 };
	return &all->list[all->count++];
}

relais_status strata_sum(strata *all, const network *n, relais_period p, const cell *now,
	const cell *before, relais_error *err)
{
	for (size_t u = 0; before && u < n->units->units; u++) {
		const office *root = &n->offices->offices[n->units->root[u]];

		if (!state_is_collected(now[u].state) || !state_is_collected(before[u].state) ||
			now[u].is_shared || before[u].is_shared ||
			unit_breaks_between(n->breaks, u, period_year_before(p), p))
			continue;
		for (int level = 0; level < STRATA; level++) {
			stratum *s = strata_of(all, (stratum_level)level, root);

			if (!s && !(s = strata_add(all, (stratum_level)level, root)))
				return fail_memory(err);
			s->sums.count++;
			s->is_too_large = s->is_too_large ||
					  !number_add(&s->sums.now, now[u].a) ||
					  !number_add(&s->sums.before, before[u].a);
		}
	}
	return RELAIS_OK;
}

void strata_free(strata *all)
{
	free(all->list);
	*all = (strata){ 0 };
}
