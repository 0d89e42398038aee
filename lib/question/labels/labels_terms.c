/* SPDX-License-Identifier: MIT
 * Until when an award holds, and what it is worth on the day (C1.2, C1.7). The labels of one holder
 * and scheme follow each other by the day they were decided, requests first.
 */
#include "../../base/date.h"
#include "inside.h"

static bool is_series(const label *a, const label *b)
{
	return !strcmp(a->office, b->office) && !strcmp(a->holder, b->holder) &&
	       label_is_of(a, b->scheme);
}

/* By its own term: the decision's day where it says one, else the law's. */
static void set_term(label *one)
{
	one->nominal = one->said_until;
	if (one->nominal == RELAIS_NO_DAY && !one->is_request && one->law && one->law->years)
		one->nominal = label_term(one->decided, one->law->years);
}

/* The last day of the right, as the law moves it. */
static relais_day last_of(const label *one)
{
	return one->law ? label_effective_end(one->law, one->nominal) : one->nominal;
}

/* Did its holder still have it that day? */
static bool was_held(const label *one, relais_day day)
{
	return !one->is_request && one->decided <= day && last_of(one) >= day &&
	       (one->withdrawn == RELAIS_NO_DAY || one->withdrawn > day);
}

/* What takes over from a mark by one of its pillars holds for what was left of that mark's term: the one
 * awarded, which outlives the mark itself, or the one the law made longer. */
static void take_over(const labels *l, label *one)
{
	const label *before = NULL;

	if (one->said_until != RELAIS_NO_DAY || !one->law || !*one->law->takes_over ||
		strcmp(one->basis, "eco") != 0)
		return;
	for (size_t i = 0; i < l->count; i++) {
		const label *b = &l->all[i];

		if (label_is_of(b, one->law->takes_over) && !strcmp(b->office, one->office) &&
			!strcmp(b->holder, one->holder) && was_held(b, one->decided))
			before = b;
	}
	one->nominal = before ? before->nominal : RELAIS_NO_DAY;
	if (before && last_of(before) > before->nominal)
		one->nominal = last_of(before);
}

static label_state state_of(const labels *l, const label *one)
{
	if (one->withdrawn != RELAIS_NO_DAY && one->withdrawn <= l->day)
		return LABEL_REMOVED;
	if (one->end == RELAIS_NO_DAY)
		return LABEL_UNKNOWN;
	if (one->end < l->day)
		return LABEL_EXPIRED;
	if (one->filed != RELAIS_NO_DAY && one->filed <= l->day)
		return LABEL_RENEWING;
	return (int64_t)one->end - l->day <= l->alert ? LABEL_DUE : LABEL_VALID;
}

/* A request stands for itself, or is the next file of what holds, or is over. */
static label_state place_request(const labels *l, label *request, label *current)
{
	relais_day on = request->filed == RELAIS_NO_DAY ? request->complete : request->filed;
	bool is_over = request->withdrawn != RELAIS_NO_DAY && request->withdrawn <= l->day;

	if (is_over || on > l->day || (current && current->decided >= on))
		return LABEL_REPLACED;
	if (!current)
		return LABEL_NONE;
	current->filed = on;
	current->filed_complete = request->complete;
	return LABEL_REPLACED;
}

static void settle_series(labels *l, label *first, size_t count)
{
	label *current = NULL;

	for (size_t i = 0; i < count; i++)
		if (!first[i].is_request && first[i].decided <= l->day)
			current = &first[i];
	for (size_t i = 0; i < count; i++)
		if (first[i].is_request)
			first[i].state = place_request(l, &first[i], current);
		else if (&first[i] != current)
			first[i].state = LABEL_REPLACED;
	if (current)
		current->state = state_of(l, current);
}

bool labels_is_succeeded(const labels *l, const label *one)
{
	for (size_t i = 0; one->law && *one->law->replaced_by && i < l->count; i++) {
		const label *next = &l->all[i];

		if (label_is_of(next, one->law->replaced_by) && label_is_current(next) &&
			!strcmp(next->office, one->office) &&
			!strcmp(next->holder, one->holder) && label_holds(next, l->day))
			return true;
	}
	return false;
}

void labels_settle(labels *l)
{
	for (size_t i = 0; i < l->count; i++)
		set_term(&l->all[i]);
	for (size_t i = 0; i < l->count; i++)
		take_over(l, &l->all[i]);
	for (size_t i = 0; i < l->count; i++) {
		label *one = &l->all[i];

		one->end = one->nominal == RELAIS_NO_DAY || !one->law
				   ? one->nominal
				   : label_effective_end(one->law, one->nominal);
	}
	for (size_t i = 0, next; i < l->count; i = next) {
		for (next = i + 1; next < l->count && is_series(&l->all[i], &l->all[next]);)
			next++;
		settle_series(l, &l->all[i], next - i);
	}
	for (size_t i = 0; i < l->count; i++)
		if (l->all[i].state == LABEL_EXPIRED && labels_is_succeeded(l, &l->all[i]))
			l->all[i].state = LABEL_REPLACED;
}
