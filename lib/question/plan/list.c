/* SPDX-License-Identifier: MIT
 * What is to be done, by whom, when: the actions that match, by due date.
 */
#include <stdlib.h>
#include <string.h>

#include "../../base/text.h"
#include "../../base/error.h"
#include "../../base/period.h"
#include "../../base/suggest.h"
#include "../../base/words.h"
#include "list.h"

#define SAID                                                                                   \
	{ "code", N_("Action"), RELAIS_CODE },                                                 \
		{ "resolution", N_("Resolution"), RELAIS_CODE },                               \
		{ "title", N_("Title"), RELAIS_TEXT }, { "owner", N_("Owner"), RELAIS_TEXT },  \
		{ "partners", N_("Partners"), RELAIS_TEXT },                                   \
		{ "start", N_("Start"), RELAIS_DATE }, { "due", N_("Due"), RELAIS_DATE },      \
		{ "state", N_("State"), RELAIS_CODE },                                         \
		{ "progress", N_("Progress"), RELAIS_PERCENT },                                \
		{ "planned_eur", N_("Planned (€)"), RELAIS_NUMBER },                           \
		{ "spent_eur", N_("Spent (€)"), RELAIS_NUMBER },                               \
		{ "indicator", N_("Indicator"), RELAIS_CODE },                                 \
		{ "target", N_("Target"), RELAIS_NUMBER },                                     \
		{ "proof", N_("Proof"), RELAIS_TEXT },                                         \
		{ "offices", N_("Offices"), RELAIS_TEXT },                                     \
		{ "late", N_("Late"), RELAIS_COUNT }, { "after", N_("After"), RELAIS_TEXT },   \
		{ "repeat", N_("Repeats"), RELAIS_CODE },                                      \
	{                                                                                      \
		"blocked", N_("Blocked"), RELAIS_TEXT                                          \
	}
#define COMPARED                                                                               \
	{ "baseline_due", N_("Due as planned"), RELAIS_DATE },                                 \
	{                                                                                      \
		"drift", N_("Drift (days)"), RELAIS_COUNT                                      \
	}

/* The first so many of these, unless what was planned before is asked for without reasons. */
static const relais_column columns[] = { SAID, { "slack", N_("Slack (days)"), RELAIS_COUNT },
	{ "limit", N_("Up to"), RELAIS_CODE },
	{ "legal_slack", N_("Slack to the law (days)"), RELAIS_COUNT },
	{ "critical", N_("Critical"), RELAIS_COUNT },
	{ "waits_for", N_("Waits for"), RELAIS_TEXT }, { "why", N_("Why"), RELAIS_TEXT },
	COMPARED };
static const relais_column compared[] = { SAID, COMPARED };

/* What is kept of these on a narrow terminal. */
static const char in_short[] = "code title:24 due | state owner late progress";
enum { ALWAYS = 19, WITH_REASONS = 25 };

static relais_status check_state(const char *state, relais_error *err)
{
	suggestions near;
	char hint[400];

	if (!state)
		return RELAIS_OK;
	suggest_start(&near, state);
	for (const char *const *known = status_states; *known; known++) {
		if (strcmp(*known, state) == 0)
			return RELAIS_OK;
		suggest_offer(&near, *known, NULL);
	}
	suggest_print(&near, err ? err->lang : RELAIS_EN, hint, sizeof hint);
	return fail(err, RELAIS_E_USAGE,
		"unknown state '%s': a_faire, en_cours, fait, reporte or abandonne%s", state,
		hint);
}

static relais_status check_owner(const status *s, const char *owner, relais_error *err)
{
	suggestions near;
	char hint[400];

	if (!owner)
		return RELAIS_OK;
	suggest_start(&near, owner);
	for (size_t i = 0; i < s->action_count; i++) {
		if (!s->actions[i].owner)
			continue;
		if (text_same(s->actions[i].owner, owner))
			return RELAIS_OK;
		suggest_offer(&near, s->actions[i].owner, NULL);
	}
	suggest_print(&near, s->lang, hint, sizeof hint);
	return fail(err, RELAIS_E_USAGE, "no action is owned by '%s'%s", owner, hint);
}

bool plan_matches(const status *s, const action *a, const relais_question *q)
{
	const resolution *r = status_resolution(s, a->resolution);

	return (r ? r->is_asked : !q->resolutions) &&
	       (!q->state || strcmp(a->state, q->state) == 0) &&
	       (!q->owner || (a->owner && text_same(a->owner, q->owner))) &&
	       (!q->late_only || a->is_late) && status_concerns(s, a);
}

relais_status plan_check_question(
	const status *s, const relais_question *question, relais_error *err)
{
	relais_status rc = check_state(question->state, err);

	return rc == RELAIS_OK ? check_owner(s, question->owner, err) : rc;
}

/* ---- rows ------------------------------------------------------------------------- */

typedef struct listing {
	plan *p;
	const relais_question *question;
	const relais_plan_view *how;
	const plan *before; /* as known at the day of the baseline; NULL: not asked */
	rowlist *list;
} listing;

static void add_said(rowlist *list, const action *a)
{
	const char *const before[] = { a->code, a->resolution, a->title, a->owner, a->partners,
		a->starts_on, a->due_on, a->state };
	const char *const after[] = { a->planned_eur, a->spent_eur, a->indicator, a->target,
		a->proof, a->offices };

	for (size_t i = 0; i < sizeof before / sizeof *before; i++)
		rowlist_text(list, before[i]);
	rowlist_count(list, a->progress);
	for (size_t i = 0; i < sizeof after / sizeof *after; i++)
		rowlist_text(list, after[i]);
	rowlist_count(list, a->is_late);
	rowlist_text(list, a->after);
	rowlist_text(list, a->repeat);
	rowlist_text(list, a->blocked);
}

