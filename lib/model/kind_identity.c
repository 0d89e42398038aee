/* SPDX-License-Identifier: MIT
 * Who an office is over time, as tables of columns.
 */
#include "kind_identity.h"

#include "../base/words.h"

const choice kind_schemes[] = {
	{ "siret", "n siret|numero siret" },
	{ "siren", "n siren|numero siren" },
	{ "rna", "n rna|numero rna|waldec" },
	{ "apidae", "id apidae|sitra" },
	{ "tourinsoft", "id tourinsoft|syndicobjectid" },
	{ "datatourisme", "uri datatourisme|data tourisme" },
	{ "national", "id national|identifiant national" },
	{ NULL, NULL },
};

const kind_column kind_identifiers[IDENTIFIER_COUNT] = {
	[IDENTIFIER_OFFICE] = { "office", "code office|ot|code ot|office de tourisme",
		CELL_OFFICE, true, NULL, NULL, N_("code or exact name of the office") },
	[IDENTIFIER_SCHEME] = { "scheme",
		"schema|referentiel|type d identifiant|repertoire|systeme|nomenclature",
		CELL_SCHEME, true, NULL, kind_schemes,
		N_("who gave it: siret, apidae, or a word of your own") },
	[IDENTIFIER_VALUE] = { "value", "valeur|identifiant|numero|identifier", CELL_IDENTIFIED,
		true, NULL, NULL, N_("the number or name it gave") },
	[IDENTIFIER_FROM] = { "valid_from", "du|depuis|valable du|debut|date de debut",
		CELL_DAY, false, NULL, NULL, N_("first day it holds; empty: always") },
	[IDENTIFIER_UNTIL] = { "valid_until", "au|jusqu au|valable jusqu au|fin|date de fin",
		CELL_DAY, false, NULL, NULL, N_("last day it holds; empty: still") },
};

static const choice event_types[] = {
	{ "creation", "ouverture" },
	{ "fusion", "merger" },
	{ "absorption", "takeover" },
	{ "scission", "split|partage" },
	{ "changement_statut", "changement de statut|transformation|status change" },
	{ "changement_nom", "changement de nom|renommage|name change" },
	{ "transfert_collectivite", "transfert de collectivite|transfert|transfer" },
	{ "transformation_en_bit", "devient bit|devient bureau" },
	{ "extension_perimetre", "extension de perimetre|extension" },
	{ "reduction_perimetre", "reduction de perimetre|reduction" },
	{ "dissolution", "fermeture|closing" },
	{ NULL, NULL },
};

const kind_column kind_events[EVENT_COUNT] = {
	[EVENT_DATE] = { "date", "le|date d effet|date effet|a compter du|jour", CELL_DAY, true,
		NULL, NULL, N_("first day it has effect") },
	[EVENT_TYPE] = { "type", "evenement|event|nature|type d evenement", CELL_CHOICE, true,
		NULL, event_types, N_("what happened") },
	[EVENT_OFFICE] = { "office", "code office|ot|code ot|office de tourisme", CELL_OFFICE,
		true, NULL, NULL, N_("office it happened to") },
	[EVENT_INTO] = { "into", "vers|dans|devient|au profit de", CELL_BECOMES, false, NULL,
		NULL, N_("office that goes on; the new name, or the new legal form") },
	[EVENT_SHARE] = { "share", "part|pourcentage|quote part", CELL_DECIMAL, false, NULL,
		NULL, N_("of a scission: percent that goes there") },
	[EVENT_NOTE] = { "note", "commentaire|remarque", CELL_TEXT, false, NULL, NULL,
		N_("free text") },
};
