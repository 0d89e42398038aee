/* SPDX-License-Identifier: MIT
 * Questions about training: which view, of what stretch of time, for whom.
 */
#include "ask.h"

#include <string.h>

#include "../../base/error.h"
#include "../../base/period.h"
#include "../../base/suggest.h"

static const char *const states[] = { "propose", "planifie", "tenu", "annule", NULL };

static relais_status check_state(const char *state, relais_error *err)
{
	char near[256];

	for (const char *const *known = states; state && *known; known++)
		if (strcmp(*known, state) == 0)
			return RELAIS_OK;
	if (!state)
		return RELAIS_OK;
	relais_suggest(state, states, err ? err->lang : RELAIS_EN, near, sizeof near);
	return fail(err, RELAIS_E_USAGE,
		"unknown state '%s': propose, planifie, tenu or annule%s", state, near);
}

static relais_status check_outside(
	const relais_question *q, const stretch *w, relais_error *err)
{
	if (q->offices || q->territories || q->members_only || q->resolutions)
		return fail(err, RELAIS_E_USAGE,
			"told outside, training is that of everybody: a part taken from the whole may be one office; ask --by resolution or territory instead");
	if (!q->span.from || period_length_of(q->span.from) != LENGTH_YEAR ||
		q->span.to != q->span.from)
		return fail(err, RELAIS_E_USAGE,
			"told outside, training is that of one whole year, like -p 2024: a part taken from the whole may be one office");
	if (w->state && strcmp(w->state, "tenu") != 0)
		return fail(err, RELAIS_E_USAGE,
			"told outside, training is that of the sessions that were held (--state tenu)");
	return RELAIS_OK;
}

relais_status stretch_of(
	stretch *out, const relais_question *q, const relais_training *how, relais_error *err)
{
	relais_status rc = check_state(how->state, err);

	*out = (stretch){ RELAIS_NO_DAY, RELAIS_NO_DAY, how->state };
	if (q->span.from) {
		out->first = period_first_day(q->span.from);
		out->last = period_last_day(q->span.to);
	}
	if (rc != RELAIS_OK || !is_told_outside(q))
		return rc;
	rc = check_outside(q, out, err);
	out->state = "tenu";
	return rc;
}

relais_status check_interne(const relais_question *q, relais_error *err)
{
	if (!is_told_outside(q))
		return RELAIS_OK;
	return fail(err, RELAIS_E_USAGE,
		"this list is of single offices, by name: it is told within the relais only (--diffusion interne)");
}

void put_amount(rowlist *list, amount a)
{
	if (a.is_known)
		rowlist_number(list, (number){ a.units, NUMBER_MAX_DECIMALS });
	else
		rowlist_null(list);
}

void put_share(rowlist *list, int64_t part, int64_t whole)
{
	number share;

	if (whole > 0 && number_ratio(part, whole, 100, NUMBER_MAX_DECIMALS, &share))
		rowlist_number(list, share);
	else
		rowlist_null(list);
}

relais_status relais_ask_training(relais_store *store, const relais_question *question,
	const relais_training *how, relais_rows **out, relais_error *err)
{
	*out = NULL;
	switch (how->view) {
	case RELAIS_TRAINING_ACCESS: return ask_training_access(store, question, how, out, err);
	case RELAIS_TRAINING_NEEDS: return ask_training_needs(store, question, how, out, err);
	case RELAIS_TRAINING_PLAN: return ask_training_plan(store, question, how, out, err);
	case RELAIS_TRAINING_CONVOCATIONS:
		return ask_training_convocations(store, question, how, out, err);
	default: return ask_training_table(store, question, how, out, err);
	}
}
