/* SPDX-License-Identifier: MIT
 * The training of a year, section by section.
 */
#include "training.h"

#include <string.h>

#include "../../base/date.h"
#include "../../base/error.h"
#include "../../base/period.h"
#include "inside.h"

/* What the year before had, or nothing. */
static relais_status ask_before(note *n, const taught **out, relais_error *err)
{
	answered before;
	number sessions;
	relais_status rc = training_ask(
		n, period_year_before(n->month), "theme", RELAIS_TRAINING_TABLE, &before, err);

	*out = NULL;
	if (rc == RELAIS_OK && before.total &&
		taught_number(before.total, "sessions", &sessions) && sessions.units > 0)
		*out = before.total;
	return rc;
}

static bool is_empty(const answered *a)
{
	number sessions;

	return !a->total || !taught_number(a->total, "sessions", &sessions) ||
	       sessions.units == 0;
}

/* "F-25-01 Intelligence artificielle, 27/01/2025". */
static const char *label_of_session(note *n, const taught *r)
{
	const char *iso = taught_cell(r, "begins");
	char day[32] = "";
	relais_day on;

	if (iso && day_read(iso, strlen(iso), &on))
		day_format(on, n->document->lang, day);
	return document_say(n->document, "%s, %s", taught_cell(r, "title"), day);
}

static relais_status write_groups(note *n, const answered *themes, relais_error *err)
{
	relais_document *d = n->document;
	section *s = note_section(n, "themes", document_say(d, "By theme and by resolution"));
	answered resolutions, sessions;
	relais_status rc = training_ask(
		n, n->month, "resolution", RELAIS_TRAINING_TABLE, &resolutions, err);

	if (rc == RELAIS_OK)
		rc = training_ask(n, n->month, NULL, RELAIS_TRAINING_TABLE, &sessions, err);
	if (rc != RELAIS_OK)
		return rc;
	sessions_table(n, s, document_say(d, "By theme"), document_say(d, "Theme"), themes,
		label_of_group);
	sessions_table(n, s, document_say(d, "By resolution"), document_say(d, "Resolution"),
		&resolutions, label_of_group);
	section_method(d, s,
		document_say(d,
			"A session that serves several resolutions is in the line of each, and once in the total."));
	s = note_section(n, "sessions", document_say(d, "Session by session"));
	sessions_table(n, s, document_say(d, "Sessions held"), document_say(d, "Session"),
		&sessions, label_of_session);
	return RELAIS_OK;
}

static const char *category_name(note *n, const char *code)
{
	static const struct {
		const char *code, *name;
	} names[] = { { "direction", N_("Management") }, { "accueil", N_("Reception") },
		{ "numerique", N_("Digital staff") }, { "promotion", N_("Promotion") },
		{ "administration", N_("Administration") },
		{ "saisonnier", N_("Seasonal staff") }, { "autre", N_("Other staff") },
		{ "total", N_("All staff") } };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (strcmp(names[i].code, code) == 0)
			return words(n->document->lang, names[i].name);
	return document_copy(n->document, code);
}

static void access_table(note *n, section *s, const answered *access)
{
	enum { COLUMNS = 4 };
	relais_document *d = n->document;
	const table_column columns[COLUMNS] = {
		{ document_say(d, "Category of staff"), false },
		{ document_say(d, "Trainees"), true },
		{ document_say(d, "Offices with trainees"), true },
		{ document_say(d, "Trainees per 100 staff"), true },
	};
	block *table = section_table(
		d, s, document_say(d, "Access to training by category"), COLUMNS, columns);

	for (const taught *r = access->first;; r = r->next) {
		const taught *row = r ? r : access->total;

		table_add(d, table,
			(const char *[COLUMNS]){ category_name(n, r ? r->group : "total"),
				tell_taught(n, row, "trainees", AS_COUNT),
				tell_taught(n, row, "trainee_offices", AS_COUNT),
				tell_taught(n, row, "attendance_rate", AS_MARK) },
			!r);
		if (!r)
			return;
	}
}

