/* SPDX-License-Identifier: MIT
 * The methods one asks for by name, over two kinds of samples: what the offices sent for one period,
 * or what one office sent over time. Closed months and missing figures are in no sample.
 */
#include <math.h>
#include <string.h>

#include "../../stats/order.h"
#include "../../stats/outliers.h"
#include "outliers.h"

/* The test of Rosner is close to its level from 15 values on; quartiles and medians of fewer than
 * eight say little. */
enum { ENOUGH = 8, ENOUGH_FOR_DEVIATES = 15, MOST_DEVIATES = 100 };
static const double level = 0.05;

/* Values in s->room, with the cell of each. */
typedef struct sample {
	search *s;
	relais_error *err;
	double *x, *work, *room;
	size_t *cells;
	size_t n;
	double limits[MOST_DEVIATES]; /* of a sample of `limits_n` */
	size_t limits_n;
	stats_deviate steps[MOST_DEVIATES];
} sample;

static void tell(
	sample *a, size_t i, outlier_rule rule, const stats_fences *fences, double score)
{
	search *s = a->s;
	size_t step = a->cells[i] / s->figures.width, who = a->cells[i] % s->figures.width;
	finding *f;

	if (!search_asks(s, who) || !search_tells(s, s->periods[step]) ||
		!(f = search_find(s, step, who, rule, a->err)))
		return;
	f->score = score;
	f->centre = fences->centre;
	f->spread = fences->spread;
	f->low = fences->low;
	f->high = fences->high;
	f->n = (uint32_t)a->n;
}

static void copy_sample(sample *a)
{
	memcpy(a->work, a->x, a->n * sizeof *a->work);
}

static void tukey(sample *a)
{
	double k = (double)a->s->fence.units / pow(10, a->s->fence.decimals);
	stats_fences f;

	copy_sample(a);
	if (!stats_tukey(a->work, a->n, k, &f))
		return;
	for (size_t i = 0; i < a->n; i++)
		if (a->x[i] < f.low || a->x[i] > f.high)
			tell(a, i, OUTLIER_TUKEY, &f,
				(a->x[i] < f.low ? a->x[i] - (f.low + k * f.spread)
						 : a->x[i] - (f.high - k * f.spread)) /
					f.spread);
}

static void modz(sample *a)
{
	stats_fences f;

	copy_sample(a);
	if (!stats_modz(a->work, a->n, STATS_MODZ_LIMIT, a->room, &f))
		return;
	for (size_t i = 0; i < a->n; i++) {
		double score = STATS_MODZ_FACTOR * (a->x[i] - f.centre) / f.spread;

		if (fabs(score) > STATS_MODZ_LIMIT)
			tell(a, i, OUTLIER_MODZ, &f, score);
	}
}

/* All samples of a size have the same limits. */
static void know_limits(sample *a, size_t most)
{
	if (a->limits_n == a->n)
		return;
	for (size_t i = 0; i < most; i++)
		a->limits[i] = stats_deviate_limit(a->n, i + 1, level);
	a->limits_n = a->n;
}

static void esd(sample *a)
{
	size_t most = a->s->how->most ? a->s->how->most : 10, steps, outliers = 0;

	if (a->n < ENOUGH_FOR_DEVIATES)
		return;
	most = most > a->n - 2 ? a->n - 2 : most;
	know_limits(a, most);
	steps = stats_deviates(a->x, a->n, most, a->s->gone, a->steps);
	for (size_t i = 0; i < steps; i++)
		if (a->steps[i].score > a->limits[i])
			outliers = i + 1;
	for (size_t i = 0; i < outliers; i++) {
		const stats_deviate *d = &a->steps[i];
		double span = a->limits[i] * d->sd;
		stats_fences f = { d->mean, d->sd, d->mean - span, d->mean + span };

		tell(a, d->at, OUTLIER_ESD, &f, d->score);
	}
}

static void look_at(sample *a)
{
	unsigned methods = a->s->how->methods;

	if (a->n < ENOUGH)
		return;
	if (methods & RELAIS_OUTLIER_TUKEY)
		tukey(a);
	if (methods & RELAIS_OUTLIER_MODZ)
		modz(a);
	if (methods & RELAIS_OUTLIER_ESD)
		esd(a);
}

static void take(sample *a, size_t step, size_t who)
{
	size_t at = step * a->s->figures.width + who;
	const cell *c = &a->s->figures.cells[at];

	if (c->state != STATE_VALUE)
		return;
	a->x[a->n] = search_double(a->s, c->a);
	a->cells[a->n++] = at;
}

void search_methods(search *s, relais_error *err)
{
	const frame *f = &s->figures;
	size_t longest = f->steps > f->width ? f->steps : f->width;
	sample a = { .s = s,
		.err = err,
		.x = s->room,
		.work = s->room + longest,
		.room = s->room + 2 * longest,
		.cells = s->cells };

	if (s->how->over_time) {
		for (size_t o = 0; o < f->width; o++) {
			a.n = 0;
			for (size_t step = 0; search_asks(s, o) && step < f->steps; step++)
				take(&a, step, o);
			look_at(&a);
		}
		return;
	}
	for (size_t step = 0; step < f->steps; step++) {
		if (!search_tells(s, s->periods[step]))
			continue;
		a.n = 0;
		for (size_t o = 0; o < f->width; o++)
			take(&a, step, o);
		look_at(&a);
	}
}
