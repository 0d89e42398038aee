/* SPDX-License-Identifier: MIT
 * The dashboard: one page, at most twelve indicators, each with its year before, its evolution and
 * its thirteen months. It says the figures of the monthly note and withholds the same ones: what
 * is protected is decided over all channels of every month shown, also when only some
 * indicators were asked for, since two dashboards are easily laid side by side.
 */
#include "../../base/date.h"
#include "../../base/error.h"
#include "../../base/period.h"
#include "../monthly.h"
#include "../note.h"
#include "board.h"
#include "sparkline.h"

enum { MOST_INDICATORS = 12, COLUMNS = 7 };

typedef struct board {
	note *n;
	size_t count;
	const indicator *of[MOST_INDICATORS];
} board;

static relais_status check_month(const relais_question *question, relais_error *err)
{
	relais_span span = question->span;
	char from[16], to[16];

	if (!span.to)
		return fail(err, RELAIS_E_USAGE,
			"the dashboard needs the month it is about: say it, as in -p 2024-08");
	relais_period_print(span.from, from);
	relais_period_print(span.to, to);
	if (span.from != span.to)
		return fail(err, RELAIS_E_USAGE,
			"the dashboard is about one month, '%s..%s' is several periods: say which, as in -p 2024-08",
			from, to);
	if (period_length_of(span.to) != LENGTH_MONTH)
		return fail(err, RELAIS_E_USAGE,
			"the dashboard is about one month, '%s' is not one: say which, as in -p 2024-08",
			to);
	if (period_first_day(span.to) > question->today)
		return fail(err, RELAIS_E_USAGE,
			"there is no dashboard of '%s' yet: the month has not begun", to);
	return RELAIS_OK;
}

static bool is_chosen(const board *b, const indicator *i)
{
	for (size_t k = 0; k < b->count; k++)
		if (b->of[k]->id == i->id)
			return true;
	return false;
}

static relais_status offer(board *b, const indicator *i, relais_error *err)
{
	reading *r = NULL;
	relais_status rc;

	if (!i || b->count == MOST_INDICATORS || is_chosen(b, i))
		return RELAIS_OK;
	rc = note_read(b->n, i, b->n->this_month, &r, err);
	if (rc == RELAIS_OK && reading_has_data(r))
		b->of[b->count++] = i;
	return rc;
}

/* What a relay looks at first, then the rest of the norm in the order of the catalogue. */
static relais_status choose_main_ones(board *b, relais_error *err)
{
	static const char *const leading[] = { "demandes_total", "contacts_guichet",
		"contacts_hors_murs", "demandes_telephone", "demandes_ecrites",
		"demandes_numeriques", "part_etrangers", "note_satisfaction", NULL };
	size_t all = study_indicators(b->n->network);
	relais_status rc = RELAIS_OK;

	for (size_t k = 0; rc == RELAIS_OK && leading[k]; k++)
		rc = offer(b, note_indicator(b->n, leading[k]), err);
	for (size_t k = 0; rc == RELAIS_OK && k < all; k++) {
		const indicator *i = study_indicator(b->n->network, k);

		if (i->norm)
			rc = offer(b, i, err);
	}
	return rc;
}

/* Those asked for stay in their order, also without a figure: the reader asked. */
static relais_status choose_asked(board *b, const char *const *asked, relais_error *err)
{
	for (; *asked; asked++) {
		const indicator *i = note_indicator(b->n, *asked);

		if (!i)
			return fail(
				err, RELAIS_E_USAGE, "unknown indicator '%s'%s", *asked, "");
		if (is_chosen(b, i))
			continue;
		if (b->count == MOST_INDICATORS)
			return fail(err, RELAIS_E_USAGE,
				"a dashboard has room for %d indicators at most",
				MOST_INDICATORS);
		b->of[b->count++] = i;
	}
	return RELAIS_OK;
}

