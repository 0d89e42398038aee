/* SPDX-License-Identifier: MIT
 * One sheet: who the office is, its figures, its months, what is missing, how to read it.
 */

#include <stdlib.h>
#include <string.h>

#include "../../base/date.h"
#include "../../base/error.h"
#include "../brand.h"
#include "office.h"
#include "sheets.h"

/* Facts of the register are public. */
static void write_identity(const relais_fiches *all, note *n, size_t at)
{
	relais_document *d = n->document;
	const office_card *card = &all->cards[at];
	section *s = note_section(n, "identity", document_say(d, "The office"));
	const char *items[6];
	char day[32];
	size_t count = 0;

	items[count++] = document_say(d, "Code: %s", study_group_code(all->offices, at));
	if (card->territory)
		items[count++] = document_say(d, "Territory: %s", card->territory);
	if (card->category)
		items[count++] = document_say(d, "Category: %s", card->category);
	if (card->legal_form)
		items[count++] =
			document_say(d, "Legal form: %s", legal_form_name(d, card->legal_form));
	if (card->opened != RELAIS_NO_DAY) {
		day_format(card->opened, d->lang, day);
		items[count++] = document_say(d, "Open since: %s", day);
	}
	section_list(d, s, count, items);
}

static void write_reading(const relais_fiches *all, note *n, size_t at)
{
	relais_document *d = n->document;
	section *s = note_section(n, "reading", document_say(d, "How to read it"));

	if (all->cards[at].category)
		section_method(d, s,
			document_say(d,
				"Peers are the offices of category %s that sent the figure, this one "
				"among them. A quarter of them are below the first quartile, half below "
				"the median, three quarters below the third. With fewer than %s, none "
				"are given.",
				all->cards[at].category, say_count(d, LEAST_PEERS)));
	section_method(d, s,
		document_say(d,
			"For this office and the relais only: it shows figures of single offices."));
	note_explain_signs(n, s);
}

static void write_sheet(const relais_fiches *all, note *n, size_t at)
{
	relais_document *d = n->document;

	note_heading(n, document_say(d, "%s — %s", all->cards[at].name,
				note_month_name(n, all->month)));
	write_identity(all, n, at);
	sheet_figures_write(all, n, at);
	sheet_months_write(all, n, at);
	sheet_gaps_write(all, n, at);
	sheet_labels_write(all, n, at);
	sheet_training_write(all, n, at);
	sheet_actions_write(all, n, at);
	write_reading(all, n, at);
}

static relais_status fill(
	const relais_fiches *all, size_t at, relais_document *d, relais_error *err)
{
	note n = { .store = all->store,
		.question = all->question,
		.document = d,
		.known = all->known,
		.month = all->month,
		.this_month = all->this_month };

	n.teller.document = d;
	write_sheet(all, &n, at);
	note_close(&n);
	return document_status(d, err);
}

relais_status relais_fiche_write(
	const relais_fiches *all, size_t sheet, relais_document **out, relais_error *err)
{
	relais_document *d = *out = document_new(all->question.lang);
	relais_status rc;

	if (!d)
		return fail_memory(err);
	rc = fill(all, all->listed[sheet], d, err);
	brand_add(all->store, all->question.as_of, d);
	if (rc == RELAIS_OK)
		return RELAIS_OK;
	relais_document_free(d);
	*out = NULL;
	return rc;
}

static relais_status fill_index(const relais_fiches *all, const char *const *links,
	relais_document *d, relais_error *err)
{
	note n = { .document = d, .known = all->known, .month = all->month };
	const char **items = calloc(all->listed_count + 1, sizeof *items);
	section *s;

	if (!items)
		return fail_memory(err);
	for (size_t i = 0; i < all->listed_count; i++)
		items[i] = document_say(
			d, "%s (%s)", relais_fiche_name(all, i), relais_fiche_code(all, i));
	note_heading(&n,
		document_say(d, "Sheets of the offices — %s", note_month_name(&n, all->month)));
	s = document_section(d, "sheets", document_say(d, "Offices"));
	section_links(d, s, all->listed_count, items, links);
	free(items);
	return document_status(d, err);
}

relais_status relais_fiches_index(const relais_fiches *all, const char *const *links,
	relais_document **out, relais_error *err)
{
	relais_document *d = *out = document_new(all->question.lang);
	relais_status rc = d ? fill_index(all, links, d, err) : fail_memory(err);

	if (d)
		brand_add(all->store, all->question.as_of, d);
	if (rc == RELAIS_OK)
		return RELAIS_OK;
	relais_document_free(d);
	*out = NULL;
	return rc;
}

relais_status report_office(relais_store *store, const relais_question *question,
	relais_document *document, relais_error *err)
{
	const char *const *named = question->offices;
	relais_fiches *all = NULL;
	relais_status rc;
	int64_t at;

	if (!named || !named[0] || named[1])
		return fail(
			err, RELAIS_E_USAGE, "a sheet is of one office: name it, or --each");
	rc = note_check_names(store, question, err);
	if (rc == RELAIS_OK)
		rc = relais_fiches_open(&all, store, question, err);
	if (rc != RELAIS_OK)
		return rc;
	if (map_get(&all->codes, named[0], strlen(named[0]), &at))
		rc = fill(all, (size_t)at, document, err);
	else
		rc = fail(err, RELAIS_E_USAGE,
			"'%s' has no sheet of its own: its figures are part of another office's",
			named[0]);
	relais_fiches_close(all);
	return rc;
}
