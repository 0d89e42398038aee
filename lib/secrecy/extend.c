/* SPDX-License-Identifier: MIT
 * The program of Kelly, Golden and Assad (1992): least cost of a deviation, where moving what is
 * hidden costs next to nothing and moving what is shown costs what hiding it would lose.
 */
#include "extend.h"

#include <math.h>
#include <stdlib.h>

static void bound_cell(extension *e, size_t cell)
{
	const tab_cell *c = &e->t->cells[cell];
	double room = e->is_signed ? e->limit : (double)c->value;

	lp_bound(e->program, 2 * cell, 0, c->of.count ? e->limit : 0);
	lp_bound(e->program, 2 * cell + 1, 0, c->of.count ? room : 0);
}

/* What hiding the cell loses, for each unit it can be of use: a small one cannot go down by much. */
static void price_cell(extension *e, size_t cell, double need)
{
	const tab_cell *c = &e->t->cells[cell];
	double size = (double)c->of.magnitude, use = size < need ? size : need;
	double lost = e->by_count ? 1 + 1e-6 * log1p(size) : 1 + size;

	lost *= inside_weight(e->t, cell);
	if (e->t->avoid && e->t->avoid[cell])
		lost *= 100;
	if (is_hidden(c))
		lost *= 1e-6;
	lp_cost(e->program, 2 * cell, lost / need);
	lp_cost(e->program, 2 * cell + 1, lost / (use > 1 ? use : 1));
}

static bool make_rows(extension *e)
{
	const tab *t = e->t;
	int *columns = calloc(2 * t->count + 2, sizeof *columns);
	double *factors = calloc(2 * t->count + 2, sizeof *factors);
	bool done = columns && factors;

	for (size_t i = 0; done && i < t->line_count; i++) {
		const line *l = &t->lines[i];
		size_t n = 0;

		for (uint32_t p = 0; p <= l->count && n + 2 <= 2 * t->count + 2; p++) {
			uint32_t c = p < l->count ? t->parts[l->first + p] : l->total;

			columns[n] = (int)(2 * c);
			factors[n++] = p < l->count ? 1 : -1;
			columns[n] = (int)(2 * c + 1);
			factors[n++] = p < l->count ? -1 : 1;
		}
		lp_row(e->program, i, n, columns, factors);
	}
	free(columns);
	free(factors);
	return done && !lp_lacks_memory(e->program);
}

bool extension_open(extension *e, tab *t, const tab_audit_options *options, bool by_count)
{
	*e = (extension){ .t = t, .is_signed = options->is_signed, .by_count = by_count };
	e->limit = 1;
	for (size_t c = 0; c < t->count; c++)
		e->limit += 4 * fabs((double)t->cells[c].value);
	e->program = lp_new(2 * t->count, t->line_count);
	if (!e->program || !make_rows(e)) {
		extension_close(e);
		return false;
	}
	for (size_t c = 0; c < t->count; c++)
		bound_cell(e, c);
	return true;
}

void extension_close(extension *e)
{
	lp_free(e->program);
	e->program = NULL;
}

size_t extension_hide(extension *e, size_t cell, double need, int sign)
{
	size_t up = 2 * cell + (sign < 0), down = 2 * cell + (sign > 0), hidden = 0;
	bool found;

	for (size_t c = 0; c < e->t->count; c++)
		price_cell(e, c, need);
	lp_bound(e->program, up, need, need);
	lp_bound(e->program, down, 0, 0);
	found = lp_cheapest(e->program);
	for (size_t c = 0; found && c < e->t->count; c++) {
		double moved = lp_at(e->program, 2 * c) - lp_at(e->program, 2 * c + 1);

		if (fabs(moved) < 1e-6 || is_hidden(&e->t->cells[c]))
			continue;
		e->t->cells[c].status = CELL_COMPLEMENTARY;
		hidden++;
	}
	bound_cell(e, cell);
	return hidden;
}