static void add_days(rowlist *list, bool is_known, int64_t days)
{
	if (is_known)
		rowlist_count(list, days);
	else
		rowlist_null(list);
}

static void add_reasons(const listing *l, size_t at)
{
	const plan *p = l->p;
	const step *st = &p->steps[at];
	text waits = { 0 }, why = { 0 };
	int64_t days;
	bool is_known = plan_slack(st, &days);

	plan_waits_for(p, at, &waits);
	plan_say_why(p, at, &why);
	add_days(l->list, is_known, days);
	rowlist_text(l->list, is_known ? p->s.actions[st->limit].code : NULL);
	is_known = plan_legal_slack(st, &days);
	add_days(l->list, is_known, days);
	rowlist_count(l->list, st->is_critical);
	rowlist_text(l->list, waits.length ? text_str(&waits) : NULL);
	rowlist_text(l->list, why.length ? text_str(&why) : NULL);
	text_free(&waits);
	text_free(&why);
}

/* New since then, or without a day: no drift. Of what repeats, the same time then. */
static void add_drift(const listing *l, const action *a)
{
	const action *was = status_action(&l->before->s, a->code);
	relais_day due = was ? was->due : RELAIS_NO_DAY, start;

	if (was && was->repeat && a->repeat)
		action_days(was, a->nth, &start, &due);
	rowlist_day(l->list, due);
	add_days(l->list, due != RELAIS_NO_DAY && a->due != RELAIS_NO_DAY,
		(int64_t)a->due - due);
}

static void add_row(const listing *l, const action *a, size_t at)
{
	add_said(l->list, a);
	if (l->how->explain)
		add_reasons(l, at);
	if (l->before)
		add_drift(l, a);
	rowlist_end_row(l->list);
}

/* ---- the times of what repeats ---------------------------------------------------- */

static bool is_shown(const listing *l, size_t at)
{
	return plan_matches(&l->p->s, &l->p->s.actions[at], l->question) &&
	       (!l->question->critical_only || l->p->steps[at].is_critical);
}

static int by_day(const void *x, const void *y)
{
	const struct agenda_time *a = x, *b = y;
	relais_day first = a->a.due != RELAIS_NO_DAY ? a->a.due : a->a.start;
	relais_day second = b->a.due != RELAIS_NO_DAY ? b->a.due : b->a.start;

	if (first != second)
		return first < second ? -1 : 1;
	return text_compare_natural(a->a.code, b->a.code);
}

static relais_status add_times(listing *l, relais_span span, relais_error *err)
{
	agenda_times times = { .from = period_first_day(span.from),
		.until = period_last_day(span.to) };
	relais_status rc = RELAIS_OK;

	for (size_t i = 0; i < l->p->s.action_count && rc == RELAIS_OK; i++)
		if (is_shown(l, i))
			rc = agenda_expand(&times, &l->p->s, i, err);
	if (rc == RELAIS_OK && times.count)
		qsort(times.all, times.count, sizeof *times.all, by_day);
	for (size_t i = 0; i < times.count && rc == RELAIS_OK; i++)
		if (!l->question->late_only || times.all[i].a.is_late)
			add_row(l, &times.all[i].a, times.all[i].at);
	agenda_free(&times);
	return rc;
}

/* ---- the question ----------------------------------------------------------------- */

static rowlist *new_list(const listing *l)
{
	if (l->before && !l->how->explain)
		return rowlist_new(compared, sizeof compared / sizeof *compared);
	if (l->before)
		return rowlist_new(columns, sizeof columns / sizeof *columns);
	return rowlist_new(columns, l->how->explain ? WITH_REASONS : ALWAYS);
}

static relais_status write_rows(listing *l, relais_error *err)
{
	relais_span span = l->question->span;

	if (!(l->list = new_list(l)))
		return fail_memory(err);
	if (!span.from)
		span.from = span.to = period_of_day(l->p->s.day, LENGTH_YEAR);
	if (l->how->explain || l->question->critical_only)
		plan_find_critical(l->p, l->question);
	if (l->how->times)
		return add_times(l, span, err);
	for (size_t i = 0; i < l->p->s.action_count; i++)
		if (is_shown(l, i))
			add_row(l, &l->p->s.actions[i], i);
	return RELAIS_OK;
}

static relais_status open_baseline(plan *before, relais_store *store,
	const relais_question *question, const relais_plan_view *how, relais_error *err)
{
	relais_question then = { .lang = question->lang,
		.today = how->baseline,
		.as_of = how->baseline,
		.diffusion = question->diffusion };

	return plan_open(before, store, &then, err);
}

relais_status relais_ask_plan(relais_store *store, const relais_question *question,
	const relais_plan_view *how, relais_rows **out, relais_error *err)
{
	plan p, before = { .waits = NULL };
	listing l = { .p = &p, .question = question, .how = how };
	relais_status rc = plan_open(&p, store, question, err);

	*out = NULL;
	if (rc != RELAIS_OK)
		return rc;
	if (how->baseline) {
		rc = open_baseline(&before, store, question, how, err);
		l.before = &before;
	}
	if (rc == RELAIS_OK)
		rc = write_rows(&l, err);
	plan_close(&p);
	plan_close(&before);
	if (rc == RELAIS_OK)
		return rows_with_main(out, in_short, rowlist_rows(l.list, out, err));
	rowlist_free(l.list);
	return rc;
}

relais_status relais_ask_actions(relais_store *store, const relais_question *question,
	relais_rows **out, relais_error *err)
{
	const relais_plan_view plain = { .explain = false };

	return relais_ask_plan(store, question, &plain, out, err);
}
