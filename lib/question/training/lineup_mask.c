/* SPDX-License-Identifier: MIT
 * What of training is not told outside. The rules are held against offices, each with all it has in
 * what is judged: one that sent people to three sessions is one office.
 */
#include <stdlib.h>
#include <string.h>

#include "../../base/error.h"
#include "../../base/text.h"
#include "../study/inside.h"
#include "lineup_inside.h"

#define NOWHERE SIZE_MAX

/* Cells that add up to the total: sessions, or groups of people. */
typedef struct mask {
	const training *t;
	const secrecy_rule *rule;
	size_t *cell_of; /* by seating */
	bool *is_hidden; /* by cell */
	int64_t *trainees; /* by cell */
	size_t cells;
	shares shares;
} mask;

/* Everybody in the cells that are hidden, or in one cell. */
static bool holds(mask *m, size_t only)
{
	line all = { .code = "" };

	for (size_t i = 0; i < m->t->seating_count; i++) {
		size_t at = m->cell_of[i];

		if (at != NOWHERE && (only == NOWHERE ? m->is_hidden[at] : at == only))
			(void)shares_add(&m->shares, &m->t->seatings[i]);
	}
	shares_settle(&m->shares, &all);
	return rule_judge(m->rule, &all.by_trainees) == CELL_VISIBLE &&
	       rule_judge(m->rule, &all.by_hours) == CELL_VISIBLE;
}

/* The smallest that is told and not empty; the first of equals. */
static size_t smallest(const mask *m)
{
	size_t best = NOWHERE;

	for (size_t i = 0; i < m->cells; i++)
		if (!m->is_hidden[i] && m->trainees[i] > 0 &&
			(best == NOWHERE || m->trainees[i] < m->trainees[best]))
			best = i;
	return best;
}

/* True: the total may be told. */
static bool hide(mask *m)
{
	for (size_t i = 0; i < m->t->seating_count; i++)
		if (m->cell_of[i] != NOWHERE)
			m->trainees[m->cell_of[i]] += m->t->seatings[i].came;
	for (size_t i = 0; i < m->cells; i++)
		m->is_hidden[i] = m->trainees[i] > 0 && !holds(m, i);
	while (!holds(m, NOWHERE)) {
		size_t next = smallest(m);

		if (next == NOWHERE)
			return false;
		m->is_hidden[next] = true;
	}
	return true;
}

static bool mask_open(mask *m, const training *t, const secrecy_rule *rule, size_t cells)
{
	*m = (mask){ .t = t, .rule = rule, .cells = cells };
	m->cell_of = malloc((t->seating_count + 1) * sizeof *m->cell_of);
	m->is_hidden = calloc(cells + 1, sizeof *m->is_hidden);
	m->trainees = calloc(cells + 1, sizeof *m->trainees);
	return shares_open(&m->shares, t->roster.count) && m->cell_of && m->is_hidden &&
	       m->trainees;
}

static void mask_close(mask *m)
{
	shares_close(&m->shares);
	free(m->cell_of);
	free(m->is_hidden);
	free(m->trainees);
}

static size_t line_with(const lineup *l, const char *code)
{
	for (size_t i = 0; i < l->count; i++)
		if (text_same(l->lines[i].code, code))
			return i;
	return NOWHERE;
}

static void place_people(mask *m, const lineup *l, const stretch *w)
{
	for (size_t i = 0; i < m->t->seating_count; i++) {
		const seating *e = &m->t->seatings[i];
		const course *c = &m->t->courses[e->course];

		m->cell_of[i] = NOWHERE;
		if (!stretch_has(w, c) || course_is_off(c) || e->came == 0)
			continue;
		m->cell_of[i] = line_is_of_people(l->key)
					? line_with(l, people_code(m->t, l->key, e))
					: e->course;
	}
}

/* Is a hidden session in the line? */
static bool has_hidden(const mask *m, const lineup *l, const line *one, const stretch *w)
{
	for (size_t i = 0; i < m->t->course_count; i++) {
		const course *c = &m->t->courses[i];

		if (m->is_hidden[i] && stretch_has(w, c) && lineup_has(l, one, c))
			return true;
	}
	return false;
}

relais_status lineup_mask(
	lineup *l, const training *t, const stretch *w, relais_store *store, relais_error *err)
{
	size_t cells = line_is_of_people(l->key) ? l->count : t->course_count;
	gates g;
	mask m;
	relais_status rc = gates_load(&g, store, t->known, err);

	if (rc != RELAIS_OK)
		return rc;
	if (!mask_open(&m, t, &g.secrecy, cells)) {
		mask_close(&m);
		return fail_memory(err);
	}
	place_people(&m, l, w);
	l->total.is_secret = !hide(&m);
	for (size_t i = 0; i < l->count; i++)
		l->lines[i].is_secret = line_is_of_people(l->key)
						? m.is_hidden[i]
						: has_hidden(&m, l, &l->lines[i], w);
	mask_close(&m);
	return RELAIS_OK;
}
