/* SPDX-License-Identifier: MIT
 * The levels of a question, and a line of them filled.
 */
#include "cross.h"

#include <stdlib.h>
#include <string.h>

#include "../../base/error.h"
#include "../study/inside.h"

#define NOWHERE SIZE_MAX

static bool has_place(const crossing *by)
{
	return by->by.count > (size_t)group_keys_have_time(&by->by);
}

static size_t in_one_period(const crossing *by)
{
	return has_place(by) ? by->sets : by->periods ? 1 : by->sets;
}

/* ---- who belongs where --------------------------------------------------------------- */

/* The group of what the office says of itself, in one period; `groups` when there is none. Where there
 * are no groups all offices are together. */
static size_t group_said(const crossing *by, const office *o, size_t groups)
{
	const char *codes[MOST_KEYS] = { NULL };
	size_t at;

	if (!has_place(by))
		return 0;
	if (!by->count)
		return groups;
	for (size_t k = 0; k < by->by.count; k++) {
		codes[k] = key_is_time(by->by.key[k]) ? by->groups[by->place[0]].codes[k]
						      : o->attribute[by->by.key[k]];
		if (!codes[k])
			codes[k] = "";
	}
	at = crossing_find(by, codes);
	return at < by->count ? by->groups[at].set : groups;
}

/* Before any merger: what goes on is in its unit's group, another where it says. */
static relais_status find_homes(const cross *c, const study *s, level *l, relais_error *err)
{
	if (!(l->home = calloc(c->alone + 1, sizeof *l->home)))
		return fail_memory(err);
	for (size_t o = 0; o < c->alone; o++) {
		int32_t unit = s->current.unit_of[o];
		bool goes_on = unit >= 0 && s->current.root[unit] == o;
		size_t at = goes_on ? (size_t)l->by->set_of[unit]
				    : group_said(l->by, &s->offices.offices[o], l->groups);

		l->home[o] = at < l->groups ? at : l->groups + o;
	}
	return RELAIS_OK;
}

/* ---- levels --------------------------------------------------------------------------- */

/* Which place of a level each of those asked for lies inside; nothing when one lies in several. */
static relais_status find_above(const cross *c, level *l, relais_error *err)
{
	const level *asked = &c->level[0];
	size_t room = asked->groups + c->alone;
	bool is_inside = true;

	if (!(l->of = malloc((room + 1) * sizeof *l->of)))
		return fail_memory(err);
	for (size_t at = 0; at < room; at++)
		l->of[at] = NOWHERE;
	for (size_t o = 0; o < c->alone; o++) {
		size_t *of = &l->of[asked->home[o]];

		is_inside = is_inside && (*of == NOWHERE || *of == l->home[o]);
		*of = l->home[o];
	}
	if (!is_inside) {
		free(l->of);
		l->of = NULL;
	}
	return RELAIS_OK;
}

static size_t key_place(const group_keys *keys, group_key key)
{
	size_t k = 0;

	while (k < keys->count && keys->key[k] != key)
		k++;
	return k;
}

static void level_free(level *l)
{
	crossing_free(&l->own);
	free(l->home);
	free(l->of);
	*l = (level){ 0 };
}

static relais_status add_key(cross *c, study *s, group_key key, turn_of turn, relais_error *err)
{
	level *l = &c->level[c->levels];
	group_keys one = { .key = { key }, .count = 1 };
	relais_status rc = crossing_make(&l->own, s, &one, err);

	if (rc != RELAIS_OK)
		return rc;
	c->levels++;
	l->by = &l->own;
	l->groups = l->own.sets;
	l->turn = turn;
	rc = find_homes(c, s, l, err);
	return rc == RELAIS_OK ? find_above(c, l, err) : rc;
}

/* A key that parts nobody is no level. */
static void drop_if_one(cross *c)
{
	level *l = &c->level[c->levels - 1];

	if (l->groups > 1 || key_place(&c->by->by, l->own.by.key[0]) < c->by->by.count)
		return;
	level_free(l);
	c->levels--;
}

static relais_status add_keys(cross *c, study *s, relais_error *err)
{
	const group_keys *told = &s->gates.published, *asked = &c->by->by;
	size_t places = asked->count - group_keys_have_time(asked);
	relais_status rc = RELAIS_OK;

	for (size_t k = 0; rc == RELAIS_OK && k < told->count; k++) {
		if (places == 1 && key_place(asked, told->key[k]) < asked->count) {
			c->level[0].turn = TURN_PUBLISHED;
			continue;
		}
		rc = add_key(c, s, told->key[k], TURN_PUBLISHED, err);
		if (rc == RELAIS_OK)
			drop_if_one(c);
	}
	for (size_t k = 0; rc == RELAIS_OK && places > 1 && k < asked->count; k++)
		if (!key_is_time(asked->key[k]) &&
			key_place(told, asked->key[k]) == told->count)
			rc = add_key(c, s, asked->key[k], TURN_KEY, err);
	return rc;
}

