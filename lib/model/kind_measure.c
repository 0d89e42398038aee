/* SPDX-License-Identifier: MIT
 * Yardsticks as a table of columns, and what each source can be asked.
 */
#include "kind_measure.h"

#include <string.h>

#include "../base/words.h"
#include "kind_action.h"
#include "kind_evidence.h"

static const choice sources[] = {
	{ "activities", "activites|journal" },
	{ "agreements", "conventions" },
	{ "labels", "label|classements" },
	{ "sessions", "formations|stages" },
	{ "indicator", "indicateur" },
	{ "collect", "collecte|reponses" },
	{ "editions", "parutions|notes" },
	{ "progress", "etats|etats declares" },
	{ "attribute", "registre|adhesion" },
	{ "identifiers", "identifiants" },
	{ "mergers", "regroupements|fusions" },
	{ "none", "aucune|aucun" },
	{ NULL, NULL },
};

static const choice windows[] = {
	{ "now", "" },
	{ "latest", "" },
	{ "ever", "" },
	{ "year", "" },
	{ "#m", "" },
	{ NULL, NULL },
};

static const choice months[] = { { "#m", "" }, { NULL, NULL } };

const kind_column kind_measures[MEASURE_COUNT] = {
	[MEASURE_CODE] = { "code", "measure|mesure|code mesure", CELL_CODE, true, NULL, NULL,
		N_("code of the measure: one of the catalogue, which it replaces, or a new one") },
	[MEASURE_FROM] = { "from", "de|a partir du|depuis|du", CELL_SINCE, false, "", NULL,
		N_("first day it holds; empty: it always did") },
	[MEASURE_UNTIL] = { "until", "jusqu au|jusqu a|au|fin", CELL_DAY, false, NULL, NULL,
		N_("last day it holds; empty: it still does") },
	[MEASURE_RESOLUTION] = { "resolution", "code resolution", CELL_RESOLUTION, true, NULL,
		NULL, N_("resolution it proves") },
	[MEASURE_LEVEL] = { "level", "niveau|echelon", CELL_CHOICE, true, NULL, kind_levels,
		N_("what the relais does, or what the offices adopted") },
	[MEASURE_SOURCE] = { "source", "registre|origine", CELL_CHOICE, true, NULL, sources,
		N_("where it is counted; none: the measure is not used") },
	[MEASURE_FILTER] = { "filter", "filtre|seulement", CELL_FILTER, false, NULL, NULL,
		N_("which of the source: types, labels, states with + between; an indicator") },
	[MEASURE_FORMULA] = { "count", "formule|compte|on compte", CELL_FORMULA, false, NULL,
		NULL, N_("what is counted of it") },
	[MEASURE_WINDOW] = { "window", "fenetre|periode", CELL_FORMULA, false, "now", windows,
		N_("over which time: now, latest, ever, year (its months so far), or 12m") },
	[MEASURE_UNIT] = { "unit", "unite", CELL_TEXT, false, NULL, NULL,
		N_("unit as people write it") },
	[MEASURE_SENSE] = { "sense", "sens", CELL_CHOICE, false, "up", kind_senses,
		N_("up: more is better; down: less is") },
	[MEASURE_STALE] = { "stale_after", "perime apres|perime au bout de", CELL_FORMULA,
		false, NULL, months,
		N_("months after which the last proof no longer counts, as 9m; empty: never") },
	[MEASURE_LABEL_FR] = { "label_fr", "label|libelle|libelle fr|intitule", CELL_TEXT,
		false, NULL, NULL, N_("French label") },
	[MEASURE_LABEL_EN] = { "label_en", "libelle en|english label", CELL_TEXT, false, NULL,
		NULL, N_("English label") },
};

static const choice of_activities[] = {
	{ "entries", "" },
	{ "offices", "" },
	{ "people", "" },
	{ "partners", "" },
	{ "on_time:#", "" },
	{ NULL, NULL },
};
static const choice of_agreements[] = {
	{ "in_force", "" },
	{ "offices", "" },
	{ "reviewed", "" },
	{ NULL, NULL },
};
static const choice of_sessions[] = {
	{ "sessions", "" },
	{ "offices", "" },
	{ "days", "" },
	{ "access", "" },
	{ "funded", "" },
	{ "people:partner", "" },
	{ NULL, NULL },
};
static const choice of_indicators[] = { { "total", "" }, { "offices", "" }, { NULL, NULL } };
static const choice response[] = { { "response", "" }, { NULL, NULL } };
static const choice in_time[] = { { "on_time:#", "" }, { NULL, NULL } };
static const choice share[] = { { "offices", "" }, { NULL, NULL } };

static const choice agreement_words[] = {
	{ "objectifs", "" },
	{ "partenariat", "" },
	{ "objectifs+services", "" },
	{ NULL, NULL },
};
static const choice edition_words[] = {
	{ "monthly", "mensuelle|note" },
	{ "annual", "annuel|panorama" },
	{ "board", "tableau de bord" },
	{ "office", "fiche|fiches" },
	{ "resolutions", "" },
	{ "training", "formation" },
	{ "labels", "" },
	{ NULL, NULL },
};
static const choice attribute_words[] = { { "member", "adherent|membre" }, { NULL, NULL } };
static const choice everything[] = { { "*", "tout|toutes|tous|all" }, { NULL, NULL } };

static const measure_source all[] = {
	{ "activities", CELL_FILTER, kind_activity_types, of_activities, false },
	{ "agreements", CELL_CHOICE, agreement_words, of_agreements, true },
	{ "labels", CELL_LABELS, NULL, share, true },
	{ "sessions", CELL_CHOICE, everything, of_sessions, false },
	{ "indicator", CELL_INDICATOR, NULL, of_indicators, true },
	{ "collect", CELL_INDICATOR, NULL, response, true },
	{ "editions", CELL_CHOICE, edition_words, in_time, true },
	{ "progress", CELL_FILTER, kind_states, share, true },
	{ "attribute", CELL_CHOICE, attribute_words, share, true },
	{ "identifiers", CELL_CODE, NULL, share, true },
	{ "mergers", CELL_CHOICE, everything, share, false },
};

const measure_source *measure_source_named(const char *name)
{
	for (size_t i = 0; name && i < sizeof all / sizeof *all; i++)
		if (strcmp(all[i].name, name) == 0)
			return &all[i];
	return NULL;
}

static bool is_pattern(const char *pattern, const char *said)
{
	const char *mark = strchr(pattern, '#');
	size_t before = mark ? (size_t)(mark - pattern) : 0, digits;

	if (!mark)
		return strcmp(pattern, said) == 0;
	if (strncmp(pattern, said, before) != 0)
		return false;
	digits = strspn(said + before, "0123456789");
	return digits >= 1 && digits <= 3 && said[before] != '0' &&
	       strcmp(said + before + digits, mark + 1) == 0;
}

bool measure_formula(const choice *patterns, const char *said)
{
	for (; patterns->code; patterns++)
		if (is_pattern(patterns->code, said))
			return true;
	return false;
}
