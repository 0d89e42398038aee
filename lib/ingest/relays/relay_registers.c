/* SPDX-License-Identifier: MIT
 * The registers of a relay's batch, row by row through the engine of files. What
 * is the relay's alone goes on as it was; what another store brought too meets the rules: one
 * office is the same in both or the stores do not fit, a definition of ours stays, settings stay
 * the relay's, and what relays number themselves (actions, agreements, partners, activities, sessions)
 * bears its name, since every relay has its A1-1.
 */
#include <stdio.h>
#include <string.h>

#include "../../base/arena.h"
#include "../../base/error.h"
#include "../../base/text.h"
#include "relay_work.h"

enum { KEY_SIZE = 1024 };

typedef enum rule { RULE_OFFICE, RULE_PLAIN, RULE_CATALOGUE, RULE_OWN, RULE_PRIVATE } rule;

/* In the order that references need. */
static const struct shelf {
	const char *kind, *table, *key; /* an expression of columns that no version has */
	rule rule;
} shelves[] = {
	{ "territories", "territory", "code", RULE_PLAIN },
	{ "offices", "office", "code", RULE_OFFICE },
	{ "indicators", "indicator", "code", RULE_CATALOGUE },
	{ "resolutions", "resolution", "code", RULE_CATALOGUE },
	{ "aliases", "alias", "spelled", RULE_PLAIN },
	{ "identifiers", "identifier", "office || char(9) || scheme || char(9) || value",
		RULE_PLAIN },
	{ "confirmations", "confirmation",
		"office || char(9) || indicator || char(9) || period", RULE_PLAIN },
	{ "breaks", "break", "office || char(9) || indicator || char(9) || begins_on",
		RULE_PLAIN },
	{ "calendar", "calendar",
		"type || char(9) || zone || char(9) || label || char(9) || begins_on",
		RULE_PLAIN },
	{ "norm", "norm", "indicator || char(9) || definition_version", RULE_CATALOGUE },
	{ "actions", "action", "code", RULE_OWN },
	{ "partners", "partner", "code", RULE_OWN },
	{ "agreements", "agreement", "code", RULE_OWN },
	{ "objectives", "objective", "agreement || char(9) || indicator || char(9) || period",
		RULE_OWN },
	{ "targets", "target",
		"resolution || char(9) || indicator || char(9) || level || char(9) || from_period",
		RULE_PRIVATE },
	{ "evidence", "measure", "code || char(9) || from_day", RULE_PRIVATE },
	{ "labels", "label",
		"office || char(9) || holder || char(9) || scheme || char(9) || decided_on",
		RULE_PLAIN },
	{ "lodging", "lodging", "commune || char(9) || year", RULE_PLAIN },
	{ "perimeters", "perimeter", "office || char(9) || commune", RULE_PLAIN },
	{ "sessions", "session", "code", RULE_OWN },
	{ "enrolments", "enrolment",
		"session || char(9) || office || char(9) || category || char(9) || regime",
		RULE_OWN },
	{ "needs", "need",
		"year || char(9) || office || char(9) || theme || char(9) || category || char(9) || regime",
		RULE_PLAIN },
	{ "settings", "setting", "code", RULE_PRIVATE },
};

static relais_status prepare(stmt **out, relais_store *store, const char *format,
	const struct shelf *f, relais_error *err)
{
	text sql = { 0 };
	relais_status rc;

	for (; *format; format++)
		if (*format == '@')
			text_add(&sql, f->table);
		else if (*format == '#')
			text_add(&sql, f->key);
		else
			text_add_char(&sql, *format);
	*out = NULL;
	rc = sql.failed ? fail_memory(err) : stmt_prepare(out, store, text_str(&sql), err);
	text_free(&sql);
	return rc;
}

