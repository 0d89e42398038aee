/* SPDX-License-Identifier: MIT
 * See shadow.h. What is ours is what the schema makes; neither views nor tables of modules are among that, and
 * our views, which are made anew when they are not ours, begin with v_.
 */
#include "shadow.h"

#include <string.h>
#include <strings.h>

#include "../base/error.h"
#include "handle.h"

extern const unsigned char relais_sql_schema[];

/* A view has no page, nor has what a module keeps. */
static const char suspects[] =
	"SELECT name FROM main.sqlite_schema\n"
	" WHERE type IN ('table', 'view') AND coalesce(rootpage, 0) = 0\n"
	"   AND name NOT GLOB 'v_*'";

static bool is_ours(const char *name)
{
	static const char making[] = "CREATE TABLE ";
	const char *at = (const char *)relais_sql_schema;
	size_t length = strlen(name);

	while ((at = strstr(at, making))) {
		at += sizeof making - 1;
		if (strcspn(at, " (") == length && strncasecmp(at, name, length) == 0)
			return true;
	}
	return false;
}

relais_status shadow_refuse(relais_store *store, relais_error *err)
{
	sqlite3_stmt *s = NULL;
	relais_status status = RELAIS_OK;
	int rc = sqlite3_prepare_v2(store->db, suspects, -1, &s, NULL);

	while (rc == SQLITE_OK && status == RELAIS_OK && (rc = sqlite3_step(s)) == SQLITE_ROW) {
		const char *name = (const char *)sqlite3_column_text(s, 0);

		if (name && is_ours(name))
			status = fail(err, RELAIS_E_STORE,
				"the store '%s' has something else where its table '%s' should be, which no program of ours made: go back to your last copy",
				store->path, name);
		rc = SQLITE_OK;
	}
	if (status == RELAIS_OK && rc != SQLITE_DONE)
		status = store_fail(err, store, rc);
	sqlite3_finalize(s);
	return status;
}
