/* SPDX-License-Identifier: MIT
 * How far the network is from the norm: for each indicator that it asks for, who sends it. An office
 * collects what it sent for any period of the year, of whatever length; it sent all of it when its
 * periods of one length make the whole year.
 */
#include <stdlib.h>

#include "../../base/error.h"
#include "../../base/rows.h"
#include "../../base/words.h"
#include "../measure/fraction.h"
#include "norm.h"

static const relais_column columns[] = { { "indicator", N_("Indicator"), RELAIS_CODE },
	{ "label", N_("Label"), RELAIS_TEXT }, { "section", N_("Section"), RELAIS_TEXT },
	{ "definition_version", N_("Definition"), RELAIS_CODE },
	{ "valid_from", N_("Since"), RELAIS_DATE }, { "source", N_("Source"), RELAIS_TEXT },
	{ "required", N_("Required"), RELAIS_COUNT }, { "period", N_("Period"), RELAIS_PERIOD },
	{ "expected", N_("Expected"), RELAIS_COUNT },
	{ "offices", N_("Offices"), RELAIS_COUNT },
	{ "complete", N_("Complete"), RELAIS_COUNT }, { "share", N_("Share"), RELAIS_PERCENT },
	{ "last", N_("Last"), RELAIS_PERIOD }, { "gap", N_("Gap"), RELAIS_CODE } };

/* What is kept of these on a narrow terminal. */
static const char in_short[] = "indicator complete share | label:24 required period last gap";

/* What is found of one office over the periods of one year, length by length. */
typedef struct found {
	bool is_active, is_unconcerned, has_any, has_all;
} found;

static void look_at_office(found *out, const frame *f, size_t unit)
{
	size_t active = 0, collected = 0, unconcerned = 0;

	for (size_t step = 0; step < f->steps; step++) {
		int state = frame_cell(f, step, unit)->state;

		active += state != STATE_INACTIVE;
		collected += state_is_collected(state);
		unconcerned += state == STATE_NOT_CONCERNED;
	}
	out->is_active = out->is_active || active > 0;
	out->is_unconcerned = out->is_unconcerned || (active && unconcerned == active);
	out->has_any = out->has_any || collected > 0;
	out->has_all = out->has_all || (collected > 0 && collected + unconcerned == active);
}

static relais_status look_at_length(
	study *s, const item *i, relais_span span, found *out, relais_error *err)
{
	frame f = { 0 };
	window w = { span, false };
	relais_status rc = i->about.derived ? frame_read(&f, &s->feed, i, w, err)
					    : frame_collected(&f, &s->feed, i, w, err);

	if (rc == RELAIS_OK)
		rc = frame_fold(&f, &s->offices, &s->as_were, NULL, err);
	for (size_t u = 0; rc == RELAIS_OK && u < s->as_were.units; u++)
		look_at_office(&out[u], &f, u);
	frame_free(&f);
	return rc;
}

static relais_status look_at_year(
	study *s, const item *i, relais_period year, found *out, relais_error *err)
{
	static const int first[] = { SLOT_MONTH, SLOT_QUARTER, SLOT_SEMESTER, SLOT_YEAR };
	static const int count[] = { 12, 4, 2, 1 };
	relais_status rc = RELAIS_OK;

	for (int length = LENGTH_MONTH; rc == RELAIS_OK && length <= LENGTH_YEAR; length++) {
		relais_period from = period_make(period_year(year), first[length]);

		rc = look_at_length(
			s, i, (relais_span){ from, from + count[length] - 1 }, out, err);
	}
	return rc;
}

typedef struct tallied {
	int64_t expected, any, all;
} tallied;

/* known: there is something to count, in the catalogue and in a register. */
static relais_status count_offices(
	study *s, item *i, relais_period year, tallied *out, bool *known, relais_error *err)
{
	found *all = calloc(s->as_were.units + 1, sizeof *all);
	relais_status rc = all ? look_at_year(s, i, year, all, err) : fail_memory(err);

	*known = true;
	if (rc == RELAIS_E_DATA && !catalogue_source(&s->indicators, i)) {
		*known = false;
		rc = RELAIS_OK;
	}
	for (size_t u = 0; rc == RELAIS_OK && *known && u < s->as_were.units; u++) {
		out->expected += all[u].is_active && !all[u].is_unconcerned;
		out->any += all[u].has_any;
		out->all += all[u].has_all;
	}
	free(all);
	return rc;
}

/* What stands between the network and the norm, the gravest first; "": nothing. */
static const char *gap_of(bool in_catalogue, bool known, const tallied *t)
{
	if (!in_catalogue)
		return "no_indicator";
	if (!known)
		return "no_register";
	if (t->expected && !t->any)
		return "no_office";
	return t->any * 2 < t->expected ? "below_half" : "";
}

static void say_definition(rowlist *list, const study *s, const norm *n, const norm_line *line)
{
	const item *i = norm_item(s, line);

	rowlist_text(list, line->indicator);
	rowlist_text(list, !i                     ? NULL
			   : s->lang == RELAIS_FR ? i->about.label_fr
						  : i->about.label_en);
	rowlist_text(list, *line->section ? line->section : NULL);
	rowlist_text(list, line->definition);
	rowlist_day(list, line->from == INT32_MIN ? RELAIS_NO_DAY : line->from);
	rowlist_text(list, *line->source ? line->source : NULL);
	rowlist_count(list, line->is_required);
	rowlist_period(list, n->year);
}

static void say_counts(rowlist *list, const tallied *t)
{
	number share;

	rowlist_count(list, t->expected);
	rowlist_count(list, t->any);
	rowlist_count(list, t->all);
	if (fraction_round(fraction_times(fraction_of(t->any, t->expected), 100),
		    NUMBER_MAX_DECIMALS, &share))
		rowlist_number(list, share);
	else
		rowlist_null(list);
}

static relais_status add_line(
	study *s, const norm *n, const norm_line *line, rowlist *list, relais_error *err)
{
	item *i = norm_item(s, line);
	tallied t = { 0 };
	reach r = { 0 };
	bool known = false;
	relais_status rc = i ? count_offices(s, i, n->year, &t, &known, err) : RELAIS_OK;

	if (rc == RELAIS_OK && known)
		rc = catalogue_reach(&s->indicators, i, &r, err);
	if (rc != RELAIS_OK)
		return rc;
	say_definition(list, s, n, line);
	if (known)
		say_counts(list, &t);
	for (int empty = 0; !known && empty < 4; empty++)
		rowlist_null(list);
	if (known && r.span.from && t.any)
		rowlist_period(list, r.span.to);
	else
		rowlist_null(list);
	rowlist_text(list, gap_of(i, known, &t));
	rowlist_end_row(list);
	return RELAIS_OK;
}

relais_status relais_ask_norm(relais_store *store, const relais_question *question,
	relais_rows **out, relais_error *err)
{
	rowlist *list = NULL;
	norm n = { 0 };
	study *s;
	relais_status rc = study_open(&s, store, question, err);

	*out = NULL;
	if (rc != RELAIS_OK)
		return rc;
	if ((rc = norm_load(&n, s, question, err)) == RELAIS_OK &&
		!(list = rowlist_new(columns, sizeof columns / sizeof *columns)))
		rc = fail_memory(err);
	for (size_t i = 0; rc == RELAIS_OK && i < n.count; i++)
		rc = add_line(s, &n, &n.lines[i], list, err);
	norm_free(&n);
	study_close(s);
	if (rc == RELAIS_OK)
		return rows_with_main(out, in_short, rowlist_rows(list, out, err));
	rowlist_free(list);
	return rc;
}
