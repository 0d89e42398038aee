/* SPDX-License-Identifier: MIT
 * From records to figures. One record of a long file is one figure; of a wide one, a figure per
 * column.
 */
#include <stdlib.h>
#include <string.h>

#include "../../base/error.h"
#include "../../base/period.h"
#include "../../base/text.h"
#include "bureaux.h"
#include "figures_inside.h"
#include "../layout/insight.h"

/* What -O or -i names. */
static relais_status unknown_name(
	bool is_office, const char *name, const char *near, relais_error *err)
{
	if (is_office && *near)
		return fail(err, RELAIS_E_USAGE, "unknown office '%s'%s", name, near);
	if (is_office)
		return fail(err, RELAIS_E_USAGE,
			"unknown office '%s': 'rt-import --export offices' lists those there are",
			name);
	if (*near)
		return fail(err, RELAIS_E_USAGE, "unknown indicator '%s'%s", name, near);
	return fail(err, RELAIS_E_USAGE,
		"unknown indicator '%s': 'rt-observatory indicators' lists those there are",
		name);
}

static relais_status constants(figures *f, relais_error *err)
{
	const relais_import_options *o = f->options;
	spot nowhere = { 0, 0 };

	if (o->office && !(f->office = maker_office(&f->maker, o->office, nowhere)))
		return unknown_name(true, o->office, f->maker.near, err);
	if (o->indicator && !(f->indicator = maker_indicator(&f->maker, o->indicator, nowhere)))
		return unknown_name(false, o->indicator, f->maker.near, err);
	if (!o->office)
		f->office = f->layout->office;
	if (!o->indicator)
		f->indicator = f->layout->indicator;
	for (size_t i = 0; i < f->layout->count; i++)
		f->columns += f->layout->columns[i].role == ROLE_FIGURE;
	if (o->period.from && o->period.from != o->period.to)
		return fail(err, RELAIS_E_USAGE,
			"the period of a file is one period, not a range: leave out -p, or give the files of each period by themselves");
	return f->maker.failed;
}

static bool is_watched(const void *self, int64_t indicator)
{
	const figures *f = self;

	return f->has_bureaux || relations_watch(&f->relations, indicator);
}

relais_status figures_open(figures **out, relais_store *store, int64_t batch, const layout *l,
	directories *known, const relais_import_options *options, told *t, relais_error *err)
{
	figures *f = calloc(1, sizeof *f);
	relais_status rc;

	*out = NULL;
	if (!f)
		return fail_memory(err);
	*f = (figures){
		.store = store, .layout = l, .known = known, .options = options, .told = t
	};
	rc = limits_load(&f->limits, store, err);
	if (rc == RELAIS_OK)
		rc = maker_open(&f->maker, store, batch, known, &f->limits, options, t, err);
	if (rc == RELAIS_OK)
		rc = constants(f, err);
	if (rc == RELAIS_OK)
		rc = aside_open(f, err);
	if (rc == RELAIS_OK)
		rc = staging_open(&f->staging, store, batch, &f->limits, &known->offices,
			&known->indicators, options, t, err);
	if (rc == RELAIS_OK)
		rc = relations_load(&f->relations, store, &known->offices, &known->indicators,
			&f->limits, options->relations, err);
	if (rc == RELAIS_OK)
		rc = lives_load(f, err);
	if (rc == RELAIS_OK)
		rc = bureaux_exist(store, &f->has_bureaux, err);
	if (rc == RELAIS_OK)
		rc = staging_watch(f->staging, is_watched, f, err);
	if (rc != RELAIS_OK) {
		figures_close(f);
		return rc;
	}
	*out = f;
	return RELAIS_OK;
}

void figures_close(figures *f)
{
	if (!f)
		return;
	staging_close(f->staging);
	relations_free(&f->relations);
	stmt_free(f->put_aside);
	map_free(&f->lives);
	free(f->life);
	maker_close(&f->maker);
	limits_free(&f->limits);
	free(f->shown);
	free(f);
}

/* ---- records ---------------------------------------------------------------- */

static const char *field_text(const record *r, size_t field)
{
	return field != LAYOUT_NONE && field < r->count ? r->fields[field] : "";
}

/* A merged cell of a spreadsheet fills its first row alone: the others are of the office above. */
static int64_t office_above(figures *f, const char *cell)
{
	return !*cell && f->layout->merges_offices ? f->above : 0;
}

static int64_t constant_id(figures *f, const char *key, const record *r, spot at)
{
	bool is_office = !strcmp(key, "office");
	text name = { 0 };
	int64_t id = 0;

	if (layout_constant(f->layout, r, key, &name)) {
		const char *code = profile_code(f->layout->profile,
			is_office ? PROFILE_OFFICES : PROFILE_INDICATORS, text_str(&name));

		id = is_office ? maker_office(&f->maker, code, at)
			       : maker_indicator(&f->maker, code, at);
	} else
		told_reject(f->told, at, is_office ? "no-office" : "no-indicator",
			"the profile's '%s' is not to be found in this file",
			profile_constant(f->layout->profile, key));
	text_free(&name);
	return id;
}

