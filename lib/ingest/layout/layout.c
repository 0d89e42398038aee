/* SPDX-License-Identifier: MIT
 * Finding the headings. Each of the first lines, alone or with the one or two below it, is tried
 * as the headings of each kind; the first that some kind understands completely is it, the
 * reading that understands most of it wins, and two kinds that understand as much are asked
 * about (--as).
 */
#include "layout.h"

#include <stdlib.h>
#include <string.h>

#include "../../base/error.h"
#include "../../base/period.h"
#include "../../base/text.h"
#include "../../base/words.h"
#include "../../input/grid.h"
#include "layout_try.h"

/* Headings are looked for in so many lines; in fewer of very wide ones, where each takes seconds. */
enum { HEADING_LIMIT = 60, HEADING_CELLS = 4 * GRID_COLUMNS };

static const char *base_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

/* The best complete reading of headings that begin on one row; `*tied` when another kind reads as
 * much. Figures may have their headings on two or three lines: more when that explains more. */
static relais_status best_reading(layout *best, size_t first, const trial *how,
	const kind **tied, layout_lack *lack, relais_error *err)
{
	*best = (layout){ 0 };
	*tied = NULL;
	for (size_t i = 0; kind_at(i); i++) {
		const kind *k = kind_at(i);
		size_t depths = k->way == KIND_FIGURES ? (size_t)HEADING_DEPTH : 1;

		if (how->options->kind && strcmp(how->options->kind, k->name) != 0)
			continue;
		for (size_t d = 1; d <= depths && first + d <= how->rows->count; d++) {
			layout one;
			bool complete;

			if (profile_headings(how->profile) &&
				profile_headings(how->profile) != d)
				continue;
			relais_status rc =
				layout_try(&one, k, first, d, how, &complete, lack, err);

			if (rc != RELAIS_OK) {
				layout_free(&one);
				layout_free(best);
				return rc;
			}
			if (complete && (!best->kind || one.matched > best->matched)) {
				layout_free(best);
				*best = one;
				*tied = NULL;
				continue;
			}
			if (complete && one.matched == best->matched && one.kind != best->kind)
				*tied = one.kind;
			layout_free(&one);
		}
	}
	return RELAIS_OK;
}

/* What a file of figures may leave to an option is said with that option. */
static relais_status lacks_column(const layout_lack *lack, const char *name, relais_error *err)
{
	place at = { name, lack->line, 0, "missing-column" };

	if (lack->kind->way == KIND_FIGURES && !strcmp(lack->missing, "period"))
		return fail_at(err, RELAIS_E_DATA, at,
			"nothing says which period these figures are of: say it, as in -p 2024-08 or -p 2024");
	if (lack->kind->way == KIND_FIGURES && !strcmp(lack->missing, "office"))
		return fail_at(err, RELAIS_E_DATA, at,
			"nothing says which office these figures are of: say it, with -O and its code");
	if (lack->kind->way == KIND_FIGURES && !strcmp(lack->missing, "indicator"))
		return fail_at(err, RELAIS_E_DATA, at,
			"nothing says which indicator these figures are of: say it, with -i and its code, or register the headings with --create indicators");
	return fail_at(err, RELAIS_E_DATA, at,
		"these headings look like the kind %s, but there is no column for '%s': 'rt-import --kinds' says what it may be called",
		lack->kind->name, lack->missing);
}

/* A register was found in headings that say more as figures, but for one thing: "Code office;
 * Guichet;Tél." are two figures, and not the telephone of an office. */
static bool are_figures(const layout *l, const layout_lack *lack, const trial *how)
{
	return l->kind->way != KIND_FIGURES && !how->options->kind && lack->kind &&
	       lack->kind->way == KIND_FIGURES && lack->line == l->first_line &&
	       lack->matched > l->matched;
}

