/* SPDX-License-Identifier: MIT
 * Sets of units, then groups: every set in every period, sorted by their codes.
 */
#include <stdlib.h>
#include <string.h>

#include "../../base/error.h"
#include "../../base/text.h"
#include "../../base/words.h"
#include "../study/inside.h"

/* Tuples compare key after key; what is not a key is NULL in both. */
static int compare_codes(const char *const *a, const char *const *b)
{
	int order = 0;

	for (size_t i = 0; i < MOST_KEYS && !order; i++)
		if (a[i] && b[i])
			order = text_compare_natural(a[i], b[i]);
	return order;
}

static int by_codes(const void *a, const void *b)
{
	return compare_codes(((const group *)a)->codes, ((const group *)b)->codes);
}

const char *key_code_name(const study *s, group_key key, const char *code)
{
	const office *o;
	const char *name = NULL;

	if (!*code)
		return words(s->lang, "not said");
	if (key == KEY_NONE)
		return words(s->lang, "total");
	if (key == KEY_OFFICE && (o = roster_office(&s->offices, code)))
		name = o->name;
	if (key >= KEY_TERRITORY && key <= KEY_ZONE)
		name = roster_territory_name(&s->offices, code);
	return name ? name : code;
}

/* "" for what an office does not say; a time is none of the unit's. */
static void codes_of(const group_keys *by, const study *s, size_t unit,
	const char *const *sizes, const char **out)
{
	const office *o = &s->offices.offices[s->current.root[unit]];

	if (!by->count)
		out[0] = "total";
	for (size_t i = 0; i < by->count; i++) {
		group_key key = by->key[i];

		if (key_is_time(key))
			continue;
		out[i] = o->attribute[key];
		if (key == KEY_STAFF && !out[i])
			out[i] = sizes[unit];
		if (!out[i])
			out[i] = "";
	}
}

/* Sorted, doubles dropped. */
static size_t distinct(group *sets, size_t count)
{
	size_t kept = 0;

	qsort(sets, count, sizeof *sets, by_codes);
	for (size_t i = 0; i < count; i++)
		if (!kept || by_codes(&sets[kept - 1], &sets[i]) != 0)
			sets[kept++] = sets[i];
	return kept;
}

/* The tuples that units make, into c->groups; when only time makes groups, one without codes. */
static relais_status make_sets(crossing *c, study *s, relais_error *err)
{
	size_t units = s->current.units;
	const char *const *sizes = NULL;
	relais_status rc = RELAIS_OK;

	if (!(c->groups = calloc(units + 1, sizeof *c->groups)) ||
		!(c->set_of = calloc(units + 1, sizeof *c->set_of)))
		return fail_memory(err);
	for (size_t i = 0; rc == RELAIS_OK && i < c->by.count; i++)
		if (c->by.key[i] == KEY_STAFF)
			rc = study_sizes(s, &sizes, err);
	if (rc != RELAIS_OK)
		return rc;
	for (size_t u = 0; u < units; u++)
		codes_of(&c->by, s, u, sizes, c->groups[u].codes);
	c->sets = distinct(c->groups, units);
	for (size_t u = 0; u < units; u++) {
		group one = { 0 }, *at;

		codes_of(&c->by, s, u, sizes, one.codes);
		at = bsearch(&one, c->groups, c->sets, sizeof one, by_codes);
		c->set_of[u] = at ? (int32_t)(at - c->groups) : 0;
	}
	if (!c->sets && (!c->by.count || (c->by.count == 1 && crossing_is_by_time(c)))) {
		c->groups[0] = (group){ .codes = { c->by.count ? NULL : "total" } };
		c->sets = 1;
	}
	return RELAIS_OK;
}

/* Every set in every period, in the place of the sets alone. */
static relais_status cross_periods(crossing *c, study *s, size_t at, relais_error *err)
{
	group *periods, *all = NULL;
	period_length length = (period_length)(c->by.key[at] - KEY_MONTH);
	relais_status rc = crossing_periods(s, length, &periods, &c->periods, err);

	c->count = c->sets * c->periods;
	if (rc == RELAIS_OK && !(all = calloc(c->count + 1, sizeof *all)))
		rc = fail_memory(err);
	for (size_t g = 0; rc == RELAIS_OK && g < c->count; g++) {
		size_t p = g / c->sets, set = g % c->sets;

		all[g] = c->groups[set];
		all[g].codes[at] = periods[p].code;
		all[g].span = periods[p].span;
		all[g].set = set;
		all[g].period = p;
	}
	free(periods);
	free(c->groups);
	c->groups = all;
	if (all)
		qsort(all, c->count, sizeof *all, by_codes);
	return rc;
}

static relais_status number_groups(crossing *c, study *s, relais_error *err)
{
	if (!(c->place = calloc(c->count + 1, sizeof *c->place)))
		return fail_memory(err);
	for (size_t g = 0; g < c->count; g++) {
		group *one = &c->groups[g];

		if (!c->periods)
			one->set = g;
		c->place[one->period * c->sets + one->set] = g;
		one->code = one->codes[0];
		one->name = key_code_name(s, c->by.count ? c->by.key[0] : KEY_NONE, one->code);
	}
	return RELAIS_OK;
}

relais_status crossing_make(crossing *c, study *s, const group_keys *by, relais_error *err)
{
	relais_status rc;

	*c = (crossing){ .by = *by };
	rc = make_sets(c, s, err);
	c->count = c->sets;
	for (size_t i = 0; rc == RELAIS_OK && i < by->count; i++)
		if (key_is_time(by->key[i]))
			rc = cross_periods(c, s, i, err);
	if (rc == RELAIS_OK)
		rc = number_groups(c, s, err);
	if (rc != RELAIS_OK)
		crossing_free(c);
	return rc;
}

void crossing_free(crossing *c)
{
	free(c->groups);
	free(c->set_of);
	free(c->place);
	*c = (crossing){ 0 };
}

size_t crossing_find(const crossing *c, const char *const *codes)
{
	group one = { 0 };
	const group *at;

	memcpy(one.codes, codes, sizeof one.codes);
	at = bsearch(&one, c->groups, c->count, sizeof one, by_codes);
	return at ? (size_t)(at - c->groups) : c->count;
}

relais_span crossing_span(const crossing *c, relais_span span)
{
	if (!crossing_is_by_time(c) || !c->count)
		return span;
	return (relais_span){ c->groups[c->place[0]].span.from,
		c->groups[c->place[c->count - 1]].span.to };
}

/* One reading for all periods, one tally of the sets for each. */
relais_status crossing_tally(const crossing *c, study *s, lens *l, relais_span span,
	bool is_evolution, tally *out, relais_error *err)
{
	grouping g = { &s->current, c->set_of, c->sets };
	relais_status rc = RELAIS_OK;
	tally *sets;

	if (!crossing_is_by_time(c))
		return lens_tally(
			l, &s->feed, &s->indicators, &g, span, is_evolution, out, err);
	if (!(sets = calloc(c->sets + 1, sizeof *sets)))
		return fail_memory(err);
	for (size_t p = 0; rc == RELAIS_OK && p < c->periods; p++) {
		const size_t *to = c->place + p * c->sets;

		span = c->sets ? c->groups[to[0]].span : span;
		rc = lens_tally(l, &s->feed, &s->indicators, &g, span, is_evolution, sets, err);
		for (size_t i = 0; rc == RELAIS_OK && i < c->sets; i++)
			out[to[i]] = sets[i];
	}
	free(sets);
	return rc;
}
