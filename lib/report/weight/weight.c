/* SPDX-License-Identifier: MIT
 * The economic weight of a year: the sections of a note, of other figures.
 */
#include "weight.h"

#include "../../base/error.h"
#include "../../base/period.h"
#include "../narrative.h"

enum { MOST_KEYS = 6 };

static const char *const taxes[] = { "taxe_sejour_collectee_eur", "taxe_sejour_affectee_eur",
	"nuitees_taxees", NULL };
static const char *const jobs[] = { "etp_total", "etp_saisonniers", "salaries_nb",
	"masse_salariale_eur", "part_masse_salariale", NULL };
static const char *const budgets[] = { "produits_eur", "charges_eur", "subvention_eur",
	"autofinancement_eur", "part_autofinancement", "produits_par_hab", NULL };
static const char *const flows[] = { "population", "lits_touristiques", "meubles_classes_nb",
	"visiteurs_accueillis", "demandes_total", NULL };

/* ---- what is to be kept in mind ------------------------------------------------------------------ */

static relais_status add_key(
	note *n, const char *code, key_figure *keys, size_t *count, relais_error *err)
{
	relais_document *d = n->document;
	const indicator *i = note_indicator(n, code);
	reading *r = NULL;
	relais_status rc = i ? note_read(n, i, n->this_month, &r, err) : RELAIS_OK;

	if (rc != RELAIS_OK || !r || !level_is_open(&n->teller, &r->level))
		return rc;
	keys[*count] = (key_figure){ .label = indicator_label(i, d->lang),
		.value = tell_level(&n->teller, note_topic(r), &r->level),
		.detail = document_say(
			d, "%s offices", tell_offices(&n->teller, note_topic(r), &r->level)) };
	(*count)++;
	return RELAIS_OK;
}

/* How the first that can be compared moved, over the same offices. */
static relais_status say_move(note *n, section *s, relais_error *err)
{
	static const char *const leading[] = { "taxe_sejour_collectee_eur", "produits_eur",
		"etp_total" };

	for (size_t k = 0; k < sizeof leading / sizeof *leading; k++) {
		const indicator *i = note_indicator(n, leading[k]);
		reading *r = NULL;
		relais_status rc = i ? note_read(n, i, n->this_month, &r, err) : RELAIS_OK;

		if (rc != RELAIS_OK)
			return rc;
		if (r && evolution_is_open(&n->teller, &r->evolution))
			section_paragraph(n->document, s,
				narrate_month(n->document, i, n->month, &r->evolution,
					n->known.weak_below));
	}
	return RELAIS_OK;
}

static relais_status write_keys(note *n, relais_error *err)
{
	static const char *const codes[MOST_KEYS] = { "taxe_sejour_collectee_eur", "etp_total",
		"produits_eur", "masse_salariale_eur", "lits_touristiques",
		"visiteurs_accueillis" };
	relais_document *d = n->document;
	section *s = note_section(n, "essentials", document_say(d, "The essentials"));
	key_figure keys[MOST_KEYS];
	size_t count = 0;
	relais_status rc = RELAIS_OK;

	for (size_t k = 0; rc == RELAIS_OK && k < MOST_KEYS; k++)
		rc = add_key(n, codes[k], keys, &count, err);
	if (rc != RELAIS_OK)
		return rc;
	if (!count) {
		section_paragraph(d, s,
			document_say(d,
				"Nothing of it can be told of %s: none was sent, or too few offices did.",
				note_month_name(n, n->month)));
		return RELAIS_OK;
	}
	section_figures(d, s, count, keys);
	return say_move(n, s, err);
}

/* ---- its tables ---------------------------------------------------------------------------------- */

static relais_status write_taxes(note *n, relais_error *err)
{
	relais_document *d = n->document;

	return write_sheet_section(n, "taxes", document_say(d, "Tourist tax"),
		document_say(d, "Collected, allotted to the offices, and the nights declared"),
		taxes, err);
}

static relais_status write_jobs(note *n, relais_error *err)
{
	relais_document *d = n->document;

	return write_sheet_section(n, "jobs", document_say(d, "Jobs"),
		document_say(d, "Staff and payroll of the offices"), jobs, err);
}

static relais_status write_budgets(note *n, relais_error *err)
{
	relais_document *d = n->document;

	return write_sheet_section(n, "budgets", document_say(d, "Budgets"),
		document_say(d, "Income, expenses, grants and own resources"), budgets, err);
}

static relais_status write_flows(note *n, relais_error *err)
{
	relais_document *d = n->document;

	return write_sheet_section(n, "territory", document_say(d, "The territory"),
		document_say(d, "Who lives there, what it lodges, who was received"), flows,
		err);
}

static note_writer *const sections[] = {
	write_keys,
	write_taxes,
	write_jobs,
	write_budgets,
	write_flows,
	write_residents,
	write_method,
};

static relais_status check(const relais_question *question, relais_error *err)
{
	relais_span span = question->span;
	char to[16];

	relais_period_print(span.to, to);
	if (!span.to || span.from != span.to || period_length_of(span.to) != LENGTH_YEAR)
		return fail(err, RELAIS_E_USAGE,
			"the economic weight is that of one year: say it, as in -p 2024");
	if (period_first_day(span.to) > question->today)
		return fail(err, RELAIS_E_USAGE,
			"nothing is known of '%s' yet: the year has not begun", to);
	return RELAIS_OK;
}

relais_status report_weight(relais_store *store, const relais_question *question,
	relais_document *document, relais_error *err)
{
	note n = { .store = store, .question = *question, .document = document };
	relais_status rc = check(question, err);

	if (rc != RELAIS_OK)
		return rc;
	n.teller.document = document;
	n.teller.published = question->diffusion != RELAIS_INTERNE;
	rc = note_open(&n, err);
	if (rc == RELAIS_OK)
		note_heading(&n,
			document_say(document, "Economic weight of the tourist offices — %s",
				note_month_name(&n, n.month)));
	for (size_t i = 0; rc == RELAIS_OK && i < sizeof sections / sizeof *sections; i++)
		rc = sections[i](&n, err);
	note_close(&n);
	return rc;
}
