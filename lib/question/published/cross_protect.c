/* SPDX-License-Identifier: MIT
 * A level by itself by its own rule; levels together by lib/secrecy, with an audit: the keys a relais
 * publishes first, then other keys beside these, then a table between its margins.
 */
#include <stdio.h>
#include <stdlib.h>

#include "../../base/error.h"
#include "../../secrecy/table.h"
#include "cross.h"

/* The levels of a line as sums of atoms, at work. */
typedef struct work {
	cross *c;
	const secrecy_rule *rule;
	part *line;
	const part *atom;
	size_t atoms;
	bool is_coarse; /* the atoms are the groups asked for */
	tab *t;
	size_t *cell; /* by place of the line; TAB_NONE: nobody there */
	size_t *atom_cell; /* by atom */
	size_t *parts; /* of the equation being made */
	bool *was_hidden; /* by place of the line */
} work;

static bool is_in_turn(const work *w, const level *l, turn_of turn)
{
	return l->turn <= turn && (!w->is_coarse || l == w->c->level || l->of);
}

static bool is_free(const level *l, turn_of turn)
{
	return l->turn == turn;
}

static size_t places(const cross *c, const level *l)
{
	return l->groups + c->alone;
}

static void clear_place(work *w, size_t at)
{
	w->cell[at] = TAB_NONE;
	w->was_hidden[at] = w->line[at].is_secret;
}

static bool add_cell(work *w, const part *p, char status, size_t *at)
{
	tab_cell one = { .value = p->magnitude,
		.of = { p->count, p->magnitude, p->largest, SECOND_UNKNOWN },
		.status = status };
	char name[24];
	const char *code = name;
	bool is_new;

	snprintf(name, sizeof name, "%zu", tab_cells(w->t));
	*at = tab_add(w->t, &code, &one, &is_new);
	return *at != TAB_NONE;
}

/* Hidden beforehand: as for a reason of its own, so that it stays. */
static bool add_level(work *w, const level *l)
{
	for (size_t g = 0; g < places(w->c, l); g++) {
		const part *p = &w->line[l->start + g];

		clear_place(w, l->start + g);
		if (p->count && !add_cell(w, p, p->is_secret ? CELL_FREQUENCY : CELL_VISIBLE,
					&w->cell[l->start + g]))
			return false;
	}
	return true;
}

static bool add_atoms(work *w, turn_of turn)
{
	bool is_asked = w->is_coarse && w->c->level[0].turn <= turn;

	for (size_t a = 0; a < w->atoms; a++) {
		w->atom_cell[a] = TAB_NONE;
		if (is_asked)
			w->atom_cell[a] = w->cell[a];
		else if (w->atom[a].count &&
			 !add_cell(w, &w->atom[a], CELL_UNTOLD, &w->atom_cell[a]))
			return false;
	}
	return true;
}

/* The total is what the groups of a level sum up to. */
static bool link_total(work *w, const level *l)
{
	size_t count = 0;

	for (size_t g = 0; g < places(w->c, l); g++)
		if (w->cell[l->start + g] != TAB_NONE)
			w->parts[count++] = w->cell[l->start + g];
	return tab_line(w->t, 0, w->parts, count);
}

static size_t place_of_atom(const work *w, const level *l, size_t atom, const size_t *office_of)
{
	return w->is_coarse ? l->of[atom] : l->home[office_of[atom]];
}

/* A group is what its atoms sum up to. */
static bool link_groups(work *w, const level *l, const size_t *office_of)
{
	for (size_t g = 0; g < places(w->c, l); g++) {
		size_t count = 0;

		if (w->cell[l->start + g] == TAB_NONE)
			continue;
		for (size_t a = 0; a < w->atoms; a++)
			if (w->atom_cell[a] != TAB_NONE &&
				place_of_atom(w, l, a, office_of) == g)
				w->parts[count++] = w->atom_cell[a];
		if (!tab_line(w->t, w->cell[l->start + g], w->parts, count))
			return false;
	}
	return true;
}

