/* SPDX-License-Identifier: MIT
 * The kinds, one table each. The words in the alias lists are headings seen in offices' files.
 */
#include "kind.h"

#include <ctype.h>
#include <string.h>

#include "../base/error.h"
#include "../base/suggest.h"
#include "../base/text.h"
#include "../base/words.h"
#include "kind_agreement.h"
#include "kind_action.h"
#include "kind_calendar.h"
#include "kind_confirmation.h"
#include "kind_evidence.h"
#include "kind_identity.h"
#include "kind_label.h"
#include "kind_lodging.h"
#include "kind_perimeter.h"
#include "kind_measure.h"
#include "kind_norm.h"
#include "kind_training.h"
#include "rule.h"

extern const unsigned char relais_sql_kind_offices[], relais_sql_kind_territories[],
	relais_sql_kind_indicators[], relais_sql_kind_resolutions[], relais_sql_kind_progress[],
	relais_sql_kind_actions[], relais_sql_kind_settings[], relais_sql_kind_aliases[],
	relais_sql_kind_identifiers[], relais_sql_kind_events[], relais_sql_kind_breaks[],
	relais_sql_kind_calendar[], relais_sql_kind_norm[];
extern const unsigned char relais_sql_export_offices[], relais_sql_export_territories[],
	relais_sql_export_indicators[], relais_sql_export_resolutions[],
	relais_sql_export_progress[], relais_sql_export_actions[], relais_sql_export_settings[],
	relais_sql_export_aliases[], relais_sql_export_identifiers[],
	relais_sql_export_events[], relais_sql_export_breaks[], relais_sql_export_calendar[],
	relais_sql_export_norm[], relais_sql_export_observations[];

const choice kind_legal_forms[] = {
	{ "association", "asso|association loi 1901|association 1901" },
	{ "epic", "etablissement public industriel et commercial" },
	{ "spl", "societe publique locale" },
	{ "sem", "societe d economie mixte" },
	{ "regie_autonomie_financiere",
		"regie|regie dotee de l autonomie financiere|regie autonome" },
	{ "regie_personnalisee", "regie personnalisee|regie dotee de la personnalite morale" },
	{ "gip", "groupement d interet public" },
	{ "service_collectivite",
		"service|service de la collectivite|service public administratif|spa" },
	{ "autre", "other" },
	{ NULL, NULL },
};

static const choice categories[] = {
	{ "I", "1|categorie i|cat i|categorie 1|cat 1" },
	{ "II", "2|categorie ii|cat ii|categorie 2|cat 2" },
	{ "III", "3|categorie iii|cat iii|categorie 3|cat 3" },
	{ NULL, NULL },
};

static const choice types[] = {
	{ "count", "nombre|compte" },
	{ "eur", "euro|euros" },
	{ "percent", "pourcentage|part" },
	{ "fte", "etp" },
	{ "duration", "duree" },
	{ "score", "note" },
	{ "flag", "indicateur 0 1" },
	{ "ratio", "taux" },
	{ "number", "decimal" },
	{ NULL, NULL },
};

static const choice over_offices[] = {
	{ "sum", "somme" },
	{ "mean", "moyenne" },
	{ "wmean", "moyenne ponderee" },
	{ "share", "part" },
	{ "ratio", "" },
	{ "last", "dernier" },
	{ NULL, NULL },
};

static const choice over_time[] = {
	{ "sum", "somme" },
	{ "last", "dernier" },
	{ "mean", "moyenne" },
	{ "wmean", "moyenne ponderee" },
	{ "ratio", "" },
	{ NULL, NULL },
};

static const choice domains[] = {
	{ "animation", "" },
	{ "professionnalisation", "" },
	{ "structuration", "" },
	{ "representation", "" },
	{ NULL, NULL },
};

static const choice challenges[] = {
	{ "general", "" },
	{ "numerique", "" },
	{ "ressources", "" },
	{ "qualite_dd", "" },
	{ "mise_en_reseau", "" },
	{ "culturel", "" },
	{ NULL, NULL },
};

