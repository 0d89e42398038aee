/* SPDX-License-Identifier: MIT
 * Which terms are withheld with a total, or the total: of all together, and of groups.
 */
#include <stdlib.h>
#include <string.h>

#include "../../base/error.h"
#include "sums_inside.h"

static part part_of_total(const mask *m)
{
	part p = { 0 };

	for (size_t o = 0; o < m->width; o++) {
		had h = m->total[o];

		if (h.is_in_total)
			sum_add_part(&p, h.total);
	}
	return p;
}

static part part_of_rest(const mask *m)
{
	part p = { 0 };
	int64_t rest;

	for (size_t o = 0; o < m->width; o++)
		if (sum_rest(m, m->is_withheld, o, &rest))
			sum_add_part(&p, rest);
	return p;
}

/* The smallest term that may go and is something, and that nobody has yet; the number of terms: none. */
static size_t next_to_go(const mask *m, const bool *set)
{
	size_t best = m->of->terms;
	int64_t least = INT64_MAX;

	for (size_t k = 1; k < m->of->terms; k++) {
		part p = sum_of_term(m, k);

		if (!set[k] && !m->was_told[k] && p.magnitude && p.magnitude < least) {
			least = p.magnitude;
			best = k;
		}
	}
	return best;
}

/* Withholds terms until the rest may be told with the total; else the total. */
relais_status sum_choose_terms(mask *m, relais_error *err)
{
	size_t terms = m->of->terms, k = 0;
	part total = part_of_total(m), rest;
	bool *before;

	for (size_t t = 0; t < terms; t++) {
		part p = sum_of_term(m, t);

		m->is_withheld[t] = m->is_withheld[t] || sum_is_secret(m, &p);
	}
	if (m->total_is_withheld || !total.count || sum_is_secret(m, &total))
		return RELAIS_OK;
	if (!(before = malloc(terms * sizeof *before)))
		return fail_memory(err);
	memcpy(before, m->is_withheld, terms * sizeof *before);
	while (rest = part_of_rest(m),
		sum_is_secret(m, &rest) && (k = next_to_go(m, m->is_withheld)) < terms)
		m->is_withheld[k] = true;
	if (sum_is_secret(m, &rest)) {
		memcpy(m->is_withheld, before, terms * sizeof *before);
		m->total_is_withheld = true;
	}
	free(before);
	return RELAIS_OK;
}

static bool total_of(const mask *m, size_t o, size_t k, int64_t *out)
{
	had h = m->total[o];

	(void)k;
	*out = h.total;
	return h.is_in_total;
}

static void fill_line(const mask *m, const level *l, what_of *what, size_t k, part *line)
{
	int64_t value;

	memset(line, 0, (l->groups + m->keys->alone) * sizeof *line);
	for (size_t o = 0; o < m->width; o++)
		if (what(m, o, k, &value))
			sum_add_part(&line[l->home[o]], value);
}

/* Is the total told of a group where a term is hidden, or of which too little is left? */
static bool has_conflict(const mask *m, const level *l, part *totals, part *line)
{
	const secrecy_rule *rule = &m->s->gates.secrecy;
	size_t count = l->groups + m->keys->alone;

	fill_line(m, l, total_of, 0, totals);
	parts_protect(rule, totals, count);
	fill_line(m, l, sum_left_of, 0, line);
	for (size_t g = 0; g < count; g++)
		if (totals[g].count && !totals[g].is_secret && sum_is_secret(m, &line[g]))
			return true;
	for (size_t k = 1; k < m->of->terms; k++) {
		if (m->in_no_group[k])
			continue;
		fill_line(m, l, sum_term_of, k, line);
		parts_protect(rule, line, count);
		for (size_t g = 0; g < count; g++)
			if (totals[g].count && !totals[g].is_secret && line[g].is_secret)
				return true;
	}
	return false;
}

/* Of groups the total goes before its smaller terms: these are told of none until it may be. */
relais_status sum_choose_in_groups(mask *m, relais_error *err)
{
	size_t terms = m->of->terms, k = 0;

	for (size_t t = 0; t < terms; t++)
		m->in_no_group[t] = m->in_no_group[t] || m->is_withheld[t];
	for (size_t i = 0; m->keys && !m->total_is_withheld && i < m->keys->levels; i++) {
		const level *l = &m->keys->level[i];
		size_t count = l->groups + m->keys->alone;
		part *totals = calloc(count + 1, sizeof *totals);
		part *line = calloc(count + 1, sizeof *line);

		while (totals && line && k < terms && has_conflict(m, l, totals, line))
			if ((k = next_to_go(m, m->in_no_group)) < terms)
				m->in_no_group[k] = true;
		free(totals);
		free(line);
		if (!totals || !line)
			return fail_memory(err);
	}
	return RELAIS_OK;
}

/* What a level shows of the first term, and who is in its groups. */
typedef struct standing {
	part *first; /* by group; is_secret: hidden there */
	bool *has_whole, *has_partial; /* somebody in the total, somebody not in it */
} standing;

