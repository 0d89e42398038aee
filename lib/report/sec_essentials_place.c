/* SPDX-License-Identifier: MIT
 * The essentials, second half: where the main figure of the month stands, and what the calendar did to
 * it. Each sentence is only there when every figure it rests on is told.
 */
#include <stdlib.h>
#include <string.h>

#include "../base/number.h"
#include "../base/period.h"
#include "answer.h"
#include "narrative.h"
#include "note.h"

enum { MOST_YEARS_BACK = 10, YEARS_OF_SEASON = 3, MONTHS_OF_YEAR = 12 };

/* ---- records ---------------------------------------------------------------------------- */

/* The evolution of the month on the same one of `year`, on the offices common to both. */
static relais_status compare_with(note *n, int year, measure *out, relais_error *err)
{
	const char *const main_one[] = { n->main->code, NULL };
	relais_question q = n->question;
	study *s = NULL;
	relais_status rc;

	q.indicators = main_one;
	q.span = n->this_month;
	q.base = year;
	rc = study_open(&s, n->store, &q, err);
	if (rc == RELAIS_OK)
		rc = study_evolution(
			s, study_indicator_named(s, n->main->code), n->this_month, out, err);
	study_close(s);
	return rc;
}

static bool goes_on(const note *n, const measure *m, trend way)
{
	return evolution_is_open(&n->teller, m) && !m->is_not_significant &&
	       (way == TREND_UP ? m->evolution.units > 0 : m->evolution.units < 0);
}

static relais_status go_back(note *n, standing *s, relais_error *err)
{
	int now = period_year(n->month);

	s->year = now - 1;
	for (int back = 2; back <= MOST_YEARS_BACK; back++) {
		measure m;
		relais_status rc = compare_with(n, now - back, &m, err);

		if (rc != RELAIS_OK)
			return rc;
		if (!m.has_previous && !m.is_secret) {
			s->is_beginning = true;
			return RELAIS_OK;
		}
		if (!evolution_is_open(&n->teller, &m) || m.is_not_significant)
			break;
		if (!goes_on(n, &m, s->way)) {
			s->year = now - back;
			return RELAIS_OK;
		}
		s->year = now - back;
	}
	s->way = TREND_STABLE; /* cut off before an answer */
	return RELAIS_OK;
}

relais_status tell_record(note *n, section *s, size_t *said, relais_error *err)
{
	standing at = { TREND_STABLE, 0, false };
	const char *sentence;
	reading *r;
	relais_status rc = note_read(n, n->main, n->this_month, &r, err);

	if (rc != RELAIS_OK || !evolution_is_open(&n->teller, &r->evolution) ||
		r->evolution.is_not_significant || indicator_in_points(n->main))
		return rc;
	at.way = trend_of(r->evolution.evolution);
	if (at.way == TREND_STABLE)
		return RELAIS_OK;
	rc = go_back(n, &at, err);
	if (rc == RELAIS_OK && (sentence = narrate_record(n->document, n->month, &at))) {
		section_paragraph(n->document, s, sentence);
		(*said)++;
	}
	return rc;
}

/* ---- the season ----------------------------------------------------------------------------- */

typedef struct season_rows {
	number index[MONTHS_OF_YEAR];
	int64_t years;
	int count; /* of months that are told and sound */
} season_rows;

static void take_month(const relais_rows *rows, const relais_row *row, season_rows *all)
{
	const char *month = row_cell(row, rows_column(rows, "month"));
	const char *level = row_cell(row, rows_column(rows, "index"));
	const char *flag = row_cell(row, rows_column(rows, "flag"));
	const char *years = row_cell(row, rows_column(rows, "years"));
	int at = month ? atoi(month) - 1 : -1;

	if (at < 0 || at >= MONTHS_OF_YEAR || !level || (flag && strpbrk(flag, "fsxb")) ||
		!number_from_text(level, &all->index[at]))
		return;
	all->years = years ? strtoll(years, NULL, 10) : 0;
	all->count++;
}

