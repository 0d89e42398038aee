/* SPDX-License-Identifier: MIT
 * Diagnostics of one input: kept in temp.told, told in file order.
 */
#include "told.h"

#include <stdarg.h>
#include <string.h>

#include "../base/words.h"

enum { SAME_WARNING_LIMIT = 5, TEXT_LIMIT = 600 };

static const char create[] =
	"CREATE TEMP TABLE IF NOT EXISTS told(\n"
	"  line INTEGER, field INTEGER, severity INTEGER, rule TEXT, said TEXT);\n"
	"DELETE FROM temp.told";

relais_status told_open(told *t, relais_store *store, relais_lang lang, relais_error *err)
{
	relais_status rc;

	*t = (told){ .store = store, .lang = lang, .failed = { .lang = lang } };
	if ((rc = store_execute(store, create, err)) != RELAIS_OK)
		return rc;
	return stmt_prepare(
		&t->add, store, "INSERT INTO temp.told VALUES (?1, ?2, ?3, ?4, ?5)", err);
}

void told_close(told *t)
{
	stmt_free(t->add);
	t->add = NULL;
}

__attribute__((format(printf, 5, 0))) static void keep(told *t, relais_severity severity,
	spot at, const char *rule, const char *format, va_list values)
{
	char said[TEXT_LIMIT];

	vsnprintf(said, sizeof said, words(t->lang, format), values);
	stmt_bind_int_at(t->add, 1, (int64_t)at.line);
	stmt_bind_int_at(t->add, 2, (int64_t)at.column);
	stmt_bind_int_at(t->add, 3, (int64_t)severity);
	stmt_bind_text_at(t->add, 4, rule);
	stmt_bind_text_at(t->add, 5, said);
	if (t->failed.status == RELAIS_OK && stmt_run(t->add, &t->failed) != RELAIS_OK)
		return; /* told_tell says it */
}

void told_note(told *t, spot at, const char *rule, const char *format, ...)
{
	va_list values;

	va_start(values, format);
	keep(t, RELAIS_NOTE, at, rule, format, values);
	va_end(values);
}

void told_warn(told *t, spot at, const char *rule, const char *format, ...)
{
	va_list values;

	va_start(values, format);
	keep(t, RELAIS_WARNING, at, rule, format, values);
	va_end(values);
}

void told_reject(told *t, spot at, const char *rule, const char *format, ...)
{
	va_list values;

	t->rejected++;
	va_start(values, format);
	keep(t, RELAIS_REJECTED, at, rule, format, values);
	va_end(values);
}

/* Rank of each line among its severity (rejected) or its rule (others), to know when to stop. */
static const char in_order[] =
	"SELECT line, field, severity, rule, said,\n"
	"       row_number() OVER (PARTITION BY severity, CASE severity WHEN 2 THEN '' ELSE rule END\n"
	"                          ORDER BY line, field, rowid) AS nth,\n"
	"       count(*) OVER (PARTITION BY severity, CASE severity WHEN 2 THEN '' ELSE rule END) AS n\n"
	"  FROM temp.told\n"
	" ORDER BY line, field, told.rowid";

static void say(const relais_import_options *options, const char *input, const stmt *s, told *t)
{
	relais_severity severity = (relais_severity)stmt_int(s, 2);
	int64_t nth = stmt_int(s, 5), all = stmt_int(s, 6);
	int64_t limit =
		severity == RELAIS_REJECTED ? (int64_t)options->max_errors : SAME_WARNING_LIMIT;
	relais_diagnostic said = { severity, input, (unsigned long)stmt_int(s, 0),
		(unsigned long)stmt_int(s, 1), stmt_text(s, 3), stmt_text(s, 4) };
	char more[TEXT_LIMIT];

	if (severity == RELAIS_NOTE && !strcmp(said.rule, "understood"))
		limit = 0; /* one thing each */
	if (limit > 0 && nth > limit + 1)
		return;
	if (limit > 0 && nth == limit + 1 && all > nth) {
		snprintf(more, sizeof more,
			severity == RELAIS_REJECTED
				? words(t->lang,
					  "%lld more lines like these were rejected; --rejects FILE keeps them all")
				: words(t->lang, "%lld more warnings like this one"),
			(long long)(all - limit));
		said.line = said.column = 0;
		said.rule = "more-like-these";
		said.text = more;
	}
	options->tell(options->tell_self, &said);
}

relais_status told_tell(
	told *t, const char *input, const relais_import_options *options, relais_error *err)
{
	relais_status rc = t->failed.status;
	stmt *s;

	if (rc != RELAIS_OK && err)
		*err = t->failed;
	if (rc != RELAIS_OK || !options->tell)
		return rc;
	if ((rc = stmt_prepare(&s, t->store, in_order, err)) != RELAIS_OK)
		return rc;
	while ((rc = stmt_step(s, err)) == RELAIS_OK)
		say(options, input, s, t);
	stmt_free(s);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}
