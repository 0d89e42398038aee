/* SPDX-License-Identifier: MIT
 * Evidence, partners and targets, as tables of columns.
 */
#include "kind_evidence.h"

#include "../base/words.h"

const choice kind_activity_types[] = {
	{ "reunion", "meeting|rencontre|comite|commission|club" },
	{ "note", "fiche|fiche pratique|memo" },
	{ "lettre", "newsletter|lettre d information|infolettre|bulletin" },
	{ "demande", "request|question|sollicitation|reponse" },
	{ "audit", "audit a blanc|diagnostic|blank audit" },
	{ "visite", "visit|visite de classement" },
	{ "atelier", "workshop" },
	{ "seminaire", "seminar|journee|eductour" },
	{ "publication", "report|guide|carte|rapport" },
	{ "etude", "study|enquete|survey|barometre" },
	{ "presentation", "presentation publique|talk|audition" },
	{ "presse", "press|communique|dossier de presse" },
	{ "accompagnement", "support|suivi|coaching" },
	{ "dossier", "file|dossier depose|dossier collectif" },
	{ "autre", "other" },
	{ NULL, NULL },
};

const kind_column kind_activities[ACTIVITY_COUNT] = {
	[ACTIVITY_CODE] = { "code", "code activite|reference|numero", CELL_CODE, false, NULL,
		NULL, N_("number of the entry, given once") },
	[ACTIVITY_DATE] = { "date", "le|date de l activite|jour", CELL_DAY, true, NULL, NULL,
		N_("day it took place") },
	[ACTIVITY_TYPE] = { "type", "nature|type d activite|activite", CELL_CHOICE, true, NULL,
		kind_activity_types, N_("what it was") },
	[ACTIVITY_RESOLUTIONS] = { "resolutions", "resolution|codes resolutions",
		CELL_RESOLUTIONS, true, NULL, NULL, N_("resolutions it serves") },
	[ACTIVITY_TITLE] = { "title", "intitule|objet|libelle|titre", CELL_TEXT, false, NULL,
		NULL, N_("what it was about; no names of persons") },
	[ACTIVITY_OFFICES] = { "offices", "ot|offices concernes|ot concernes|offices presents",
		CELL_OFFICES, false, NULL, NULL, N_("offices that took part or were served") },
	[ACTIVITY_PARTNERS] = { "partners", "partenaires|partenaire", CELL_PARTNERS, false,
		NULL, NULL, N_("partners that took part") },
	[ACTIVITY_PEOPLE] = { "people",
		"participants|personnes|effectif|nombre de participants", CELL_INTEGER, false,
		NULL, NULL, N_("how many people took part") },
	[ACTIVITY_DAYS] = { "days", "jours|duree|duree jours|jours passes", CELL_DECIMAL, false,
		NULL, NULL, N_("days of the relais's staff") },
	[ACTIVITY_DELAY] = { "delay_days", "delai|delai jours|delai de reponse|jours ouvres",
		CELL_INTEGER, false, NULL, NULL,
		N_("of a request: working days until the answer") },
	[ACTIVITY_PROOF] = { "proof", "preuve|justificatif|lien", CELL_TEXT, false, NULL, NULL,
		N_("document or link") },
};

static const choice partner_types[] = {
	{ "collectivite", "local authority|commune|epci|departement|region" },
	{ "etat", "state|prefecture|services de l etat" },
	{ "institutionnel", "institution|crt|cdt|adt|federation" },
	{ "consulaire", "chamber|chambre|cci|chambre d agriculture" },
	{ "professionnel", "trade body|syndicat|groupement|groupement professionnel" },
	{ "label", "reseau|marque|brand" },
	{ "formation", "training funder|opco|cnfpt|organisme de formation" },
	{ "media", "presse|press" },
	{ "autre", "other" },
	{ NULL, NULL },
};

const kind_column kind_partners[PARTNER_COUNT] = {
	[PARTNER_CODE] = { "partner", "code partenaire|partenaire", CELL_CODE, true, NULL, NULL,
		N_("code of the partner, never reused") },
	[PARTNER_NAME] = { "name", "nom|organisme|denomination|raison sociale", CELL_TEXT, true,
		NULL, NULL, N_("name of the body, not of a person") },
	[PARTNER_TYPE] = { "type", "nature|type de partenaire|famille", CELL_CHOICE, false,
		"autre", partner_types, N_("what kind of body it is") },
	[PARTNER_ROLE] = { "role", "fonction|interlocuteur|service", CELL_TEXT, false, NULL,
		NULL, N_("service or role that is written to, no name") },
	[PARTNER_WEB] = { "web", "site|site web|site internet|url", CELL_TEXT, false, NULL,
		NULL, N_("web site") },
};

const choice kind_levels[] = {
	{ "relay", "relais" },
	{ "office", "offices|ot|reseau" },
	{ NULL, NULL },
};

const choice kind_senses[] = {
	{ "up", "hausse|augmenter|au moins|min" },
	{ "down", "baisse|reduire|au plus|max" },
	{ NULL, NULL },
};

const kind_column kind_targets[TARGET_COUNT] = {
	[TARGET_RESOLUTION] = { "resolution", "code resolution", CELL_RESOLUTION, false, "",
		NULL, N_("resolution it is set for") },
	[TARGET_INDICATOR] = { "indicator", "indicateur|code indicateur|indicateur cible",
		CELL_INDICATOR, false, "", NULL,
		N_("indicator it counts in; empty: the main measure of the resolution") },
	[TARGET_LEVEL] = { "level", "niveau|echelon", CELL_CHOICE, false, "", kind_levels,
		N_("what the relais does, or what the offices adopted") },
	[TARGET_FROM] = { "from", "de|a partir de|debut|periode|annee", CELL_PERIOD, true, NULL,
		NULL, N_("first period it holds for") },
	[TARGET_UNTIL] = { "until", "a|jusqu a|fin|echeance", CELL_PERIOD, false, NULL, NULL,
		N_("last period; empty: until another takes its place") },
	[TARGET_VALUE] = { "value", "valeur|cible|valeur cible|objectif", CELL_DECIMAL, true,
		NULL, NULL, N_("value to reach, in the unit of the measure") },
	[TARGET_SENSE] = { "sense", "sens", CELL_CHOICE, false, NULL, kind_senses,
		N_("up: at least; down: at most; empty: as the measure says") },
	[TARGET_NOTE] = { "note", "commentaire|remarque", CELL_TEXT, false, NULL, NULL,
		N_("free text") },
};
