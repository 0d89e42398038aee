/* SPDX-License-Identifier: MIT
 * From what was said to days. An action may hang on another that hangs on a third: each is worked out
 * when it is first needed. What hangs on itself, which an undo can bring about, has no day.
 */
#include "dates.h"

#include <stdlib.h>
#include <string.h>

#include "../../base/date.h"
#include "../../base/error.h"
#include "../../base/text.h"
#include "../../model/ties.h"
#include "anchor.h"

enum { START, DUE, ENDS };
typedef enum progress { UNTOUCHED, BEGUN, WORKED_OUT } progress;

typedef struct dating {
	status *s;
	anchors anchors;
	progress *of; /* two for each action */
	relais_error *err;
	relais_status rc;
} dating;

static const char **said_of(action *a, int end)
{
	return end == START ? &a->starts_on : &a->due_on;
}

static relais_day *day_of(action *a, int end)
{
	return end == START ? &a->start : &a->due;
}

/* Canonical days, and nothing else. */
static bool is_day(const char *said, relais_day *out)
{
	return !strpbrk(said, " :") && day_read(said, strlen(said), out);
}

static relais_day work_out(dating *d, size_t at, int end);

/* Of what repeats, the day of its first time, or of the one that is named. */
static relais_day day_of_action(dating *d, const moment *m, anchored *out)
{
	size_t length = strlen(m->name);
	int nth = 0;
	int64_t at;
	repetition r;
	relais_day day;

	if (!map_get(&d->s->places, m->name, length, &at) &&
		(!(nth = occurrence_of(m->name, &length)) ||
			!map_get(&d->s->places, m->name, length, &at)))
		return RELAIS_NO_DAY;
	day = work_out(d, (size_t)at, m->at_start ? START : DUE);
	out->versions = d->s->actions[at].versions - 1;
	out->changed_on = d->s->actions[at].changed_on;
	if (!nth || day == RELAIS_NO_DAY)
		return day;
	if (!repetition_of(d->s->actions[at].repeat, &r) || r.after_done)
		return RELAIS_NO_DAY;
	return moment_shift(day, r.unit, r.count * (nth - 1));
}

static relais_day hang(dating *d, action *a, int end, const char *said)
{
	anchored found = { .day = RELAIS_NO_DAY };
	relais_day day;
	moment m;

	if (moment_read(said, &m) != MOMENT_READ)
		return RELAIS_NO_DAY;
	if (!*m.anchor)
		found.day = day_of_action(d, &m, &found);
	else if (d->rc == RELAIS_OK)
		d->rc = anchors_find(&d->anchors, &m, a->done, &found, d->err);
	a->versions += found.versions;
	if (found.changed_on && (!a->changed_on || strcmp(found.changed_on, a->changed_on) > 0))
		a->changed_on = found.changed_on;
	if (found.day == RELAIS_NO_DAY)
		return RELAIS_NO_DAY;
	if (end == DUE && found.is_legal)
		a->legal = found.day;
	day = moment_shift(found.day, m.unit, m.count);
	return day;
}

static relais_day work_out(dating *d, size_t at, int end)
{
	action *a = &d->s->actions[at];
	progress *how_far = &d->of[at * ENDS + (size_t)end];
	const char **said = said_of(a, end);
	relais_day *day = day_of(a, end);

	if (*how_far != UNTOUCHED)
		return *how_far == WORKED_OUT ? *day : RELAIS_NO_DAY;
	*how_far = BEGUN;
	*day = RELAIS_NO_DAY;
	if (*said && !is_day(*said, day)) {
		*day = hang(d, a, end, *said);
		*(end == START ? &a->start_said : &a->due_said) = *said;
		*(end == START ? &a->start_is_lost : &a->due_is_lost) = *day == RELAIS_NO_DAY;
	}
	*how_far = WORKED_OUT;
	return *day;
}

static bool print_days(status *s, action *a)
{
	for (int end = START; end < ENDS; end++) {
		relais_day day = *day_of(a, end);
		const char **said = said_of(a, end);
		char iso[16];

		if (day == RELAIS_NO_DAY) {
			*said = NULL;
			continue;
		}
		relais_day_print(day, iso);
		if (!(*said = arena_string(&s->memory, iso)))
			return false;
	}
	return true;
}

/* By due date, none last, then by code. */
static int in_order(const void *a, const void *b)
{
	const action *x = a, *y = b;
	int by_day = x->due == y->due          ? 0
		     : x->due == RELAIS_NO_DAY ? 1
		     : y->due == RELAIS_NO_DAY ? -1
		     : x->due < y->due         ? -1
					       : 1;

	return by_day ? by_day : text_compare_natural(x->code, y->code);
}

static bool place_all(status *s)
{
	map_free(&s->places);
	for (size_t i = 0; i < s->action_count; i++)
		if (!map_put(&s->places, s->actions[i].code, strlen(s->actions[i].code),
			    (int64_t)i))
			return false;
	return true;
}

static bool is_late(const status *s, const action *a)
{
	return a->due != RELAIS_NO_DAY && a->due < s->day && !a->is_over &&
	       (strcmp(a->state, "a_faire") == 0 || strcmp(a->state, "en_cours") == 0);
}

static void prepare(status *s)
{
	for (size_t i = 0; i < s->action_count; i++) {
		action *a = &s->actions[i];

		a->start = a->due = a->done = a->legal = RELAIS_NO_DAY;
		if (a->done_on && !is_day(a->done_on, &a->done))
			a->done = RELAIS_NO_DAY;
	}
}

static relais_status settle(status *s, relais_error *err)
{
	status_repeat(s);
	for (size_t i = 0; i < s->action_count; i++) {
		if (!print_days(s, &s->actions[i]))
			return fail_memory(err);
		s->actions[i].is_late = is_late(s, &s->actions[i]);
	}
	if (s->action_count)
		qsort(s->actions, s->action_count, sizeof *s->actions, in_order);
	return place_all(s) ? RELAIS_OK : fail_memory(err);
}

relais_status status_date(status *s, const relais_question *question, relais_error *err)
{
	dating d = {
		.s = s, .err = err, .of = calloc(s->action_count * ENDS + 1, sizeof *d.of)
	};

	if (!d.of || !place_all(s)) {
		free(d.of);
		return fail_memory(err);
	}
	prepare(s);
	anchors_open(&d.anchors, s, question);
	for (size_t i = 0; i < s->action_count && d.rc == RELAIS_OK; i++)
		for (int end = START; end < ENDS; end++)
			work_out(&d, i, end);
	anchors_close(&d.anchors);
	free(d.of);
	return d.rc == RELAIS_OK ? settle(s, err) : d.rc;
}
