/* SPDX-License-Identifier: MIT
 * Sessions to come: dates, places and seats are public; who is enrolled is not.
 */
#include <string.h>

#include "../../base/date.h"
#include "../../base/error.h"
#include "../../base/period.h"
#include "../../question/training/lineup.h"
#include "inside.h"

enum { PUBLIC_COLUMNS = 5, COLUMNS = 6 };

static const char *say_days(note *n, const course *c)
{
	relais_document *d = n->document;
	char first[32], last[32];

	day_format(c->begins, d->lang, first);
	if (c->ends == c->begins || c->ends == RELAIS_NO_DAY)
		return document_copy(d, first);
	day_format(c->ends, d->lang, last);
	return document_say(d, "%s to %s", first, last);
}

static const char *say_state(relais_document *d, const course *c)
{
	return strcmp(c->state, "propose") == 0 ? document_say(d, "proposed")
						: document_say(d, "planned");
}

static const char *tell_people(note *n, const course *c, const char *name, int64_t count)
{
	relais_document *d = n->document;
	char value[NUMBER_SIZE];

	number_print((number){ count, 0 }, value);
	document_figure(d, n->teller.section, name, NULL, c->code, NULL, value, "");
	return document_means(d, say_count(d, count), value);
}

static void add_course(note *n, block *table, const training *t, const course *c)
{
	relais_document *d = n->document;
	int64_t enrolled = 0;

	for (size_t i = c->first; i < c->first + c->count; i++)
		enrolled += t->seatings[i].enrolled;

	const char *cells[COLUMNS] = { say_days(n, c), document_copy(d, c->title),
		document_copy(d, c->place), say_state(d, c),
		c->seats < 0 ? document_copy(d, "–") : tell_people(n, c, "seats", c->seats),
		n->teller.published ? NULL : tell_people(n, c, "enrolled", enrolled) };

	table_add(d, table, cells, false);
}

static block *open_table(note *n, section *s, const char *title)
{
	relais_document *d = n->document;
	const table_column columns[COLUMNS] = {
		{ document_say(d, "Dates"), false }, { document_say(d, "Session"), false },
		{ document_say(d, "Place"), false }, { document_say(d, "State"), false },
		{ document_say(d, "Seats"), true },
		{ document_say(d, "Enrolled"), true }, /* within the relais only */
	};

	return section_table(
		d, s, title, n->teller.published ? PUBLIC_COLUMNS : COLUMNS, columns);
}

static bool is_ahead(const course *c, relais_day first, relais_day last)
{
	return !course_is_held(c) && !course_is_off(c) && c->begins != RELAIS_NO_DAY &&
	       c->begins >= first && c->begins <= last;
}

relais_status list_sessions(note *n, section *(*open)(note *n), const char *title,
	relais_day first, relais_day last, bool *any, relais_error *err)
{
	relais_question q = n->question;
	block *table = NULL;
	training t;
	relais_status rc;

	q.indicators = q.offices = q.territories = q.resolutions = NULL;
	q.members_only = false;
	if ((rc = training_open(&t, n->store, &q, err)) != RELAIS_OK)
		return rc;
	for (size_t i = 0; i < t.course_count; i++) {
		if (!is_ahead(&t.courses[i], first, last))
			continue;
		if (!table)
			table = open_table(n, open(n), title);
		add_course(n, table, &t, &t.courses[i]);
	}
	training_close(&t);
	*any = table != NULL;
	return RELAIS_OK;
}

/* The agenda, when the actions have opened it already. */
static section *agenda_of(note *n)
{
	section *last = n->document->last;

	if (last && strcmp(last->anchor, "agenda") == 0)
		return last;
	return note_section(n, "agenda", document_say(n->document, "Agenda"));
}

relais_status write_sessions_soon(note *n, relais_error *err)
{
	relais_day seen = note_day(n);
	relais_period month = period_of_day(seen, LENGTH_MONTH);
	bool any;

	return list_sessions(n, agenda_of,
		document_say(n->document, "Training until the end of next month"), seen,
		period_last_day(period_next(month)), &any, err);
}
