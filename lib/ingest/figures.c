/* SPDX-License-Identifier: MIT
 * From records to figures. One record of a long file is one figure; of a wide one, a figure per
 * column.
 */
#include <stdlib.h>
#include <string.h>

#include "../base/error.h"
#include "../base/period.h"
#include "../base/text.h"
#include "layout_try.h"
#include "figures_inside.h"

static const char aside_table[] =
	"CREATE TEMP TABLE IF NOT EXISTS aside(\n"
	"  line INTEGER, field INTEGER, indicator INTEGER, period INTEGER, office INTEGER,\n"
	"  units INTEGER, mark TEXT, spelled TEXT);\n"
	"DELETE FROM temp.aside";
static const char aside_insert[] =
	"INSERT INTO temp.aside VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";

static relais_status constants(figures *f, relais_error *err)
{
	const relais_import_options *o = f->options;
	spot nowhere = { 0, 0 };

	if (o->office && !(f->office = maker_office(&f->maker, o->office, nowhere)))
		return fail(
			err, RELAIS_E_USAGE, "unknown office '%s'%s", o->office, f->maker.near);
	if (o->indicator && !(f->indicator = maker_indicator(&f->maker, o->indicator, nowhere)))
		return fail(err, RELAIS_E_USAGE, "unknown indicator '%s'%s", o->indicator,
			f->maker.near);
	if (o->period.from && o->period.from != o->period.to)
		return fail(
			err, RELAIS_E_USAGE, "the period of a file is one period, not a range");
	return f->maker.failed;
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
		rc = store_execute(store, aside_table, err);
	if (rc == RELAIS_OK)
		rc = stmt_prepare(&f->put_aside, store, aside_insert, err);
	if (rc == RELAIS_OK)
		rc = staging_open(&f->staging, store, batch, &f->limits, &known->offices,
			&known->indicators, options, t, err);
	if (rc == RELAIS_OK)
		rc = relations_load(&f->relations, store, &known->offices, &known->indicators,
			&f->limits, options->relations, err);
	if (rc == RELAIS_OK)
		rc = staging_watch(f->staging, relations_watch, &f->relations, err);
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
	maker_close(&f->maker);
	limits_free(&f->limits);
	free(f);
}

/* ---- records ---------------------------------------------------------------- */

static const char *field_text(const record *r, size_t field)
{
	return field != LAYOUT_NONE && field < r->count ? r->fields[field] : "";
}

/* Figures a record was meant to bring. */
static size_t figures_in(const layout *l)
{
	size_t n = 0;

	if (l->shape == SHAPE_LONG)
		return 1;
	for (size_t i = 0; i < l->count; i++)
		n += l->columns[i].role == ROLE_ACROSS || l->columns[i].role == ROLE_NEW;
	return n;
}

static int64_t read_office(figures *f, const record *r, spot at)
{
	size_t field = f->layout->at[OBS_OFFICE];

	if (f->office)
		return f->office;
	at.column = field + 1;
	return maker_office(&f->maker, field_text(r, field), at);
}

static int64_t read_indicator(figures *f, const record *r, spot at)
{
	size_t field = f->layout->at[OBS_INDICATOR];

	if (f->indicator)
		return f->indicator;
	at.column = field + 1;
	return maker_indicator(&f->maker, field_text(r, field), at);
}

static relais_status take_across(
	figures *f, const record *r, about a, relais_summary *summary, relais_error *err)
{
	const layout *l = f->layout;
	relais_status rc = RELAIS_OK;

	for (size_t i = 0; i < l->count && i < r->count && rc == RELAIS_OK; i++) {
		const layout_column *c = &l->columns[i];

		if (c->role != ROLE_ACROSS && c->role != ROLE_NEW)
			continue;
		a.at.column = i + 1;
		if (l->shape == SHAPE_PERIODS) {
			a.period = (relais_period)c->which;
			if (c->which <= 12 && !(a.period = period_of_month(f, r, (int)c->which,
							c->heading, a.at))) {
				summary->read++;
				continue;
			}
			if (r->lengths[i] == 0 && is_future(f, a.period))
				continue; /* months to come stand empty in a year's grid */
			if (!check_period(f, a.period, c->heading, a.at)) {
				summary->read++;
				continue;
			}
		} else {
			a.indicator = c->role == ROLE_ACROSS
					      ? c->which
					      : maker_indicator(&f->maker, c->heading, a.at);
			if (!a.indicator) {
				summary->read++;
				continue;
			}
		}
		summary->read++;
		rc = take_value(f, &a, r->fields[i], r->lengths[i], "", err);
	}
	return rc;
}

