/* SPDX-License-Identifier: MIT
 * Comparing the tables there are with those there should be, and making the ones of the others.
 * The rows of a table that is made anew wait in a temporary one meanwhile: renaming it would
 * have SQLite rewrite the text of what refers to it.
 */
#include "shape.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "../base/error.h"
#include "../base/text.h"
#include "handle.h"

/* What an old table knows a new column by, when it is not by its name. */
static const struct {
	const char *table, *column, *was;
} renamed[] = {
	{ "observation", "figure_id", "(indicator_id << 48) | (period << 30) | office_id" },
	{ "superseded", "figure_id", "(indicator_id << 48) | (period << 30) | office_id" },
};

static bool is_word(char c)
{
	return isalnum((unsigned char)c) || c == '_' || (unsigned char)c >= 0x80;
}

/* Past blanks and comments. */
static const char *skip(const char *p)
{
	for (;;) {
		if (isspace((unsigned char)*p)) {
			p++;
		} else if (p[0] == '-' && p[1] == '-') {
			p += strcspn(p, "\n");
		} else if (p[0] == '/' && p[1] == '*') {
			const char *end = strstr(p + 2, "*/");

			p = end ? end + 2 : p + strlen(p);
		} else {
			return p;
		}
	}
}

/* The next piece: one character, or a string with its quotes. */
static size_t piece(const char *p)
{
	size_t length = 1;

	if (*p == '\'') {
		length += strcspn(p + 1, "'");
		length += p[length] == '\'';
	}
	return length;
}

char *shape_plain(const char *sql)
{
	text plain = { 0 };
	bool apart = false; /* from what was added last */

	text_add(&plain, "");
	for (const char *p = skip(sql), *next; *p; p = skip(next)) {
		next = p + piece(p);
		if (*p != '"') {
			if (apart && is_word(*p) && plain.length &&
				is_word(plain.data[plain.length - 1]))
				text_add_char(&plain, ' ');
			text_add_bytes(&plain, p, (size_t)(next - p));
			apart = false;
		}
		apart = apart || skip(next) != next;
	}
	if (plain.failed) {
		text_free(&plain);
		return NULL;
	}
	return plain.data;
}

typedef struct shape {
	relais_store *store;
	sqlite3 *wanted; /* a database in memory, with the tables wanted */
	relais_error *err;
} shape;

relais_status shape_same(const char *a, const char *b, bool *same, relais_error *err)
{
	char *plain_a = shape_plain(a), *plain_b = shape_plain(b);
	relais_status rc = plain_a && plain_b ? RELAIS_OK : fail_memory(err);

	*same = rc == RELAIS_OK && strcmp(plain_a, plain_b) == 0;
	free(plain_a);
	free(plain_b);
	return rc;
}

/* The names of the columns a table really holds, in order; `each` is called for one. */
static relais_status each_column(shape *s, sqlite3 *db, const char *table,
	void (*each)(void *self, const char *column), void *self)
{
	sqlite3_stmt *list = NULL;
	int rc = sqlite3_prepare_v2(db,
		"SELECT name FROM pragma_table_xinfo(?1) WHERE hidden = 0", -1, &list, NULL);

	if (rc == SQLITE_OK)
		rc = sqlite3_bind_text(list, 1, table, -1, SQLITE_STATIC);
	while (rc == SQLITE_OK && (rc = sqlite3_step(list)) == SQLITE_ROW) {
		each(self, (const char *)sqlite3_column_text(list, 0));
		rc = SQLITE_OK;
	}
	sqlite3_finalize(list);
	return rc == SQLITE_DONE ? RELAIS_OK : store_fail(s->err, s->store, rc);
}

/* Which columns get what: two lists with commas. */
struct filling {
	const char *table;
	text there,
		wanted; /* the columns of the old table and of the new one, each as ,name, */
	text columns, values;
	text lost; /* a condition: there is something in a column that nothing of the new one comes from */
	text lost_column; /* the first of them */
};

static bool lists(const text *list, const char *column)
{
	text word = { 0 };
	bool found;

	text_addf(&word, ",%s,", column);
	found = strstr(text_str(list), text_str(&word)) != NULL;
	text_free(&word);
	return found;
}

static void note_wanted(void *self, const char *column)
{
	struct filling *f = self;

	text_addf(&f->wanted, ",%s,", column);
}

/* What a renamed column was counts as kept when its name is in the expression. */
static void note_there(void *self, const char *column)
{
	struct filling *f = self;
	bool kept = lists(&f->wanted, column);

	text_addf(&f->there, ",%s,", column);
	for (size_t i = 0; i < sizeof renamed / sizeof *renamed; i++)
		kept = kept || (strcmp(renamed[i].table, f->table) == 0 &&
				       strstr(renamed[i].was, column));
	if (kept)
		return;
	text_addf(&f->lost, "%s\"%s\" IS NOT NULL", f->lost.length ? " OR " : "", column);
	if (!f->lost_column.length)
		text_add(&f->lost_column, column);
}

static void fill(struct filling *f, const char *column, const char *value)
{
	const char *comma = f->columns.length ? ", " : "";

	text_addf(&f->columns, "%s\"%s\"", comma, column);
	text_addf(&f->values, "%s%s", comma, value);
}

static void fill_column(void *self, const char *column)
{
	struct filling *f = self;
	text same = { 0 };

	text_addf(&same, "\"%s\"", column);
	if (lists(&f->there, column))
		fill(f, column, text_str(&same));
	text_free(&same);
	for (size_t i = 0; i < sizeof renamed / sizeof *renamed; i++)
		if (strcmp(renamed[i].table, f->table) == 0 &&
			strcmp(renamed[i].column, column) == 0 && !lists(&f->there, column))
			fill(f, column, renamed[i].was);
}

