/* SPDX-License-Identifier: MIT
 * See knowledge.h. One lens a time is open in each.
 */
#include "knowledge.h"

#include <stdlib.h>

#include "../../base/error.h"

relais_status knowledge_open(knowledge *k, const study *s, relais_error *err)
{
	*k = (knowledge){ 0 };
	k->tallies = calloc(s->group_count + 1, sizeof *k->tallies);
	k->measures = calloc(s->group_count + 1, sizeof *k->measures);
	if (!k->tallies || !k->measures)
		return fail_memory(err);
	return feed_open(&k->feed, s->store, &s->offices, &s->indicators, s->known, err);
}

void knowledge_close(knowledge *k)
{
	lens_close(&k->lens);
	feed_close(&k->feed);
	free(k->tallies);
	free(k->measures);
}

/* Outside, what is known is what has been told. */
static relais_status look_from(knowledge *k, study *s, int64_t known, relais_error *err)
{
	bool is_there = k->feed.known == known && k->feed.plan.day_of;
	relais_status rc;

	feed_look_from(&k->feed, known);
	if (!study_is_published(s) || is_there)
		return RELAIS_OK;
	release_plan_free(&k->feed.plan);
	rc = release_plan_load(
		&k->feed.plan, s->store, known, s->gates.publish_days, &s->gates.secrecy, err);
	return rc == RELAIS_OK ? consents_load(&k->feed.plan, s->store, &s->offices, err) : rc;
}

relais_status knowledge_read(knowledge *k, study *s, const item *i, relais_period p,
	int64_t known, relais_error *err)
{
	relais_span span = { p, p };
	grouping g = study_grouping(s);
	relais_status rc;

	lens_close(&k->lens);
	if ((rc = look_from(k, s, known, err)) != RELAIS_OK)
		return rc;
	rc = lens_open(&k->lens, &k->feed, &s->indicators, i, span, &s->current, err);
	if (rc == RELAIS_OK)
		rc = lens_tally(
			&k->lens, &k->feed, &s->indicators, &g, span, false, k->tallies, err);
	if (rc == RELAIS_OK)
		rc = measures_from(s, &s->by, i, &k->lens, k->tallies, false, k->measures, err);
	return rc;
}

static bool add_difference(part *p, int64_t before, int64_t after)
{
	int64_t change;

	if (__builtin_sub_overflow(after, before, &change))
		return false;
	change = change < 0 ? -change : change;
	p->count++;
	if (change > p->largest)
		p->largest = change;
	return number_add(&p->magnitude, change);
}

bool knowledge_compare(const knowledge *then, const knowledge *now, const study *s,
	relais_period p, movement *out)
{
	const frame *f = &then->lens.now, *g = &now->lens.now;
	ptrdiff_t at = frame_step(f, p), to = frame_step(g, p);

	for (size_t n = 0; n < s->group_count; n++)
		out[n] = (movement){ 0 };
	for (size_t u = 0; at >= 0 && to >= 0 && u < s->current.units; u++) {
		cell a = *frame_cell(f, (size_t)at, u), b = *frame_cell(g, (size_t)to, u);
		movement *m = &out[s->group_of[u]];
		bool was = state_is_collected(a.state), is = state_is_collected(b.state);

		if (!was)
			a = (cell){ .state = a.state };
		if (!is)
			b = (cell){ .state = b.state };
		if (was == is && a.a == b.a && a.b == b.b)
			continue;
		m->count++;
		if ((!was || a.is_known) && (!is || b.is_known))
			continue;
		if (!add_difference(&m->top, cell_open_a(&a), cell_open_a(&b)) ||
			!add_difference(&m->bottom, cell_open_b(&a), cell_open_b(&b)))
			return false;
	}
	return true;
}
