/* SPDX-License-Identifier: MIT
 * See note.h. Studies are opened once per grouping and readings kept, so that a figure said
 * in two sections is asked once and cannot differ between them.
 */
#include <string.h>

#include "../base/error.h"
#include "../base/period.h"
#include "note.h"

const char *const note_channels[] = { "contacts_guichet", "contacts_hors_murs",
	"demandes_telephone", "demandes_ecrites", "demandes_numeriques", NULL };

relais_period note_months_before(relais_period month, int count)
{
	int rank = period_year(month) * 12 + period_slot(month) - SLOT_MONTH - count;

	return period_make(rank / 12, rank % 12 + SLOT_MONTH);
}

const char *note_month_name(note *n, relais_period month)
{
	char text[48];

	period_format(month, n->document->lang, text);
	return document_copy(n->document, text);
}

section *note_section(note *n, const char *anchor, const char *title)
{
	n->teller.section = anchor;
	return document_section(n->document, anchor, title);
}

const indicator *note_indicator(const note *n, const char *code)
{
	const char *const *asked = n->question.indicators;

	if (!asked)
		return study_indicator_named(n->network, code);
	for (; *asked; asked++)
		if (!strcmp(*asked, code))
			return study_indicator_named(n->network, code);
	return NULL;
}

bool reading_has_data(const reading *r)
{
	return r && (r->level.has_value || r->level.is_secret || r->evolution.has_previous);
}

measure share_told(const teller *t, const reading *r)
{
	measure shown = r->evolution;

	if (!shown.has_previous || (t->published && shown.is_level_secret)) {
		shown.has_value = r->level.has_value;
		shown.value = r->level.value;
		shown.is_level_secret = false;
	}
	return shown;
}

topic note_topic(const reading *r)
{
	return (topic){ .about = r->about, .group = "total", .span = r->span };
}

static reading *already_read(const note *n, const indicator *i, relais_span span)
{
	reading *r = n->readings;

	while (r &&
		(r->about->id != i->id || r->span.from != span.from || r->span.to != span.to))
		r = r->next;
	return r;
}

relais_status note_read(
	note *n, const indicator *i, relais_span span, reading **out, relais_error *err)
{
	reading *r = already_read(n, i, span);
	relais_status rc;

	*out = r;
	if (r)
		return RELAIS_OK;
	r = arena_alloc(&n->memory, sizeof *r);
	if (!r)
		return fail_memory(err);
	r->about = i;
	r->span = span;
	rc = study_both(n->network, i, span, false, &r->level, &r->evolution, err);
	if (rc != RELAIS_OK)
		return rc;
	if (r->level.is_secret)
		r->evolution.is_secret = true; /* what derives from a secret is one */
	r->next = n->readings;
	n->readings = r;
	*out = r;
	return RELAIS_OK;
}

static relais_status open_months(note *n, relais_error *err)
{
	relais_question by_month = n->question;

	if (n->months)
		return RELAIS_OK;
	by_month.by = "month";
	by_month.span =
		(relais_span){ note_months_before(n->month, CURVE_MONTHS - 1), n->month };
	return study_open(&n->months, n->store, &by_month, err);
}

relais_status note_months(
	note *n, const indicator *i, measure *levels, measure *evolutions, relais_error *err)
{
	relais_span span = { note_months_before(n->month, CURVE_MONTHS - 1), n->month };
	relais_status rc = open_months(n, err);

	if (rc == RELAIS_OK)
		i = study_indicator_named(n->months, i->code);
	if (rc == RELAIS_OK && (!i || study_groups(n->months) != CURVE_MONTHS))
		return fail(err, RELAIS_E_STORE, "the months of the note do not add up");
	if (rc != RELAIS_OK)
		return rc;
	return evolutions ? study_both(n->months, i, span, false, levels, evolutions, err)
			  : study_total(n->months, i, span, levels, err);
}

/* The first of the candidates whose evolution can be told, else the first that has a value. */
static relais_status choose_main(note *n, relais_error *err)
{
	static const char *const leading[] = { "demandes_total", "contacts_guichet",
		"visiteurs_accueillis", NULL };
	const indicator *second = NULL;
	size_t all = study_indicators(n->network), count = sizeof leading / sizeof *leading - 1;
	relais_status rc;

	for (size_t k = 0; k < count + all; k++) {
		const indicator *i = k < count ? note_indicator(n, leading[k])
					       : study_indicator(n->network, k - count);
		reading *r = NULL;

		if (k == count && second)
			break; /* a leading figure, even weak, before any other */
		if (!i)
			continue;
		if ((rc = note_read(n, i, n->this_month, &r, err)) != RELAIS_OK)
			return rc;
		if (r->level.has_value && evolution_is_open(&n->teller, &r->evolution) &&
			!r->evolution.is_not_significant) {
			n->main = i;
			return RELAIS_OK;
		}
		if (!second && r->level.has_value)
			second = i;
	}
	n->main = second;
	return RELAIS_OK;
}

relais_status note_check_names(
	relais_store *store, const relais_question *question, relais_error *err)
{
	study *asked = NULL;
	relais_status rc = study_open(&asked, store, question, err);

	study_close(asked);
	return rc;
}

relais_status note_open(note *n, relais_error *err)
{
	relais_status rc;

	n->month = n->question.span.to;
	n->this_month = (relais_span){ n->month, n->month };
	n->since_january = n->this_month;
	if (period_length_of(n->month) == LENGTH_MONTH)
		n->since_january.from = period_make(period_year(n->month), SLOT_MONTH);
	n->by = n->question.by;
	n->question.by = NULL;
	rc = edition_read(&n->known, n->store, n->question.as_of, err);
	if (n->known.known_on != RELAIS_NO_DAY)
		n->question.as_of =
			n->known.known_on; /* the same note whatever day it is printed */
	if (rc == RELAIS_OK)
		rc = study_open(&n->network, n->store, &n->question, err);
	return rc == RELAIS_OK ? choose_main(n, err) : rc;
}

relais_day note_day(const note *n)
{
	return n->known.known_on == RELAIS_NO_DAY ? n->question.today : n->known.known_on;
}

void note_close(note *n)
{
	study_close(n->network);
	study_close(n->months);
	arena_free(&n->memory);
}
