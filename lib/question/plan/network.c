/* SPDX-License-Identifier: MIT
 * Who waits for whom, and an order to go through them.
 */
#include <stdlib.h>
#include <string.h>

#include "../../base/error.h"
#include "../../model/ties.h"
#include "plan.h"

enum { FIRST_WAITS = 64 };

static wait *next_wait(plan *p)
{
	if (p->wait_count == p->wait_room) {
		size_t more = p->wait_room * 2;
		wait *waits = realloc(p->waits, more * sizeof *waits);

		if (!waits)
			return NULL;
		p->waits = waits;
		p->wait_room = more;
	}
	return &p->waits[p->wait_count++];
}

/* Done is done; an action that repeats is done when all of it is, or the time that is meant. */
static bool is_over(const plan *p, const wait *w)
{
	const action *a = &p->s.actions[w->from];

	return strcmp(a->state, "fait") == 0 || (a->repeat && a->is_over) ||
	       (a->repeat && w->nth && a->nth > w->nth);
}

/* The row of one time, else the action that repeats and which of its times. */
static bool find(const plan *p, const char *code, wait *w)
{
	char series[128], first[160];
	const action *a = status_action(&p->s, code);
	size_t length;
	int nth = occurrence_of(code, &length);

	if (!a && nth && length < sizeof series) {
		snprintf(series, sizeof series, "%.*s", (int)length, code);
		a = status_action(&p->s, series);
	} else if (a && a->repeat) {
		nth = 1;
		snprintf(first, sizeof first, "%.*s#1", (int)sizeof series, code);
		if (status_action(&p->s, first))
			a = status_action(&p->s, first);
	}
	if (!a)
		return false;
	w->from = (size_t)(a - p->s.actions);
	w->nth = a->repeat ? nth : 0;
	return true;
}

static bool add_waits(plan *p, size_t to)
{
	const char *at = p->s.actions[to].after;
	tie one;

	while (at && tie_next(&at, &one)) {
		wait found = { .to = to, .lag = one.lag }, *w;

		if (!find(p, one.code, &found))
			continue;
		found.is_over = is_over(p, &found);
		if (!(w = next_wait(p)))
			return false;
		*w = found;
		arrows_add(&p->arrows, found.from, found.to);
	}
	return true;
}

static relais_status put_in_order(plan *p, relais_error *err)
{
	size_t count = p->s.action_count;

	for (size_t i = 0; i < count; i++)
		if (!add_waits(p, i))
			return fail_memory(err);
	if (!arrows_sort(&p->arrows, count, p->order, &p->placed))
		return fail_memory(err);
	for (size_t i = 0; i < count; i++)
		p->steps[i].is_circular = true;
	for (size_t i = 0; i < p->placed; i++)
		p->steps[p->order[i]].is_circular = false;
	return RELAIS_OK;
}

relais_status plan_open(
	plan *p, relais_store *store, const relais_question *question, relais_error *err)
{
	relais_status rc;

	*p = (plan){ .waits = NULL };
	if ((rc = status_open(&p->s, store, question, err)) != RELAIS_OK)
		return rc;
	p->steps = calloc(p->s.action_count + 1, sizeof *p->steps);
	p->order = calloc(p->s.action_count + 1, sizeof *p->order);
	p->waits = malloc(FIRST_WAITS * sizeof *p->waits);
	p->wait_room = FIRST_WAITS;
	rc = p->steps && p->order && p->waits ? plan_check_question(&p->s, question, err)
					      : fail_memory(err);
	if (rc == RELAIS_OK)
		rc = put_in_order(p, err);
	if (rc == RELAIS_OK)
		plan_schedule(p);
	else
		plan_close(p);
	return rc;
}

void plan_close(plan *p)
{
	free(p->steps);
	free(p->order);
	free(p->waits);
	arrows_free(&p->arrows);
	status_close(&p->s);
}

bool plan_is_ready(const plan *p, size_t at)
{
	const action *a = &p->s.actions[at];
	const step *st = &p->steps[at];

	return st->is_open && strcmp(a->state, "a_faire") == 0 && !a->blocked &&
	       !st->is_circular && !st->is_waiting &&
	       (a->start == RELAIS_NO_DAY || a->start <= p->s.day);
}

void plan_waits_for(const plan *p, size_t at, text *out)
{
	for (size_t i = 0; i < p->wait_count; i++)
		if (p->waits[i].to == at && !p->waits[i].is_over)
			text_addf(out, "%s%s", out->length ? " " : "",
				p->s.actions[p->waits[i].from].code);
}
