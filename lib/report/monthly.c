/* SPDX-License-Identifier: MIT
 * The monthly note: its heading and the list of its sections, in reading order. To add a section,
 * write a sec_*.c and name it here.
 */
#include "../base/date.h"
#include "../base/error.h"
#include "../base/period.h"
#include "monthly.h"
#include "note.h"

enum { SETTLED_AFTER_DAYS = 60 }; /* C2.10: semi-definitive from M+60 */

static note_writer *const sections[] = {
	write_essentials,
	write_collection,
	write_channels,
	write_origin,
	write_territory,
	write_web,
	write_economy,
	write_calendar,
	write_months,
	write_season,
	write_others,
	write_agenda,
	write_method,
};

static relais_status check_month(const relais_question *question, relais_error *err)
{
	relais_span span = question->span;
	char from[16], to[16];

	if (!span.to)
		return fail(err, RELAIS_E_USAGE,
			"the monthly note needs the month it is about: say it, as in -p 2024-08");
	relais_period_print(span.from, from);
	relais_period_print(span.to, to);
	if (span.from != span.to)
		return fail(err, RELAIS_E_USAGE,
			"the monthly note is about one month, '%s..%s' is several periods: say which, as in -p 2024-08",
			from, to);
	if (period_length_of(span.to) != LENGTH_MONTH)
		return fail(err, RELAIS_E_USAGE,
			"the monthly note is about one month, '%s' is not one: say which, as in -p 2024-08",
			to);
	if (period_first_day(span.to) > question->today)
		return fail(err, RELAIS_E_USAGE,
			"there is no note of '%s' yet: the month has not begun", to);
	return RELAIS_OK;
}

monthly_state monthly_state_of(relais_period month, relais_day known_on)
{
	relais_day closing;

	if (known_on == RELAIS_NO_DAY || known_on < period_last_day(month) + SETTLED_AFTER_DAYS)
		return MONTHLY_PROVISIONAL;
	if (day_make(period_year(month) + 1, 3, 31, &closing) && known_on > closing)
		return MONTHLY_FINAL;
	return MONTHLY_SETTLED;
}

static const char *say_state(relais_document *d, monthly_state state)
{
	switch (state) {
	case MONTHLY_FINAL: return document_say(d, "final figures");
	case MONTHLY_SETTLED: return document_say(d, "semi-final figures");
	case MONTHLY_PROVISIONAL: break;
	}
	return document_say(d, "provisional figures");
}

void note_heading(note *n, const char *title)
{
	relais_document *d = n->document;
	const char *network = n->known.network[0]
				      ? n->known.network
				      : document_say(d, "Network of tourist offices");
	const char *state = say_state(d, monthly_state_of(n->month, n->known.known_on));
	char day[32];

	d->title = title;
	d->subtitle = n->teller.published
			      ? document_say(d, "%s — %s", network, state)
			      : document_say(d, "%s — %s — internal use", network, state);
	if (n->known.known_on == RELAIS_NO_DAY) {
		d->edition = document_say(d, "No data known");
		return;
	}
	day_format(n->known.known_on, d->lang, day);
	d->edition = document_say(d, "Data known on %s", day);
}

/* The sections look again and again at the year of the note and at those before it, the first of which is
 * weighed by the one before. */
static relais_status read_years(note *n, relais_error *err)
{
	relais_span span = { period_make(period_year(n->month) - YEARS_BEFORE - 1, SLOT_MONTH),
		n->month };

	return n->main ? study_read_ahead(n->network, n->main, span, err) : RELAIS_OK;
}

relais_status report_monthly(relais_store *store, const relais_question *question,
	relais_document *document, relais_error *err)
{
	note n = { .store = store, .question = *question, .document = document };
	relais_status rc = check_month(question, err);

	if (rc != RELAIS_OK)
		return rc;
	n.teller.document = document;
	n.teller.published = question->diffusion != RELAIS_INTERNE;
	rc = note_open(&n, err);
	if (rc == RELAIS_OK)
		rc = read_years(&n, err);
	if (rc == RELAIS_OK)
		note_heading(&n, document_say(document, "Monthly note — %s",
					 note_month_name(&n, n.month)));
	for (size_t i = 0; rc == RELAIS_OK && i < sizeof sections / sizeof *sections; i++)
		rc = sections[i](&n, err);
	note_close(&n);
	return rc;
}
