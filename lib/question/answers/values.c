/* SPDX-License-Identifier: MIT
 * What each office sent, as it sent it: by indicator, period and office. One indicator is held
 * at a time. A derived one is computed office by office when it is named.
 */
#include <stdlib.h>

#include "../../base/error.h"
#include "../../base/rows.h"
#include "../../base/words.h"
#include "../estimate/estimate_list.h"
#include "../study/inside.h"

static const relais_column columns[] = { { "office", N_("Office"), RELAIS_CODE },
	{ "indicator", N_("Indicator"), RELAIS_CODE },
	{ "period", N_("Period"), RELAIS_PERIOD }, { "value", N_("Value"), RELAIS_NUMBER },
	{ "flag", N_("Flag"), RELAIS_TEXT },
	/* Of estimates, when asked for. */
	{ "stratum", N_("Stratum"), RELAIS_TEXT },
	{ "respondents", N_("Respondents"), RELAIS_COUNT },
	{ "previous", N_("Previous"), RELAIS_NUMBER },
	{ "ratio", N_("Ratio"), RELAIS_NUMBER } };

enum { COLUMNS = ESTIMATE_COLUMNS, PLAIN_COLUMNS = 5 };

typedef struct values {
	study *study;
	size_t indicator; /* the next one */
	const item *what; /* the one being told; NULL: none */
	frame frame;
	unit_breaks breaks; /* by office */
	size_t step, office;
	char period[16], value[NUMBER_SIZE];
	estimate_list *estimates; /* NULL unless asked for */
	const char *cells[COLUMNS]; /* those of estimates stay empty */
} values;

/* Every period that lies wholly inside the span, whatever its length. */
static bool is_inside(relais_period p, relais_span span)
{
	return !span.from || (period_first_day(p) >= period_first_day(span.from) &&
				     period_last_day(p) <= period_last_day(span.to));
}

/* Whole years, so that figures of all lengths are in. */
static relais_status years_of(values *v, const item *i, relais_span *out, relais_error *err)
{
	relais_status rc = study_span(v->study, i, false, out, err);

	if (rc == RELAIS_OK && out->from)
		*out = (relais_span){ period_make(period_year(out->from), 0),
			period_make(period_year(out->to), PERIOD_PER_YEAR - 1) };
	return rc;
}

static relais_status open_next(values *v, relais_error *err)
{
	study *s = v->study;
	relais_status rc;
	window w = { .is_mixed = true };

	frame_free(&v->frame);
	unit_breaks_free(&v->breaks);
	for (v->what = NULL; v->indicator < s->asked_count;) {
		const item *i = s->asked[v->indicator++];

		if (i->about.derived && !i->is_named)
			continue;
		if (i->about.derived && !catalogue_source(&s->indicators, i))
			return fail(err, RELAIS_E_USAGE,
				"'%s' is counted from the register: no office has a figure of it",
				i->about.code);
		if ((rc = years_of(v, i, &w.span, err)) != RELAIS_OK)
			return rc;
		if (!w.span.from)
			continue;
		rc = i->about.derived ? frame_read(&v->frame, &s->feed, i, w, err)
				      : frame_collected(&v->frame, &s->feed, i, w, err);
		if (rc == RELAIS_OK)
			rc = unit_breaks_find(
				&v->breaks, &s->feed.breaks, &s->indicators, i, NULL, err);
		v->what = i;
		v->step = v->office = 0;
		if (rc == RELAIS_OK && v->estimates)
			rc = estimate_list_of(v->estimates, s, i, err);
		return rc;
	}
	return RELAIS_END;
}

/* A collected figure as it came, whatever its weight; a derived one from its two terms. */
static bool figure(const values *v, const cell *c, number *out)
{
	if (c->state != STATE_VALUE || study_is_published(v->study))
		return false;
	if (v->what->about.derived)
		return cell_value(
			v->what, c->a, c->b, 1, v->frame.a_decimals, v->frame.b_decimals, out);
	*out = (number){ c->a, v->frame.a_decimals };
	return true;
}

/* Does a new definition begin in the period? */
static bool begins_anew(const values *v, relais_period p)
{
	return v->breaks.count &&
	       unit_breaks_in(&v->breaks, v->office, period_first_day(p), period_last_day(p));
}

/* One figure is one office's: it is only told within the relay (C3). */
static bool say(values *v, const cell *c, relais_period p, relais_row *row)
{
	static const char *const letters[] = { "", "z", "m", "n", "d" };
	number n;
	bool has_value = figure(v, c, &n);

	if (v->estimates && estimate_list_say(v->estimates, v->office, p, row))
		return true;
	if (c->state >= STATE_ABSENT)
		return false;
	if (has_value)
		number_print(n, v->value);
	relais_period_print(p, v->period);
	v->cells[0] = v->study->offices.offices[v->office].code;
	v->cells[1] = v->what->about.code;
	v->cells[2] = v->period;
	v->cells[3] = has_value ? v->value : NULL;
	v->cells[4] = study_is_published(v->study) ? "s" : letters[c->state];
	if (*v->cells[4] == '\0' && begins_anew(v, p))
		v->cells[4] = "b";
	*row = (relais_row){ v->estimates ? COLUMNS : PLAIN_COLUMNS, v->cells, NULL };
	return true;
}

static bool next_cell(values *v, relais_row *row)
{
	const study *s = v->study;

	for (; v->step < v->frame.steps; v->step++, v->office = 0) {
		relais_period p = v->frame.window.span.from + (relais_period)v->step;

		if (period_slot(p) > SLOT_SEMESTER + 1 || !is_inside(p, s->span))
			continue;
		for (; v->office < v->frame.width; v->office++) {
			const cell *c = frame_cell(&v->frame, v->step, v->office);

			if (s->as_were.unit_of[v->office] >= 0 && say(v, c, p, row)) {
				v->office++;
				return true;
			}
		}
	}
	return false;
}

static relais_status next_row(void *self, relais_row *row, relais_error *err)
{
	values *v = self;
	relais_status rc;

	while (!v->what || !next_cell(v, row))
		if ((rc = open_next(v, err)) != RELAIS_OK)
			return rc;
	return RELAIS_OK;
}

static void close_values(void *self)
{
	values *v = self;

	frame_free(&v->frame);
	estimate_list_free(v->estimates);
	unit_breaks_free(&v->breaks);
	study_close(v->study);
	free(v);
}

relais_status relais_ask_values(relais_store *store, const relais_question *question,
	relais_rows **out, relais_error *err)
{
	values *v;
	relais_status rc;

	*out = NULL;
	if (question->estimate && question->diffusion != RELAIS_INTERNE)
		return fail(err, RELAIS_E_USAGE,
			"what is estimated of one office is not told outside the relais: ask with --diffusion interne");
	v = calloc(1, sizeof *v);
	if (!v)
		return fail_memory(err);
	rc = study_open(&v->study, store, question, err);
	if (rc == RELAIS_OK && question->estimate)
		rc = estimate_list_new(&v->estimates, v->study, err);
	if (rc != RELAIS_OK) {
		close_values(v);
		return rc;
	}
	return rows_new(out, columns, v->estimates ? COLUMNS : PLAIN_COLUMNS, next_row,
		close_values, v, err);
}