static bool fill(work *w, turn_of turn, const part *total, const size_t *office_of)
{
	cross *c = w->c;
	size_t whole;
	bool fits =
		tab_dimension(w->t, "") != TAB_NONE && add_cell(w, total, CELL_VISIBLE, &whole);

	for (size_t i = 0; fits && i < c->levels; i++)
		if (is_in_turn(w, &c->level[i], turn))
			fits = add_level(w, &c->level[i]);
	fits = fits && add_atoms(w, turn);
	for (size_t i = 0; fits && i < c->levels; i++) {
		const level *l = &c->level[i];

		if (!is_in_turn(w, l, turn))
			continue;
		fits = link_total(w, l) &&
		       ((w->is_coarse && i == 0) || link_groups(w, l, office_of));
	}
	return fits;
}

/* Is hidden what is told elsewhere, the total or a group of an earlier turn? */
static bool hides_told(const work *w, turn_of turn)
{
	const cross *c = w->c;

	for (size_t i = 0; i < c->levels; i++) {
		const level *l = &c->level[i];

		if (!is_in_turn(w, l, turn) || is_free(l, turn))
			continue;
		for (size_t g = 0; g < places(c, l); g++) {
			size_t at = l->start + g;

			if (w->cell[at] != TAB_NONE && !w->was_hidden[at] &&
				tab_at(w->t, w->cell[at])->status != CELL_VISIBLE)
				return true;
		}
	}
	return tab_at(w->t, 0)->status != CELL_VISIBLE;
}

static void take_over(work *w, turn_of turn, bool is_lost)
{
	const cross *c = w->c;

	for (size_t i = 0; i < c->levels; i++) {
		const level *l = &c->level[i];

		for (size_t g = 0;
			is_free(l, turn) && is_in_turn(w, l, turn) && g < places(c, l); g++) {
			size_t at = w->cell[l->start + g];

			if (at != TAB_NONE &&
				(is_lost || tab_at(w->t, at)->status != CELL_VISIBLE))
				w->line[l->start + g].is_secret = true;
		}
	}
}

static relais_status protect_filled(work *w, turn_of turn, relais_error *err)
{
	relais_error why = { .lang = err ? err->lang : RELAIS_EN };
	relais_status rc = tab_close(w->t, err);
	bool is_lost;

	if (rc != RELAIS_OK)
		return rc;
	rc = turn == TURN_CROSSED ? tab_protect(w->t, w->rule, &tab_audit_usual, true, &why)
				  : tab_protect_once(w->t, w->rule, &tab_audit_usual, &why);
	if (rc != RELAIS_OK && rc != RELAIS_E_DATA) {
		if (err)
			*err = why;
		return rc;
	}
	is_lost = rc != RELAIS_OK || hides_told(w, turn);
	if (is_lost && turn == TURN_CROSSED)
		w->c->tells_by_margins = true;
	take_over(w, turn, is_lost);
	return RELAIS_OK;
}

/* Each level of the turn by its own rule, as its own answer tells it. */
static size_t protect_apart(work *w, turn_of turn)
{
	const cross *c = w->c;
	size_t found = 0;

	for (size_t i = 0; i < c->levels; i++) {
		const level *l = &c->level[i];

		if (!is_free(l, turn) || !is_in_turn(w, l, turn))
			continue;
		if (turn != TURN_CROSSED)
			parts_protect(w->rule, w->line + l->start, places(c, l));
		found++;
	}
	return found;
}

static size_t levels_in(const work *w, turn_of turn)
{
	size_t found = 0;

	for (size_t i = 0; i < w->c->levels; i++)
		found += is_in_turn(w, &w->c->level[i], turn);
	return found;
}

/* Can anything be told by what is left of a sum when others are taken from it? Atoms are not told
 * themselves, but in a table. */
static bool has_secret(const work *w, turn_of turn)
{
	for (size_t a = 0; a < w->atoms; a++)
		if (part_is_secret(w->rule, &w->atom[a]))
			return true;
	for (size_t i = 0; turn == TURN_CROSSED && i < cross_room(w->c); i++)
		if (w->line[i].is_secret)
			return true;
	return false;
}

