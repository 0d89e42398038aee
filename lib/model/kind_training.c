/* SPDX-License-Identifier: MIT
 * Sessions, enrolments and needs, as tables of columns.
 *
 * What each funder pays is a column of the session, not a table of its own: the funders are a
 * closed list, the training table has a column for each, and one row then holds both sides of
 * the rule that no more may be paid than the session costs, so that it is checked, and refused
 * with its line, whichever way the money changes. A need names no session, there is none yet: so it
 * is a kind of its own, and an enrolment is always in a session that exists.
 */
#include "kind_training.h"

#include <string.h>

#include "../base/words.h"

static const choice session_states[] = {
	{ "propose", "proposee|proposed|projet" },
	{ "planifie",
		"planifiee|planned|programme|programmee|confirme|confirmee|ouvert|ouverte" },
	{ "tenu", "tenue|held|realise|realisee|fait|faite|done" },
	{ "annule", "annulee|cancelled|canceled" },
	{ NULL, NULL },
};

const choice kind_trainees[] = {
	{ "direction", "directeur|directrice|responsable|manager|management" },
	{ "accueil", "conseil en sejour|conseiller en sejour|reception|front office" },
	{ "numerique", "digital|animateur numerique|webmestre|ant" },
	{ "promotion", "communication|marketing|commercialisation" },
	{ "administration", "comptabilite|secretariat|office work" },
	{ "saisonnier", "saisonniers|saisonniere|seasonal" },
	{ "autre", "other|autres" },
	{ "prestataire", "prestataires|partenaire|partenaires|partner|partners|provider" },
	{ "elu", "elus|elue|administrateur|benevole|board" },
	{ NULL, NULL },
};

static const choice regimes[] = {
	{ "prive", "privee|private|droit prive" },
	{ "public", "publique|droit public|fonctionnaire|territorial" },
	{ NULL, NULL },
};

const kind_column kind_sessions[SESSION_COUNT] = {
	[SESSION_CODE] = { "session", "code session|n session|reference session", CELL_CODE, true,
		NULL, NULL, N_("code of the session, never reused") },
	[SESSION_TITLE] = { "title", "intitule|libelle|titre|formation", CELL_TEXT, true, NULL,
		NULL, N_("what it is called") },
	[SESSION_THEME] = { "theme", "thematique|domaine de formation", CELL_TEXT, true, NULL,
		NULL, N_("theme, by which sessions and needs go together") },
	[SESSION_RESOLUTIONS] = { "resolutions", "resolution|code resolution", CELL_RESOLUTIONS,
		false, NULL, NULL, N_("resolutions it serves, blanks between") },
	[SESSION_STATE] = { "state", "etat|statut", CELL_CHOICE, false, "propose",
		session_states, N_("state of the session") },
	[SESSION_BEGINS] = { "begins", "debut|du|date|date de debut|premier jour|start",
		CELL_DAY, false, NULL, NULL, N_("first day") },
	[SESSION_ENDS] = { "ends", "fin|au|date de fin|dernier jour|end", CELL_DAY, false, NULL,
		NULL, N_("last day; empty: that one day") },
	[SESSION_DAYS] = { "days", "jours|duree|duree jours|nb jours", CELL_DECIMAL, false,
		NULL, NULL, N_("length, in days") },
	[SESSION_HOURS] = { "hours", "heures|duree heures|nb heures", CELL_DECIMAL, false, NULL,
		NULL, N_("length, in hours; empty: 7 for each of its days") },
	[SESSION_PLACE] = { "place", "lieu|ville", CELL_TEXT, false, NULL, NULL,
		N_("where it is held") },
	[SESSION_TERRITORY] = { "territory", "territoire", CELL_TERRITORY, false, NULL, NULL,
		N_("territory it is held in") },
	[SESSION_SEATS] = { "seats", "places|capacite|nb places", CELL_INTEGER, false, NULL,
		NULL, N_("seats there are") },
	[SESSION_PROVIDER] = { "provider", "organisme|organisme de formation|intervenant",
		CELL_TEXT, false, NULL, NULL, N_("body that gives it") },
	[SESSION_TEACHING] = { "teaching_eur",
		"cout pedagogique|frais pedagogiques|pedagogique|teaching", CELL_DECIMAL, false,
		NULL, NULL, N_("cost of the teaching, euros; empty: not known") },
	[SESSION_OTHER_COSTS] = { "other_costs_eur",
		"autres frais|frais|frais annexes|frais logistiques|other costs", CELL_DECIMAL,
		false, "0", NULL, N_("other costs, euros; empty: none") },
	[SESSION_OPCO] = { "opco_eur", "opco|afdas|financement opco|prise en charge opco",
		CELL_DECIMAL, false, NULL, NULL, N_("paid by the OPCO, euros") },
	[SESSION_CNFPT] = { "cnfpt_eur", "cnfpt|financement cnfpt|prise en charge cnfpt",
		CELL_DECIMAL, false, NULL, NULL, N_("paid by the CNFPT, euros") },
	[SESSION_REGION] = { "region_eur", "financement region|subvention region", CELL_DECIMAL,
		false, NULL, NULL, N_("paid by the region, euros") },
	[SESSION_RELAIS] = { "relais_eur", "financement relais|part relais", CELL_DECIMAL,
		false, NULL, NULL, N_("paid by the relais, euros") },
	[SESSION_OFFICES] = { "offices_eur",
		"financement offices|part offices|participation des offices", CELL_DECIMAL,
		false, NULL, NULL, N_("paid by the offices, euros") },
	[SESSION_OTHERS] = { "others_eur", "autres financements|autres financeurs",
		CELL_DECIMAL, false, NULL, NULL, N_("paid by others, euros") },
	[SESSION_SATISFACTION] = { "satisfaction", "note de satisfaction|note moyenne",
		CELL_DECIMAL, false, NULL, NULL, N_("mean of the trainees' marks, out of 10") },
	[SESSION_ANSWERS] = { "answers", "reponses|nb reponses|nb avis", CELL_INTEGER, false,
		NULL, NULL, N_("how many gave a mark") },
};