/* Draws the months; `*year_before` is the first one as said, listed with the others. */
static relais_status draw_months(board *b, const indicator *i, const char **year_before,
	const char **level, const char **curve, relais_error *err)
{
	double values[TABLE_MONTHS] = { 0 };
	bool missing[TABLE_MONTHS];

	for (int k = 0; k < TABLE_MONTHS; k++) {
		relais_period month = note_months_before(b->n->month, TABLE_MONTHS - 1 - k);
		reading *r = NULL;
		relais_status rc = note_read(b->n, i, (relais_span){ month, month }, &r, err);
		const char *said;

		if (rc != RELAIS_OK)
			return rc;
		said = tell_level(&b->n->teller, note_topic(r), &r->level);
		*year_before = k == 0 ? said : *year_before;
		*level = said;
		missing[k] = !level_is_open(&b->n->teller, &r->level);
		if (missing[k])
			continue;
		values[k] = (double)r->level.value.units;
		for (int places = 0; places < r->level.value.decimals; places++)
			values[k] /= 10;
	}
	*curve = sparkline(b->n->document, values, missing, TABLE_MONTHS);
	return RELAIS_OK;
}

static relais_status write_row(board *b, block *table, const indicator *i, relais_error *err)
{
	relais_document *d = b->n->document;
	teller *t = &b->n->teller;
	const char *cells[COLUMNS] = { indicator_label(i, d->lang) };
	reading *r = NULL;
	relais_status rc = note_read(b->n, i, b->n->this_month, &r, err);

	if (rc == RELAIS_OK)
		rc = draw_months(b, i, &cells[2], &cells[1], &cells[6], err);
	if (rc != RELAIS_OK)
		return rc;
	cells[3] = tell_evolution(t, note_topic(r), &r->evolution);
	cells[4] = tell_offices(t, note_topic(r), &r->evolution);
	cells[5] = tell_coverage(t, note_topic(r), &r->evolution);
	table_add(d, table, cells, false);
	return RELAIS_OK;
}

static relais_status write_table(board *b, relais_error *err)
{
	note *n = b->n;
	relais_document *d = n->document;
	section *s = note_section(n, "board", document_say(d, "Indicators"));
	const table_column columns[COLUMNS] = {
		{ document_say(d, "Indicator"), false },
		{ document_say(d, "Level"), true },
		{ document_say(d, "Year before"), true },
		{ document_say(d, "Evolution"), true },
		{ document_say(d, "Offices"), true },
		{ document_say(d, "Coverage"), true },
		{ document_say(d, "Thirteen months"), false },
	};
	relais_status rc = RELAIS_OK;
	block *table;

	if (!b->count) {
		section_paragraph(d, s,
			document_say(d, "No figure has been received for %s so far.",
				note_month_name(n, n->month)));
		return RELAIS_OK;
	}
	table = section_table(d, s, NULL, COLUMNS, columns);
	for (size_t k = 0; rc == RELAIS_OK && k < b->count; k++)
		rc = write_row(b, table, b->of[k], err);
	section_method(d, s,
		document_say(d,
			"Thirteen months, from %s to %s: each block is the level of a month, on a "
			"scale that begins at zero; a dot is a month without a figure, or withheld.",
			note_month_name(n, note_months_before(n->month, TABLE_MONTHS - 1)),
			note_month_name(n, n->month)));
	return rc;
}

relais_status report_board(relais_store *store, const relais_question *question,
	relais_document *document, relais_error *err)
{
	note n = { .store = store, .question = *question, .document = document };
	board b = { .n = &n };
	relais_status rc = check_month(question, err);

	if (rc == RELAIS_OK && question->indicators)
		rc = note_check_names(store, question, err);
	if (rc != RELAIS_OK)
		return rc;
	n.question.indicators = NULL; /* see above: all of them protect each other */
	n.teller.document = document;
	n.teller.published = question->diffusion != RELAIS_INTERNE;
	rc = note_open(&n, err);
	if (rc == RELAIS_OK)
		rc = question->indicators ? choose_asked(&b, question->indicators, err)
					  : choose_main_ones(&b, err);
	if (rc == RELAIS_OK) {
		note_heading(&n,
			document_say(document, "Dashboard — %s", note_month_name(&n, n.month)));
		rc = write_table(&b, err);
	}
	if (rc == RELAIS_OK)
		rc = write_short_method(&n, err);
	note_close(&n);
	return rc;
}
