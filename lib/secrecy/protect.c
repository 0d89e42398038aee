/* SPDX-License-Identifier: MIT
 * The whole of it: mark, protect line by line, audit, hide more where the audit says so, until it
 * passes; then show again whatever the others are safe without. That is one plan. Small tables are worth
 * several: a part of the best plan is undone, its cells made dear, and protected anew;
 * what is better is kept. Chance is a fixed sequence, so that the same table always has the same plan.
 */
#include "proof.h"

#include <late/glpk.h>
#include <stdlib.h>
#include <string.h>

#include "../base/error.h"
#include "extend.h"

typedef struct plan {
	char *status; /* by cell */
	double count; /* complementary cells, a grand total for many */
	double value; /* hidden by them, likewise */
} plan;

typedef struct task {
	tab *t;
	const secrecy_rule *rule;
	const tab_audit_options *options;
	bool by_count;
	bool is_once; /* the first plan that passes is good enough */
	extension more; /* its program is made when first needed */
	char *before; /* status as marked */
	plan best;
	uint64_t chance;
} task;

static uint32_t below(task *k, uint32_t n)
{
	k->chance = k->chance * 6364136223846793005ULL + 1442695040888963407ULL;
	return (uint32_t)(k->chance >> 33) % n;
}

/* Hides more for every exposed cell; the number of cells it hid. */
static size_t hide_for_exposed(task *k, const proof *p, bool *no_memory)
{
	size_t hidden = 0;

	if (!k->more.program && !extension_open(&k->more, k->t, k->options, k->by_count)) {
		*no_memory = true;
		return 0;
	}
	for (size_t i = 0; i < p->count; i++)
		for (size_t c = 0; c < p->parts[i].count; c++) {
			const unknown *u = &p->parts[i].unknowns[c];

			if (unknown_is_safe(u))
				continue;
			if (u->up > 0 && u->up_by == NO_WITNESS)
				hidden += extension_hide(&k->more, u->cell, u->up, 1);
			if (!u->either && u->down > 0 && u->down_by == NO_WITNESS)
				hidden += extension_hide(&k->more, u->cell, u->down, -1);
		}
	*no_memory = lp_lacks_memory(k->more.program);
	return hidden;
}

/* One audit, and more hidden for what it finds exposed. RELAIS_END: nothing is: *out is the proof. */
static relais_status audit_and_hide(task *k, proof **out, size_t *hidden, relais_error *err)
{
	relais_status rc = glpk_load(err);
	bool no_memory = false;
	size_t exposed;
	proof *p;

	if (rc != RELAIS_OK)
		return rc;
	if (!(p = proof_new(k->t, k->rule, k->options)))
		return fail_memory(err);
	exposed = proof_run(p);
	if (!exposed && !p->failed) {
		*out = p;
		return RELAIS_END;
	}
	*hidden = exposed && !p->lacks_memory ? hide_for_exposed(k, p, &no_memory) : 0;
	no_memory = no_memory || p->lacks_memory;
	proof_free(p);
	if (no_memory)
		return fail_memory(err);
	if (*hidden)
		return RELAIS_OK;
	return fail_at(err, RELAIS_E_DATA, (place){ .rule = "unprotectable" },
		"hiding every cell that can be hidden still gives away %zu: publish nothing of this table",
		exposed);
}

/* Lines, audit, more, until the audit passes: then its proof. */
static relais_status settle(task *k, bool audit_first, proof **out, relais_error *err)
{
	size_t hidden;
	relais_status rc = RELAIS_OK;

	if (audit_first && (rc = audit_and_hide(k, out, &hidden, err)) == RELAIS_END) {
		proof_free(*out);
		*out = NULL;
	}
	while (rc == RELAIS_OK || rc == RELAIS_END) {
		if ((rc = tab_suppress(k->t, k->rule, err)) != RELAIS_OK)
			return rc;
		if ((rc = audit_and_hide(k, out, &hidden, err)) == RELAIS_END)
			return RELAIS_OK;
	}
	return rc;
}

typedef struct candidate {
	uint64_t weight;
	size_t cell;
} candidate;

static int heavier_first(const void *a, const void *b)
{
	const candidate *x = a, *y = b;

	if (x->weight != y->weight)
		return x->weight < y->weight ? 1 : -1;
	return x->cell < y->cell ? 1 : -1;
}

/* The complementary cells that are ours, the largest first or in an order of chance. */
static size_t list_ours(task *k, candidate *list, bool by_chance)
{
	size_t count = 0;

	for (size_t c = 0; c < k->t->count; c++) {
		const tab_cell *cell = &k->t->cells[c];

		if (cell->status != CELL_COMPLEMENTARY || k->before[c] != CELL_VISIBLE)
			continue;
		list[count++] = (candidate){
			by_chance ? below(k, 1 << 30) : (uint64_t)cell->of.magnitude, c
		};
	}
	qsort(list, count, sizeof *list, heavier_first);
	return count;
}

static void show_again(task *k, proof *p, candidate *list, bool by_chance)
{
	size_t count = list_ours(k, list, by_chance);

	for (size_t i = 0; i < count; i++) {
		tab_cell *c = &k->t->cells[list[i].cell];

		c->status = CELL_VISIBLE;
		if (!inside_lines_hold(k->t, k->rule, list[i].cell) ||
			!proof_without(p, list[i].cell))
			c->status = CELL_COMPLEMENTARY;
	}
}

