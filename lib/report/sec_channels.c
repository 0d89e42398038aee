/* SPDX-License-Identifier: MIT
 * The tables of figures read one by one: requests by channel, web and satisfaction, economy,
 * and what the network counts beside.
 */
#include <string.h>

#include "../base/period.h"
#include "note.h"

/* One table of a section: which figures, whether with the sum since January. */
typedef struct sheet {
	const char *title, *first;
	const char *const *codes;
	year_columns year;
} sheet;

static relais_status sheet_row(
	note *n, block *table, const indicator *i, year_columns columns, relais_error *err)
{
	reading *month, *year = NULL;
	relais_status rc = note_read(n, i, n->this_month, &month, err);

	if (rc == RELAIS_OK && columns != YEAR_NONE)
		rc = note_read(n, i, n->since_january, &year, err);
	if (rc == RELAIS_OK && (reading_has_data(month) || reading_has_data(year)))
		reading_row(
			n, table, indicator_label(i, n->document->lang), month, year, columns);
	return rc;
}

static relais_status any_data(
	note *n, const char *const *codes, bool *has_data, relais_error *err)
{
	relais_status rc = RELAIS_OK;

	*has_data = false;
	for (; rc == RELAIS_OK && *codes && !*has_data; codes++) {
		const indicator *i = note_indicator(n, *codes);
		reading *r = NULL;

		if (i)
			rc = note_read(n, i, n->this_month, &r, err);
		*has_data = rc == RELAIS_OK && reading_has_data(r);
	}
	return rc;
}

static relais_status write_sheet(note *n, section *s, const sheet *about, relais_error *err)
{
	block *table = reading_table(n, s, about->title, about->first, about->year);
	relais_status rc = RELAIS_OK;

	for (const char *const *code = about->codes; rc == RELAIS_OK && *code; code++) {
		const indicator *i = note_indicator(n, *code);

		if (i)
			rc = sheet_row(n, table, i, about->year, err);
	}
	return rc;
}

static const char *const channels_and_total[] = { "contacts_guichet", "contacts_hors_murs",
	"demandes_telephone", "demandes_ecrites", "demandes_numeriques", "demandes_total",
	NULL };
static const char *const web[] = { "sessions_web", "note_satisfaction", "avis_nb", NULL };
static const char *const economy[] = { "ca_boutique_eur", "ca_billetterie_eur",
	"nuitees_taxees", NULL };

relais_status write_figures_of(note *n, section **s, const figures_of *about, relais_error *err)
{
	const sheet one = { about->caption, about->first, about->codes, YEAR_NONE };
	bool has_data;
	relais_status rc = any_data(n, about->codes, &has_data, err);

	if (rc != RELAIS_OK || !has_data)
		return rc;
	if (!*s)
		*s = note_section(n, about->anchor, about->title);
	return write_sheet(n, *s, &one, err);
}

/* A column of nothing but signs says less than no column. */
static relais_status choose_year(note *n, year_columns *out, relais_error *err)
{
	relais_status rc = RELAIS_OK;

	*out = n->since_january.from == n->this_month.from ? YEAR_NONE
	       : n->teller.published                       ? YEAR_RATE
							   : YEAR_WHOLE;
	for (const char *const *code = channels_and_total;
		rc == RELAIS_OK && *out == YEAR_RATE && *code; code++) {
		const indicator *i = note_indicator(n, *code);
		reading *r = NULL;

		if (i)
			rc = note_read(n, i, n->since_january, &r, err);
		if (rc == RELAIS_OK && r && level_is_open(&n->teller, &r->level))
			*out = YEAR_WHOLE;
	}
	return rc;
}

relais_status write_channels(note *n, relais_error *err)
{
	relais_document *d = n->document;
	sheet requests = { document_say(d, "Requests handled, by channel"),
		document_say(d, "Channel"), channels_and_total, YEAR_NONE };
	bool has_data;
	relais_status rc = any_data(n, channels_and_total, &has_data, err);

	if (rc == RELAIS_OK && has_data)
		rc = choose_year(n, &requests.year, err);
	if (rc != RELAIS_OK || !has_data)
		return rc;
	return write_sheet(n,
		note_section(n, "channels", document_say(d, "Requests by channel")), &requests,
		err);
}

relais_status write_sheet_section(note *n, const char *anchor, const char *title,
	const char *caption, const char *const *codes, relais_error *err)
{
	bool has_data;
	relais_status rc = any_data(n, codes, &has_data, err);
	sheet figures = { caption, document_say(n->document, "Figure"), codes, YEAR_NONE };

	if (rc != RELAIS_OK || !has_data)
		return rc;
	return write_sheet(n, note_section(n, anchor, title), &figures, err);
}

relais_status write_web(note *n, relais_error *err)
{
	relais_document *d = n->document;

	return write_sheet_section(n, "web", document_say(d, "Web and satisfaction"),
		document_say(d, "Website and visitors’ opinions"), web, err);
}

relais_status write_economy(note *n, relais_error *err)
{
	relais_document *d = n->document;

	return write_sheet_section(n, "economy", document_say(d, "Economy"),
		document_say(d, "Sales and nights"), economy, err);
}

/* ---- what no other section shows ------------------------------------------------------ */

static bool is_among(const char *code, const char *const *codes)
{
	while (*codes && strcmp(*codes, code))
		codes++;
	return *codes != NULL;
}

static bool is_shown_elsewhere(const note *n, const char *code)
{
	return is_among(code, channels_and_total) || is_among(code, web) ||
	       is_among(code, economy) || !strcmp(code, "part_etrangers") ||
	       (n->elsewhere && is_among(code, n->elsewhere));
}

relais_status write_others(note *n, relais_error *err)
{
	relais_document *d = n->document;
	block *table = NULL;

	for (size_t k = 0; k < study_indicators(n->network); k++) {
		const indicator *i = study_indicator(n->network, k);
		reading *r;
		relais_status rc;

		if (is_shown_elsewhere(n, i->code))
			continue;
		if ((rc = note_read(n, i, n->this_month, &r, err)) != RELAIS_OK)
			return rc;
		if (!reading_has_data(r))
			continue;
		if (!table)
			table = reading_table(n,
				note_section(n, "others", document_say(d, "Other figures")),
				period_length_of(n->month) == LENGTH_YEAR
					? document_say(d, "Other figures of the year")
					: document_say(d, "Other figures of the month"),
				document_say(d, "Figure"), YEAR_NONE);
		reading_row(n, table, indicator_label(i, d->lang), r, NULL, YEAR_NONE);
	}
	return RELAIS_OK;
}
