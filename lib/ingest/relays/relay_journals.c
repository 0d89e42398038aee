/* SPDX-License-Identifier: MIT
 * The journals of a relay's batch: what it brought goes through the engine of files, what it took back ends
 * here too.
 */
#include "../../base/arena.h"
#include "../../base/error.h"
#include "relay_work.h"

static relais_status put_state(work *w, const stmt *s, relais_error *err)
{
	const char *said[COLUMNS] = { NULL };
	size_t office = kind_column_at(w->kind, "office");
	arena memory = { 0 };
	merging *m = w->m;
	relais_status rc;

	for (int i = 1; i < stmt_columns(s); i++)
		said[kind_column_at(w->kind, stmt_column_name(s, i))] =
			stmt_is_null(s, i) ? "" : stmt_text(s, i);
	if (office == (size_t)-1 || *said[office]) {
		if ((rc = relay_own_codes(m, w->kind, said, &memory, err)) == RELAIS_OK)
			rc = registry_put(w->registry, said, NULL,
				(spot){ (unsigned long)stmt_int(s, 0), 0 }, &m->counts, err);
		arena_free(&memory);
		return rc;
	}
	m->counts.read++;
	m->counts.skipped++;
	told_note(&m->told, (spot){ (unsigned long)stmt_int(s, 0), 0 }, "private-state",
		"the state of '%s' is the relay's own and says nothing of the federation",
		said[kind_column_at(w->kind, "resolution")]);
	return RELAIS_OK;
}

/* Journals: what a batch brought, what it took back, and how that is found here. */
static const struct journal {
	const char *kind, *brought, *taken, *end;
} journals[] = {
	{ "progress",
		"SELECT line, resolution, office, stated_on AS date, state, note, proof\n"
		"  FROM progress WHERE batch_id = ?1\n"
		" ORDER BY progress_id",
		"SELECT resolution, office, stated_on, state, note, proof\n"
		"  FROM progress WHERE known_until = ?1 AND office IS NOT NULL",
		"UPDATE progress SET known_until = ?7\n"
		" WHERE resolution = ?1 AND office = ?2 AND stated_on = ?3 AND state = ?4\n"
		"   AND note IS ?5 AND proof IS ?6 AND known_until = 2147483647" },
	{ "events",
		"SELECT line, happened_on AS date, type, office, becomes AS \"into\", share, note\n"
		"  FROM event WHERE batch_id = ?1\n"
		" ORDER BY event_id",
		"SELECT happened_on, type, office, becomes, share, note\n"
		"  FROM event WHERE known_until = ?1",
		"UPDATE event SET known_until = ?7\n"
		" WHERE happened_on = ?1 AND type = ?2 AND office = ?3 AND becomes IS ?4\n"
		"   AND share IS ?5 AND note IS ?6 AND known_until = 2147483647" },
	/* two relays may tell the same: without a number of its own an entry has the relay's */
	{ "activities",
		"SELECT line, coalesce(code, '#' || activity_id) AS code, done_on AS date, type,\n"
		"       resolutions, title, offices, partners, people, days, delay_days, proof\n"
		"  FROM activity WHERE batch_id = ?1\n"
		" ORDER BY activity_id",
		"SELECT coalesce(code, '#' || activity_id) FROM activity WHERE known_until = ?1",
		"UPDATE activity SET known_until = ?7\n"
		" WHERE code = ?8 || '/' || ?1 AND known_until = 2147483647" },
};

/* Rows taken back by an undo. */
static relais_status end_entries(merging *m, const struct journal *j, relais_error *err)
{
	stmt *from = NULL, *to = NULL;
	relais_status rc;

	if ((rc = stmt_prepare(&from, m->relay->store, j->taken, err)) == RELAIS_OK &&
		(rc = stmt_prepare(&to, m->store, j->end, err)) == RELAIS_OK) {
		stmt_bind_int_at(from, 1, m->relay->batch);
		stmt_bind_int_at(to, 7, m->batch);
		if (stmt_has(to, "?8"))
			stmt_bind_text_at(to, 8, m->relay->prefix);
		while ((rc = stmt_step(from, err)) == RELAIS_OK) {
			for (int i = 0; i < stmt_columns(from); i++)
				stmt_bind_text_at(to, i + 1, stmt_text(from, i));
			if ((rc = stmt_run(to, err)) != RELAIS_OK)
				break;
			m->counts.read++;
			m->counts.revised++;
		}
	}
	stmt_free(from);
	stmt_free(to);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

static relais_status merge_journal(merging *m, const struct journal *j, relais_error *err)
{
	work w = { .m = m, .kind = kind_named(j->kind) };
	relais_status rc;
	stmt *s;

	if ((rc = stmt_prepare(&s, m->relay->store, j->brought, err)) != RELAIS_OK)
		return rc;
	stmt_bind_int_at(s, 1, m->relay->batch);
	while ((rc = stmt_step(s, err)) == RELAIS_OK)
		if ((!w.registry && (rc = relay_work_open(&w, err)) != RELAIS_OK) ||
			(rc = put_state(&w, s, err)) != RELAIS_OK)
			break;
	stmt_free(s);
	relay_work_close(&w);
	return rc == RELAIS_END ? end_entries(m, j, err) : rc;
}

relais_status relay_journals(merging *m, relais_error *err)
{
	relais_status rc = RELAIS_OK;

	for (size_t i = 0; i < sizeof journals / sizeof *journals && rc == RELAIS_OK; i++)
		rc = merge_journal(m, &journals[i], err);
	return rc;
}
