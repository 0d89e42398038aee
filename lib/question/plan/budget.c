/* SPDX-License-Identifier: MIT
 * What the plan costs and who pays. Sums are exact; what nobody said counts for nothing and is
 * counted apart.
 */
#include <stdlib.h>
#include <string.h>

#include "../../base/error.h"
#include "../../base/suggest.h"
#include "../../base/words.h"
#include "../../model/ties.h"
#include "plan.h"

static const relais_column columns[] = { { "group", N_("Group"), RELAIS_CODE },
	{ "actions", N_("Actions"), RELAIS_COUNT },
	{ "planned_eur", N_("Planned (€)"), RELAIS_NUMBER },
	{ "promised_eur", N_("Promised (€)"), RELAIS_NUMBER },
	{ "open_eur", N_("Not funded (€)"), RELAIS_NUMBER },
	{ "paid_eur", N_("Paid (€)"), RELAIS_NUMBER },
	{ "spent_eur", N_("Spent (€)"), RELAIS_NUMBER },
	{ "left_eur", N_("Left (€)"), RELAIS_NUMBER },
	{ "planned_days", N_("Days planned"), RELAIS_NUMBER },
	{ "spent_days", N_("Days spent"), RELAIS_NUMBER },
	{ "without_budget", N_("Without a budget"), RELAIS_COUNT } };

/* What is kept of these on a narrow terminal. */
static const char in_short[] =
	"group planned_eur spent_eur | actions left_eur open_eur promised_eur";

typedef enum amount {
	PLANNED,
	PROMISED,
	PAID,
	SPENT,
	PLANNED_DAYS,
	SPENT_DAYS,
	AMOUNTS
} amount;

typedef struct sum {
	const char *name;
	int64_t actions, unsaid;
	number of[AMOUNTS];
	bool has[AMOUNTS]; /* somebody said something: nothing said is no zero */
} sum;

typedef struct budget {
	const plan *p;
	sum *all;
	size_t count, room;
	sum total;
	bool overflows;
} budget;

static const char *const keys[] = { "funder", "resolution", "domain", "owner", NULL };

static relais_status check_key(const char *by, relais_error *err)
{
	char near[256];

	for (size_t i = 0; by && keys[i]; i++)
		if (!strcmp(by, keys[i]))
			return RELAIS_OK;
	if (!by)
		return RELAIS_OK;
	relais_suggest(by, keys, err ? err->lang : RELAIS_EN, near, sizeof near);
	return fail(err, RELAIS_E_USAGE,
		"a budget is by funder, resolution, domain or owner, not by '%s'%s", by, near);
}

static sum *sum_of(budget *b, const char *name)
{
	for (size_t i = 0; i < b->count; i++)
		if (!strcmp(b->all[i].name, name))
			return &b->all[i];
	if (b->count == b->room) {
		size_t more = b->room ? 2 * b->room : 32;
		sum *all = realloc(b->all, more * sizeof *all);

		if (!all)
			return NULL;
		b->all = all;
		b->room = more;
	}
	b->all[b->count] = (sum){ .name = name };
	return &b->all[b->count++];
}

static void add(budget *b, sum *s, amount which, number n)
{
	if (!s->has[which])
		s->of[which] = (number){ 0, NUMBER_MAX_DECIMALS };
	s->has[which] = true;
	if (!number_rescale(n, NUMBER_MAX_DECIMALS, &n, NULL) ||
		!number_add(&s->of[which].units, n.units))
		b->overflows = true;
}

static void add_said(budget *b, sum *s, amount which, const char *said)
{
	number n;

	if (said && number_from_text(said, &n))
		add(b, s, which, n);
}

static void add_action(budget *b, sum *s, const action *a)
{
	const char *at = a->fundings;
	funding one;

	s->actions += !action_is_time(a);
	s->unsaid += !a->planned_eur && !action_is_time(a);
	add_said(b, s, PLANNED, a->planned_eur);
	add_said(b, s, SPENT, a->spent_eur);
	add_said(b, s, PLANNED_DAYS, a->planned_days);
	add_said(b, s, SPENT_DAYS, a->spent_days);
	while (at && funding_next(&at, &one)) {
		add(b, s, PROMISED, one.promised);
		if (one.has_paid)
			add(b, s, PAID, one.paid);
	}
}

