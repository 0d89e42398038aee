/* SPDX-License-Identifier: MIT
 * By territory. In anything published, groups are protected together with their sum (C3.4); a
 * secret group is "s" in the table, absent from the drawing, and its place in the list is the
 * order of codes, which says nothing of its value.
 */
#include <stdlib.h>
#include <string.h>

#include "../base/error.h"
#include "../base/number.h"
#include "note.h"

enum { TERRITORY_COLUMNS = 5 };

typedef struct by_territory {
	study *study;
	size_t count;
	measure *levels, *evolutions;
	const char **said; /* the levels as told */
} by_territory;

/* Two groups at least that have a name: what offices do not say splits nothing. */
static bool is_worth_showing(const study *s)
{
	size_t named = 0;

	for (size_t g = 0; g < study_groups(s); g++)
		named += *study_group_code(s, g) != '\0';
	return named >= 2;
}

/* The reader's key, else the finest that splits the network. */
static relais_status open_study(note *n, study **out, relais_error *err)
{
	static const char *const keys[] = { "territory", "epci", "departement", NULL };
	const char *const asked[] = { n->by, NULL };

	for (const char *const *key = n->by ? asked : keys; *key; key++) {
		relais_question q = n->question;
		relais_status rc;

		q.by = *key;
		rc = study_open(out, n->store, &q, err);
		if (rc != RELAIS_OK || is_worth_showing(*out))
			return rc;
		study_close(*out);
		*out = NULL;
	}
	return RELAIS_OK;
}

static relais_status ask(note *n, by_territory *t, relais_error *err)
{
	const indicator *i = study_indicator_named(t->study, n->main->code);
	relais_status rc;

	if (!i)
		return RELAIS_OK; /* left out of the question */
	t->count = study_groups(t->study);
	t->levels = calloc(t->count, sizeof *t->levels);
	t->evolutions = calloc(t->count, sizeof *t->evolutions);
	t->said = calloc(t->count, sizeof *t->said);
	if (!t->levels || !t->evolutions || !t->said)
		return fail_memory(err);
	rc = study_total(t->study, i, n->this_month, t->levels, err);
	if (rc == RELAIS_OK)
		rc = study_evolution(t->study, i, n->this_month, t->evolutions, err);
	if (rc != RELAIS_OK || !n->teller.published)
		return rc;
	study_protect(t->levels, t->count);
	for (size_t g = 0; g < t->count; g++)
		t->evolutions[g].is_secret |= t->levels[g].is_secret;
	return RELAIS_OK;
}

static void add_row(note *n, block *table, const char *name, topic at, const measure *level,
	const measure *evolution, const char **said, bool is_total)
{
	const char *cells[TERRITORY_COLUMNS] = { name };

	*said = cells[1] = tell_level(&n->teller, at, level);
	cells[2] = tell_evolution(&n->teller, at, evolution);
	cells[3] = tell_offices(&n->teller, at, evolution);
	cells[4] = tell_coverage(&n->teller, at, evolution);
	table_add(n->document, table, cells, is_total);
}

static relais_status write_table(note *n, section *s, by_territory *t, relais_error *err)
{
	relais_document *d = n->document;
	reading *all;
	const char *said;
	block *table = reading_table(n, s, indicator_label(n->main, d->lang),
		document_say(d, "Territory"), YEAR_NONE);
	relais_status rc = note_read(n, n->main, n->this_month, &all, err);

	if (rc != RELAIS_OK)
		return rc;
	for (size_t g = 0; g < t->count; g++) {
		topic at = { n->main, study_group_code(t->study, g), n->this_month };

		add_row(n, table, study_group_name(t->study, g), at, &t->levels[g],
			&t->evolutions[g], &t->said[g], false);
	}
	add_row(n, table, document_say(d, "Together"), note_topic(all), &all->level,
		&all->evolution, &said, true);
	return RELAIS_OK;
}

static double as_length(number n)
{
	double length = (double)n.units;

	for (int i = 0; i < n.decimals; i++)
		length /= 10;
	return length;
}

/* Bars of the groups whose level everyone may see; a drawing of one bar compares nothing. */
static void draw(note *n, section *s, const by_territory *t)
{
	relais_document *d = n->document;
	double *values = arena_alloc(&n->memory, t->count * sizeof *values);
	const char **names = arena_alloc(&n->memory, t->count * sizeof *names);
	const char **labels = arena_alloc(&n->memory, t->count * sizeof *labels);
	chart_series bars = { .values = values, .labels = labels };
	chart drawing = {
		.type = CHART_BARS, .names = names, .series_count = 1, .series = &bars
	};

	if (!values || !names || !labels) {
		d->failed = true;
		return;
	}
	for (size_t g = 0; g < t->count; g++) {
		if (!level_is_open(&n->teller, &t->levels[g]))
			continue;
		values[drawing.points] = as_length(t->levels[g].value);
		names[drawing.points] = study_group_name(t->study, g);
		labels[drawing.points++] = t->said[g];
	}
	if (drawing.points < 2)
		return;
	bars.name = note_month_name(n, n->month);
	drawing.unit = n->main->unit;
	drawing.description = document_say(d,
		"One bar for each territory whose figure can be shown; the table gives the figures.");
	section_chart(d, s, indicator_label(n->main, d->lang), &drawing);
}

static bool has_data(const by_territory *t)
{
	for (size_t g = 0; g < t->count; g++)
		if (t->levels[g].has_value || t->levels[g].is_secret)
			return true;
	return false;
}

relais_status write_territory(note *n, relais_error *err)
{
	by_territory t = { 0 };
	section *s;
	relais_status rc = n->main ? open_study(n, &t.study, err) : RELAIS_OK;

	if (rc == RELAIS_OK && t.study)
		rc = ask(n, &t, err);
	if (rc == RELAIS_OK && t.study && has_data(&t)) {
		s = note_section(n, "territory", document_say(n->document, "By territory"));
		rc = write_table(n, s, &t, err);
		if (rc == RELAIS_OK)
			draw(n, s, &t);
	}
	study_close(t.study);
	free(t.levels);
	free(t.evolutions);
	free(t.said);
	return rc;
}
