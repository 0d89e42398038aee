/* SPDX-License-Identifier: MIT
 * How reception is spread over the communes, territories or kinds of offices: shares of the counters, of
 * the hours and of the contacts side by side, which needs no distances.
 */
#include <stdlib.h>
#include <string.h>

#include "../../base/error.h"
#include "../../base/text.h"
#include "../../base/words.h"
#include "points.h"

static const relais_column place_columns[] = { { "group", N_("Group"), RELAIS_CODE },
	{ "points", N_("Counters"), RELAIS_COUNT },
	{ "points_share", N_("Share of counters"), RELAIS_PERCENT },
	{ "counter", N_("Contacts"), RELAIS_NUMBER },
	{ "counter_share", N_("Share of contacts"), RELAIS_PERCENT },
	{ "hours", N_("Hours"), RELAIS_NUMBER },
	{ "hours_share", N_("Share of hours"), RELAIS_PERCENT },
	{ "per_hour", N_("Per hour"), RELAIS_INDEX },
	{ "outside", N_("Outside"), RELAIS_NUMBER },
	{ "outside_share", N_("Share outside"), RELAIS_PERCENT } };

typedef struct place_sum {
	const char *code; /* NULL: not said */
	sums_of sums;
} place_sum;

static const char *group_of(const points *p, group_key key, size_t at)
{
	const roster *r = &p->study->offices;
	const office *o = &r->offices[at];

	if (key == KEY_NONE)
		return points_commune(p, at);
	return o->attribute[key] || o->office_of < 0 ? o->attribute[key]
						     : r->offices[o->office_of].attribute[key];
}

static bool add_to_group(place_sum *groups, size_t *count, const char *code, const sums_of *one)
{
	size_t g = 0;

	while (g < *count &&
		(groups[g].code == NULL || code == NULL ? groups[g].code != code
							: strcmp(groups[g].code, code) != 0))
		g++;
	if (g == *count)
		groups[(*count)++] = (place_sum){ .code = code };
	return sums_of_add(&groups[g].sums, one);
}

/* Those not said come last. */
static int by_code(const void *a, const void *b)
{
	const place_sum *x = a, *y = b;

	if (!x->code || !y->code)
		return (x->code == NULL) - (y->code == NULL);
	return text_compare_natural(x->code, y->code);
}

static void say_group(rowlist *list, const points *p, const place_sum *g, const sums_of *all)
{
	const sums_of *s = &g->sums;

	rowlist_text(list, g->code ? g->code : "");
	rowlist_count(list, s->points);
	say_share(list, s->points, all->points);
	say_sum(list, p, FLOW_COUNTER, &s->counter);
	if (s->counter.months)
		say_share(list, s->counter.a, all->counter.a);
	else
		rowlist_null(list);
	say_sum(list, p, FLOW_HOURS, &s->hours);
	if (s->hours.months)
		say_share(list, s->hours.a, all->hours.a);
	else
		rowlist_null(list);
	say_per_hour(list, p, &s->with_hours);
	say_outside(list, p, s);
	rowlist_end_row(list);
}

relais_status places_say(rowlist **out, const points *p, group_key key, relais_error *err)
{
	rowlist *list = *out =
		rowlist_new(place_columns, sizeof place_columns / sizeof *place_columns);
	size_t offices = p->study->offices.count, count = 0;
	place_sum *groups = calloc(offices + 1, sizeof *groups);
	bool fits = true;
	sums_of all, one;
	relais_status rc =
		list && list && groups ? sums_of_all(p, &all, err) : fail_memory(err);

	for (size_t at = 0; rc == RELAIS_OK && fits && at < offices; at++)
		if (points_has(p, at))
			fits = sums_in_place(p, at, &one) &&
			       add_to_group(groups, &count, group_of(p, key, at), &one);
	if (rc == RELAIS_OK && !fits)
		rc = sums_too_large(err);
	if (rc == RELAIS_OK && count)
		qsort(groups, count, sizeof *groups, by_code);
	for (size_t g = 0; rc == RELAIS_OK && g < count; g++)
		say_group(list, p, &groups[g], &all);
	free(groups);
	return rc;
}
