/* SPDX-License-Identifier: MIT
 * The actions over time: a bar from the first day to the one they are due, today's line, and what of it
 * a reader who sees no drawing should know. A long plan is several drawings on one scale.
 */
#include <math.h>
#include <string.h>

#include "../../base/date.h"
#include "../../base/period.h"
#include "inside.h"

enum { MOST_BARS = 36, MOST_WITH_PEOPLE = 22 }; /* on a page, a line below for who it is with */

/* The time shown: whole months, from the first day to one after the last. */
typedef struct months_shown {
	relais_period first, last;
	size_t tick_count;
	sketch_tick *ticks;
} months_shown;

static bool day_of(const char *iso, relais_day *out)
{
	return iso && day_read(iso, strlen(iso), out);
}

static void take_day(months_shown *m, relais_day day)
{
	relais_period month = period_of_day(day, LENGTH_MONTH);

	if (!m->first || month < m->first)
		m->first = month;
	if (!m->last || month > m->last)
		m->last = month;
}

static void add_ticks(relais_document *d, months_shown *m)
{
	size_t count = (size_t)period_count((relais_span){ m->first, m->last }) + 1;
	relais_period month = m->first;

	m->ticks = arena_alloc(&d->memory, count * sizeof *m->ticks);
	if (!m->ticks) {
		d->failed = true;
		return;
	}
	m->tick_count = count;
	for (size_t i = 0; i < count; i++, month = period_next(month)) {
		char year[16];

		relais_period_print(period_make(period_year(month), SLOT_YEAR), year);
		m->ticks[i] = (sketch_tick){
			.at = i + 1 < count ? period_first_day(month)
					    : period_last_day(m->last) + 1,
			.rank = (size_t)(period_slot(month) - SLOT_MONTH),
			.name = month_short(period_slot(month), d->lang),
			.group = document_copy(d, year),
		};
	}
}

/* All days of the plan, and today: what is late reaches up to it. */
static void find_months(programme *p, months_shown *m)
{
	relais_day day;

	for (size_t i = 0; i < p->action_count; i++) {
		if (day_of(p->actions[i].start, &day))
			take_day(m, day);
		if (day_of(p->actions[i].due, &day))
			take_day(m, day);
	}
	if (m->first) {
		take_day(m, p->n->question.today);
		add_ticks(p->n->document, m);
	}
}

static const char *say_days(relais_document *d, const one_action *a)
{
	const char *start = say_day(d, a->start), *due = say_day(d, a->due);

	if (start && due)
		return document_say(d, "from %s to %s", start, due);
	if (start)
		return document_say(d, "from %s, without a day it is due", start);
	if (due)
		return document_say(d, "due %s", due);
	return document_say(d, "without a day");
}

static sketch_item bar_of(programme *p, const one_action *a)
{
	relais_document *d = p->n->document;
	const char *state = state_name(d, a->state), *progress = say_share(d, a->progress);
	relais_day start, due;

	return (sketch_item){
		.name = a->code,
		.title = a->title,
		.detail = tells_people(p) ? a->owner : NULL,
		.note = a->is_late && progress ? document_say(d, "%s, late", progress)
					       : progress,
		.label = document_say(d, "%s, %s: %s, %s", a->code, a->title, say_days(d, a),
			a->is_late ? document_say(d, "%s, late", state) : state),
		.mark = mark_of(a->state),
		.is_flagged = a->is_late,
		.from = day_of(a->start, &start) ? (double)start : NAN,
		.to = day_of(a->due, &due) ? (double)due + 1 : NAN,
	};
}

static const char *describe(programme *p)
{
	relais_document *d = p->n->document;
	int64_t late = 0;

	for (size_t i = 0; i < p->action_count; i++)
		late += p->actions[i].is_late;
	return document_say(d,
		"A line for each action, from its first day to the one it is due. Actions: %s; late "
		"on %s: %s.",
		say_count(d, (int64_t)p->action_count), say_today(p), say_count(d, late));
}

static const char *title_of(relais_document *d, size_t part, size_t parts)
{
	if (parts == 1)
		return document_say(d, "The actions over time");
	return document_say(d, "The actions over time (%zu of %zu)", part + 1, parts);
}

void write_time(programme *p, section *s)
{
	relais_document *d = p->n->document;
	months_shown shown = { 0 };
	sketch drawing = { .type = SKETCH_GANTT, .now = p->n->question.today };
	size_t most = tells_people(p) ? MOST_WITH_PEOPLE : MOST_BARS;
	size_t parts = (p->action_count + most - 1) / most, each;
	sketch_item *bars = arena_alloc(&d->memory, (p->action_count + 1) * sizeof *bars);

	find_months(p, &shown);
	if (!bars || !shown.tick_count)
		return;
	drawing.now_name = say_today(p);
	drawing.tick_count = shown.tick_count;
	drawing.ticks = shown.ticks;
	drawing.description = describe(p);
	for (size_t i = 0; i < p->action_count; i++) {
		bars[i] = bar_of(p, &p->actions[i]);
		drawing.mark_names[bars[i].mark] = state_name(d, p->actions[i].state);
	}
	each = (p->action_count + parts - 1) / parts;
	for (size_t k = 0; k < parts; k++) {
		drawing.items = bars + k * each;
		drawing.item_count = k + 1 < parts ? each : p->action_count - k * each;
		section_sketch(d, s, title_of(d, k, parts), &drawing);
	}
}
