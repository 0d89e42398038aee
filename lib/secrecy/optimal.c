/* SPDX-License-Identifier: MIT
 * The least that must be hidden, exactly: an integer program over which cells are, given what every
 * line asks, and made stricter until its answer passes the audit (Fischetti and Salazar 1999).
 * What an audit finds wanting becomes a row: the dual of its program says which cells, if they
 * were hidden, would give the room that is missing.
 */
#include "proof.h"

#include <late/glpk.h>
#include <stdlib.h>
#include <string.h>

#include "../base/error.h"
#include "lp_whole.h"

enum { ROUNDS_MAX = 2000 };

typedef struct search {
	tab *t;
	const secrecy_rule *rule;
	const tab_audit_options *options;
	whole *master;
	lp *room; /* how far a cell can go with what is hidden now */
	double *row, *other; /* by cell, for the row being made */
	double limit;
} search;

static void clear_row(search *s)
{
	memset(s->row, 0, s->t->count * sizeof *s->row);
}

static void add_row(search *s, double low)
{
	whole_row(s->master, s->row, low);
	clear_row(s);
}

/* Cell j of a line is hidden only with others: one at least, or the total. */
static void company(search *s, const line *l, size_t j)
{
	const tab *t = s->t;

	for (uint32_t p = 0; p <= l->count; p++)
		s->row[p < l->count ? t->parts[l->first + p] : l->total] = 1;
	s->row[j] = -1;
	add_row(s, 0);
}

/* … that make `need` with it, each for at most what it counts or weighs. */
static void weight(search *s, const line *l, size_t j, double need, bool by_count)
{
	const tab *t = s->t;

	for (uint32_t p = 0; p < l->count; p++) {
		size_t c = t->parts[l->first + p];
		double own = by_count ? (double)t->cells[c].of.count
				      : (double)t->cells[c].of.magnitude;

		s->row[c] = own < need ? own : need;
	}
	if (s->row[j] >= need) {
		clear_row(s);
		return;
	}
	s->row[j] -= need;
	s->row[l->total] = need;
	add_row(s, 0);
}

static void line_rows(search *s, const line *l)
{
	const tab *t = s->t;

	company(s, l, l->total);
	for (uint32_t p = 0; p < l->count; p++) {
		size_t j = t->parts[l->first + p];
		const contributors *of = &t->cells[j].of;
		contributors alone = { of->count, of->magnitude, of->largest, 0 };
		secrecy_rule dominance = { 0, s->rule->dominance, { 0, 0 } };

		company(s, l, j);
		weight(s, l, j, (double)s->rule->least_count, true);
		weight(s, l, j,
			(double)of->magnitude + (double)rule_upper_need(&dominance, &alone),
			false);
	}
}

/* At least one cell of these must be otherwise than it is. */
static void other_pattern(search *s, const bool *scope, const char *fixed)
{
	double low = 1;

	for (size_t c = 0; c < s->t->count; c++) {
		if (!scope[c] || fixed[c] != CELL_VISIBLE)
			continue;
		if (is_hidden(&s->t->cells[c])) {
			s->row[c] = -1;
			low -= 1;
		} else {
			s->row[c] = 1;
		}
	}
	add_row(s, low);
}

/* Lines whose hidden cells together break the rule; the number of rows that says. */
static size_t line_cuts(search *s, const char *fixed, bool *scope)
{
	size_t cuts = 0;

	for (size_t i = 0; i < s->t->line_count; i++) {
		memset(scope, 0, s->t->count * sizeof *scope);
		if (!inside_line_fails(s->t, s->rule, &s->t->lines[i], scope))
			continue;
		other_pattern(s, scope, fixed);
		cuts++;
	}
	return cuts;
}

static void bound_room(search *s)
{
	for (size_t c = 0; c < s->t->count; c++) {
		const tab_cell *cell = &s->t->cells[c];
		bool moves = is_hidden(cell) && cell->of.count;
		double down = s->options->is_signed ? s->limit : (double)cell->value;

		lp_bound(s->room, c, moves ? -down : 0, moves ? s->limit : 0);
	}
}

/* The room for one cell one way: false when it is enough; else what would give more, each in
 * shares of the need, into `out`. */
static bool is_short(search *s, size_t cell, double need, int sign, double *out)
{
	if (need <= 0)
		return false;
	if (!lp_reach(s->room, cell, sign)) {
		for (size_t c = 0; c < s->t->count; c++)
			out[c] = 1;
		return true;
	}
	if (sign * lp_at(s->room, cell) >= need - 1e-6 - need * 1e-9)
		return false;
	for (size_t c = 0; c < s->t->count; c++) {
		const tab_cell *other = &s->t->cells[c];
		double d = sign * lp_reduced(s->room, c);
		double down = s->options->is_signed ? s->limit : (double)other->value;
		double share = (d > 0 ? d * s->limit : -d * down) / need;

		out[c] = !other->of.count || share < 1e-9 ? 0 : share < 1 ? share : 1;
	}
	return true;
}

/* The row of shares, and what it comes to when all that is hidden now is not enough: one more of
 * the cells that would help. The second holds where shares are so near to enough that the first
 * would be lost in rounding. `only_if_hidden`: when that cell is. */
