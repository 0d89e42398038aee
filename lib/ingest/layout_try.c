/* SPDX-License-Identifier: MIT
 * One record tried as the headings of one kind: which column is what, and is it enough.
 */
#include "layout_try.h"

#include <string.h>

#include "../base/date.h"
#include "../base/error.h"
#include "../base/number.h"
#include "../base/period.h"
#include "../base/text.h"

enum { FOLDED_SIZE = 160, SAMPLE_ROWS = 100 };

static bool starts(const char *folded, const char *word)
{
	size_t n = strlen(word);

	return !strncmp(folded, word, n) && (folded[n] == '\0' || folded[n] == ' ');
}

bool is_total(const char *cell)
{
	static const char *const computed[] = { "total", "totaux", "sous total", "ensemble",
		"moyenne", "cumul", "grand total", "somme", "sum", "subtotal" };
	char folded[FOLDED_SIZE];

	text_fold(cell, folded, sizeof folded);
	for (size_t i = 0; i < sizeof computed / sizeof *computed; i++)
		if (starts(folded, computed[i]))
			return true;
	return false;
}

bool layout_is_expected(const layout *l, size_t column)
{
	const char *heading = l->columns[column].heading;
	char folded[FOLDED_SIZE];

	text_fold(heading, folded, sizeof folded);
	return starts(folded, "rt line") || starts(folded, "rt rule") ||
	       starts(folded, "rt message") || is_total(heading) ||
	       kind_column_for(l->kind, folded) != LAYOUT_NONE || starts(folded, "office") ||
	       starts(folded, "nom");
}

/* Of two columns that could both be the office, the one that says it is a code. */
static bool is_better(const char *folded, const char *other_heading)
{
	char other[FOLDED_SIZE];

	text_fold(other_heading, other, sizeof other);
	return strstr(folded, "code") && !strstr(other, "code");
}

static void match_kind_column(layout *l, size_t i, const char *folded)
{
	size_t which = kind_column_for(l->kind, folded);
	layout_column *c = &l->columns[i];

	if (which == LAYOUT_NONE)
		return;
	if (l->at[which] != LAYOUT_NONE) {
		layout_column *other = &l->columns[l->at[which]];

		if (!is_better(folded, other->heading))
			return;
		other->role = ROLE_UNUSED;
		l->matched--;
	}
	c->role = ROLE_COLUMN;
	c->which = (int64_t)which;
	l->at[which] = i;
	l->matched++;
}

/* The period of a heading; a bare month is its number 1-12, below any period. */
static relais_period heading_period(const char *heading)
{
	relais_period p;
	size_t n = strlen(heading);

	if (period_read(heading, n, &p))
		return p;
	return month_read(heading, n);
}

typedef struct across {
	size_t periods, indicators, fresh;
} across;

static across count_across(const layout *l, const trial *how)
{
	across n = { 0 };

	for (size_t i = 0; i < l->count; i++) {
		const char *heading = l->columns[i].heading;

		if (l->columns[i].role == ROLE_COLUMN || !*heading)
			continue;
		if (heading_period(heading) > 0)
			n.periods++;
		else if (codes_find(&how->known->indicators, heading, strlen(heading)) > 0)
			n.indicators++;
		else if (how->options->create_indicators && !layout_is_expected(l, i))
			n.fresh++;
	}
	return n;
}

static void mark_across(layout *l, const trial *how)
{
	for (size_t i = 0; i < l->count; i++) {
		layout_column *c = &l->columns[i];
		int64_t which;

		if (c->role == ROLE_COLUMN || !*c->heading)
			continue;
		which = l->shape == SHAPE_PERIODS ? heading_period(c->heading)
						  : codes_find(&how->known->indicators,
							    c->heading, strlen(c->heading));
		if (which > 0) {
			c->role = ROLE_ACROSS;
			c->which = which;
			l->matched++;
		} else if (l->shape == SHAPE_INDICATORS && how->options->create_indicators &&
			   !layout_is_expected(l, i)) {
			c->role = ROLE_NEW;
		}
	}
}

static bool has(const layout *l, size_t column)
{
	return l->at[column] != LAYOUT_NONE;
}

