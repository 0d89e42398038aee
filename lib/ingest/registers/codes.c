/* SPDX-License-Identifier: MIT
 * Directories of codes and names.
 */
#include "codes.h"

#include <stdlib.h>
#include <string.h>

#include "../../base/error.h"
#include "../../base/suggest.h"
#include "../../base/text.h"

enum { FOLDED_SIZE = 256 };

/* A code of which nothing is known any more (its import was undone) is no code. */
const char codes_of_offices[] =
	"SELECT o.office_id, o.code, v.name, NULL, NULL, v.commune\n"
	"  FROM office AS o\n"
	"  JOIN office_version AS v ON v.office_id = o.office_id AND v.known_until = 2147483647\n"
	" ORDER BY o.code";
const char codes_of_indicators[] =
	"SELECT i.indicator_id, i.code, v.label_fr, v.label_en, v.aliases, NULL\n"
	"  FROM indicator AS i\n"
	"  JOIN indicator_version AS v\n"
	"    ON v.indicator_id = i.indicator_id AND v.known_until = 2147483647\n"
	" ORDER BY i.code";
const char codes_of_territories[] =
	"SELECT t.territory_id, t.code, v.name, NULL, NULL, NULL\n"
	"  FROM territory AS t\n"
	"  JOIN territory_version AS v\n"
	"    ON v.territory_id = t.territory_id AND v.known_until = 2147483647\n"
	" ORDER BY t.code";
const char codes_of_resolutions[] =
	"SELECT r.resolution_id, r.code, NULL, NULL, NULL, NULL\n"
	"  FROM resolution AS r\n"
	"  JOIN resolution_version AS v\n"
	"    ON v.resolution_id = r.resolution_id AND v.known_until = 2147483647\n"
	" ORDER BY r.code";
const char codes_of_partners[] =
	"SELECT p.partner_id, p.code, v.name, NULL, NULL, NULL\n"
	"  FROM partner AS p\n"
	"  JOIN partner_version AS v\n"
	"    ON v.partner_id = p.partner_id AND v.known_until = 2147483647\n"
	" ORDER BY p.code";
const char codes_of_agreements[] =
	"SELECT a.agreement_id, a.code, NULL, NULL, NULL, NULL\n"
	"  FROM agreement AS a\n"
	"  JOIN agreement_version AS v\n"
	"    ON v.agreement_id = a.agreement_id AND v.known_until = 2147483647\n"
	" ORDER BY a.code";
const char codes_of_sessions[] =
	"SELECT s.session_id, s.code, NULL, NULL, NULL, NULL\n"
	"  FROM session AS s\n"
	"  JOIN session_version AS v ON v.session_id = s.session_id AND v.known_until = 2147483647\n"
	" ORDER BY s.code";

static bool learn(codes *c, const char *spelled, int64_t id)
{
	char folded[FOLDED_SIZE];
	int64_t known;
	size_t n;

	if (!spelled || !*spelled)
		return true;
	text_fold(spelled, folded, sizeof folded);
	n = strlen(folded);
	if (n == 0)
		return true;
	if (map_get(&c->folded, folded, n, &known) && known != id)
		id = CODES_SEVERAL;
	return map_put(&c->folded, folded, n, id);
}

static bool learn_list(codes *c, const char *list, int64_t id)
{
	char word[FOLDED_SIZE];

	while (list && *list) {
		size_t n = strcspn(list, "|");

		if (n > 0 && n < sizeof word) {
			memcpy(word, list, n);
			word[n] = '\0';
			if (!learn(c, word, id))
				return false;
		}
		list += n + (list[n] == '|');
	}
	return true;
}

static bool grow(codes *c)
{
	size_t capacity = c->capacity ? c->capacity * 2 : 64;
	const char **all = realloc(c->codes, capacity * sizeof *all);
	const char **names, **places;
	int64_t *ids;

	if (!all)
		return false;
	c->codes = all;
	if (!(names = realloc(c->names, capacity * sizeof *names)))
		return false;
	c->names = names;
	if (!(places = realloc(c->places, capacity * sizeof *places)))
		return false;
	c->places = places;
	if (!(ids = realloc(c->ids, capacity * sizeof *ids)))
		return false;
	c->ids = ids;
	c->capacity = capacity;
	return true;
}

relais_status codes_add(codes *c, int64_t id, const char *code, const char *name,
	const char *other, const char *aliases, relais_error *err)
{
	if (c->count == c->capacity && !grow(c))
		return fail_memory(err);
	c->codes[c->count] = arena_string(&c->memory, code);
	c->names[c->count] = arena_string(&c->memory, name);
	c->places[c->count] = NULL;
	c->ids[c->count] = id;
	if (!c->codes[c->count] || !map_put(&c->exact, code, strlen(code), id) ||
		!map_put(&c->spelled, (const char *)&id, sizeof id, (int64_t)c->count) ||
		!learn(c, code, id) || !learn(c, name, id) || !learn(c, other, id) ||
		!learn_list(c, aliases, id))
		return fail_memory(err);
	c->count++;
	return RELAIS_OK;
}

