/* SPDX-License-Identifier: MIT
 * Reading the perimeters as they are on a day.
 */
#include "perimeters.h"

#include <stdlib.h>
#include <string.h>

#include "../../base/date.h"
#include "../../base/error.h"
#include "../../base/grow.h"
#include "../../base/text.h"
#include "../../store/store.h"
#include "../sql.h"

static bool holds_on(relais_day day, const char *from, const char *until)
{
	char iso[16];

	relais_day_print(day, iso);
	return (!from || strcmp(from, iso) <= 0) && (!until || strcmp(until, iso) >= 0);
}

/* Columns as q_perimeters.sql lists them. */
static relais_status take(perimeters *p, const stmt *q, const office *by, relais_error *err)
{
	void *list = p->all;
	const char *name = stmt_text(q, 2);
	covered *one = list_next(&list, p->count, sizeof *one);

	if (!one)
		return fail_memory(err);
	p->all = list;
	*one = (covered){ .commune = arena_string(&p->memory, stmt_text(q, 0)),
		.name = arena_string(&p->memory, name ? name : ""),
		.by = by,
		.is_station = stmt_int(q, 5) != 0 };
	if (!one->commune || !one->name)
		return fail_memory(err);
	p->count++;
	return RELAIS_OK;
}

static int in_order(const void *a, const void *b)
{
	const covered *x = a, *y = b;
	int order = strcmp(x->commune, y->commune);

	return order ? order : text_compare_natural(x->by->code, y->by->code);
}

static void drop_doubles(perimeters *p)
{
	size_t kept = 0;

	if (p->count)
		qsort(p->all, p->count, sizeof *p->all, in_order);
	for (size_t i = 0; i < p->count; i++)
		if (!kept || in_order(&p->all[kept - 1], &p->all[i]) != 0)
			p->all[kept++] = p->all[i];
	p->count = kept;
}

relais_status perimeters_load(perimeters *p, relais_store *store, const roster *offices,
	int64_t known, relais_day day, relais_error *err)
{
	stmt *q;
	relais_status rc;

	*p = (perimeters){ 0 };
	if ((rc = stmt_prepare(&q, store, SQL(perimeters), err)) != RELAIS_OK)
		return rc;
	stmt_bind_int(q, ":known", known);
	while ((rc = stmt_step(q, err)) == RELAIS_OK) {
		const office *by = roster_heir(offices, stmt_text(q, 1), day);

		if (!by || !office_is_active(by, day, day) ||
			!holds_on(day, stmt_text(q, 3), stmt_text(q, 4)))
			continue;
		if ((rc = take(p, q, by, err)) != RELAIS_OK)
			break;
	}
	stmt_free(q);
	if (rc == RELAIS_END)
		drop_doubles(p);
	else
		perimeters_free(p);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

void perimeters_free(perimeters *p)
{
	free(p->all);
	arena_free(&p->memory);
	*p = (perimeters){ 0 };
}

int64_t perimeters_of(const perimeters *p, const char *code)
{
	int64_t count = 0;

	for (size_t i = 0; i < p->count; i++)
		count += !strcmp(p->all[i].by->code, code);
	return count;
}
