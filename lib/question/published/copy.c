/* SPDX-License-Identifier: MIT
 * What a published copy is asked: see copy.h.
 */
#include "copy.h"

#include "../../base/error.h"
#include "../../base/period.h"
#include "../study/inside.h"

relais_status copy_levels(relais_store *store, const relais_question *question,
	const char *by[COPY_MOST_LEVELS], size_t *count, relais_error *err)
{
	study *s;
	relais_status rc = study_open(&s, store, question, err);

	*count = 0;
	if (rc != RELAIS_OK)
		return rc;
	by[(*count)++] = NULL;
	for (size_t i = 0; i < s->gates.published.count && *count < COPY_MOST_LEVELS; i++)
		if (s->gates.published.key[i] != KEY_OFFICE)
			by[(*count)++] = relais_keys()[s->gates.published.key[i]];
	study_close(s);
	return RELAIS_OK;
}

/* All months that something is known of. */
static relais_status known_months(study *s, relais_span *out, relais_error *err)
{
	*out = (relais_span){ 0, 0 };
	for (size_t i = 0; i < s->asked_count; i++) {
		relais_span own;
		relais_status rc = study_own_periods(s, s->asked[i], &own, err);

		if (rc != RELAIS_OK)
			return rc;
		if (!own.from)
			continue;
		own = (relais_span){ period_months(own.from).from, period_months(own.to).to };
		if (!out->from || own.from < out->from)
			out->from = own.from;
		if (own.to > out->to)
			out->to = own.to;
	}
	return RELAIS_OK;
}

static relais_status ask_known(relais_store *store, relais_question *q, relais_error *err)
{
	study *s;
	relais_status rc = study_open(&s, store, q, err);

	if (rc == RELAIS_OK)
		rc = known_months(s, &q->span, err);
	study_close(s);
	if (rc == RELAIS_OK && !q->span.from)
		return fail(err, RELAIS_E_DATA,
			"there is nothing to publish: no figure has come into the store yet");
	return rc;
}

/* What has not ended is not told: its first note would be out before most have answered. */
relais_status relais_copy_span(relais_store *store, relais_question *q, relais_error *err)
{
	relais_period ended = period_previous(period_of_day(q->today, LENGTH_MONTH));
	char said[40];
	relais_status rc = RELAIS_OK;

	if (q->diffusion == RELAIS_INTERNE)
		return fail(err, RELAIS_E_USAGE,
			"a published copy is for readers outside: ask for --diffusion public or reseau");
	if (!q->span.from)
		rc = ask_known(store, q, err);
	if (rc != RELAIS_OK)
		return rc;
	span_print(q->span, said);
	q->span.from = period_months(q->span.from).from;
	q->span.to = period_months(q->span.to).to;
	if (q->span.to > ended)
		q->span.to = ended;
	if (q->span.to < q->span.from)
		return fail(err, RELAIS_E_USAGE,
			"nothing is told of '%s' yet: a published copy is about months that have ended",
			said);
	return RELAIS_OK;
}
