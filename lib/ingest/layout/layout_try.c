/* SPDX-License-Identifier: MIT
 * Records tried as the headings of one kind: which column is what, and is it enough. Where two
 * or three lines make the headings, an empty cell of an upper line goes on from its left.
 */
#include "layout_try.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "../../base/error.h"
#include "../../base/period.h"
#include "../../base/text.h"
#include "../../model/kind_identity.h"

enum { FOLDED_SIZE = 160 };

bool layout_is_expected(const layout *l, size_t column)
{
	const char *heading = l->columns[column].heading;
	char folded[FOLDED_SIZE];

	text_fold(heading, folded, sizeof folded);
	if (l->columns[column].given || profile_uses_rest(l->profile))
		return true;
	return heading_starts(folded, "rt line") || heading_starts(folded, "rt rule") ||
	       heading_starts(folded, "rt message") || is_total(heading) ||
	       kind_column_for(l->kind, folded) != LAYOUT_NONE ||
	       heading_starts(folded, "office") || heading_starts(folded, "nom");
}

/* Of two columns that could both be the office, the one that says it is a code. */
static bool is_better(const char *heading, const char *other_heading)
{
	char folded[FOLDED_SIZE], other[FOLDED_SIZE];

	text_fold(heading, folded, sizeof folded);
	text_fold(other_heading, other, sizeof other);
	return strstr(folded, "code") && !strstr(other, "code");
}

/* Among the names the profile has for one thing, by its order. */
static void chain(layout *l, size_t i, size_t *at)
{
	while (*at != LAYOUT_NONE && l->columns[*at].rank <= l->columns[i].rank)
		at = &l->columns[*at].next;
	l->columns[i].next = *at;
	*at = i;
}

static void match_kind_column(layout *l, size_t i, size_t which)
{
	layout_column *c = &l->columns[i];

	if (l->at[which] != LAYOUT_NONE && c->given && l->columns[l->at[which]].given) {
		c->role = ROLE_COLUMN;
		c->which = which;
		chain(l, i, &l->at[which]);
		return;
	}
	if (l->at[which] != LAYOUT_NONE) {
		layout_column *other = &l->columns[l->at[which]];

		if (!is_better(c->heading, other->heading))
			return;
		other->role = ROLE_UNUSED;
		l->matched--;
	}
	c->role = ROLE_COLUMN;
	c->which = which;
	l->at[which] = i;
	l->matched++;
}

/* Is a part of the key never said a name too? */
static bool may_be_nothing(const kind_column *c)
{
	return c->fallback && !*c->fallback;
}

/* What a register or journal lacks: the key and one thing to say of it; a journal, all of
 * its required columns. */
static const char *shape_register(const layout *l)
{
	const kind *k = l->kind;

	for (size_t i = 0; k->way == KIND_JOURNAL && i < k->count; i++)
		if (k->columns[i].required && !layout_has(l, i))
			return k->columns[i].name;
	for (size_t i = k->key; k->way == KIND_REGISTER && i < k->key + k->keys; i++)
		if (!layout_has(l, i) && !may_be_nothing(&k->columns[i]) &&
			l->match_at == LAYOUT_NONE &&
			!profile_constant(l->profile, k->columns[i].name))
			return k->columns[i].name;
	for (size_t i = 0; !l->profile && l->matched < 2 && i < k->count; i++)
		if (!layout_has(l, i))
			return k->columns[i].name;
	return NULL;
}

static bool is_ours(const layout *l, char delimiter)
{
	static const char *const own[] = { "office", "indicator", "period", "value", "flag",
		"stratum", "respondents", "previous", "ratio" };

	if ((l->count != 4 && l->count != 5 && l->count != 9) || delimiter != ',')
		return false;
	for (size_t i = 0; i < l->count; i++)
		if (strcmp(l->columns[i].heading, own[i]) != 0)
			return false;
	return true;
}

static const char *cell_of(const record *r, size_t i)
{
	return i < r->count ? r->fields[i] : "";
}

/* The cell of a heading line over a column; a merged one reaches right to the next. */
static const char *spread_cell(const layout *l, const trial *how, const record *r, size_t i)
{
	while (i > 0 && !*cell_of(r, i))
		i--;
	if (i == 0 && *cell_of(r, 0) &&
		heading_read(l->kind, how->known, cell_of(r, 0)).column != LAYOUT_NONE)
		return "";
	return cell_of(r, i);
}

