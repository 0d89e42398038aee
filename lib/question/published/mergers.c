/* SPDX-License-Identifier: MIT
 * What a merger takes from figures that were told before it: counted with the office that goes on,
 * one of two is no longer in a total when the other's figure is missing, and leaves the territory it
 * was in. The total before less the total after is then its figure (C3.5).
 */
#include <stdlib.h>
#include <string.h>

#include "../../base/error.h"
#include "../measure/frame.h"

/* A unit in one period. */
typedef struct union_of {
	bool is_merged, lacks; /* the figure of one that was there */
	relais_day since;
} union_of;

static bool has_other_place(const office *o, const office *root)
{
	for (int k = KEY_TERRITORY; k < ATTRIBUTES; k++) {
		const char *a = o->attribute[k], *b = root->attribute[k];

		if ((a == NULL) != (b == NULL) || (a && strcmp(a, b) != 0))
			return true;
	}
	return false;
}

static void look(
	const frame *f, size_t step, const roster *r, const perimeter *units, union_of *all)
{
	relais_period p = frame_period(f, step);
	relais_day first = period_first_day(p), last = period_last_day(p);

	memset(all, 0, units->units * sizeof *all);
	for (size_t o = 0; o < r->count; o++) {
		const office *one = &r->offices[o];
		const cell *c = frame_cell(f, step, o);
		union_of *u = units->unit_of[o] < 0 ? NULL : &all[units->unit_of[o]];

		if (!u || !office_is_active(one, first, last))
			continue;
		u->lacks = u->lacks ||
			   (state_is_expected(c->state) && !state_is_collected(c->state));
		if (units->root[units->unit_of[o]] == o)
			continue;
		u->is_merged = true;
		if (one->closed > u->since)
			u->since = one->closed;
	}
}

static bool note(
	frame *f, size_t step, const roster *r, const perimeter *units, const union_of *all)
{
	relais_period p = frame_period(f, step);

	for (size_t o = 0; o < r->count; o++) {
		const cell *c = frame_cell(f, step, o);
		int32_t at = units->unit_of[o];
		const union_of *u = at < 0 ? NULL : &all[at];
		move one = { .period = p, .column = (uint32_t)o, .magnitude = llabs(c->a) };

		if (!u || !u->is_merged || !state_is_collected(c->state))
			continue;
		if (!u->lacks && !has_other_place(&r->offices[o], &r->offices[units->root[at]]))
			continue;
		one.turn = (uint32_t)u->since;
		one.is_place_only = !u->lacks;
		if (!moves_add(&f->moves, &one))
			return false;
	}
	return true;
}

relais_status frame_merged(
	frame *f, const roster *offices, const perimeter *units, relais_error *err)
{
	union_of *all = calloc(units->units + 1, sizeof *all);
	bool fits = all != NULL;

	for (size_t step = 0; fits && step < f->steps; step++) {
		look(f, step, offices, units, all);
		fits = note(f, step, offices, units, all);
	}
	free(all);
	if (fits && (f->told = calloc(f->steps * f->width + 1, sizeof *f->told)))
		memcpy(f->told, f->cells, f->steps * f->width * sizeof *f->told);
	return f->told ? RELAIS_OK : fail_memory(err);
}