static const choice certainties[] = {
	{ "sur", "" },
	{ "probable", "" },
	{ "ambigu", "" },
	{ NULL, NULL },
};

static const kind_column offices[] = {
	{ "code", "code office|code ot|id office|identifiant|office|office code|ot", CELL_CODE,
		true, NULL, NULL, N_("code of the office, never reused") },
	{ "name",
		"nom|nom office|nom de l office|raison sociale|office de tourisme|denomination",
		CELL_TEXT, false, NULL, NULL, N_("usual name") },
	{ "commune", "ville|city|commune siege", CELL_TEXT, false, NULL, NULL, N_("seat") },
	{ "insee", "code insee|insee commune|code commune", CELL_COMMUNE, false, NULL, NULL,
		N_("INSEE code of the commune") },
	{ "postal_code", "code postal|cp|postalcode", CELL_POSTAL, false, NULL, NULL,
		N_("postal code") },
	{ "territory", "territoire|destination|pays", CELL_TERRITORY, false, NULL, NULL,
		N_("smallest territory the office belongs to") },
	{ "epci", "intercommunalite|communaute de communes|code epci", CELL_EPCI, false, NULL,
		NULL, N_("intercommunal body") },
	{ "departement", "department|dept|dep|code departement", CELL_DEPARTEMENT, false, NULL,
		NULL, N_("département code") },
	{ "region", "code region", CELL_REGION, false, NULL, NULL, N_("region code") },
	{ "zone", "type de zone|espace", CELL_TEXT, false, NULL, NULL,
		N_("littoral, montagne, ville or campagne") },
	{ "category", "categorie|classement", CELL_CHOICE, false, NULL, categories,
		N_("category of its classement") },
	{ "legal_form", "statut|statut juridique|forme juridique", CELL_CHOICE, false, NULL,
		kind_legal_forms, N_("legal form") },
	{ "size", "taille|classe de taille", CELL_TEXT, false, NULL, NULL,
		N_("class of staff") },
	{ "member", "adherent|membre", CELL_YESNO, false, NULL, NULL,
		N_("member of the relais") },
	{ "opened_on", "ouvert le|date d ouverture|date de creation|creation", CELL_DAY, false,
		NULL, NULL, N_("first day of activity") },
	{ "closed_on", "ferme le|date de fermeture|fermeture", CELL_DAY, false, NULL, NULL,
		N_("last day of activity") },
	{ "merged_into", "fusionne dans|fusion dans|repris par|absorbe par", CELL_CODE, false,
		NULL, NULL, N_("code of the office that goes on") },
	{ "siret", "numero siret|n siret", CELL_SIRET, false, NULL, NULL, N_("SIRET number") },
	{ "email", "courriel|mail|e mail|adresse mail", CELL_TEXT, false, NULL, NULL,
		N_("e-mail") },
	{ "phone", "telephone|tel", CELL_TEXT, false, NULL, NULL, N_("telephone") },
	{ "web", "site|site web|site internet|url", CELL_TEXT, false, NULL, NULL,
		N_("web site") },
	{ "latitude", "lat|latitude wgs84|coordonnee latitude", CELL_DECIMAL, false, NULL, NULL,
		N_("latitude of its seat, decimal degrees (WGS 84)") },
	{ "longitude", "lon|lng|long|longitude wgs84|coordonnee longitude", CELL_DECIMAL, false,
		NULL, NULL, N_("longitude of its seat, decimal degrees (WGS 84)") },
	{ "named", "diffusion nominative", CELL_YESNO, false, NULL, NULL,
		N_("agrees to be named in publications") },
	{ "bureau_of",
		"bit de|bureau de|antenne de|rattache a l office|office de rattachement|office mere",
		CELL_CODE, false, NULL, NULL,
		N_("of a bureau (BIT): code of the office whose figures it makes with the others") },
};