static void free_filling(struct filling *f)
{
	text_free(&f->there);
	text_free(&f->wanted);
	text_free(&f->columns);
	text_free(&f->values);
	text_free(&f->lost);
	text_free(&f->lost_column);
}

/* A column nobody knows may be empty, or go with a table that is; what it holds is not thrown away. */
static relais_status check_lost(shape *s, const struct filling *f)
{
	text count = { 0 };
	relais_status rc;
	stmt *any;

	if (!f->lost.length)
		return RELAIS_OK;
	text_addf(&count, "SELECT 1 FROM main.\"%s\" WHERE %s", f->table, f->lost.data);
	rc = count.failed ? fail_memory(s->err)
			  : stmt_prepare(&any, s->store, count.data, s->err);
	text_free(&count);
	if (rc != RELAIS_OK)
		return rc;
	if ((rc = stmt_step(any, s->err)) == RELAIS_OK)
		rc = fail(s->err, RELAIS_E_STORE,
			"the store '%s' is not upgraded: its table '%s' has a column '%s' that no program made",
			s->store->path, f->table, f->lost_column.data);
	stmt_free(any);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

static void write_script(text *script, const struct filling *f, const char *sql)
{
	text_addf(script,
		"CREATE TEMP TABLE was AS SELECT * FROM main.\"%s\"; DROP TABLE main.\"%s\"; %s; ",
		f->table, f->table, sql);
	if (f->columns.length)
		text_addf(script, "INSERT INTO main.\"%s\" (%s) SELECT %s FROM temp.was; ",
			f->table, f->columns.data, f->values.data);
	text_add(script, "DROP TABLE temp.was");
}

static relais_status make_anew(shape *s, const char *table, const char *sql)
{
	struct filling f = { .table = table };
	relais_status rc = each_column(s, s->wanted, table, note_wanted, &f);
	text script = { 0 };

	if (rc == RELAIS_OK)
		rc = each_column(s, s->store->db, table, note_there, &f);
	if (rc == RELAIS_OK)
		rc = each_column(s, s->wanted, table, fill_column, &f);
	if (rc == RELAIS_OK)
		rc = check_lost(s, &f);
	write_script(&script, &f, sql);
	if (rc == RELAIS_OK &&
		(script.failed || f.there.failed || f.wanted.failed || f.columns.failed ||
			f.values.failed || f.lost.failed || f.lost_column.failed))
		rc = fail_memory(s->err);
	if (rc == RELAIS_OK)
		rc = store_execute(s->store, script.data, s->err);
	free_filling(&f);
	text_free(&script);
	return rc;
}

static relais_status drop_index(shape *s, const char *name)
{
	text script = { 0 };
	relais_status rc;

	text_addf(&script, "DROP INDEX main.\"%s\"", name);
	rc = script.failed ? fail_memory(s->err) : store_execute(s->store, script.data, s->err);
	text_free(&script);
	return rc;
}

/* One table or index: it is there as it should be at the end. */
static relais_status settle(shape *s, const char *type, const char *name, const char *sql)
{
	bool same = false;
	relais_status rc;
	stmt *find;

	if ((rc = stmt_prepare(&find, s->store,
		     "SELECT sql FROM main.sqlite_schema WHERE type = :type AND name = :name",
		     s->err)) != RELAIS_OK)
		return rc;
	stmt_bind_text(find, ":type", type);
	stmt_bind_text(find, ":name", name);
	rc = stmt_step(find, s->err);
	if (rc == RELAIS_OK)
		rc = shape_same(stmt_text(find, 0), sql, &same, s->err);
	stmt_free(find);
	if (rc == RELAIS_END)
		return store_execute(s->store, sql, s->err);
	if (rc != RELAIS_OK || same)
		return rc;
	if (strcmp(type, "table") == 0)
		return make_anew(s, name, sql);
	if ((rc = drop_index(s, name)) != RELAIS_OK)
		return rc;
	return store_execute(s->store, sql, s->err);
}

static relais_status settle_all(shape *s)
{
	sqlite3_stmt *list = NULL;
	relais_status status = RELAIS_OK;
	int rc = sqlite3_prepare_v2(s->wanted,
		"SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL\n"
		" ORDER BY type = 'index', rowid",
		-1, &list, NULL);

	while (rc == SQLITE_OK && status == RELAIS_OK &&
		(rc = sqlite3_step(list)) == SQLITE_ROW) {
		status = settle(s, (const char *)sqlite3_column_text(list, 0),
			(const char *)sqlite3_column_text(list, 1),
			(const char *)sqlite3_column_text(list, 2));
		rc = SQLITE_OK;
	}
	sqlite3_finalize(list);
	if (status == RELAIS_OK && rc != SQLITE_DONE)
		status = store_fail(s->err, s->store, rc);
	return status;
}

relais_status shape_become(relais_store *store, const char *wanted, relais_error *err)
{
	shape s = { .store = store, .err = err };
	relais_status status;
	int rc = sqlite3_open_v2(":memory:", &s.wanted,
		SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, NULL);

	if (rc == SQLITE_OK)
		rc = sqlite3_exec(s.wanted, wanted, NULL, NULL, NULL);
	status = rc == SQLITE_OK ? settle_all(&s) : store_fail(err, store, rc);
	sqlite3_close(s.wanted);
	return status;
}
