/* SPDX-License-Identifier: MIT
 * The times of actions that repeat, made when they are asked for.
 */
#include <stdlib.h>
#include <string.h>

#include "../../base/date.h"
#include "../../base/error.h"
#include "../../model/ties.h"
#include "list.h"

enum { MOST_TIMES = 10000 };

static action *add(agenda_times *t, const action *a, size_t at)
{
	if (t->count == t->room) {
		size_t more = t->room ? 2 * t->room : 64;
		struct agenda_time *all = realloc(t->all, more * sizeof *all);

		if (!all)
			return NULL;
		t->all = all;
		t->room = more;
	}
	t->all[t->count] = (struct agenda_time){ *a, at };
	return &t->all[t->count++].a;
}

/* A bar that only crosses the days asked for is among them too. */
static bool is_within(const agenda_times *t, const action *a)
{
	relais_day first = a->start != RELAIS_NO_DAY ? a->start : a->due;
	relais_day last = a->due != RELAIS_NO_DAY ? a->due : a->start;

	return first != RELAIS_NO_DAY && first <= t->until && last >= t->from;
}

static bool print(agenda_times *t, relais_day day, const char **out)
{
	char iso[16];

	*out = NULL;
	if (day == RELAIS_NO_DAY)
		return true;
	relais_day_print(day, iso);
	return (*out = arena_string(&t->memory, iso)) != NULL;
}

static bool name_time(agenda_times *t, const status *s, action *time, int nth)
{
	char code[160];
	int length = snprintf(code, sizeof code, "%s#%d", time->code, nth);

	if (length < 0 || (size_t)length >= sizeof code)
		return false;
	time->nth = nth;
	time->is_late =
		time->due != RELAIS_NO_DAY && time->due < s->day &&
		(strcmp(time->state, "a_faire") == 0 || strcmp(time->state, "en_cours") == 0);
	return (time->code = arena_string(&t->memory, code)) != NULL &&
	       print(t, time->start, &time->starts_on) && print(t, time->due, &time->due_on);
}

static bool has_row(const status *s, const action *a, int nth)
{
	char code[160];

	snprintf(code, sizeof code, "%.127s#%d", a->code, nth);
	return status_action(s, code) != NULL;
}

/* Once done, it comes back: only its next time is known. */
static int last_time(const action *a)
{
	repetition r;

	return repetition_of(a->repeat, &r) && !r.after_done ? MOST_TIMES : a->nth;
}

static relais_status expand(agenda_times *t, const status *s, size_t at, relais_error *err)
{
	const action *a = &s->actions[at];
	relais_day until = t->until;
	int last = last_time(a);

	if (a->until && day_read(a->until, strlen(a->until), &until) && until > t->until)
		until = t->until;
	for (int nth = a->nth; nth <= last; nth++) {
		relais_day day = action_time(a, nth);
		action time = *a, *added;

		if (day == RELAIS_NO_DAY || day > until)
			break;
		action_days(a, nth, &time.start, &time.due);
		if (!is_within(t, &time) || has_row(s, a, nth))
			continue;
		if (!(added = add(t, &time, at)) || !name_time(t, s, added, nth))
			return fail_memory(err);
	}
	return RELAIS_OK;
}

relais_status agenda_expand(agenda_times *t, const status *s, size_t at, relais_error *err)
{
	const action *a = &s->actions[at];

	if (a->repeat && action_is_open(a))
		return expand(t, s, at, err);
	if (a->repeat || !is_within(t, a))
		return RELAIS_OK;
	return add(t, a, at) ? RELAIS_OK : fail_memory(err);
}

void agenda_free(agenda_times *t)
{
	free(t->all);
	arena_free(&t->memory);
}
