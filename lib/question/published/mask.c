/* SPDX-License-Identifier: MIT
 * Which groups of a month were ever hidden. A mask that moves tells: what hides a territory today
 * and shows it next month, when a late answer or a merger hides another, shows both to who keeps
 * the two notes. So the states of a month are gone through as they were told, one after another,
 * and what one of them hides stays hidden in the next.
 */
#include <stdlib.h>
#include <string.h>

#include "../../base/error.h"
#include "../study/inside.h"

#define NOWHERE SIZE_MAX

/* What an office had in a total. */
typedef struct had {
	int64_t value;
	bool is_there;
} had;

typedef struct history {
	const study *s;
	const frame *f;
	int64_t of; /* the indicator's id */
	size_t width, groups;
	size_t *home; /* group by office, before any merger; one of its own when that is no more */
	had *now;
	part *line;
} history;

static size_t home_of(const study *s, size_t o, size_t groups)
{
	int32_t unit = s->current.unit_of[o];
	size_t left;

	if (unit < 0 || s->offices.offices[o].bureau_of)
		return NOWHERE;
	if (s->current.root[unit] == o)
		return (size_t)s->group_of[unit];
	left = study_group_left(s, o, groups);
	return left < groups ? left : groups + o;
}

static void look(history *h, size_t step)
{
	relais_period p = frame_period(h->f, step);
	relais_day first = period_first_day(p), last = period_last_day(p);

	for (size_t o = 0; o < h->width; o++) {
		const cell *c = &h->f->told[step * h->width + o];

		h->now[o] = (had){ llabs(c->a),
			state_is_collected(c->state) &&
				office_is_active(&h->s->offices.offices[o], first, last) };
	}
}

/* Protects the line of what the offices have now; `hidden` only grows. */
static void protect_state(history *h, bool *hidden)
{
	for (size_t g = 0; g < h->groups + h->width; g++)
		h->line[g] = (part){ .is_secret = hidden[g] };
	for (size_t o = 0; o < h->width; o++) {
		part *p = h->home[o] != NOWHERE ? &h->line[h->home[o]] : NULL;

		if (!p || !h->now[o].is_there)
			continue;
		p->count++;
		if (h->now[o].value > p->largest)
			p->largest = h->now[o].value;
		if (!number_add(&p->magnitude, h->now[o].value))
			p->is_secret = true;
	}
	parts_protect(&h->s->gates.secrecy, h->line, h->groups + h->width);
	for (size_t g = 0; g < h->groups + h->width; g++)
		hidden[g] = h->line[g].is_secret;
}

/* The figures as they were before the moves from `count` down to `end`. */
static void take_back(history *h, const move *m, size_t count)
{
	for (size_t i = 0; i < count; i++)
		h->now[m[i].column] =
			(had){ llabs(m[i].from), m[i].was_there && m[i].indicator == h->of };
}

/* The states of one period, the first one first: how often the moves are taken back is how far. */
static void protect_step(history *h, size_t step, bool *hidden)
{
	const moves *all = &h->f->moves;
	relais_period p = frame_period(h->f, step);
	size_t first = 0, end;

	while (first < all->count &&
		(all->list[first].period != p || !all->list[first].indicator))
		first++;
	end = first;
	while (end < all->count && all->list[end].period == p && all->list[end].indicator)
		end++;
	for (size_t kept = first;; kept++) {
		while (kept > first && kept < end &&
			all->list[kept].turn == all->list[kept - 1].turn)
			kept++;
		look(h, step);
		for (size_t i = end; i > kept; i--)
			take_back(h, &all->list[i - 1], 1);
		protect_state(h, hidden);
		if (kept >= end)
			return;
	}
}

relais_status mask_span(const study *s, const frame *f, const item *i, relais_span span,
	bool *hidden, size_t groups, relais_error *err)
{
	history h = {
		.s = s, .f = f, .of = i->about.id, .width = s->offices.count, .groups = groups
	};
	bool *step_hidden = calloc(groups + s->offices.count + 1, sizeof *step_hidden);

	h.home = calloc(h.width + 1, sizeof *h.home);
	h.now = calloc(h.width + 1, sizeof *h.now);
	h.line = calloc(groups + h.width + 1, sizeof *h.line);
	for (size_t o = 0; h.home && o < h.width; o++)
		h.home[o] = home_of(s, o, groups);
	for (size_t step = 0;
		f->told && step_hidden && h.home && h.now && h.line && step < f->steps;
		step++) {
		relais_period p = frame_period(f, step);

		if (period_last_day(p) < period_first_day(span.from) ||
			period_first_day(p) > period_last_day(span.to))
			continue;
		memset(step_hidden, 0, (groups + h.width) * sizeof *step_hidden);
		protect_step(&h, step, step_hidden);
		for (size_t g = 0; g < groups; g++)
			hidden[g] = hidden[g] || step_hidden[g];
	}
	free(h.home);
	free(h.now);
	free(h.line);
	if (!step_hidden)
		return fail_memory(err);
	free(step_hidden);
	return RELAIS_OK;
}
