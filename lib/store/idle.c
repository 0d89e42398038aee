/* SPDX-License-Identifier: MIT
 * Statements that are asked for again: preparing is a third of what a short question costs, and many
 * questions read the same registers.
 */
#include <string.h>

#include "handle.h"

/* Is it this statement, and nothing after it? */
static bool is_of(sqlite3_stmt *s, const char *sql)
{
	const char *own = sqlite3_sql(s);
	size_t n = own ? strlen(own) : 0;

	return n && strncmp(own, sql, n) == 0 && sql[n + strspn(sql + n, " \t\n")] == '\0';
}

sqlite3_stmt *store_take_idle(relais_store *store, const char *sql)
{
	for (size_t i = 0; i < store->idle_count; i++) {
		sqlite3_stmt *s = store->idle[i];

		if (!is_of(s, sql))
			continue;
		store->idle_count--;
		memmove(store->idle + i, store->idle + i + 1,
			(store->idle_count - i) * sizeof *store->idle);
		return s;
	}
	return NULL;
}

void store_put_idle(relais_store *store, sqlite3_stmt *s)
{
	sqlite3_reset(s);
	sqlite3_clear_bindings(s);
	if (store->idle_count == IDLE_STATEMENTS)
		sqlite3_finalize(store->idle[--store->idle_count]); /* waited longest */
	memmove(store->idle + 1, store->idle, store->idle_count * sizeof *store->idle);
	store->idle[0] = s;
	store->idle_count++;
}

void store_forget_statements(relais_store *store)
{
	while (store->idle_count)
		sqlite3_finalize(store->idle[--store->idle_count]);
}
