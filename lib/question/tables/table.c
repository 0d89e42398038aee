/* SPDX-License-Identifier: MIT
 * table: an indicator over two or three keys at once, with margins. The figures are read once; for each
 * choice of keys that the table shows, units are added up anew over what it covers, so that a rate is
 * always one of sums and a total over time has one perimeter.
 */
#include "table.h"

#include <stdlib.h>
#include <string.h>

#include "../../base/error.h"
#include "../../base/rows.h"
#include "../../base/text.h"

const measure *table_measure(const table *t, const head *line, const head *column)
{
	const level *l = &t->levels[line->depth][column->depth];
	const char *codes[MOST_KEYS] = { NULL };
	size_t g;

	memcpy(codes, line->codes, line->depth * sizeof *codes);
	memcpy(codes + line->depth, column->codes, column->depth * sizeof *codes);
	if (line->depth + column->depth == 0)
		codes[0] = "total";
	g = crossing_find(&l->by, codes);
	return g < l->by.count ? &l->measures[g] : NULL;
}

static bool is_shown(const table *t, size_t line, size_t column, bool has_margins)
{
	return has_margins || (line == t->lines.keys.count && column == t->columns.keys.count);
}

static relais_status make_level(
	table *t, level *l, size_t line, size_t column, relais_error *err)
{
	group_keys keys = { .count = line + column };
	relais_status rc;

	memcpy(keys.key, t->lines.keys.key, line * sizeof *keys.key);
	memcpy(keys.key + line, t->columns.keys.key, column * sizeof *keys.key);
	if ((rc = crossing_make(&l->by, t->study, &keys, err)) != RELAIS_OK)
		return rc;
	l->tallies = calloc(l->by.count + 1, sizeof *l->tallies);
	l->measures = calloc(l->by.count + 1, sizeof *l->measures);
	return l->tallies && l->measures ? RELAIS_OK : fail_memory(err);
}

static relais_status make_levels(table *t, bool has_margins, relais_error *err)
{
	relais_status rc = RELAIS_OK;

	for (size_t line = 0; line <= t->lines.keys.count; line++)
		for (size_t column = 0; rc == RELAIS_OK && column <= t->columns.keys.count;
			column++)
			if (is_shown(t, line, column, has_margins))
				rc = make_level(t, &t->levels[line][column], line, column, err);
	return rc;
}

/* The keys of a table that are no time; `last`: the last of them. */
static size_t places(const group_keys *keys, group_key *last)
{
	size_t count = 0;

	for (size_t k = 0; k < keys->count; k++)
		if (!key_is_time(keys->key[k])) {
			*last = keys->key[k];
			count++;
		}
	return count;
}

/* Outside the relais, margins that together give a cell away do not stand in one table: those of the
 * last key are left out. */
static void hide_margins(table *t)
{
	level *all = &t->levels[0][0];
	size_t count = sizeof t->levels / sizeof *all;
	group_key last = KEY_NONE, own = KEY_NONE;
	bool tells = false;

	for (size_t i = 0; i < count; i++)
		if (all[i].tallies && all[i].by.tells_by_margins &&
			places(&all[i].by.by, &last))
			tells = true;
	for (size_t i = 0; tells && i < count; i++)
		if (all[i].tallies && places(&all[i].by.by, &own) == 1 && own == last)
			for (size_t g = 0; g < all[i].by.count; g++)
				all[i].measures[g].is_secret = all[i].measures[g].is_withheld =
					true;
}

static relais_status measure_levels(table *t, lens *l, relais_span span, relais_error *err)
{
	relais_status rc = RELAIS_OK;

	for (size_t i = 0; i <= MOST_KEYS; i++)
		for (size_t j = 0; rc == RELAIS_OK && j <= MOST_KEYS; j++) {
			level *one = &t->levels[i][j];

			if (!one->tallies)
				continue;
			rc = crossing_tally(
				&one->by, t->study, l, span, false, one->tallies, err);
			if (rc == RELAIS_OK)
				rc = measures_from(t->study, &one->by, t->what, l, one->tallies,
					false, one->measures, err);
		}
	if (rc == RELAIS_OK)
		hide_margins(t);
	return rc;
}

