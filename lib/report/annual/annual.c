/* SPDX-License-Identifier: MIT
 * The year as a note: the same sections ask for the span of the note, whatever its length.
 */
#include "annual.h"

#include "../../base/error.h"
#include "../../base/period.h"
#include "../training/training.h"

static note_writer *const sections[] = {
	write_year,
	write_years,
	write_network,
	write_means,
	write_collection,
	write_year_channels,
	write_origin,
	write_territory,
	write_year_months,
	write_year_season,
	write_web,
	write_economy,
	write_quality,
	write_training,
	write_relay,
	write_programme,
	write_representation,
	write_others,
	write_offices,
	write_response,
	write_revisions,
	write_method,
};

/* Told by sections of its own, so that the other figures are others. */
static const char *const told[] = { "etp_total", "etp_saisonniers", "etp_numerique",
	"salaries_nb", "direction_pourvue", "langues_accueil_nb", "bit_nb",
	"bit_saisonniers_nb", "jours_ouverture", "heures_ouverture", "produits_eur",
	"charges_eur", "subvention_eur", "taxe_sejour_affectee_eur", "autofinancement_eur",
	"masse_salariale_eur", "taxe_sejour_collectee_eur", "part_autofinancement",
	"part_masse_salariale", "produits_par_hab", "reclamations_nb", "taux_reclamation",
	"delai_reponse_h", "meubles_classes_nb", "visites_meubles_nb", NULL };

static relais_status check(const relais_question *question, relais_error *err)
{
	relais_span span = question->span;
	char to[16];

	relais_period_print(span.to, to);
	if (!span.to || span.from != span.to || period_length_of(span.to) != LENGTH_YEAR)
		return fail(err, RELAIS_E_USAGE,
			"the annual review is about one year: say it, as in -p 2024");
	if (period_first_day(span.to) > question->today)
		return fail(err, RELAIS_E_USAGE,
			"there is no review of '%s' yet: the year has not begun", to);
	return RELAIS_OK;
}

relais_status report_annual(relais_store *store, const relais_question *question,
	relais_document *document, relais_error *err)
{
	note n = {
		.store = store, .question = *question, .document = document, .elsewhere = told
	};
	relais_status rc = check(question, err);

	if (rc != RELAIS_OK)
		return rc;
	n.teller.document = document;
	n.teller.published = question->diffusion != RELAIS_INTERNE;
	rc = note_open(&n, err);
	if (rc == RELAIS_OK)
		note_heading(&n, document_say(document, "Annual review — %s",
					 note_month_name(&n, n.month)));
	for (size_t i = 0; rc == RELAIS_OK && i < sizeof sections / sizeof *sections; i++)
		rc = sections[i](&n, err);
	note_close(&n);
	return rc;
}