static void keep_if_better(task *k, bool is_first)
{
	plan mine = { k->best.status, 0, 0 };
	bool fewer, less;

	for (size_t c = 0; c < k->t->count; c++)
		if (k->t->cells[c].status == CELL_COMPLEMENTARY) {
			double weight = inside_weight(k->t, c);

			mine.count += weight;
			mine.value += weight * (double)k->t->cells[c].of.magnitude;
		}
	fewer = mine.count < k->best.count;
	less = mine.value < k->best.value;
	if (!is_first && !(k->by_count ? fewer || (mine.count <= k->best.count && less)
				       : less || (mine.value <= k->best.value && fewer)))
		return;
	for (size_t c = 0; c < k->t->count; c++)
		mine.status[c] = k->t->cells[c].status;
	k->best = mine;
}

static relais_status try(
	task *k, candidate *list, bool audit_first, bool by_chance, relais_error *err)
{
	proof *p = NULL;
	relais_status rc = settle(k, audit_first, &p, err);

	if (rc == RELAIS_OK) {
		show_again(k, p, list, by_chance);
		if (p->lacks_memory)
			rc = fail_memory(err);
		else
			keep_if_better(k, !k->best.status[0]);
	}
	proof_free(p);
	return rc;
}

static void take_plan(task *k, const char *status)
{
	for (size_t c = 0; c < k->t->count; c++)
		k->t->cells[c].status = status[c];
}

/* Undoes the plan around one of its cells, and here and there. */
static void undo_some(task *k, candidate *list)
{
	tab *t = k->t;
	size_t count = list_ours(k, list, true), pivot;
	uint32_t share = 10 + below(k, 40);

	if (!count)
		return;
	pivot = list[0].cell;
	t->avoid[pivot] = true;
	for (size_t i = 0; i < count; i++)
		if (i == 0 || below(k, 100) < share) {
			t->cells[list[i].cell].status = CELL_VISIBLE;
			t->avoid[list[i].cell] = t->avoid[list[i].cell] || below(k, 3) == 0;
		}
	for (uint32_t i = t->in_start[pivot]; i < t->in_start[pivot + 1]; i++) {
		const line *l = &t->lines[t->in_line[i]];

		for (uint32_t n = 0; n < l->count; n++) {
			size_t c = t->parts[l->first + n];

			if (k->before[c] == CELL_VISIBLE)
				t->cells[c].status = CELL_VISIBLE;
		}
	}
}

/* How many plans are worth the time: some hundred for some hundred cells. */
static int rounds_of(size_t cells)
{
	return cells <= 200 ? 240 : cells <= 500 ? 120 : cells <= 1500 ? 24 : 0;
}

static relais_status improve(task *k, candidate *list, relais_error *err)
{
	int rounds = rounds_of(k->t->count);
	relais_status rc = RELAIS_OK;

	if (rounds && k->best.count > 1) {
		take_plan(k, k->before);
		rc = try(k, list, true, false, err);
	}
	for (int i = 0; i < rounds && rc == RELAIS_OK && k->best.count > 1; i++) {
		memset(k->t->avoid, 0, k->t->count * sizeof *k->t->avoid);
		take_plan(k, k->best.status);
		undo_some(k, list);
		rc = try(k, list, i % 2, i % 4 > 1, err);
	}
	return rc;
}

static relais_status protect(task *k, candidate *list, relais_error *err)
{
	relais_status rc;

	tab_mark(k->t, k->rule);
	for (size_t c = 0; c < k->t->count; c++)
		k->before[c] = k->t->cells[c].status;
	rc = try(k, list, false, false, err);
	if (rc == RELAIS_OK && !k->is_once)
		rc = improve(k, list, err);
	if (rc == RELAIS_OK)
		take_plan(k, k->best.status);
	return rc;
}

static relais_status protect_table(task *k, relais_error *err)
{
	tab *t = k->t;
	candidate *list = calloc(t->count + 1, sizeof *list);
	relais_status rc;

	k->before = calloc(t->count + 1, 1);
	k->best.status = calloc(t->count + 1, 1);
	t->avoid = calloc(t->count + 1, sizeof *t->avoid);
	if (list && k->before && k->best.status && t->avoid)
		rc = protect(k, list, err);
	else
		rc = fail_memory(err);
	extension_close(&k->more);
	free(list);
	free(k->before);
	free(k->best.status);
	free(t->avoid);
	t->avoid = NULL;
	return rc;
}

relais_status tab_protect(tab *t, const secrecy_rule *rule, const tab_audit_options *options,
	bool by_count, relais_error *err)
{
	task k = { .t = t, .rule = rule, .options = options, .by_count = by_count };

	return protect_table(&k, err);
}

relais_status tab_protect_once(
	tab *t, const secrecy_rule *rule, const tab_audit_options *options, relais_error *err)
{
	task k = {
		.t = t, .rule = rule, .options = options, .by_count = true, .is_once = true
	};

	return protect_table(&k, err);
}