static relais_status not_found(
	const layout_lack *lack, const source *src, const trial *how, relais_error *err)
{
	const char *name = source_about(src)->name, *tab = source_about(src)->sheet;
	const relais_import_options *options = how->options;
	const sheet *rows = how->rows;
	char near[256];

	if (rows->is_whole && rows->count == 1 && rows->rows[0].count > 1 && lack->matched < 2)
		return fail_at(err, RELAIS_E_DATA,
			(place){ name, rows->rows[0].line, 0, "no-rows" },
			"the file is one line, '%.60s', and nothing stands under it",
			rows->rows[0].fields[0]);

	if (options->name_sheets && tab && lack->matched > 0 &&
		!strcmp(lack->missing, "office")) {
		codes_suggest(&how->known->offices, tab, options->lang, near, sizeof near);
		return fail_at(err, RELAIS_E_DATA,
			(place){ name, lack->line, 0, "missing-column" },
			"there is no column for 'office', and the sheet's name '%s' is not that of an office%s",
			tab, near);
	}
	if (lack->heading)
		return fail_at(err, RELAIS_E_DATA,
			(place){ name, lack->profile_line, 0, "missing-column" },
			"the profile %s needs a column '%s' and these headings have none: is this a file of that source?",
			options->profile, lack->heading);
	if (lack->matched > 1)
		return lacks_column(lack, name, err);
	if (options->kind)
		return fail_at(err, RELAIS_E_DATA, (place){ name, 0, 0, "no-headings" },
			"no line of headings for the kind %s in the first %d lines; 'rt-import --kinds' lists its columns",
			options->kind, HEADING_LIMIT);
	return fail_at(err, RELAIS_E_DATA, (place){ name, 0, 0, "no-headings" },
		"no line of headings was recognised in the first %d lines; figures need office, indicator, period, value: 'rt-import --kinds' lists every kind",
		HEADING_LIMIT);
}

/* A figure of the profile that cannot be placed is no matter of course. */
static const char *unknown_figure(const layout_column *c)
{
	return c->given && !strncmp(c->given, "figure ", 7) ? c->given + 7 : NULL;
}

static void say_unused(const layout *l, told *t)
{
	for (size_t i = 0; i < l->count; i++) {
		const layout_column *c = &l->columns[i];
		spot at = { l->line, i + 1 };

		if (c->role != ROLE_UNUSED || !*c->heading)
			continue;
		if (unknown_figure(c))
			told_warn(t, at, "unknown-column",
				"the column '%s' is not used: '%s' is no indicator yet, register it or add --create indicators",
				c->heading, unknown_figure(c));
		else if (!layout_is_expected(l, i))
			told_warn(t, at, "unknown-column", "the column '%s' is not used",
				c->heading);
	}
}

/* Rows that say an indicator or a period and no office, under one that has all three: cells of the
 * office were merged in the spreadsheet. */
static bool merges_offices(const layout *l, const sheet *rows)
{
	size_t key = layout_has(l, OBS_INDICATOR) ? l->at[OBS_INDICATOR] : l->at[OBS_PERIOD];
	bool named = false, blank = false;

	if (!layout_has(l, OBS_OFFICE) || key == LAYOUT_NONE)
		return false;
	for (size_t i = 0; i < rows->count; i++) {
		const record *r = &rows->rows[i];

		if (r->line <= l->line || key >= r->count || !r->lengths[key])
			continue;
		if (*layout_cell(l, r, OBS_OFFICE))
			named = true;
		else if (!named)
			return false;
		else
			blank = blank || !is_total(r->fields[0]);
	}
	return blank;
}

/* What a line above the headings tells, for figures that do not say it themselves. */
static void read_title(title *t, const record *r, const directories *known)
{
	for (size_t i = 0; i < r->count; i++) {
		const char *cell = r->fields[i];
		relais_period p;
		int64_t id;

		t->year = heading_year(cell, t->year);
		if (!*cell)
			continue;
		if (unit_alone(cell, &t->unit))
			t->unit_line = r->line;
		if ((id = codes_find(&known->offices, cell, strlen(cell))) > 0)
			t->office = t->office && t->office != id ? -1 : id;
		else if ((id = codes_find(&known->indicators, cell, strlen(cell))) > 0)
			t->indicator = t->indicator && t->indicator != id ? -1 : id;
		else if ((p = heading_period(cell)) >= PERIOD_PER_YEAR && period_slot(p))
			t->period = t->period && t->period != p ? -1 : p;
		else
			continue;
		t->line = r->line;
	}
}

/* An office's code in the file's name, between _ - . or blanks. */
static int64_t office_in_name(const char *name, const directories *known)
{
	static const char ends[] = "_ .";
	int64_t found = 0, id;

	for (const char *at = name; *at; at += strspn(at, ends)) {
		size_t n = strcspn(at, ends);

		if (n > 1 && map_get(&known->offices.exact, at, n, &id))
			found = found && found != id ? -1 : id;
		at += n;
	}
	return found;
}