static const kind_column territories[] = {
	{ "code", "code territoire|territory|territoire", CELL_CODE, true, NULL, NULL,
		N_("code of the territory") },
	{ "name", "nom|libelle|nom du territoire", CELL_TEXT, false, NULL, NULL, N_("name") },
	{ "type", "nature|type de territoire", CELL_TEXT, false, NULL, NULL,
		N_("epci, departement, region, zone …") },
	{ "parent", "territoire parent|rattache a|dans", CELL_CODE, false, NULL, NULL,
		N_("code of the territory around it") },
};

static const kind_column indicators[] = {
	{ "code", "code indicateur|indicator|indicateur", CELL_CODE, true, NULL, NULL,
		N_("code of the indicator") },
	{ "label_fr", "label|libelle|libelle fr|intitule", CELL_TEXT, false, NULL, NULL,
		N_("French label") },
	{ "label_en", "libelle en|english label", CELL_TEXT, false, NULL, NULL,
		N_("English label") },
	{ "unit", "unite", CELL_TEXT, false, NULL, NULL, N_("unit as people write it") },
	{ "type", "nature", CELL_CHOICE, false, "number", types, N_("what is counted") },
	{ "decimals", "decimales", CELL_DECIMALS, false, NULL, NULL,
		N_("decimals kept, at most 6; by type when not said") },
	{ "periodicity", "periodicite", CELL_TEXT, false, "M", NULL,
		N_("M, Q or Y; several as M/Y") },
	{ "over_offices", "agregation offices", CELL_CHOICE, false, "sum", over_offices,
		N_("how offices add up") },
	{ "over_time", "agregation temps", CELL_CHOICE, false, "sum", over_time,
		N_("how months add up") },
	{ "weight", "poids|ponderation", CELL_CODE, false, NULL, NULL,
		N_("weight of a wmean") },
	{ "numerator", "numerateur", CELL_TEXT, false, NULL, NULL,
		N_("of a ratio, or a sum a+b+?c") },
	{ "denominator", "denominateur", CELL_TEXT, false, NULL, NULL, N_("of a ratio") },
	{ "factor", "facteur", CELL_INTEGER, false, "1", NULL, N_("100 for percent") },
	{ "derived", "derive|calcule", CELL_YESNO, false, "0", NULL,
		N_("computed, never imported") },
	{ "minimum", "min|minimum dur", CELL_DECIMAL, false, NULL, NULL, N_("refused below") },
	{ "maximum", "max|maximum dur", CELL_DECIMAL, false, NULL, NULL, N_("refused above") },
	{ "soft_maximum", "maximum souple|alerte", CELL_DECIMAL, false, NULL, NULL,
		N_("warned above") },
	{ "step", "pas", CELL_DECIMAL, false, NULL, NULL,
		N_("values are whole numbers of it") },
	{ "part_of", "partie de|dont", CELL_CODE, false, NULL, NULL,
		N_("the whole it cannot exceed") },
	{ "norm", "norme", CELL_YESNO, false, "0", NULL, N_("belongs to the national norm") },
	{ "resolutions", "resolution", CELL_TEXT, false, NULL, NULL, N_("codes it measures") },
	{ "aliases", "alias|en tetes", CELL_TEXT, false, NULL, NULL,
		N_("headings it goes by") },
	{ "reference", "reference externe", CELL_TEXT, false, NULL, NULL,
		N_("outside reference") },
	{ "rank", "rang|ordre", CELL_INTEGER, false, "1000", NULL,
		N_("place in the catalogue") },
};

static const kind_column resolutions[] = {
	{ "code", "resolution", CELL_CODE, true, NULL, NULL, N_("A1 … R11") },
	{ "rank", "rang", CELL_INTEGER, true, NULL, NULL, N_("place in the list") },
	{ "domain", "domaine", CELL_CHOICE, true, NULL, domains, N_("domain of intervention") },
	{ "challenge", "defi", CELL_CHOICE, true, NULL, challenges, N_("challenge (défi)") },
	{ "challenge_alt", "defi alt", CELL_CHOICE, false, NULL, challenges,
		N_("the other possible challenge") },
	{ "certainty", "certitude", CELL_CHOICE, false, "sur", certainties,
		N_("how sure the challenge is") },
	{ "label_fr", "libelle|libelle fr", CELL_TEXT, true, NULL, NULL, N_("French label") },
	{ "label_en", "libelle en", CELL_TEXT, true, NULL, NULL, N_("English label") },
};

