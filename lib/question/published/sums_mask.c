/* SPDX-License-Identifier: MIT
 * What is withheld of a sum and its terms, month by month, in the order in which the states of a month were
 * told. What an office is of the total less the terms that are told is its `rest`: the terms that are
 * withheld or, when one it must send is not there so that the total does not hold it, the others.
 */
#include <stdlib.h>
#include <string.h>

#include "../../base/error.h"
#include "../study/inside.h"
#include "cross.h"
#include "sums.h"

/* What one office has in one state of a month. */
typedef struct had {
	int64_t total; /* what the total holds of it */
	bool is_in_total;
} had;

typedef struct mask {
	const study *s;
	const sum *of;
	const cross *keys; /* whose groups are told of all terms; NULL: none */
	cross *c; /* of the total's groups; NULL: only what is withheld whole is looked for */
	size_t width;
	int64_t *now; /* by term and office: the state at hand */
	bool *is_there;
	had *then; /* by office: of the state before */
	bool *is_withheld; /* by term, in any state so far */
	bool *was_told; /* by term, in a state before: it is too late to withhold it */
	bool total_is_withheld;
	part *line;
	bool *hidden; /* of the total's groups, in any state so far: cross_room */
	bool *of_term; /* the same of each term by itself */
} mask;

static bool has_term(const mask *m, size_t k, size_t o)
{
	return m->is_there[k * m->width + o];
}

/* ---- a state -------------------------------------------------------------------------- */

static void look(mask *m, relais_period p)
{
	size_t step = (size_t)frame_step(&m->of->shape, p) * m->width;

	for (size_t k = 0; k < m->of->terms; k++)
		for (size_t o = 0; o < m->width; o++) {
			const sum_term *t = &m->of->term[k];

			m->now[k * m->width + o] = t->magnitude[step + o];
			m->is_there[k * m->width + o] =
				t->is_there[step + o] && study_counts(m->s, o, p);
		}
}

/* A figure that came from a term's own formula is taken as not there before. */
static void take_back(mask *m, const move *one, relais_period p)
{
	for (size_t k = 0; k < m->of->terms; k++) {
		size_t at = k * m->width + one->column;
		const item *what = m->of->term[k].what;

		if (what->about.id == one->indicator) {
			m->now[at] = llabs(one->from);
			m->is_there[at] = one->was_there && study_counts(m->s, one->column, p);
		} else if (what->about.derived)
			m->is_there[at] = false;
	}
}

/* Is the office in the total? All it must send is there. */
static bool is_whole(const mask *m, size_t o, relais_period p)
{
	for (size_t k = 0; k < m->of->terms; k++) {
		const sum_term *t = &m->of->term[k];

		if (!has_term(m, k, o) &&
			!(t->is_optional && period_first_day(p) < t->since[o]))
			return false;
	}
	return true;
}

static void add_to(int64_t *to, int64_t more)
{
	if (__builtin_add_overflow(*to, more, to))
		*to = INT64_MAX;
}

static had in_total(const mask *m, size_t o, relais_period p)
{
	had found = { .is_in_total = study_counts(m->s, o, p) && is_whole(m, o, p) };

	for (size_t k = 0; found.is_in_total && k < m->of->terms; k++)
		if (has_term(m, k, o))
			add_to(&found.total, m->now[k * m->width + o]);
	return found;
}

/* False: nothing. */
static bool rest_of(const mask *m, size_t o, relais_period p, int64_t *out)
{
	bool is_whole_one = in_total(m, o, p).is_in_total, is_any = false;

	*out = 0;
	for (size_t k = 0; k < m->of->terms; k++)
		if (has_term(m, k, o) && m->is_withheld[k] == is_whole_one) {
			add_to(out, m->now[k * m->width + o]);
			is_any = true;
		}
	return is_any;
}

/* ---- which terms ---------------------------------------------------------------------- */

static void add_part(part *p, int64_t value)
{
	p->count++;
	add_to(&p->magnitude, value);
	if (value > p->largest)
		p->largest = value;
}

