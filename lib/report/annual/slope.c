/* SPDX-License-Identifier: MIT
 * The channels of the year beside those of the year before, a line each. A line compares the offices
 * complete in both years with themselves; outside the relais it is drawn when there are no others,
 * since only then these levels are told, and no channel that a table withholds is drawn.
 */
#include <string.h>

#include "../../base/period.h"
#include "annual.h"

enum { MOST_LINES = 5, LEAST_LINES = 3, POINTS = 3 /* two years and what is said of them */ };

typedef struct line {
	const indicator *about;
	measure m; /* the evolution: of the common set */
	double values[POINTS];
	bool missing[POINTS];
	const char *labels[POINTS];
} line;

static double as_height(number n)
{
	double height = (double)n.units;

	for (int i = 0; i < n.decimals; i++)
		height /= 10;
	return height;
}

/* A level of this year or of the year before, in the tables of their reviews. */
static relais_status is_told(
	note *n, const indicator *i, relais_period year, bool *told, relais_error *err)
{
	reading *r;
	relais_status rc = note_read(n, i, (relais_span){ year, year }, &r, err);

	*told = rc == RELAIS_OK && level_is_open(&n->teller, &r->level);
	return rc;
}

static relais_status take(
	note *n, const indicator *i, line *lines, size_t *count, relais_error *err)
{
	line *l = &lines[*count];
	bool now = false, before = false;
	reading *r;
	relais_status rc = note_read(n, i, n->this_month, &r, err);

	if (rc == RELAIS_OK)
		rc = is_told(n, i, n->month, &now, err);
	if (rc == RELAIS_OK)
		rc = is_told(n, i, period_year_before(n->month), &before, err);
	if (rc != RELAIS_OK || !now || !before || !r->evolution.has_previous ||
		!r->evolution.has_evolution || !level_is_open(&n->teller, &r->evolution))
		return rc;
	l->about = i;
	l->m = r->evolution;
	++*count;
	return RELAIS_OK;
}

static relais_status take_all(note *n, line *lines, size_t *count, relais_error *err)
{
	relais_status rc = RELAIS_OK;

	for (const char *const *code = note_channels;
		rc == RELAIS_OK && *code && *count < MOST_LINES; code++) {
		const indicator *i = note_indicator(n, *code);

		if (i)
			rc = take(n, i, lines, count, err);
	}
	return rc;
}

static void tell(note *n, line *l)
{
	topic now = { l->about, "total", n->this_month }, before = now;

	before.span.from = before.span.to = period_year_before(n->month);
	l->labels[0] = tell_amount(&n->teller, before, "level_same_offices", l->m.previous);
	l->labels[1] = tell_amount(&n->teller, now, "level_same_offices", l->m.value);
	l->labels[2] = tell_evolution(&n->teller, now, &l->m);
	l->values[0] = as_height(l->m.previous);
	l->values[1] = as_height(l->m.value);
	l->missing[2] = true;
}

static void draw(note *n, section *s, line *lines, size_t count)
{
	relais_document *d = n->document;
	const char *names[POINTS] = { note_month_name(n, period_year_before(n->month)),
		note_month_name(n, n->month), document_say(d, "Evolution") };
	chart_series series[MOST_LINES] = { { .name = NULL } };
	chart drawing = { .type = CHART_SLOPE,
		.points = POINTS,
		.names = names,
		.series_count = count,
		.series = series };

	for (size_t k = 0; k < count; k++) {
		tell(n, &lines[k]);
		series[k] = (chart_series){ .name = indicator_label(lines[k].about, d->lang),
			.values = lines[k].values,
			.missing = lines[k].missing,
			.labels = lines[k].labels };
	}
	drawing.description = document_say(d,
		"A line for each channel from %s to %s, over the offices complete in both years; a channel "
		"whose level cannot be told has none.",
		names[0], names[1]);
	section_chart(d, s,
		document_say(d, "Channels in %s and %s, same offices", names[0], names[1]),
		&drawing);
}

relais_status write_year_channels(note *n, relais_error *err)
{
	line lines[MOST_LINES] = { { .about = NULL } };
	size_t count = 0;
	section *s;
	relais_status rc = write_channels(n, err);

	s = n->document->last;
	if (rc != RELAIS_OK || !s || !s->anchor || strcmp(s->anchor, "channels") != 0)
		return rc;
	rc = take_all(n, lines, &count, err);
	if (rc == RELAIS_OK && count >= LEAST_LINES)
		draw(n, s, lines, count);
	return rc;
}
