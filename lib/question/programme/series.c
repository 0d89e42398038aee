/* SPDX-License-Identifier: MIT
 * What comes back. The times of an action that repeats are worked out, never kept: only one that was
 * done, dropped or moved has a row of its own, A5-01#3 for the third. The action itself then
 * stands for the first time that has none, so that no time stands twice.
 */
#include <stdlib.h>
#include <string.h>

#include "../../base/date.h"
#include "../../model/moment.h"
#include "../../model/ties.h"
#include "dates.h"

enum { MOST_TIMES = 10000 };

/* Each from the first day, so that a 31 that became a 30 is a 31 again. */
static relais_day shifted(relais_day first, const repetition *r, int nth)
{
	return first == RELAIS_NO_DAY ? first
				      : moment_shift(first, r->unit, r->count * (nth - 1));
}

void action_days(const action *a, int nth, relais_day *start, relais_day *due)
{
	repetition r;
	bool is_known = repetition_of(a->repeat, &r);

	*start = *due = RELAIS_NO_DAY;
	if (is_known && !r.after_done) {
		*start = shifted(a->first_start, &r, nth);
		*due = shifted(a->first_due, &r, nth);
	} else if (is_known && nth == a->nth && !a->is_over) {
		*start = a->start;
		*due = a->due;
	}
}

relais_day action_time(const action *a, int nth)
{
	relais_day start, due;

	action_days(a, nth, &start, &due);
	return due != RELAIS_NO_DAY ? due : start;
}

static action *time_of(const status *s, const action *a, int nth)
{
	char code[160];
	int length = snprintf(code, sizeof code, "%s#%d", a->code, nth);
	int64_t at;

	return length > 0 && (size_t)length < sizeof code &&
			       map_get(&s->places, code, (size_t)length, &at)
		       ? &s->actions[at]
		       : NULL;
}

static void move_to(action *a, const repetition *r, int nth, relais_day due)
{
	relais_day first = a->first_due != RELAIS_NO_DAY ? a->first_due : a->first_start;
	relais_day wait = a->first_due != RELAIS_NO_DAY && a->first_start != RELAIS_NO_DAY
				  ? a->first_due - a->first_start
				  : 0;

	if (a->legal != RELAIS_NO_DAY && due != RELAIS_NO_DAY && first != RELAIS_NO_DAY)
		a->legal += due - first;
	a->nth = nth;
	if (!r->after_done) {
		a->start = shifted(a->first_start, r, nth);
		a->due = shifted(a->first_due, r, nth);
		return;
	}
	a->due = a->first_due != RELAIS_NO_DAY ? due : RELAIS_NO_DAY;
	a->start = a->first_start == RELAIS_NO_DAY || due == RELAIS_NO_DAY ? RELAIS_NO_DAY
									   : due - wait;
}

/* The first time without a row, and its day: for what comes back once done, so many days after
 * that; while the time before is not done, nobody knows. */
static int next_time(status *s, action *a, const repetition *r, relais_day *day)
{
	relais_day first = a->first_due != RELAIS_NO_DAY ? a->first_due : a->first_start;
	action *row;
	int nth = 1;

	*day = first;
	for (; nth < MOST_TIMES && (row = time_of(s, a, nth)); nth++) {
		relais_day done = row->done != RELAIS_NO_DAY ? row->done : row->due;

		row->nth = nth;
		if (!r->after_done) {
			*day = shifted(first, r, nth + 1);
			continue;
		}
		if (done == RELAIS_NO_DAY)
			done = *day;
		*day = action_is_open(row) || done == RELAIS_NO_DAY ? RELAIS_NO_DAY
								    : done + r->count;
	}
	return nth;
}

static int64_t count_overdue(
	const status *s, const action *a, const repetition *r, int nth, relais_day last)
{
	int64_t count = 0;

	if (r->after_done)
		return a->due != RELAIS_NO_DAY && a->due < s->day;
	for (; nth < MOST_TIMES; nth++) {
		relais_day day = action_time(a, nth);

		if (day == RELAIS_NO_DAY || day >= s->day || day > last)
			break;
		count += !time_of(s, a, nth);
	}
	return count;
}

/* A row of one time says what differs. */
static void fill_times(status *s, const action *a, const repetition *r)
{
	for (size_t i = 0; i < s->action_count; i++) {
		action *row = &s->actions[i];
		size_t length;
		int nth = occurrence_of(row->code, &length);

		if (!nth || strlen(a->code) != length ||
			strncmp(row->code, a->code, length) != 0)
			continue;
		row->nth = nth;
		row->versions += a->versions; /* what was said of all was said of each */
		if (a->changed_on &&
			(!row->changed_on || strcmp(a->changed_on, row->changed_on) > 0))
			row->changed_on = a->changed_on;
		if (!row->owner)
			row->owner = a->owner;
		if (r->after_done)
			continue;
		if (row->due == RELAIS_NO_DAY)
			row->due = shifted(a->first_due, r, nth);
		if (row->start == RELAIS_NO_DAY && row->due == shifted(a->first_due, r, nth))
			row->start = shifted(a->first_start, r, nth);
	}
}

static void repeat(status *s, action *a, const repetition *r)
{
	relais_day last = RELAIS_NO_DAY, day;
	int nth;

	if (!a->until || !day_read(a->until, strlen(a->until), &last))
		last = INT32_MAX;
	fill_times(s, a, r);
	nth = next_time(s, a, r, &day);
	move_to(a, r, nth, day);
	a->is_over = day != RELAIS_NO_DAY && day > last;
	a->overdue = a->is_over || !action_is_open(a) ? 0 : count_overdue(s, a, r, nth, last);
}

void status_repeat(status *s)
{
	for (size_t i = 0; i < s->action_count; i++) {
		action *a = &s->actions[i];
		repetition r;

		a->first_start = a->start;
		a->first_due = a->due;
		if (repetition_of(a->repeat, &r))
			repeat(s, a, &r);
	}
}
