/* SPDX-License-Identifier: MIT
 * The year of the note, month by month, inside the complete years before it: the lowest and the highest
 * level of each month and this year's. Levels are those that the notes of these months told: a month
 * that one of the years withholds has no range, and of one year alone there is none.
 */
#include <stdlib.h>

#include "../base/date.h"
#include "../base/error.h"
#include "../base/number.h"
#include "../base/period.h"
#include "note.h"

enum {
	YEARS = YEARS_BEFORE,
	LEAST_YEARS = 2,
	YEAR = 12,
	MONTHS = (YEARS + 1) * YEAR,
	COLUMNS = YEARS + 2
};

typedef struct season {
	int first; /* the year of levels[0] */
	int months; /* of the last year */
	measure levels[MONTHS];
	const char *said[MONTHS];
	int kept[YEARS], kept_count; /* the years before that are complete: ranks among all */
} season;

/* All months in one question. It may hide a month because it hides another. */
static relais_status ask_together(note *n, season *all, relais_error *err)
{
	relais_question by_month = n->question;
	relais_span span = { period_make(all->first, SLOT_MONTH), n->month };
	study *s = NULL;
	relais_status rc;

	by_month.by = "month";
	by_month.span = span;
	rc = study_open(&s, n->store, &by_month, err);
	if (rc == RELAIS_OK && study_groups(s) != (size_t)(YEARS * YEAR + all->months))
		rc = fail(err, RELAIS_E_STORE, "the months of the note do not add up");
	if (rc == RELAIS_OK)
		rc = study_total(
			s, study_indicator_named(s, n->main->code), span, all->levels, err);
	study_close(s);
	return rc;
}

/* Every month was collected, whether it may be told or not. */
static bool is_complete(const measure *year)
{
	int months = 0;

	for (int m = 0; m < YEAR; m++)
		months += year[m].has_value || year[m].is_secret;
	return months == YEAR;
}

static bool is_any_secret(const season *all)
{
	for (int at = 0; at < MONTHS; at++)
		if (all->levels[at].is_secret)
			return true;
	return false;
}

/* Month by month, as its own note told it. */
static relais_status ask_again(note *n, season *all, relais_error *err)
{
	relais_status rc = RELAIS_OK;

	for (int at = 0; rc == RELAIS_OK && at < YEARS * YEAR + all->months; at++) {
		reading *r;

		relais_period month =
			period_make(all->first + at / YEAR, SLOT_MONTH + at % YEAR);

		rc = note_read(n, n->main, (relais_span){ month, month }, &r, err);
		if (rc == RELAIS_OK)
			all->levels[at] = r->level;
	}
	return rc;
}

/* What this note withholds elsewhere, it does not tell here. */
static relais_status hide_as_curve(note *n, season *all, relais_error *err)
{
	measure curve[CURVE_MONTHS];
	int last = YEARS * YEAR + all->months - 1;
	relais_status rc = note_months(n, n->main, curve, NULL, err);

	for (int back = 0; rc == RELAIS_OK && back < CURVE_MONTHS; back++)
		all->levels[last - back].is_secret |= curve[CURVE_MONTHS - 1 - back].is_secret;
	return rc;
}

static relais_status ask(note *n, season *all, relais_error *err)
{
	relais_status rc = ask_together(n, all, err);

	for (int y = 0; rc == RELAIS_OK && y < YEARS; y++)
		if (is_complete(all->levels + y * YEAR))
			all->kept[all->kept_count++] = y;
	if (rc != RELAIS_OK || all->kept_count < LEAST_YEARS)
		return rc;
	if (n->teller.published && is_any_secret(all))
		rc = ask_again(n, all, err);
	return rc == RELAIS_OK ? hide_as_curve(n, all, err) : rc;
}

static void tell_year(note *n, season *all, int rank, int months)
{
	for (int m = 0; m < months; m++) {
		relais_period month = period_make(all->first + rank, SLOT_MONTH + m);
		topic at = { n->main, "total", { month, month } };

		all->said[rank * YEAR + m] =
			tell_level(&n->teller, at, &all->levels[rank * YEAR + m]);
	}
}

static void tell_years(note *n, season *all)
{
	for (int k = 0; k < all->kept_count; k++)
		tell_year(n, all, all->kept[k], YEAR);
	tell_year(n, all, YEARS, all->months);
}

/* ---- the drawing ------------------------------------------------------------------------- */

typedef struct side {
	double values[YEAR];
	bool missing[YEAR];
	const char *labels[YEAR];
} side;

/* The month of a year: its height, or the sign of what is withheld. */
static bool take(const note *n, const season *all, int at, side *to, int m)
{
	const measure *level = &all->levels[at];

	to->missing[m] = !level_is_open(&n->teller, level);
	to->labels[m] =
		to->missing[m] && !level->has_value && !level->is_secret ? NULL : all->said[at];
	if (to->missing[m])
		return false;
	to->values[m] = (double)level->value.units;
	for (int k = 0; k < level->value.decimals; k++)
		to->values[m] /= 10;
	return true;
}

