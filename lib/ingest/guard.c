/* SPDX-License-Identifier: MIT
 * Rows held against the rest of the store, and so against the lines before them.
 */
#include "guard.h"

#include <string.h>

#include "../base/text.h"
#include "../model/kind_identity.h"

enum { LONGEST_CHAIN = 64 };

static const char holder[] =
	"SELECT i.office, v.valid_from, v.valid_until\n"
	"  FROM identifier AS i\n"
	"  JOIN identifier_version AS v USING (identifier_id)\n"
	" WHERE v.known_until = 2147483647 AND i.scheme = ?2 AND i.value = ?3 AND i.office <> ?1\n"
	"   AND coalesce(v.valid_from, '0') <= coalesce(?5, '9')\n"
	"   AND coalesce(v.valid_until, '9') >= coalesce(?4, '0')\n"
	" ORDER BY i.office\n"
	" LIMIT 1";
static const char next_office[] = "SELECT v.merged_into\n"
				  "  FROM office AS o\n"
				  "  JOIN office_version AS v USING (office_id)\n"
				  " WHERE o.code = ?1 AND v.known_until = 2147483647";

static const char *sql_for(const kind *k)
{
	if (!strcmp(k->name, "identifiers"))
		return holder;
	return !strcmp(k->name, "offices") ? next_office : NULL;
}

relais_status guard_open(guard *g, const kind *k, relais_store *store, relais_error *err)
{
	const char *sql = sql_for(k);

	*g = (guard){ .kind = k };
	return sql ? stmt_prepare(&g->s, store, sql, err) : RELAIS_OK;
}

void guard_close(guard *g)
{
	stmt_free(g->s);
	g->s = NULL;
}

static relais_status guard_identifier(const guard *g, const char *const *values, told *t,
	spot at, bool *holds, relais_error *err)
{
	relais_status rc;

	for (int i = 0; i < IDENTIFIER_COUNT; i++)
		stmt_bind_text_at(g->s, i + 1, values[i]);
	if ((rc = stmt_step(g->s, err)) == RELAIS_OK) {
		*holds = false;
		told_reject(t, at, "identifier-taken",
			"%s '%s' is that of %s at that time: say when it ends there (valid_until) or begins here (valid_from)",
			values[IDENTIFIER_SCHEME], values[IDENTIFIER_VALUE],
			stmt_text(g->s, 0));
	}
	stmt_reset(g->s);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

/* The office that goes on for `code` as known; "": none. */
static relais_status step(const guard *g, const char *code, char out[128], relais_error *err)
{
	relais_status rc;

	out[0] = '\0';
	stmt_bind_text_at(g->s, 1, code);
	if ((rc = stmt_step(g->s, err)) == RELAIS_OK && !stmt_is_null(g->s, 0))
		snprintf(out, 128, "%s", stmt_text(g->s, 0));
	stmt_reset(g->s);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

static relais_status guard_office(const guard *g, const char *const *values, told *t, spot at,
	bool *holds, relais_error *err)
{
	const char *code = values[g->kind->key];
	const char *into = values[kind_column_at(g->kind, "merged_into")];
	char current[128] = "", next[128];
	text path = { 0 };
	relais_status rc = RELAIS_OK;

	if (into)
		snprintf(current, sizeof current, "%s", into);
	text_addf(&path, "%s", code);
	for (int n = 0; rc == RELAIS_OK && *current && n < LONGEST_CHAIN; n++) {
		text_addf(&path, " → %s", current);
		if (!strcmp(current, code)) {
			*holds = false;
			told_reject(t, at, "merged-in-circle",
				"the offices go on for each other in a circle: %s", path.data);
			break;
		}
		if ((rc = step(g, current, next, err)) == RELAIS_OK)
			memcpy(current, next, sizeof current);
	}
	text_free(&path);
	return rc;
}

relais_status guard_row(const guard *g, const char *const *values, told *t, spot at,
	bool *holds, relais_error *err)
{
	*holds = true;
	if (!g->s)
		return RELAIS_OK;
	if (!strcmp(g->kind->name, "identifiers"))
		return guard_identifier(g, values, t, at, holds, err);
	return guard_office(g, values, t, at, holds, err);
}
