/* SPDX-License-Identifier: MIT
 * relais_plan_import: the files of a folder in the order that serves, each read as it would be after
 * those before it, all undone.
 */
#include "plan.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../base/error.h"
#include "../../base/rows.h"
#include "../../base/shell.h"
#include "../../base/words.h"
#include "../../store/store.h"

static const relais_column columns[] = {
	{ "file", N_("File"), RELAIS_TEXT },
	{ "kind", N_("Kind"), RELAIS_CODE },
	{ "profile", N_("Profile"), RELAIS_CODE },
	{ "period", N_("Period"), RELAIS_TEXT },
	{ "read", N_("Read"), RELAIS_COUNT },
	{ "rejected", N_("Rejected"), RELAIS_COUNT },
	{ "unclear", N_("Unclear"), RELAIS_TEXT },
	{ "command", N_("Command"), RELAIS_TEXT },
};

/* What others refer to comes first; what is not here refers to any of these and comes before figures. */
static int rank_of(const sight *seen)
{
	static const char *const first[] = { "settings", "territories", "offices", "indicators",
		"resolutions", "evidence", "identifiers", "aliases", "events", "partners",
		"agreements", "objectives", "sessions", "labels", "actions", NULL };
	int rank = 0;

	if (!seen->is_table)
		return 1002;
	if (!strcmp(seen->kind, "observations"))
		return 1000;
	if (!strcmp(seen->kind, "confirmations"))
		return 1001;
	while (first[rank] && strcmp(first[rank], seen->kind) != 0)
		rank++;
	return rank;
}

/* A name before the one that goes on from it, which their endings would turn round. */
static int compare_names(const char *a, const char *b)
{
	const char *dot_a = strrchr(a, '.'), *dot_b = strrchr(b, '.');
	char stem_a[512], stem_b[512];
	int order;

	snprintf(stem_a, sizeof stem_a, "%.*s", dot_a ? (int)(dot_a - a) : (int)strlen(a), a);
	snprintf(stem_b, sizeof stem_b, "%.*s", dot_b ? (int)(dot_b - b) : (int)strlen(b), b);
	order = text_compare_natural(stem_a, stem_b);
	return order ? order : text_compare_natural(a, b);
}

static int compare(const void *a, const void *b)
{
	const planned *x = a, *y = b;

	return x->rank != y->rank ? x->rank - y->rank : compare_names(x->path, y->path);
}

static bool ends_with(const char *path, const char *ending)
{
	size_t length = strlen(path), n = strlen(ending);

	return length > n && !strcmp(path + length - n, ending);
}

/* ---- each in its turn -------------------------------------------------------------------------- */

static relais_status has_offices(relais_store *store, bool *they_are, relais_error *err)
{
	stmt *s;
	relais_status rc = stmt_prepare(&s, store, "SELECT EXISTS (SELECT 1 FROM office)", err);

	if (rc != RELAIS_OK)
		return rc;
	if ((rc = stmt_step(s, err)) == RELAIS_OK)
		*they_are = stmt_int(s, 0) != 0;
	stmt_free(s);
	return rc;
}

/* Where nobody is registered yet, the names that come are taken. */
static relais_status allow_names(relais_store *store, planned *item, relais_error *err)
{
	bool there_are = true;
	relais_status rc = has_offices(store, &there_are, err);

	item->way.creates = !there_are && item->seen.rejected > 0;
	return rc;
}

static relais_status settle(relais_store *store, planned *item, const char *const *own,
	const relais_import_options *options, relais_error *err)
{
	relais_status rc =
		plan_look(store, item->path, &item->way, false, options, &item->seen, err);

	/* What came meanwhile may tell what it is. */
	if (rc == RELAIS_OK && !item->seen.is_table &&
		(rc = plan_choose(store, item, own, options, err)) == RELAIS_OK)
		rc = plan_look(store, item->path, &item->way, false, options, &item->seen, err);
	if (rc == RELAIS_OK && !item->seen.is_table && item->way.profile) {
		item->way.names = true;
		rc = plan_look(store, item->path, &item->way, false, options, &item->seen, err);
	}
	if (rc == RELAIS_OK && item->seen.is_table)
		rc = allow_names(store, item, err);
	return rc == RELAIS_OK && item->seen.is_table ? plan_look(store, item->path, &item->way,
								true, options, &item->seen, err)
						      : rc;
}

/* ---- the rows ---------------------------------------------------------------------------------- */

static void add_command(rowlist *list, const planned *item, const char *command)
{
	text line = { 0 };
	char period[16];

	text_add(&line, command);
	if (item->way.profile) {
		text_add(&line, " --profile ");
		text_add_word(&line, item->way.profile);
	}
	if (item->way.office[0]) {
		text_add(&line, " -O ");
		text_add_word(&line, item->way.office);
	}
	if (item->way.period) {
		relais_period_print(item->way.period, period);
		text_addf(&line, " -p %s", period);
	}
	if (item->way.creates || item->way.names)
		text_addf(&line, " --create %s%s%s",
			item->way.creates ? "offices,territories" : "",
			item->way.creates && item->way.names ? "," : "",
			item->way.names ? "indicators" : "");
	text_add(&line, item->path[0] == '-' ? " ./" : " ");
	text_add_word(&line, item->path);
	rowlist_text(list, text_str(&line));
	text_free(&line);
}