/* ---- atoms ---------------------------------------------------------------------------- */

typedef struct homes {
	size_t office, at[CROSS_LEVELS];
} homes;

static int by_homes(const void *a, const void *b)
{
	const homes *x = a, *y = b;

	for (size_t i = 0; i < CROSS_LEVELS; i++)
		if (x->at[i] != y->at[i])
			return x->at[i] < y->at[i] ? -1 : 1;
	return 0;
}

static relais_status find_atoms(cross *c, relais_error *err)
{
	homes *list = calloc(c->alone + 1, sizeof *list);

	c->atom_of = calloc(c->alone + 1, sizeof *c->atom_of);
	c->atom = calloc(c->alone + 1, sizeof *c->atom);
	if (!list || !c->atom_of || !c->atom) {
		free(list);
		return fail_memory(err);
	}
	for (size_t o = 0; o < c->alone; o++) {
		list[o].office = o;
		for (size_t i = 0; i < c->levels; i++)
			list[o].at[i] = c->level[i].home[o];
	}
	qsort(list, c->alone, sizeof *list, by_homes);
	for (size_t i = 0; i < c->alone; i++) {
		bool is_new = !i || by_homes(&list[i - 1], &list[i]) != 0;

		c->is_fine = c->is_fine || (i && is_new && list[i - 1].at[0] == list[i].at[0]);
		c->atoms += is_new;
		c->atom_of[list[i].office] = c->atoms - 1;
	}
	free(list);
	return RELAIS_OK;
}

relais_status cross_open(cross *c, study *s, const crossing *by, relais_error *err)
{
	level *asked = &c->level[0];
	relais_status rc;

	*c = (cross){ .by = by, .groups = in_one_period(by), .alone = s->offices.count };
	*asked = (level){ .by = by, .groups = c->groups, .turn = TURN_KEY };
	c->levels = 1;
	if (by->by.count - group_keys_have_time(&by->by) > 1)
		asked->turn = TURN_CROSSED;
	rc = find_homes(c, s, asked, err);
	if (rc == RELAIS_OK && has_place(by) && by->count)
		rc = add_keys(c, s, err);
	if (rc == RELAIS_OK)
		rc = find_atoms(c, err);
	for (size_t i = 1; i < c->levels; i++)
		c->level[i].start = c->level[i - 1].start + c->level[i - 1].groups + c->alone;
	return rc;
}

void cross_close(cross *c)
{
	for (size_t i = 0; i < c->levels; i++)
		level_free(&c->level[i]);
	free(c->atom_of);
	free(c->atom);
	*c = (cross){ 0 };
}

size_t cross_room(const cross *c)
{
	const level *last = &c->level[c->levels - 1];

	return last->start + last->groups + c->alone;
}

/* ---- a line --------------------------------------------------------------------------- */

void cross_start(cross *c, part *line, const bool *hidden)
{
	for (size_t i = 0; i < cross_room(c); i++)
		line[i] = (part){ .is_secret = hidden && hidden[i] };
	c->is_too_large = c->is_apart = false;
	memset(c->atom, 0, c->atoms * sizeof *c->atom);
}

static void add_to(cross *c, part *p, int64_t magnitude)
{
	p->count++;
	if (magnitude > p->largest)
		p->largest = magnitude;
	c->is_too_large = !number_add(&p->magnitude, magnitude) || c->is_too_large;
}

void cross_add(cross *c, part *line, size_t o, int64_t magnitude)
{
	for (size_t i = 0; i < c->levels; i++)
		add_to(c, &line[c->level[i].start + c->level[i].home[o]], magnitude);
	add_to(c, &c->atom[c->atom_of[o]], magnitude);
}

bool cross_moves(const cross *c, size_t from, size_t to)
{
	return c->level[0].home[from] < c->groups && c->atom_of[from] != c->atom_of[to];
}

void cross_move(
	cross *c, part *line, size_t from, size_t to, bool is_place_only, int64_t magnitude)
{
	c->is_apart = true;
	for (size_t i = 0; i < c->levels; i++) {
		const level *l = &c->level[i];
		bool is_same = l->home[from] == l->home[to];

		if (!is_same || !is_place_only)
			add_to(c, &line[l->start + l->home[to]], magnitude);
		if (!is_same)
			add_to(c, &line[l->start + l->home[from]], magnitude);
	}
}
