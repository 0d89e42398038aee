/* SPDX-License-Identifier: MIT
 * The audit of a table: the intervals of its hidden cells, and which are too narrow.
 */
#include "proof.h"

#include <math.h>

#include "../base/error.h"

const tab_audit_options tab_audit_usual = { { 10, 0 }, false, false };

static int64_t whole(double x)
{
	return x >= 9.2e18 ? INT64_MAX : x <= -9.2e18 ? INT64_MIN : (int64_t)llround(x);
}

static void tell(tab_cell *c, const part_proof *part, const unknown *u)
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
	proof *p = proof_new(t, rule, options);
	bool failed;

	if (!p)
		return fail_memory(err);
	*exposed = proof_run(p);
	if (options->to_the_ends)
		proof_bounds(p);
	for (size_t c = 0; c < t->count; c++)
		t->cells[c].is_exposed = false;
	for (size_t i = 0; i < p->count; i++)
		for (size_t c = 0; c < p->parts[i].count; c++) {
			const unknown *u = &p->parts[i].unknowns[c];

			tell(&t->cells[u->cell], &p->parts[i], u);
		}
	failed = p->failed;
	proof_free(p);
	if (failed)
		return fail(err, RELAIS_E_DATA,
			"the linear program of the audit has no answer: nothing is proven, publish nothing of this table");
	return RELAIS_OK;
}
