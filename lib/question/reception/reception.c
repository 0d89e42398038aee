/* SPDX-License-Identifier: MIT
 * Where a network receives (S3): what comes to each counter, in how many hours, how much is met outside the
 * walls, and whether the hours follow the visitors through the year.
 */
#include <string.h>

#include "../../base/error.h"
#include "../../base/words.h"
#include "points.h"

static const relais_column columns[] = { { "office", N_("Office"), RELAIS_CODE },
	{ "name", N_("Name"), RELAIS_TEXT }, { "bureau_of", N_("Bureau of"), RELAIS_CODE },
	{ "commune", N_("Commune"), RELAIS_TEXT }, { "points", N_("Counters"), RELAIS_COUNT },
	{ "months", N_("Months"), RELAIS_COUNT }, { "counter", N_("Contacts"), RELAIS_NUMBER },
	{ "share", N_("Share"), RELAIS_PERCENT }, { "hours", N_("Hours"), RELAIS_NUMBER },
	{ "per_hour", N_("Per hour"), RELAIS_INDEX },
	{ "busiest", N_("Busiest"), RELAIS_PERIOD },
	{ "busiest_per_hour", N_("Per hour then"), RELAIS_INDEX },
	{ "quietest", N_("Quietest"), RELAIS_PERIOD },
	{ "quietest_per_hour", N_("Per hour then"), RELAIS_INDEX },
	{ "misplaced", N_("Hours misplaced"), RELAIS_PERCENT },
	{ "outside", N_("Outside"), RELAIS_NUMBER },
	{ "outside_share", N_("Share outside"), RELAIS_PERCENT } };

/* What is kept of these on a narrow terminal. */
static const char in_short[] = "office counter | name hours per_hour busiest misplaced points";

/* ---- hours and visitors through the year ----------------------------------------------------- */

typedef struct year_of {
	size_t busiest, quietest; /* months, by contacts per hour */
	pair_sum most, least;
	fraction misplaced;
} year_of;

static bool is_more(const pair_sum *x, const pair_sum *y)
{
	return (wide)x->a * y->b > (wide)y->a * x->b;
}

/* Half of what the shares of the months differ by: the part of the hours that other months would have
 * had, had they followed the visitors (Duncan's index of dissimilarity). Of one month there is none. */
static bool look_at_year(const points *p, size_t at, const pair_sum *all, year_of *y)
{
	fraction apart = { 0, 1 };

	*y = (year_of){ 0 };
	for (size_t m = 0; m < p->months; m++) {
		pair_sum one = { .months = 1 };
		fraction gap;

		if (!points_figure(p, FLOW_COUNTER, at, m, &one.a) ||
			!points_figure(p, FLOW_HOURS, at, m, &one.b))
			continue;
		gap = fraction_minus(fraction_of(one.a, all->a), fraction_of(one.b, all->b));
		if (gap.top > 0) /* those of the others add up to the same */
			apart = fraction_minus(apart, (fraction){ -gap.top, gap.bottom });
		if (one.b <= 0)
			continue;
		if (!y->most.months || is_more(&one, &y->most)) {
			y->busiest = m;
			y->most = one;
		}
		if (!y->least.months || is_more(&y->least, &one)) {
			y->quietest = m;
			y->least = one;
		}
	}
	y->misplaced = fraction_times(apart, 100);
	return all->months > 1 && all->a > 0 && all->b > 0;
}

static void say_month(rowlist *list, const points *p, size_t month, const pair_sum *s)
{
	if (s->months)
		rowlist_period(list, frame_period(&p->sent[FLOW_HOURS], month));
	else
		rowlist_null(list);
	say_per_hour(list, p, s);
}

static void say_year(rowlist *list, const points *p, size_t at, const pair_sum *all)
{
	year_of y;

	if (!look_at_year(p, at, all, &y)) {
		for (int n = 0; n < 5; n++)
			rowlist_null(list);
		return;
	}
	say_month(list, p, y.busiest, &y.most);
	say_month(list, p, y.quietest, &y.least);
	say_fraction(list, y.misplaced);
}

/* ---- counter by counter ---------------------------------------------------------------------- */

static void say_point(rowlist *list, const points *p, size_t at, const sums_of *s, int64_t all)
{
	const office *o = &p->study->offices.offices[at];

	rowlist_text(list, o->code);
	rowlist_text(list, o->name);
	rowlist_text(list, o->bureau_of);
	rowlist_text(list, points_commune(p, at));
	rowlist_count(list, s->points);
	rowlist_count(list, (int64_t)s->counter.months);
	say_sum(list, p, FLOW_COUNTER, &s->counter);
	if (s->counter.months)
		say_part(list, s->counter.a, all);
	else
		rowlist_null(list);
	say_sum(list, p, FLOW_HOURS, &s->hours);
	say_per_hour(list, p, &s->with_hours);
	say_year(list, p, at, &s->with_hours);
	say_outside(list, p, s);
	rowlist_end_row(list);
}

static relais_status list_points(rowlist **out, const points *p, relais_error *err)
{
	rowlist *list = *out = rowlist_new(columns, sizeof columns / sizeof *columns);
	sums_of all, one;
	relais_status rc = list ? sums_of_all(p, &all, err) : fail_memory(err);

	for (size_t at = 0; rc == RELAIS_OK && at < p->study->offices.count; at++) {
		if (!points_has(p, at))
			continue;
		if (!sums_of_point(p, at, &one))
			return sums_too_large(err);
		say_point(list, p, at, &one, all.counter.a);
	}
	return rc;
}

/* ---- the question --------------------------------------------------------------------------------- */

static relais_status read_key(const char *by, group_key *key, relais_error *err)
{
	static const char *const places[] = { "commune", "territory", "epci", "departement",
		"region", "zone", "category", "legal_form", "size", NULL };
	char candidates[256];

	*key = KEY_NONE;
	if (!by || strcmp(by, "commune") == 0)
		return RELAIS_OK;
	*key = key_named(by);
	if (*key != KEY_NONE && *key != KEY_OFFICE && !key_is_time(*key))
		return RELAIS_OK;
	relais_suggest(by, places, err ? err->lang : RELAIS_EN, candidates, sizeof candidates);
	return fail(err, RELAIS_E_USAGE,
		"counters are grouped by commune, territory, epci, departement, region, zone, category, legal_form or size, not by '%s'%s",
		by, candidates);
}

relais_status relais_ask_reception(relais_store *store, const relais_question *question,
	relais_rows **out, relais_error *err)
{
	relais_question of_all = *question;
	group_key key;
	rowlist *list = NULL;
	points p;
	relais_status rc;

	*out = NULL;
	of_all.by = NULL;
	if ((rc = read_key(question->by, &key, err)) != RELAIS_OK)
		return rc;
	rc = points_open(&p, store, &of_all, err);
	if (rc == RELAIS_OK)
		rc = question->by ? places_say(&list, &p, key, err)
				  : list_points(&list, &p, err);
	points_close(&p);
	if (rc == RELAIS_OK)
		return rows_with_main(out, in_short, rowlist_rows(list, out, err));
	rowlist_free(list);
	return rc;
}
