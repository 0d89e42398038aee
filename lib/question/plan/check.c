/* SPDX-License-Identifier: MIT
 * What somebody has to look at: a line for each thing of each action, nothing when all is well.
 */
#include <stdarg.h>
#include <string.h>

#include "../../base/error.h"
#include "../../base/words.h"
#include "../../model/ties.h"
#include "plan.h"

static const relais_column columns[] = { { "finding", N_("Finding"), RELAIS_CODE },
	{ "code", N_("Action"), RELAIS_CODE }, { "resolution", N_("Resolution"), RELAIS_CODE },
	{ "owner", N_("Owner"), RELAIS_TEXT }, { "day", N_("Day"), RELAIS_DATE },
	{ "detail", N_("Detail"), RELAIS_TEXT } };

typedef struct checking {
	const plan *p;
	rowlist *list;
	uint64_t found;
} checking;

__attribute__((format(printf, 5, 6))) static void tell(checking *c, const char *finding,
	const action *a, relais_day day, const char *format, ...)
{
	char detail[600];
	va_list values;

	va_start(values, format);
	vsnprintf(detail, sizeof detail, words(c->p->s.lang, format), values);
	va_end(values);
	rowlist_text(c->list, finding);
	rowlist_text(c->list, a->code);
	rowlist_text(c->list, a->resolution);
	rowlist_text(c->list, a->owner);
	rowlist_day(c->list, day);
	rowlist_text(c->list, detail);
	rowlist_end_row(c->list);
	c->found++;
}

/* ---- what it waits for ------------------------------------------------------------- */

static bool is_known(const plan *p, const char *code)
{
	char series[128];
	size_t length;

	if (status_action(&p->s, code))
		return true;
	if (!occurrence_of(code, &length) || length >= sizeof series)
		return false;
	snprintf(series, sizeof series, "%.*s", (int)length, code);
	return status_action(&p->s, series) != NULL;
}

static void check_waits(checking *c, size_t at)
{
	const action *a = &c->p->s.actions[at];
	const char *rest = a->after;
	tie one;

	while (rest && tie_next(&rest, &one)) {
		const action *before = status_action(&c->p->s, one.code);

		if (!is_known(c->p, one.code))
			tell(c, "predecessor-unknown", a, RELAIS_NO_DAY,
				N_("waits for %s, which is not in the plan"), one.code);
		else if (before && strcmp(before->state, "abandonne") == 0)
			tell(c, "predecessor-dropped", a, RELAIS_NO_DAY,
				N_("waits for %s, which was dropped"), one.code);
	}
}

/* All that is on a circle, or behind one. */
static void check_circle(checking *c, size_t at)
{
	text waits = { 0 };

	if (!c->p->steps[at].is_circular)
		return;
	plan_waits_for(c->p, at, &waits);
	tell(c, "circle", &c->p->s.actions[at], RELAIS_NO_DAY,
		N_("waits for itself by way of others: %s"), text_str(&waits));
	text_free(&waits);
}

/* ---- its days ---------------------------------------------------------------------- */

static void check_late(checking *c, const action *a)
{
	unsigned long days;

	if (!a->is_late)
		return;
	days = (unsigned long)(c->p->s.day - a->due);
	if (a->overdue > 1)
		tell(c, "late", a, a->due, N_("%lld times whose day has passed"),
			(long long)a->overdue);
	else
		tell(c, "late", a, a->due,
			words_n(c->p->s.lang, "late by %lu day", "late by %lu days", days),
			days);
}

static void check_own_slack(checking *c, size_t at, unsigned long days)
{
	const action *a = &c->p->s.actions[at];
	const step *st = &c->p->steps[at];

	if (st->limit == (ptrdiff_t)at)
		tell(c, "no-slack", a, st->latest,
			words_n(c->p->s.lang, "%lu day too few to be done in time",
				"%lu days too few to be done in time", days),
			days);
	else
		tell(c, "no-slack", a, st->latest,
			words_n(c->p->s.lang, "%lu day too few for %s to be in time",
				"%lu days too few for %s to be in time", days),
			days, c->p->s.actions[st->limit].code);
}