static relais_status ask_season(note *n, season_rows *all, relais_error *err)
{
	const char *const main_one[] = { n->main->code, NULL };
	const relais_season how = { RELAIS_SEASON_INDEX, RELAIS_SEASON_FIGURE, 0, false };
	relais_question q = n->question;
	relais_rows *rows = NULL;
	relais_error why = { 0 };
	relais_row row;
	relais_status rc;

	q.indicators = main_one;
	q.span.from = period_make(period_year(n->month) - YEARS_BEFORE, SLOT_MONTH);
	q.span.to = period_make(period_year(n->month) - 1, SLOT_MONTH + MONTHS_OF_YEAR - 1);
	rc = relais_ask_season(n->store, &q, &how, &rows, &why);
	if (rc == RELAIS_E_USAGE || rc == RELAIS_E_DATA)
		return RELAIS_OK; /* it has no season, or no complete year yet */
	if (rc != RELAIS_OK) {
		if (err)
			*err = why;
		return rc;
	}
	while ((rc = relais_rows_next(rows, &row, err)) == RELAIS_OK)
		take_month(rows, &row, all);
	relais_rows_close(rows);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

static int rank_of(const season_rows *all, int at)
{
	int rank = 1;

	for (int m = 0; m < MONTHS_OF_YEAR; m++)
		rank += number_order(all->index[m], all->index[at]) > 0;
	return rank;
}

/* What the sentence says is a figure of the note. */
static void list_index(note *n, int64_t level)
{
	char period[16], value[24];

	relais_period_print(n->month, period);
	snprintf(value, sizeof value, "%lld", (long long)level);
	document_figure(n->document, n->teller.section, "season_index", n->main->code, "total",
		period, value, "");
}

relais_status tell_season(note *n, section *s, size_t *said, relais_error *err)
{
	season_rows all = { .count = 0 };
	int at = period_slot(n->month) - SLOT_MONTH;
	relais_status rc = ask_season(n, &all, err);
	season_place place;
	number whole;

	if (rc != RELAIS_OK || all.count != MONTHS_OF_YEAR || all.years < YEARS_OF_SEASON ||
		!number_rescale(all.index[at], 0, &whole, NULL))
		return rc;
	place = (season_place){ rank_of(&all, at), whole.units, all.years };
	section_paragraph(n->document, s, narrate_season(n->document, n->month, &place));
	list_index(n, whole.units);
	(*said)++;
	return RELAIS_OK;
}

/* ---- the calendar ----------------------------------------------------------------------------- */

relais_status tell_calendar(note *n, section *s, size_t *said, relais_error *err)
{
	relais_question q = n->question;
	relais_rows *rows = NULL;
	int64_t days = 0, previous = 0;
	bool is_easter = false;
	const char *sentence;
	relais_row row;
	relais_status rc;

	q.indicators = NULL;
	q.span = n->this_month;
	rc = relais_ask_calendar(n->store, &q, false, &rows, err);
	while (rc == RELAIS_OK && (rc = relais_rows_next(rows, &row, err)) == RELAIS_OK) {
		const char *item = row_cell(&row, rows_column(rows, "item"));
		const char *now = row_cell(&row, rows_column(rows, "days"));
		const char *before = row_cell(&row, rows_column(rows, "previous"));

		is_easter = is_easter || row_cell(&row, rows_column(rows, "together"));
		if (!strcmp(item, "weekend_days") && now && before) {
			days = strtoll(now, NULL, 10);
			previous = strtoll(before, NULL, 10);
		}
	}
	relais_rows_close(rows);
	if (rc != RELAIS_END)
		return rc;
	sentence = is_easter ? narrate_easter(n->document, n->month)
			     : narrate_weekends(n->document, n->month, days, previous);
	if (!sentence)
		return RELAIS_OK;
	section_paragraph(n->document, s, sentence);
	(*said)++;
	return RELAIS_OK;
}
