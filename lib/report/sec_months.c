/* SPDX-License-Identifier: MIT
 * Thirteen months of the main figure, so that a month is read beside its own last year, and the
 * curve of the last twelve over the twelve before.
 */
#include "../base/date.h"
#include "../base/period.h"
#include "note.h"

enum { MONTH_COLUMNS = 5, YEAR = 12 };

typedef struct curve {
	measure levels[CURVE_MONTHS], evolutions[CURVE_MONTHS];
	const char *said[CURVE_MONTHS];
	double values[CURVE_MONTHS];
	bool missing[CURVE_MONTHS];
} curve;

static topic topic_of(const note *n, int rank)
{
	relais_period month = note_months_before(n->month, CURVE_MONTHS - 1 - rank);

	return (topic){ n->main, "total", { month, month } };
}

static void say_levels(note *n, curve *c)
{
	for (int i = 0; i < CURVE_MONTHS; i++) {
		const measure *m = &c->levels[i];

		c->said[i] = tell_level(&n->teller, topic_of(n, i), m);
		c->missing[i] = !level_is_open(&n->teller, m);
		if (c->missing[i])
			continue;
		c->values[i] = (double)m->value.units;
		for (int k = 0; k < m->value.decimals; k++)
			c->values[i] /= 10;
	}
}

static const char *say_span(note *n, int first)
{
	return document_say(n->document, "%s to %s",
		note_month_name(n, topic_of(n, first).span.to),
		note_month_name(n, topic_of(n, first + YEAR - 1).span.to));
}

static void draw(note *n, section *s, curve *c)
{
	relais_document *d = n->document;
	const char *names[YEAR];
	chart_series series[] = {
		{ say_span(n, YEAR), c->values + YEAR, c->missing + YEAR, c->said + YEAR, false,
			NULL },
		{ say_span(n, 0), c->values, c->missing, c->said, true, NULL },
	};
	chart drawing = { CHART_LINES, YEAR, names, 2, series, n->main->unit, NULL };

	for (int i = 0; i < YEAR; i++)
		names[i] = month_name(period_slot(topic_of(n, YEAR + i).span.to), d->lang);
	drawing.description = document_say(d,
		"Each of the last twelve months beside the same month of the year before; a gap is a "
		"month without a figure. The table gives the figures.");
	section_chart(d, s, indicator_label(n->main, d->lang), &drawing);
}

static void write_table(note *n, section *s, curve *c)
{
	relais_document *d = n->document;
	const table_column columns[MONTH_COLUMNS] = {
		{ document_say(d, "Month"), false },
		{ document_say(d, "Level"), true },
		{ document_say(d, "Evolution"), true },
		{ document_say(d, "Offices"), true },
		{ document_say(d, "Coverage"), true },
	};
	block *table =
		section_table(d, s, indicator_label(n->main, d->lang), MONTH_COLUMNS, columns);

	for (int i = CURVE_MONTHS - TABLE_MONTHS; i < CURVE_MONTHS; i++) {
		topic at = topic_of(n, i);
		const char *cells[MONTH_COLUMNS] = { note_month_name(n, at.span.to),
			c->said[i] };

		cells[2] = tell_evolution(&n->teller, at, &c->evolutions[i]);
		cells[3] = tell_offices(&n->teller, at, &c->evolutions[i]);
		cells[4] = tell_coverage(&n->teller, at, &c->evolutions[i]);
		table_add(d, table, cells, false);
	}
}

relais_status write_months(note *n, relais_error *err)
{
	relais_document *d = n->document;
	curve c = { 0 };
	section *s;
	relais_status rc;

	if (!n->main)
		return RELAIS_OK;
	rc = note_months(n, n->main, c.levels, c.evolutions, err);
	if (rc != RELAIS_OK)
		return rc;
	for (int i = 0; i < CURVE_MONTHS; i++)
		c.evolutions[i].is_secret |= c.levels[i].is_secret;
	s = note_section(n, "months", document_say(d, "Thirteen months"));
	say_levels(n, &c);
	draw(n, s, &c);
	write_table(n, s, &c);
	return RELAIS_OK;
}
