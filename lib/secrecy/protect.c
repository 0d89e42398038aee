/* SPDX-License-Identifier: MIT
 * The whole of it: mark, protect line by line, audit, hide more where the audit says so, until it
 * passes; then show again whatever the others are safe without, the largest first.
 */
#include "proof.h"

#include <stdlib.h>

#include "../base/error.h"
#include "extend.h"

typedef struct task {
	tab *t;
	const secrecy_rule *rule;
	const tab_audit_options *options;
	extension more; /* its program is made when first needed */
} task;

/* Hides more for every exposed cell; the number of cells it hid. */
static size_t hide_for_exposed(task *k, const proof *p, bool *no_memory)
{
	size_t hidden = 0;

	if (!k->more.program && !extension_open(&k->more, k->t, k->options, false)) {
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
	return hidden;
}

/* Lines, audit, more, until the audit passes: then its proof. */
static relais_status settle(task *k, proof **out, relais_error *err)
{
	bool no_memory = false;

	for (;;) {
		relais_status rc = tab_suppress(k->t, k->rule, err);
		proof *p = rc == RELAIS_OK ? proof_new(k->t, k->rule, k->options) : NULL;
		size_t exposed, hidden;

		if (rc != RELAIS_OK)
			return rc;
		if (!p)
			return fail_memory(err);
		exposed = proof_run(p);
		if (!exposed && !p->failed) {
			*out = p;
			return RELAIS_OK;
		}
		hidden = exposed ? hide_for_exposed(k, p, &no_memory) : 0;
		proof_free(p);
		if (no_memory)
			return fail_memory(err);
		if (!hidden)
			return fail_at(err, RELAIS_E_DATA, (place){ .rule = "unprotectable" },
				"hiding every cell that can be hidden still gives away %zu: publish nothing of this table",
				exposed);
	}
}

typedef struct candidate {
	int64_t magnitude;
	size_t cell;
} candidate;

static int larger_first(const void *a, const void *b)
{
	const candidate *x = a, *y = b;

	if (x->magnitude != y->magnitude)
		return x->magnitude < y->magnitude ? 1 : -1;
	return x->cell < y->cell ? 1 : -1;
}

static relais_status show_again(task *k, proof *p, const char *before, relais_error *err)
{
	tab *t = k->t;
	candidate *list = calloc(t->count + 1, sizeof *list);
	size_t count = 0;

	if (!list)
		return fail_memory(err);
	for (size_t c = 0; c < t->count; c++)
		if (t->cells[c].status == CELL_COMPLEMENTARY && before[c] == CELL_VISIBLE)
			list[count++] = (candidate){ t->cells[c].of.magnitude, c };
	qsort(list, count, sizeof *list, larger_first);
	for (size_t i = 0; i < count; i++) {
		tab_cell *c = &t->cells[list[i].cell];

		c->status = CELL_VISIBLE;
		if (!inside_lines_hold(t, k->rule, list[i].cell) ||
			!proof_without(p, list[i].cell))
			c->status = CELL_COMPLEMENTARY;
	}
	free(list);
	return RELAIS_OK;
}

relais_status tab_protect(
	tab *t, const secrecy_rule *rule, const tab_audit_options *options, relais_error *err)
{
	task k = { t, rule, options, { 0 } };
	char *before = malloc(t->count + 1);
	proof *p = NULL;
	relais_status rc;

	if (!before)
		return fail_memory(err);
	tab_mark(t, rule);
	for (size_t c = 0; c < t->count; c++)
		before[c] = t->cells[c].status;
	rc = settle(&k, &p, err);
	if (rc == RELAIS_OK)
		rc = show_again(&k, p, before, err);
	proof_free(p);
	extension_close(&k.more);
	free(before);
	return rc;
}
