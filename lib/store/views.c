/* SPDX-License-Identifier: MIT
 * Views of a store that another version made are made anew by the first program that writes in it:
 * a schema number says what the tables are, and a view that changes is no reason for another one.
 */
#include "views.h"

#include <string.h>

#include "../base/error.h"
#include "../base/text.h"

extern const unsigned char relais_sql_views[], relais_share_sql_views[];

/* The second are over the first. */
static const char *const texts[] = {
	(const char *)relais_sql_views,
	(const char *)relais_share_sql_views,
};
enum { TEXTS = sizeof texts / sizeof *texts };

static const char making[] = "CREATE VIEW ";

static bool read_view(const char *from, view_text *v)
{
	const char *sql = strstr(from, making), *end = sql ? strstr(sql, ";\n") : NULL;

	if (!end)
		return false;
	v->sql = sql;
	v->name = sql + sizeof making - 1;
	v->name_length = strcspn(v->name, " ");
	v->length = (size_t)(end - sql);
	return true;
}

bool views_next(view_text *v)
{
	if (read_view(v->sql ? v->sql + v->length : texts[0], v))
		return true;
	return ++v->of < TEXTS && read_view(texts[v->of], v);
}

bool views_find(const char *name, view_text *out)
{
	*out = (view_text){ 0 };
	while (views_next(out))
		if (strlen(name) == out->name_length &&
			memcmp(name, out->name, out->name_length) == 0)
			return true;
	return false;
}

relais_status views_make(relais_store *store, relais_error *err)
{
	relais_status rc = RELAIS_OK;

	for (size_t t = 0; t < TEXTS && rc == RELAIS_OK; t++)
		rc = store_execute(store, texts[t], err);
	return rc;
}

relais_status views_drop(relais_store *store, relais_error *err)
{
	relais_status rc = RELAIS_OK;
	view_text v = { 0 };

	while (rc == RELAIS_OK && views_next(&v)) {
		text drop = { 0 };

		text_addf(&drop, "DROP VIEW IF EXISTS main.%.*s", (int)v.name_length, v.name);
		rc = drop.failed ? fail_memory(err) : store_execute(store, drop.data, err);
		text_free(&drop);
	}
	return rc;
}

/* SQLite keeps the text of a view as it was given. */
static bool is_ours(const char *name, const char *sql)
{
	view_text v;

	return views_find(name, &v) && strlen(sql) == v.length &&
	       memcmp(sql, v.sql, v.length) == 0;
}

static relais_status count_ours(
	relais_store *store, const char *name, size_t *count, relais_error *err)
{
	static const char views[] = "SELECT name, sql FROM main.sqlite_schema\n"
				    " WHERE type = 'view' AND name = coalesce(:name, name)";
	relais_status rc;
	stmt *s;

	*count = 0;
	if ((rc = stmt_prepare(&s, store, views, err)) != RELAIS_OK)
		return rc;
	stmt_bind_text(s, ":name", name);
	while ((rc = stmt_step(s, err)) == RELAIS_OK)
		*count += is_ours(stmt_text(s, 0), stmt_text(s, 1));
	stmt_free(s);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

relais_status views_has(relais_store *store, const char *name, bool *has, relais_error *err)
{
	size_t count;
	relais_status rc = count_ours(store, name, &count, err);

	*has = count == 1;
	return rc;
}

static relais_status are_all_there(relais_store *store, bool *all, relais_error *err)
{
	view_text v = { 0 };
	size_t wanted = 0, count;
	relais_status rc = count_ours(store, NULL, &count, err);

	while (views_next(&v))
		wanted++;
	*all = count == wanted;
	return rc;
}

relais_status views_settle(relais_store *store, relais_error *err)
{
	bool all;
	relais_status rc = are_all_there(store, &all, err);

	if (rc != RELAIS_OK || all)
		return rc;
	if ((rc = store_begin(store, err)) != RELAIS_OK)
		return rc;
	if ((rc = views_drop(store, err)) == RELAIS_OK &&
		(rc = views_make(store, err)) == RELAIS_OK)
		rc = store_commit(store, err);
	if (rc != RELAIS_OK)
		store_rollback(store);
	return rc;
}

relais_status views_ready(relais_store *store, relais_error *err)
{
	return store_is_private(store) ? views_settle(store, err) : RELAIS_OK;
}