static const kind_column observations[OBS_COUNT] = {
	{ "office",
		"code office|ot|code ot|structure|office de tourisme|id office|nom office|siret|n siret",
		CELL_OFFICE, true, NULL, NULL, N_("code or exact name of the office") },
	{ "indicator", "indicateur|code indicateur|mesure|variable|rubrique", CELL_INDICATOR,
		true, NULL, NULL, N_("code or label of the indicator") },
	{ "period", "periode|mois|month|date|trimestre|semestre|time period|temps", CELL_PERIOD,
		true, NULL, NULL, N_("month, quarter, semester or year") },
	{ "year", "annee|exercice", CELL_PERIOD, false, NULL, NULL,
		N_("year, when the period column holds a month's name only") },
	{ "value", "valeur|valeur relevee|nombre|obs value|resultat|quantite", CELL_DECIMAL,
		true, NULL, NULL, N_("the figure; empty or n.d. when missing") },
	{ "flag", "drapeau|statut|etat|obs status", CELL_TEXT, false, NULL, NULL,
		N_("m missing, z structural zero, n not concerned, d refused") },
};

static const kind_column progress[] = {
	{ "resolution", "code resolution|code", CELL_RESOLUTION, true, NULL, NULL,
		N_("resolution the state is about") },
	{ "office", "code office|ot", CELL_OFFICE, false, NULL, NULL,
		N_("office it is about; empty: the relais itself") },
	{ "date", "le|date de declaration|jour", CELL_DAY, true, NULL, NULL,
		N_("day it was stated") },
	{ "state", "etat|statut|avancement", CELL_CHOICE, true, NULL, kind_states,
		N_("declared state") },
	{ "note", "commentaire|remarque", CELL_TEXT, false, NULL, NULL, N_("free text") },
	{ "proof", "preuve|justificatif", CELL_TEXT, false, NULL, NULL,
		N_("document or link") },
};

static const choice aliased[] = {
	{ "office", "ot|office de tourisme" },
	{ "indicator", "indicateur" },
	{ NULL, NULL },
};

static const kind_column spellings[] = {
	{ "what", "quoi|objet", CELL_CHOICE, true, NULL, aliased,
		N_("office or indicator: what is meant") },
	{ "spelled", "ecrit|alias|appellation", CELL_TEXT, true, NULL, NULL,
		N_("what people write for it") },
	{ "code", "code office|code indicateur", CELL_ALIASED, false, NULL, NULL,
		N_("its code; empty: means nothing any more") },
};

static const kind_column settings[] = {
	{ "name", "nom|parametre|setting", CELL_CODE, true, NULL, NULL,
		N_("name of the setting") },
	{ "value", "valeur", CELL_TEXT, true, NULL, NULL, N_("its value") },
};

#define COLUMNS(table) table, sizeof(table) / sizeof *(table)
#define SQL(name)      (const char *)relais_sql_kind_##name, (const char *)relais_sql_export_##name

extern const unsigned char relais_sql_kind_labels[], relais_sql_export_labels[];
extern const unsigned char relais_sql_kind_perimeters[], relais_sql_export_perimeters[];
extern const unsigned char relais_sql_kind_lodging[], relais_sql_export_lodging[];
extern const unsigned char relais_sql_kind_confirmations[], relais_sql_export_confirmations[];
extern const unsigned char relais_sql_kind_activities[], relais_sql_kind_agreements[],
	relais_sql_kind_objectives[], relais_sql_kind_targets[], relais_sql_kind_partners[];
extern const unsigned char relais_sql_export_activities[], relais_sql_export_agreements[],
	relais_sql_export_objectives[], relais_sql_export_targets[],
	relais_sql_export_partners[];