/* Of people, as the offices count them; false: none of them did. */
static bool say_people(note *n, section *s, const taught *total)
{
	relais_document *d = n->document;
	number offices;

	if (!taught_number(total, "people_offices", &offices) || offices.units == 0)
		return false;
	section_paragraph(d, s,
		document_say(d,
			"Employees trained in the year, each counted once: %s of the staff (offices that report it: %s).",
			tell_taught(n, total, "access_rate", AS_PERCENT),
			tell_taught(n, total, "people_offices", AS_COUNT)));
	return true;
}

/* Trainees are attendances, and people only those that offices count. */
static void explain_access(note *n, section *s, const taught *total, bool has_people)
{
	relais_document *d = n->document;
	number rate;

	section_method(d, s,
		taught_number(total, "attendance_rate", &rate)
			? document_say(d,
				  "Trainees for a hundred of the staff there is, over the offices whose staff is known; partners and elected people are not staff. Nobody is named: one who came twice is two trainees, and there may be more than a hundred.")
			: document_say(d,
				  "Trainees per 100 staff need the staff of the offices in that year, which is not known or cannot be told."));
	if (!has_people)
		section_method(d, s,
			document_say(d,
				"How many employees were trained, each counted once, only the offices can count: none reported it for that year."));
}

static void coverage_table(note *n, section *s, const answered *territories)
{
	enum { COLUMNS = 4 };
	relais_document *d = n->document;
	const table_column columns[COLUMNS] = {
		{ document_say(d, "Territory"), false },
		{ document_say(d, "Offices with trainees"), true },
		{ document_say(d, "Share of its offices"), true },
		{ document_say(d, "Trainee-days"), true },
	};
	block *table = section_table(
		d, s, document_say(d, "Offices that had trainees"), COLUMNS, columns);

	for (const taught *r = territories->first;; r = r->next) {
		const taught *row = r ? r : territories->total;

		table_add(d, table,
			(const char *[COLUMNS]){
				r ? label_of_group(n, r) : document_say(d, "Total"),
				tell_taught(n, row, "offices", AS_COUNT),
				tell_taught(n, row, "coverage", AS_PERCENT),
				tell_taught(n, row, "trainee_days", AS_DAYS) },
			!r);
		if (!r)
			return;
	}
}

static relais_status write_access(note *n, relais_error *err)
{
	relais_document *d = n->document;
	section *s = note_section(n, "access", document_say(d, "Access and coverage"));
	answered access, territories;
	bool has_people;
	relais_status rc =
		training_ask(n, n->month, NULL, RELAIS_TRAINING_ACCESS, &access, err);

	if (rc == RELAIS_OK)
		rc = training_ask(
			n, n->month, "territory", RELAIS_TRAINING_TABLE, &territories, err);
	if (rc != RELAIS_OK)
		return rc;
	has_people = say_people(n, s, access.total);
	access_table(n, s, &access);
	explain_access(n, s, access.total, has_people);
	coverage_table(n, s, &territories);
	return RELAIS_OK;
}

static section *ahead_section(note *n)
{
	return note_section(n, "ahead", document_say(n->document, "Sessions to come"));
}

/* Three months from the day all this was known. */
static relais_status write_ahead(note *n, relais_error *err)
{
	enum { QUARTER = 92 };
	relais_day seen = note_day(n);
	bool any;

	return list_sessions(n, ahead_section,
		document_say(n->document, "In the next three months"), seen, seen + QUARTER,
		&any, err);
}