/* A profile's word on a column goes before the heading's own. */
static void obey_profile(layout *l, meaning *said, const trial *how, size_t i)
{
	const char *given = l->columns[i].given;
	meaning m = { .column = LAYOUT_NONE };

	if (!given)
		return;
	m.is_ignored = !strcmp(given, "ignore");
	m.is_figure = !strncmp(given, "figure", 6);
	m.unit = said->unit;
	if (m.is_figure) {
		const char *name = given[6] ? given + 7 : l->columns[i].heading;
		int64_t id = codes_find(&how->known->indicators, name, strlen(name));

		m.indicator = id > 0 ? id : 0;
		m.period = said->period;
		if (id <= 0)
			snprintf(m.rest, sizeof m.rest, "%s", name);
	} else if (!m.is_ignored) {
		m.column = kind_column_at(l->kind, given);
	}
	*said = m;
}

/* What all heading lines say of a column. False: they cannot be headings of one column. */
static bool read_column(
	layout *l, meaning *said, const record *rows, size_t depth, const trial *how, size_t i)
{
	const char *before = "";
	text whole = { 0 };
	size_t own = 0;
	bool fits = true;

	*said = (meaning){ .column = LAYOUT_NONE };
	for (size_t d = 0; d < depth; d++) {
		const char *cell = cell_of(&rows[d], i);
		const char *words =
			*cell || d + 1 == depth ? cell : spread_cell(l, how, &rows[d], i);
		meaning m;

		size_t cut = strcspn(words, "\\");

		if (!*words || !strcmp(words, before))
			continue;
		own += *cell != '\0';
		m = heading_read(l->kind, how->known, words);
		fits = fits && heading_join(said, &m);
		text_add(&whole, whole.length ? " / " : "");
		text_add_bytes(&whole, words, cut); /* geo\\TIME_PERIOD: rows, then columns */
		before = words;
	}
	l->columns[i].heading = arena_string(&l->memory, text_str(&whole));
	text_free(&whole);
	return fits && (said->column == LAYOUT_NONE || own <= 1);
}

/* "Année" after the quarters or months of a year that is said is their total, not its number. */
static bool closes_a_year(const meaning *said, size_t i, const trial *how)
{
	bool is_dated = how->title.year > 0 || how->options->period.from > 0;
	relais_period last = i > 1 ? said[i - 1].period : 0;

	if (last == 0 || said[i - 2].period == 0)
		return false;
	if (last >= PERIOD_PER_YEAR)
		return period_slot(last) != SLOT_YEAR;
	return is_dated &&
	       (last == 12 || last == SLOT_QUARTER + 3 || last == SLOT_SEMESTER + 1);
}

static relais_status start(layout *out, const kind *k, const record *rows, size_t depth,
	const trial *how, meaning **said, relais_error *err)
{
	*out = (layout){ .profile = how->profile,
		.match_at = LAYOUT_NONE,
		.kind = k,
		.first_line = rows[0].line,
		.depth = depth,
		.line = rows[depth - 1].last_line };
	for (size_t d = 0; d < depth; d++)
		if (rows[d].count > out->count)
			out->count = rows[d].count;
	out->columns = arena_alloc(&out->memory, out->count * sizeof *out->columns);
	out->at = arena_alloc(&out->memory, k->count * sizeof *out->at);
	*said = arena_alloc(&out->memory, out->count * sizeof **said);
	out->headings = arena_alloc(&out->memory, out->count * sizeof *out->headings);
	if (!out->columns || !out->at || !*said || !out->headings)
		return fail_memory(err);
	for (size_t i = 0; i < k->count; i++)
		out->at[i] = LAYOUT_NONE;
	for (size_t i = 0; i < out->count; i++)
		out->columns[i].flag = out->columns[i].next = LAYOUT_NONE;
	return RELAIS_OK;
}

/* A line of units, (k€) and (nb), below the names. */
static bool is_unit_row(const record *r)
{
	size_t units = 0;
	unit u;

	for (size_t i = 0; i < r->count; i++) {
		if (r->lengths[i] == 0)
			continue;
		if (r->fields[i][0] != '(' || !unit_alone(r->fields[i], &u))
			return false;
		units++;
	}
	return units > 0;
}

/* Several lines are only headings when all they mean is of use. */
static bool uses_all(const layout *l, const meaning *said)
{
	bool names_row = false;

	for (size_t i = 0; i < l->count; i++) {
		const meaning *m = &said[i];

		names_row = names_row || l->columns[i].role == ROLE_COLUMN;
		if (l->columns[i].role == ROLE_UNUSED && !m->is_total && !m->is_change &&
			(m->period || m->indicator || m->office))
			return false;
	}
	return names_row && l->across != 0 && (l->across & (l->across - 1)) != 0;
}

static bool is_value(const profile_given *given)
{
	return given->role &&
	       (!strncmp(given->role, "figure", 6) || !strcmp(given->role, "value"));
}

/* * = ignore is not meant for periods across, when nothing else is a figure. */
static void spare_periods(const meaning *said, profile_given *given, size_t count)
{
	bool has_value = false;

	for (size_t i = 0; i < count; i++)
		has_value = has_value || is_value(&given[i]);
	for (size_t i = 0; !has_value && i < count; i++)
		if (given[i].is_rest && said[i].period && !*said[i].rest &&
			!said[i].indicator && !said[i].office)
			given[i].role = NULL;
}

