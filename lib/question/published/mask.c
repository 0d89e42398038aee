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
#include "cross.h"

/* What an office had in a total. */
typedef struct had {
	int64_t value;
	bool is_there;
} had;

typedef struct history {
	const study *s;
	cross *c;
	const frame *f;
	int64_t of; /* the indicator's id */
	size_t width;
	had *now;
	part *line;
} history;

static void look(history *h, size_t step)
{
	dated_period when = dated(frame_period(h->f, step));

	for (size_t o = 0; o < h->width; o++) {
		const cell *c = &h->f->told[step * h->width + o];

		h->now[o] = (had){ llabs(c->a),
			state_is_collected(c->state) && study_hides(h->s, o, &when) };
	}
}

/* Protects the line of what the offices have now; `hidden` only grows. */
static relais_status protect_state(history *h, bool *hidden, relais_error *err)
{
	size_t room = cross_room(h->c);
	relais_status rc;

	cross_start(h->c, h->line, hidden);
	for (size_t o = 0; o < h->width; o++)
		if (h->now[o].is_there)
			cross_add(h->c, h->line, o, h->now[o].value);
	rc = cross_protect(h->c, &h->s->gates.secrecy, h->line, err);
	for (size_t g = 0; g < room; g++)
		hidden[g] = h->line[g].is_secret;
	return rc;
}

/* The figures as they were before the moves from `count` down to `end`. */
static void take_back(history *h, const move *m, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		dated_period when = dated(m[i].period);

		h->now[m[i].column] = (had){ llabs(m[i].from),
			m[i].was_there && m[i].indicator == h->of &&
				study_hides(h->s, m[i].column, &when) };
	}
}

/* The states of one period, the first one first: how often the moves are taken back is how far. */
static relais_status protect_step(history *h, size_t step, bool *hidden, relais_error *err)
{
	const moves *all = &h->f->moves;
	relais_period p = frame_period(h->f, step);
	size_t first = 0, end;
	relais_status rc;

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
		rc = protect_state(h, hidden, err);
		if (rc != RELAIS_OK || kept >= end)
			return rc;
	}
}

static relais_status history_open(history *h, relais_error *err)
{
	h->now = calloc(h->width + 1, sizeof *h->now);
	h->line = calloc(cross_room(h->c) + 1, sizeof *h->line);
	return h->now && h->line ? RELAIS_OK : fail_memory(err);
}

relais_status mask_span(const study *s, cross *c, const frame *f, const item *i,
	relais_span span, bool *hidden, relais_error *err)
{
	history h = { .s = s, .c = c, .f = f, .of = i->about.id, .width = s->offices.count };
	size_t room = cross_room(c);
	bool *step_hidden = calloc(room + 1, sizeof *step_hidden);
	relais_status rc = history_open(&h, err);

	if (rc == RELAIS_OK && !step_hidden)
		rc = fail_memory(err);
	for (size_t step = 0; f->told && rc == RELAIS_OK && step < f->steps; step++) {
		if (!span_holds(span, frame_period(f, step)))
			continue;
		memset(step_hidden, 0, room * sizeof *step_hidden);
		rc = protect_step(&h, step, step_hidden, err);
		for (size_t g = 0; g < room; g++)
			hidden[g] = hidden[g] || step_hidden[g];
	}
	free(h.now);
	free(h.line);
	free(step_hidden);
	return rc;
}