/* The next indicator that has anything to say, or was asked for by name. */
static relais_status next_indicator(table *t, relais_error *err)
{
	study *s = t->study;
	relais_status rc = RELAIS_OK;
	bool is_found = false;

	while (rc == RELAIS_OK && !is_found) {
		relais_span span;
		lens l;

		if (t->indicator == s->asked_count)
			return RELAIS_END;
		t->what = s->asked[t->indicator++];
		if ((rc = study_span(s, t->what, false, &span, err)) != RELAIS_OK)
			return rc;
		if (!span.from)
			continue;
		rc = lens_open(&l, &s->feed, &s->indicators, t->what,
			crossing_span(&s->by, span), &s->current, err);
		if (rc != RELAIS_OK)
			return rc;
		is_found = lens_saw_anything(&l) || t->what->is_named;
		if (is_found)
			rc = measure_levels(t, &l, span, err);
		lens_close(&l);
	}
	t->line = t->column = 0;
	return rc;
}

static relais_status next_row(void *self, relais_row *row, relais_error *err)
{
	table *t = self;
	relais_status rc;

	while (!t->what || !table_next_row(t, row))
		if ((rc = next_indicator(t, err)) != RELAIS_OK)
			return rc;
	return RELAIS_OK;
}

static void close_table(void *self)
{
	table *t = self;

	for (size_t i = 0; i <= MOST_KEYS; i++)
		for (size_t j = 0; j <= MOST_KEYS; j++) {
			crossing_free(&t->levels[i][j].by);
			free(t->levels[i][j].tallies);
			free(t->levels[i][j].measures);
		}
	side_free(&t->lines);
	side_free(&t->columns);
	free(t->names);
	free(t->cells);
	free(t->types);
	free(t->text);
	study_close(t->study);
	free(t);
}

static relais_status read_keys(group_keys *keys, text *all, const char *const *list,
	relais_lang lang, relais_error *err)
{
	relais_status rc = RELAIS_OK;

	for (; rc == RELAIS_OK && list && *list; list++) {
		text_add(all, all->length ? "," : "");
		text_add(all, *list);
		rc = group_keys_read(keys, *list, lang, err);
	}
	return rc == RELAIS_OK && all->failed ? fail_memory(err) : rc;
}

static relais_status open_table(table *t, relais_store *store, const relais_question *question,
	const relais_crosstab *how, relais_error *err)
{
	relais_question q = *question;
	text all = { 0 };
	relais_status rc;

	rc = read_keys(&t->lines.keys, &all, how->lines, q.lang, err);
	if (rc == RELAIS_OK)
		rc = read_keys(&t->columns.keys, &all, how->columns, q.lang, err);
	if (rc == RELAIS_OK && (!t->lines.keys.count || !t->columns.keys.count))
		rc = fail(err, RELAIS_E_USAGE,
			"a table has two sides: give at least one key for its rows and one for its columns");
	q.by = text_str(&all);
	if (rc == RELAIS_OK)
		rc = study_open_crossed(&t->study, store, &q, err);
	text_free(&all);
	if (rc == RELAIS_OK)
		rc = side_make(&t->lines, t->study, !how->without_margins, err);
	if (rc == RELAIS_OK)
		rc = side_make(&t->columns, t->study, !how->without_margins, err);
	if (rc == RELAIS_OK)
		rc = make_levels(t, !how->without_margins, err);
	return rc == RELAIS_OK ? table_names(t, err) : rc;
}

relais_status relais_ask_table(relais_store *store, const relais_question *question,
	const relais_crosstab *how, relais_rows **out, relais_error *err)
{
	table *t = calloc(1, sizeof *t);
	relais_status rc;

	*out = NULL;
	if (!t)
		return fail_memory(err);
	t->is_long = how->is_long;
	if ((rc = open_table(t, store, question, how, err)) != RELAIS_OK) {
		close_table(t);
		return rc;
	}
	return rows_new(out, t->names, t->name_count, next_row, close_table, t, err);
}
