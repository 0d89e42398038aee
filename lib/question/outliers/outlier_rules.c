/* SPDX-License-Identifier: MIT
 * The rules of C2.9 that look at one office's figures: bounds, the year before, the period before,
 * what the office said of the same month in earlier years, its months against its year.
 */
#include <math.h>
#include <string.h>

#include "outlier_pairs.h"
#include "outliers.h"

enum { YEARS_BACK = 3, FAR = 100, NOT_SMALL = 50, ENOUGH_MONTHS = 6 };

typedef struct spot {
	search *s;
	relais_error *err;
	size_t step, office;
	const cell *cell;
	relais_period period;
} spot;

static int64_t in_units(const search *s, int64_t whole)
{
	for (int d = 0; d < s->figures.a_decimals; d++)
		whole *= 10;
	return whole;
}

static number figure(const search *s, const cell *c)
{
	return (number){ c->a, s->figures.a_decimals };
}

/* The cell `back` periods of the calendar earlier; NULL before what was read. */
static const cell *cell_at(const spot *p, relais_period period)
{
	ptrdiff_t step = frame_step(&p->s->figures, period);

	return step < 0 ? NULL : frame_cell(&p->s->figures, (size_t)step, p->office);
}

static bool is_value(const cell *c)
{
	return c && c->state == STATE_VALUE;
}

/* What is counted anew each time does not come out the same twice; communes and opening hours do. */
static bool is_counted_anew(const search *s)
{
	return s->what->over_time == TIME_SUM && strcmp(s->what->about.type, "duration") != 0;
}

static finding *find(const spot *p, outlier_rule rule)
{
	return search_find(p->s, p->step, p->office, rule, p->err);
}

static void find_against(const spot *p, outlier_rule rule, relais_period other_period,
	const cell *other, double score)
{
	finding *f = find(p, rule);

	if (!f)
		return;
	f->other = figure(p->s, other);
	f->other_period = other_period;
	f->score = score;
}

/* (i) */
static void check_bounds(const spot *p)
{
	const bounds *b = &p->s->bounds[p->s->what - p->s->study->indicators.items];
	number n = figure(p->s, p->cell);
	finding *f = NULL;

	if (b->has_low && number_order(n, b->low) < 0)
		f = find(p, OUTLIER_BELOW);
	else if (b->has_high && number_order(n, b->high) > 0)
		f = find(p, OUTLIER_ABOVE);
	else if (b->has_usual && number_order(n, b->usual) > 0)
		f = find(p, OUTLIER_HIGH);
	if (!f)
		return;
	if (b->has_low)
		f->low = (double)b->low.units / pow(10, b->low.decimals);
	if (f->rule == OUTLIER_HIGH)
		f->high = (double)b->usual.units / pow(10, b->usual.decimals);
	else if (b->has_high)
		f->high = (double)b->high.units / pow(10, b->high.decimals);
}

/* (ii), (iv) and the first half of (v) */
static void check_year_before(const spot *p)
{
	relais_period earlier = period_year_before(p->period);
	const cell *before = cell_at(p, earlier);
	int64_t now = p->cell->a;
	double ratio;

	if (!is_value(before))
		return;
	ratio = before->a ? (double)now / (double)before->a : NAN;
	if (pair_is_far(now, before->a, in_units(p->s, FAR)))
		find_against(p, OUTLIER_YEAR_RATIO, earlier, before, ratio);
	if (pair_power_of_ten(now, before->a))
		find_against(p, OUTLIER_POWER, earlier, before, ratio);
	if (is_counted_anew(p->s) && pair_is_same(now, before->a, in_units(p->s, NOT_SMALL)))
		find_against(p, OUTLIER_SAME_YEAR, earlier, before, NAN);
}

/* The other half of (v): the month before, or what precedes a period of another length. */
static void check_period_before(const spot *p)
{
	relais_period earlier = period_previous(p->period);
	const cell *before = cell_at(p, earlier);

	if (earlier != period_year_before(p->period) && is_value(before) &&
		is_counted_anew(p->s) &&
		pair_is_same(p->cell->a, before->a, in_units(p->s, NOT_SMALL)))
		find_against(p, OUTLIER_SAME_BEFORE, earlier, before, NAN);
}

/* The latest of the years before in which the office said anything of that month. */
static const cell *last_said(const spot *p, relais_period *when)
{
	*when = p->period;
	for (int year = 0; year < YEARS_BACK; year++) {
		const cell *c = cell_at(p, *when = period_year_before(*when));

		if (c && state_is_collected(c->state))
			return c;
	}
	return NULL;
}

/* Was that month above the average of the months the office sent that year? */
static bool is_peak(const spot *p, relais_period month)
{
	int64_t total = 0, own = cell_at(p, month)->a;
	int count = 0;

	for (int slot = SLOT_MONTH; slot < SLOT_MONTH + 12; slot++) {
		const cell *c = cell_at(p, period_make(period_year(month), slot));

		if (!c || !state_is_collected(c->state))
			continue;
		count++;
		if (!number_add(&total, c->a))
			return false;
	}
	return count >= ENOUGH_MONTHS && own > 0 && (double)own * count > (double)total;
}

/* (vii) */
static void check_opening(const spot *p)
{
	relais_period when;
	const cell *said;

	if (period_length_of(p->period) != LENGTH_MONTH || p->s->what->over_time != TIME_SUM ||
		!(said = last_said(p, &when)))
		return;
	if (p->cell->a != 0 && said->state == STATE_ZERO)
		find_against(p, OUTLIER_CLOSED, when, said, NAN);
	if (p->cell->a == 0 && said->state == STATE_VALUE && is_peak(p, when))
		find_against(p, OUTLIER_PEAK, when, said, NAN);
}

/* (viii) Only twelve months that were all collected make a year. */
static void check_months(const spot *p)
{
	cell sum = { .a = 0 };
	finding *f;

	if (period_length_of(p->period) != LENGTH_YEAR || p->s->what->over_time != TIME_SUM)
		return;
	for (int slot = SLOT_MONTH; slot < SLOT_MONTH + 12; slot++) {
		const cell *c = cell_at(p, period_make(period_year(p->period), slot));

		if (!c || !state_is_collected(c->state) || !number_add(&sum.a, c->a))
			return;
	}
	if (!pair_year_differs(p->cell->a, sum.a) || !(f = find(p, OUTLIER_MONTHS)))
		return;
	f->other = figure(p->s, &sum);
	f->n = 12;
	f->centre = search_double(p->s, sum.a);
	f->low = f->centre - fabs(f->centre) / 100;
	f->high = f->centre + fabs(f->centre) / 100;
}

static void check(const spot *p)
{
	check_bounds(p);
	check_year_before(p);
	check_period_before(p);
	check_opening(p);
	check_months(p);
}

void search_rules(search *s, relais_error *err)
{
	spot p = { .s = s, .err = err };

	for (p.step = 0; p.step < s->figures.steps; p.step++) {
		p.period = s->periods[p.step];
		if (!search_tells(s, p.period))
			continue;
		for (p.office = 0; p.office < s->figures.width; p.office++) {
			p.cell = frame_cell(&s->figures, p.step, p.office);
			if (search_asks(s, p.office) && is_value(p.cell))
				check(&p);
		}
		search_strata(s, p.step, err);
	}
}
