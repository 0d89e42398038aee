/* SPDX-License-Identifier: MIT
 * Labels as a table of columns. Which schemes and levels there are, and for how long, is the law's
 * (label.h); a cell here is only read.
 */
#include "kind_label.h"

#include "../base/words.h"

static const choice grids[] = {
	{ "2010", "grille 2010|arrete 2010" },
	{ "2019", "grille 2019|arrete 2019" },
	{ NULL, NULL },
};

static const choice bases[] = {
	{ "complet", "complete|full|deux piliers|les deux piliers" },
	{ "eco", "eco responsabilite|pilier eco|pilier eco responsable|ecoresponsabilite" },
	{ NULL, NULL },
};

const kind_column kind_labels[LABEL_COUNT] = {
	[LABEL_OFFICE] = { "office", "code office|ot|code ot|office de tourisme", CELL_OFFICE,
		false, "", NULL, N_("office that holds it; empty when somebody else does") },
	[LABEL_HOLDER] = { "holder",
		"titulaire|code insee|insee|code commune|commune insee|code du titulaire",
		CELL_CODE, false, "", NULL,
		N_("who else holds it: INSEE code of a commune, code of a territory, number of a lodging") },
	[LABEL_SCHEME] = { "scheme", "label|dispositif|marque|type de label|denomination",
		CELL_LABEL, true, NULL, NULL,
		N_("classement, qualite_tourisme, destination_excellence …: see share/labels.csv") },
	[LABEL_DECIDED] = { "decided_on",
		"decide le|date de decision|date arrete|date de l arrete|arrete du|date d attribution|attribue le|obtenu le",
		CELL_DAY, false, "", NULL,
		N_("day of the decision; empty: asked for, not decided yet") },
	[LABEL_NAME] = { "name", "nom|nom du titulaire|commune|nom de la commune", CELL_TEXT,
		false, NULL, NULL, N_("name of a holder that is no office") },
	[LABEL_LEVEL] = { "level", "niveau|categorie|etoiles|handicaps|deficiences", CELL_TEXT,
		false, NULL, NULL, N_("category, stars, or deficiencies with blanks between") },
	[LABEL_GRID] = { "grid", "grille|grille de classement", CELL_CHOICE, false, NULL, grids,
		N_("grid of criteria, 2010 or 2019; by the dates when not said") },
	[LABEL_COMPLETE] = { "complete_on",
		"dossier complet|dossier complet le|complet le|date dossier complet", CELL_DAY,
		false, NULL, NULL, N_("day the file of this decision was complete") },
	[LABEL_FILED] = { "filed_on",
		"depose le|date de depot|depot|renouvellement depose|renouvellement depose le",
		CELL_DAY, false, NULL, NULL,
		N_("day its renewal, or what is not decided yet, was filed") },
	[LABEL_UNTIL] = { "valid_until",
		"valable jusqu au|valide jusqu au|echeance|date d echeance|fin de validite",
		CELL_DAY, false, NULL, NULL,
		N_("last day, when the decision says another than the law") },
	[LABEL_WITHDRAWN] = { "withdrawn_on", "radie le|retire le|declasse le|date de retrait",
		CELL_DAY, false, NULL, NULL,
		N_("day it was withdrawn, or the request given up") },
	[LABEL_INJUNCTION] = { "injunction_on", "mise en demeure|mise en demeure le|injonction",
		CELL_DAY, false, NULL, NULL,
		N_("day of an injunction to comply that still runs") },
	[LABEL_BASIS] = { "basis", "piliers|base|pilier evalue", CELL_CHOICE, false, NULL,
		bases,
		N_("of destination_excellence: complet, or eco for a holder of Qualité Tourisme") },
	[LABEL_COVERED_BY] = { "covered_by",
		"office couvrant|couvert par|office competent|ot competent", CELL_OFFICE, false,
		NULL, NULL, N_("of a commune: the office that it depends on") },
	[LABEL_REASON] = { "reason", "motif|raison", CELL_TEXT, false, NULL, NULL,
		N_("why it was withdrawn, or refused") },
	[LABEL_REFERENCE] = { "reference", "texte|numero|numero d arrete|n arrete", CELL_TEXT,
		false, NULL, NULL, N_("number of the decision") },
};