/* What a file of figures lacks, NULL when nothing. */
static const char *shape_figures(layout *l, const trial *how)
{
	const relais_import_options *o = how->options;
	bool knows_indicator = has(l, OBS_INDICATOR) || o->indicator;
	bool knows_period = has(l, OBS_PERIOD) || has(l, OBS_YEAR) || o->period.from;
	across n = count_across(l, how);

	l->shape = SHAPE_LONG;
	if (!has(l, OBS_VALUE) && n.periods > 0 && knows_indicator && !has(l, OBS_PERIOD))
		l->shape = SHAPE_PERIODS;
	else if (!has(l, OBS_VALUE) &&
		 n.indicators + (knows_period && l->matched > 1 ? n.fresh : 0) > 0 &&
		 !has(l, OBS_INDICATOR))
		l->shape = SHAPE_INDICATORS;
	if (l->shape != SHAPE_LONG)
		mark_across(l, how);
	if (!has(l, OBS_OFFICE) && !o->office)
		return "office";
	if (l->shape != SHAPE_INDICATORS && !knows_indicator)
		return "indicator";
	if (l->shape != SHAPE_PERIODS && !knows_period)
		return "period";
	return l->shape == SHAPE_LONG && !has(l, OBS_VALUE) ? "value" : NULL;
}

/* What a register or journal lacks: the key and one thing to say of it; a journal, all of
 * its required columns. */
static const char *shape_register(const layout *l)
{
	const kind *k = l->kind;

	for (size_t i = 0; k->way == KIND_JOURNAL && i < k->count; i++)
		if (k->columns[i].required && !has(l, i))
			return k->columns[i].name;
	if (k->way == KIND_REGISTER && !has(l, k->key))
		return k->columns[k->key].name;
	for (size_t i = 0; l->matched < 2 && i < k->count; i++)
		if (!has(l, i))
			return k->columns[i].name;
	return NULL;
}

static bool is_ours(const layout *l, char delimiter)
{
	static const char *const own[] = { "office", "indicator", "period", "value", "flag" };

	if (l->count < 4 || l->count > 5 || delimiter != ',')
		return false;
	for (size_t i = 0; i < l->count; i++)
		if (strcmp(l->columns[i].heading, own[i]) != 0)
			return false;
	return true;
}

relais_status layout_try(layout *out, const kind *k, const record *r, const trial *how,
	bool *complete, layout_lack *lack, relais_error *err)
{
	char folded[FOLDED_SIZE];
	const char *missing;

	*out = (layout){ .kind = k, .line = r->line, .count = r->count };
	out->columns = arena_alloc(&out->memory, r->count * sizeof *out->columns);
	out->at = arena_alloc(&out->memory, k->count * sizeof *out->at);
	if (!out->columns || !out->at)
		return fail_memory(err);
	for (size_t i = 0; i < k->count; i++)
		out->at[i] = LAYOUT_NONE;
	for (size_t i = 0; i < r->count; i++) {
		out->columns[i].heading = arena_string(&out->memory, r->fields[i]);
		if (!out->columns[i].heading)
			return fail_memory(err);
		text_fold(r->fields[i], folded, sizeof folded);
		if (folded[0])
			match_kind_column(out, i, folded);
	}
	missing = k->way == KIND_FIGURES ? shape_figures(out, how) : shape_register(out);
	out->is_ours = k->way == KIND_FIGURES && is_ours(out, how->delimiter);
	*complete = !missing;
	if (missing && out->matched > lack->matched)
		*lack = (layout_lack){ k, out->matched, r->line, missing };
	return RELAIS_OK;
}

static bool looks_numeric(const char *cell, size_t length)
{
	number n;
	number_reading how = number_read(cell, length, 0, &n);

	return how != NUMBER_INVALID && how != NUMBER_TOO_BIG;
}

relais_status layout_sample(layout *l, reader *rd, relais_error *err)
{
	bool any = false;
	record r;

	for (size_t i = 0; i < l->count; i++)
		any = any || l->columns[i].role == ROLE_NEW;
	for (int row = 0; any && row < SAMPLE_ROWS; row++) {
		relais_status rc = reader_next(rd, &r, err);

		if (rc == RELAIS_END)
			break;
		if (rc != RELAIS_OK)
			return rc;
		for (size_t i = 0; i < l->count && i < r.count; i++)
			if (l->columns[i].role == ROLE_NEW &&
				!looks_numeric(r.fields[i], r.lengths[i]))
				l->columns[i].role = ROLE_UNUSED;
	}
	return RELAIS_OK;
}
