/* SPDX-License-Identifier: MIT
 * What the relais itself did in the year (R10), by its journal and its registers: what it tells of is its own
 * work, not the figures of an office.
 */
#include <stdlib.h>
#include <string.h>

#include "../../base/date.h"
#include "../../base/error.h"
#include "../../base/period.h"
#include "../../model/kind_evidence.h"
#include "../../question/evidence/evidence.h"
#include "../training/inside.h"
#include "annual.h"

enum { ANSWER_DAYS = 5, TYPE_COLUMNS = 5, KEYS_SHOWN = 3 };

/* A year of the journal, of one type or of all. */
typedef struct done {
	int64_t entries, people, answered, in_time, delay;
	number days;
	bool has_people, has_days;
} done;

typedef struct work {
	note *n;
	const evidence *e;
	relais_day first, last; /* of the year, or up to the day it is */
	section *s;
} work;

static bool is_within(const activity *a, relais_day first, relais_day last)
{
	return a->day >= first && a->day <= last;
}

/* Of a type; NULL: all. False: the days do not fit. */
static bool sum(const work *w, const char *type, relais_day first, relais_day last, done *out)
{
	bool fits = true;

	*out = (done){ .days = { 0, NUMBER_MAX_DECIMALS } };
	for (size_t i = 0; i < w->e->activity_count; i++) {
		const activity *a = &w->e->activities[i];
		number days;

		if (!is_within(a, first, last) || (type && strcmp(a->type, type) != 0))
			continue;
		out->entries++;
		out->has_people = out->has_people || a->people >= 0;
		out->people += a->people >= 0 ? a->people : 0;
		out->answered += a->delay >= 0;
		out->in_time += a->delay >= 0 && a->delay <= ANSWER_DAYS;
		out->delay += a->delay >= 0 ? a->delay : 0;
		if (!a->days || !number_from_text(a->days, &days))
			continue;
		out->has_days = true;
		fits = fits && number_rescale(days, NUMBER_MAX_DECIMALS, &days, NULL) &&
		       number_add(&out->days.units, days.units);
	}
	out->has_days = out->has_days && fits;
	return fits;
}

static const char *tell_number(const work *w, const char *of, const char *name, int64_t count)
{
	return tell_reckoned(w->n, of, name, (number){ count, 0 }, AS_COUNT);
}

/* How many different words the entries of the year name in their lists. */
static int64_t distinct(const work *w, bool partners)
{
	map seen = { 0 };
	int64_t count = 0;

	for (size_t i = 0; i < w->e->activity_count; i++) {
		const activity *a = &w->e->activities[i];
		const char *list = partners ? a->partners : a->offices;

		while (is_within(a, w->first, w->last) && list &&
			*(list += strspn(list, " ")) != '\0') {
			size_t length = strcspn(list, " ");
			int64_t unused;

			count += !map_get(&seen, list, length, &unused);
			if (!map_put(&seen, list, length, 1))
				w->n->document->failed = true;
			list += length;
		}
	}
	map_free(&seen);
	return count;
}

static const char *name_of_type(const work *w, const char *code)
{
	static const struct {
		const char *code, *name;
	} names[] = { { "reunion", N_("Meetings") }, { "note", N_("Notes") },
		{ "lettre", N_("Newsletters") }, { "demande", N_("Requests answered") },
		{ "audit", N_("Audits") }, { "visite", N_("Visits") },
		{ "atelier", N_("Workshops") }, { "publication", N_("Publications") },
		{ "etude", N_("Studies") }, { "seminaire", N_("Seminars") },
		{ "presentation", N_("Presentations") }, { "presse", N_("Press") },
		{ "accompagnement", N_("Support of offices") },
		{ "dossier", N_("Files submitted") }, { "autre", N_("Other entries") } };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (!strcmp(names[i].code, code))
			return words(w->n->document->lang, names[i].name);
	return document_copy(w->n->document, code);
}

/* Was a journal kept in that year? One that began later says nothing of it, which is not nothing. */
static bool was_kept(const work *w, relais_day last)
{
	return w->e->activity_count && w->e->activities[0].day <= last;
}

static void add_row(const work *w, block *table, const char *type)
{
	relais_document *d = w->n->document;
	relais_period before = period_year_before(w->n->month);
	const char *of = type ? type : "total", *cells[TYPE_COLUMNS] = { NULL };
	relais_day last = period_last_day(before);
	done now, then;

	sum(w, type, w->first, w->last, &now);
	sum(w, type, period_first_day(before), last, &then);
	if (type && !now.entries && !then.entries)
		return;
	cells[0] = type ? name_of_type(w, type) : document_say(d, "Total");
	cells[1] = tell_number(w, of, "entries", now.entries);
	if (was_kept(w, last))
		cells[2] = tell_number(w, of, "entries_before", then.entries);
	if (now.has_people)
		cells[3] = tell_number(w, of, "people", now.people);
	if (now.has_days)
		cells[4] = tell_reckoned(w->n, of, "days", now.days, AS_DAYS);
	table_add(d, table, cells, !type);
}

