/* SPDX-License-Identifier: MIT
 * See consent.h. The days come from the register's and the setting's versions, as do the notes'.
 */
#include "consent.h"

#include <stdlib.h>

#include "../../base/error.h"
#include "../../base/period.h"

#define FOR_EVER INT32_MAX

static const char agreed_sql[] = "SELECT office_id, known_from, known_until FROM office_version"
				 " WHERE named = 1 AND known_from BETWEEN 1 AND :known";

/* The times when the network names those who agree. */
static const char naming_sql[] =
	"SELECT 0, v.known_from, v.known_until"
	"  FROM setting AS s JOIN setting_version AS v USING (setting_id)"
	" WHERE s.code = 'publish_named' AND v.value = 'yes' AND v.known_from BETWEEN 1 AND :known";

static bool add(consents *c, uint32_t column, relais_day from, relais_day until)
{
	consent *list = realloc(c->list, (c->count + 1) * sizeof *list);

	if (!list)
		return false;
	c->list = list;
	c->list[c->count++] = (consent){ column, from, until };
	return true;
}

/* The days a row of the above is about. */
static consent read_days(const release_plan *p, const stmt *s)
{
	int64_t until = stmt_int(s, 2);

	return (consent){ .from = p->day_of[stmt_int(s, 1)],
		.until = until > p->batches ? FOR_EVER : p->day_of[until] };
}

/* Without a roster the times are of the network: column 0. */
static relais_status read_times(const release_plan *p, relais_store *store, const char *sql,
	const roster *offices, consents *out, relais_error *err)
{
	size_t hint = 0;
	stmt *s;
	relais_status rc = stmt_prepare(&s, store, sql, err);

	if (rc != RELAIS_OK)
		return rc;
	stmt_bind_int(s, ":known", p->batches);
	while ((rc = stmt_step(s, err)) == RELAIS_OK) {
		ptrdiff_t at = offices ? roster_at(offices, stmt_int(s, 0), &hint) : 0;
		consent days = read_days(p, s);

		if (at >= 0 && !add(out, (uint32_t)at, days.from, days.until)) {
			rc = fail_memory(err);
			break;
		}
	}
	stmt_free(s);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

/* What a time of consent has in common with those when names are told. */
static bool add_common(consents *to, consent one, const consents *naming)
{
	bool fits = true;

	for (size_t i = 0; fits && i < naming->count; i++) {
		const consent *on = &naming->list[i];
		relais_day from = on->from > one.from ? on->from : one.from;
		relais_day until = on->until < one.until ? on->until : one.until;

		if (from <= until)
			fits = add(to, one.column, from, until);
	}
	return fits;
}

static int by_column(const void *a, const void *b)
{
	const consent *x = a, *y = b;

	if (x->column != y->column)
		return x->column < y->column ? -1 : 1;
	return (x->from > y->from) - (x->from < y->from);
}

relais_status consents_load(
	release_plan *p, relais_store *store, const roster *offices, relais_error *err)
{
	consents naming = { 0 }, agreed = { 0 };
	relais_status rc = read_times(p, store, naming_sql, NULL, &naming, err);

	free(p->consents.list);
	p->consents = (consents){ .offices = offices };
	if (rc == RELAIS_OK && naming.count)
		rc = read_times(p, store, agreed_sql, offices, &agreed, err);
	for (size_t i = 0; rc == RELAIS_OK && i < agreed.count; i++)
		if (!add_common(&p->consents, agreed.list[i], &naming))
			rc = fail_memory(err);
	free(naming.list);
	free(agreed.list);
	if (p->consents.count)
		qsort(p->consents.list, p->consents.count, sizeof *p->consents.list, by_column);
	return rc;
}

/* A bureau speaks through its office. */
static size_t who_agrees(const roster *r, size_t column, relais_day day)
{
	const office *one = &r->offices[column];

	return office_is_bureau(one, day) ? (size_t)one->office_of : column;
}

/* The first of an office's times, or where it would be. */
static size_t first_of(const consents *c, size_t column)
{
	size_t from = 0, to = c->count;

	while (from < to) {
		size_t middle = from + (to - from) / 2;

		if (c->list[middle].column < column)
			from = middle + 1;
		else
			to = middle;
	}
	return from;
}

bool figure_is_known(const release_plan *p, size_t column, relais_period period)
{
	const consents *c = &p->consents;
	relais_day first;

	if (!c->count)
		return false;
	first = period_first_day(period);
	column = who_agrees(c->offices, column, first);
	for (size_t i = first_of(c, column); i < c->count && c->list[i].column == column; i++)
		if (c->list[i].until >= first &&
			c->list[i].from <= release_first_day(p, period))
			return true;
	return false;
}

bool office_is_named(const release_plan *p, size_t column)
{
	const consents *c = &p->consents;

	for (size_t i = first_of(c, column); i < c->count && c->list[i].column == column; i++)
		if (c->list[i].until == FOR_EVER)
			return true;
	return false;
}