static int64_t read_office(figures *f, const record *r, spot at)
{
	size_t field = f->layout->at[OBS_OFFICE];
	const char *cell = field_text(r, field);

	if (f->office)
		return f->office;
	if (field == LAYOUT_NONE && profile_constant(f->layout->profile, "office"))
		return constant_id(f, "office", r, at);
	cell = profile_code(f->layout->profile, PROFILE_OFFICES, cell);
	if ((f->above = office_above(f, cell))) {
		if (!f->was_merged)
			told_warn(f->told, at, "merged-office",
				"lines without an office are of the office above: the cells were merged");
		f->was_merged = true;
		return f->above;
	}
	at.column = field + 1;
	if (!*cell && f->layout->merges_offices && f->above_line) {
		told_reject(f->told, at, "unknown-office",
			"the line is of the office above, and line %lu was refused: mend that one",
			f->above_line);
		return 0;
	}
	f->above = maker_office(&f->maker, cell, at);
	f->above_line = f->above ? 0 : at.line;
	return f->above;
}

static int64_t read_indicator(figures *f, const record *r, spot at)
{
	size_t field = f->layout->at[OBS_INDICATOR];

	if (f->indicator)
		return f->indicator;
	if (field == LAYOUT_NONE && profile_constant(f->layout->profile, "indicator"))
		return constant_id(f, "indicator", r, at);
	at.column = field + 1;
	return maker_indicator(&f->maker,
		profile_code(f->layout->profile, PROFILE_INDICATORS, field_text(r, field)), at);
}

/* Completes what the row says with what the column says. False: cannot be placed, which has
 * been said. */
static bool place_figure(figures *f, const record *r, const layout_column *c, about *a)
{
	if (c->office || c->new_office)
		a->office =
			c->office ? c->office : maker_office(&f->maker, c->new_office, a->at);
	if (c->indicator || c->new_indicator)
		a->indicator = c->indicator
				       ? c->indicator
				       : maker_indicator(&f->maker, c->new_indicator, a->at);
	a->period = period_of_column(f, r, c, a->period, a->at);
	a->unit = c->unit;
	return a->office && a->indicator && a->period;
}

/* Months to come stand empty in a year's grid. */
static bool is_to_come(const figures *f, const layout_column *c, relais_period p, size_t length)
{
	return c->period && length == 0 && is_future(f, p);
}

static relais_status take_column(figures *f, const record *r, size_t i, about a,
	relais_summary *summary, relais_error *err)
{
	const layout_column *c = &f->layout->columns[i];
	size_t length = i < r->count ? r->lengths[i] : 0;

	a.at.column = i + 1;
	if (!place_figure(f, r, c, &a)) {
		summary->read++;
		return f->maker.failed;
	}
	if (is_to_come(f, c, a.period, length))
		return RELAIS_OK;
	if (f->told->insight)
		insight_figure(f->told->insight, a.period, a.office, a.indicator);
	summary->read++;
	if (c->period && !check_period(f, a.period, c->heading, a.at))
		return RELAIS_OK;
	if (length > 0 && !check_life(f, a.office, a.period, a.at))
		return RELAIS_OK;
	return take_value(f, &a, field_text(r, i), length, field_text(r, c->flag), err);
}

/* Counts the figures of a record that cannot be placed: one is already counted. */
static relais_status drop(figures *f, relais_summary *summary, uint64_t already)
{
	summary->read += f->columns;
	f->told->rejected += f->columns - (f->told->rejected - already);
	return f->maker.failed;
}

relais_status figures_take(
	figures *f, const record *r, relais_summary *summary, relais_error *err)
{
	const layout *l = f->layout;
	about a = { .at = { r->line, 0 } };
	uint64_t already = f->told->rejected;
	relais_status rc = RELAIS_OK;

	if (!(l->across & ACROSS_OFFICE) && !(a.office = read_office(f, r, a.at)))
		return drop(f, summary, already);
	if (!(l->across & ACROSS_INDICATOR) && !(a.indicator = read_indicator(f, r, a.at)))
		return drop(f, summary, already);
	if ((!(l->across & ACROSS_PERIOD) || l->has_row_slot) &&
		!(a.period = read_period(f, r, a.at)))
		return drop(f, summary, already);
	for (size_t i = 0; i < l->count && rc == RELAIS_OK; i++)
		if ((i < r->count || !l->across) && l->columns[i].role == ROLE_FIGURE)
			rc = take_column(f, r, i, a, summary, err);
	return rc;
}

/* ---- the end ----------------------------------------------------------------- */

relais_status figures_finish(figures *f, relais_summary *summary, relais_error *err)
{
	staging_counts counts;
	relais_status rc = f->maker.failed;

	if (f->flagged > 0)
		told_warn(f->told, (spot){ f->layout->line, 0 }, "flag-not-kept",
			"%llu values have letters after them that say how sure they are: the values are taken, the letters are not",
			(unsigned long long)f->flagged);

	if (rc == RELAIS_OK)
		rc = aside_settle(f, err);
	if (rc != RELAIS_OK || (rc = staging_finish(f->staging, &counts, err)) != RELAIS_OK ||
		(rc = relations_check(&f->relations, f->staging, summary->batch, f->told,
			 &counts, err)) != RELAIS_OK)
		return rc;
	if (f->has_bureaux &&
		(rc = bureaux_check(f->store, summary->batch, f->told, err)) != RELAIS_OK)
		return rc;
	summary->created += counts.created;
	summary->revised += counts.revised;
	summary->unchanged += counts.unchanged;
	summary->skipped += counts.kept;
	return RELAIS_OK;
}