/* The sheet's name says what the lines above the headings do not: "OT-2", "Août 2024", "Août". */
static void ask_sheet(title *t, const char *tab, const directories *known)
{
	size_t length = strlen(tab);
	record r = { 1, &tab, &length, 0, 0 };
	title said = { 0 };

	read_title(&said, &r, known);
	if (t->year == 0 && said.year > 0)
		t->year = said.year;
	if (t->office == 0 && said.office > 0) {
		t->office = said.office;
		t->by_sheet |= ACROSS_OFFICE;
	}
	if (t->indicator == 0 && said.indicator > 0) {
		t->indicator = said.indicator;
		t->by_sheet |= ACROSS_INDICATOR;
	}
	if (t->period == 0 && said.period > 0) {
		t->period = said.period;
		t->by_sheet |= ACROSS_PERIOD;
	}
}

static void date_sheet(title *t, const char *tab)
{
	relais_period part = heading_period(tab);

	if (t->period || t->year <= 0 || part <= 0 || part >= PERIOD_PER_YEAR)
		return;
	t->period = period_make(t->year, part);
	t->by_sheet |= ACROSS_PERIOD;
}

/* Said twice and differently is not said. */
static title settled(title t, const source_facts *from, const directories *known)
{
	const char *name = base_name(from->name);

	if (from->sheet)
		ask_sheet(&t, from->sheet, known);
	if (t.year <= 0)
		t.year = heading_year(name, 0);
	if (t.year < 0)
		t.year = 0;
	if (from->sheet)
		date_sheet(&t, from->sheet);
	if (t.office <= 0)
		t.office = office_in_name(name, known);
	if (t.office < 0)
		t.office = 0;
	if (t.indicator < 0)
		t.indicator = 0;
	if (t.period < 0)
		t.period = 0;
	return t;
}

static void take_title(layout *l, const trial *how)
{
	const relais_import_options *o = how->options;
	const title *t = &how->title;
	bool has_period = layout_has(l, OBS_PERIOD) || layout_has(l, OBS_YEAR) ||
			  (l->across & ACROSS_PERIOD) || o->period.from;

	l->year = t->year;
	if (l->kind->way != KIND_FIGURES)
		return;
	l->said_on = t->line;
	l->by_sheet = t->by_sheet;
	l->unit = t->unit;
	l->unit_line = t->unit_line;
	if (!layout_has(l, OBS_OFFICE) && !(l->across & ACROSS_OFFICE) && !o->office)
		l->office = t->office;
	if (!layout_has(l, OBS_INDICATOR) && !(l->across & ACROSS_INDICATOR) && !o->indicator)
		l->indicator = t->indicator;
	if (!has_period)
		l->period = t->period;
}

static relais_status keep_above(layout *l, const sheet *rows, size_t count, relais_error *err)
{
	l->above = arena_alloc(&l->memory, (count + 1) * sizeof *l->above);
	if (!l->above)
		return fail_memory(err);
	for (size_t i = 0; i < count; i++) {
		const record *r = &rows->rows[i];
		layout_above *a = &l->above[l->above_count];
		size_t first = 0;

		while (first < r->count && !r->lengths[first])
			first++;
		if (first == r->count)
			continue;
		*a = (layout_above){ r->line, arena_string(&l->memory, r->fields[first]),
			NULL };
		if (first == 0 && r->count > 1 && r->lengths[1])
			a->value = arena_string(&l->memory, r->fields[1]);
		if (!a->label || (first == 0 && r->count > 1 && r->lengths[1] && !a->value))
			return fail_memory(err);
		l->above_count++;
	}
	return RELAIS_OK;
}

