/* SPDX-License-Identifier: MIT
 * The figures of an office beside its peers', its months, and what it has not sent.
 */
#include <string.h>

#include "../../base/date.h"
#include "../../base/period.h"
#include "sheets.h"

enum { FIGURE_COLUMNS = 7, MONTHS_SHOWN = 13, YEAR = 12, ALL_MONTHS = 12 };

/* ---- figures --------------------------------------------------------------------------------- */

static const char *say_peers(note *n, topic at, const peers *p, const char *cells[3])
{
	relais_document *d = n->document;
	topic group = at;

	cells[0] = cells[1] = cells[2] = NULL;
	if (!p->is_told)
		return NULL;
	group.group = "peers";
	cells[0] = tell_amount(&n->teller, group, "median", p->middle);
	cells[1] = document_say(d, "%s to %s",
		tell_amount(&n->teller, group, "first_quartile", p->low),
		tell_amount(&n->teller, group, "third_quartile", p->high));
	cells[2] = document_say(d, "%s of %s", tell_count(&n->teller, at, "rank", p->rank),
		tell_count(&n->teller, group, "offices", p->count));
	return cells[0];
}

static void add_figure_row(
	const relais_fiches *all, note *n, block *table, const sheet_figure *f, size_t at)
{
	topic about = { f->about, study_group_code(all->offices, at), all->this_month };
	const char *cells[FIGURE_COLUMNS] = { indicator_label(f->about, n->document->lang) };
	peers p;

	if (!peers_find(f->levels, all->categories, all->count, at, &p))
		n->document->failed = true;
	cells[1] = tell_level(&n->teller, about, &f->levels[at]);
	cells[2] = tell_previous(&n->teller, about, &f->evolutions[at]);
	cells[3] = tell_evolution(&n->teller, about, &f->evolutions[at]);
	say_peers(n, about, &p, &cells[4]);
	table_add(n->document, table, cells, false);
}

/* What it was expected to send, or did. */
static bool is_of_office(const sheet_figure *f, size_t at)
{
	return f->levels[at].expected > 0 || f->levels[at].has_value ||
	       f->evolutions[at].has_previous;
}

void sheet_figures_write(const relais_fiches *all, note *n, size_t at)
{
	relais_document *d = n->document;
	section *s = note_section(n, "figures", document_say(d, "Figures of the month"));
	const table_column columns[FIGURE_COLUMNS] = {
		{ document_say(d, "Indicator"), false },
		{ document_say(d, "Level"), true },
		{ document_say(d, "Year before"), true },
		{ document_say(d, "Evolution"), true },
		{ document_say(d, "Median of peers"), true },
		{ document_say(d, "Quartiles"), true },
		{ document_say(d, "Rank"), true },
	};
	block *table =
		section_table(d, s, note_month_name(n, all->month), FIGURE_COLUMNS, columns);

	for (size_t k = 0; k < all->figure_count; k++)
		if (is_of_office(&all->figures[k], at))
			add_figure_row(all, n, table, &all->figures[k], at);
}

/* ---- months ---------------------------------------------------------------------------------- */

/* The first of the leading indicators that the office sent in any month shown. */
static bool choose_curve(const relais_fiches *all, size_t at, size_t *out)
{
	for (*out = 0; *out < all->curve_count; (*out)++)
		for (int m = 0; m < CURVE_MONTHS; m++)
			if (all->curves[*out][at * CURVE_MONTHS + (size_t)m].has_value)
				return true;
	return false;
}

static double as_height(number n)
{
	double value = (double)n.units;

	for (int k = 0; k < n.decimals; k++)
		value /= 10;
	return value;
}

static void draw(note *n, section *s, const indicator *about, const char *const *said,
	const double *values, const bool *missing)
{
	relais_document *d = n->document;
	const char *names[YEAR];
	chart_series series[] = {
		{ document_say(d, "the last twelve months"), values + YEAR, missing + YEAR,
			said + YEAR, false, NULL },
		{ document_say(d, "one year before"), values, missing, said, true, NULL },
	};
	chart drawing = { CHART_LINES, YEAR, names, 2, series, about->unit, NULL };

	for (int i = 0; i < YEAR; i++)
		names[i] = month_name(
			period_slot(note_months_before(n->month, YEAR - 1 - i)), d->lang);
	drawing.description = document_say(d,
		"Each of the last twelve months beside the same month of the year before; a gap is a "
		"month without a figure. The table gives the figures.");
	section_chart(d, s, indicator_label(about, d->lang), &drawing);
}

