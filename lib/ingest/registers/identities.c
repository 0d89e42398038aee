/* SPDX-License-Identifier: MIT
 * What others call the offices, looked up: by one scheme, or by any. A value is that of the office
 * that has it today; what an office had before still finds it, unless another has it now.
 */
#include "identities.h"

#include <string.h>

#include "../../base/error.h"
#include "../../base/suggest.h"
#include "../../base/text.h"
#include "../../model/identifier_text.h"
#include "../../model/kind_identity.h"

enum { MOST_SCHEMES = 64, FOLDED_SIZE = 256 };

/* A SIRET that an undone import gave an office is none of its own; bureaux often go by that of
 * their office, which it then means. */
static const char known[] =
	"SELECT s.office_id, 'siret' AS scheme, s.siret AS value, s.known_until = 2147483647 AS now\n"
	"  FROM office_version AS s\n"
	"  JOIN batch AS b ON b.batch_id = s.known_from AND b.undone_by IS NULL\n"
	"  JOIN office_version AS v ON v.office_id = s.office_id AND v.known_until = 2147483647\n"
	" WHERE s.siret IS NOT NULL AND v.bureau_of IS NULL\n"
	"UNION ALL\n"
	"SELECT o.office_id, i.scheme, i.value,\n"
	"       coalesce(n.valid_from, '0') <= :day AND coalesce(n.valid_until, '9') >= :day\n"
	"  FROM identifier AS i\n"
	"  JOIN identifier_version AS n USING (identifier_id)\n"
	"  JOIN office AS o ON o.code = i.office\n"
	"  JOIN office_version AS v ON v.office_id = o.office_id AND v.known_until = 2147483647\n"
	" WHERE n.known_until = 2147483647\n"
	" ORDER BY now DESC, scheme, value, 1";

/* ---- the directory ---------------------------------------------------------------- */

static bool write_key(const char *scheme, const char *value, char out[FOLDED_SIZE])
{
	return snprintf(out, FOLDED_SIZE, "%s %s", scheme, value) < FOLDED_SIZE;
}

/* An entry is twice the id, and one when it holds now: such a one beats what was. */
static bool learn(codes *c, const char *scheme, const char *value, int64_t id, bool now)
{
	char key[FOLDED_SIZE];
	int64_t before, entry = id * 2 + (now ? 1 : 0);
	bool is_known;

	if (!write_key(scheme, value, key))
		return true;
	is_known = map_get(&c->identified, key, strlen(key), &before);
	if (is_known && before != CODES_SEVERAL && before % 2 && !now)
		return true;
	if (is_known && before >> 1 != id)
		entry = CODES_SEVERAL;
	return map_put(&c->identified, key, strlen(key), entry);
}

relais_status codes_identify(codes *c, const char *scheme, const char *value, int64_t id,
	bool holds_now, relais_error *err)
{
	return learn(c, scheme, value, id, holds_now) && learn(c, "", value, id, holds_now)
		       ? RELAIS_OK
		       : fail_memory(err);
}

int64_t codes_find_by(const codes *c, const char *scheme, const char *value)
{
	char key[FOLDED_SIZE], squeezed[IDENTIFIER_SIZE];
	int64_t entry;

	value += *value == '\''; /* what made a spreadsheet keep the zero */
	if (!write_key(scheme, value, key))
		return CODES_NONE;
	if (!map_get(&c->identified, key, strlen(key), &entry) &&
		(!identifier_squeeze(value, squeezed) || !write_key(scheme, squeezed, key) ||
			!map_get(&c->identified, key, strlen(key), &entry)))
		return CODES_NONE;
	return entry == CODES_SEVERAL ? CODES_SEVERAL : entry >> 1;
}

int64_t codes_find_place(const codes *c, const char *name, const char *where)
{
	char folded[FOLDED_SIZE];
	int64_t id, at, found = CODES_NONE;

	if (!name || !where || strlen(name) >= FOLDED_SIZE)
		return CODES_NONE;
	text_fold(name, folded, sizeof folded);
	if (!map_get(&c->folded, folded, strlen(folded), &id))
		return CODES_NONE;
	if (id != CODES_SEVERAL) {
		map_get(&c->spelled, (const char *)&id, sizeof id, &at);
		return c->places[at] && text_same(c->places[at], where) ? id : CODES_NONE;
	}
	for (size_t i = 0; i < c->count; i++)
		if (c->names[i] && c->places[i] && text_same(c->names[i], name) &&
			text_same(c->places[i], where))
			found = found == CODES_NONE ? c->ids[i] : CODES_SEVERAL;
	return found;
}

/* ---- loading ------------------------------------------------------------------------ */

/* Schemes people may have meant. */
typedef struct schemes {
	const char *names[MOST_SCHEMES + 1];
	size_t count;
} schemes;

static void add_scheme(schemes *all, const char *name)
{
	for (size_t i = 0; i < all->count; i++)
		if (!strcmp(all->names[i], name))
			return;
	if (all->count < MOST_SCHEMES)
		all->names[all->count++] = name;
}

static relais_status choose(codes *c, const schemes *all, const char *asked, relais_error *err)
{
	const char *code = choice_code(kind_schemes, asked);
	char near[256];

	code = code ? code : asked;
	for (size_t i = 0; i < all->count; i++)
		if (!strcmp(all->names[i], code))
			c->match = arena_string(&c->memory, code);
	if (c->match)
		return RELAIS_OK;
	relais_suggest(asked, all->names, err ? err->lang : RELAIS_EN, near, sizeof near);
	return fail(err, RELAIS_E_USAGE,
		"no office has an identifier of the scheme '%s'%s: siret, siren, rna, apidae, tourinsoft, datatourisme, national, or one of your own",
		asked, near);
}

relais_status identities_load(
	codes *c, relais_store *store, const relais_import_options *options, relais_error *err)
{
	schemes all = { .count = 0 };
	char day[16];
	relais_status rc;
	stmt *s;

	for (const choice *one = kind_schemes; one->code; one++)
		add_scheme(&all, one->code);
	if ((rc = stmt_prepare(&s, store, known, err)) != RELAIS_OK)
		return rc;
	relais_day_print(options->today, day);
	stmt_bind_text(s, ":day", day);
	while ((rc = stmt_step(s, err)) == RELAIS_OK) {
		const char *scheme = arena_string(&c->memory, stmt_text(s, 1));

		if (!scheme)
			rc = fail_memory(err);
		else
			rc = codes_identify(c, scheme, stmt_text(s, 2), stmt_int(s, 0),
				stmt_int(s, 3) != 0, err);
		if (rc != RELAIS_OK)
			break;
		add_scheme(&all, scheme);
	}
	stmt_free(s);
	if (rc != RELAIS_END)
		return rc;
	return options->match ? choose(c, &all, options->match, err) : RELAIS_OK;
}
