/* SPDX-License-Identifier: MIT
 * The row's version goes, the one before goes on, and a code that never had one goes too.
 */
#include "withdraw.h"

#include "../../base/error.h"
#include "../../base/text.h"

enum { DROP, RESTORE, FORGET, UNTELL, STATEMENTS };

/* @ is the name of the register. */
static const char statements[] =
	"DELETE FROM @_version WHERE @_id = ?1 AND known_from = ?2;\n"
	"UPDATE @_version SET known_until = 2147483647 WHERE @_id = ?1 AND known_until = ?2;\n"
	"DELETE FROM @\n"
	" WHERE @_id = ?1 AND NOT EXISTS (SELECT 1 FROM @_version AS v WHERE v.@_id = ?1);\n"
	"DELETE FROM temp.told WHERE line = ?1 AND rule IN ('changed', 'new-row');\n";

/* Made when a row is withdrawn, which few files need: of thousands, each would look through all that is told. */
static const char by_line[] = "CREATE INDEX IF NOT EXISTS temp.told_by_line ON told (line)";

static relais_status prepare(
	stmt **s, relais_store *store, const char *table, relais_error *err)
{
	text sql = { 0 };
	relais_status rc;

	for (const char *p = statements; *p; p++)
		if (*p == '@')
			text_add(&sql, table);
		else
			text_add_char(&sql, *p);
	rc = sql.failed ? fail_memory(err)
			: stmt_prepare_all(s, STATEMENTS, store, text_str(&sql), err);
	text_free(&sql);
	return rc;
}

relais_status withdraw(
	relais_store *store, const withdrawal *row, relais_summary *summary, relais_error *err)
{
	bool was_known = false;
	stmt *s[STATEMENTS];
	relais_status rc = store_execute(store, by_line, err);

	if (rc != RELAIS_OK || (rc = prepare(s, store, row->table, err)) != RELAIS_OK)
		return rc;
	for (int i = 0; i < STATEMENTS && rc == RELAIS_OK; i++) {
		stmt_bind_int_at(s[i], 1, i == UNTELL ? row->line : row->id);
		if (i == DROP || i == RESTORE)
			stmt_bind_int_at(s[i], 2, row->batch);
		if ((rc = stmt_run(s[i], err)) == RELAIS_OK && i == RESTORE)
			was_known = store_changes(store) > 0;
	}
	stmt_free_all(s, STATEMENTS);
	*(was_known ? &summary->revised : &summary->created) -= 1;
	return rc;
}
