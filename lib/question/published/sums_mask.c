/* SPDX-License-Identifier: MIT
 * What is withheld of a sum and its terms, month by month, in the order in which the states of a month were
 * told.
 */
#include <stdlib.h>
#include <string.h>

#include "../../base/error.h"
#include "sums_inside.h"

/* ---- groups --------------------------------------------------------------------------- */

/* By how much the total is another than in the state before. */
static bool change_of(const mask *m, size_t o, size_t k, int64_t *out)
{
	had now = m->total[o];

	(void)k;
	*out = llabs(now.total - m->then[o].total);
	return now.is_in_total != m->then[o].is_in_total || *out;
}

/* `hidden` grows by what the groups of a line must hide. */
static relais_status protect_line(
	mask *m, what_of *what, size_t k, bool *hidden, relais_error *err)
{
	relais_status rc;
	int64_t value;

	cross_start(m->c, m->line, hidden);
	for (size_t o = 0; o < m->width; o++)
		if (what(m, o, k, &value))
			cross_add(m->c, m->line, o, value);
	rc = cross_protect(m->c, &m->s->gates.secrecy, m->line, err);
	for (size_t g = 0; g < cross_room(m->c); g++)
		hidden[g] = m->line[g].is_secret;
	return rc;
}

static relais_status protect_groups(mask *m, bool is_later, relais_error *err)
{
	size_t room = cross_room(m->c);
	relais_status rc = RELAIS_OK;

	for (size_t k = 0; rc == RELAIS_OK && k < m->of->terms; k++) {
		bool *own = m->of_term + k * room;

		if (m->in_no_group[k])
			continue;
		rc = protect_line(m, sum_term_of, k, own, err);
		for (size_t g = 0; g < room; g++)
			m->hidden[g] = m->hidden[g] || own[g];
	}
	if (rc == RELAIS_OK)
		rc = protect_line(m, sum_left_of, 0, m->hidden, err);
	if (rc == RELAIS_OK && is_later)
		rc = protect_line(m, change_of, 0, m->hidden, err);
	return rc;
}

/* The total with and without what came is what came. */
static void judge_change(mask *m)
{
	part changed = { 0 };
	int64_t by;

	for (size_t o = 0; o < m->width; o++)
		if (change_of(m, o, 0, &by))
			sum_add_part(&changed, by);
	m->total_is_withheld = m->total_is_withheld || sum_is_secret(m, &changed);
}

static relais_status protect_state(mask *m, bool is_later, relais_error *err)
{
	relais_status rc;

	if (is_later)
		judge_change(m);
	rc = sum_choose_terms(m, err);
	if (rc == RELAIS_OK)
		rc = sum_choose_in_groups(m, err);
	if (rc == RELAIS_OK)
		rc = sum_judge_groups(m, err);
	if (rc == RELAIS_OK && m->c && !m->total_is_withheld)
		rc = protect_groups(m, is_later, err);
	memcpy(m->then, m->total, m->width * sizeof *m->then);
	for (size_t k = 0; k < m->of->terms; k++)
		m->was_told[k] = !m->is_withheld[k] && sum_of_term(m, k).count > 0;
	return rc;
}

/* ---- a month, then all of a span ------------------------------------------------------ */

/* The states of a period, the first one first: how often the moves are taken back is how far. */
static relais_status protect_period(mask *m, relais_period p, relais_error *err)
{
	const moves *all = &m->of->moves;
	size_t first = 0, end;
	relais_status rc;

	while (first < all->count && all->list[first].period != p)
		first++;
	for (end = first; end < all->count && all->list[end].period == p;)
		end++;
	for (size_t kept = first;; kept++) {
		while (kept > first && kept < end &&
			all->list[kept].turn == all->list[kept - 1].turn)
			kept++;
		sum_look(m, p);
		for (size_t i = end; i > kept; i--)
			sum_take_back(m, &all->list[i - 1]);
		sum_settle(m, p);
		rc = protect_state(m, kept > first, err);
		if (rc != RELAIS_OK || kept >= end)
			return rc;
	}
}

static relais_status mask_open(mask *m, relais_error *err)
{
	size_t terms = m->of->terms, room = m->c ? cross_room(m->c) : 0;

	m->now = calloc(terms * m->width + 1, sizeof *m->now);
	m->is_there = calloc(terms * m->width + 1, sizeof *m->is_there);
	m->counts = calloc(m->width + 1, sizeof *m->counts);
	m->total = calloc(m->width + 1, sizeof *m->total);
	m->then = calloc(m->width + 1, sizeof *m->then);
	m->is_withheld = calloc(terms + 1, sizeof *m->is_withheld);
	m->in_no_group = calloc(terms + 1, sizeof *m->in_no_group);
	m->was_told = calloc(terms + 1, sizeof *m->was_told);
	m->line = calloc(room + 1, sizeof *m->line);
	m->hidden = calloc(room + 1, sizeof *m->hidden);
	m->of_term = calloc(terms * room + 1, sizeof *m->of_term);
	if (!m->now || !m->is_there || !m->counts || !m->total || !m->then || !m->is_withheld ||
		!m->in_no_group || !m->was_told || !m->line || !m->hidden || !m->of_term)
		return fail_memory(err);
	return RELAIS_OK;
}

