/* SPDX-License-Identifier: MIT
 * From the hidden cells of a table to the linear programs about them.
 */
#include "proof.h"

#include <math.h>
#include <stdlib.h>

void proof_needs(const tab_cell *c, const secrecy_rule *rule, const tab_audit_options *options,
	unknown *u)
{
	double value = fabs((double)c->value), scale = pow(10, options->margin.decimals);
	double margin = ceil(value * (double)options->margin.units / (100 * scale) - 1e-9);
	double rule_up = (double)rule_upper_need(rule, &c->of);

	*u = (unknown){ .value = (double)c->value, .up_by = NO_WITNESS, .down_by = NO_WITNESS };
	if (c->of.count == 0 || c->status == CELL_UNTOLD)
		return;
	if (margin < 1)
		margin = 1;
	u->either = c->status == CELL_COMPLEMENTARY;
	u->up = margin;
	u->down = value > 0 || options->is_signed ? margin : 0;
	if (u->either && value <= 0)
		u->up = u->down = 0;
	if (!u->either && rule_up > u->up)
		u->up = rule_up;
}

static uint32_t find(uint32_t *parent, uint32_t c)
{
	while (parent[c] != c)
		c = parent[c] = parent[parent[c]];
	return c;
}

/* The hidden cells of one line, joined. */
static void join_lines(const tab *t, uint32_t *parent)
{
	for (uint32_t c = 0; c < t->count; c++)
		parent[c] = c;
	for (size_t i = 0; i < t->line_count; i++) {
		const line *l = &t->lines[i];
		uint32_t first = UINT32_MAX;

		for (uint32_t p = 0; p <= l->count; p++) {
			uint32_t c = p < l->count ? t->parts[l->first + p] : l->total;

			if (!is_hidden(&t->cells[c]))
				continue;
			if (first == UINT32_MAX)
				first = c;
			parent[find(parent, c)] = find(parent, first);
		}
	}
}

/* Numbers the parts and the columns in them; false: no memory. */
static bool number_cells(proof *p, uint32_t *parent)
{
	tab *t = p->t;

	for (uint32_t c = 0; c < t->count; c++)
		if (is_hidden(&t->cells[c]) && find(parent, c) == c)
			p->part_of[c] = (uint32_t)p->count++;
	p->parts = calloc(p->count + 1, sizeof *p->parts);
	if (!p->parts)
		return false;
	for (uint32_t c = 0; c < t->count; c++)
		if (is_hidden(&t->cells[c])) {
			p->part_of[c] = p->part_of[find(parent, c)];
			p->column_of[c] = (uint32_t)p->parts[p->part_of[c]].count++;
		}
	return true;
}

static bool make_unknowns(proof *p, const secrecy_rule *rule, const tab_audit_options *options)
{
	for (size_t i = 0; i < p->count; i++) {
		part_proof *part = &p->parts[i];

		part->unknowns = calloc(part->count, sizeof *part->unknowns);
		part->words = (part->count + 63) / 64;
		part->limit = 1;
		if (!part->unknowns)
			return false;
	}
	for (uint32_t c = 0; c < p->t->count; c++) {
		part_proof *part;
		unknown *u;

		if (!is_hidden(&p->t->cells[c]))
			continue;
		part = &p->parts[p->part_of[c]];
		u = &part->unknowns[p->column_of[c]];
		proof_needs(&p->t->cells[c], rule, options, u);
		u->cell = c;
		part->limit += 4 * (fabs(u->value) + u->up);
	}
	return true;
}

/* The hidden cells of a line with their signs; their number. */
static size_t hidden_of(const proof *p, const line *l, int *columns, double *factors)
{
	const tab *t = p->t;
	size_t n = 0;

	for (uint32_t i = 0; i <= l->count; i++) {
		uint32_t c = i < l->count ? t->parts[l->first + i] : l->total;

		if (!is_hidden(&t->cells[c]))
			continue;
		columns[n] = (int)p->column_of[c];
		factors[n++] = i < l->count ? 1 : -1;
	}
	return n;
}

static uint32_t part_of_line(const proof *p, const line *l)
{
	for (uint32_t i = 0; i <= l->count; i++) {
		uint32_t c = i < l->count ? p->t->parts[l->first + i] : l->total;

		if (is_hidden(&p->t->cells[c]))
			return p->part_of[c];
	}
	return UINT32_MAX;
}

static bool make_programs(proof *p, bool is_signed)
{
	const tab *t = p->t;
	int *columns = calloc(t->count + 1, sizeof *columns);
	double *factors = calloc(t->count + 1, sizeof *factors);
	size_t *row = calloc(p->count + 1, sizeof *row);
	bool done = columns && factors && row;

	for (size_t i = 0; done && i < t->line_count; i++) {
		uint32_t part = part_of_line(p, &t->lines[i]);

		if (part != UINT32_MAX)
			p->parts[part].rows++;
	}
	for (size_t i = 0; done && i < p->count; i++) {
		part_proof *part = &p->parts[i];

		done = (part->program = lp_new(part->count, part->rows)) != NULL;
		for (size_t c = 0; done && c < part->count; c++) {
			const unknown *u = &part->unknowns[c];
			bool is_none = t->cells[u->cell].of.count == 0;

			lp_bound(part->program, c,
				is_none     ? 0
				: is_signed ? -part->limit
					    : -u->value,
				is_none ? 0 : part->limit);
		}
	}
	for (size_t i = 0; done && i < t->line_count; i++) {
		uint32_t part = part_of_line(p, &t->lines[i]);

		if (part != UINT32_MAX)
			lp_row(p->parts[part].program, row[part]++,
				hidden_of(p, &t->lines[i], columns, factors), columns, factors);
	}
	for (size_t i = 0; done && i < p->count; i++)
		done = !lp_lacks_memory(p->parts[i].program);
	free(columns);
	free(factors);
	free(row);
	return done;
}

proof *proof_new(tab *t, const secrecy_rule *rule, const tab_audit_options *options)
{
	proof *p = calloc(1, sizeof *p);
	uint32_t *parent = calloc(t->count + 1, sizeof *parent);
	bool done = p && parent;

	if (done) {
		p->t = t;
		p->part_of = malloc((t->count + 1) * sizeof *p->part_of);
		p->column_of = malloc((t->count + 1) * sizeof *p->column_of);
		done = p->part_of && p->column_of;
	}
	if (done) {
		join_lines(t, parent);
		done = number_cells(p, parent) && make_unknowns(p, rule, options) &&
		       make_programs(p, options->is_signed);
	}
	free(parent);
	if (done)
		return p;
	proof_free(p);
	return NULL;
}

void proof_free(proof *p)
{
	if (!p)
		return;
	for (size_t i = 0; p->parts && i < p->count; i++) {
		lp_free(p->parts[i].program);
		free(p->parts[i].unknowns);
		free(p->parts[i].witnesses);
	}
	free(p->parts);
	free(p->part_of);
	free(p->column_of);
	free(p);
}