const kind_column kind_enrolments[ENROLMENT_COUNT] = {
	[ENROLMENT_SESSION] = { "session", "code session|formation", CELL_SESSION, true, NULL,
		NULL, N_("code of the session") },
	[ENROLMENT_OFFICE] = { "office", "code office|ot|code ot|office de tourisme",
		CELL_OFFICE, true, NULL, NULL, N_("office the trainees are of, or come with") },
	[ENROLMENT_CATEGORY] = { "category", "categorie|fonction|categorie de personnel",
		CELL_CHOICE, true, NULL, kind_trainees, N_("what the trainees do") },
	[ENROLMENT_REGIME] = { "regime", "statut|droit|regime juridique", CELL_CHOICE, false,
		"", regimes,
		N_("law they are employed under; empty of those no office employs") },
	[ENROLMENT_TRAINEES] = { "trainees",
		"stagiaires|inscrits|nb stagiaires|nombre de stagiaires", CELL_INTEGER, true,
		NULL, NULL, N_("how many are enrolled") },
	[ENROLMENT_ABSENT] = { "absent", "absents|absences|nb absents", CELL_INTEGER, false,
		"0", NULL, N_("of them, how many did not come") },
	[ENROLMENT_HOURS] = { "hours", "heures|heures par stagiaire", CELL_DECIMAL, false, NULL,
		NULL, N_("hours each was there; empty: the whole session") },
	[ENROLMENT_DAYS] = { "days", "jours|jours par stagiaire", CELL_DECIMAL, false, NULL,
		NULL, N_("the same in days of 7 hours") },
};

const kind_column kind_needs[NEED_COUNT] = {
	[NEED_YEAR] = { "year", "annee|exercice|plan", CELL_INTEGER, true, NULL, NULL,
		N_("year of the plan") },
	[NEED_OFFICE] = { "office", "code office|ot|code ot|office de tourisme", CELL_OFFICE,
		true, NULL, NULL, N_("office that asks") },
	[NEED_THEME] = { "theme", "thematique|besoin|domaine de formation", CELL_TEXT, true,
		NULL, NULL, N_("theme asked for, as sessions name it") },
	[NEED_CATEGORY] = { "category", "categorie|fonction|categorie de personnel",
		CELL_CHOICE, true, NULL, kind_trainees, N_("what the trainees do") },
	[NEED_REGIME] = { "regime", "statut|droit|regime juridique", CELL_CHOICE, false, "",
		regimes, N_("law they are employed under; empty of those no office employs") },
	[NEED_TRAINEES] = { "trainees",
		"stagiaires|souhaits|stagiaires souhaites|nb stagiaires|nombre de stagiaires",
		CELL_INTEGER, true, NULL, NULL, N_("how many would come") },
	[NEED_DAYS] = { "days", "jours|duree|duree souhaitee", CELL_DECIMAL, false, NULL, NULL,
		N_("days wished; empty: as the last sessions of the theme") },
	[NEED_RESOLUTIONS] = { "resolutions", "resolution|code resolution", CELL_RESOLUTIONS,
		false, NULL, NULL, N_("resolutions it serves, blanks between") },
	[NEED_NOTE] = { "note", "commentaire|remarque|precision", CELL_TEXT, false, NULL, NULL,
		N_("free text") },
};

bool trainees_are_staff(const char *category)
{
	return strcmp(category, "prestataire") != 0 && strcmp(category, "elu") != 0;
}
