/* SPDX-License-Identifier: MIT
 * Breaks, read once for a study, then those of an indicator put in order of units: what asks
 * for every unit of every period must not look at all of them.
 */
#include "breaks.h"

#include <stdlib.h>
#include <string.h>

#include "../../base/date.h"
#include "../../base/error.h"
#include "../sql.h"

enum { DEEPEST = 8 };

static relais_status add(breaks *b, size_t *room, const break_day *one, relais_error *err)
{
	if (b->count == *room) {
		size_t more = *room ? 2 * *room : 16;
		break_day *all = realloc(b->all, more * sizeof *all);

		if (!all)
			return fail_memory(err);
		b->all = all;
		*room = more;
	}
	b->all[b->count++] = *one;
	return RELAIS_OK;
}

/* A break of what the study does not know concerns nothing. */
static bool resolve(
	const stmt *q, const roster *offices, const catalogue *indicators, break_day *out)
{
	const char *code = stmt_text(q, 0), *about = stmt_text(q, 1);
	const char *day = stmt_text(q, 2);
	const office *o = *code ? roster_office(offices, code) : NULL;

	*out = (break_day){ .office = o ? o - offices->offices : -1,
		.what = catalogue_item(indicators, about, strlen(about)) };
	return (o || !*code) && out->what && day_read(day, strlen(day), &out->day);
}

relais_status breaks_load(breaks *b, relais_store *store, const roster *offices,
	const catalogue *indicators, int64_t known, relais_error *err)
{
	size_t room = 0;
	relais_status rc;
	stmt *q;

	*b = (breaks){ 0 };
	if ((rc = stmt_prepare(&q, store, SQL(breaks), err)) != RELAIS_OK)
		return rc;
	stmt_bind_int(q, ":known", known);
	while ((rc = stmt_step(q, err)) == RELAIS_OK) {
		break_day one;

		if (!resolve(q, offices, indicators, &one))
			continue;
		if (!(one.reason = arena_string(&b->memory, stmt_text(q, 3))))
			rc = fail_memory(err);
		if (rc != RELAIS_OK || (rc = add(b, &room, &one, err)) != RELAIS_OK)
			break;
	}
	stmt_free(q);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

void breaks_free(breaks *b)
{
	arena_free(&b->memory);
	free(b->all);
	*b = (breaks){ 0 };
}

static bool rests_on(const catalogue *c, const item *i, const item *other, int depth);

static bool formula_rests_on(
	const catalogue *c, const char *formula, const item *other, int depth)
{
	term t;

	while (formula_next(&formula, &t)) {
		const item *part = t.is_register ? NULL : catalogue_item(c, t.code, t.length);

		if (part && rests_on(c, part, other, depth + 1))
			return true;
	}
	return false;
}

/* Is it computed from the other one, as frame_read does? */
static bool rests_on(const catalogue *c, const item *i, const item *other, int depth)
{
	const indicator *a = &i->about;

	if (i == other)
		return true;
	if (depth == DEEPEST)
		return false;
	if (a->derived && a->numerator && formula_rests_on(c, a->numerator, other, depth))
		return true;
	if (i->over_offices == RULE_RATIO && a->denominator &&
		formula_rests_on(c, a->denominator, other, depth))
		return true;
	return i->over_offices == RULE_WMEAN && a->weight &&
	       formula_rests_on(c, a->weight, other, depth);
}

static int by_unit(const void *a, const void *b)
{
	const unit_break *x = a, *y = b;

	if (x->unit != y->unit)
		return x->unit < y->unit ? -1 : 1;
	return x->day == y->day ? 0 : x->day < y->day ? -1 : 1;
}

relais_status unit_breaks_find(unit_breaks *out, const breaks *b, const catalogue *indicators,
	const item *i, const perimeter *units, relais_error *err)
{
	*out = (unit_breaks){ 0 };
	for (size_t n = 0; n < b->count; n++) {
		const break_day *d = &b->all[n];
		int32_t unit = d->office < 0 ? -1
			       : units       ? units->unit_of[d->office]
					     : (int32_t)d->office;

		if ((d->office >= 0 && unit < 0) || !rests_on(indicators, i, d->what, 0))
			continue;
		if (!out->all && !(out->all = calloc(b->count, sizeof *out->all)))
			return fail_memory(err);
		out->all[out->count++] = (unit_break){ unit, d->day, d->reason };
	}
	if (out->count)
		qsort(out->all, out->count, sizeof *out->all, by_unit);
	return RELAIS_OK;
}

void unit_breaks_free(unit_breaks *b)
{
	free(b->all);
	*b = (unit_breaks){ 0 };
}

/* The first at or after a unit's day. */
static size_t lower_bound(const unit_breaks *b, int32_t unit, relais_day day)
{
	const unit_break key = { unit, day, NULL };
	size_t low = 0, high = b->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (by_unit(&b->all[middle], &key) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

const unit_break *unit_breaks_in(
	const unit_breaks *b, size_t unit, relais_day first, relais_day last)
{
	const int32_t whose[] = { -1, (int32_t)unit };
	const unit_break *found = NULL;

	for (size_t n = 0; b->count && n < 2; n++) {
		size_t at = lower_bound(b, whose[n], first);
		const unit_break *one = &b->all[at];

		if (at < b->count && one->unit == whose[n] && one->day <= last &&
			(!found || one->day < found->day))
			found = one;
	}
	return found;
}