/* Counts the figures of a record that cannot be placed: one is already counted. */
static relais_status drop(figures *f, relais_summary *summary, uint64_t already)
{
	size_t n = figures_in(f->layout);

	summary->read += n;
	f->told->rejected += n - (f->told->rejected - already);
	return f->maker.failed;
}

relais_status figures_take(
	figures *f, const record *r, relais_summary *summary, relais_error *err)
{
	const layout *l = f->layout;
	about a = { .at = { r->line, 0 } };
	uint64_t already = f->told->rejected;

	if (!(a.office = read_office(f, r, a.at)))
		return drop(f, summary, already);
	if (l->shape != SHAPE_INDICATORS && !(a.indicator = read_indicator(f, r, a.at)))
		return drop(f, summary, already);
	if (l->shape != SHAPE_PERIODS && !(a.period = read_period(f, r, a.at)))
		return drop(f, summary, already);
	if (l->shape != SHAPE_LONG)
		return take_across(f, r, a, summary, err);
	summary->read++;
	a.at.column = l->at[OBS_VALUE] + 1;
	return take_value(f, &a, field_text(r, l->at[OBS_VALUE]),
		l->at[OBS_VALUE] < r->count ? r->lengths[l->at[OBS_VALUE]] : 0,
		field_text(r, l->at[OBS_FLAG]), err);
}

/* ---- the end ----------------------------------------------------------------- */

/* What a mark means in this file: ',' or '.' is decimal, 0 when it never showed, or both did. */
static char decimal_mark(const figures *f)
{
	if (f->commas > 0 && f->points == 0)
		return ',';
	return f->points > 0 && f->commas == 0 ? '.' : 0;
}

static relais_status settle(figures *f, const stmt *s, relais_error *err)
{
	about a = { .at = { (unsigned long)stmt_int(s, 0), (unsigned long)stmt_int(s, 1) },
		.indicator = stmt_int(s, 2),
		.period = (relais_period)stmt_int(s, 3),
		.office = stmt_int(s, 4) };
	char mark = stmt_text(s, 6)[0], decimal = decimal_mark(f);
	const char *cell = stmt_text(s, 7);
	number n = { stmt_int(s, 5), decimal && decimal != mark ? 0 : 3 };

	if (!decimal && f->limits.by_id[a.indicator].is_count) {
		told_reject(f->told, a.at, "num-ambiguous",
			"'%s' can be read two ways: write it without a thousands mark", cell);
		return RELAIS_OK;
	}
	if (!decimal && !told_doubt(f->told, a.at, "num-decimal",
				"'%s' is read as a decimal number", cell))
		return RELAIS_OK;
	return stage_number(f, &a, n, cell, err);
}

relais_status figures_finish(figures *f, relais_summary *summary, relais_error *err)
{
	staging_counts counts;
	relais_status rc = f->maker.failed;
	stmt *s;

	if (rc == RELAIS_OK && f->unclear > 0) {
		if ((rc = stmt_prepare(&s, f->store,
			     "SELECT * FROM temp.aside ORDER BY line, field", err)) !=
			RELAIS_OK)
			return rc;
		while ((rc = stmt_step(s, err)) == RELAIS_OK)
			if ((rc = settle(f, s, err)) != RELAIS_OK)
				break;
		stmt_free(s);
		rc = rc == RELAIS_END ? RELAIS_OK : rc;
	}
	if (rc != RELAIS_OK || (rc = staging_finish(f->staging, &counts, err)) != RELAIS_OK ||
		(rc = relations_check(&f->relations, f->staging, summary->batch, f->told,
			 &counts, err)) != RELAIS_OK)
		return rc;
	summary->created += counts.created;
	summary->revised += counts.revised;
	summary->unchanged += counts.unchanged;
	summary->skipped += counts.kept;
	return RELAIS_OK;
}