static bool is_told(const standing *s, size_t g)
{
	return !s->first[g].is_secret;
}

static void fill_standing(const mask *m, const level *l, standing *s)
{
	for (size_t o = 0; o < m->width; o++) {
		size_t g = l->home[o];
		bool is_whole = m->total[o].is_in_total;

		if (sum_has(m, 0, o))
			sum_add_part(&s->first[g], m->now[o]);
		s->has_whole[g] = s->has_whole[g] || is_whole;
		for (size_t k = 0; !is_whole && k < m->of->terms; k++)
			s->has_partial[g] = s->has_partial[g] || sum_has(m, k, o);
	}
	parts_protect(&m->s->gates.secrecy, s->first, l->groups + m->keys->alone);
}

/* What an office has of the terms that are told of no group, but for `besides`; those withheld altogether
 * are among them unless only what the totals tell is asked for. False: nothing. */
static bool untold_of(const mask *m, size_t o, size_t besides, bool in_totals, int64_t *out)
{
	bool is_any = false;

	*out = 0;
	for (size_t k = 0; k < m->of->terms; k++)
		if (k != besides && m->in_no_group[k] && sum_has(m, k, o) &&
			!(in_totals && m->is_withheld[k])) {
			sum_add(out, m->now[k * m->width + o]);
			is_any = true;
		}
	return is_any;
}

/* The total less the groups in which everybody is in it, as far as the terms told of them tell it. */
static part left_of_total(const mask *m, const level *l, const standing *s)
{
	part left = { 0 };

	for (size_t o = 0; o < m->width; o++) {
		size_t g = l->home[o];
		had h = m->total[o];
		int64_t value = h.total;

		if (h.is_in_total && (s->has_partial[g] || !is_told(s, g) ||
					     untold_of(m, o, SIZE_MAX, false, &value)))
			sum_add_part(&left, value);
	}
	return left;
}

/* What is left of the total when all terms are taken from it, less the groups in which nobody is in it. */
static part left_of_rest(const mask *m, const level *l, const standing *s)
{
	part left = { 0 };

	for (size_t o = 0; o < m->width; o++) {
		size_t g = l->home[o];
		int64_t value;

		if (s->has_whole[g] || !is_told(s, g) ? sum_rest(m, m->is_withheld, o, &value)
						      : untold_of(m, o, SIZE_MAX, true, &value))
			sum_add_part(&left, value);
	}
	return left;
}

/* A term told of no group: its total less the groups of which the total tells it with the others. */
static part left_of_term(const mask *m, const level *l, size_t k, const standing *s)
{
	part left = { 0 };

	for (size_t o = 0; o < m->width; o++) {
		size_t g = l->home[o];
		int64_t value = m->now[k * m->width + o];

		if (s->has_partial[g] || !is_told(s, g)
				? sum_has(m, k, o)
				: m->total[o].is_in_total && untold_of(m, o, k, false, &value))
			sum_add_part(&left, value);
	}
	return left;
}

static bool leaves_too_little(const mask *m, const level *l, const standing *s)
{
	part left = left_of_total(m, l, s);
	bool is_bad = sum_is_secret(m, &left);

	left = left_of_rest(m, l, s);
	is_bad = is_bad || sum_is_secret(m, &left);
	for (size_t k = 1; !is_bad && k < m->of->terms; k++) {
		if (!m->in_no_group[k] || m->is_withheld[k])
			continue;
		left = left_of_term(m, l, k, s);
		is_bad = sum_is_secret(m, &left);
	}
	return is_bad;
}

static relais_status judge_level(const mask *m, const level *l, bool *is_bad, relais_error *err)
{
	size_t count = l->groups + m->keys->alone;
	standing s = { .first = calloc(count + 1, sizeof *s.first),
		.has_whole = calloc(count + 1, sizeof *s.has_whole),
		.has_partial = calloc(count + 1, sizeof *s.has_partial) };
	bool fits = s.first && s.has_whole && s.has_partial;

	if (fits) {
		fill_standing(m, l, &s);
		*is_bad = leaves_too_little(m, l, &s);
	}
	free(s.first);
	free(s.has_whole);
	free(s.has_partial);
	return fits ? RELAIS_OK : fail_memory(err);
}

relais_status sum_judge_groups(mask *m, relais_error *err)
{
	size_t terms = m->of->terms, k = 0;
	relais_status rc = RELAIS_OK;

	for (size_t i = 0;
		rc == RELAIS_OK && m->keys && !m->total_is_withheld && i < m->keys->levels;) {
		bool is_bad = false;

		rc = judge_level(m, &m->keys->level[i], &is_bad, err);
		if (!is_bad)
			i++;
		else if ((k = next_to_go(m, m->in_no_group)) < terms)
			m->in_no_group[k] = true;
		else
			m->total_is_withheld = true;
	}
	return rc;
}