static void mask_close(mask *m)
{
	free(m->now);
	free(m->is_there);
	free(m->counts);
	free(m->total);
	free(m->then);
	free(m->is_withheld);
	free(m->in_no_group);
	free(m->was_told);
	free(m->line);
	free(m->hidden);
	free(m->of_term);
}

/* A total beside its terms is not told of a period in which what an office sent is known: with it, who
 * sent which term tells more of the others than the groups below are judged by. */
static bool has_known(const mask *m, relais_period p)
{
	dated_period when = dated(p);

	for (size_t o = 0; m->s->feed.plan.consents.count && o < m->width; o++)
		if (study_counts(m->s, o, &when) && !study_hides(m->s, o, &when))
			return true;
	return false;
}

/* Whole groups apart, what is withheld of a period is the same whichever term is asked for, and a note
 * asks for all of them month by month: it is kept with the sum. */
static bool recall(mask *m, const bool *settled)
{
	size_t terms = m->of->terms;

	if (m->c || !settled[0])
		return false;
	m->total_is_withheld = settled[1];
	memcpy(m->is_withheld, settled + 2, terms * sizeof *settled);
	memcpy(m->in_no_group, settled + 2 + terms, terms * sizeof *settled);
	return true;
}

static void remember(const mask *m, bool *settled)
{
	size_t terms = m->of->terms;

	if (m->c)
		return;
	settled[0] = true;
	settled[1] = m->total_is_withheld;
	memcpy(settled + 2, m->is_withheld, terms * sizeof *settled);
	memcpy(settled + 2 + terms, m->in_no_group, terms * sizeof *settled);
}

static relais_status mask_period(mask *m, size_t step, relais_error *err)
{
	size_t terms = m->of->terms, room = m->c ? cross_room(m->c) : 0;
	bool *settled = m->of->settled + step * sum_settled_room(m->of);
	relais_period p = frame_period(&m->of->shape, step);
	relais_status rc;

	if (recall(m, settled))
		return RELAIS_OK;
	memset(m->is_withheld, 0, terms * sizeof *m->is_withheld);
	memset(m->in_no_group, 0, terms * sizeof *m->in_no_group);
	memset(m->was_told, 0, terms * sizeof *m->was_told);
	memset(m->hidden, 0, room * sizeof *m->hidden);
	memset(m->of_term, 0, terms * room * sizeof *m->of_term);
	m->total_is_withheld = has_known(m, p);
	if ((rc = protect_period(m, p, err)) == RELAIS_OK)
		remember(m, settled);
	return rc;
}

/* Each period for itself: what one hides does not hide in the next, but all of it in their sum. */
static relais_status mask_periods(mask *m, int which, bool is_grouped, relais_span span,
	bool *hidden, bool *is_withheld, relais_error *err)
{
	size_t room = m->c ? cross_room(m->c) : 0;
	const bool *set = is_grouped ? m->in_no_group : m->is_withheld;
	relais_status rc = RELAIS_OK;

	for (size_t step = 0; rc == RELAIS_OK && step < m->of->shape.steps; step++) {
		if (!span_holds(span, frame_period(&m->of->shape, step)))
			continue;
		rc = mask_period(m, step, err);
		*is_withheld = *is_withheld || (which < 0 ? m->total_is_withheld : set[which]);
		for (size_t g = 0; g < room; g++)
			hidden[g] = hidden[g] || m->hidden[g];
	}
	return rc;
}

static relais_status mask_sum(study *s, cross *c, const item *total, int which, bool is_grouped,
	const frame *f, relais_span span, bool *hidden, bool *is_withheld, relais_error *err)
{
	mask m = { .s = s, .c = c, .width = s->offices.count };
	relais_status rc = study_sum(s, total, f, &m.of, err);

	if (rc == RELAIS_OK)
		rc = study_told_keys(s, &m.keys, err);
	if (rc == RELAIS_OK)
		rc = mask_open(&m, err);
	if (rc == RELAIS_OK)
		rc = mask_periods(&m, which, is_grouped, span, hidden, is_withheld, err);
	mask_close(&m);
	return rc;
}

relais_status sums_mask(study *s, cross *c, const item *i, const frame *f, relais_span span,
	bool *hidden, bool *is_withheld, relais_error *err)
{
	bool has_groups = c->groups > 1;
	relais_status rc = RELAIS_OK;

	if (!f->told)
		return RELAIS_OK;
	if (item_is_sum(i))
		rc = mask_sum(s, has_groups ? c : NULL, i, -1, has_groups, f, span, hidden,
			is_withheld, err);
	for (size_t k = 0; rc == RELAIS_OK && k < s->indicators.count; k++) {
		const item *total = &s->indicators.items[k];
		int which = item_is_sum(total) ? item_term(total, i) : -1;

		if (which > 0)
			rc = mask_sum(s, NULL, total, which, has_groups, f, span, NULL,
				is_withheld, err);
	}
	return rc;
}
