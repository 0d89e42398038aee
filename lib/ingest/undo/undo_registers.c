/* SPDX-License-Identifier: MIT
 * The rows of registers a batch brought, and the states and events it declared, taken back. Every register
 * is a table `x` of codes and a table `x_version`: one set of statements does for all, also for
 * those a figures' import made on its way.
 */
#include "undo.h"

#include "../../base/error.h"
#include "../../base/text.h"

extern const unsigned char relais_sql_undo_register[], relais_sql_undo_progress[],
	relais_sql_undo_events[], relais_sql_undo_activities[];

enum { TOUCH, IN_USE, STAY, END_VERSIONS, BEGIN_VERSIONS, COUNT, STATEMENTS };
enum { SAY_AGAIN, END_SAID, JOURNAL_STATEMENTS };

static const char table[] = "CREATE TEMP TABLE IF NOT EXISTS turned(\n"
			    "  id INTEGER PRIMARY KEY, was_known INTEGER, back INTEGER)";
static const char registers[] =
	"SELECT substr(t.name, 1, length(t.name) - 8),\n"
	"       (SELECT group_concat(c.name, ', ')\n"
	"          FROM pragma_table_info(t.name) AS c\n"
	"         WHERE c.name NOT IN ('known_from', 'known_until')\n"
	"           AND c.name <> substr(t.name, 1, length(t.name) - 8) || '_id')\n"
	"  FROM sqlite_schema AS t\n"
	" WHERE t.type = 'table' AND t.name LIKE '%\\_version' ESCAPE '\\'\n"
	" ORDER BY t.rowid DESC"; /* what names others is made after them */

/* The statements for one register: @ its name, # its columns. */
static relais_status prepare(
	stmt **s, const undo *u, const char *name, const char *columns, relais_error *err)
{
	text sql = { 0 };
	relais_status rc;

	for (const char *p = (const char *)relais_sql_undo_register; *p; p++)
		if (*p == '@')
			text_add(&sql, name);
		else if (*p == '#')
			text_add(&sql, columns);
		else
			text_add_char(&sql, *p);
	rc = sql.failed ? fail_memory(err)
			: stmt_prepare_all(s, STATEMENTS, u->store, sql.data, err);
	text_free(&sql);
	return rc;
}

static relais_status count(const undo *u, stmt *s, uint64_t out[3], relais_error *err)
{
	relais_status rc;

	if (stmt_has(s, ":batch"))
		stmt_bind_int(s, ":batch", u->batch);
	if ((rc = stmt_step(s, err)) != RELAIS_OK)
		return rc;
	for (int i = 0; i < stmt_columns(s); i++)
		out[i] = (uint64_t)stmt_int(s, i);
	stmt_reset(s);
	return RELAIS_OK;
}

static relais_status turn(const undo *u, stmt **s, bool counts, relais_error *err)
{
	uint64_t in_use = 0, stay[3] = { 0 }, moved[3] = { 0 };
	relais_undo_summary *m = u->summary;
	relais_status rc;

	if ((rc = store_execute(u->store, "DELETE FROM temp.turned", err)) != RELAIS_OK ||
		(rc = undo_run(u, s[TOUCH], err)) != RELAIS_OK ||
		(rc = undo_run(u, s[IN_USE], err)) != RELAIS_OK)
		return rc;
	in_use = (uint64_t)store_changes(u->store);
	if ((rc = count(u, s[STAY], stay, err)) != RELAIS_OK ||
		(rc = undo_run(u, s[END_VERSIONS], err)) != RELAIS_OK ||
		(rc = undo_run(u, s[BEGIN_VERSIONS], err)) != RELAIS_OK ||
		(rc = count(u, s[COUNT], moved, err)) != RELAIS_OK)
		return rc;
	if (!counts)
		return RELAIS_OK;
	m->changed += moved[0];
	m->gone += moved[1];
	m->back += moved[2];
	m->kept += in_use + stay[0];
	return RELAIS_OK;
}

static relais_status undo_journal(
	const undo *u, const unsigned char *sql, bool counts, relais_error *err)
{
	uint64_t *const into[] = { &u->summary->back, &u->summary->gone };
	stmt *s[JOURNAL_STATEMENTS];
	relais_status rc =
		stmt_prepare_all(s, JOURNAL_STATEMENTS, u->store, (const char *)sql, err);

	for (int i = 0; rc == RELAIS_OK && i < JOURNAL_STATEMENTS; i++) {
		rc = undo_run(u, s[i], err);
		if (rc == RELAIS_OK && counts)
			*into[i] += (uint64_t)store_changes(u->store);
	}
	stmt_free_all(s, JOURNAL_STATEMENTS);
	return rc;
}

relais_status undo_registers(undo *u, bool counts, relais_error *err)
{
	relais_status rc;
	stmt *all, *s[STATEMENTS];

	if ((rc = store_execute(u->store, table, err)) != RELAIS_OK ||
		(rc = undo_journal(u, relais_sql_undo_progress, counts, err)) != RELAIS_OK ||
		(rc = undo_journal(u, relais_sql_undo_events, counts, err)) != RELAIS_OK ||
		(rc = undo_journal(u, relais_sql_undo_activities, counts, err)) != RELAIS_OK ||
		(rc = stmt_prepare(&all, u->store, registers, err)) != RELAIS_OK)
		return rc;
	while ((rc = stmt_step(all, err)) == RELAIS_OK) {
		rc = prepare(s, u, stmt_text(all, 0), stmt_text(all, 1), err);
		if (rc != RELAIS_OK)
			break;
		rc = turn(u, s, counts, err);
		stmt_free_all(s, STATEMENTS);
		if (rc != RELAIS_OK)
			break;
	}
	stmt_free(all);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}