static void add_months(note *n, section *s, const indicator *about, const char *const *said,
	const char *const *moved)
{
	relais_document *d = n->document;
	const table_column columns[] = {
		{ document_say(d, "Month"), false },
		{ document_say(d, "Level"), true },
		{ document_say(d, "Evolution"), true },
	};
	block *table = section_table(d, s, indicator_label(about, d->lang), 3, columns);

	for (int i = CURVE_MONTHS - MONTHS_SHOWN; i < CURVE_MONTHS; i++) {
		const char *cells[] = {
			note_month_name(n, note_months_before(n->month, CURVE_MONTHS - 1 - i)),
			said[i], moved[i]
		};

		table_add(d, table, cells, false);
	}
}

void sheet_months_write(const relais_fiches *all, note *n, size_t at)
{
	const char *said[CURVE_MONTHS], *moved[CURVE_MONTHS];
	double values[CURVE_MONTHS] = { 0 };
	bool missing[CURVE_MONTHS];
	const indicator *about;
	section *s;
	size_t k;

	if (!choose_curve(all, at, &k))
		return;
	about = all->curve_of[k];
	s = note_section(n, "months", document_say(n->document, "Thirteen months"));
	for (int m = 0; m < CURVE_MONTHS; m++) {
		relais_period month = note_months_before(all->month, CURVE_MONTHS - 1 - m);
		topic of = { about, study_group_code(all->offices, at), { month, month } };
		const measure *level = &all->curves[k][at * CURVE_MONTHS + (size_t)m];

		said[m] = tell_level(&n->teller, of, level);
		moved[m] = NULL;
		if (m >= CURVE_MONTHS - MONTHS_SHOWN)
			moved[m] = tell_evolution(
				&n->teller, of, &all->moves[k][at * CURVE_MONTHS + (size_t)m]);
		missing[m] = !level->has_value;
		values[m] = missing[m] ? 0 : as_height(level->value);
	}
	draw(n, s, about, said, values, missing);
	add_months(n, s, about, said, moved);
}

/* ---- what is missing --------------------------------------------------------------------------- */

static const char *say_months(note *n, const sheet_gap *from, const char *indicator_code)
{
	relais_document *d = n->document;
	const char *said = NULL;
	int count = 0;

	for (const sheet_gap *g = from; g; g = g->next) {
		if (strcmp(g->indicator, indicator_code) != 0)
			continue;
		said = said ? document_say(d, "%s, %s", said, note_month_name(n, g->period))
			    : note_month_name(n, g->period);
		count++;
	}
	return count == ALL_MONTHS ? document_say(d, "none of the last twelve months") : said;
}

static bool was_said(const sheet_gap *from, const sheet_gap *to)
{
	for (; from != to; from = from->next)
		if (!strcmp(from->indicator, to->indicator))
			return true;
	return false;
}

void sheet_gaps_write(const relais_fiches *all, note *n, size_t at)
{
	relais_document *d = n->document;
	const sheet_gap *first = all->gaps[at];
	section *s = note_section(n, "missing", document_say(d, "Still expected"));
	const table_column columns[] = {
		{ document_say(d, "Indicator"), false },
		{ document_say(d, "Months"), false },
	};
	block *table;

	if (!first) {
		section_paragraph(d, s,
			document_say(
				d, "Every figure of the last twelve months was received."));
		return;
	}
	table = section_table(
		d, s, document_say(d, "Not received, of the last twelve months"), 2, columns);
	for (const sheet_gap *g = first; g; g = g->next) {
		const indicator *i = study_indicator_named(all->offices, g->indicator);
		const char *cells[] = { i ? indicator_label(i, d->lang) : g->indicator,
			say_months(n, first, g->indicator) };

		if (!was_said(first, g))
			table_add(d, table, cells, false);
	}
}
