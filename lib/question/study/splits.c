/* SPDX-License-Identifier: MIT
 * The events of type scission as known, one split for each office and day.
 */
#include "splits.h"

#include <stdlib.h>
#include <string.h>

#include "../../base/date.h"
#include "../../base/error.h"
#include "../../base/text.h"
#include "../../store/store.h"
#include "../measure/fraction.h"
#include "../sql.h"

enum { SHARE_DECIMALS = NUMBER_MAX_DECIMALS };

static bool make_room(splits *s)
{
	split *list = realloc(s->list, (s->count + 1) * sizeof *list);
	split_part *parts;

	if (!list)
		return false;
	s->list = list;
	parts = realloc(s->parts, (s->part_count + 1) * sizeof *parts);
	if (!parts)
		return false;
	s->parts = parts;
	return true;
}

/* A row of q_splits.sql; one that names what the register does not know is no split. */
static bool take(splits *s, const roster *r, const stmt *q)
{
	const office *from = roster_office(r, stmt_text(q, 0));
	const office *into = roster_office(r, stmt_text(q, 1));
	const char *day = stmt_text(q, 2), *share = stmt_text(q, 3);
	split one = { .is_declared = true };
	split_part part = { 0 };
	split *last;

	if (!from || !into || !day || !day_read(day, strlen(day), &one.day))
		return true;
	if (!make_room(s))
		return false;
	one.office = (size_t)(from - r->offices);
	part.office = (size_t)(into - r->offices);
	last = s->count ? &s->list[s->count - 1] : NULL;
	if (!last || last->office != one.office || last->day != one.day) {
		last = &s->list[s->count++];
		*last = one;
	}
	if (part.office == last->office)
		return true;
	last->is_declared = share && number_from_text(share, &part.share) &&
			    number_rescale(part.share, SHARE_DECIMALS, &part.share, NULL) &&
			    last->is_declared;
	s->parts[s->part_count++] = part;
	last->count++;
	return true;
}

static void judge(split *s)
{
	int64_t sum = 0, whole = 100 * power_of_10(SHARE_DECIMALS);

	for (size_t i = 0; s->is_declared && i < s->count; i++)
		s->is_declared = s->parts[i].share.units >= 0 &&
				 number_add(&sum, s->parts[i].share.units);
	s->is_declared = s->is_declared && s->count && sum <= whole;
	s->is_whole = s->is_declared && sum == whole;
}

static relais_status index_splits(splits *s, const roster *r, relais_error *err)
{
	const split_part *parts = s->parts;

	if (!(s->first = malloc((r->count + 1) * sizeof *s->first)))
		return fail_memory(err);
	memset(s->first, 0xff, (r->count + 1) * sizeof *s->first);
	for (size_t i = s->count; i-- > 0;)
		s->first[s->list[i].office] = (int32_t)i;
	for (size_t i = 0; i < s->count; i++) {
		split *one = &s->list[i];

		one->parts = parts;
		parts += one->count;
		judge(one);
		/* What is not shared out needs an office to stay with. */
		if (!one->is_whole && r->offices[one->office].closed < one->day)
			one->is_declared = false;
	}
	return RELAIS_OK;
}

relais_status splits_load(
	splits **out, const roster *r, relais_store *store, int64_t known, relais_error *err)
{
	splits *s = calloc(1, sizeof *s);
	stmt *q = NULL;
	relais_status rc;

	*out = NULL;
	if (!s)
		return fail_memory(err);
	if ((rc = stmt_prepare(&q, store, SQL(splits), err)) == RELAIS_OK) {
		stmt_bind_int(q, ":known", known);
		while ((rc = stmt_step(q, err)) == RELAIS_OK)
			if (!take(s, r, q)) {
				rc = fail_memory(err);
				break;
			}
	}
	stmt_free(q);
	if (rc == RELAIS_END)
		rc = s->count ? index_splits(s, r, err) : RELAIS_OK;
	if (rc == RELAIS_OK && s->count)
		*out = s;
	else
		splits_free(s);
	return rc;
}

void splits_free(splits *s)
{
	if (!s)
		return;
	free(s->list);
	free(s->parts);
	free(s->first);
	free(s);
}

const split *split_of(const splits *s, size_t of, const split *previous)
{
	size_t next;

	if (!s || s->first[of] < 0)
		return NULL;
	next = previous ? (size_t)(previous - s->list) + 1 : (size_t)s->first[of];
	return next < s->count && s->list[next].office == of ? &s->list[next] : NULL;
}

int64_t split_value(const split *s, int64_t value, int64_t *out)
{
	wide whole = (wide)100 * power_of_10(SHARE_DECIMALS);
	int64_t left = value;
	size_t greatest = 0;

	for (size_t i = 0; i < s->count; i++) {
		int64_t share = s->parts[i].share.units;

		out[i] = (int64_t)((wide)value * share / whole);
		left -= out[i];
		if (share > s->parts[greatest].share.units)
			greatest = i;
	}
	if (!s->is_whole)
		return left;
	out[greatest] += left;
	return 0;
}