static bool is_secret(const mask *m, const part *p)
{
	return p->count > 0 && part_is_secret(&m->s->gates.secrecy, p);
}

static part part_of_term(const mask *m, size_t k)
{
	part p = { 0 };

	for (size_t o = 0; o < m->width; o++)
		if (has_term(m, k, o))
			add_part(&p, m->now[k * m->width + o]);
	return p;
}

static part part_of_total(const mask *m, relais_period period)
{
	part p = { 0 };

	for (size_t o = 0; o < m->width; o++) {
		had h = in_total(m, o, period);

		if (h.is_in_total)
			add_part(&p, h.total);
	}
	return p;
}

static part part_of_rest(const mask *m, relais_period period)
{
	part p = { 0 };
	int64_t rest;

	for (size_t o = 0; o < m->width; o++)
		if (rest_of(m, o, period, &rest))
			add_part(&p, rest);
	return p;
}

/* The smallest term that may go and is something, and that nobody has yet; the number of terms: none. */
static size_t next_to_go(const mask *m)
{
	size_t best = m->of->terms;
	int64_t least = INT64_MAX;

	for (size_t k = 1; k < m->of->terms; k++) {
		part p = part_of_term(m, k);

		if (!m->is_withheld[k] && !m->was_told[k] && p.magnitude &&
			p.magnitude < least) {
			least = p.magnitude;
			best = k;
		}
	}
	return best;
}

/* What a group of a key has of the total; is anybody there who is not in it? */
typedef struct portion {
	part total;
	bool is_partial;
} portion;

/* `first`: what it has of the first term. */
static void fill_portions(
	const mask *m, const level *l, relais_period period, portion *portions, part *first)
{
	for (size_t o = 0; o < m->width; o++) {
		portion *to = &portions[l->home[o]];
		had h = in_total(m, o, period);

		if (h.is_in_total)
			add_part(&to->total, h.total);
		if (has_term(m, 0, o))
			add_part(&first[l->home[o]], m->now[o]);
		for (size_t k = 0; !h.is_in_total && k < m->of->terms; k++)
			to->is_partial = to->is_partial || has_term(m, k, o);
	}
}

/* Of a group in which everybody sent everything, the terms tell the total, unless the greatest of them is
 * hidden there. What such groups leave of it. */
static part part_left(const portion *portions, const part *first, size_t count)
{
	part left = { 0 };

	for (size_t g = 0; g < count; g++) {
		const portion *one = &portions[g];

		if (!one->is_partial && !first[g].is_secret)
			continue;
		left.count += one->total.count;
		add_to(&left.magnitude, one->total.magnitude);
		if (one->total.largest > left.largest)
			left.largest = one->total.largest;
	}
	return left;
}

static relais_status judge_level(
	mask *m, const level *l, relais_period period, relais_error *err)
{
	size_t count = l->groups + m->keys->alone;
	portion *portions = calloc(count + 1, sizeof *portions);
	part *first = calloc(count + 1, sizeof *first), left;

	if (portions && first) {
		fill_portions(m, l, period, portions, first);
		parts_protect(&m->s->gates.secrecy, first, count);
		left = part_left(portions, first, count);
		m->total_is_withheld = is_secret(m, &left);
	}
	free(portions);
	free(first);
	return portions && first ? RELAIS_OK : fail_memory(err);
}

static relais_status judge_groups(mask *m, relais_period period, relais_error *err)
{
	relais_status rc = RELAIS_OK;

	for (size_t i = 0;
		rc == RELAIS_OK && m->keys && !m->total_is_withheld && i < m->keys->levels; i++)
		rc = judge_level(m, &m->keys->level[i], period, err);
	return rc;
}