static relais_status protect_turn(
	work *w, turn_of turn, const part *total, const size_t *office_of, relais_error *err)
{
	relais_status rc;

	if (!protect_apart(w, turn) || levels_in(w, turn) < 2 || !has_secret(w, turn))
		return RELAIS_OK;
	if (!(w->t = tab_new()) || !fill(w, turn, total, office_of))
		rc = fail_memory(err);
	else
		rc = protect_filled(w, turn, err);
	tab_free(w->t);
	w->t = NULL;
	return rc;
}

static bool sum_up(const work *w, part *total)
{
	bool fits = true;

	for (size_t a = 0; a < w->atoms; a++) {
		total->count += w->atom[a].count;
		if (w->atom[a].largest > total->largest)
			total->largest = w->atom[a].largest;
		fits = fits && number_add(&total->magnitude, w->atom[a].magnitude);
	}
	return fits;
}

/* Nothing that cannot be added up is told. */
static void hide_all(work *w)
{
	for (size_t i = 0; i < cross_room(w->c); i++)
		w->line[i].is_secret = w->line[i].is_secret || w->line[i].count;
}

static relais_status protect_turns(work *w, const size_t *office_of, relais_error *err)
{
	size_t room = cross_room(w->c);
	relais_status rc = RELAIS_OK;
	part total = { 0 };

	if (!sum_up(w, &total) || w->c->is_too_large) {
		hide_all(w);
		return RELAIS_OK;
	}
	w->cell = calloc(room + 1, sizeof *w->cell);
	w->was_hidden = calloc(room + 1, sizeof *w->was_hidden);
	w->atom_cell = calloc(w->atoms + 1, sizeof *w->atom_cell);
	w->parts = calloc(room + w->atoms + 1, sizeof *w->parts);
	if (!w->cell || !w->was_hidden || !w->atom_cell || !w->parts)
		rc = fail_memory(err);
	for (turn_of turn = TURN_PUBLISHED; rc == RELAIS_OK && turn < TURNS; turn++)
		rc = protect_turn(w, turn, &total, office_of, err);
	free(w->cell);
	free(w->was_hidden);
	free(w->atom_cell);
	free(w->parts);
	return rc;
}

static bool add_part(part *to, const part *p)
{
	to->count += p->count;
	if (p->largest > to->largest)
		to->largest = p->largest;
	return number_add(&to->magnitude, p->magnitude);
}

relais_status cross_protect_groups(
	cross *c, const secrecy_rule *rule, part *line, relais_error *err)
{
	size_t count = places(c, &c->level[0]);
	work w = { .c = c,
		.rule = rule,
		.line = line,
		.atom = line,
		.atoms = count,
		.is_coarse = true };
	bool fits = true;

	for (size_t i = 1; i < c->levels; i++) {
		const level *l = &c->level[i];

		for (size_t g = 0; g < places(c, l); g++)
			line[l->start + g] =
				(part){ .is_secret = line[l->start + g].is_secret };
		for (size_t g = 0; l->of && g < count; g++)
			if (line[g].count)
				fits = add_part(&line[l->start + l->of[g]], &line[g]) && fits;
	}
	if (fits)
		return protect_turns(&w, NULL, err);
	hide_all(&w);
	return RELAIS_OK;
}

static relais_status protect_apart_only(
	cross *c, const secrecy_rule *rule, part *line, relais_error *err)
{
	if (c->level[0].turn == TURN_CROSSED)
		return cross_protect_groups(c, rule, line, err);
	for (size_t i = 0; i < c->levels; i++)
		parts_protect(rule, line + c->level[i].start, places(c, &c->level[i]));
	return RELAIS_OK;
}

relais_status cross_protect(cross *c, const secrecy_rule *rule, part *line, relais_error *err)
{
	work w = { .c = c, .rule = rule, .line = line, .atom = c->atom, .atoms = c->atoms };
	size_t *office_of;
	relais_status rc;

	if (c->is_apart)
		return protect_apart_only(c, rule, line, err);
	if (!c->is_fine)
		return cross_protect_groups(c, rule, line, err);
	if (!(office_of = calloc(c->atoms + 1, sizeof *office_of)))
		return fail_memory(err);
	for (size_t o = 0; o < c->alone; o++)
		office_of[c->atom_of[o]] = o;
	rc = protect_turns(&w, office_of, err);
	free(office_of);
	return rc;
}
