/* SPDX-License-Identifier: MIT
 * Columns known by their cells: when no heading says what a row is about, a column whose cells
 * are all periods, offices or indicators says it. Names are never guessed: they must be
 * registered.
 */
#include "layout_try.h"

#include <string.h>

#include "../../base/number.h"
#include "../../base/period.h"
#include "../../base/text.h"
#include "../../base/words.h"

typedef bool (*cell_test)(const directories *known, const char *cell, size_t length);

static bool is_part(const directories *known, const char *cell, size_t length)
{
	relais_period p = heading_period(cell);

	(void)known;
	(void)length;
	return p > 0 && p < PERIOD_PER_YEAR;
}

/* A year alone could be a count. */
static bool is_period(const directories *known, const char *cell, size_t length)
{
	relais_period p = heading_period(cell);

	(void)known;
	return p > 0 && length != 4;
}

static bool is_office(const directories *known, const char *cell, size_t length)
{
	return codes_find(&known->offices, cell, length) > 0;
}

static bool is_indicator(const directories *known, const char *cell, size_t length)
{
	return codes_find(&known->indicators, cell, length) > 0;
}

/* The heading said again further down is no cell. */
static bool is_heading_again(const trial *how, size_t below, size_t field, const char *cell)
{
	const record *last = &how->rows->rows[below - 1];

	return field < last->count && *cell && !strcmp(last->fields[field], cell);
}

/* Do all cells kept of a field pass, totals and blanks apart? At least one must. */
static bool all_are(const trial *how, size_t below, size_t field, cell_test test)
{
	size_t passed = 0;

	for (size_t i = below; i < how->rows->count; i++) {
		const record *r = &how->rows->rows[i];
		size_t full = 0;

		for (size_t f = 0; f < r->count; f++)
			full += r->lengths[f] > 0;
		if (field >= r->count || !r->lengths[field] || full < 2 ||
			is_total(r->fields[field]) ||
			is_heading_again(how, below, field, r->fields[field]))
			continue;
		if (!test(how->known, r->fields[field], r->lengths[field]))
			return false;
		passed++;
	}
	return passed > 0;
}

/* A column that is empty in a file we have all of is the place for something, not a figure. */
static bool holds_anything(const trial *how, size_t below, size_t field)
{
	for (size_t i = below; i < how->rows->count; i++)
		if (field < how->rows->rows[i].count && how->rows->rows[i].lengths[field])
			return true;
	return !how->rows->is_whole;
}

bool layout_is_numeric(const trial *how, size_t below, size_t field)
{
	if (!holds_anything(how, below, field))
		return false;
	for (size_t i = below; i < how->rows->count && i < below + 100; i++) {
		const record *r = &how->rows->rows[i];
		number n;
		number_reading got;

		if (field >= r->count || is_heading_again(how, below, field, r->fields[field]))
			continue;
		got = number_read(r->fields[field], r->lengths[field], 0, &n);
		if (got == NUMBER_INVALID || got == NUMBER_TOO_BIG)
			return false;
	}
	return true;
}

static bool holds_number(const trial *how, size_t below, size_t field)
{
	for (size_t i = below; i < how->rows->count; i++) {
		const record *r = &how->rows->rows[i];
		number n;

		if (field < r->count && r->lengths[field] &&
			number_read(r->fields[field], r->lengths[field], 0, &n) == NUMBER_READ)
			return true;
	}
	return false;
}

size_t layout_numbers(const layout *l, const meaning *said, const trial *how, size_t below)
{
	size_t found = LAYOUT_NONE;

	for (size_t i = 0; i < l->count; i++) {
		if (l->columns[i].role != ROLE_UNUSED || said[i].is_change ||
			said[i].is_ignored || !layout_is_numeric(how, below, i) ||
			!holds_number(how, below, i))
			continue;
		if (found != LAYOUT_NONE)
			return LAYOUT_NONE;
		found = i;
	}
	return found;
}

static void take(layout *l, meaning *said, size_t field, size_t column, const char *why)
{
	layout_column *c = &l->columns[field];

	c->role = ROLE_COLUMN;
	c->which = column;
	c->why = why;
	said[field].column = column;
	l->at[column] = field;
	l->matched++;
}

/* A column whose heading says nothing we know. */
static bool is_open(const layout *l, const meaning *said, size_t i)
{
	return l->columns[i].role == ROLE_UNUSED && !said[i].period && !said[i].indicator &&
	       !said[i].office && !said[i].is_total && !said[i].is_change &&
	       !said[i].is_ignored;
}

/* A heading of some register: a date there is no period of figures. */
static bool is_of_a_register(const char *heading)
{
	char folded[160];

	text_fold(heading, folded, sizeof folded);
	for (size_t i = 0; *folded && kind_at(i); i++)
		if (kind_column_for(kind_at(i), folded) != LAYOUT_NONE)
			return true;
	return false;
}

static void look_for(layout *l, meaning *said, const trial *how, size_t below, size_t column,
	cell_test test, const char *why)
{
	for (size_t i = 0; i < l->count; i++)
		if (is_open(l, said, i) && all_are(how, below, i, test) &&
			(column != OBS_PERIOD || !is_of_a_register(l->columns[i].heading))) {
			take(l, said, i, column, why);
			return;
		}
}

static bool is_empty(const trial *how, size_t below, size_t field)
{
	for (size_t i = below; i < how->rows->count; i++)
		if (field < how->rows->rows[i].count && how->rows->rows[i].lengths[field])
			return false;
	return true;
}

/* "Year" over the names of what is counted, or over nothing, with the years to its right: not a
 * year. */
static void release_year(layout *l, meaning *said, const trial *how, size_t below)
{
	for (size_t c = OBS_PERIOD; c <= OBS_YEAR; c++) {
		size_t i = l->at[c];

		if (i == LAYOUT_NONE || (!is_empty(how, below, i) &&
						(all_are(how, below, i, is_part) ||
							layout_is_numeric(how, below, i) ||
							all_are(how, below, i, is_period))))
			continue;
		l->columns[i].role = ROLE_UNUSED;
		said[i].column = LAYOUT_NONE;
		l->at[c] = LAYOUT_NONE;
		l->matched--;
	}
}

void layout_infer(layout *l, meaning *said, const trial *how, size_t below)
{
	const relais_import_options *o = how->options;
	size_t years = 0, parts = 0, indicators = 0, offices = 0;

	for (size_t i = 0; i < l->count; i++) {
		years += said[i].period >= PERIOD_PER_YEAR;
		parts += said[i].period > 0 && said[i].period < PERIOD_PER_YEAR;
		indicators += said[i].indicator > 0;
		offices += said[i].office > 0;
	}
	if (years > 1)
		release_year(l, said, how, below);
	if (!layout_has(l, OBS_PERIOD) && parts == 0 && (years > 0 || !layout_has(l, OBS_YEAR)))
		look_for(l, said, how, below, OBS_PERIOD, years > 0 ? is_part : is_period,
			N_("all its cells are periods"));
	if (layout_has(l, OBS_PERIOD))
		l->has_row_slot = all_are(how, below, l->at[OBS_PERIOD], is_part);
	if (!layout_has(l, OBS_OFFICE) && !o->office && offices == 0 &&
		!profile_constant(how->profile, "office"))
		look_for(l, said, how, below, OBS_OFFICE, is_office,
			N_("all its cells are offices"));
	if (!layout_has(l, OBS_INDICATOR) && !o->indicator && indicators == 0 &&
		!profile_constant(how->profile, "indicator"))
		look_for(l, said, how, below, OBS_INDICATOR, is_indicator,
			N_("all its cells are indicators"));
}
