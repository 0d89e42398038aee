/* SPDX-License-Identifier: MIT
 * Which terms are withheld with a total, or the total: of all together, and of groups.
 */
#include <stdlib.h>
#include <string.h>

#include "../../base/error.h"
#include "sums_inside.h"

static part part_of_total(const mask *m, relais_period period)
{
	part p = { 0 };

	for (size_t o = 0; o < m->width; o++) {
		had h = sum_in_total(m, o, period);

		if (h.is_in_total)
			sum_add_part(&p, h.total);
	}
	return p;
}

static part part_of_rest(const mask *m, relais_period period)
{
	part p = { 0 };
	int64_t rest;

	for (size_t o = 0; o < m->width; o++)
		if (sum_rest(m, m->is_withheld, o, period, &rest))
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
relais_status sum_choose_terms(mask *m, relais_period period, relais_error *err)
{
	size_t terms = m->of->terms, k = 0;
	part total = part_of_total(m, period), rest;
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
	while (rest = part_of_rest(m, period),
		sum_is_secret(m, &rest) && (k = next_to_go(m, m->is_withheld)) < terms)
		m->is_withheld[k] = true;
	if (sum_is_secret(m, &rest)) {
		memcpy(m->is_withheld, before, terms * sizeof *before);
		m->total_is_withheld = true;
	}
	free(before);
	return RELAIS_OK;
}

static bool total_of(const mask *m, size_t o, size_t k, relais_period p, int64_t *out)
{
	had h = sum_in_total(m, o, p);

	(void)k;
	*out = h.total;
	return h.is_in_total;
}

static void fill_line(
	const mask *m, const level *l, what_of *what, size_t k, relais_period p, part *line)
{
	int64_t value;

	memset(line, 0, (l->groups + m->keys->alone) * sizeof *line);
	for (size_t o = 0; o < m->width; o++)
		if (what(m, o, k, p, &value))
			sum_add_part(&line[l->home[o]], value);
}

/* Is the total told of a group where a term is hidden, or of which too little is left? */
static bool has_conflict(
	const mask *m, const level *l, relais_period p, part *totals, part *line)
{
	const secrecy_rule *rule = &m->s->gates.secrecy;
	size_t count = l->groups + m->keys->alone;

	fill_line(m, l, total_of, 0, p, totals);
	parts_protect(rule, totals, count);
	fill_line(m, l, sum_left_of, 0, p, line);
	for (size_t g = 0; g < count; g++)
		if (totals[g].count && !totals[g].is_secret && sum_is_secret(m, &line[g]))
			return true;
	for (size_t k = 1; k < m->of->terms; k++) {
		if (m->in_no_group[k])
			continue;
		fill_line(m, l, sum_term_of, k, p, line);
		parts_protect(rule, line, count);
		for (size_t g = 0; g < count; g++)
			if (totals[g].count && !totals[g].is_secret && line[g].is_secret)
				return true;
	}
	return false;
}

/* Of groups the total goes before its smaller terms: these are told of none until it may be. */
relais_status sum_choose_in_groups(mask *m, relais_period p, relais_error *err)
{
	size_t terms = m->of->terms, k = 0;

	for (size_t t = 0; t < terms; t++)
		m->in_no_group[t] = m->in_no_group[t] || m->is_withheld[t];
	for (size_t i = 0; m->keys && !m->total_is_withheld && i < m->keys->levels; i++) {
		const level *l = &m->keys->level[i];
		size_t count = l->groups + m->keys->alone;
		part *totals = calloc(count + 1, sizeof *totals);
		part *line = calloc(count + 1, sizeof *line);

		while (totals && line && k < terms && has_conflict(m, l, p, totals, line))
			if ((k = next_to_go(m, m->in_no_group)) < terms)
				m->in_no_group[k] = true;
		free(totals);
		free(line);
		if (!totals || !line)
			return fail_memory(err);
	}
	return RELAIS_OK;
}

/* What a group of a key has of the total, and of the terms that are told of no group. */
typedef struct portion {
	part total, untold;
	bool is_partial; /* somebody is there who is not in the total */
} portion;

/* `first`: what it has of the first term. */
static void fill_portions(
	const mask *m, const level *l, relais_period period, portion *portions, part *first)
{
	for (size_t o = 0; o < m->width; o++) {
		portion *to = &portions[l->home[o]];
		had h = sum_in_total(m, o, period);
		int64_t untold;

		if (h.is_in_total)
			sum_add_part(&to->total, h.total);
		if (h.is_in_total && sum_rest(m, m->in_no_group, o, period, &untold))
			sum_add_part(&to->untold, untold);
		if (sum_has(m, 0, o))
			sum_add_part(&first[l->home[o]], m->now[o]);
		for (size_t k = 0; !h.is_in_total && k < m->of->terms; k++)
			to->is_partial = to->is_partial || sum_has(m, k, o);
	}
}

/* Of a group in which everybody sent everything, the terms told of it tell the total but for the others,
 * unless the first is hidden there. What such groups leave of the total of all. */
static part part_left(const portion *portions, const part *first, size_t count)
{
	part left = { 0 };

	for (size_t g = 0; g < count; g++) {
		const portion *one = &portions[g];
		const part *p =
			one->is_partial || first[g].is_secret ? &one->total : &one->untold;

		left.count += p->count;
		sum_add(&left.magnitude, p->magnitude);
		if (p->largest > left.largest)
			left.largest = p->largest;
	}
	return left;
}

static relais_status judge_level(
	const mask *m, const level *l, relais_period period, bool *is_bad, relais_error *err)
{
	size_t count = l->groups + m->keys->alone;
	portion *portions = calloc(count + 1, sizeof *portions);
	part *first = calloc(count + 1, sizeof *first), left;

	if (portions && first) {
		fill_portions(m, l, period, portions, first);
		parts_protect(&m->s->gates.secrecy, first, count);
		left = part_left(portions, first, count);
		*is_bad = sum_is_secret(m, &left);
	}
	free(portions);
	free(first);
	return portions && first ? RELAIS_OK : fail_memory(err);
}

relais_status sum_judge_groups(mask *m, relais_period period, relais_error *err)
{
	size_t terms = m->of->terms, k = 0;
	relais_status rc = RELAIS_OK;

	for (size_t i = 0;
		rc == RELAIS_OK && m->keys && !m->total_is_withheld && i < m->keys->levels;) {
		bool is_bad = false;

		rc = judge_level(m, &m->keys->level[i], period, &is_bad, err);
		if (!is_bad)
			i++;
		else if ((k = next_to_go(m, m->in_no_group)) < terms)
			m->in_no_group[k] = true;
		else
			m->total_is_withheld = true;
	}
	return rc;
}