/* The keys a statement gives for the relay's batch. */
static relais_status list_keys(const merging *m, const char *format, const struct shelf *f,
	relais_status (*take)(void *self, const char *key, relais_error *err), void *self,
	relais_error *err)
{
	relais_status rc;
	stmt *s;

	if ((rc = prepare(&s, m->relay->store, format, f, err)) != RELAIS_OK)
		return rc;
	stmt_bind_int_at(s, 1, m->relay->batch);
	while ((rc = stmt_step(s, err)) == RELAIS_OK)
		if ((rc = take(self, stmt_text(s, 0), err)) != RELAIS_OK)
			break;
	stmt_free(s);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

static relais_status note_changed(void *self, const char *key, relais_error *err)
{
	return map_put(self, key, strlen(key), 1) ? RELAIS_OK : fail_memory(err);
}

static relais_status open_shelf(work *w, relais_error *err)
{
	static const char held[] = "SELECT v.known_from\n"
				   "  FROM @ AS c\n"
				   "  JOIN @_version AS v USING (@_id)\n"
				   " WHERE # = ?1 AND v.known_until = 2147483647";
	static const char identity[] = "SELECT v.known_from, v.name, v.siret\n"
				       "  FROM @ AS c\n"
				       "  JOIN @_version AS v USING (@_id)\n"
				       " WHERE # = ?1 AND v.known_until = 2147483647";
	relais_status rc = relay_work_open(w, err);

	if (rc != RELAIS_OK)
		return rc;
	return prepare(&w->held, w->m->store, w->shelf->rule == RULE_OFFICE ? identity : held,
		w->shelf, err);
}

/* "22/A1-1": the plan of 22 says A1-1. */
static void prefixed(const merging *m, const char *code, char *out, size_t size)
{
	snprintf(out, size, "%s/%s", m->relay->prefix, code);
}

static bool differ(const char *a, const char *b)
{
	return a && b && *a && *b && !text_same(a, b);
}

/* An office that another store brought too: w->held is on it. */
static relais_status meet_office(work *w, const char *const *said, relais_error *err)
{
	const char *code = said[w->kind->key];
	const char *name = said[kind_column_at(w->kind, "name")];
	const char *siret = said[kind_column_at(w->kind, "siret")];
	const char *our_name = stmt_text(w->held, 1), *our_siret = stmt_text(w->held, 2);
	bool same = siret && our_siret && *siret ? !differ(siret, our_siret)
						 : !differ(name, our_name);
	merging *m = w->m;
	int64_t unused;

	if (!same)
		return fail_at(err, RELAIS_E_DATA,
			(place){ m->relay->name, 0, 0, "other-office" },
			"the office '%s' is '%s' here and '%s' there: two offices cannot have one code, give one of them another",
			code, our_name ? our_name : "", name ? name : "");
	if (map_get(&m->relay->shared, code, strlen(code), &unused))
		return RELAIS_OK;
	told_warn(&m->told, (spot){ 0, 0 }, "office-in-two-stores",
		"the office '%s' %s is in this store and in another: the figures of both are kept, and one is current where they differ",
		code, name ? name : "");
	return map_put(&m->relay->shared, code, strlen(code), 1) ? RELAIS_OK : fail_memory(err);
}

/* What is known of the row here, and the rules for it. `said` may change. */
static relais_status meet(
	work *w, const char *key, const char **said, bool *catalogue, relais_error *err)
{
	merging *m = w->m;
	relais_status rc;

	*catalogue = false;
	m->own.on_conflict = RELAIS_ON_CONFLICT_REVISE;
	stmt_bind_text_at(w->held, 1, key);
	rc = stmt_step(w->held, err);
	if (rc == RELAIS_OK && !relay_owns(m->relay, stmt_int(w->held, 0))) {
		*catalogue = w->shelf->rule == RULE_CATALOGUE;
		m->own.on_conflict =
			*catalogue ? RELAIS_ON_CONFLICT_KEEP : m->options->on_conflict;
		if (w->shelf->rule == RULE_OFFICE)
			rc = meet_office(w, said, err);
		/* what this store does not know is no reason to forget it */
		for (size_t i = 0; i < w->kind->count; i++)
			if (said[i] && !*said[i])
				said[i] = NULL;
	}
	stmt_reset(w->held);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

/* As the shelf's expression writes it. */
static const char *key_of(const kind *k, const char *const *said, char *out, size_t size)
{
	int length = snprintf(out, size, "%s", said[k->key]);

	for (size_t i = 1; i < k->keys && length >= 0 && (size_t)length < size; i++)
		length +=
			snprintf(out + length, size - (size_t)length, "\t%s", said[k->key + i]);
	return out;
}

static relais_status put_row(work *w, const char **said, relais_error *err)
{
	merging *m = w->m;
	uint64_t kept = m->counts.skipped;
	char room[KEY_SIZE];
	bool catalogue;
	relais_status rc;

	if ((rc = meet(w, key_of(w->kind, said, room, sizeof room), said, &catalogue, err)) !=
			RELAIS_OK ||
		(rc = registry_put(w->registry, said, NULL, (spot){ 0, 0 }, &m->counts, err)) !=
			RELAIS_OK)
		return rc;
	if (catalogue && m->counts.skipped > kept)
		told_warn(&m->told, (spot){ 0, 0 }, "other-definition",
			"'%s' is defined otherwise in this store: the definition here stays",
			said[w->kind->key]);
	return RELAIS_OK;
}

static void say_private(const work *w, const char *const *said)
{
	merging *m = w->m;
	const char *code = said[w->kind->key];

	m->counts.read++;
	m->counts.skipped++;
	if (!strcmp(w->shelf->kind, "targets")) {
		told_note(&m->told, (spot){ 0, 0 }, "private-target",
			"the target of '%s' stays the relay's own",
			*code ? code : said[w->kind->key + 1]);
		return;
	}
	if (!strcmp(w->shelf->kind, "evidence")) {
		told_note(&m->told, (spot){ 0, 0 }, "private-measure",
			"the measure '%s' stays the relay's own", code);
		return;
	}
	told_note(&m->told, (spot){ 0, 0 }, "private-setting",
		"the setting '%s' stays the relay's own", code);
}

/* Columns of the export are those of the kind, by name. */
static relais_status put_rows(work *w, relais_error *err)
{
	arena memory = { 0 };
	relais_status rc;
	int64_t unused;
	stmt *s;

	if ((rc = stmt_prepare(&s, w->m->relay->store, w->kind->sql_export, err)) != RELAIS_OK)
		return rc;
	stmt_bind_int(s, ":batch", w->m->relay->batch);
	while ((rc = stmt_step(s, err)) == RELAIS_OK) {
		const char *said[COLUMNS] = { NULL }, *key;
		char room[KEY_SIZE];

		for (int i = 0; i < stmt_columns(s); i++) {
			size_t at = kind_column_at(w->kind, stmt_column_name(s, i));

			if (at != (size_t)-1)
				said[at] = stmt_is_null(s, i) ? "" : stmt_text(s, i);
		}
		key = key_of(w->kind, said, room, sizeof room);
		if (!map_get(&w->changed, key, strlen(key), &unused))
			continue;
		if (w->shelf->rule == RULE_PRIVATE)
			say_private(w, said);
		else if ((w->shelf->rule == RULE_OWN &&
				 (rc = relay_own_codes(w->m, w->kind, said, &memory, err)) !=
					 RELAIS_OK) ||
			 (rc = put_row(w, said, err)) != RELAIS_OK)
			break;
	}
	arena_free(&memory);
	stmt_free(s);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

/* An undo ended what was known of a key: so it does here, unless another store knows it too. */
static relais_status end_version(void *self, const char *key, relais_error *err)
{
	static const char end[] =
		"UPDATE @_version\n"
		"   SET known_until = ?2\n"
		" WHERE @_id = (SELECT @_id FROM @ WHERE # = ?1) AND known_until = 2147483647";
	work *w = self;
	merging *m = w->m;
	char code[256];
	relais_status rc;
	stmt *s;

	if (w->shelf->rule == RULE_OWN) {
		prefixed(m, key, code, sizeof code);
		key = code;
	}
	stmt_bind_text_at(w->held, 1, key);
	rc = stmt_step(w->held, err);
	if (rc == RELAIS_OK && !relay_owns(m->relay, stmt_int(w->held, 0)))
		rc = RELAIS_END;
	stmt_reset(w->held);
	if (rc != RELAIS_OK)
		return rc == RELAIS_END ? RELAIS_OK : rc;
	if ((rc = prepare(&s, m->store, end, w->shelf, err)) != RELAIS_OK)
		return rc;
	stmt_bind_text_at(s, 1, key);
	stmt_bind_int_at(s, 2, m->batch);
	rc = stmt_run(s, err);
	stmt_free(s);
	m->counts.read++;
	m->counts.revised++;
	return rc;
}

static const char begun[] = "SELECT #\n"
			    "  FROM @ AS c\n"
			    "  JOIN @_version AS v USING (@_id)\n"
			    " WHERE v.known_from = ?1";
static const char ended[] = "SELECT #\n"
			    "  FROM @ AS c\n"
			    "  JOIN @_version AS v USING (@_id)\n"
			    " WHERE v.known_until = ?1\n"
			    "   AND NOT EXISTS (SELECT 1 FROM @_version AS n\n"
			    "                    WHERE n.@_id = v.@_id AND n.known_from = ?1)";

static relais_status count_ended(void *self, const char *key, relais_error *err)
{
	(void)key;
	(void)err;
	*(bool *)self = true;
	return RELAIS_OK;
}

static relais_status merge_shelf(merging *m, const struct shelf *f, relais_error *err)
{
	work w = { .m = m, .shelf = f, .kind = kind_named(f->kind) };
	bool any_ended = false;
	relais_status rc = list_keys(m, begun, f, note_changed, &w.changed, err);

	if (rc == RELAIS_OK)
		rc = list_keys(m, ended, f, count_ended, &any_ended, err);
	if (rc == RELAIS_OK && (w.changed.count > 0 || any_ended))
		rc = open_shelf(&w, err);
	if (rc == RELAIS_OK && w.changed.count > 0)
		rc = put_rows(&w, err);
	if (rc == RELAIS_OK && any_ended)
		rc = list_keys(m, ended, f, end_version, &w, err);
	relay_work_close(&w);
	return rc;
}

relais_status relay_registers(merging *m, relais_error *err)
{
	relais_status rc = RELAIS_OK;

	for (size_t i = 0; i < sizeof shelves / sizeof *shelves && rc == RELAIS_OK; i++)
		rc = merge_shelf(m, &shelves[i], err);
	return rc;
}

relais_status relay_catalogue(merging *m, relais_error *err)
{
	relais_status rc = RELAIS_OK;

	for (size_t i = 0; i < sizeof shelves / sizeof *shelves && rc == RELAIS_OK; i++)
		if (shelves[i].rule == RULE_CATALOGUE)
			rc = merge_shelf(m, &shelves[i], err);
	return rc;
}
