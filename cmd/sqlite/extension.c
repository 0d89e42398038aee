/* SPDX-License-Identifier: MIT
 * What SQLite calls when it loads relais_sql.so. The functions answer the same to the same, look at
 * nothing but what they are asked, and may stand in views and indexes.
 */
#include <stdlib.h>

#include "../tool_locale.h"
#include "extension.h"

SQLITE_EXTENSION_INIT1

void answer_error(sqlite3_context *context, const relais_error *err)
{
	if (err->status == RELAIS_E_MEMORY)
		sqlite3_result_error_nomem(context);
	else
		sqlite3_result_error(context, err->text, -1);
}

void answer_misuse(sqlite3_context *context, const char *format, const char *said)
{
	char *text = sqlite3_mprintf(relais_words(extension_lang(context), format), said);

	if (text)
		sqlite3_result_error(context, text, -1);
	else
		sqlite3_result_error_nomem(context);
	sqlite3_free(text);
}

relais_lang extension_lang(sqlite3_context *context)
{
	return sqlite3_user_data(context) ? RELAIS_FR : RELAIS_EN;
}

bool any_null(int count, sqlite3_value **values)
{
	for (int i = 0; i < count; i++)
		if (sqlite3_value_type(values[i]) == SQLITE_NULL)
			return true;
	return false;
}

RELAIS_API int sqlite3_relaissql_init(
	sqlite3 *db, char **error, const sqlite3_api_routines *routines);

RELAIS_API int sqlite3_relaissql_init(
	sqlite3 *db, char **error, const sqlite3_api_routines *routines)
{
	static const struct {
		const char *name;
		int least, most; /* values; -1: any number from `least` on */
		void (*call)(sqlite3_context *, int, sqlite3_value **);
	} functions[] = {
		{ "rt_period", 1, -1, sql_period },
		{ "rt_evolution", 2, 3, sql_evolution },
		{ "rt_ratio", 2, 4, sql_ratio },
		{ "rt_round", 2, 3, sql_round },
		{ "rt_format", 3, 3, sql_format },
	};
	static char french; /* its address says so */
	int rc = SQLITE_OK;

	(void)error;
	SQLITE_EXTENSION_INIT2(routines);
	for (size_t i = 0; i < sizeof functions / sizeof *functions; i++) {
		int most = functions[i].most < 0 ? functions[i].least : functions[i].most;

		for (int n = functions[i].least; n <= most && rc == SQLITE_OK; n++)
			rc = sqlite3_create_function_v2(db, functions[i].name,
				functions[i].most < 0 ? -1 : n,
				SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS,
				tool_locale() == RELAIS_FR ? &french : NULL, functions[i].call,
				NULL, NULL, NULL);
	}
	return rc;
}
