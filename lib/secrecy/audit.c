/* SPDX-License-Identifier: MIT
 * The audit of a table: the intervals of its hidden cells, and which are too narrow.
 */
#include "proof.h"

#include <late/glpk.h>
#include <math.h>

#include "../base/error.h"

const tab_audit_options tab_audit_usual = { { 10, 0 }, false, false };

static int64_t whole(double x)
{
	return x >= 9.2e18 ? INT64_MAX : x <= -9.2e18 ? INT64_MIN : (int64_t)llround(x);
}

static void set_bounds(tab_cell *c, const part_proof *part, const unknown *u)
{
	c->has_high = u->highest < part->limit / 2;
	c->has_low = u->lowest > -part->limit / 2;
	c->high = whole(u->value + u->highest);
	c->low = whole(u->value + u->lowest);
	c->is_exposed = !unknown_is_safe(u);
}

relais_status tab_audit(tab *t, const secrecy_rule *rule, const tab_audit_options *options,
	size_t *exposed, relais_error *err)
{
	relais_status rc = glpk_load(err);
	proof *p;
	bool failed, lacks_memory;

	if (rc != RELAIS_OK)
		return rc;
	if (!(p = proof_new(t, rule, options)))
		return fail_memory(err);
	*exposed = proof_run(p);
	if (options->to_the_ends)
		proof_bounds(p);
	for (size_t c = 0; c < t->count; c++)
		t->cells[c].is_exposed = false;
	for (size_t i = 0; i < p->count; i++)
		for (size_t c = 0; c < p->parts[i].count; c++) {
			const unknown *u = &p->parts[i].unknowns[c];

			set_bounds(&t->cells[u->cell], &p->parts[i], u);
		}
	failed = p->failed;
	lacks_memory = p->lacks_memory;
	proof_free(p);
	if (lacks_memory)
		return fail_memory(err);
	if (failed)
		return fail(err, RELAIS_E_DATA,
			"the linear program of the audit has no answer: nothing is proven, publish nothing of this table");
	return RELAIS_OK;
}

static bool any_exposed(const tab *t, const line *l)
{
	bool found = t->cells[l->total].is_exposed;

	for (uint32_t p = 0; p < l->count; p++)
		found = found || t->cells[t->parts[l->first + p]].is_exposed;
	return found;
}

size_t tab_check_unions(tab *t, const secrecy_rule *rule, tab_bad_union *tell, void *self)
{
	size_t bad = 0;

	for (size_t i = 0; i < t->line_count; i++) {
		const line *l = &t->lines[i];

		if (any_exposed(t, l) || !inside_line_breaks(t, rule, l))
			continue;
		bad++;
		tell(self, l->total);
	}
	return bad;
}
