/* SPDX-License-Identifier: MIT
 * What can begin today, what leaves least time first.
 */
#include <stdlib.h>

#include "../../base/error.h"
#include "../../base/words.h"
#include "list.h"

static const relais_column columns[] = { { "code", N_("Action"), RELAIS_CODE },
	{ "resolution", N_("Resolution"), RELAIS_CODE }, { "title", N_("Title"), RELAIS_TEXT },
	{ "owner", N_("Owner"), RELAIS_TEXT }, { "start", N_("Start"), RELAIS_DATE },
	{ "due", N_("Due"), RELAIS_DATE }, { "days_left", N_("Days left"), RELAIS_COUNT },
	{ "slack", N_("Slack (days)"), RELAIS_COUNT }, { "limit", N_("Up to"), RELAIS_CODE },
	{ "planned_days", N_("Days of work"), RELAIS_NUMBER } };

/* What is kept of these on a narrow terminal. */
static const char in_short[] = "code title:24 due | days_left owner";

typedef struct candidate {
	size_t at;
	int64_t slack;
	bool has_slack;
} candidate;

/* Those nothing hangs on last; what is as urgent stays in the order of the plan. */
static int by_slack(const void *x, const void *y)
{
	const candidate *a = x, *b = y;

	if (a->has_slack != b->has_slack)
		return a->has_slack ? -1 : 1;
	if (a->has_slack && a->slack != b->slack)
		return a->slack < b->slack ? -1 : 1;
	return a->at < b->at ? -1 : a->at > b->at;
}

static void add_row(rowlist *list, const plan *p, const candidate *c)
{
	const action *a = &p->s.actions[c->at];
	const char *const said[] = { a->code, a->resolution, a->title, a->owner, a->starts_on,
		a->due_on };

	for (size_t i = 0; i < sizeof said / sizeof *said; i++)
		rowlist_text(list, said[i]);
	if (a->due == RELAIS_NO_DAY)
		rowlist_null(list);
	else
		rowlist_count(list, (int64_t)a->due - p->s.day);
	if (c->has_slack)
		rowlist_count(list, c->slack);
	else
		rowlist_null(list);
	rowlist_text(list, c->has_slack ? p->s.actions[p->steps[c->at].limit].code : NULL);
	rowlist_text(list, a->planned_days);
	rowlist_end_row(list);
}

static relais_status add_rows(
	const plan *p, const relais_question *question, rowlist *list, relais_error *err)
{
	candidate *all = calloc(p->s.action_count + 1, sizeof *all);
	size_t count = 0;

	if (!all)
		return fail_memory(err);
	for (size_t i = 0; i < p->s.action_count; i++) {
		if (!plan_is_ready(p, i) || !plan_matches(&p->s, &p->s.actions[i], question))
			continue;
		all[count].at = i;
		all[count].has_slack = plan_slack(&p->steps[i], &all[count].slack);
		count++;
	}
	qsort(all, count, sizeof *all, by_slack);
	for (size_t i = 0; i < count; i++)
		add_row(list, p, &all[i]);
	free(all);
	return RELAIS_OK;
}

relais_status relais_ask_ready(relais_store *store, const relais_question *question,
	relais_rows **out, relais_error *err)
{
	rowlist *list;
	plan p;
	relais_status rc = plan_open(&p, store, question, err);

	*out = NULL;
	if (rc != RELAIS_OK)
		return rc;
	list = rowlist_new(columns, sizeof columns / sizeof *columns);
	rc = list ? add_rows(&p, question, list, err) : fail_memory(err);
	plan_close(&p);
	if (rc == RELAIS_OK)
		return rows_with_main(out, in_short, rowlist_rows(list, out, err));
	if (list)
		rowlist_free(list);
	return rc;
}