extern const unsigned char relais_sql_kind_sessions[], relais_sql_export_sessions[],
	relais_sql_kind_enrolments[], relais_sql_export_enrolments[], relais_sql_kind_needs[],
	relais_sql_export_needs[];
extern const unsigned char relais_sql_kind_evidence[], relais_sql_export_evidence[];

static const kind kinds[] = {
	{ "offices", N_("register of the tourist offices"), KIND_REGISTER, COLUMNS(offices), 0,
		1, SQL(offices), check_office },
	{ "territories", N_("register of the territories offices belong to"), KIND_REGISTER,
		COLUMNS(territories), 0, 1, SQL(territories), NULL },
	{ "indicators", N_("catalogue of the indicators"), KIND_REGISTER, COLUMNS(indicators),
		0, 1, SQL(indicators), check_indicator },
	{ "observations", N_("figures: one per office, indicator and period"), KIND_FIGURES,
		COLUMNS(observations), 0, 1, NULL, (const char *)relais_sql_export_observations,
		NULL },
	{ "resolutions", N_("the thirty resolutions"), KIND_REGISTER, COLUMNS(resolutions), 0,
		1, SQL(resolutions), NULL },
	{ "progress", N_("declared states of the resolutions, one after another"), KIND_JOURNAL,
		COLUMNS(progress), 0, 1, SQL(progress), NULL },
	{ "actions", N_("actions planned, under way and done"), KIND_REGISTER, kind_actions,
		ACTION_COUNT, 0, 1, SQL(actions), check_action },
	{ "aliases", N_("what people call an office or an indicator, remembered"),
		KIND_REGISTER, COLUMNS(spellings), 1, 1, SQL(aliases), NULL },
	{ "identifiers", N_("what others call the offices: SIRET, SIREN, portals' numbers"),
		KIND_REGISTER, kind_identifiers, IDENTIFIER_COUNT, 0, 3, SQL(identifiers),
		check_identifier },
	{ "events", N_("what happened to the offices: mergers, splits, new names and forms"),
		KIND_JOURNAL, kind_events, EVENT_COUNT, 0, 1, SQL(events), check_event },
	{ "breaks", N_("days from which a figure means something else than before"),
		KIND_REGISTER, kind_breaks, BREAK_COUNT, 0, 3, SQL(breaks), NULL },
	{ "calendar", N_("school holidays by zone, and events"), KIND_REGISTER, kind_calendar,
		CALENDAR_COUNT, 0, 4, SQL(calendar), check_calendar },
	{ "confirmations", N_("figures that look odd and are right, and why"), KIND_REGISTER,
		kind_confirmations, CONFIRMED_COUNT, 0, 3, SQL(confirmations), NULL },
	{ "norm", N_("what the national norm asks for, and by which definition"), KIND_REGISTER,
		kind_norm, NORM_COUNT, 0, 2, SQL(norm), check_norm },
	{ "partners", N_("bodies the relais works with"), KIND_REGISTER, kind_partners,
		PARTNER_COUNT, 0, 1, SQL(partners), NULL },
	{ "agreements", N_("objective agreements of the offices, and partnerships"),
		KIND_REGISTER, kind_agreements, AGREEMENT_COUNT, 0, 1, SQL(agreements),
		check_agreement },
	{ "objectives", N_("what agreements promise: so much of an indicator in a year"),
		KIND_REGISTER, kind_objectives, OBJECTIVE_COUNT, 0, 3, SQL(objectives), NULL },
	{ "targets", N_("values that resolutions and indicators are to reach"), KIND_REGISTER,
		kind_targets, TARGET_COUNT, 0, 4, SQL(targets), check_target },
	{ "evidence", N_("the relais's own measures of the resolutions"), KIND_REGISTER,
		kind_measures, MEASURE_COUNT, 0, 2, SQL(evidence), check_measure },
	{ "activities", N_("what the relais did, one entry after another: the evidence"),
		KIND_JOURNAL, kind_activities, ACTIVITY_COUNT, 0, 1, SQL(activities),
		check_activity },
	{ "labels", N_("classements, quality marks and denominations, with their dates"),
		KIND_REGISTER, kind_labels, LABEL_COUNT, 0, 4, SQL(labels), check_label },
	{ "lodging", N_("what communes can lodge, year by year"), KIND_REGISTER, kind_lodging,
		LODGING_COUNT, 0, 2, SQL(lodging), check_lodging },
	{ "perimeters", N_("the communes that each office covers, and since when"),
		KIND_REGISTER, kind_perimeters, PERIMETER_COUNT, 0, 2, SQL(perimeters),
		check_perimeter },
	{ "sessions", N_("training sessions: when, where, what they cost and who pays"),
		KIND_REGISTER, kind_sessions, SESSION_COUNT, 0, 1, SQL(sessions),
		check_session },
	{ "enrolments", N_("trainees of a session, by office and category: head-counts"),
		KIND_REGISTER, kind_enrolments, ENROLMENT_COUNT, 0, 4, SQL(enrolments),
		check_enrolment },
	{ "needs", N_("training the offices ask for, for the plan of a year"), KIND_REGISTER,
		kind_needs, NEED_COUNT, 0, 5, SQL(needs), check_need },
	{ "settings", N_("gates, thresholds, names and language of the network"), KIND_REGISTER,
		COLUMNS(settings), 0, 1, SQL(settings), check_setting },
};