/* Withholds terms until the rest may be told with the total; else the total. */
static relais_status choose_terms(mask *m, relais_period period, relais_error *err)
{
	size_t terms = m->of->terms, k = 0;
	part total = part_of_total(m, period), rest;
	bool *before;

	for (size_t t = 0; t < terms; t++) {
		part p = part_of_term(m, t);

		m->is_withheld[t] = m->is_withheld[t] || is_secret(m, &p);
	}
	if (m->total_is_withheld || !total.count || is_secret(m, &total))
		return RELAIS_OK;
	if (!(before = malloc(terms * sizeof *before)))
		return fail_memory(err);
	memcpy(before, m->is_withheld, terms * sizeof *before);
	while (rest = part_of_rest(m, period),
		is_secret(m, &rest) && (k = next_to_go(m)) < terms)
		m->is_withheld[k] = true;
	if (is_secret(m, &rest)) {
		memcpy(m->is_withheld, before, terms * sizeof *before);
		m->total_is_withheld = true;
	}
	free(before);
	return RELAIS_OK;
}

/* ---- groups --------------------------------------------------------------------------- */

typedef bool what_of(const mask *m, size_t o, size_t k, relais_period p, int64_t *out);

static bool term_of(const mask *m, size_t o, size_t k, relais_period p, int64_t *out)
{
	(void)p;
	*out = m->now[k * m->width + o];
	return has_term(m, k, o);
}

static bool left_of(const mask *m, size_t o, size_t k, relais_period p, int64_t *out)
{
	(void)k;
	return rest_of(m, o, p, out);
}

/* By how much the total is another than in the state before. */
static bool change_of(const mask *m, size_t o, size_t k, relais_period p, int64_t *out)
{
	had now = in_total(m, o, p);

	(void)k;
	*out = llabs(now.total - m->then[o].total);
	return now.is_in_total != m->then[o].is_in_total || *out;
}

/* `hidden` grows by what the groups of a line must hide. */
static relais_status protect_line(
	mask *m, what_of *what, size_t k, relais_period p, bool *hidden, relais_error *err)
{
	relais_status rc;
	int64_t value;

	cross_start(m->c, m->line, hidden);
	for (size_t o = 0; o < m->width; o++)
		if (what(m, o, k, p, &value))
			cross_add(m->c, m->line, o, value);
	rc = cross_protect(m->c, &m->s->gates.secrecy, m->line, err);
	for (size_t g = 0; g < cross_room(m->c); g++)
		hidden[g] = m->line[g].is_secret;
	return rc;
}

static relais_status protect_groups(mask *m, relais_period p, bool is_later, relais_error *err)
{
	size_t room = cross_room(m->c);
	relais_status rc = RELAIS_OK;

	for (size_t k = 0; rc == RELAIS_OK && k < m->of->terms; k++) {
		bool *own = m->of_term + k * room;

		if (m->is_withheld[k])
			continue;
		rc = protect_line(m, term_of, k, p, own, err);
		for (size_t g = 0; g < room; g++)
			m->hidden[g] = m->hidden[g] || own[g];
	}
	if (rc == RELAIS_OK)
		rc = protect_line(m, left_of, 0, p, m->hidden, err);
	if (rc == RELAIS_OK && is_later)
		rc = protect_line(m, change_of, 0, p, m->hidden, err);
	return rc;
}

/* The total with and without what came is what came. */
static void judge_change(mask *m, relais_period p)
{
	part changed = { 0 };
	int64_t by;

	for (size_t o = 0; o < m->width; o++)
		if (change_of(m, o, 0, p, &by))
			add_part(&changed, by);
	m->total_is_withheld = m->total_is_withheld || is_secret(m, &changed);
}