static void add_cut(search *s, size_t cell, bool only_if_hidden)
{
	double low = only_if_hidden ? 0 : 1;

	for (size_t c = 0; c < s->t->count; c++)
		s->other[c] = s->row[c] > 0 && !is_hidden(&s->t->cells[c]);
	s->row[cell] = s->other[cell] = only_if_hidden ? -1 : 0;
	whole_row(s->master, s->other, low);
	add_row(s, low);
}

/* Rows for one hidden cell that has too little room; their number. */
static size_t room_cuts(search *s, size_t cell)
{
	size_t cuts = 0;
	unknown u;

	proof_needs(&s->t->cells[cell], s->rule, s->options, &u);
	if (u.either) {
		memset(s->other, 0, s->t->count * sizeof *s->other);
		if (!is_short(s, cell, u.up, 1, s->row) ||
			(u.down > 0 && !is_short(s, cell, u.down, -1, s->other))) {
			clear_row(s);
			return 0;
		}
		for (size_t c = 0; c < s->t->count; c++)
			s->row[c] = s->row[c] + s->other[c] < 1 ? s->row[c] + s->other[c] : 1;
		add_cut(s, cell, true);
		return 1;
	}
	for (int sign = -1; sign <= 1; sign += 2)
		if (is_short(s, cell, sign > 0 ? u.up : u.down, sign, s->row)) {
			add_cut(s, cell, false);
			cuts++;
		}
	return cuts;
}

static void take_answer(search *s, const char *fixed)
{
	for (size_t c = 0; c < s->t->count; c++)
		s->t->cells[c].status = fixed[c] != CELL_VISIBLE ? fixed[c]
					: whole_at(s->master, c) ? CELL_COMPLEMENTARY
								 : CELL_VISIBLE;
}

static relais_status rounds(search *s, const char *fixed, bool *scope, relais_error *err)
{
	for (int round = 0; round < ROUNDS_MAX; round++) {
		bool is_solved = whole_solve(s->master);
		size_t cuts;

		if (whole_lacks_memory(s->master) || lp_lacks_memory(s->room))
			return fail_memory(err);
		if (!is_solved)
			return fail_at(err, RELAIS_E_DATA, (place){ .rule = "unprotectable" },
				"no set of hidden cells protects this table: publish nothing of it");
		take_answer(s, fixed);
		cuts = line_cuts(s, fixed, scope);
		bound_room(s);
		for (size_t c = 0; c < s->t->count; c++)
			if (is_hidden(&s->t->cells[c]))
				cuts += room_cuts(s, c);
		if (!cuts && !lp_lacks_memory(s->room))
			return RELAIS_OK;
	}
	return fail_at(err, RELAIS_E_DATA, (place){ .rule = "no-optimum" },
		"no optimum found in %d rounds: the table is too large, take the heuristic",
		(int)ROUNDS_MAX);
}

/* The programs; false: no memory. */
static bool search_open(search *s, const char *fixed, bool by_count)
{
	tab *t = s->t;

	int *columns = calloc(t->count + 1, sizeof *columns);
	double *factors = calloc(t->count + 1, sizeof *factors);
	bool done;

	s->limit = 1;
	s->row = calloc(t->count + 1, sizeof *s->row);
	s->other = calloc(t->count + 1, sizeof *s->other);
	s->master = whole_new(t->count);
	s->room = lp_new(t->count, t->line_count);
	done = s->row && s->other && s->master && s->room && columns && factors;
	for (size_t i = 0; done && i < t->line_count; i++) {
		size_t n = inside_cells_of(t, &t->lines[i], columns, factors);

		lp_row(s->room, i, n, columns, factors);
		line_rows(s, &t->lines[i]);
	}
	free(columns);
	free(factors);
	if (!done)
		return false;
	for (size_t c = 0; c < t->count; c++) {
		double size = (double)t->cells[c].of.magnitude;

		s->limit += 4 * size + 4 * (double)rule_upper_need(s->rule, &t->cells[c].of);
		whole_cost(s->master, c, inside_weight(t, c) * (by_count ? 1 : 1 + size));
		if (fixed[c] != CELL_VISIBLE)
			whole_fix(s->master, c, true);
		else if (!t->cells[c].of.count)
			whole_fix(s->master, c, false);
	}
	return true;
}

relais_status tab_protect_best(tab *t, const secrecy_rule *rule,
	const tab_audit_options *options, bool by_count, relais_error *err)
{
	search s = { .t = t, .rule = rule, .options = options };
	relais_status rc = glpk_load(err);
	char *fixed;
	bool *scope;

	if (rc != RELAIS_OK)
		return rc;
	fixed = malloc(t->count + 1);
	scope = calloc(t->count + 1, sizeof *scope);
	tab_mark(t, rule);
	for (size_t c = 0; fixed && c < t->count; c++)
		fixed[c] = t->cells[c].status;
	if (fixed && scope && search_open(&s, fixed, by_count))
		rc = rounds(&s, fixed, scope, err);
	else
		rc = fail_memory(err);
	whole_free(s.master);
	lp_free(s.room);
	free(s.row);
	free(s.other);
	free(fixed);
	free(scope);
	return rc;
}
