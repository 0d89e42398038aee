/* SPDX-License-Identifier: MIT
 * Rule (iii) of C2.9: how an office moved in a year, against the offices alike. Logarithms, because
 * a doubling and a halving are equally odd; median and MAD, because those looked for must not
 * set the measure.
 */
#include <math.h>

#include "../../stats/order.h"
#include "../../stats/outliers.h"
#include "outliers.h"

enum { ENOUGH_OFFICES = 8, SIGMAS = 3 };

/* ln(now / a year before) of one office; false when one is not above 0. */
static bool change_of(const search *s, size_t step, size_t who, double *out)
{
	relais_period p = s->periods[step];
	ptrdiff_t earlier = frame_step(&s->figures, period_year_before(p));
	const cell *now = frame_cell(&s->figures, step, who), *before;

	if (earlier < 0 || now->state != STATE_VALUE || now->a <= 0)
		return false;
	before = frame_cell(&s->figures, (size_t)earlier, who);
	if (before->state != STATE_VALUE || before->a <= 0)
		return false;
	*out = log((double)now->a / (double)before->a);
	return true;
}

static void tell(search *s, size_t step, size_t who, double change, const stats_fences *all,
	size_t n, relais_error *err)
{
	relais_period p = s->periods[step];
	ptrdiff_t earlier = frame_step(&s->figures, period_year_before(p));
	const cell *before = frame_cell(&s->figures, (size_t)earlier, who);
	finding *f = search_find(s, step, who, OUTLIER_STRATUM, err);
	double from;

	if (!f)
		return;
	from = search_double(s, before->a);
	f->other = (number){ before->a, s->figures.a_decimals };
	f->other_period = period_year_before(p);
	f->score = (change - all->centre) / all->spread;
	f->centre = all->centre;
	f->spread = all->spread;
	f->low = from * exp(all->low);
	f->high = from * exp(all->high);
	f->n = (uint32_t)n;
}

/* One stratum; the changes of its offices are in s->room. */
static void look_at(search *s, size_t step, int32_t stratum, relais_error *err)
{
	double *changes = s->room, *sorted = changes + s->figures.width;
	stats_fences all;
	size_t n = 0;
	double change;

	for (size_t o = 0; o < s->figures.width; o++)
		if (s->stratum_of[o] == stratum && change_of(s, step, o, &change))
			changes[n++] = change;
	if (n < ENOUGH_OFFICES)
		return;
	for (size_t i = 0; i < n; i++)
		sorted[i] = changes[i];
	all.centre = stats_median_of(sorted, n);
	all.spread = stats_mad(changes, n, all.centre, sorted);
	if (!(all.spread > 0))
		return;
	all.low = all.centre - SIGMAS * all.spread;
	all.high = all.centre + SIGMAS * all.spread;
	for (size_t o = 0; o < s->figures.width; o++)
		if (search_asks(s, o) && s->stratum_of[o] == stratum &&
			change_of(s, step, o, &change) &&
			fabs(change - all.centre) > SIGMAS * all.spread)
			tell(s, step, o, change, &all, n, err);
}

void search_strata(search *s, size_t step, relais_error *err)
{
	for (size_t g = 0; g < s->strata; g++)
		look_at(s, step, (int32_t)g, err);
}
