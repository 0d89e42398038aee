/* SPDX-License-Identifier: MIT
 * L'essentiel: what a reader in a hurry keeps, three to five sentences and the key figures, all
 * made from the figures of the note.
 */
#include "../base/period.h"
#include "narrative.h"
#include "note.h"

enum { MOST_FIGURES = 6 };

typedef struct key_figures {
	size_t count;
	key_figure of[MOST_FIGURES];
} key_figures;

/* The main figure, its month and its year: sentences, and the figures they quote. */
static relais_status main_figure(note *n, section *s, key_figures *keys, relais_error *err)
{
	relais_document *d = n->document;
	const char *label = indicator_label(n->main, d->lang), *moved, *offices, *sentence;
	reading *month, *year;
	relais_status rc = note_read(n, n->main, n->this_month, &month, err);

	if (rc == RELAIS_OK)
		rc = note_read(n, n->main, n->since_january, &year, err);
	if (rc != RELAIS_OK)
		return rc;
	moved = tell_evolution(&n->teller, note_topic(month), &month->evolution);
	offices = tell_offices(&n->teller, note_topic(month), &month->evolution);
	keys->of[keys->count++] = (key_figure){ label,
		tell_level(&n->teller, note_topic(month), &month->level), NULL };
	keys->of[keys->count++] = (key_figure){ document_say(d, "Evolution in a year"), moved,
		document_say(d, "%s offices, coverage %s", offices,
			tell_coverage(&n->teller, note_topic(month), &month->evolution)) };
	section_paragraph(d, s, narrate_month(d, n->main, n->month, &month->evolution));
	sentence = narrate_year(d, n->main, n->month, &year->evolution);
	if (!sentence)
		return RELAIS_OK;
	section_paragraph(d, s, sentence);
	moved = tell_evolution(&n->teller, note_topic(year), &year->evolution);
	offices = tell_offices(&n->teller, note_topic(year), &year->evolution);
	keys->of[keys->count++] = (key_figure){ document_say(d, "Since January"), moved,
		document_say(d, "%s offices, coverage %s", offices,
			tell_coverage(&n->teller, note_topic(year), &year->evolution)) };
	return RELAIS_OK;
}

/* The channel whose published evolution is greatest either way, when there is a choice. */
static relais_status strongest_channel(note *n, section *s, relais_error *err)
{
	const reading *strongest = NULL;
	size_t shown = 0;
	const char *sentence;

	for (size_t k = 0; note_channels[k]; k++) {
		const indicator *i = note_indicator(n, note_channels[k]);
		reading *r = NULL;
		relais_status rc = i ? note_read(n, i, n->this_month, &r, err) : RELAIS_OK;

		if (rc != RELAIS_OK)
			return rc;
		if (!r || !evolution_is_open(&n->teller, &r->evolution) ||
			r->evolution.is_not_significant)
			continue;
		shown++;
		if (!strongest ||
			number_magnitude(r->evolution.evolution).units >
				number_magnitude(strongest->evolution.evolution).units)
			strongest = r;
	}
	if (shown < 2)
		return RELAIS_OK;
	sentence = narrate_channel(
		n->document, strongest->about->code, n->month, &strongest->evolution);
	if (!sentence)
		return RELAIS_OK;
	section_paragraph(n->document, s, sentence);
	tell_evolution(&n->teller, note_topic(strongest), &strongest->evolution);
	return RELAIS_OK;
}

static relais_status foreign_share(note *n, section *s, key_figures *keys, relais_error *err)
{
	const indicator *i = note_indicator(n, "part_etrangers");
	reading *r = NULL;
	relais_status rc = i ? note_read(n, i, n->this_month, &r, err) : RELAIS_OK;
	const char *sentence;

	if (rc != RELAIS_OK || !r)
		return rc;
	sentence = narrate_share(n->document, n->month, &r->evolution);
	if (!sentence)
		return RELAIS_OK;
	section_paragraph(n->document, s, sentence);
	keys->of[keys->count++] = (key_figure){ indicator_label(i, n->document->lang),
		tell_level(&n->teller, note_topic(r), &r->evolution),
		tell_evolution(&n->teller, note_topic(r), &r->evolution) };
	return RELAIS_OK;
}

static relais_status satisfaction(note *n, key_figures *keys, relais_error *err)
{
	const indicator *i = note_indicator(n, "note_satisfaction");
	reading *r = NULL;
	relais_status rc = i ? note_read(n, i, n->this_month, &r, err) : RELAIS_OK;

	if (rc != RELAIS_OK || !r || !level_is_open(&n->teller, &r->level))
		return rc;
	keys->of[keys->count++] = (key_figure){ indicator_label(i, n->document->lang),
		tell_level(&n->teller, note_topic(r), &r->level), NULL };
	return RELAIS_OK;
}

relais_status write_essentials(note *n, relais_error *err)
{
	relais_document *d = n->document;
	section *s = note_section(n, "essentials", document_say(d, "The essentials"));
	key_figures keys = { 0 };
	reading *r;
	const char *warning;
	relais_status rc;

	if (!n->main) {
		section_paragraph(d, s,
			document_say(d, "No figure has been received for %s so far.",
				note_month_name(n, n->month)));
		return RELAIS_OK;
	}
	rc = main_figure(n, s, &keys, err);
	if (rc == RELAIS_OK)
		rc = strongest_channel(n, s, err);
	if (rc == RELAIS_OK)
		rc = foreign_share(n, s, &keys, err);
	if (rc == RELAIS_OK)
		rc = satisfaction(n, &keys, err);
	if (rc == RELAIS_OK)
		rc = note_read(n, n->main, n->this_month, &r, err);
	if (rc != RELAIS_OK)
		return rc;
	section_figures(d, s, keys.count, keys.of);
	warning = narrate_fragile(d, &r->evolution);
	if (warning)
		section_callout(d, s, warning);
	return RELAIS_OK;
}
