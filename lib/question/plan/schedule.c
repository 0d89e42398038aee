/* SPDX-License-Identifier: MIT
 * How early each action can end, forwards; how late it may, backwards.
 */
#include "plan.h"

enum { WEEK = 7, WORKED = 5, LONGEST = 3650 };

/* What is left of its days of work, five a week; one day when it says none. */
static int days_of(const action *a)
{
	number planned = { 0, 0 }, spent = { 0, 0 };
	int64_t units;

	if (!a->planned_days || !number_from_text(a->planned_days, &planned) ||
		!number_rescale(planned, NUMBER_MAX_DECIMALS, &planned, NULL))
		return 1;
	if (a->spent_days && number_from_text(a->spent_days, &spent) &&
		number_rescale(spent, NUMBER_MAX_DECIMALS, &spent, NULL))
		planned.units -= spent.units;
	if (planned.units <= 0)
		return 1;
	if (planned.units / 1000000 > LONGEST)
		return LONGEST;
	units = planned.units * WEEK;
	return (int)((units + WORKED * 1000000 - 1) / (WORKED * 1000000));
}

static void later(step *st, relais_day day, ptrdiff_t from)
{
	if (day > st->start) {
		st->start = day;
		st->driver = from;
	}
}

/* The end of what is waited for: a later time of an action that repeats ends no sooner than it is. */
static relais_day end_of(const plan *p, const wait *w)
{
	const action *a = &p->s.actions[w->from];
	relais_day finish = p->steps[w->from].finish, day;

	if (!w->nth || w->nth == a->nth)
		return finish;
	day = action_time(a, w->nth);
	return day != RELAIS_NO_DAY && day > finish ? day : finish;
}

static void wait_for(const plan *p, const wait *w, step *st)
{
	const action *a = &p->s.actions[w->from];

	if (!w->is_over) {
		st->is_waiting = true;
		later(st, end_of(p, w) + 1 + w->lag, (ptrdiff_t)w->from);
	} else if (a->done != RELAIS_NO_DAY) {
		later(st, a->done + w->lag, (ptrdiff_t)w->from);
		st->is_waiting = st->is_waiting || a->done + w->lag > p->s.day;
	}
}

static const wait *first_wait(const plan *p, size_t to)
{
	size_t low = 0, high = p->wait_count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (p->waits[middle].to < to)
			low = middle + 1;
		else
			high = middle;
	}
	return p->waits + low;
}

static void go_forward(plan *p, size_t at)
{
	const action *a = &p->s.actions[at];
	step *st = &p->steps[at];
	const wait *end = p->waits + p->wait_count;

	st->start = p->s.day;
	if (a->start != RELAIS_NO_DAY)
		later(st, a->start, NO_ACTION);
	for (const wait *w = first_wait(p, at); p->wait_count && w < end && w->to == at; w++)
		wait_for(p, w, st);
	st->finish = st->start + st->days - 1;
}

static void sooner(relais_day *latest, ptrdiff_t *limit, relais_day day, ptrdiff_t by)
{
	if (day != RELAIS_NO_DAY && (*latest == RELAIS_NO_DAY || day < *latest)) {
		*latest = day;
		*limit = by;
	}
}

/* What waits must still find its own days before it is too late. */
static void go_back(plan *p, const wait *w)
{
	step *before = &p->steps[w->from];
	const step *after = &p->steps[w->to];
	relais_day needed = after->days + w->lag;

	if (w->is_over || !after->is_open || !before->is_open)
		return;
	if (after->latest != RELAIS_NO_DAY)
		sooner(&before->latest, &before->limit, after->latest - needed, after->limit);
	if (after->legal != RELAIS_NO_DAY)
		sooner(&before->legal, &before->legal_limit, after->legal - needed,
			after->legal_limit);
}

static void own_days(plan *p, size_t at)
{
	const action *a = &p->s.actions[at];
	step *st = &p->steps[at];

	sooner(&st->latest, &st->limit, a->due, (ptrdiff_t)at);
	sooner(&st->legal, &st->legal_limit, a->legal, (ptrdiff_t)at);
}

void plan_schedule(plan *p)
{
	const wait *end = p->waits + p->wait_count;

	for (size_t i = 0; i < p->s.action_count; i++) {
		step *st = &p->steps[i];

		st->start = st->finish = st->latest = st->legal = RELAIS_NO_DAY;
		st->limit = st->legal_limit = st->driver = NO_ACTION;
		st->is_open = action_is_open(&p->s.actions[i]);
		st->days = days_of(&p->s.actions[i]);
		if (st->is_open)
			own_days(p, i);
	}
	for (size_t i = 0; i < p->s.action_count; i++)
		if (p->steps[i].is_circular)
			p->steps[i].finish = p->s.day;
	for (size_t i = 0; i < p->placed; i++)
		go_forward(p, p->order[i]);
	for (size_t i = p->placed; i-- > 0;) {
		const wait *w = first_wait(p, p->order[i]);

		for (; p->wait_count && w < end && w->to == p->order[i]; w++)
			go_back(p, w);
	}
}

bool plan_slack(const step *st, int64_t *days)
{
	*days = (int64_t)st->latest - st->finish;
	return st->is_open && !st->is_circular && st->latest != RELAIS_NO_DAY;
}

bool plan_legal_slack(const step *st, int64_t *days)
{
	*days = (int64_t)st->legal - st->finish;
	return st->is_open && !st->is_circular && st->legal != RELAIS_NO_DAY;
}

/* From an action on: what keeps it longest, and what it keeps. */
static void mark(plan *p, size_t at)
{
	for (ptrdiff_t back = (ptrdiff_t)at; back != NO_ACTION && !p->steps[back].is_critical;
		back = p->steps[back].driver)
		if (p->steps[back].is_open)
			p->steps[back].is_critical = true;
		else
			break;
	for (size_t from = at, i = 0; i < p->wait_count;) {
		const wait *w = &p->waits[i++];

		if (w->from != from || w->is_over || p->steps[w->to].is_critical ||
			!p->steps[w->to].is_open || p->steps[w->to].is_circular ||
			p->steps[w->to].limit != p->steps[at].limit)
			continue;
		p->steps[w->to].is_critical = true;
		from = w->to;
		i = 0;
	}
}

void plan_find_critical(plan *p)
{
	ptrdiff_t worst = NO_ACTION;
	int64_t least = 0, slack;

	for (size_t i = 0; i < p->placed; i++) {
		size_t at = p->order[i];

		if (!plan_slack(&p->steps[at], &slack) ||
			(worst != NO_ACTION && slack >= least))
			continue;
		least = slack;
		worst = (ptrdiff_t)at;
	}
	if (worst != NO_ACTION)
		mark(p, (size_t)worst);
}
