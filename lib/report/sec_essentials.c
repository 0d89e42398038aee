/* SPDX-License-Identifier: MIT
 * L'essentiel: what a reader in a hurry keeps, at most six sentences and the key figures, all
 * made from the figures of the note.
 */
#include "../base/period.h"
#include "narrative.h"
#include "note.h"

enum { MOST_FIGURES = 6, MOST_SENTENCES = 6 };

typedef struct key_figures {
	size_t count;
	key_figure of[MOST_FIGURES];
} key_figures;

static void add_key(key_figures *keys, const char *label, const char *value, const char *detail)
{
	if (keys->count < MOST_FIGURES)
		keys->of[keys->count++] = (key_figure){ label, value, detail, NULL };
}

/* An evolution and what it rests on. */
static void add_evolution(note *n, key_figures *keys, const char *label, const reading *r)
{
	topic at = note_topic(r);
	const char *moved = tell_evolution(&n->teller, at, &r->evolution);
	const char *offices = tell_offices(&n->teller, at, &r->evolution);

	add_key(keys, label, moved,
		document_say(n->document, "%s offices, coverage %s", offices,
			tell_coverage(&n->teller, at, &r->evolution)));
}

static relais_status the_month(
	note *n, section *s, key_figures *keys, size_t *said, relais_error *err)
{
	relais_document *d = n->document;
	reading *r;
	relais_status rc = note_read(n, n->main, n->this_month, &r, err);

	if (rc != RELAIS_OK)
		return rc;
	(*said)++;
	section_paragraph(
		d, s, narrate_month(d, n->main, n->month, &r->evolution, n->known.weak_below));
	add_key(keys, indicator_label(n->main, d->lang),
		tell_level(&n->teller, note_topic(r), &r->level), NULL);
	add_evolution(n, keys, document_say(d, "Evolution in a year"), r);
	return RELAIS_OK;
}

static bool is_told(const note *n, const measure *m)
{
	return evolution_is_open(&n->teller, m) && !m->is_not_significant;
}

/* Since January: the main figure, or the counter when too few offices are complete in all that
 * the main one adds up. */
static relais_status the_year(
	note *n, section *s, key_figures *keys, size_t *said, relais_error *err)
{
	const indicator *about = n->main, *counter = note_indicator(n, "contacts_guichet");
	const char *sentence;
	reading *r, *other = NULL;
	relais_status rc = note_read(n, about, n->since_january, &r, err);

	if (rc == RELAIS_OK && counter && !is_told(n, &r->evolution))
		rc = note_read(n, counter, n->since_january, &other, err);
	if (rc != RELAIS_OK)
		return rc;
	if (other && is_told(n, &other->evolution)) {
		r = other;
		about = counter;
	}
	sentence = narrate_year(n->document, about, n->month, &r->evolution);
	if (!sentence)
		return RELAIS_OK;
	(*said)++;
	section_paragraph(n->document, s, sentence);
	if (is_told(n, &r->evolution))
		add_evolution(n, keys, document_say(n->document, "Since January"), r);
	return RELAIS_OK;
}

/* The channel whose published evolution is greatest either way, when there is a choice. */
static relais_status strongest_channel(note *n, section *s, size_t *said, relais_error *err)
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
	(*said)++;
	section_paragraph(n->document, s, sentence);
	tell_evolution(&n->teller, note_topic(strongest), &strongest->evolution);
	tell_offices(&n->teller, note_topic(strongest), &strongest->evolution);
	return RELAIS_OK;
}

static relais_status foreign_share(
	note *n, section *s, key_figures *keys, size_t *said, relais_error *err)
{
	const indicator *i = note_indicator(n, "part_etrangers");
	reading *r = NULL;
	relais_status rc = i ? note_read(n, i, n->this_month, &r, err) : RELAIS_OK;
	const char *sentence, *value;
	measure shown;

	if (rc != RELAIS_OK || !r)
		return rc;
	shown = share_told(&n->teller, r);
	sentence = narrate_share(n->document, n->month, &shown);
	if (!sentence)
		return RELAIS_OK;
	(*said)++;
	section_paragraph(n->document, s, sentence);
	value = tell_level(&n->teller, note_topic(r), &shown);
	tell_offices(&n->teller, note_topic(r), &shown);
	add_key(keys, indicator_label(i, n->document->lang), value,
		tell_evolution(&n->teller, note_topic(r), &r->evolution));
	return RELAIS_OK;
}

static relais_status satisfaction(note *n, key_figures *keys, relais_error *err)
{
	const indicator *i = note_indicator(n, "note_satisfaction");
	reading *r = NULL;
	relais_status rc = i ? note_read(n, i, n->this_month, &r, err) : RELAIS_OK;

	if (rc != RELAIS_OK || !r || !level_is_open(&n->teller, &r->level))
		return rc;
	add_key(keys, indicator_label(i, n->document->lang),
		tell_level(&n->teller, note_topic(r), &r->level), NULL);
	return RELAIS_OK;
}

relais_status write_essentials(note *n, relais_error *err)
{
	relais_document *d = n->document;
	section *s = note_section(n, "essentials", document_say(d, "The essentials"));
	key_figures keys = { 0 };
	size_t said = 0;
	reading *r;
	const char *warning;
	relais_status rc;

	if (!n->main) {
		section_paragraph(d, s,
			document_say(d, "No figure has been received for %s so far.",
				note_month_name(n, n->month)));
		return RELAIS_OK;
	}
	rc = the_month(n, s, &keys, &said, err);
	if (rc == RELAIS_OK)
		rc = tell_record(n, s, &said, err);
	if (rc == RELAIS_OK)
		rc = the_year(n, s, &keys, &said, err);
	if (rc == RELAIS_OK)
		rc = strongest_channel(n, s, &said, err);
	if (rc == RELAIS_OK)
		rc = foreign_share(n, s, &keys, &said, err);
	if (rc == RELAIS_OK && said < MOST_SENTENCES)
		rc = tell_season(n, s, &said, err);
	if (rc == RELAIS_OK && said < MOST_SENTENCES)
		rc = tell_calendar(n, s, &said, err);
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