relais_status codes_place(codes *c, const char *spelled, relais_error *err)
{
	if (spelled && !(c->places[c->count - 1] = arena_string(&c->memory, spelled)))
		return fail_memory(err);
	return RELAIS_OK;
}

relais_status codes_load(codes *c, relais_store *store, const char *sql, relais_error *err)
{
	relais_status rc;
	stmt *s;

	*c = (codes){ 0 };
	if ((rc = stmt_prepare(&s, store, sql, err)) != RELAIS_OK)
		return rc;
	while ((rc = stmt_step(s, err)) == RELAIS_OK)
		if ((rc = codes_add(c, stmt_int(s, 0), stmt_text(s, 1), stmt_text(s, 2),
			     stmt_text(s, 3), stmt_text(s, 4), err)) != RELAIS_OK ||
			(rc = codes_place(c, stmt_text(s, 5), err)) != RELAIS_OK)
			break;
	stmt_free(s);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

relais_status codes_alias(
	codes *c, const char *spelled, const char *code, int rank, relais_error *err)
{
	char folded[FOLDED_SIZE];
	code_alias one = { arena_string(&c->memory, code), rank };
	int64_t at;

	text_fold(spelled, folded, sizeof folded);
	if (!one.code)
		return fail_memory(err);
	if (map_get(&c->aliased, folded, strlen(folded), &at)) {
		code_alias *known = &c->aliases[at];

		if (known->rank < rank)
			*known = one;
		else if (known->code && strcmp(known->code, code) != 0)
			known->code = NULL;
		return RELAIS_OK;
	}
	if (c->alias_count == c->alias_capacity) {
		size_t capacity = c->alias_capacity ? c->alias_capacity * 2 : 16;
		code_alias *grown = realloc(c->aliases, capacity * sizeof *grown);

		if (!grown)
			return fail_memory(err);
		c->aliases = grown;
		c->alias_capacity = capacity;
	}
	c->aliases[c->alias_count] = one;
	return map_put(&c->aliased, folded, strlen(folded), (int64_t)c->alias_count++)
		       ? RELAIS_OK
		       : fail_memory(err);
}

const char *codes_meant(const codes *c, const char *spelled)
{
	char folded[FOLDED_SIZE];
	int64_t at;

	if (c->alias_count == 0 || strlen(spelled) >= FOLDED_SIZE)
		return spelled;
	text_fold(spelled, folded, sizeof folded);
	if (!map_get(&c->aliased, folded, strlen(folded), &at) || !c->aliases[at].code)
		return spelled;
	return c->aliases[at].code;
}

/* What aliases make of the id a folded word has without them. */
static int64_t with_alias(const codes *c, const char *folded, int64_t id)
{
	int64_t at, meant;
	const char *code;

	if (c->alias_count == 0 || !map_get(&c->aliased, folded, strlen(folded), &at))
		return id;
	code = c->aliases[at].code;
	if (!code)
		return CODES_SEVERAL;
	if (!map_get(&c->exact, code, strlen(code), &meant))
		return id;
	return id > 0 && id != meant ? CODES_SEVERAL : meant;
}

static int64_t find_named(const codes *c, const char *spelled, size_t length)
{
	char folded[FOLDED_SIZE];
	int64_t id;

	if (length >= FOLDED_SIZE)
		return CODES_NONE;
	text_fold(spelled, folded, sizeof folded);
	if (!map_get(&c->folded, folded, strlen(folded), &id))
		id = CODES_NONE;
	return with_alias(c, folded, id);
}

int64_t codes_find(const codes *c, const char *spelled, size_t length)
{
	int64_t id;

	if (c->match)
		return codes_find_by(c, c->match, spelled);
	if (map_get(&c->exact, spelled, length, &id))
		return id;
	id = find_named(c, spelled, length);
	return id == CODES_NONE && c->identified.count ? codes_find_by(c, "", spelled) : id;
}

bool codes_has(const codes *c, const char *code)
{
	int64_t id;

	return map_get(&c->exact, code, strlen(code), &id);
}

const char *codes_spell(const codes *c, int64_t id)
{
	int64_t at;

	return map_get(&c->spelled, (const char *)&id, sizeof id, &at) ? c->codes[at] : "?";
}

void codes_suggest(
	const codes *c, const char *spelled, relais_lang lang, char *out, size_t size)
{
	suggestions near;

	suggest_start(&near, spelled);
	for (size_t i = 0; i < c->count; i++)
		suggest_offer_by(&near, c->codes[i], c->names[i], c->places[i]);
	suggest_print(&near, lang, out, size);
}

void codes_free(codes *c)
{
	map_free(&c->exact);
	map_free(&c->folded);
	map_free(&c->spelled);
	map_free(&c->aliased);
	map_free(&c->identified);
	free(c->aliases);
	arena_free(&c->memory);
	free(c->codes);
	free(c->names);
	free(c->places);
	free(c->ids);
	*c = (codes){ 0 };
}