static relais_status search(layout *out, trial *how, source *src, relais_error *err)
{
	title above = { 0 };
	layout_lack lack = { 0 };
	const kind *tied;
	size_t cells = 0;

	for (size_t i = 0; i < HEADING_LIMIT && i < how->rows->count && cells <= HEADING_CELLS;
		i++) {
		const record *r = &how->rows->rows[i];
		relais_status rc;

		cells += r->count;
		if (r->line <= profile_skip(how->profile)) {
			read_title(&above, r, how->known);
			continue;
		}
		how->title = settled(above, source_about(src), how->known);
		if ((rc = best_reading(out, i, how, &tied, &lack, err)) != RELAIS_OK)
			return rc;
		if (out->kind && tied)
			return fail_at(err, RELAIS_E_DATA,
				(place){
					source_about(src)->name, r->line, 0, "ambiguous-kind" },
				"these headings could be the kind %s or %s: say --as",
				out->kind->name, tied->name);
		if (out->kind && are_figures(out, &lack, how))
			return lacks_column(&lack, source_about(src)->name, err);
		if (out->kind) {
			take_title(out, how);
			out->merges_offices = out->kind->way == KIND_FIGURES &&
					      merges_offices(out, how->rows);
			return keep_above(out, how->rows, i, err);
		}
		read_title(&above, r, how->known);
	}
	return not_found(&lack, src, how, err);
}

relais_status layout_find(layout *out, source *src, const dialect *d, profile *p,
	const relais_import_options *options, const directories *known, told *t,
	relais_error *err)
{
	sheet *rows = malloc(sizeof *rows);
	trial how = { options, known, d->delimiter, rows, p, { 0 } };
	const kind *given;
	relais_status rc = RELAIS_OK;

	*out = (layout){ 0 };
	if (!rows)
		return fail_memory(err);
	*rows = (sheet){ 0 };
	if (options->kind)
		rc = kind_find(&given, options->kind, err);
	if (rc == RELAIS_OK)
		rc = sheet_read(rows, src, d, p, err);
	if (rc == RELAIS_OK)
		rc = search(out, &how, src, err);
	if (rc == RELAIS_OK)
		say_unused(out, t);
	else
		layout_free(out);
	sheet_free(rows);
	free(rows);
	return rc;
}

bool layout_lookup(const layout *l, const record *r, const char *name, size_t length, text *out)
{
	char wanted[128];
	size_t column;

	snprintf(wanted, sizeof wanted, "%.*s", (int)length, name);
	if (wanted[0] == '^') {
		text_add(out, profile_above(l->profile, wanted + 1));
		return *profile_above(l->profile, wanted + 1) != '\0';
	}
	for (size_t i = 0; i < l->count && i < r->count; i++)
		if (text_same(l->columns[i].heading, wanted)) {
			text_add(out, r->fields[i]);
			return r->lengths[i] > 0;
		}
	for (size_t i = 0; i < l->above_count; i++)
		if (l->above[i].value && text_same(l->above[i].label, wanted)) {
			text_add(out, l->above[i].value);
			return true;
		}
	column = kind_column_at(l->kind, wanted);
	if (column == LAYOUT_NONE || !layout_has(l, column) || !*layout_cell(l, r, column))
		return false;
	text_add(out, layout_cell(l, r, column));
	return true;
}

/* {*}: all that nothing else uses, which then tells rows apart. */
static bool add_rest(const layout *l, const record *r, text *made)
{
	size_t before = made->length;

	for (size_t i = 0; i < l->count && i < r->count; i++) {
		if (l->columns[i].role != ROLE_UNUSED || l->columns[i].given || !r->lengths[i])
			continue;
		if (made->length > before)
			text_add_char(made, '.');
		text_add(made, r->fields[i]);
	}
	return made->length > before;
}

/* One of the ways a constant can be made: all its {words} must be there. */
static bool fill(const layout *l, const record *r, const char *at, const char *end, text *made)
{
	while (at < end) {
		size_t n = strcspn(at, "{|"), inside;

		text_add_bytes(made, at, n);
		at += n;
		if (at >= end)
			break;
		inside = strcspn(++at, "}");
		if (inside == 1 && *at == '*' ? !add_rest(l, r, made)
					      : !layout_lookup(l, r, at, inside, made))
			return false;
		at += inside + (at[inside] == '}');
	}
	return made->length > 0;
}

bool layout_constant(const layout *l, const record *r, const char *column, text *made)
{
	const char *at = profile_constant(l->profile, column);

	while (at) {
		const char *end = at + strcspn(at, "|");

		text_clear(made);
		if (fill(l, r, at, end, made))
			return true;
		at = *end ? end + 1 : NULL;
	}
	text_clear(made);
	return false;
}

void layout_free(layout *l)
{
	arena_free(&l->memory);
	*l = (layout){ 0 };
}
