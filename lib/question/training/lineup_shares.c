/* SPDX-License-Identifier: MIT
 * What each office has in one line: emptied by what was used, so that many lines of few offices
 * cost what they hold.
 */
#include <stdlib.h>

#include "lineup_inside.h"

bool shares_open(shares *s, size_t offices)
{
	*s = (shares){ .trainees = calloc(offices + 1, sizeof *s->trainees),
		.hours = calloc(offices + 1, sizeof *s->hours),
		.is_used = calloc(offices + 1, sizeof *s->is_used),
		.used = calloc(offices + 1, sizeof *s->used) };
	return s->trainees && s->hours && s->is_used && s->used;
}

void shares_close(shares *s)
{
	free(s->trainees);
	free(s->hours);
	free(s->is_used);
	free(s->used);
}

bool shares_add(shares *s, const seating *e)
{
	int64_t hours;

	if (e->came == 0)
		return true;
	if (!s->is_used[e->office])
		s->used[s->count++] = e->office;
	s->is_used[e->office] = true;
	s->trainees[e->office] += e->came;
	return !__builtin_mul_overflow(e->came, e->hours.units, &hours) &&
	       number_add(&s->hours[e->office], hours);
}

void shares_settle(shares *s, line *l)
{
	for (size_t i = 0; i < s->count; i++) {
		size_t o = s->used[i];

		line_add_office(l, s->trainees[o], s->hours[o]);
		s->trainees[o] = s->hours[o] = 0;
		s->is_used[o] = false;
	}
	s->count = 0;
}
