/* SPDX-License-Identifier: MIT
 * Sums of the counters, and the cells that tell them.
 */
#include "../../base/error.h"
#include "points.h"

bool sums_of_point(const points *p, size_t at, sums_of *s)
{
	*s = (sums_of){ .points = p->points[at] ? p->points[at] : 1 };
	return points_sum(p, at, FLOW_COUNTER, FLOWS, &s->counter) &&
	       points_sum(p, at, FLOW_OUTSIDE, FLOWS, &s->outside) &&
	       points_sum(p, at, FLOW_HOURS, FLOWS, &s->hours) &&
	       points_sum(p, at, FLOW_COUNTER, FLOW_HOURS, &s->with_hours) &&
	       points_sum(p, at, FLOW_OUTSIDE, FLOW_COUNTER, &s->with_outside);
}

bool sums_in_place(const points *p, size_t at, sums_of *s)
{
	sums_of whole;

	if (!p->points[at])
		return sums_of_point(p, at, s);
	*s = (sums_of){ 0 };
	if (p->outside[at])
		return true;
	if (!sums_of_point(p, at, &whole))
		return false;
	s->outside = whole.outside;
	s->with_outside = whole.with_outside;
	return true;
}

bool sums_of_add(sums_of *to, const sums_of *more)
{
	to->points += more->points;
	return points_add(&to->counter, &more->counter) &&
	       points_add(&to->outside, &more->outside) &&
	       points_add(&to->hours, &more->hours) &&
	       points_add(&to->with_hours, &more->with_hours) &&
	       points_add(&to->with_outside, &more->with_outside);
}

const char *points_commune(const points *p, size_t at)
{
	const roster *r = &p->study->offices;
	const office *o = &r->offices[at];

	return o->commune || o->office_of < 0 ? o->commune : r->offices[o->office_of].commune;
}

relais_status sums_too_large(relais_error *err)
{
	return fail(err, RELAIS_E_DATA, "the sums of the counters do not fit in 64 bits");
}

relais_status sums_of_all(const points *p, sums_of *all, relais_error *err)
{
	*all = (sums_of){ 0 };
	for (size_t at = 0; at < p->study->offices.count; at++) {
		sums_of one;

		if (points_has(p, at) &&
			(!sums_in_place(p, at, &one) || !sums_of_add(all, &one)))
			return sums_too_large(err);
	}
	return RELAIS_OK;
}

void say_sum(rowlist *list, const points *p, flow f, const pair_sum *s)
{
	if (s->months)
		rowlist_number(list, (number){ s->a, p->sent[f].a_decimals });
	else
		rowlist_null(list);
}

void say_fraction(rowlist *list, fraction f)
{
	number n;

	if (fraction_round(f, 6, &n))
		rowlist_number(list, n);
	else
		rowlist_null(list);
}

void say_share(rowlist *list, int64_t some, int64_t whole)
{
	say_fraction(list, fraction_times(fraction_of(some, whole), 100));
}

void say_per_hour(rowlist *list, const points *p, const pair_sum *s)
{
	number n;

	if (points_quotient(p, FLOW_COUNTER, FLOW_HOURS, s, &n))
		rowlist_number(list, n);
	else
		rowlist_null(list);
}

/* Of all that were met, those outside the walls. */
void say_outside(rowlist *list, const points *p, const sums_of *s)
{
	int64_t all = s->with_outside.a;

	say_sum(list, p, FLOW_OUTSIDE, &s->outside);
	if (s->with_outside.months && number_add(&all, s->with_outside.b))
		say_share(list, s->with_outside.a, all);
	else
		rowlist_null(list);
}
