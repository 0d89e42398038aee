/* SPDX-License-Identifier: MIT
 * A line by its own rule, a table by lib/secrecy: the margins first, as their own answers tell
 * them, then the cells between them.
 */
#include "cross.h"

#include <stdlib.h>
#include <string.h>

#include "../../base/error.h"
#include "../../secrecy/table.h"
#include "../study/inside.h"

static bool has_place(const crossing *by)
{
	return by->by.count > (size_t)group_keys_have_time(&by->by);
}

static size_t in_one_period(const crossing *by)
{
	return has_place(by) ? by->sets : by->periods ? 1 : by->sets;
}

/* A group of the first period stands for the same one in all. */
static const group *group_at(const crossing *by, size_t set)
{
	return &by->groups[by->place[set]];
}

static relais_status open_side(cross *c, study *s, size_t side, size_t key, relais_error *err)
{
	cross_side *to = &c->side[side];
	group_keys one = { .key = { c->by->by.key[key] }, .count = 1 };
	relais_status rc = crossing_make(&to->by, s, &one, err);

	if (rc != RELAIS_OK)
		return rc;
	if (!(to->of = calloc(c->groups + 1, sizeof *to->of)))
		return fail_memory(err);
	for (size_t g = 0; g < c->groups; g++) {
		const char *codes[MOST_KEYS] = { group_at(c->by, g)->codes[key] };

		to->of[g] = crossing_find(&to->by, codes);
	}
	return RELAIS_OK;
}

relais_status cross_open(cross *c, study *s, const crossing *by, relais_error *err)
{
	size_t places = by->by.count - group_keys_have_time(&by->by), side = 0;
	relais_status rc = RELAIS_OK;

	*c = (cross){ .by = by, .groups = in_one_period(by), .alone = s->offices.count };
	if (places < CROSS_SIDES || by->count == 0)
		return RELAIS_OK;
	c->sides = CROSS_SIDES;
	for (size_t k = 0; rc == RELAIS_OK && k < by->by.count && side < CROSS_SIDES; k++)
		if (!key_is_time(by->by.key[k]))
			rc = open_side(c, s, side++, k, err);
	return rc;
}

void cross_close(cross *c)
{
	for (size_t i = 0; i < CROSS_SIDES; i++) {
		crossing_free(&c->side[i].by);
		free(c->side[i].of);
	}
	*c = (cross){ 0 };
}

static size_t margins(const cross *c, size_t side)
{
	return c->side[side].by.count + c->alone;
}

size_t cross_room(const cross *c)
{
	size_t room = c->groups + c->alone;

	for (size_t i = 0; i < c->sides; i++)
		room += margins(c, i);
	return room;
}

size_t cross_group_of_office(const cross *c, const study *s, size_t column)
{
	const crossing *by = c->by;
	const char *codes[MOST_KEYS] = { NULL };
	size_t at;

	if (!has_place(by) || !by->by.count || !by->count)
		return c->groups;
	for (size_t k = 0; k < by->by.count; k++) {
		codes[k] = key_is_time(by->by.key[k])
				   ? by->groups[by->place[0]].codes[k]
				   : s->offices.offices[column].attribute[by->by.key[k]];
		if (!codes[k])
			codes[k] = "";
	}
	at = crossing_find(by, codes);
	return at < by->count ? by->groups[at].set : c->groups;
}

/* ---- a table ------------------------------------------------------------------------- */

static bool add_part(part *to, const part *p)
{
	to->count += p->count;
	if (p->largest > to->largest)
		to->largest = p->largest;
	return number_add(&to->magnitude, p->magnitude);
}

/* Which margin of a side a place of the line is of. */
static size_t margin_of(const cross *c, size_t side, size_t at)
{
	return at < c->groups ? c->side[side].of[at]
			      : c->side[side].by.count + (at - c->groups);
}

/* The margins as their own answer tells them. */
static bool add_margins(const cross *c, const secrecy_rule *rule, size_t side, part *line,
	part *to, part *total)
{
	bool fits = true;

	for (size_t m = 0; m < margins(c, side); m++)
		to[m] = (part){ .is_secret = to[m].is_secret };
	*total = (part){ 0 };
	for (size_t g = 0; fits && g < c->groups + c->alone; g++)
		fits = add_part(&to[margin_of(c, side, g)], &line[g]) &&
		       add_part(total, &line[g]);
	parts_protect(rule, to, margins(c, side));
	return fits;
}