/* Lowest and highest of a month over the years kept; a sign when one of them has no figure to tell. */
static void take_range(const note *n, const season *all, int m, side *low, side *high)
{
	int lowest = all->kept[0] * YEAR + m, highest = lowest;

	for (int k = 0; k < all->kept_count; k++) {
		int at = all->kept[k] * YEAR + m;

		if (!take(n, all, at, low, m)) {
			take(n, all, at, high, m);
			return;
		}
		if (number_order(all->levels[at].value, all->levels[lowest].value) < 0)
			lowest = at;
		if (number_order(all->levels[at].value, all->levels[highest].value) > 0)
			highest = at;
	}
	take(n, all, lowest, low, m);
	take(n, all, highest, high, m);
}

static const char *say_year(note *n, const season *all, int rank)
{
	return note_month_name(n, period_make(all->first + rank, SLOT_YEAR));
}

/* "2022, 2023 and 2024" */
static const char *say_years(note *n, const season *all)
{
	relais_document *d = n->document;
	const char *said = say_year(n, all, all->kept[0]);

	for (int k = 1; k < all->kept_count; k++) {
		const char *year = say_year(n, all, all->kept[k]);

		said = k + 1 < all->kept_count ? document_say(d, "%s, %s", said, year)
					       : document_say(d, "%s and %s", said, year);
	}
	return said;
}

static void draw(note *n, section *s, const season *all)
{
	relais_document *d = n->document;
	side now = { .values = { 0 } }, low = now, high = now;
	const char *names[YEAR], *years = say_years(n, all), *year = say_year(n, all, YEARS);
	chart_series series[] = {
		{ year, now.values, now.missing, now.labels, false, NULL },
		{ document_say(d, "lowest"), low.values, low.missing, low.labels, true, NULL },
		{ document_say(d, "highest"), high.values, high.missing, high.labels, true,
			NULL },
	};
	chart drawing = { CHART_BAND, YEAR, names, 3, series, n->main->unit, NULL };

	for (int m = 0; m < YEAR; m++) {
		names[m] = month_name(SLOT_MONTH + m, d->lang);
		now.missing[m] = true;
		if (m < all->months)
			take(n, all, YEARS * YEAR + m, &now, m);
		take_range(n, all, m, &low, &high);
	}
	drawing.description = document_say(d,
		"The months of %s over a band that goes from the lowest to the highest level of the same "
		"month in %s; no band where one of these years has no figure to tell. The table gives the "
		"figures.",
		year, years);
	section_chart(d, s,
		document_say(d, "%s: %s, and the range of %s",
			indicator_label(n->main, d->lang), year, years),
		&drawing);
}

/* ---- the table --------------------------------------------------------------------------- */

static void write_table(note *n, section *s, const season *all)
{
	relais_document *d = n->document;
	table_column columns[COLUMNS] = { { document_say(d, "Month"), false } };
	size_t count = 1;
	block *table;

	for (int k = 0; k < all->kept_count; k++)
		columns[count++] = (table_column){ say_year(n, all, all->kept[k]), true };
	columns[count++] = (table_column){ say_year(n, all, YEARS), true };
	table = section_table(d, s, indicator_label(n->main, d->lang), count, columns);
	for (int m = 0; m < YEAR; m++) {
		const char *cells[COLUMNS] = { month_name(SLOT_MONTH + m, d->lang) };

		for (int k = 0; k < all->kept_count; k++)
			cells[1 + k] = all->said[all->kept[k] * YEAR + m];
		cells[1 + all->kept_count] = all->said[YEARS * YEAR + m];
		table_add(d, table, cells, false);
	}
	section_method(d, s,
		document_say(d,
			"Levels add up the offices that answered, which are not the same from one year to the "
			"next: the band shows the shape of a year and what is usual in a month. Evolutions are "
			"those at constant perimeter."));
}

static relais_status write_all(note *n, season *all, relais_error *err)
{
	relais_document *d = n->document;
	section *s;
	relais_status rc = ask(n, all, err);

	if (rc != RELAIS_OK)
		return rc;
	if (all->kept_count < LEAST_YEARS)
		return RELAIS_OK;
	s = note_section(n, "season", document_say(d, "The season"));
	tell_years(n, all);
	draw(n, s, all);
	write_table(n, s, all);
	return RELAIS_OK;
}

relais_status write_season(note *n, relais_error *err)
{
	season *all;
	relais_status rc;

	if (!n->main)
		return RELAIS_OK;
	all = calloc(1, sizeof *all);
	if (!all)
		return fail_memory(err);
	all->first = period_year(n->month) - YEARS;
	all->months = period_slot(n->month) - SLOT_MONTH + 1;
	rc = write_all(n, all, err);
	free(all);
	return rc;
}
