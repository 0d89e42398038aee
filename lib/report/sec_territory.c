/* SPDX-License-Identifier: MIT
 * By territory. In anything published, groups are protected together with their sum (C3.4); a
 * secret group is "s" in the table, absent from the drawing, and its place in the list is the
 * order of codes, which says nothing of its value. The drawing has the year before where the same offices
 * answered: bars of other offices would look like a change that the rate beside them denies.
 */
#include <stdlib.h>
#include <string.h>

#include "../base/error.h"
#include "../base/number.h"
#include "../base/period.h"
#include "note.h"

enum { TERRITORY_COLUMNS = 5, LEAST_TWICE = 3 /* bars, to draw two years of them */ };

typedef struct by_territory {
	study *study;
	size_t count;
	measure *levels, *evolutions, *before; /* before: the levels of the year before */
	const char **said, **moved; /* the levels and the evolutions as told */
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

static relais_span year_before(const note *n)
{
	relais_period period = period_year_before(n->month);

	return (relais_span){ period, period };
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
	t->before = calloc(t->count, sizeof *t->before);
	t->said = calloc(t->count, sizeof *t->said);
	t->moved = calloc(t->count, sizeof *t->moved);
	if (!t->levels || !t->evolutions || !t->before || !t->said || !t->moved)
		return fail_memory(err);
	rc = study_both(t->study, i, n->this_month, false, t->levels, t->evolutions, err);
	if (rc == RELAIS_OK)
		rc = study_total(t->study, i, year_before(n), t->before, err);
	if (rc != RELAIS_OK || !n->teller.published)
		return rc;
	study_protect(t->levels, t->count);
	study_protect(t->before, t->count);
	for (size_t g = 0; g < t->count; g++)
		t->evolutions[g].is_secret |= t->levels[g].is_secret;
	return RELAIS_OK;
}

static void add_row(note *n, block *table, const char *name, topic at, const measure *level,
	const measure *evolution, const char **said, const char **moved, bool is_total)
{
	const char *cells[TERRITORY_COLUMNS] = { name };

	*said = cells[1] = tell_level(&n->teller, at, level);
	*moved = cells[2] = tell_evolution(&n->teller, at, evolution);
	cells[3] = tell_offices(&n->teller, at, evolution);
	cells[4] = tell_coverage(&n->teller, at, evolution);
	table_add(n->document, table, cells, is_total);
}

static relais_status write_table(note *n, section *s, by_territory *t, relais_error *err)
{
	relais_document *d = n->document;
	reading *all;
	const char *said, *moved;
	block *table = reading_table(n, s, indicator_label(n->main, d->lang),
		document_say(d, "Territory"), YEAR_NONE);
	relais_status rc = note_read(n, n->main, n->this_month, &all, err);

	if (rc != RELAIS_OK)
		return rc;
	for (size_t g = 0; g < t->count; g++) {
		topic at = { n->main, study_group_code(t->study, g), n->this_month };

		add_row(n, table, study_group_name(t->study, g), at, &t->levels[g],
			&t->evolutions[g], &t->said[g], &t->moved[g], false);
	}
	add_row(n, table, document_say(d, "Together"), note_topic(all), &all->level,
		&all->evolution, &said, &moved, true);
	return RELAIS_OK;
}

static double as_length(number n)
{
	double length = (double)n.units;

	for (int i = 0; i < n.decimals; i++)
		length /= 10;
	return length;
}

/* What one series of the drawing has of each group that is drawn. */
typedef struct side {
	double *values;
	bool *missing;
	const char **labels;
	bool is_any;
} side;

static bool side_room(note *n, side *of, size_t count)
{
	of->values = arena_alloc(&n->memory, count * sizeof *of->values);
	of->missing = arena_alloc(&n->memory, count * sizeof *of->missing);
	of->labels = arena_alloc(&n->memory, count * sizeof *of->labels);
	return of->values && of->missing && of->labels;
}

/* A height, else the sign of what is withheld, else nothing. */
static void put_level(const note *n, side *to, size_t at, const measure *m, const char *said)
{
	to->missing[at] = !level_is_open(&n->teller, m);
	to->labels[at] = to->missing[at] && !m->has_value && !m->is_secret ? NULL : said;
	to->is_any = to->is_any || to->labels[at];
	if (!to->missing[at])
		to->values[at] = as_length(m->value);
}

static void put_move(side *to, size_t at, const measure *m, const char *said)
{
	to->missing[at] = !m->has_evolution && !m->is_secret;
	to->labels[at] = to->missing[at] ? NULL : said;
	to->is_any = to->is_any || to->labels[at];
}

/* The offices that answered are those that answered a year before: the bars show the rate. */
static bool is_same_perimeter(const by_territory *t, size_t g)
{
	int64_t common = t->evolutions[g].offices;

	return common > 0 && t->levels[g].offices == common && t->before[g].offices == common;
}

static bool is_drawn(const note *n, const by_territory *t, size_t g)
{
	return level_is_open(&n->teller, &t->levels[g]);
}

static size_t count_drawn(const note *n, const by_territory *t)
{
	size_t count = 0;

	for (size_t g = 0; g < t->count; g++)
		count += is_drawn(n, t, g);
	return count;
}

/* Two bars and a change for each group that is drawn. */
static void fill(note *n, const by_territory *t, const char **names, side *now, side *before,
	side *moved)
{
	bool is_two_years = count_drawn(n, t) >= LEAST_TWICE;
	size_t at = 0;

	for (size_t g = 0; g < t->count; g++) {
		topic then = { n->main, study_group_code(t->study, g), year_before(n) };

		if (!is_drawn(n, t, g))
			continue;
		names[at] = study_group_name(t->study, g);
		put_level(n, now, at, &t->levels[g], t->said[g]);
		before->missing[at] = true;
		if (is_two_years && is_same_perimeter(t, g))
			put_level(n, before, at, &t->before[g],
				tell_level(&n->teller, then, &t->before[g]));
		put_move(moved, at, &t->evolutions[g], t->moved[g]);
		at++;
	}
}

static void add_drawing(note *n, section *s, chart *drawing, bool is_before)
{
	relais_document *d = n->document;

	drawing->type = CHART_BARS;
	drawing->unit = n->main->unit;
	drawing->description =
		is_before
			? document_say(d,
				  "One bar for each territory whose figure can be shown, and a lighter one for the year "
				  "before where the same offices answered; the table gives the figures.")
			: document_say(d,
				  "One bar for each territory whose figure can be shown; the table gives "
				  "the figures.");
	section_chart(d, s, indicator_label(n->main, d->lang), drawing);
	if (is_before)
		section_method(d, s,
			document_say(d,
				"The year before is drawn where the same offices answered both times; the change "
				"compares the same offices everywhere."));
}

/* Bars of the groups whose level everyone may see; a drawing of one bar compares nothing. */
static void draw(note *n, section *s, const by_territory *t)
{
	relais_document *d = n->document;
	size_t count = count_drawn(n, t);
	const char **names = arena_alloc(&n->memory, count * sizeof *names);
	side now = { .is_any = false }, before = now, moved = now;
	chart_series series[3];
	chart drawing = { .points = count, .names = names, .series = series };

	if (count < 2)
		return;
	if (!names || !side_room(n, &now, count) || !side_room(n, &before, count) ||
		!side_room(n, &moved, count)) {
		d->failed = true;
		return;
	}
	fill(n, t, names, &now, &before, &moved);
	series[drawing.series_count++] = (chart_series){
		.name = note_month_name(n, n->month), .values = now.values, .labels = now.labels
	};
	if (before.is_any)
		series[drawing.series_count++] =
			(chart_series){ .name = note_month_name(n, year_before(n).to),
				.values = before.values,
				.missing = before.missing,
				.labels = before.labels,
				.is_reference = true };
	if (moved.is_any)
		series[drawing.series_count++] =
			(chart_series){ .name = document_say(d, "Evolution"),
				.missing = moved.missing,
				.labels = moved.labels };
	add_drawing(n, s, &drawing, before.is_any);
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
	free(t.before);
	free(t.said);
	free(t.moved);
	return rc;
}