static void write_journal(const work *w)
{
	relais_document *d = w->n->document;
	const table_column columns[TYPE_COLUMNS] = {
		{ document_say(d, "What was done"), false },
		{ note_month_name(w->n, w->n->month), true },
		{ note_month_name(w->n, period_year_before(w->n->month)), true },
		{ document_say(d, "People"), true },
		{ document_say(d, "Days of work"), true },
	};
	block *table = section_table(
		d, w->s, document_say(d, "The journal of the year"), TYPE_COLUMNS, columns);

	for (const choice *type = kind_activity_types; type->code; type++)
		add_row(w, table, type->code);
	add_row(w, table, NULL);
}

/* Working days, as the journal counts them. */
static void write_requests(const work *w)
{
	relais_document *d = w->n->document;
	const char *replies, *in_time, *after;
	number mean;
	done all;

	sum(w, NULL, w->first, w->last, &all);
	if (!all.answered || !number_ratio(all.delay, all.answered, 1, 1, &mean))
		return;
	replies = tell_number(w, "total", "answered", all.answered);
	in_time = tell_number(w, "total", "answered_in_time", all.in_time);
	after = tell_reckoned(w->n, "total", "mean_delay", mean, AS_DAYS);
	section_paragraph(d, w->s,
		document_say(d,
			"Requests whose delay was noted: %s, answered after %s working days on average, %s of them within %s.",
			replies, after, in_time, say_count(d, ANSWER_DAYS)));
}

static void write_agreements(const work *w)
{
	relais_document *d = w->n->document;
	int64_t objectives = 0, partnerships = 0, signed_now = 0;
	const char *of_offices, *of_partners, *new_ones;

	for (size_t i = 0; i < w->e->agreement_count; i++) {
		const agreement *a = &w->e->agreements[i];
		bool holds = agreement_holds(a, w->last);

		objectives += holds && !strcmp(a->type, "objectifs");
		partnerships += holds && strcmp(a->type, "objectifs") != 0;
		signed_now += a->signed_on != RELAIS_NO_DAY && a->signed_on >= w->first &&
			      a->signed_on <= w->last;
	}
	if (!w->e->agreement_count)
		return;
	of_offices = tell_number(w, "total", "objective_agreements", objectives);
	of_partners = tell_number(w, "total", "partnerships", partnerships);
	new_ones = tell_number(w, "total", "agreements_signed", signed_now);
	section_paragraph(d, w->s,
		document_say(d,
			"Objective agreements in force at the end: %s; partnerships: %s; signed in the year: %s.",
			of_offices, of_partners, new_ones));
}

/* Editions of reports that were published in the year. */
static relais_status write_editions(const work *w, relais_error *err)
{
	relais_document *d = w->n->document;
	relais_rows *rows = NULL;
	relais_row row;
	int64_t count = 0;
	relais_status rc = relais_ask_editions(w->n->store, &rows, err);

	while (rc == RELAIS_OK && (rc = relais_rows_next(rows, &row, err)) == RELAIS_OK) {
		const char *iso = row_cell(&row, rows_column(rows, "date"));
		const char *who = row_cell(&row, rows_column(rows, "diffusion"));
		relais_day day;

		count += iso && who && strcmp(who, "interne") != 0 &&
			 day_read(iso, strlen(iso), &day) && day >= w->first && day <= w->last;
	}
	relais_rows_close(rows);
	if (count)
		section_paragraph(d, w->s,
			document_say(d, "Reports published: %s.",
				tell_number(w, "total", "editions", count)));
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

static void write_keys(const work *w)
{
	relais_document *d = w->n->document;
	key_figure keys[KEYS_SHOWN];
	tuition held;
	size_t count = 0;

	keys[count++] = (key_figure){ .label = document_say(d, "Offices that took part"),
		.value = tell_number(w, "total", "offices", distinct(w, false)) };
	keys[count++] = (key_figure){ .label = document_say(d, "Partners met"),
		.value = tell_number(w, "total", "partners", distinct(w, true)) };
	if (training_held(&w->e->training, w->first, w->last, NULL, NULL, &held) &&
		held.sessions)
		keys[count++] =
			(key_figure){ .label = document_say(d, "Training sessions held"),
				.value = tell_number(w, "total", "sessions", held.sessions) };
	section_figures(d, w->s, count, keys);
}

static relais_status write_all(work *w, relais_error *err)
{
	relais_document *d = w->n->document;
	done now;

	sum(w, NULL, w->first, w->last, &now);
	if (!now.entries)
		return RELAIS_OK;
	w->s = note_section(w->n, "relay", document_say(d, "The work of the relais"));
	write_keys(w);
	write_journal(w);
	write_requests(w);
	write_agreements(w);
	return write_editions(w, err);
}

/* The end of the year, or the day it is. */
relais_status write_relay(note *n, relais_error *err)
{
	relais_question question = n->question;
	relais_day last = period_last_day(n->month), seen = note_day(n);
	evidence e;
	status st;
	work w = { .n = n, .e = &e, .first = period_first_day(n->month) };
	relais_status rc;

	w.last = last < seen ? last : seen;
	question.span = (relais_span){ 0, 0 };
	question.indicators = NULL;
	if ((rc = status_open_on(&st, n->store, &question, w.last, err)) != RELAIS_OK)
		return rc;
	if ((rc = evidence_open(&e, &st, &question, w.last, err)) == RELAIS_OK) {
		rc = write_all(&w, err);
		evidence_close(&e);
	}
	status_close(&st);
	return rc;
}
