/* SPDX-License-Identifier: MIT
 * Agreements and their objectives, as tables of columns.
 */
#include "kind_agreement.h"

#include "../base/words.h"
#include "kind_evidence.h"

static const choice agreement_types[] = {
	{ "objectifs",
		"convention d objectifs|objectives|objective agreement|convention d objectifs et de moyens" },
	{ "partenariat", "convention de partenariat|partnership|partenaire" },
	{ NULL, NULL },
};

const kind_column kind_agreements[AGREEMENT_COUNT] = {
	[AGREEMENT_CODE] = { "agreement", "code convention|convention|code agreement",
		CELL_CODE, true, NULL, NULL, N_("code of the agreement, never reused") },
	[AGREEMENT_TYPE] = { "type", "nature|type de convention", CELL_CHOICE, true, NULL,
		agreement_types, N_("of an office's objectives, or a partnership") },
	[AGREEMENT_OFFICE] = { "office", "ot|code ot|code office|office de tourisme",
		CELL_OFFICE, false, NULL, NULL, N_("office that signed; of objectives") },
	[AGREEMENT_PARTNER] = { "partner", "partenaire|code partenaire", CELL_PARTNER, false,
		NULL, NULL, N_("partner that signed; of a partnership") },
	[AGREEMENT_WITH] = { "with", "avec|collectivite|autre partie|signataire", CELL_TEXT,
		false, NULL, NULL, N_("the other party: the body, not a person") },
	[AGREEMENT_SIGNED] = { "signed_on", "signee le|signe le|date de signature|signature",
		CELL_DAY, false, NULL, NULL, N_("day it was signed; empty: not yet") },
	[AGREEMENT_FROM] = { "from", "du|debut|date de debut|effet", CELL_DAY, false, NULL,
		NULL, N_("first day it holds; the day of signature unless said") },
	[AGREEMENT_UNTIL] = { "until", "au|fin|date de fin|terme|echeance", CELL_DAY, false,
		NULL, NULL, N_("last day it holds; empty: no end") },
	[AGREEMENT_REVIEWED] = { "reviewed_on",
		"revue le|derniere revue|date de revue|bilan le|revue annuelle", CELL_DAY,
		false, NULL, NULL, N_("day of its last yearly review") },
	[AGREEMENT_SERVICES] = { "services",
		"services a la population|clause population|services population", CELL_YESNO,
		false, NULL, NULL, N_("names the services to the people who live there") },
	[AGREEMENT_RESOLUTION] = { "resolution", "code resolution", CELL_RESOLUTION, false,
		NULL, NULL,
		N_("resolution it serves; P5 for objectives and R9 for a partnership unless said") },
	[AGREEMENT_PROOF] = { "proof", "preuve|justificatif|lien", CELL_TEXT, false, NULL, NULL,
		N_("document or link") },
};

const kind_column kind_objectives[OBJECTIVE_COUNT] = {
	[OBJECTIVE_AGREEMENT] = { "agreement", "convention|code convention", CELL_AGREEMENT,
		true, NULL, NULL, N_("agreement it is annexed to") },
	[OBJECTIVE_INDICATOR] = { "indicator", "indicateur|code indicateur", CELL_INDICATOR,
		true, NULL, NULL, N_("what is counted") },
	[OBJECTIVE_PERIOD] = { "period", "periode|annee|exercice|year", CELL_PERIOD, true, NULL,
		NULL, N_("year, or another period, it is for") },
	[OBJECTIVE_TARGET] = { "target", "cible|valeur cible|valeur|value", CELL_DECIMAL, true,
		NULL, NULL, N_("value to reach, in the unit of the indicator") },
	[OBJECTIVE_SENSE] = { "sense", "sens", CELL_CHOICE, false, "up", kind_senses,
		N_("up: at least; down: at most") },
	[OBJECTIVE_LABEL] = { "label", "objectif|libelle|intitule", CELL_TEXT, false, NULL,
		NULL, N_("the objective in words") },
};
