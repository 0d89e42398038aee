/* SPDX-License-Identifier: MIT
 * Sessions and people into the sums of a line.
 */
#include <string.h>

#include "lineup_inside.h"

bool course_is_off(const course *c)
{
	return strcmp(c->state, "annule") == 0;
}

amount course_cost(const course *c)
{
	if (!c->teaching.is_known)
		return (amount){ 0, false };
	return (amount){ c->teaching.units + c->others.units, true };
}

amount course_remaining(const course *c)
{
	amount left = course_cost(c);

	for (int f = 0; f < FUNDERS && left.is_known; f++)
		left.units -= c->paid[f].units;
	if (left.units < 0)
		left.units = 0;
	return left;
}

bool course_is_eligible(const training *t, const course *c)
{
	int64_t people = 0, private = 0, public = 0;

	for (size_t i = c->first; i < c->first + c->count; i++) {
		const seating *e = &t->seatings[i];

		people += e->enrolled;
		private += strcmp(e->regime, "prive") == 0 ? e->enrolled : 0;
		public += strcmp(e->regime, "public") == 0 ? e->enrolled : 0;
	}
	return people == 0 || ((c->paid[FUNDER_OPCO].units == 0 || private > 0) &&
				      (c->paid[FUNDER_CNFPT].units == 0 || public > 0));
}

static bool add_times(int64_t *sum, int64_t a, int64_t b)
{
	int64_t product;

	return !__builtin_mul_overflow(a, b, &product) && number_add(sum, product);
}

bool line_add_course(line *l, const training *t, const course *c)
{
	bool is_unattended = course_is_unattended(c), fits = true;
	int64_t people = 0;

	for (size_t i = c->first; i < c->first + c->count; i++)
		people += t->seatings[i].came;
	l->sessions++;
	l->unattended += is_unattended;
	l->lacks = l->lacks || !c->teaching.is_known || c->seats < 0 || is_unattended;
	l->is_overfull = l->is_overfull || (c->seats >= 0 && people > c->seats);
	l->is_ineligible = l->is_ineligible || (!course_is_off(c) && !course_is_eligible(t, c));
	l->seats += c->seats > 0 ? c->seats : 0;
	if (c->seats >= 0 && !is_unattended) {
		l->offered += c->seats;
		l->seated += people;
	}
	for (int f = 0; f < FUNDERS; f++)
		fits = fits && amount_add(&l->paid[f], c->paid[f]);
	if (c->satisfaction.is_known) {
		l->answers += c->answers;
		fits = fits && add_times(&l->marks, c->satisfaction.units, c->answers);
	}
	return fits && amount_add(&l->days, c->days) && amount_add(&l->teaching, c->teaching) &&
	       (!c->teaching.is_known || amount_add(&l->others, c->others)) &&
	       amount_add(&l->cost, course_cost(c)) &&
	       amount_add(&l->remaining, course_remaining(c));
}

bool line_add_people(line *l, const seating *e)
{
	if (e->came == 0)
		return true;
	l->lacks = l->lacks || !e->hours.is_known;
	l->hours.is_known = l->hours.is_known || e->hours.is_known;
	return number_add(&l->trainees, e->came) &&
	       (!e->hours.is_known || add_times(&l->hours.units, e->came, e->hours.units));
}

static void contribute(contributors *c, int64_t value)
{
	c->count++;
	c->magnitude += value; /* fits: the line's own sum does */
	if (value > c->largest) {
		c->second = c->largest;
		c->largest = value;
	} else if (value > c->second) {
		c->second = value;
	}
}

void line_add_office(line *l, int64_t trainees, int64_t hours)
{
	l->offices++;
	contribute(&l->by_trainees, trainees);
	contribute(&l->by_hours, hours);
}
