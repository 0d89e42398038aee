/* SPDX-License-Identifier: MIT
 * The days the law hangs on a label (C1.3), and which of them comes next.
 */
#include "inside.h"

#include <stdio.h>
#include <stdlib.h>

#include "../../base/date.h"
#include "../../base/error.h"

static relais_status add(labels *l, const label *one, relais_day day, const char *what,
	bool is_met, relais_error *err)
{
	deadline d = { .day = day,
		.office = one->carrier,
		.holder = one->holder,
		.name = one->name,
		.scheme = one->scheme,
		.level = one->level,
		.what = what,
		.of = one,
		.is_met = is_met };

	return day == RELAIS_NO_DAY ? RELAIS_OK : labels_add_deadline(l, &d, err);
}

/* "12|9|6|3": months before the end, counted from the day after the last. */
static relais_status add_reminders(labels *l, const label *one, bool is_met, relais_error *err)
{
	const char *months = one->law ? one->law->reminders : "";
	relais_status rc = RELAIS_OK;

	while (rc == RELAIS_OK && *months) {
		char *after, what[32];
		long before = strtol(months, &after, 10);
		const char *name;

		snprintf(what, sizeof what, "rappel_%ld", before);
		if (!(name = arena_string(&l->memory, what)))
			return fail_memory(err);
		rc = add(l, one, day_add_months(one->end + 1, -(int)before), name, is_met, err);
		months = *after ? after + 1 : after;
	}
	return rc;
}

/* Of a file at the préfecture: the missing pieces, then the decision, each in half of the time. */
static relais_status add_procedure(labels *l, const label *one, relais_error *err)
{
	int months = one->law ? one->law->procedure / SHARE_OF_PROCEDURE : 0;
	relais_day complete = one->is_request ? one->complete : one->filed_complete;

	if (!months || (one->filed == RELAIS_NO_DAY && complete == RELAIS_NO_DAY))
		return RELAIS_OK;
	if (complete == RELAIS_NO_DAY || complete > l->day)
		return add(l, one, day_add_months(one->filed, months), "pieces", false, err);
	return add(l, one, day_add_months(complete, months), "decision", false, err);
}

static relais_status add_end(labels *l, const label *one, bool is_filed, relais_error *err)
{
	relais_status rc;

	if (one->end == RELAIS_NO_DAY)
		return RELAIS_OK;
	if ((rc = add_reminders(l, one, is_filed, err)) != RELAIS_OK)
		return rc;
	if (one->law && one->law->procedure)
		rc = add(l, one, day_add_months(one->end + 1, -one->law->procedure), "depot",
			is_filed, err);
	if (rc != RELAIS_OK)
		return rc;
	if (!one->law || !*one->law->replaced_by)
		return add(l, one, one->end, "echeance", false, err);
	return add(l, one, one->end, "remplacement", is_filed, err);
}

static relais_status add_label(labels *l, const label *one, relais_error *err)
{
	bool is_filed = (one->filed != RELAIS_NO_DAY && one->filed <= l->day) ||
			labels_is_succeeded(l, one);
	relais_status rc = RELAIS_OK;

	if (!one->is_request && one->state != LABEL_REMOVED)
		rc = add_end(l, one, is_filed, err);
	if (rc == RELAIS_OK)
		rc = add_procedure(l, one, err);
	if (rc == RELAIS_OK && one->injunction != RELAIS_NO_DAY && one->injunction <= l->day &&
		one->state != LABEL_REMOVED)
		rc = add(l, one, day_add_months(one->injunction, INJUNCTION_MONTHS),
			"conformite", false, err);
	return rc;
}

static int in_order(const void *a, const void *b)
{
	const deadline *x = a, *y = b;
	const char *const left[] = { x->office, x->holder, x->scheme, x->what };
	const char *const right[] = { y->office, y->holder, y->scheme, y->what };

	if (x->day != y->day)
		return x->day < y->day ? -1 : 1;
	for (size_t i = 0; i < sizeof left / sizeof *left; i++) {
		int order = text_compare_natural(left[i], right[i]);

		if (order)
			return order;
	}
	return 0;
}

/* An injunction and a merger go before everything, and stay when their day is gone; so does a deposit
 * that is late while there is something to renew. */
static int urgency(const labels *l, const deadline *d)
{
	bool is_coming = d->day >= l->day;

	if (!strcmp(d->what, "conformite"))
		return 4;
	if (!strcmp(d->what, "maintien"))
		return 3;
	if (!strcmp(d->what, "depot") && !is_coming && d->of->end >= l->day)
		return 2;
	return is_coming ? 1 : 0;
}

static void set_usual(const labels *l, label *one)
{
	if (labels_is_succeeded(l, one))
		return;
	if (one->state == LABEL_UNKNOWN)
		one->next = "decision_a_saisir";
	else if (one->law && *one->law->replaced_by)
		one->next = one->law->replaced_by;
	else
		one->next = "demande";
}

/* The deadlines are in the order of their days. */
static relais_status set_next(labels *l, relais_error *err)
{
	int *known = calloc(l->count + 1, sizeof *known);

	if (!known)
		return fail_memory(err);
	for (size_t i = 0; i < l->deadline_count; i++) {
		const deadline *d = &l->deadlines[i];
		size_t at = d->of ? (size_t)(d->of - l->all) : l->count;

		if (!d->of || d->is_met || urgency(l, d) <= known[at])
			continue;
		known[at] = urgency(l, d);
		l->all[at].next = d->what;
		l->all[at].next_on = d->day;
	}
	free(known);
	for (size_t i = 0; i < l->count; i++)
		if (!*l->all[i].next && label_is_current(&l->all[i]))
			set_usual(l, &l->all[i]);
	return RELAIS_OK;
}

relais_status labels_find_deadlines(labels *l, relais_error *err)
{
	relais_status rc = RELAIS_OK;

	for (size_t i = 0; rc == RELAIS_OK && i < l->count; i++)
		if (label_is_current(&l->all[i]))
			rc = add_label(l, &l->all[i], err);
	if (rc == RELAIS_OK)
		rc = labels_find_mergers(l, err);
	if (rc != RELAIS_OK)
		return rc;
	if (l->deadline_count)
		qsort(l->deadlines, l->deadline_count, sizeof *l->deadlines, in_order);
	return set_next(l, err);
}