static relais_status protect_state(mask *m, relais_period p, bool is_later, relais_error *err)
{
	relais_status rc;

	if (is_later)
		judge_change(m, p);
	rc = judge_groups(m, p, err);
	if (rc == RELAIS_OK)
		rc = choose_terms(m, p, err);
	if (rc == RELAIS_OK && m->c && !m->total_is_withheld)
		rc = protect_groups(m, p, is_later, err);
	for (size_t o = 0; o < m->width; o++)
		m->then[o] = in_total(m, o, p);
	for (size_t k = 0; k < m->of->terms; k++)
		m->was_told[k] = !m->is_withheld[k] && part_of_term(m, k).count > 0;
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
		look(m, p);
		for (size_t i = end; i > kept; i--)
			take_back(m, &all->list[i - 1], p);
		rc = protect_state(m, p, kept > first, err);
		if (rc != RELAIS_OK || kept >= end)
			return rc;
	}
}

static relais_status mask_open(mask *m, relais_error *err)
{
	size_t terms = m->of->terms, room = m->c ? cross_room(m->c) : 0;

	m->now = calloc(terms * m->width + 1, sizeof *m->now);
	m->is_there = calloc(terms * m->width + 1, sizeof *m->is_there);
	m->then = calloc(m->width + 1, sizeof *m->then);
	m->is_withheld = calloc(terms + 1, sizeof *m->is_withheld);
	m->was_told = calloc(terms + 1, sizeof *m->was_told);
	m->line = calloc(room + 1, sizeof *m->line);
	m->hidden = calloc(room + 1, sizeof *m->hidden);
	m->of_term = calloc(terms * room + 1, sizeof *m->of_term);
	if (!m->now || !m->is_there || !m->then || !m->is_withheld || !m->was_told ||
		!m->line || !m->hidden || !m->of_term)
		return fail_memory(err);
	return RELAIS_OK;
}

static void mask_close(mask *m)
{
	free(m->now);
	free(m->is_there);
	free(m->then);
	free(m->is_withheld);
	free(m->was_told);
	free(m->line);
	free(m->hidden);
	free(m->of_term);
}

/* Each period for itself: what one hides does not hide in the next, but all of it in their sum. */
static relais_status mask_periods(mask *m, int which, relais_span span, bool *hidden,
	bool *is_withheld, relais_error *err)
{
	size_t terms = m->of->terms, room = m->c ? cross_room(m->c) : 0;
	relais_status rc = RELAIS_OK;

	for (size_t step = 0; rc == RELAIS_OK && step < m->of->shape.steps; step++) {
		relais_period p = frame_period(&m->of->shape, step);

		if (!span_holds(span, p))
			continue;
		memset(m->is_withheld, 0, terms * sizeof *m->is_withheld);
		memset(m->was_told, 0, terms * sizeof *m->was_told);
		memset(m->hidden, 0, room * sizeof *m->hidden);
		memset(m->of_term, 0, terms * room * sizeof *m->of_term);
		m->total_is_withheld = false;
		rc = protect_period(m, p, err);
		*is_withheld = *is_withheld ||
			       (which < 0 ? m->total_is_withheld : m->is_withheld[which]);
		for (size_t g = 0; g < room; g++)
			hidden[g] = hidden[g] || m->hidden[g];
	}
	return rc;
}

static relais_status mask_sum(study *s, cross *c, const item *total, int which, const frame *f,
	relais_span span, bool *hidden, bool *is_withheld, relais_error *err)
{
	mask m = { .s = s, .c = c, .width = s->offices.count };
	relais_status rc = study_sum(s, total, f, &m.of, err);

	if (rc == RELAIS_OK)
		rc = study_told_keys(s, &m.keys, err);
	if (rc == RELAIS_OK)
		rc = mask_open(&m, err);
	if (rc == RELAIS_OK)
		rc = mask_periods(&m, which, span, hidden, is_withheld, err);
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
		rc = mask_sum(
			s, has_groups ? c : NULL, i, -1, f, span, hidden, is_withheld, err);
	for (size_t k = 0; rc == RELAIS_OK && k < s->indicators.count; k++) {
		const item *total = &s->indicators.items[k];
		int which = item_is_sum(total) ? item_term(total, i) : -1;

		if (which > 0)
			rc = mask_sum(s, NULL, total, which, f, span, NULL, is_withheld, err);
	}
	return rc;
}
