/* SPDX-License-Identifier: MIT
 * The register as known at a batch, read once.
 */
#include "roster.h"

#include <stdlib.h>
#include <string.h>

#include "../../base/date.h"
#include "../../base/error.h"
#include "../../base/text.h"
#include "../../store/store.h"
#include "splits.h"
#include "../sql.h"

enum { LONGEST_CHAIN = 64 };

/* Columns as q_offices.sql lists them. */
static bool take_office(roster *r, office *o, const stmt *s)
{
	*o = (office){ .id = stmt_int(s, 0),
		.opened = day_or(stmt_text(s, 11), INT32_MIN),
		.closed = day_or(stmt_text(s, 12), INT32_MAX),
		.bureau_since = day_or(stmt_text(s, 15), INT32_MIN),
		.office_of = -1,
		.first_bureau = -1,
		.next_bureau = -1,
		.is_named = true,
		.is_inside = true,
		.is_member = stmt_int(s, 16) == 1,
		.consents = stmt_int(s, 20) == 1 };
	if (!arena_keep(&r->memory, &o->code, stmt_text(s, 1)) ||
		!arena_keep(&r->memory, &o->name, stmt_text(s, 2)) ||
		!arena_keep(&r->memory, &o->merged_into, stmt_text(s, 13)) ||
		!arena_keep(&r->memory, &o->bureau_of, stmt_text(s, 14)) ||
		!arena_keep(&r->memory, &o->commune, stmt_text(s, 17)) ||
		!arena_keep(&r->memory, &o->latitude, stmt_text(s, 18)) ||
		!arena_keep(&r->memory, &o->longitude, stmt_text(s, 19)))
		return false;
	o->attribute[KEY_OFFICE] = o->code;
	for (int key = KEY_TERRITORY; key < ATTRIBUTES; key++)
		if (!arena_keep(&r->memory, &o->attribute[key], stmt_text(s, 2 + key)))
			return false;
	return true;
}

static bool grow(void **list, size_t *room, size_t count, size_t size)
{
	void *more;

	if (count < *room)
		return true;
	*room = *room ? *room * 2 : 256;
	if (!(more = realloc(*list, *room * size)))
		return false;
	*list = more;
	return true;
}

static relais_status load_offices(roster *r, stmt *s, relais_error *err)
{
	size_t room = 0;
	void *list = NULL;
	relais_status rc;

	while ((rc = stmt_step(s, err)) == RELAIS_OK) {
		if (!grow(&list, &room, r->count, sizeof(office)))
			return fail_memory(err);
		r->offices = list;
		if (!take_office(r, &r->offices[r->count], s))
			return fail_memory(err);
		r->count++;
	}
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

static relais_status load_territories(roster *r, stmt *s, relais_error *err)
{
	size_t room = 0;
	void *list = NULL;
	relais_status rc;

	while ((rc = stmt_step(s, err)) == RELAIS_OK) {
		territory t;

		if (!grow(&list, &room, r->territory_count, sizeof(territory)))
			return fail_memory(err);
		r->territories = list;
		if (!arena_keep(&r->memory, &t.code, stmt_text(s, 0)) ||
			!arena_keep(&r->memory, &t.name, stmt_text(s, 1)) ||
			!arena_keep(&r->memory, &t.parent, stmt_text(s, 2)) ||
			!map_put(&r->territory_codes, t.code, strlen(t.code),
				(int64_t)r->territory_count))
			return fail_memory(err);
		r->territories[r->territory_count++] = t;
	}
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

static int by_code(const void *a, const void *b)
{
	return text_compare_natural(((const office *)a)->code, ((const office *)b)->code);
}

static int by_id(const void *a, const void *b, void *offices)
{
	int64_t x = ((const office *)offices)[*(const size_t *)a].id;
	int64_t y = ((const office *)offices)[*(const size_t *)b].id;

	return (x > y) - (x < y);
}

static relais_status index_offices(roster *r, relais_error *err)
{
	if (!r->count)
		return RELAIS_OK;
	qsort(r->offices, r->count, sizeof *r->offices, by_code);
	if (!(r->by_id = calloc(r->count, sizeof *r->by_id)))
		return fail_memory(err);
	for (size_t i = 0; i < r->count; i++) {
		const char *code = r->offices[i].code;

		r->by_id[i] = i;
		if (!map_put(&r->codes, code, strlen(code), (int64_t)i))
			return fail_memory(err);
	}
	qsort_r(r->by_id, r->count, sizeof *r->by_id, by_id, r->offices);
	return RELAIS_OK;
}

static relais_status run(roster *r, relais_store *store, const char *sql, int64_t known,
	relais_status (*load)(roster *, stmt *, relais_error *), relais_error *err)
{
	stmt *s;
	relais_status rc = stmt_prepare(&s, store, sql, err);

	if (rc != RELAIS_OK)
		return rc;
	stmt_bind_int(s, ":known", known);
	rc = load(r, s, err);
	stmt_free(s);
	return rc;
}

relais_status roster_load(roster *r, relais_store *store, int64_t known, relais_error *err)
{
	relais_status rc;

	*r = (roster){ 0 };
	if ((rc = run(r, store, SQL(offices), known, load_offices, err)) != RELAIS_OK ||
		(rc = run(r, store, SQL(territories), known, load_territories, err)) !=
			RELAIS_OK)
		return rc;
	if ((rc = index_offices(r, err)) != RELAIS_OK)
		return rc;
	return splits_load(&r->splits, r, store, known, err);
}

void roster_free(roster *r)
{
	splits_free(r->splits);
	free(r->offices);
	free(r->by_id);
	free(r->territories);
	map_free(&r->codes);
	map_free(&r->territory_codes);
	arena_free(&r->memory);
}

const office *roster_office(const roster *r, const char *code)
{
	int64_t i;

	return code && map_get(&r->codes, code, strlen(code), &i) ? &r->offices[i] : NULL;
}

const office *roster_heir(const roster *r, const char *code, relais_day day)
{
	const office *o = roster_office(r, code), *next = o;

	for (int n = 0; next && next->closed < day && next->merged_into && n < LONGEST_CHAIN;
		n++)
		if ((next = roster_office(r, next->merged_into)))
			o = next;
	return o;
}

const char *roster_territory_name(const roster *r, const char *code)
{
	int64_t i;

	return code && map_get(&r->territory_codes, code, strlen(code), &i)
		       ? r->territories[i].name
		       : NULL;
}

ptrdiff_t roster_at(const roster *r, int64_t id, size_t *hint)
{
	size_t low = 0, high = r->count;

	if (*hint < high && r->offices[r->by_id[*hint]].id == id)
		return (ptrdiff_t)r->by_id[(*hint)++];
	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (r->offices[r->by_id[middle]].id < id)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == r->count || r->offices[r->by_id[low]].id != id)
		return -1;
	*hint = low + 1;
	return (ptrdiff_t)r->by_id[low];
}
