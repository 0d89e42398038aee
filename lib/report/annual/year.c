/* SPDX-License-Identifier: MIT
 * The year in a few sentences and key figures, the years before it, and its months.
 */
#include "../../base/period.h"
#include "../narrative.h"
#include "../resolutions/inside.h"
#include "annual.h"

enum { MOST_KEYS = 6, YEAR_COLUMNS = 5 };

typedef struct keys {
	key_figure of[MOST_KEYS];
	size_t count;
} keys;

static void add_key(keys *k, const char *label, const char *value, const char *detail)
{
	if (k->count < MOST_KEYS)
		k->of[k->count++] = (key_figure){ label, value, detail, NULL };
}

/* The main figure over offices complete for all twelve months (C2.6). */
static relais_status main_figure(note *n, section *s, keys *k, relais_error *err)
{
	relais_document *d = n->document;
	const char *warning;
	reading *r;
	relais_status rc = note_read(n, n->main, n->this_month, &r, err);
	topic at;

	if (rc != RELAIS_OK)
		return rc;
	at = note_topic(r);
	section_paragraph(
		d, s, narrate_month(d, n->main, n->month, &r->evolution, n->known.weak_below));
	if (level_is_open(&n->teller, &r->level))
		add_key(k, indicator_label(n->main, d->lang),
			tell_level(&n->teller, at, &r->level),
			document_say(d, "%s offices complete for the year",
				tell_offices(&n->teller, at, &r->level)));
	add_key(k, document_say(d, "Evolution in a year"),
		tell_evolution(&n->teller, at, &r->evolution),
		document_say(d, "%s offices, coverage %s",
			tell_offices(&n->teller, at, &r->evolution),
			tell_coverage(&n->teller, at, &r->evolution)));
	if ((warning = narrate_fragile(d, &r->evolution)))
		section_callout(d, s, warning);
	return RELAIS_OK;
}

static relais_status other_figure(note *n, keys *k, const char *code, relais_error *err)
{
	const indicator *i = note_indicator(n, code);
	reading *r = NULL;
	relais_status rc = i ? note_read(n, i, n->this_month, &r, err) : RELAIS_OK;

	if (rc != RELAIS_OK || !r || !level_is_open(&n->teller, &r->level))
		return rc;
	add_key(k, indicator_label(i, n->document->lang),
		tell_level(&n->teller, note_topic(r), &r->level),
		evolution_is_open(&n->teller, &r->evolution)
			? tell_evolution(&n->teller, note_topic(r), &r->evolution)
			: NULL);
	return RELAIS_OK;
}

relais_status write_year(note *n, relais_error *err)
{
	static const char *const others[] = { "part_etrangers", "note_satisfaction",
		"sessions_web", "etp_total" };
	relais_document *d = n->document;
	section *s = note_section(n, "year", document_say(d, "The year"));
	keys k = { .count = 0 };
	relais_status rc = RELAIS_OK;

	if (!n->main) {
		section_paragraph(d, s,
			document_say(d, "No figure has been received for %s so far.",
				note_month_name(n, n->month)));
		return RELAIS_OK;
	}
	rc = main_figure(n, s, &k, err);
	for (size_t i = 0; rc == RELAIS_OK && i < sizeof others / sizeof *others; i++)
		rc = other_figure(n, &k, others[i], err);
	if (rc == RELAIS_OK)
		section_figures(d, s, k.count, k.of);
	return rc;
}

/* ---- five years ------------------------------------------------------------------------------- */

static relais_status add_year(note *n, section **s, block **table, int year, relais_error *err)
{
	relais_document *d = n->document;
	relais_period of = period_make(year, SLOT_YEAR);
	const table_column columns[YEAR_COLUMNS] = {
		{ document_say(d, "Year"), false },
		{ document_say(d, "Level"), true },
		{ document_say(d, "Offices"), true },
		{ document_say(d, "Evolution"), true },
		{ document_say(d, "Coverage"), true },
	};
	const char *cells[YEAR_COLUMNS] = { note_month_name(n, of) };
	reading *r;
	topic at;
	relais_status rc = note_read(n, n->main, (relais_span){ of, of }, &r, err);

	if (rc != RELAIS_OK || !reading_has_data(r))
		return rc;
	if (!*s)
		*s = note_section(n, "years", document_say(d, "Year after year"));
	if (!*table)
		*table = section_table(
			d, *s, indicator_label(n->main, d->lang), YEAR_COLUMNS, columns);
	at = note_topic(r);
	cells[1] = tell_level(&n->teller, at, &r->level);
	cells[2] = tell_offices(&n->teller, at, &r->level);
	cells[3] = tell_evolution(&n->teller, at, &r->evolution);
	cells[4] = tell_coverage(&n->teller, at, &r->evolution);
	table_add(d, *table, cells, false);
	return RELAIS_OK;
}

relais_status write_years(note *n, relais_error *err)
{
	int last = period_year(n->month);
	section *s = NULL;
	block *table = NULL;
	relais_status rc = write_key_figures(n, &s, err);

	for (int year = last - YEARS_SHOWN + 1; n->main && rc == RELAIS_OK && year <= last;
		year++)
		rc = add_year(n, &s, &table, year, err);
	if (table)
		table->note = document_say(n->document,
			"Levels add up the offices complete for the twelve months of their year: from one year to "
			"the next they are not the same. The evolution compares the same offices.");
	return rc;
}

/* ---- months ------------------------------------------------------------------------------------ */

/* As the note of December shows it. */
static relais_status write_december(note *n, note_writer *write, relais_error *err)
{
	relais_period year = n->month;
	relais_status rc;

	n->month = period_make(period_year(year), SLOT_MONTH + 11);
	rc = write(n, err);
	n->month = year;
	return rc;
}

relais_status write_year_months(note *n, relais_error *err)
{
	return write_december(n, write_months, err);
}

relais_status write_year_season(note *n, relais_error *err)
{
	return write_december(n, write_season, err);
}

/* ---- the programme ------------------------------------------------------------------------------ */

relais_status write_programme(note *n, relais_error *err)
{
	programme p = { .n = n };
	relais_question asked = n->question;
	relais_status rc;

	n->question.span = (relais_span){ 0, 0 };
	n->question.indicators = NULL;
	rc = programme_read(&p, err);
	n->question = asked;
	if (rc == RELAIS_OK && p.action_count) {
		write_summary(&p);
		write_late(&p);
		rc = write_thirty(&p, err);
	}
	programme_free(&p);
	return rc;
}