/* What is late itself has been told; a day of law is told besides. */
static void check_slack(checking *c, size_t at)
{
	const action *a = &c->p->s.actions[at];
	const step *st = &c->p->steps[at];
	int64_t slack;
	unsigned long days;

	if (plan_legal_slack(st, &slack) && slack < 0) {
		days = (unsigned long)-slack;
		tell(c, "too-late-for-the-law", a, st->legal,
			words_n(c->p->s.lang, "%lu day too few for the legal day of %s",
				"%lu days too few for the legal day of %s", days),
			days, c->p->s.actions[st->legal_limit].code);
	} else if (strcmp(a->state, "reporte") == 0 && a->due < c->p->s.day &&
		   a->due != RELAIS_NO_DAY) {
		tell(c, "put-off", a, a->due, N_("was put off and its day has passed"));
	} else if (plan_slack(st, &slack) && slack < 0 && !a->is_late) {
		check_own_slack(c, at, (unsigned long)-slack);
	}
}

static void check_days(checking *c, const action *a)
{
	if (a->start_is_lost)
		tell(c, "day-unknown", a, RELAIS_NO_DAY,
			N_("begins on '%s', and nobody knows that day"), a->start_said);
	if (a->due_is_lost)
		tell(c, "day-unknown", a, RELAIS_NO_DAY,
			N_("is due on '%s', and nobody knows that day"), a->due_said);
	if (!a->due_is_lost && a->due == RELAIS_NO_DAY && !(a->repeat && a->nth > 1))
		tell(c, "no-due", a, RELAIS_NO_DAY, N_("has no day it is due"));
	if (a->start != RELAIS_NO_DAY && a->due != RELAIS_NO_DAY && a->due < a->start)
		tell(c, "due-before-start", a, a->due, N_("is due before it starts"));
}

/* ---- who and what it costs --------------------------------------------------------- */

static bool is_over(const char *spent, const char *planned)
{
	number most, now;

	return planned && spent && number_from_text(planned, &most) &&
	       number_from_text(spent, &now) && number_order(now, most) > 0;
}

static void check_cost(checking *c, const action *a)
{
	if (is_over(a->spent_eur, a->planned_eur))
		tell(c, "over-budget", a, RELAIS_NO_DAY, N_("spent %s euros of %s planned"),
			a->spent_eur, a->planned_eur);
	if (is_over(a->spent_days, a->planned_days))
		tell(c, "over-effort", a, RELAIS_NO_DAY,
			N_("spent %s days of work of %s planned"), a->spent_days,
			a->planned_days);
	if (a->fundings && !a->planned_eur)
		tell(c, "no-budget", a, RELAIS_NO_DAY,
			N_("has funders and no planned budget: %s"), a->fundings);
}

static void check_action_at(checking *c, size_t at)
{
	const action *a = &c->p->s.actions[at];

	check_cost(c, a);
	if (!c->p->steps[at].is_open)
		return;
	check_circle(c, at);
	check_waits(c, at);
	check_late(c, a);
	check_slack(c, at);
	check_days(c, a);
	if (!a->owner)
		tell(c, "no-owner", a, RELAIS_NO_DAY, N_("nobody is in charge"));
}

relais_status relais_ask_plan_check(relais_store *store, const relais_question *question,
	uint64_t *found, relais_rows **out, relais_error *err)
{
	checking c = { .found = 0 };
	plan p;
	relais_status rc = plan_open(&p, store, question, err);

	*out = NULL;
	if (rc != RELAIS_OK)
		return rc;
	c.p = &p;
	c.list = rowlist_new(columns, sizeof columns / sizeof *columns);
	for (size_t i = 0; c.list && i < p.s.action_count; i++)
		if (plan_matches(&p.s, &p.s.actions[i], question))
			check_action_at(&c, i);
	*found = c.found;
	plan_close(&p);
	return c.list ? rowlist_rows(c.list, out, err) : fail_memory(err);
}