/* What a funder promised is what is planned of it. */
static bool add_funders(budget *b, const action *a)
{
	const char *at = a->fundings;
	funding one;

	while (at && funding_next(&at, &one)) {
		sum *s = sum_of(b, one.funder);

		if (!s)
			return false;
		s->actions += !action_is_time(a);
		add(b, s, PROMISED, one.promised);
		if (one.has_paid)
			add(b, s, PAID, one.paid);
	}
	return true;
}

static bool add_group(budget *b, const action *a, const char *by)
{
	const resolution *r = status_resolution(&b->p->s, a->resolution);
	const char *name = !strcmp(by, "domain")  ? (r ? r->domain : NULL)
			   : !strcmp(by, "owner") ? a->owner
						  : a->resolution;
	sum *s = sum_of(b, name ? name : "");

	if (s)
		add_action(b, s, a);
	return s != NULL;
}

static int by_name(const void *x, const void *y)
{
	const sum *a = x, *b = y;

	return text_compare_natural(a->name, b->name);
}

/* a - b, nothing when a is not said. */
static void write_rest(rowlist *list, const sum *s, amount a, amount b)
{
	number rest = s->of[a];

	if (!s->has[a] || __builtin_sub_overflow(
				  rest.units, s->has[b] ? s->of[b].units : 0, &rest.units)) {
		rowlist_null(list);
		return;
	}
	rowlist_number(list, rest);
}

static void write_amount(rowlist *list, const sum *s, amount which)
{
	if (s->has[which])
		rowlist_number(list, s->of[which]);
	else
		rowlist_null(list);
}

static void write_sum(rowlist *list, const sum *s, bool of_funder)
{
	rowlist_text(list, s->name);
	rowlist_count(list, s->actions);
	write_amount(list, s, PLANNED);
	write_amount(list, s, PROMISED);
	write_rest(list, s, PLANNED, PROMISED);
	write_amount(list, s, PAID);
	write_amount(list, s, SPENT);
	write_rest(list, s, PLANNED, SPENT);
	write_amount(list, s, PLANNED_DAYS);
	write_amount(list, s, SPENT_DAYS);
	if (of_funder)
		rowlist_null(list);
	else
		rowlist_count(list, s->unsaid);
	rowlist_end_row(list);
}

/* Those dropped cost what was spent, no more: they are out of the plan. One time of what repeats has
 * costs of its own when it says them. */
static relais_status add_all(budget *b, const relais_question *question, relais_error *err)
{
	const char *by = question->by ? question->by : "funder";

	for (size_t i = 0; i < b->p->s.action_count; i++) {
		const action *a = &b->p->s.actions[i];
		bool is_asked = plan_matches(&b->p->s, a, question) &&
				strcmp(a->state, "abandonne") != 0;

		if (!is_asked)
			continue;
		add_action(b, &b->total, a);
		if (!(strcmp(by, "funder") ? add_group(b, a, by) : add_funders(b, a)))
			return fail_memory(err);
	}
	if (b->overflows)
		return fail(err, RELAIS_E_DATA, "these amounts are too big to be added up");
	if (b->count)
		qsort(b->all, b->count, sizeof *b->all, by_name);
	return RELAIS_OK;
}

relais_status relais_ask_budget(relais_store *store, const relais_question *question,
	relais_rows **out, relais_error *err)
{
	bool of_funders = !question->by || !strcmp(question->by, "funder");
	budget b = { .total = { .name = "total" } };
	rowlist *list = NULL;
	plan p;
	relais_status rc = check_key(question->by, err);

	*out = NULL;
	if (rc != RELAIS_OK || (rc = plan_open(&p, store, question, err)) != RELAIS_OK)
		return rc;
	b.p = &p;
	if ((rc = add_all(&b, question, err)) == RELAIS_OK &&
		!(list = rowlist_new(columns, sizeof columns / sizeof *columns)))
		rc = fail_memory(err);
	for (size_t i = 0; list && i < b.count; i++)
		write_sum(list, &b.all[i], of_funders);
	if (list)
		write_sum(list, &b.total, false);
	free(b.all);
	plan_close(&p);
	return list ? rows_with_main(out, in_short, rowlist_rows(list, out, err)) : rc;
}
