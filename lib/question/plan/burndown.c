/* SPDX-License-Identifier: MIT
 * What was open at the end of each month, as it was known that day: the store keeps every version, so
 * that an action closed in May was open in April whatever is said of it now.
 */
#include <string.h>

#include "../../base/error.h"
#include "../../base/period.h"
#include "../../base/words.h"
#include "../../store/store.h"
#include "plan.h"

static const relais_column columns[] = { { "period", N_("Month"), RELAIS_PERIOD },
	{ "actions", N_("Actions"), RELAIS_COUNT }, { "done", N_("Done"), RELAIS_COUNT },
	{ "dropped", N_("Dropped"), RELAIS_COUNT }, { "open", N_("Open"), RELAIS_COUNT },
	{ "late", N_("Late"), RELAIS_COUNT },
	{ "planned_days", N_("Days planned"), RELAIS_NUMBER },
	{ "spent_days", N_("Days spent"), RELAIS_NUMBER },
	{ "left_days", N_("Days left"), RELAIS_NUMBER },
	{ "without_days", N_("Without days"), RELAIS_COUNT } };

typedef struct month_end {
	int64_t actions, done, dropped, open, late, unsaid;
	int64_t planned, spent, left; /* millionths of a day */
	bool has_days, has_spent, overflows;
} month_end;

static bool read_days(const char *said, int64_t *out)
{
	number n;

	*out = 0;
	if (!said || !number_from_text(said, &n) ||
		!number_rescale(n, NUMBER_MAX_DECIMALS, &n, NULL))
		return false;
	*out = n.units;
	return true;
}

/* What is left of an action is what it planned and did not spend yet, of an open one. */
static void add_days(month_end *m, const action *a, bool is_open)
{
	int64_t planned, spent, left;
	bool is_planned = read_days(a->planned_days, &planned);
	bool is_spent = read_days(a->spent_days, &spent);

	m->unsaid += !is_planned;
	m->has_days = m->has_days || is_planned;
	m->has_spent = m->has_spent || is_spent;
	left = is_open && planned > spent ? planned - spent : 0;
	if (!number_add(&m->planned, planned) || !number_add(&m->spent, spent) ||
		!number_add(&m->left, left))
		m->overflows = true;
}

static void add_action(month_end *m, const action *a)
{
	bool is_dropped = strcmp(a->state, "abandonne") == 0;
	bool is_open = action_is_open(a);

	m->actions++;
	m->dropped += is_dropped;
	m->open += is_open;
	m->done += !is_open && !is_dropped;
	m->late += a->is_late;
	if (!is_dropped)
		add_days(m, a, is_open);
}

static void write_days(rowlist *list, bool is_known, int64_t units)
{
	if (is_known)
		rowlist_number(list, (number){ units, NUMBER_MAX_DECIMALS });
	else
		rowlist_null(list);
}

static void write_month(rowlist *list, relais_period month, const month_end *m)
{
	const int64_t counts[] = { m->actions, m->done, m->dropped, m->open, m->late };

	rowlist_period(list, month);
	for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
		rowlist_count(list, counts[i]);
	write_days(list, m->has_days, m->planned);
	write_days(list, m->has_spent, m->spent);
	write_days(list, m->has_days, m->left);
	rowlist_count(list, m->unsaid);
	rowlist_end_row(list);
}

/* The month that is not over yet ends today. */
static relais_status add_month(relais_store *store, const relais_question *question,
	relais_period month, rowlist *list, relais_error *err)
{
	relais_question then = *question;
	relais_day end = period_last_day(month);
	month_end m = { .actions = 0 };
	plan p;
	relais_status rc;

	if (end > question->today)
		end = question->today;
	then.as_of = question->as_of != RELAIS_NO_DAY && question->as_of < end ? question->as_of
									       : end;
	then.today = end;
	then.owner = NULL; /* nobody of that name yet is no fault */
	if ((rc = plan_open(&p, store, &then, err)) != RELAIS_OK)
		return rc;
	then.owner = question->owner;
	for (size_t i = 0; i < p.s.action_count; i++)
		if (plan_matches(&p.s, &p.s.actions[i], &then) &&
			!action_is_time(&p.s.actions[i]))
			add_action(&m, &p.s.actions[i]);
	plan_close(&p);
	if (m.overflows)
		return fail(err, RELAIS_E_DATA, "these amounts are too big to be added up");
	write_month(list, month, &m);
	return RELAIS_OK;
}

/* From the first month anything of the plan was known. */
static relais_status find_span(relais_store *store, const relais_question *question,
	relais_span *out, relais_error *err)
{
	static const char first[] = "SELECT min(b.received_on)\n"
				    "  FROM action_version AS v\n"
				    "  JOIN batch AS b ON b.batch_id = v.known_from";
	relais_period now = period_of_day(question->today, LENGTH_MONTH);
	relais_day day;
	relais_status rc;
	stmt *s;

	*out = question->span.from ? period_months(question->span.from)
				   : (relais_span){ now, now };
	if (question->span.from)
		out->to = period_months(question->span.to).to;
	if (out->to > now)
		out->to = now;
	if (question->span.from)
		return RELAIS_OK;
	if ((rc = stmt_prepare(&s, store, first, err)) != RELAIS_OK)
		return rc;
	if ((rc = stmt_step(s, err)) == RELAIS_OK && !stmt_is_null(s, 0) &&
		relais_day_parse(stmt_text(s, 0), &day, NULL) == RELAIS_OK)
		out->from = period_of_day(day, LENGTH_MONTH);
	stmt_free(s);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

relais_status relais_ask_burndown(relais_store *store, const relais_question *question,
	relais_rows **out, relais_error *err)
{
	relais_span span;
	rowlist *list;
	relais_status rc = find_span(store, question, &span, err);

	*out = NULL;
	if (rc != RELAIS_OK)
		return rc;
	if (!(list = rowlist_new(columns, sizeof columns / sizeof *columns)))
		return fail_memory(err);
	for (relais_period m = span.from; rc == RELAIS_OK && m <= span.to; m = period_next(m))
		rc = add_month(store, question, m, list, err);
	if (rc == RELAIS_OK)
		return rowlist_rows(list, out, err);
	rowlist_free(list);
	return rc;
}
