/* SPDX-License-Identifier: MIT
 * Complementary cells by lines (C3.4). The reader subtracts what is shown from a total, so what is
 * hidden in a line must satisfy the rule as a whole (the union test); where a hidden subtotal is
 * itself a line, he opens it and subtracts there too. One hidden cell alone never does: it is told by
 * this line, and then tells the others of its other lines. A line that fails gets one more cell,
 * and so on: cells are only ever added, so this ends.
 */
#include "inside.h"

#include <stdlib.h>

#include "../base/error.h"

typedef struct work {
	tab *t;
	const secrecy_rule *rule;
	bool *fails; /* by line, as last looked at */
} work;

/* A line with its hidden subtotals opened: what is hidden in it, and what could be besides. */
typedef struct opened {
	contributors hidden;
	size_t count; /* hidden cells */
	bool is_guarded; /* any of them may not be known */
	size_t best; /* TAB_NONE: every cell is hidden already */
	int best_gain;
} opened;

/* Failing lines a cell would serve, less those in which it would be the first hidden. */
static int gain_of(const work *w, size_t cell)
{
	const tab *t = w->t;
	int gain = 0;

	for (uint32_t i = t->in_start[cell]; i < t->in_start[cell + 1]; i++) {
		const line *l = &t->lines[t->in_line[i]];
		bool has_hidden = is_hidden(&t->cells[l->total]);

		for (uint32_t p = 0; p < l->count && !has_hidden; p++)
			has_hidden = is_hidden(&t->cells[t->parts[l->first + p]]);
		gain += w->fails[t->in_line[i]] ? 1 : has_hidden ? 0 : -1;
	}
	return gain;
}

/* Is a better than b? Zeros protect last; then what serves more lines, then what is smaller. */
static bool is_better(const tab *t, size_t a, int gain, size_t b, int b_gain)
{
	int64_t mine = t->cells[a].of.magnitude, its = t->cells[b].of.magnitude;

	if ((mine == 0) != (its == 0))
		return its == 0;
	if (t->avoid && t->avoid[a] != t->avoid[b])
		return t->avoid[b];
	if (gain != b_gain)
		return gain > b_gain;
	return mine != its ? mine < its : a < b;
}

static void open_line(const work *w, const line *l, opened *o, bool choose, bool deep)
{
	const tab *t = w->t;

	for (uint32_t p = 0; p < l->count; p++) {
		size_t at = t->parts[l->first + p];
		const tab_cell *c = &t->cells[at];
		const line *under;

		if (!is_hidden(c)) {
			int gain;

			if (!choose || !c->of.count)
				continue;
			gain = gain_of(w, at);
			if (o->best == TAB_NONE ||
				is_better(t, at, gain, o->best, o->best_gain)) {
				o->best = at;
				o->best_gain = gain;
			}
			continue;
		}
		under = deep && l->along != NO_DIMENSION
				? inside_under(t, at, l->along, l->tree)
				: NULL;
		if (under) {
			size_t before = o->count;

			open_line(w, under, o, choose, deep);
			if (o->count > before)
				continue;
		}
		o->hidden = contributors_join(o->hidden, c->of);
		o->count++;
		o->is_guarded = o->is_guarded || c->status != CELL_UNTOLD;
	}
}

static bool line_fails(const work *w, const line *l)
{
	bool is_total_hidden = is_hidden(&w->t->cells[l->total]);

	for (int deep = 0; deep < 2; deep++) {
		opened o = { .best = TAB_NONE };

		open_line(w, l, &o, false, deep);
		if (is_total_hidden)
			return o.count == 0;
		if (!o.is_guarded)
			continue;
		if (o.count == 1 || rule_judge(w->rule, &o.hidden) != CELL_VISIBLE)
			return true;
	}
	return false;
}

static void look_again(work *w, size_t cell)
{
	const tab *t = w->t;

	for (uint32_t i = t->in_start[cell]; i < t->in_start[cell + 1]; i++)
		w->fails[t->in_line[i]] = line_fails(w, &t->lines[t->in_line[i]]);
}

/* One more cell of a failing line; false: there is none left. */
static bool hide_one(work *w, const line *l)
{
	tab_cell *total = &w->t->cells[l->total];
	opened o = { .best = TAB_NONE };

	open_line(w, l, &o, true, true);
	if (o.best == TAB_NONE && is_hidden(total))
		return false;
	if (o.best == TAB_NONE)
		o.best = l->total;
	w->t->cells[o.best].status = CELL_COMPLEMENTARY;
	look_again(w, o.best);
	return true;
}

relais_status tab_suppress(tab *t, const secrecy_rule *rule, relais_error *err)
{
	work w = { t, rule, calloc(t->line_count + 1, sizeof(bool)) };
	bool again = true;

	if (!w.fails)
		return fail_memory(err);
	while (again) {
		again = false;
		for (size_t i = 0; i < t->line_count; i++)
			w.fails[i] = line_fails(&w, &t->lines[i]);
		for (size_t i = 0; i < t->line_count; i++)
			while ((w.fails[i] = line_fails(&w, &t->lines[i])) &&
				hide_one(&w, &t->lines[i]))
				again = true;
	}
	free(w.fails);
	return RELAIS_OK;
}

/* A line and those that open it. */
static bool holds_upwards(const work *w, const line *l)
{
	const tab *t = w->t;

	if (line_fails(w, l))
		return false;
	if (l->along == NO_DIMENSION || !is_hidden(&t->cells[l->total]))
		return true;
	for (uint32_t i = t->in_start[l->total]; i < t->in_start[l->total + 1]; i++) {
		const line *above = &t->lines[t->in_line[i]];

		if (above->total != l->total && above->along == l->along &&
			above->tree == l->tree && !holds_upwards(w, above))
			return false;
	}
	return true;
}

bool inside_lines_hold(tab *t, const secrecy_rule *rule, size_t cell)
{
	work w = { t, rule, NULL };

	for (uint32_t i = t->in_start[cell]; i < t->in_start[cell + 1]; i++)
		if (!holds_upwards(&w, &t->lines[t->in_line[i]]))
			return false;
	return true;
}

bool inside_line_breaks(tab *t, const secrecy_rule *rule, const line *l)
{
	work w = { t, rule, NULL };
	opened o = { .best = TAB_NONE };

	open_line(&w, l, &o, false, false);
	return o.count > 1 && line_fails(&w, l);
}

static void mark_scope(const tab *t, const line *l, bool *scope)
{
	for (uint32_t p = 0; p < l->count; p++) {
		size_t at = t->parts[l->first + p];
		const line *under = NULL;

		scope[at] = true;
		if (l->along != NO_DIMENSION && is_hidden(&t->cells[at]))
			under = inside_under(t, at, l->along, l->tree);
		if (under)
			mark_scope(t, under, scope);
	}
}

bool inside_line_fails(tab *t, const secrecy_rule *rule, const line *l, bool *scope)
{
	work w = { t, rule, NULL };

	if (!line_fails(&w, l))
		return false;
	scope[l->total] = true;
	mark_scope(t, l, scope);
	return true;
}