static void add_period(rowlist *list, const sight *seen)
{
	char first[16], last[16], both[40];

	if (!seen->first) {
		rowlist_null(list);
		return;
	}
	relais_period_print(seen->first, first);
	relais_period_print(seen->last, last);
	snprintf(both, sizeof both, "%s%s%s", first, seen->first == seen->last ? "" : "..",
		seen->first == seen->last ? "" : last);
	rowlist_text(list, both);
}

static void add_doubts(planned *item, relais_lang lang)
{
	if (item->way.period)
		sight_add(&item->seen,
			words(lang, N_("the period is the one that the file's name says")));
	if (item->way.office[0])
		sight_add(&item->seen,
			words(lang, N_("the office is the one that the file's name says")));
	if (item->seen.fault[0] && !item->seen.has_strangers)
		sight_add(&item->seen, item->seen.fault);
}

static void add_row(rowlist *list, planned *item, const char *command, relais_lang lang)
{
	sight *seen = &item->seen;
	bool is_known = seen->is_table && !seen->brought && !seen->rejected;

	rowlist_text(list, item->path);
	rowlist_text(list, item->is_profile ? "profile" : seen->is_table ? seen->kind : NULL);
	rowlist_text(list, seen->is_table ? item->way.profile : NULL);
	add_period(list, seen);
	if (!seen->is_table) {
		rowlist_null(list);
		rowlist_null(list);
		rowlist_text(list, item->is_profile ? NULL : seen->fault);
		rowlist_end_row(list);
		return;
	}
	rowlist_count(list, (int64_t)seen->read);
	rowlist_count(list, (int64_t)seen->rejected);
	if (is_known) {
		rowlist_text(list, words(lang, N_("all of it is known already")));
		rowlist_end_row(list);
		return;
	}
	add_doubts(item, lang);
	rowlist_text(list, seen->unclear.length ? text_str(&seen->unclear) : NULL);
	add_command(list, item, command);
	rowlist_end_row(list);
}

/* ---- all of them ------------------------------------------------------------------------------- */

static relais_status look_at_each(relais_store *store, planned *items, size_t count,
	const char *const *own, const relais_import_options *options, relais_error *err)
{
	relais_status rc = RELAIS_OK;

	for (size_t i = 0; i < count && rc == RELAIS_OK; i++) {
		items[i].is_profile = ends_with(items[i].path, ".ini");
		if (!items[i].is_profile)
			rc = plan_choose(store, &items[i], own, options, err);
		items[i].rank = items[i].is_profile ? 1003 : rank_of(&items[i].seen);
	}
	if (rc == RELAIS_OK)
		rc = relais_store_rehearse(store, err);
	qsort(items, count, sizeof *items, compare);
	for (size_t i = 0; i < count && rc == RELAIS_OK; i++)
		if (!items[i].is_profile)
			rc = settle(store, &items[i], own, options, err);
	return rc;
}

static relais_status make_rows(planned *items, size_t count, const char *command,
	relais_lang lang, size_t *unclear, relais_rows **out, relais_error *err)
{
	rowlist *list = rowlist_new(columns, sizeof columns / sizeof *columns);

	if (!list)
		return fail_memory(err);
	for (size_t i = 0; i < count; i++) {
		const planned *item = &items[i];

		add_row(list, &items[i], command, lang);
		*unclear += !item->is_profile &&
			    (!item->seen.is_table || item->seen.unclear.length);
	}
	return rowlist_rows(list, out, err);
}

relais_status relais_plan_import(relais_store *store, const char *const *paths,
	const char *command, const relais_import_options *options, size_t *unclear,
	relais_rows **out, relais_error *err)
{
	size_t count = 0, profiles = 0;
	const char **own;
	planned *items;
	relais_status rc;

	*out = NULL;
	*unclear = 0;
	while (paths[count])
		count++;
	items = calloc(count + 1, sizeof *items);
	own = calloc(count + 1, sizeof *own);
	for (size_t i = 0; items && own && i < count; i++) {
		items[i].path = paths[i];
		if (ends_with(paths[i], ".ini"))
			own[profiles++] = paths[i];
	}
	rc = items && own ? look_at_each(store, items, count, own, options, err)
			  : fail_memory(err);
	if (rc == RELAIS_OK)
		rc = make_rows(items, count, command, options->lang, unclear, out, err);
	for (size_t i = 0; items && i < count; i++)
		sight_clear(&items[i].seen);
	free(items);
	free(own);
	return rc;
}
