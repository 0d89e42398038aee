/* SPDX-License-Identifier: MIT
 * The calendar that was imported, and the months that Easter ties together.
 */
#include "calendar.h"

#include <stdlib.h>
#include <string.h>

#include "../../base/date.h"
#include "../../base/error.h"
#include "../../base/holidays.h"
#include "../sql.h"

enum { LONGEST_TERM = 100 }; /* days between two holidays; terms have some 75 at most */

static relais_status add(calendar *c, size_t *room, const stmt *q, relais_error *err)
{
	const char *from = stmt_text(q, 3), *until = stmt_text(q, 4);
	occasion o = { .is_school = strcmp(stmt_text(q, 0), "school") == 0,
		.zone = arena_string(&c->memory, stmt_text(q, 1)),
		.label = arena_string(&c->memory, stmt_text(q, 2)) };

	if (c->count == *room) {
		size_t more = *room ? 2 * *room : 32;
		occasion *all = realloc(c->all, more * sizeof *all);

		if (!all)
			return fail_memory(err);
		c->all = all;
		*room = more;
	}
	if (!o.zone || !o.label)
		return fail_memory(err);
	if (day_read(from, strlen(from), &o.from) && day_read(until, strlen(until), &o.until))
		c->all[c->count++] = o;
	return RELAIS_OK;
}

static int by_name(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Holidays of everywhere are those of each zone; alone they are one. */
static relais_status list_zones(calendar *c, relais_error *err)
{
	size_t n = 0;
	bool is_any = false;

	if (!(c->zones = calloc(c->count + 1, sizeof *c->zones)))
		return fail_memory(err);
	for (size_t i = 0; i < c->count; i++) {
		is_any = is_any || c->all[i].is_school;
		if (c->all[i].is_school && *c->all[i].zone)
			c->zones[n++] = c->all[i].zone;
	}
	if (n)
		qsort(c->zones, n, sizeof *c->zones, by_name);
	else if (is_any)
		c->zones[n++] = "";
	for (size_t i = 0; i < n; i++)
		if (!c->zone_count || strcmp(c->zones[c->zone_count - 1], c->zones[i]) != 0)
			c->zones[c->zone_count++] = c->zones[i];
	return RELAIS_OK;
}

relais_status calendar_load(calendar *c, relais_store *store, int64_t known, relais_error *err)
{
	size_t room = 0;
	relais_status rc;
	stmt *q;

	*c = (calendar){ 0 };
	if ((rc = stmt_prepare(&q, store, SQL(calendar), err)) != RELAIS_OK)
		return rc;
	stmt_bind_int(q, ":known", known);
	while ((rc = stmt_step(q, err)) == RELAIS_OK)
		if ((rc = add(c, &room, q, err)) != RELAIS_OK)
			break;
	stmt_free(q);
	if (rc == RELAIS_END)
		rc = list_zones(c, err);
	if (rc != RELAIS_OK)
		calendar_free(c);
	return rc;
}

void calendar_free(calendar *c)
{
	arena_free(&c->memory);
	free(c->all);
	free(c->zones);
	*c = (calendar){ 0 };
}

bool occasion_concerns(const occasion *o, const char *zone)
{
	return o->is_school && (!*o->zone || strcmp(o->zone, zone) == 0);
}

bool calendar_school_days(
	const calendar *c, const char *zone, relais_day first, relais_day last, int *out)
{
	relais_day counted = first - 1; /* the last day looked at */
	relais_day before = RELAIS_NO_DAY, after = RELAIS_NO_DAY;

	*out = 0;
	for (size_t i = 0; i < c->count; i++) {
		const occasion *o = &c->all[i];
		relais_day from = o->from > counted ? o->from : counted + 1;
		relais_day until = o->until < last ? o->until : last;

		if (!occasion_concerns(o, zone))
			continue;
		if (o->until < first && o->until > before)
			before = o->until;
		if (o->from > last && after == RELAIS_NO_DAY)
			after = o->from;
		if (until >= from && o->until >= first && o->from <= last) {
			*out += until - from + 1;
			counted = until;
		}
	}
	return *out > 0 || (before != RELAIS_NO_DAY && after != RELAIS_NO_DAY &&
				   after - before <= LONGEST_TERM);
}

static bool overlap(relais_span a, relais_span b)
{
	return a.from <= b.to && b.from <= a.to;
}

static relais_span join(relais_span a, relais_span b)
{
	return (relais_span){ a.from < b.from ? a.from : b.from, a.to > b.to ? a.to : b.to };
}

/* Where a day of Easter is in a year, and where it was in the one before, as months of the
 * year. */
static relais_span moved(int year, int which)
{
	relais_period now = period_of_day(easter_day(year, which), LENGTH_MONTH);
	relais_period then =
		period_of_day(easter_day(year - 1, which), LENGTH_MONTH) + PERIOD_PER_YEAR;

	return now < then ? (relais_span){ now, then } : (relais_span){ then, now };
}

relais_span easter_together(relais_span months)
{
	relais_span all = months;
	bool grew = true;

	while (grew) {
		grew = false;
		for (int year = period_year(all.from); year <= period_year(all.to); year++)
			for (int which = 0; which < EASTER_DAYS; which++) {
				relais_span m = moved(year, which);

				if (m.from == m.to || !overlap(m, all) ||
					(m.from >= all.from && m.to <= all.to))
					continue;
				all = join(all, m);
				grew = true;
			}
	}
	return all.from == months.from && all.to == months.to ? (relais_span){ 0, 0 } : all;
}
