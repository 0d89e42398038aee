/* SPDX-License-Identifier: MIT
 * Coverage needs to know how large the silent ones are. When the year before is empty, their
 * last known twelve months say it; failing that, their staff.
 */
#include "weights.h"

#include <stdlib.h>
#include <string.h>

#include "../../base/error.h"

static int64_t size_of(const item *i, const cell *c)
{
	int64_t size = i->over_offices == RULE_SUM ? c->a : c->b;

	return size < 0 ? -size : size;
}

/* The latest year's worth of consecutive periods that are all collected. */
static int64_t last_year_of(const item *i, const frame *f, size_t unit)
{
	static const size_t in_a_year[] = { 12, 4, 2, 1 };
	size_t wanted = i->over_time == TIME_LAST ? 1 : in_a_year[f->length];
	size_t run = 0;
	int64_t total = 0;

	for (size_t step = f->steps; step-- > 0;) {
		const cell *c = frame_cell(f, step, unit);

		if (!state_is_collected(c->state) || !number_add(&total, size_of(i, c))) {
			run = 0;
			total = 0;
		} else if (++run == wanted) {
			return total;
		}
	}
	return 0;
}

/* Everything known of an indicator, by unit; what the lens already holds is not read again. */
static relais_status read_all(frame *all, const lens *l, const feed *s, catalogue *c,
	const item *i, const perimeter *units, relais_error *err)
{
	const relais_span held = l->now.window.span;
	item asked = *i; /* keeps its reach; a share of two is no item of the catalogue */
	reach r;
	relais_status rc = catalogue_reach(c, &asked, &r, err);

	*all = (frame){ 0 };
	if (rc != RELAIS_OK || !r.span.from)
		return rc;
	if (i == l->what && l->now.length == r.length && held.from <= r.span.from &&
		held.to >= r.span.to) {
		*all = l->now;
		return RELAIS_OK;
	}
	if ((rc = frame_read(all, s, i, (window){ r.span, false }, err)) != RELAIS_OK)
		return rc;
	if ((rc = frame_fold(all, s->offices, units, NULL, err)) != RELAIS_OK)
		frame_free(all);
	return rc;
}

relais_status lens_weights(lens *l, const feed *s, catalogue *c, const perimeter *units,
	int which, const int64_t **out, relais_error *err)
{
	const item *i = which == WEIGHTS_STAFF
				? catalogue_item(c, "etp_total", strlen("etp_total"))
				: l->what;
	relais_status rc = RELAIS_OK;
	frame all = { 0 };

	*out = l->weights[which];
	if (l->weights_known[which] || !i)
		return RELAIS_OK;
	if (!l->weights[which] &&
		!(l->weights[which] = calloc(units->units + 1, sizeof **l->weights)))
		return fail_memory(err);
	if (i->about.has_data)
		rc = read_all(&all, l, s, c, i, units, err);
	for (size_t u = 0; rc == RELAIS_OK && u < units->units && all.cells; u++)
		l->weights[which][u] = last_year_of(i, &all, u);
	if (all.cells != l->now.cells)
		frame_free(&all);
	l->weights_known[which] = rc == RELAIS_OK;
	*out = l->weights[which];
	return rc;
}
