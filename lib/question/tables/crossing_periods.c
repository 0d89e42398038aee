/* SPDX-License-Identifier: MIT
 * Groups that are periods of the question's span.
 */
#include <stdlib.h>

#include "../../base/error.h"
#include "../study/inside.h"

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
relais_status crossing_periods(
	study *s, period_length length, group **out, size_t *count, relais_error *err)
{
	relais_span months = s->span, in;
	relais_status rc = RELAIS_OK;
	bool is_cut;

	*out = NULL;
	*count = 0;
	if (!months.from && (rc = whole_reach(s, &months, err)) != RELAIS_OK)
		return rc;
	if (!months.from)
		return RELAIS_OK;
	is_cut = s->span.from != 0;
	months = span_in(months, LENGTH_MONTH);
	in = span_in(months, length);
	is_cut = is_cut && (period_months(in.from).from != months.from ||
				   period_months(in.to).to != months.to);
	*count = (size_t)period_count(in);
	if (!(*out = calloc(*count, sizeof **out)))
		return fail_memory(err);
	for (size_t g = 0; g < *count; g++, in.from = period_next(in.from)) {
		relais_span inside = period_months(in.from);
		char code[16];

		relais_period_print(in.from, code);
		if (!((*out)[g].code = arena_string(&s->memory, code)))
			return fail_memory(err);
		if (inside.from < months.from)
			inside.from = months.from;
		if (inside.to > months.to)
			inside.to = months.to;
		(*out)[g].span = is_cut ? inside : (relais_span){ in.from, in.from };
	}
	return RELAIS_OK;
}
