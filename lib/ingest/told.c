/* SPDX-License-Identifier: MIT
 * Diagnostics of one input: kept in temp.told, told in file order.
 */
#include "told.h"

#include <stdarg.h>
#include <string.h>

#include "../base/error.h"
#include "../base/text.h"
#include "../base/words.h"

enum { SAME_WARNING_LIMIT = 5, TEXT_LIMIT = 600 };

static const char create[] =
	"CREATE TEMP TABLE IF NOT EXISTS told(\n"
	"  line INTEGER, field INTEGER, severity INTEGER, rule TEXT, said TEXT, value TEXT);\n"
	"DELETE FROM temp.told";

static relais_status load_rules(
	told *t, const relais_import_options *options, relais_error *err)
{
	relais_status rc;

	if (!options->strict && !(options->skip_rules && options->skip_rules[0]))
		return RELAIS_OK;
	if ((rc = rules_load(&t->rules, err)) != RELAIS_OK)
		return rc;
	t->rules.strict = options->strict;
	return rules_skip(&t->rules, options->skip_rules, err);
}

relais_status told_open(
	told *t, relais_store *store, const relais_import_options *options, relais_error *err)
{
	relais_status rc;

	*t = (told){
		.store = store, .lang = options->lang, .failed = { .lang = options->lang }
	};
	if ((rc = load_rules(t, options, err)) != RELAIS_OK ||
		(rc = store_execute(store, create, err)) != RELAIS_OK)
		return rc;
	return stmt_prepare(
		&t->add, store, "INSERT INTO temp.told VALUES (?1, ?2, ?3, ?4, ?5, ?6)", err);
}

void told_close(told *t)
{
	stmt_free(t->add);
	t->add = NULL;
	rules_free(&t->rules);
}

/* The cell a spot of the record at hand stands for. */
static const char *cell_at(const told *t, spot at)
{
	bool known = at.line && at.line == t->line && at.column && at.column <= t->count;

	return known ? t->cells[at.column - 1] : NULL;
}

__attribute__((format(printf, 5, 0))) static void keep(told *t, relais_severity severity,
	spot at, const char *rule, const char *format, va_list values)
{
	char said[TEXT_LIMIT];

	vsnprintf(said, sizeof said, words(t->lang, format), values);
	said[text_cut(said, strlen(said))] = '\0';
	error_tidy(said);
	stmt_bind_int_at(t->add, 1, (int64_t)at.line);
	stmt_bind_int_at(t->add, 2, (int64_t)at.column);
	stmt_bind_int_at(t->add, 3, (int64_t)severity);
	stmt_bind_text_at(t->add, 4, rule);
	stmt_bind_text_at(t->add, 5, said);
	stmt_bind_text_at(t->add, 6, cell_at(t, at));
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

bool told_skips(const told *t, const char *id)
{
	const known_rule *known = rules_find(&t->rules, id);

	return known && known->is_skipped;
}

static bool is_hardened(const told *t, const char *id)
{
	const known_rule *known = t->rules.strict ? rules_find(&t->rules, id) : NULL;

	return known && known->is_strict;
}

void told_warn(told *t, spot at, const char *rule, const char *format, ...)
{
	va_list values;

	if (told_skips(t, rule))
		return;
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

bool told_refuse(told *t, spot at, const char *rule, const char *format, ...)
{
	bool is_let_in = told_skips(t, rule);
	va_list values;

	t->rejected += !is_let_in;
	va_start(values, format);
	keep(t, is_let_in ? RELAIS_NOTE : RELAIS_REJECTED, at, rule, format, values);
	va_end(values);
	return is_let_in;
}

bool told_doubt(told *t, spot at, const char *rule, const char *format, ...)
{
	bool is_refused = !told_skips(t, rule) && is_hardened(t, rule);
	va_list values;

	if (!is_refused && told_skips(t, rule))
		return true;
	t->rejected += is_refused;
	va_start(values, format);
	keep(t, is_refused ? RELAIS_REJECTED : RELAIS_WARNING, at, rule, format, values);
	va_end(values);
	return !is_refused;
}

/* Rank of each line among its severity (rejected) or its rule (others), to know when to stop. */
static const char in_order[] =
	"SELECT line, field, severity, rule, said, value,\n"
	"       row_number() OVER (PARTITION BY severity, CASE severity WHEN 2 THEN '' ELSE rule END\n"
	"                          ORDER BY line, field, rowid) AS nth,\n"
	"       count(*) OVER (PARTITION BY severity, CASE severity WHEN 2 THEN '' ELSE rule END) AS n\n"
	"  FROM temp.told\n"
	" ORDER BY line, field, told.rowid";

/* Rules that say another thing each time: a handful of them would be no answer. */
static bool is_list(const char *rule)
{
	static const char *const lists[] = { "understood", "changed", "new-row",
		"gone-from-source" };

	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
		if (!strcmp(lists[i], rule))
			return true;
	return false;
}

static void say(const relais_import_options *options, const relais_diagnostic *one,
	const stmt *s, told *t)
{
	relais_severity severity = one->severity;
	relais_diagnostic said = *one;
	int64_t nth = stmt_int(s, 6), all = stmt_int(s, 7);
	int64_t limit =
		severity == RELAIS_REJECTED ? (int64_t)options->max_errors : SAME_WARNING_LIMIT;
	char more[TEXT_LIMIT];

	if (severity != RELAIS_REJECTED && is_list(said.rule))
		limit = 0;
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
		said.value = NULL;
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
	if (rc != RELAIS_OK || (!options->tell && !options->every))
		return rc;
	if ((rc = stmt_prepare(&s, t->store, in_order, err)) != RELAIS_OK)
		return rc;
	while ((rc = stmt_step(s, err)) == RELAIS_OK) {
		relais_diagnostic one = { (relais_severity)stmt_int(s, 2), input,
			(unsigned long)stmt_int(s, 0), (unsigned long)stmt_int(s, 1),
			stmt_text(s, 3), stmt_text(s, 4), stmt_text(s, 5) };

		if (options->every)
			options->every(options->every_self, &one);
		if (options->tell)
			say(options, &one, s, t);
	}
	stmt_free(s);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

relais_status told_first_rejected(const told *t, unsigned long *line, relais_error *err)
{
	relais_status rc;
	stmt *s;

	*line = 0;
	if ((rc = stmt_prepare(&s, t->store,
		     "SELECT min(line) FROM temp.told WHERE severity = 2", err)) != RELAIS_OK)
		return rc;
	if ((rc = stmt_step(s, err)) == RELAIS_OK)
		*line = (unsigned long)stmt_int(s, 0);
	stmt_free(s);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}