static void say_margin(const cross *c, size_t side, size_t m, char out[64])
{
	size_t count = c->side[side].by.count;

	if (m < count)
		snprintf(out, 64, "%zu", m);
	else
		snprintf(out, 64, "alone %zu", m - count);
}

/* Hidden beforehand: as for a reason of its own, so that it stays. */
static tab_cell cell_of(const part *p)
{
	return (tab_cell){ .value = p->magnitude,
		.of = { p->count, p->magnitude, p->largest, SECOND_UNKNOWN },
		.status = p->is_secret ? CELL_FREQUENCY : 0 };
}

static bool add_cell(tab *t, const char *first, const char *second, const part *p, size_t *at)
{
	tab_cell one = cell_of(p);
	const char *codes[CROSS_SIDES] = { first, second };
	bool is_new;

	*at = tab_add(t, codes, &one, &is_new);
	return *at != TAB_NONE;
}

/* The cells of the margins come first, in the order of the line; nothing where nobody is. */
static bool fill_tab(const cross *c, tab *t, const part *line, const part *total, size_t *at)
{
	const part *margin = line + c->groups + c->alone;
	char codes[CROSS_SIDES][64];
	size_t whole;
	bool fits = tab_dimension(t, "") != TAB_NONE && tab_dimension(t, "") != TAB_NONE &&
		    add_cell(t, NULL, NULL, total, &whole);

	for (size_t side = 0; side < CROSS_SIDES; margin += margins(c, side), side++)
		for (size_t m = 0; fits && m < margins(c, side); m++) {
			if (!margin[m].count)
				continue;
			say_margin(c, side, m, codes[side]);
			fits = tab_member(t, side, 0, codes[side], "") &&
			       add_cell(t, side ? NULL : codes[0], side ? codes[1] : NULL,
				       &margin[m], &at[(size_t)(margin + m - line)]);
		}
	for (size_t g = 0; fits && g < c->groups + c->alone; g++) {
		if (!line[g].count)
			continue;
		for (size_t side = 0; side < CROSS_SIDES; side++)
			say_margin(c, side, margin_of(c, side, g), codes[side]);
		fits = add_cell(t, codes[0], codes[1], &line[g], &at[g]);
	}
	return fits;
}

/* Is a margin, or the total, hidden that is told elsewhere? */
static bool hides_margins(const cross *c, tab *t, const part *line, const size_t *at)
{
	for (size_t i = c->groups + c->alone; i < cross_room(c); i++)
		if (line[i].count && !line[i].is_secret &&
			tab_at(t, at[i])->status != CELL_VISIBLE)
			return true;
	return tab_at(t, 0)->status != CELL_VISIBLE;
}

static relais_status protect_cells(cross *c, const secrecy_rule *rule, tab *t, part *line,
	const size_t *at, relais_error *err)
{
	relais_error why = { 0 };
	relais_status rc = tab_close(t, err);
	bool is_lost;

	if (rc != RELAIS_OK)
		return rc;
	rc = tab_protect(t, rule, &tab_audit_usual, true, &why);
	if (rc != RELAIS_OK && rc != RELAIS_E_DATA)
		return fail_memory(err);
	is_lost = rc != RELAIS_OK || hides_margins(c, t, line, at);
	c->tells_by_margins = c->tells_by_margins || is_lost;
	for (size_t g = 0; g < c->groups + c->alone; g++)
		if (line[g].count && (is_lost || tab_at(t, at[g])->status != CELL_VISIBLE))
			line[g].is_secret = true;
	return RELAIS_OK;
}

relais_status cross_protect(cross *c, const secrecy_rule *rule, part *line, relais_error *err)
{
	part *margin = line + c->groups + c->alone;
	part total;
	size_t *at;
	relais_status rc = RELAIS_OK;
	bool fits = true;
	tab *t;

	if (!c->sides) {
		parts_protect(rule, line, c->groups + c->alone);
		return RELAIS_OK;
	}
	for (size_t side = 0; side < c->sides; margin += margins(c, side), side++)
		fits = add_margins(c, rule, side, line, margin, &total) && fits;
	for (size_t g = 0; !fits && g < c->groups + c->alone; g++)
		line[g].is_secret = true;
	if (!fits || !total.count)
		return RELAIS_OK;
	at = calloc(cross_room(c) + 1, sizeof *at);
	t = tab_new();
	if (!at || !t || !fill_tab(c, t, line, &total, at))
		rc = fail_memory(err);
	if (rc == RELAIS_OK)
		rc = protect_cells(c, rule, t, line, at, err);
	free(at);
	tab_free(t);
	return rc;
}
