/* SPDX-License-Identifier: MIT
 * What a whole register leaves out. A truncated file looks the same as many closings: when more
 * than half would be closed, or a rejected line may be of any of them, nothing is.
 */
#include "gone.h"

#include <stdio.h>
#include <string.h>

#include "../../base/arena.h"
#include "../../base/error.h"
#include "../../base/words.h"

static const struct {
	const char *kind, *sql;
} registers[] = {
	{ "offices", "SELECT o.code, v.name\n"
		     "  FROM office AS o\n"
		     "  JOIN office_version AS v USING (office_id)\n"
		     " WHERE v.known_until = 2147483647\n"
		     "   AND (v.closed_on IS NULL OR v.closed_on > :day)\n"
		     " ORDER BY o.code" },
	{ "territories", "SELECT t.code, v.name\n"
			 "  FROM territory AS t\n"
			 "  JOIN territory_version AS v USING (territory_id)\n"
			 " WHERE v.known_until = 2147483647\n"
			 " ORDER BY t.code" },
};

typedef struct missing_row {
	const char *code, *label; /* OT-2 (Office of …) */
	struct missing_row *next;
} missing_row;

typedef struct gone {
	registry *registry;
	const kind *kind;
	const relais_import_options *options;
	told *told;
	relais_summary *summary;
	arena memory;
	missing_row *first, **last;
	uint64_t known, missing;
} gone;

static const char *sql_for(const kind *k)
{
	for (size_t i = 0; i < sizeof registers / sizeof *registers; i++)
		if (!strcmp(registers[i].kind, k->name))
			return registers[i].sql;
	return NULL;
}

relais_status gone_check(const kind *k, const relais_import_options *options, relais_error *err)
{
	if (!options->whole)
		return RELAIS_OK;
	if (!sql_for(k))
		return fail(err, RELAIS_E_USAGE,
			"a file of %s is no whole register: --whole is for offices and territories",
			k->name);
	if (options->close_missing && kind_column_at(k, "closed_on") == (size_t)-1)
		return fail(err, RELAIS_E_USAGE,
			"territories do not close: --whole lists those that are gone");
	return RELAIS_OK;
}

/* Collected first: closing them changes the table that is read. */
static relais_status collect(gone *all, stmt *s, relais_error *err)
{
	relais_status rc;

	all->last = &all->first;
	while ((rc = stmt_step(s, err)) == RELAIS_OK) {
		char label[256];
		missing_row *row;

		all->known++;
		if (registry_lists(all->registry, stmt_text(s, 0)))
			continue;
		if (stmt_is_null(s, 1))
			snprintf(label, sizeof label, "%s", stmt_text(s, 0));
		else
			snprintf(label, sizeof label, "%s (%s)", stmt_text(s, 0),
				stmt_text(s, 1));
		if (!(row = arena_alloc(&all->memory, sizeof *row)) ||
			!(row->code = arena_string(&all->memory, stmt_text(s, 0))) ||
			!(row->label = arena_string(&all->memory, label)))
			return fail_memory(err);
		*all->last = row;
		all->last = &row->next;
		all->missing++;
	}
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

/* Why nothing may be closed by this file, having said so. */
static bool is_doubtful(const gone *all)
{
	if (all->told->rejected > registry_named_rejections(all->registry)) {
		told_warn(all->told, (spot){ 0 }, "gone-unsure",
			"a rejected line does not say its code and may be of one that is missing: nothing is closed before it is corrected");
		return true;
	}
	if (2 * all->missing <= all->known || told_skips(all->told, "too-many-gone"))
		return false;
	told_warn(all->told, (spot){ 0 }, "too-many-gone",
		"%llu of %llu would be closed, so many that the file is rather incomplete: nothing is; --skip-rule too-many-gone if it is right",
		(unsigned long long)all->missing, (unsigned long long)all->known);
	return true;
}

static relais_status close_row(gone *all, const missing_row *row, relais_error *err)
{
	relais_day on = all->options->closed_on ? all->options->closed_on : all->options->today;
	char day[16];
	revision closing = { kind_column_at(all->kind, "closed_on"), day };
	const char *why;
	relais_status rc;

	relais_day_print(on, day);
	if ((rc = registry_revise(all->registry, row->code, &closing, 1, (spot){ 0 }, &why,
		     err)) != RELAIS_OK)
		return rc;
	if (why) {
		told_warn(all->told, (spot){ 0 }, "gone-from-source",
			"%s is not in this file and cannot be closed on %s: %s", row->label,
			day, words(all->told->lang, why));
		return RELAIS_OK;
	}
	all->summary->consequences++;
	told_warn(all->told, (spot){ 0 }, "gone-from-source",
		"%s is not in this file: closed on %s", row->label, day);
	return RELAIS_OK;
}

static relais_status settle(gone *all, relais_error *err)
{
	bool may_close = all->options->close_missing && all->missing > 0 && !is_doubtful(all);
	relais_status rc = RELAIS_OK;

	for (const missing_row *row = all->first; row && rc == RELAIS_OK; row = row->next)
		if (may_close)
			rc = close_row(all, row, err);
		else
			told_warn(all->told, (spot){ 0 }, "gone-from-source",
				"%s is not in this file", row->label);
	return rc;
}

relais_status gone_settle(registry *g, const kind *k, relais_store *store,
	const relais_import_options *options, told *t, relais_summary *summary,
	relais_error *err)
{
	gone all = {
		.registry = g, .kind = k, .options = options, .told = t, .summary = summary
	};
	char day[16];
	relais_status rc;
	stmt *s;

	if (!options->whole)
		return RELAIS_OK;
	if ((rc = stmt_prepare(&s, store, sql_for(k), err)) != RELAIS_OK)
		return rc;
	relais_day_print(options->today, day);
	if (stmt_has(s, ":day"))
		stmt_bind_text(s, ":day", day);
	rc = collect(&all, s, err);
	stmt_free(s);
	if (rc == RELAIS_OK)
		rc = settle(&all, err);
	arena_free(&all.memory);
	return rc;
}
