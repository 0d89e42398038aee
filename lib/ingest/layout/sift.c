/* SPDX-License-Identifier: MIT
 * Data or not. What is registered under a name is data whatever its words: an office called
 * "Ensemble" is one. A second table is only looked for after a gap: a blank line, a total, a
 * title.
 */
#include "sift.h"

#include <string.h>

#include "../../base/number.h"
#include "../../base/period.h"

size_t sift_filled(const record *r)
{
	size_t n = 0;

	for (size_t i = 0; i < r->count; i++)
		n += r->lengths[i] > 0;
	return n;
}

static bool repeats_headings(const layout *l, const record *r)
{
	for (size_t i = 0; i < l->count; i++)
		if (strcmp(l->columns[i].heading, i < r->count ? r->fields[i] : "") != 0)
			return false;
	return true;
}

static const char *naming_cell(const layout *l, const record *r)
{
	if (l->kind->way != KIND_FIGURES)
		return layout_cell(l, r, l->kind->key);
	if (l->at[OBS_OFFICE] != LAYOUT_NONE)
		return layout_cell(l, r, OBS_OFFICE);
	return layout_cell(
		l, r, l->at[OBS_INDICATOR] != LAYOUT_NONE ? OBS_INDICATOR : OBS_PERIOD);
}

const char *sift_name(const sift *s, const record *r)
{
	const char *naming = naming_cell(s->layout, r);

	return *naming ? naming : r->fields[0];
}

/* Where the naming cells of figures are known from; NULL for registers. */
static const codes *named_by(const sift *s)
{
	const layout *l = s->layout;

	if (l->kind->way != KIND_FIGURES)
		return NULL;
	return l->at[OBS_OFFICE] != LAYOUT_NONE ? &s->known->offices : &s->known->indicators;
}

/* A line with one cell alone: something we know and nothing said of it, or a footnote? */
static bool is_row_of(const sift *s, const record *r)
{
	const codes *known = named_by(s);
	const char *naming = naming_cell(s->layout, r);

	if (!known)
		return r->count == s->layout->count;
	return *naming && codes_find(known, naming, strlen(naming)) > 0;
}

/* Headings of something else: words that head columns, and not one number. */
static bool starts_table(const sift *s, const record *r)
{
	size_t words = 0, meant = 0;

	if (sift_filled(r) < 2)
		return false;
	for (size_t i = 0; i < r->count; i++) {
		meaning m;
		number n;

		if (!r->lengths[i])
			continue;
		m = heading_read(s->layout->kind, s->known, r->fields[i]);
		if (!m.period &&
			number_read(r->fields[i], r->lengths[i], 0, &n) != NUMBER_INVALID)
			return false;
		words += m.column != (size_t)-1;
		meant += m.column != (size_t)-1 || m.period || m.indicator || m.is_total ||
			 m.is_change;
	}
	return words > 0 && meant >= 2 && meant * 2 >= sift_filled(r);
}

/* Does a line that is no row say another year, office or indicator than the one that the rows
 * above had from a title? */
static bool is_new_title(const sift *s, const record *r)
{
	const layout *l = s->layout;

	for (size_t i = 0; i < r->count; i++) {
		const char *cell = r->fields[i];
		size_t n = r->lengths[i];

		if (n == 0)
			continue;
		if (l->office && codes_find(&s->known->offices, cell, n) > 0 &&
			codes_find(&s->known->offices, cell, n) != l->office)
			return true;
		if (l->indicator && codes_find(&s->known->indicators, cell, n) > 0 &&
			codes_find(&s->known->indicators, cell, n) != l->indicator)
			return true;
		if (l->period && heading_period(cell) >= PERIOD_PER_YEAR &&
			heading_period(cell) != l->period)
			return true;
	}
	return false;
}

static sifted data_or_ragged(const layout *l, const record *r)
{
	for (size_t i = l->count; i < r->count; i++)
		if (r->lengths[i] > 0)
			return ROW_RAGGED;
	return ROW_DATA;
}

static sifted judge(sift *s, const record *r)
{
	const layout *l = s->layout;
	const char *naming = naming_cell(l, r);
	const codes *known = named_by(s);
	bool gap = s->after_gap || r->line > s->last_line + 1;
	size_t full;
	int64_t id;

	if (s->is_over)
		return ROW_OTHER;
	if (l->profile && sift_filled(r) > 0 &&
		!profile_keeps(l->profile, l->headings, l->count, r))
		return ROW_DROPPED;
	if (known && profile_is_total(l->profile, naming))
		return ROW_TOTAL;
	if (known && map_get(&known->exact, naming, strlen(naming), &id))
		return data_or_ragged(l, r);
	if ((full = sift_filled(r)) == 0)
		return ROW_BLANK;
	if (repeats_headings(l, r))
		return l->year > 0 && s->year > 0 && s->year != l->year ? ROW_OTHER
									: ROW_HEADINGS;
	if (known && (is_total(naming) || (!*naming && is_total(r->fields[0]))))
		return ROW_TOTAL;
	if (full == 1 && l->count > 2 && r->lengths[0] && !is_row_of(s, r)) {
		s->year = heading_year(r->fields[0], 0);
		return is_new_title(s, r) ? ROW_OTHER : ROW_ASIDE;
	}
	if (known && gap && starts_table(s, r))
		return ROW_OTHER;
	return data_or_ragged(l, r);
}

sifted sift_row(sift *s, const record *r)
{
	sifted what = judge(s, r);

	if (what == ROW_OTHER)
		s->is_over = true;
	s->after_gap = what != ROW_DATA && what != ROW_RAGGED;
	s->last_line = r->last_line;
	return what;
}
