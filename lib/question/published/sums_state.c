/* SPDX-License-Identifier: MIT
 * One state of a month of a sum: what each office has, in the total and beside it.
 */
#include <stdlib.h>

#include "sums_inside.h"

void sum_look(mask *m, relais_period p)
{
	size_t step = (size_t)frame_step(&m->of->shape, p) * m->width;
	dated_period when = dated(p);

	for (size_t o = 0; o < m->width; o++)
		m->counts[o] = study_hides(m->s, o, &when);
	for (size_t k = 0; k < m->of->terms; k++)
		for (size_t o = 0; o < m->width; o++) {
			const sum_term *t = &m->of->term[k];

			m->now[k * m->width + o] = t->magnitude[step + o];
			m->is_there[k * m->width + o] = t->is_there[step + o] && m->counts[o];
		}
}

/* A figure that came from a term's own formula is taken as not there before. */
void sum_take_back(mask *m, const move *one)
{
	for (size_t k = 0; k < m->of->terms; k++) {
		size_t at = k * m->width + one->column;
		const item *what = m->of->term[k].what;

		if (what->about.id == one->indicator) {
			m->now[at] = llabs(one->from);
			m->is_there[at] = one->was_there && m->counts[one->column];
		} else if (what->about.derived)
			m->is_there[at] = false;
	}
}

/* Is the office in the total? All it must send is there. */
static bool is_whole(const mask *m, size_t o, relais_day first)
{
	for (size_t k = 0; k < m->of->terms; k++) {
		const sum_term *t = &m->of->term[k];

		if (!sum_has(m, k, o) && !(t->is_optional && first < t->since[o]))
			return false;
	}
	return true;
}

void sum_add(int64_t *to, int64_t more)
{
	if (__builtin_add_overflow(*to, more, to))
		*to = INT64_MAX;
}

void sum_settle(mask *m, relais_period p)
{
	relais_day first = period_first_day(p);

	for (size_t o = 0; o < m->width; o++) {
		had *to = &m->total[o];

		*to = (had){ .is_in_total = m->counts[o] && is_whole(m, o, first) };
		for (size_t k = 0; to->is_in_total && k < m->of->terms; k++)
			if (sum_has(m, k, o))
				sum_add(&to->total, m->now[k * m->width + o]);
	}
}

/* What is left when all but the terms of `set` are told. False: nothing. */
bool sum_rest(const mask *m, const bool *set, size_t o, int64_t *out)
{
	bool is_whole_one = m->total[o].is_in_total, is_any = false;

	*out = 0;
	for (size_t k = 0; k < m->of->terms; k++)
		if (sum_has(m, k, o) && set[k] == is_whole_one) {
			sum_add(out, m->now[k * m->width + o]);
			is_any = true;
		}
	return is_any;
}

void sum_add_part(part *p, int64_t value)
{
	p->count++;
	sum_add(&p->magnitude, value);
	if (value > p->largest)
		p->largest = value;
}

bool sum_is_secret(const mask *m, const part *p)
{
	return p->count > 0 && part_is_secret(&m->s->gates.secrecy, p);
}

bool sum_term_of(const mask *m, size_t o, size_t k, int64_t *out)
{
	*out = m->now[k * m->width + o];
	return sum_has(m, k, o);
}

bool sum_left_of(const mask *m, size_t o, size_t k, int64_t *out)
{
	(void)k;
	return sum_rest(m, m->in_no_group, o, out);
}

part sum_of_term(const mask *m, size_t k)
{
	part p = { 0 };

	for (size_t o = 0; o < m->width; o++)
		if (sum_has(m, k, o))
			sum_add_part(&p, m->now[k * m->width + o]);
	return p;
}