void write_training_method(note *n)
{
	relais_document *d = n->document;
	section *s = note_section(n, "method", document_say(d, "Method"));
	const edition *e = &n->known;

	section_method(d, s,
		document_say(d,
			"The sessions are those that were held and began in the year. Trainees are those who came: nobody is named, so one who came twice counts twice. A trainee-day is 7 hours of one of them."));
	section_method(d, s,
		document_say(d,
			"What remains is the cost less what the funders pay, session by session. The fill rate is the trainees over the seats; satisfaction weighs each session by the number who answered. Sums are exact and rounded once, when printed."));
	if (!n->teller.published) {
		section_method(d, s,
			document_say(d,
				"Internal use: statistical secrecy is not applied, this report must not leave the relais."));
		note_explain_signs(n, s);
		return;
	}
	section_method(d, s,
		document_say(d,
			"Statistical secrecy: the trainees of a session, or of a category or territory, are not told when they come from fewer than %s offices or when one office sends more than %s of them. The smallest others are then left out too, until those that are not told rest on enough offices together, and so is every group that has one of these sessions. With them goes what offices pay and what remains of it.",
			say_count(d, e->secrecy.least_count),
			say_coverage(d, e->secrecy.dominance)));
	note_explain_signs(n, s);
}

static relais_status check(const relais_question *question, relais_error *err)
{
	relais_span span = question->span;

	if (!span.to || span.from != span.to || period_length_of(span.to) != LENGTH_YEAR)
		return fail(err, RELAIS_E_USAGE,
			"the training report is about one year: say it, as in -p 2024");
	return RELAIS_OK;
}

static void heading(note *n)
{
	relais_document *d = n->document;
	const edition *e = &n->known;
	const char *network =
		e->network[0] ? e->network : document_say(d, "Network of tourist offices");
	char day[32];

	d->title = document_say(d, "Training in %s", note_month_name(n, n->month));
	d->subtitle = n->teller.published ? document_copy(d, network)
					  : document_say(d, "%s — internal use", network);
	if (e->known_on == RELAIS_NO_DAY)
		return;
	day_format(e->known_on, d->lang, day);
	d->edition = document_say(d, "Data known on %s", day);
}

static relais_status write_all(note *n, relais_error *err)
{
	relais_document *d = n->document;
	const taught *before;
	answered themes;
	section *s;
	relais_status rc =
		training_ask(n, n->month, "theme", RELAIS_TRAINING_TABLE, &themes, err);

	if (rc != RELAIS_OK || (rc = ask_before(n, &before, err)) != RELAIS_OK)
		return rc;
	s = note_section(n, "year", document_say(d, "The year"));
	if (is_empty(&themes)) {
		section_paragraph(d, s, document_say(d, "No session was held in that year."));
		rc = write_ahead(n, err);
		write_training_method(n);
		return rc;
	}
	key_figures_of_training(n, s, themes.total, before);
	say_year_of_training(n, s, &themes, before);
	if ((rc = write_groups(n, &themes, err)) != RELAIS_OK ||
		(rc = write_access(n, err)) != RELAIS_OK)
		return rc;
	write_funding(n, note_section(n, "funding", document_say(d, "Funding")), themes.total);
	rc = write_ahead(n, err);
	write_training_method(n);
	return rc;
}

relais_status report_training(relais_store *store, const relais_question *question,
	relais_document *document, relais_error *err)
{
	note n = { .store = store, .question = *question, .document = document };
	relais_status rc = check(question, err);

	n.teller.document = document;
	n.teller.published = question->diffusion != RELAIS_INTERNE;
	n.question.by = NULL;
	n.month = question->span.to;
	if (rc == RELAIS_OK)
		rc = edition_read(&n.known, store, question->as_of, err);
	if (rc == RELAIS_OK) {
		heading(&n);
		rc = write_all(&n, err);
	}
	note_close(&n);
	return rc;
}

relais_status write_training(note *n, relais_error *err)
{
	relais_document *d = n->document;
	const taught *before;
	answered themes;
	section *s;
	relais_status rc =
		training_ask(n, n->month, "theme", RELAIS_TRAINING_TABLE, &themes, err);

	if (rc != RELAIS_OK || is_empty(&themes) ||
		(rc = ask_before(n, &before, err)) != RELAIS_OK)
		return rc;
	s = note_section(n, "training", document_say(d, "Professional development"));
	key_figures_of_training(n, s, themes.total, before);
	say_year_of_training(n, s, &themes, before);
	sessions_table(n, s, document_say(d, "Training by theme"), document_say(d, "Theme"),
		&themes, label_of_group);
	write_funding(n, s, themes.total);
	return RELAIS_OK;
}