const kind *kind_at(size_t i)
{
	return i < sizeof kinds / sizeof *kinds ? &kinds[i] : NULL;
}

const kind *kind_named(const char *name)
{
	for (size_t i = 0; kind_at(i); i++)
		if (!strcmp(kinds[i].name, name))
			return &kinds[i];
	return NULL;
}

relais_status kind_find(const kind **out, const char *name, relais_error *err)
{
	suggestions near;
	char candidates[256];

	if ((*out = kind_named(name)))
		return RELAIS_OK;
	suggest_start(&near, name);
	for (size_t i = 0; kind_at(i); i++)
		suggest_offer(&near, kinds[i].name, NULL);
	suggest_print(&near, err ? err->lang : RELAIS_EN, candidates, sizeof candidates);
	return fail(err, RELAIS_E_USAGE, "there is no kind '%s'%s", name, candidates);
}

size_t kind_column_at(const kind *k, const char *name)
{
	for (size_t i = 0; i < k->count; i++)
		if (!strcmp(k->columns[i].name, name))
			return i;
	return (size_t)-1;
}

/* Folding leaves an ASCII letter or digit that comes first where it is: most need not be folded. */
static bool may_fold_to(const char *alias, const char *folded)
{
	unsigned char c = (unsigned char)*alias;

	if (c >= 0x80 || !isalnum(c))
		return true;
	return tolower(c) == (unsigned char)*folded;
}

bool alias_matches(const char *aliases, const char *folded_heading)
{
	char word[128], folded[128];

	while (aliases && *aliases) {
		size_t n = strcspn(aliases, "|");

		if (n > 0 && n < sizeof word && may_fold_to(aliases, folded_heading)) {
			memcpy(word, aliases, n);
			word[n] = '\0';
			text_fold(word, folded, sizeof folded);
			if (!strcmp(folded, folded_heading))
				return true;
		}
		aliases += n + (aliases[n] == '|');
	}
	return false;
}

size_t kind_column_for(const kind *k, const char *folded_heading)
{
	for (size_t i = 0; i < k->count; i++)
		if (alias_matches(k->columns[i].name, folded_heading) ||
			alias_matches(k->columns[i].aliases, folded_heading))
			return i;
	return (size_t)-1;
}

const char *choice_code(const choice *choices, const char *spelled)
{
	char folded[128];

	text_fold(spelled, folded, sizeof folded);
	for (; choices->code; choices++)
		if (alias_matches(choices->code, folded) ||
			alias_matches(choices->spellings, folded))
			return choices->code;
	return NULL;
}
