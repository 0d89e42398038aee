/* SPDX-License-Identifier: MIT
 * See gantt.h.
 */
#include "gantt.h"

#include <math.h>
#include <stdlib.h>

enum { YEAR = 12 };

double gantt_across(const sketch *s, double day)
{
	double first = s->ticks[0].at, last = s->ticks[s->tick_count - 1].at;

	return fmin(fmax((day - first) / (last - first), 0), 1);
}

int gantt_columns(const sketch *s, int room)
{
	size_t months = s->tick_count - 1;

	return (size_t)room < months ? room : room - (int)((size_t)room % months);
}

/* Month by month, so that all months are as wide; within one, by its days. */
int gantt_column(const sketch *s, double day, int columns)
{
	size_t months = s->tick_count - 1, i = 0;
	double within, at;

	if ((size_t)columns < months) {
		at = gantt_across(s, day) * columns;
	} else {
		while (i + 1 < months && day >= s->ticks[i + 1].at)
			i++;
		within = (day - s->ticks[i].at) / (s->ticks[i + 1].at - s->ticks[i].at);
		at = ((double)i + fmin(fmax(within, 0), 1)) *
		     (double)((size_t)columns / months);
	}
	return at < columns ? (int)at : columns - 1;
}

size_t gantt_step(double month, double needed)
{
	static const size_t parts[] = { 1, 2, 3, 6 };

	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		if ((double)parts[i] * month >= needed)
			return parts[i];
	return month > 0 ? YEAR * (size_t)fmin(fmax(ceil(needed / month / YEAR), 1), 1e4)
			 : YEAR;
}

bool gantt_is_named(const sketch *s, size_t tick, size_t step)
{
	const sketch_tick *t = &s->ticks[tick];

	if (tick + 1 >= s->tick_count)
		return false;
	if (step <= YEAR)
		return t->rank % step == 0;
	return t->rank == 0 && strtoul(t->group, NULL, 10) % (step / YEAR) == 0;
}
