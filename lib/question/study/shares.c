/* SPDX-License-Identifier: MIT
 * The past of an office that split, shared out by the percents its event declares: a figure of
 * before goes to the parts, and from them to what they split into in their turn. What is
 * shared out is no figure anybody sent, and says so.
 */
#include <stdlib.h>

#include "../../base/period.h"
#include "../measure/frame.h"
#include "splits.h"

enum { DEEPEST = 8, MOST_PARTS = 64 };

static bool place(cell *to, const cell *own, size_t of, const perimeter *units, relais_period p,
	bool shares, int depth);

/* Is a figure of this period one of before? In the very period of the split it is, for an office
 * that ended there. */
static bool is_before(const split *s, const perimeter *units, relais_period p)
{
	return s->is_declared && s->count <= MOST_PARTS && s->day <= units->day &&
	       period_first_day(p) < s->day && (s->is_whole || period_last_day(p) < s->day);
}

static bool place_parts(
	cell *to, cell *own, const split *s, const perimeter *units, relais_period p, int depth)
{
	int64_t a[MOST_PARTS];
	int64_t kept = split_value(s, own->a, a);

	for (size_t i = 0; i < s->count; i++) {
		cell piece = *own;

		piece.a = a[i];
		piece.is_shared = true;
		if (!place(to, &piece, s->parts[i].office, units, p, true, depth + 1))
			return false;
	}
	own->a = kept;
	own->is_shared = true;
	if (s->is_whole)
		*own = (cell){ .state = STATE_INACTIVE };
	return true;
}

static bool place_whole(cell *to, const cell *own, size_t of, const perimeter *units)
{
	cell *unit = units->unit_of[of] < 0 ? NULL : &to[units->unit_of[of]];

	if (!unit)
		return true;
	if (own->state == STATE_NOT_CONCERNED && unit->state == STATE_INACTIVE)
		unit->state = STATE_NOT_CONCERNED;
	return cell_join(unit, own);
}

static bool place(cell *to, const cell *own, size_t of, const perimeter *units, relais_period p,
	bool shares, int depth)
{
	cell kept = *own;
	const split *s = shares && depth < DEEPEST ? split_of(units->splits, of, NULL) : NULL;

	for (; s; s = split_of(units->splits, of, s))
		if (is_before(s, units, p) && !place_parts(to, &kept, s, units, p, depth))
			return false;
	return place_whole(to, &kept, of, units);
}

bool cell_place(cell *to, const cell *own, size_t of, const perimeter *units, relais_period p,
	bool shares)
{
	return shares ? place(to, own, of, units, p, shares, 0)
		      : place_whole(to, own, of, units);
}
