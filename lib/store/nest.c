/* SPDX-License-Identifier: MIT
 * Territories within territories.
 */
#include "nest.h"

#include <stdlib.h>
#include <string.h>

#include "../base/error.h"
#include "../base/grow.h"
#include "../base/map.h"
#include "../base/rings.h"

enum { MOST_NAMED = 24 };

static const char within[] = "SELECT t.territory_id, t.code, v.parent, v.known_from\n"
			     "  FROM territory AS t\n"
			     "  JOIN territory_version AS v USING (territory_id)\n"
			     " WHERE v.known_until = 2147483647\n"
			     " ORDER BY t.code";
static const char says_a_parent[] =
	"SELECT 1 FROM territory_version WHERE known_from >= ?1 AND parent IS NOT NULL LIMIT 1";

static bool take(nest *n, map *places, const stmt *s)
{
	void *list = n->all;
	struct nested *one = list_next(&list, n->count, sizeof *one);

	if (!one)
		return false;
	n->all = list;
	*one = (struct nested){ .id = stmt_int(s, 0), .since = stmt_int(s, 3) };
	return arena_keep(&n->memory, &one->code, stmt_text(s, 1)) &&
	       arena_keep(&n->memory, &one->parent, stmt_text(s, 2)) &&
	       map_put(places, one->code, strlen(one->code), (int64_t)n->count++);
}

static relais_status read_all(nest *n, relais_store *store, map *places, relais_error *err)
{
	relais_status rc;
	stmt *s;

	if ((rc = stmt_prepare(&s, store, within, err)) != RELAIS_OK)
		return rc;
	while ((rc = stmt_step(s, err)) == RELAIS_OK)
		if (!take(n, places, s)) {
			rc = fail_memory(err);
			break;
		}
	stmt_free(s);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

static relais_status find_circles(nest *n, const map *places, relais_error *err)
{
	size_t *seen = calloc(n->count + 1, sizeof *seen);

	n->above = calloc(n->count + 1, sizeof *n->above);
	n->firsts = calloc(n->count + 1, sizeof *n->firsts);
	if (!seen || !n->above || !n->firsts) {
		free(seen);
		return fail_memory(err);
	}
	for (size_t i = 0; i < n->count; i++) {
		const char *parent = n->all[i].parent;
		int64_t at;

		n->above[i] = parent && map_get(places, parent, strlen(parent), &at)
				      ? (size_t)at
				      : RINGS_TOP;
	}
	n->circles = rings_find(n->above, n->count, seen, n->firsts);
	free(seen);
	return RELAIS_OK;
}

relais_status nest_load(nest *n, relais_store *store, relais_error *err)
{
	map places = { 0 };
	relais_status rc;

	*n = (nest){ 0 };
	if ((rc = read_all(n, store, &places, err)) == RELAIS_OK)
		rc = find_circles(n, &places, err);
	map_free(&places);
	if (rc != RELAIS_OK)
		nest_free(n);
	return rc;
}

void nest_free(nest *n)
{
	free(n->all);
	free(n->above);
	free(n->firsts);
	arena_free(&n->memory);
	*n = (nest){ 0 };
}

void nest_path(const nest *n, size_t first, text *path)
{
	size_t at = first, named = 1;

	text_add(path, n->all[first].code);
	do {
		at = n->above[at];
		text_addf(path, " → %s", n->all[at].code);
	} while (at != first && ++named < MOST_NAMED);
	if (at != first)
		text_add(path, " → …");
}

static bool is_since(const nest *n, size_t first, int64_t batch)
{
	size_t at = first;

	while (n->all[at].since < batch && n->above[at] != first)
		at = n->above[at];
	return n->all[at].since >= batch;
}

static relais_status says_parent(
	relais_store *store, int64_t batch, bool *says, relais_error *err)
{
	relais_status rc;
	stmt *s;

	if ((rc = stmt_prepare(&s, store, says_a_parent, err)) != RELAIS_OK)
		return rc;
	stmt_bind_int_at(s, 1, batch);
	rc = stmt_step(s, err);
	*says = rc == RELAIS_OK;
	stmt_free(s);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

relais_status nest_closed_by(relais_store *store, int64_t batch, text *path, relais_error *err)
{
	bool says;
	relais_status rc = says_parent(store, batch, &says, err);
	nest n;

	if (rc != RELAIS_OK || !says || (rc = nest_load(&n, store, err)) != RELAIS_OK)
		return rc;
	for (size_t i = 0; i < n.circles && !path->length; i++)
		if (is_since(&n, n.firsts[i], batch))
			nest_path(&n, n.firsts[i], path);
	nest_free(&n);
	return path->failed ? fail_memory(err) : RELAIS_OK;
}
