/* SPDX-License-Identifier: MIT
 * The groups --by makes: of units by an attribute of the office that goes on, or of time.
 */
#include <stdlib.h>
#include <string.h>

#include "../base/error.h"
#include "../base/text.h"
#include "../base/words.h"
#include "inside.h"

static int natural(const void *a, const void *b)
{
	return text_compare_natural(*(const char *const *)a, *(const char *const *)b);
}

/* "" for what an office does not say. */
static const char *code_of(const study *s, size_t unit)
{
	const office *o = &s->offices.offices[s->current.root[unit]];
	const char *code = s->key == KEY_NONE ? "total" : o->attribute[s->key];

	return code ? code : "";
}

static const char *name_of(const study *s, const char *code)
{
	const office *o;
	const char *name = NULL;

	if (!*code)
		return words(s->lang, "not said");
	if (s->key == KEY_NONE)
		return words(s->lang, "total");
	if (s->key == KEY_OFFICE && (o = roster_office(&s->offices, code)))
		name = o->name;
	if (s->key >= KEY_TERRITORY && s->key <= KEY_ZONE)
		name = roster_territory_name(&s->offices, code);
	return name ? name : code;
}

/* Codes sorted, doubles dropped. */
static size_t distinct(const char **codes, size_t count)
{
	size_t kept = 0;

	qsort(codes, count, sizeof *codes, natural);
	for (size_t i = 0; i < count; i++)
		if (!kept || strcmp(codes[kept - 1], codes[i]) != 0)
			codes[kept++] = codes[i];
	return kept;
}

static relais_status group_units(study *s, relais_error *err)
{
	size_t units = s->current.units;
	const char **codes = malloc((units + 1) * sizeof *codes);

	if (!codes)
		return fail_memory(err);
	for (size_t u = 0; u < units; u++)
		codes[u] = code_of(s, u);
	s->group_count = distinct(codes, units);
	if (s->key == KEY_NONE && !s->group_count)
		codes[s->group_count++] = "total";
	if (!(s->groups = calloc(s->group_count + 1, sizeof *s->groups))) {
		free(codes);
		return fail_memory(err);
	}
	for (size_t g = 0; g < s->group_count; g++)
		s->groups[g] = (group){ .code = codes[g], .name = name_of(s, codes[g]) };
	for (size_t u = 0; u < units; u++) {
		const char *code = code_of(s, u);
		const char **at = bsearch(&code, codes, s->group_count, sizeof *codes, natural);

		s->group_of[u] = at ? (int32_t)(at - codes) : 0;
	}
	free(codes);
	return RELAIS_OK;
}

/* The months any indicator asked for has figures in. */
static relais_status whole_reach(study *s, relais_span *out, relais_error *err)
{
	relais_status rc = RELAIS_OK;

	*out = (relais_span){ 0, 0 };
	for (size_t i = 0; rc == RELAIS_OK && i < s->asked_count; i++) {
		relais_span months, span;

		rc = study_span(s, s->asked[i], false, &span, err);
		if (rc != RELAIS_OK || !span.from)
			continue;
		months = span_in(span, LENGTH_MONTH);
		if (!out->from || months.from < out->from)
			out->from = months.from;
		if (!out->from || months.to > out->to)
			out->to = months.to;
	}
	return rc;
}

/* Whole periods keep their length, so that figures of that length are used; when the span
 * cuts one short, all are made of their months. */
static relais_status group_periods(study *s, relais_error *err)
{
	period_length length = (period_length)(s->key - KEY_MONTH);
	relais_span months = s->span, in;
	relais_status rc = RELAIS_OK;
	bool is_cut;

	if (!months.from && (rc = whole_reach(s, &months, err)) != RELAIS_OK)
		return rc;
	if (!months.from)
		return RELAIS_OK;
	is_cut = s->span.from != 0;
	months = span_in(months, LENGTH_MONTH);
	in = span_in(months, length);
	is_cut = is_cut && (period_months(in.from).from != months.from ||
				   period_months(in.to).to != months.to);
	s->group_count = (size_t)period_count(in);
	if (!(s->groups = calloc(s->group_count, sizeof *s->groups)))
		return fail_memory(err);
	for (size_t g = 0; g < s->group_count; g++, in.from = period_next(in.from)) {
		relais_span inside = period_months(in.from);
		char code[16];

		relais_period_print(in.from, code);
		if (!(s->groups[g].code = arena_string(&s->memory, code)))
			return fail_memory(err);
		s->groups[g].name = s->groups[g].code;
		if (inside.from < months.from)
			inside.from = months.from;
		if (inside.to > months.to)
			inside.to = months.to;
		s->groups[g].span = is_cut ? inside : (relais_span){ in.from, in.from };
	}
	return RELAIS_OK;
}

relais_status groups_make(study *s, relais_error *err)
{
	if (!(s->group_of = calloc(s->current.units + 1, sizeof *s->group_of)))
		return fail_memory(err);
	return key_is_time(s->key) ? group_periods(s, err) : group_units(s, err);
}

grouping study_grouping(const study *s)
{
	return (grouping){ &s->current, s->group_of, key_is_time(s->key) ? 1 : s->group_count };
}