/* The line that has most of what the profile needs is the one that people meant. */
static void note_missing(
	layout_lack *lack, const char *missing, const profile_given *given, const layout *l)
{
	size_t known = 0;

	for (size_t i = 0; i < l->count; i++)
		known += given[i].role && !given[i].is_rest;
	if (known <= lack->known)
		return;
	lack->heading = missing;
	lack->known = known;
	lack->profile_line = l->line;
}

/* What the profile says of the columns; false: these are not its headings. */
static relais_status ask_profile(layout *l, meaning *said, const trial *how, bool *are_they,
	layout_lack *lack, relais_error *err)
{
	profile_given *given = arena_alloc(&l->memory, l->count * sizeof *given);
	const char *missing;

	if (!given)
		return fail_memory(err);
	*are_they = profile_match(how->profile, l->headings, l->count, given, &missing);
	if (missing)
		note_missing(lack, missing, given, l);
	else if (how->profile)
		*lack = (layout_lack){ .known = SIZE_MAX };
	spare_periods(said, given, l->count);
	for (size_t i = 0; i < l->count; i++) {
		l->columns[i].given = given[i].role;
		l->columns[i].rank = given[i].rank;
		obey_profile(l, &said[i], how, i);
		(void)profile_unit(how->profile, l->headings[i], i, &said[i].unit);
		if (!given[i].role && l->kind->way == KIND_FIGURES &&
			said[i].column == OBS_YEAR && closes_a_year(said, i, how))
			said[i] = (meaning){ .column = LAYOUT_NONE, .is_total = true };
		if (said[i].column != LAYOUT_NONE)
			match_kind_column(l, i, said[i].column);
	}
	return RELAIS_OK;
}

/* The column named like the scheme to match by says the office, of a register its code. */
static void place_match(layout *l, const trial *how)
{
	const char *scheme = how->known->offices.match;
	char folded[FOLDED_SIZE];
	size_t field = LAYOUT_NONE, which = 0;

	while (which < l->kind->count && l->kind->columns[which].type != CELL_OFFICE)
		which++;
	for (size_t i = 0; scheme && i < l->count && field == LAYOUT_NONE; i++) {
		const char *code = choice_code(kind_schemes, l->headings[i]);

		text_fold(l->headings[i], folded, sizeof folded);
		if ((code && !strcmp(code, scheme)) || alias_matches(scheme, folded))
			field = i;
	}
	if (field == LAYOUT_NONE)
		return;
	if (!strcmp(l->kind->name, "offices")) {
		l->match_at = field;
		l->matched += l->columns[field].role == ROLE_UNUSED;
		l->columns[field].role = ROLE_COLUMN;
	} else if (which < l->kind->count && strcmp(l->kind->name, "identifiers") != 0) {
		if (layout_has(l, which))
			l->columns[l->at[which]].role = ROLE_UNUSED;
		l->matched += !layout_has(l, which);
		l->columns[field].role = ROLE_COLUMN;
		l->columns[field].which = which;
		l->at[which] = field;
	}
}

relais_status layout_try(layout *out, const kind *k, size_t first, size_t depth,
	const trial *how, bool *complete, layout_lack *lack, relais_error *err)
{
	bool has_units;
	const record *rows = &how->rows->rows[first];
	const char *missing;
	bool are_they = false;
	meaning *said;
	relais_status rc = start(out, k, rows, depth, how, &said, err);

	*complete = false;
	if (rc != RELAIS_OK)
		return rc;
	for (size_t i = 0; i < out->count; i++) {
		bool fits = read_column(out, &said[i], rows, depth, how, i);

		if (!out->columns[i].heading)
			return fail_memory(err);
		out->headings[i] = out->columns[i].heading;
		if (!fits && depth > 1)
			return RELAIS_OK;
	}
	if ((rc = ask_profile(out, said, how, &are_they, lack, err)) != RELAIS_OK || !are_they)
		return rc;
	place_match(out, how);
	missing = k->way == KIND_FIGURES ? layout_shape(out, said, how, first + depth)
					 : shape_register(out);
	out->is_ours = k->way == KIND_FIGURES && is_ours(out, how->delimiter);
	has_units = depth == 2 && k->way == KIND_FIGURES && is_unit_row(&rows[1]);
	out->matched += has_units;
	*complete = !missing && (depth == 1 || has_units || uses_all(out, said));
	if (missing && depth == 1 && out->matched > lack->matched)
		*lack = (layout_lack){ k, out->matched, rows[0].line, missing, lack->heading,
			lack->known, lack->profile_line };
	return RELAIS_OK;
}
