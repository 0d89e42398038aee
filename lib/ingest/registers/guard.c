/* SPDX-License-Identifier: MIT
 * Rows held against the rest of the store, and so against the lines before them.
 */
#include "guard.h"

#include <string.h>

#include "../../base/text.h"
#include "../../model/kind_evidence.h"
#include "../../model/kind_identity.h"
#include "../../model/kind_perimeter.h"

extern const unsigned char relais_sql_perimeter_taken[];

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

static const char bureau_tree[] =
	"SELECT CASE WHEN o.code = ?2 THEN v.bureau_of ELSE o.code END\n"
	"  FROM office AS o\n"
	"  JOIN office_version AS v USING (office_id)\n"
	" WHERE v.known_until = 2147483647\n"
	"   AND (o.code = ?2 AND v.bureau_of IS NOT NULL OR v.bureau_of = ?1)\n"
	" ORDER BY o.code = ?2 DESC, o.code\n"
	" LIMIT 1";

static const char same_activity[] = "SELECT done_on, type\n"
				    "  FROM activity\n"
				    " WHERE code = ?1 AND known_until = 2147483647\n"
				    " LIMIT 1";

static const char *sql_for(const kind *k)
{
	if (!strcmp(k->name, "activities"))
		return same_activity;
	if (!strcmp(k->name, "identifiers"))
		return holder;
	if (!strcmp(k->name, "perimeters"))
		return (const char *)relais_sql_perimeter_taken;
	return !strcmp(k->name, "offices") ? next_office : NULL;
}

relais_status guard_open(guard *g, const kind *k, relais_store *store, relais_error *err)
{
	const char *sql = sql_for(k);

	*g = (guard){ .kind = k };
	if (sql == next_office) {
		relais_status rc = stmt_prepare(&g->bureaux, store, bureau_tree, err);

		if (rc != RELAIS_OK)
			return rc;
	}
	return sql ? stmt_prepare(&g->s, store, sql, err) : RELAIS_OK;
}

void guard_close(guard *g)
{
	stmt_free(g->s);
	stmt_free(g->bureaux);
	g->s = g->bureaux = NULL;
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

/* One level: bureaux make the figures of an office, not of a bureau. */
static relais_status guard_bureau(const guard *g, const char *const *values, told *t, spot at,
	bool *holds, relais_error *err)
{
	const char *code = values[g->kind->key];
	const char *of = values[kind_column_at(g->kind, "bureau_of")];
	relais_status rc = RELAIS_END;

	if (!of)
		return RELAIS_OK;
	stmt_bind_text_at(g->bureaux, 1, code);
	stmt_bind_text_at(g->bureaux, 2, of);
	if (!strcmp(code, of) || (rc = stmt_step(g->bureaux, err)) == RELAIS_OK) {
		*holds = false;
		told_reject(t, at, "bureau-of-bureau",
			"%s cannot be a bureau of %s: one of them is a bureau or has bureaux already (%s)",
			code, of, strcmp(code, of) ? stmt_text(g->bureaux, 0) : code);
	}
	stmt_reset(g->bureaux);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

static relais_status guard_activity(const guard *g, const char *const *values, told *t, spot at,
	bool *holds, relais_error *err)
{
	const char *code = values[ACTIVITY_CODE];
	relais_status rc = RELAIS_END;

	if (!code)
		return RELAIS_OK;
	stmt_bind_text_at(g->s, 1, code);
	if ((rc = stmt_step(g->s, err)) == RELAIS_OK) {
		*holds = false;
		told_reject(t, at, "activity-code-taken",
			"'%s' is another entry of the journal (%s, %s): a journal is not rewritten, undo the import that brought it or give this one another number",
			code, stmt_text(g->s, 0), stmt_text(g->s, 1));
	}
	stmt_reset(g->s);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

/* Perimeters do not overlap (C1.5); a station may keep the office of its commune beside that of its
 * EPCI, which is then to be looked at. */
static relais_status guard_perimeter(const guard *g, const char *const *values, told *t,
	spot at, bool *holds, relais_error *err)
{
	relais_status rc;

	stmt_bind_text(g->s, ":office", values[PERIMETER_OFFICE]);
	stmt_bind_text(g->s, ":covers", values[PERIMETER_COMMUNE]);
	stmt_bind_text(g->s, ":valid_from", values[PERIMETER_FROM]);
	stmt_bind_text(g->s, ":valid_until", values[PERIMETER_UNTIL]);
	if ((rc = stmt_step(g->s, err)) == RELAIS_OK) {
		const char *commune = values[PERIMETER_COMMUNE], *by = stmt_text(g->s, 0);

		if (stmt_int(g->s, 2))
			*holds = told_doubt(t, at, "perimeter-station",
				"%s, a station, is covered by %s too: it may keep the office of its commune, whose perimeter the other then leaves out",
				commune, by);
		else {
			*holds = false;
			told_reject(t, at, "perimeter-overlap",
				"%s is covered by %s at that time: say when it ends there (valid_until) or begins here (valid_from)",
				commune, by);
		}
	}
	stmt_reset(g->s);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

relais_status guard_row(const guard *g, const char *const *values, told *t, spot at,
	bool *holds, relais_error *err)
{
	relais_status rc;

	*holds = true;
	if (!g->s)
		return RELAIS_OK;
	if (!strcmp(g->kind->name, "identifiers"))
		return guard_identifier(g, values, t, at, holds, err);
	if (!strcmp(g->kind->name, "perimeters"))
		return guard_perimeter(g, values, t, at, holds, err);
	if (!strcmp(g->kind->name, "activities"))
		return guard_activity(g, values, t, at, holds, err);
	if ((rc = guard_bureau(g, values, t, at, holds, err)) != RELAIS_OK || !*holds)
		return rc;
	return guard_office(g, values, t, at, holds, err);
}

bool guard_concerns(const guard *g, const char *const *before, const char *const *values)
{
	static const char *const watched[] = { "merged_into", "bureau_of" };

	for (size_t i = 0; g->bureaux && i < sizeof watched / sizeof *watched; i++) {
		size_t at = kind_column_at(g->kind, watched[i]);

		if (values[at] && (!before[at] || strcmp(before[at], values[at]) != 0))
			return true;
	}
	return false;
}
