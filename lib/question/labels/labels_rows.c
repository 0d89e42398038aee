/* SPDX-License-Identifier: MIT
 * The labels of the network, by the day they end.
 */
#include <stdio.h>
#include <stdlib.h>

#include "../../base/error.h"
#include "../../base/period.h"
#include "../../base/rows.h"
#include "../../base/suggest.h"
#include "../../base/words.h"
#include "inside.h"

static const relais_column columns[] = { { "office", N_("Office"), RELAIS_CODE },
	{ "name", N_("Name"), RELAIS_TEXT }, { "scheme", N_("Scheme"), RELAIS_CODE },
	{ "level", N_("Level"), RELAIS_CODE }, { "grid", N_("Grid"), RELAIS_CODE },
	{ "decided_on", N_("Decided on"), RELAIS_DATE },
	{ "valid_until", N_("Valid until"), RELAIS_DATE },
	{ "days_left", N_("Days left"), RELAIS_COUNT }, { "state", N_("State"), RELAIS_CODE },
	{ "next_step", N_("Next step"), RELAIS_TEXT },
	{ "endangers", N_("Endangers"), RELAIS_TEXT }, { "holder", N_("Holder"), RELAIS_CODE },
	{ "covered_by", N_("Covered by"), RELAIS_CODE } };

/* What is kept of these on a narrow terminal. */
static const char in_short[] =
	"office scheme valid_until | state name level days_left next_step";

static relais_status check_schemes(
	const labels *l, const char *const *schemes, relais_error *err)
{
	suggestions near;
	char hint[256];

	for (; schemes && *schemes; schemes++) {
		if (label_scheme(&l->laws, *schemes))
			continue;
		suggest_start(&near, *schemes);
		for (size_t i = 0; i < l->laws.count; i++)
			suggest_offer(&near, l->laws.all[i].scheme, NULL);
		suggest_print(&near, l->lang, hint, sizeof hint);
		return fail(err, RELAIS_E_USAGE, "unknown label '%s'%s", *schemes, hint);
	}
	return RELAIS_OK;
}

static relais_status check_state(const char *state, relais_lang lang, relais_error *err)
{
	char hint[256];

	for (size_t i = 0; state && label_state_codes[i]; i++)
		if (!strcmp(label_state_codes[i], state))
			state = NULL;
	if (!state)
		return RELAIS_OK;
	relais_suggest(state, label_state_codes, lang, hint, sizeof hint);
	return fail(err, RELAIS_E_USAGE,
		"unknown state '%s': valide, a_echeance, en_renouvellement, expire, radie, non_classe, indetermine or remplace%s",
		state, hint);
}

static bool is_among(const char *word, const char *const *list)
{
	bool any = !list;

	for (; list && *list; list++)
		any = any || !strcmp(*list, word);
	return any;
}

static bool is_within(
	const labels *l, const label *one, const relais_question *q, const relais_labels *how)
{
	bool is_bounded = how->within || q->span.from;

	if (one->end == RELAIS_NO_DAY)
		return !is_bounded;
	if (how->within && (int64_t)one->end > (int64_t)l->day + (int64_t)how->within)
		return false;
	return !q->span.from || (one->end >= period_first_day(q->span.from) &&
					one->end <= period_last_day(q->span.to));
}

static bool matches(
	const labels *l, const label *one, const relais_question *q, const relais_labels *how)
{
	const char *state = label_state_codes[one->state];
	bool is_shown =
		how->all || label_is_current(one) || (q->state && !strcmp(q->state, state));

	return is_shown && label_is_asked(l, one) && is_among(one->scheme, how->schemes) &&
	       (!q->state || !strcmp(q->state, state)) && is_within(l, one, q, how);
}

/* By its end, none last; then by holder, scheme, decision. */
static int in_order(const void *a, const void *b)
{
	const label *x = *(const label *const *)a, *y = *(const label *const *)b;
	int order = 0;

	if (x->end != y->end)
		return x->end == RELAIS_NO_DAY   ? 1
		       : y->end == RELAIS_NO_DAY ? -1
		       : x->end < y->end         ? -1
						 : 1;
	if (!order)
		order = text_compare_natural(x->carrier, y->carrier);
	if (!order)
		order = text_compare_natural(x->holder, y->holder);
	if (!order)
		order = strcmp(x->scheme, y->scheme);
	return order ? order : (x->decided > y->decided) - (x->decided < y->decided);
}

static void add_row(rowlist *list, const labels *l, const label *one)
{
	char step[64] = "", iso[16];
	const char *who = one->state == LABEL_REPLACED ? one->office : one->carrier;

	if (*one->next && label_is_current(one)) {
		relais_day_print(one->next_on, iso);
		snprintf(step, sizeof step, *iso ? "%s %s" : "%s%s", one->next, iso);
	}
	rowlist_text(list, *who ? who : NULL);
	rowlist_text(list, *one->name ? one->name : NULL);
	rowlist_text(list, one->scheme);
	rowlist_text(list, *one->level ? one->level : NULL);
	rowlist_text(list, *one->grid ? one->grid : NULL);
	rowlist_day(list, one->decided);
	rowlist_day(list, one->end);
	if (one->end == RELAIS_NO_DAY || one->state == LABEL_REMOVED)
		rowlist_null(list);
	else
		rowlist_count(list, (int64_t)one->end - l->day);
	rowlist_text(list, label_state_codes[one->state]);
	rowlist_text(list, *step ? step : NULL);
	rowlist_text(list, *one->endangers ? one->endangers : NULL);
	rowlist_text(list, *one->holder ? one->holder : NULL);
	rowlist_text(list, *one->covered_by ? one->covered_by : NULL);
	rowlist_end_row(list);
}

static relais_status rows_of(const labels *l, const relais_question *q,
	const relais_labels *how, relais_rows **out, relais_error *err)
{
	const label **chosen = calloc(l->count + 1, sizeof *chosen);
	rowlist *list;
	size_t count = 0;

	if (!chosen)
		return fail_memory(err);
	for (size_t i = 0; i < l->count; i++)
		if (matches(l, &l->all[i], q, how))
			chosen[count++] = &l->all[i];
	qsort(chosen, count, sizeof *chosen, in_order);
	list = rowlist_new(columns, sizeof columns / sizeof *columns);
	for (size_t i = 0; list && i < count; i++)
		add_row(list, l, chosen[i]);
	free(chosen);
	return rows_with_main(out, in_short, rowlist_rows(list, out, err));
}

relais_status relais_ask_labels(relais_store *store, const relais_question *question,
	const relais_labels *how, relais_rows **out, relais_error *err)
{
	labels l;
	relais_status rc;

	*out = NULL;
	if ((rc = check_state(question->state, question->lang, err)) != RELAIS_OK ||
		(rc = labels_open(&l, store, question, err)) != RELAIS_OK)
		return rc;
	if ((rc = check_schemes(&l, how->schemes, err)) == RELAIS_OK)
		rc = rows_of(&l, question, how, out, err);
	labels_close(&l);
	return rc;
}
