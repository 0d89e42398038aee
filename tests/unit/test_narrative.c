/* SPDX-License-Identifier: MIT
 * The sentences of a note, on measures made by hand: direction, thresholds, gates, and the same
 * figures in both languages.
 */
#include <stdarg.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "../../lib/base/period.h"
#include "../../lib/base/words.h"
#include "../../lib/report/narrative.h"

#define NBSP  "\u00a0"
#define NNBSP "\u202f"

static const indicator counter = { .code = "contacts_guichet",
	.type = "count",
	.over_offices = "sum",
	.label_en = "Counter contacts",
	.label_fr = "Contacts" };
static const indicator all_channels = { .code = "demandes_total",
	.type = "count",
	.over_offices = "sum",
	.label_en = "Requests",
	.label_fr = "Demandes" };
static const indicator nights = { .code = "nuitees_taxees",
	.type = "count",
	.over_offices = "sum",
	.label_en = "Nights declared",
	.label_fr = "Nuitées déclarées" };

enum { FRAGILE = 1, WEAK = 2, SECRET = 4, NO_PREVIOUS = 8, ZERO_BEFORE = 16 };

/* An evolution in millionths of a percent, with what it rests on. */
static measure made(int64_t evolution, int64_t offices, int64_t coverage, int what)
{
	return (measure){ .has_value = true,
		.has_previous = !(what & NO_PREVIOUS),
		.has_evolution = !(what & (NO_PREVIOUS | ZERO_BEFORE)),
		.has_coverage = true,
		.value = { 1930, 0 },
		.evolution = { evolution, 6 },
		.offices = offices,
		.expected = 5,
		.coverage = { coverage * 1000000, 6 },
		.is_fragile = what & FRAGILE,
		.is_not_significant = what & WEAK,
		.is_secret = what & SECRET };
}

typedef struct sentence_case {
	const char *name;
	const indicator *about;
	int64_t evolution, offices, coverage;
	int what;
	const char *english, *french; /* NULL: nothing is said */
} sentence_case;

static void expect(const char *name, const char *said, const char *expected)
{
	if (!said && !expected)
		return;
	if (!said || !expected || strcmp(said, expected) != 0)
		fail_msg("%s: said \"%s\", expected \"%s\"", name, said ? said : "(nothing)",
			expected ? expected : "(nothing)");
}

static const sentence_case months[] = {
	{ "the example of the domain", &counter, 7222222, 4, 90, 0,
		"Requests handled at the counter are up 7.2% on August 2023 (4 of 5 offices, "
		"coverage 90%).",
		"Les demandes traitées au guichet progressent de 7,2" NNBSP
		"% par rapport à août 2023 (4 offices sur 5, couverture 90" NNBSP "%)." },
	{ "down", &counter, -3500000, 4, 90, 0,
		"Requests handled at the counter are down 3.5% on August 2023 (4 of 5 offices, "
		"coverage 90%).",
		"Les demandes traitées au guichet reculent de 3,5" NNBSP
		"% par rapport à août 2023 (4 offices sur 5, couverture 90" NNBSP "%)." },
	{ "exactly +1 is stable", &counter, 1000000, 4, 90, 0,
		"Requests handled at the counter are stable: +1.0% on August 2023 (4 of 5 offices, "
		"coverage 90%).",
		"Les demandes traitées au guichet sont stables" NBSP ": +1,0" NNBSP
		"% par rapport à août 2023 (4 offices sur 5, couverture 90" NNBSP "%)." },
	{ "just above +1 is not", &counter, 1000001, 4, 90, 0,
		"Requests handled at the counter are up 1.0% on August 2023 (4 of 5 offices, "
		"coverage 90%).",
		"Les demandes traitées au guichet progressent de 1,0" NNBSP
		"% par rapport à août 2023 (4 offices sur 5, couverture 90" NNBSP "%)." },
	{ "exactly -1 is stable", &all_channels, -1000000, 5, 100, 0,
		"Requests handled through all channels are stable: −1.0% on August 2023 (5 of 5 "
		"offices, coverage 100%).",
		"Les demandes traitées, tous canaux confondus, sont stables" NBSP ": −1,0" NNBSP
		"% par rapport à août 2023 (5 offices sur 5, couverture 100" NNBSP "%)." },
	{ "just below -1 is not", &all_channels, -1000001, 5, 100, 0,
		"Requests handled through all channels are down 1.0% on August 2023 (5 of 5 offices, "
		"coverage 100%).",
		"Les demandes traitées, tous canaux confondus, reculent de 1,0" NNBSP
		"% par rapport à août 2023 (5 offices sur 5, couverture 100" NNBSP "%)." },
	{ "a zero has no sign", &all_channels, -40000, 5, 100, 0,
		"Requests handled through all channels are stable: 0.0% on August 2023 (5 of 5 "
		"offices, coverage 100%).",
		"Les demandes traitées, tous canaux confondus, sont stables" NBSP ": 0,0" NNBSP
		"% par rapport à août 2023 (5 offices sur 5, couverture 100" NNBSP "%)." },
	{ "an indicator without words of its own", &nights, 12345678, 3, 85, 0,
		"The indicator “Nights declared” is up 12.3% on August 2023 (3 of 5 offices, coverage "
		"85%).",
		"L’indicateur «" NBSP "Nuitées déclarées" NBSP "» progresse de 12,3" NNBSP
		"% par rapport à août 2023 (3 offices sur 5, couverture 85" NNBSP "%)." },
	{ "fragile is told", &nights, -12345678, 3, 72, FRAGILE,
		"The indicator “Nights declared” is down 12.3% on August 2023 (3 of 5 offices, "
		"coverage 72%).",
		"L’indicateur «" NBSP "Nuitées déclarées" NBSP "» recule de 12,3" NNBSP
		"% par rapport à août 2023 (3 offices sur 5, couverture 72" NNBSP "%)." },
	{ "one office", &counter, 7222222, 1, 90, WEAK,
		"No evolution is given for August 2024: only one office sent figures for August 2023 "
		"as well, too few to conclude.",
		"Pas d’évolution pour août 2024" NBSP
		": un seul office a aussi donné ses chiffres pour août 2023, c’est trop peu pour "
		"conclure." },
	{ "two offices", &counter, 7222222, 2, 90, WEAK,
		"No evolution is given for August 2024: only 2 offices sent figures for August 2023 "
		"as well, too few to conclude.",
		"Pas d’évolution pour août 2024" NBSP
		": seuls 2 offices ont aussi donné leurs chiffres pour août 2023, c’est trop peu pour "
		"conclure." },
	{ "little coverage", &counter, 7222222, 4, 45, WEAK,
		"No evolution is given for August 2024: the offices that answered accounted for only 45% of "
		"the activity of August 2023, too little to conclude.",
		"Pas d’évolution pour août 2024" NBSP
		": les offices qui ont répondu ne pesaient que 45" NNBSP
		"% de l’activité en août 2023, c’est trop peu pour conclure." },
	{ "more offices needed, by a gate of its own", &counter, 7222222, 4, 72, WEAK,
		"No evolution is given for August 2024: only 4 offices sent figures for August 2023 "
		"as well, too few to conclude.",
		"Pas d’évolution pour août 2024" NBSP
		": seuls 4 offices ont aussi donné leurs chiffres pour août 2023, c’est trop peu pour "
		"conclure." },
	{ "secret", &counter, 7222222, 2, 90, SECRET | WEAK,
		"The evolution for August 2024 is not published: it would reveal the figures of one "
		"office.",
		"L’évolution pour août 2024 n’est pas publiée" NBSP
		": elle dévoilerait les chiffres d’un office." },
	{ "no year before", &counter, 0, 0, 0, NO_PREVIOUS,
		"No evolution is given for August 2024: no office sent figures for both this month "
		"and August 2023.",
		"Pas d’évolution pour août 2024" NBSP
		": aucun office n’a donné ses chiffres à la fois pour ce mois et pour août 2023." },
	{ "zero the year before", &counter, 0, 4, 90, ZERO_BEFORE,
		"No evolution is given for August 2024: nothing was counted in August 2023 to compare "
		"with.",
		"Pas d’évolution pour août 2024" NBSP
		": rien n’avait été compté en août 2023, la comparaison est impossible." },
};

static const sentence_case years[] = {
	{ "up", &counter, 3140000, 4, 90, 0,
		"Since January, requests handled at the counter are up 3.1% on the same months of 2023 "
		"(4 of 5 offices, coverage 90%).",
		"Depuis janvier, les demandes traitées au guichet progressent de 3,1" NNBSP
		"% par rapport aux mêmes mois de 2023 (4 offices sur 5, couverture 90" NNBSP
		"%)." },
	{ "stable", &all_channels, 400000, 4, 90, 0,
		"Since January, requests handled through all channels are stable: +0.4% on the same "
		"months of 2023 (4 of 5 offices, coverage 90%).",
		"Depuis janvier, les demandes traitées, tous canaux confondus, sont stables" NBSP
		": +0,4" NNBSP
		"% par rapport aux mêmes mois de 2023 (4 offices sur 5, couverture 90" NNBSP
		"%)." },
	{ "down", &nights, -5000000, 4, 90, 0,
		"Since January, the indicator “Nights declared” is down 5.0% on the same months of "
		"2023 (4 of 5 offices, coverage 90%).",
		"Depuis janvier, l’indicateur «" NBSP "Nuitées déclarées" NBSP
		"» recule de 5,0" NNBSP
		"% par rapport aux mêmes mois de 2023 (4 offices sur 5, couverture 90" NNBSP
		"%)." },
	{ "weak", &counter, 3140000, 2, 90, WEAK,
		"Too few offices are complete since January, this year and last, to give an evolution "
		"over these months.",
		"Trop peu d’offices sont complets depuis janvier, cette année et la précédente, pour "
		"donner une évolution sur ces mois." },
	{ "secret says nothing more", &counter, 3140000, 2, 90, SECRET, NULL, NULL },
};

static const char *the_usual_month(
	relais_document *d, const indicator *about, relais_period month, const measure *m)
{
	return narrate_month(d, about, month, m, (number){ 60, 0 });
}

static void check(const sentence_case *cases, size_t count, relais_lang lang,
	const char *(*narrate)(
		relais_document *, const indicator *, relais_period, const measure *))
{
	relais_document *d = document_new(lang);

	assert_non_null(d);
	for (size_t i = 0; i < count; i++) {
		const sentence_case *c = &cases[i];
		measure m = made(c->evolution, c->offices, c->coverage, c->what);

		expect(c->name, narrate(d, c->about, period_make(2024, 8), &m),
			lang == RELAIS_FR ? c->french : c->english);
	}
	relais_document_free(d);
}

static void the_month(void **state)
{
	(void)state;
	check(months, sizeof months / sizeof *months, RELAIS_EN, the_usual_month);
}

static void the_year(void **state)
{
	measure m = made(3140000, 4, 90, 0);
	relais_document *d = document_new(RELAIS_EN);

	(void)state;
	check(years, sizeof years / sizeof *years, RELAIS_EN, narrate_year);
	assert_null(narrate_year(d, &counter, period_make(2024, 1), &m));
	relais_document_free(d);
}

static void in_french(void **state)
{
	(void)state;
	check(months, sizeof months / sizeof *months, RELAIS_FR, the_usual_month);
	check(years, sizeof years / sizeof *years, RELAIS_FR, narrate_year);
}

static void the_channel_that_moved_most(void **state)
{
	static const struct {
		const char *channel;
		int64_t evolution;
		int what;
		const char *expected;
	} cases[] = {
		{ "demandes_telephone", -8000000, 0,
			"Among the channels, the telephone falls most: −8.0% on August 2023 (4 of 5 offices)." },
		{ "contacts_hors_murs", 25000000, 0,
			"Among the channels, outreach grows most: +25.0% on August 2023 (4 of 5 offices)." },
		{ "demandes_ecrites", 25000000, 0,
			"Among the channels, written requests grow most: +25.0% on August 2023 (4 of 5 offices)." },
		{ "demandes_numeriques", 900000, 0, NULL },
		{ "contacts_guichet", 25000000, WEAK, NULL },
		{ "contacts_guichet", 25000000, SECRET, NULL },
		{ "ca_boutique_eur", 25000000, 0, NULL },
	};
	relais_document *d = document_new(RELAIS_EN);

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		measure m = made(cases[i].evolution, 4, 90, cases[i].what);

		expect(cases[i].channel,
			narrate_channel(d, cases[i].channel, period_make(2024, 8), &m),
			cases[i].expected);
	}
	relais_document_free(d);
}

static void the_foreign_share(void **state)
{
	static const struct {
		const char *name;
		int64_t points;
		int what;
		const char *expected;
	} cases[] = {
		{ "more", 1249000, 0,
			"Foreign visitors make up 22.4% of counter contacts, 1.2 pt more than in August "
			"2023 (4 of 5 offices)." },
		{ "less", -2000000, 0,
			"Foreign visitors make up 22.4% of counter contacts, 2.0 pt less than in August "
			"2023 (4 of 5 offices)." },
		{ "stable", -400000, 0,
			"Foreign visitors make up 22.4% of counter contacts, a stable share: −0.4 pt on "
			"August 2023 (4 of 5 offices)." },
		{ "weak", 1249000, WEAK, NULL },
		{ "secret", 1249000, SECRET, NULL },
	};
	relais_document *d = document_new(RELAIS_EN);

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		measure m = made(cases[i].points, 4, 90, cases[i].what);

		m.value = (number){ 22350000, 6 };
		expect(cases[i].name, narrate_share(d, period_make(2024, 8), &m),
			cases[i].expected);
	}
	relais_document_free(d);
}

/* What a French reader reads of channels, of who comes from abroad, and of what to be careful with: one and
 * many, a whole and a half, up and down. */
static void channels_and_shares_in_french(void **state)
{
	static const struct {
		const char *channel; /* NULL: the share of foreign visitors */
		int64_t moved, offices;
		const char *expected;
	} cases[] = {
		{ "demandes_telephone", -8000000, 4,
			"De tous les canaux, c’est par téléphone que le recul est le plus net" NBSP
			": −8,0" NNBSP "% par rapport à août 2023 (4 offices sur 5)." },
		{ "contacts_hors_murs", 25000000, 4,
			"De tous les canaux, c’est hors les murs que la hausse est la plus forte" NBSP
			": +25,0" NNBSP "% par rapport à août 2023 (4 offices sur 5)." },
		{ "demandes_ecrites", 25000000, 4,
			"De tous les canaux, c’est par écrit que la hausse est la plus forte" NBSP
			": +25,0" NNBSP "% par rapport à août 2023 (4 offices sur 5)." },
		{ "demandes_numeriques", 5550000, 5,
			"De tous les canaux, c’est sur les tchats et réseaux sociaux que la hausse est la plus forte" NBSP
			": +5,6" NNBSP "% par rapport à août 2023 (5 offices sur 5)." },
		{ "contacts_guichet", -1050000, 3,
			"De tous les canaux, c’est au guichet que le recul est le plus net" NBSP
			": −1,1" NNBSP "% par rapport à août 2023 (3 offices sur 5)." },
		{ NULL, 1249000, 4,
			"Les visiteurs étrangers représentent 22,4" NNBSP
			"% des contacts au guichet, soit 1,2" NBSP
			"pt de plus qu’en août 2023 (4 offices sur 5)." },
		{ NULL, 2000000, 4,
			"Les visiteurs étrangers représentent 22,4" NNBSP
			"% des contacts au guichet, soit 2,0" NBSP
			"pt de plus qu’en août 2023 (4 offices sur 5)." },
		{ NULL, -2000000, 4,
			"Les visiteurs étrangers représentent 22,4" NNBSP
			"% des contacts au guichet, soit 2,0" NBSP
			"pt de moins qu’en août 2023 (4 offices sur 5)." },
		{ NULL, -400000, 4,
			"Les visiteurs étrangers représentent 22,4" NNBSP
			"% des contacts au guichet, une part stable" NBSP ": −0,4" NBSP
			"pt par rapport à août 2023 (4 offices sur 5)." },
		{ NULL, 0, 5,
			"Les visiteurs étrangers représentent 22,4" NNBSP
			"% des contacts au guichet, une part stable" NBSP ": 0,0" NBSP
			"pt par rapport à août 2023 (5 offices sur 5)." },
	};
	relais_document *d = document_new(RELAIS_FR);
	measure fragile = made(0, 4, 79, FRAGILE);

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		measure m = made(cases[i].moved, cases[i].offices, 90, 0);

		m.value = cases[i].channel ? m.value : (number){ 22350000, 6 };
		expect(cases[i].channel ? cases[i].channel : "share",
			cases[i].channel
				? narrate_channel(d, cases[i].channel, period_make(2024, 8), &m)
				: narrate_share(d, period_make(2024, 8), &m),
			cases[i].expected);
	}
	fragile.coverage = (number){ 79600000, 6 };
	expect("fragile", narrate_fragile(d, &fragile),
		"À lire avec prudence" NBSP
		": les offices qui ont répondu ne pesaient que 79,6" NNBSP
		"% de l’activité un an plus tôt.");
	relais_document_free(d);
}

static void check_both(const char *name, const char *english, const char *expected_english,
	const char *french, const char *expected_french)
{
	expect(name, english, expected_english);
	expect(name, french, expected_french);
}

static void the_record(void **state)
{
	static const struct {
		const char *name;
		standing at;
		const char *english, *french;
	} cases[] = {
		{ "the highest there was", { TREND_UP, 2016, true },
			"Among the offices that can be compared, it is the highest level for August since "
			"the collection began, in 2016.",
			"Parmi les offices comparables, c’est le niveau le plus élevé relevé en août depuis "
			"le début de la collecte, en 2016." },
		{ "the lowest there was, two years being the least", { TREND_DOWN, 2022, true },
			"Among the offices that can be compared, it is the lowest level for August since the "
			"collection began, in 2022.",
			"Parmi les offices comparables, c’est le niveau le plus bas relevé en août depuis le "
			"début de la collecte, en 2022." },
		{ "higher once", { TREND_UP, 2019, false },
			"Among the offices that can be compared, one has to go back to August 2019 to find a "
			"higher level.",
			"Parmi les offices comparables, il faut remonter à août 2019 pour trouver un niveau "
			"plus élevé." },
		{ "lower once", { TREND_DOWN, 2020, false },
			"Among the offices that can be compared, one has to go back to August 2020 to find a "
			"lower level.",
			"Parmi les offices comparables, il faut remonter à août 2020 pour trouver un niveau "
			"plus bas." },
		{ "a year is none", { TREND_UP, 2023, true }, NULL, NULL },
		{ "two years back is none", { TREND_UP, 2022, false }, NULL, NULL },
		{ "stable", { TREND_STABLE, 2016, true }, NULL, NULL },
	};
	relais_document *en = document_new(RELAIS_EN), *fr = document_new(RELAIS_FR);
	relais_period month = period_make(2024, 8);

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		check_both(cases[i].name, narrate_record(en, month, &cases[i].at),
			cases[i].english, narrate_record(fr, month, &cases[i].at),
			cases[i].french);
	relais_document_free(en);
	relais_document_free(fr);
}

static void the_season(void **state)
{
	static const struct {
		int month;
		season_place at;
		const char *english, *french;
	} cases[] = {
		{ 8, { 1, 373, 3 },
			"In an ordinary year, August is the strongest month: 373 when the average month is "
			"100 (3 complete years).",
			"En année ordinaire, août est le mois le plus fort" NBSP
			": 373 pour un mois moyen de 100 (3 années complètes)." },
		{ 1, { 12, 11, 4 },
			"In an ordinary year, January is the weakest month: 11 when the average month is 100 "
			"(4 complete years).",
			"En année ordinaire, janvier est le mois le plus faible" NBSP
			": 11 pour un mois moyen de 100 (4 années complètes)." },
		{ 7, { 2, 291, 3 },
			"In an ordinary year, July is the second strongest month: 291 when the average month "
			"is 100 (3 complete years).",
			"En année ordinaire, juillet est le deuxième mois le plus fort" NBSP
			": 291 pour un mois moyen de 100 (3 années complètes)." },
		{ 4, { 6, 64, 10 },
			"In an ordinary year, April is the sixth strongest month: 64 when the average month "
			"is 100 (10 complete years).",
			"En année ordinaire, avril est le sixième mois le plus fort" NBSP
			": 64 pour un mois moyen de 100 (10 années complètes)." },
		{ 10, { 7, 55, 3 },
			"In an ordinary year, October is the sixth weakest month: 55 when the average month "
			"is 100 (3 complete years).",
			"En année ordinaire, octobre est le sixième mois le plus faible" NBSP
			": 55 pour un mois moyen de 100 (3 années complètes)." },
		{ 2, { 11, 13, 3 },
			"In an ordinary year, February is the second weakest month: 13 when the average month "
			"is 100 (3 complete years).",
			"En année ordinaire, février est le deuxième mois le plus faible" NBSP
			": 13 pour un mois moyen de 100 (3 années complètes)." },
	};
	relais_document *en = document_new(RELAIS_EN), *fr = document_new(RELAIS_FR);

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		relais_period month = period_make(2024, cases[i].month);

		check_both(cases[i].english, narrate_season(en, month, &cases[i].at),
			cases[i].english, narrate_season(fr, month, &cases[i].at),
			cases[i].french);
	}
	relais_document_free(en);
	relais_document_free(fr);
}

static void the_calendar(void **state)
{
	static const struct {
		int64_t days, previous;
		const char *english, *french;
	} cases[] = {
		{ 9, 8, "The month had 9 week-end days, one more than August 2023.",
			"Le mois comptait 9 jours de week-end, un de plus qu’en août 2023." },
		{ 8, 9, "The month had 8 week-end days, one fewer than August 2023.",
			"Le mois comptait 8 jours de week-end, un de moins qu’en août 2023." },
		{ 10, 8, "The month had 10 week-end days, 2 more than August 2023.",
			"Le mois comptait 10 jours de week-end, 2 de plus qu’en août 2023." },
		{ 8, 10, "The month had 8 week-end days, 2 fewer than August 2023.",
			"Le mois comptait 8 jours de week-end, 2 de moins qu’en août 2023." },
		{ 8, 8, NULL, NULL },
	};
	relais_document *en = document_new(RELAIS_EN), *fr = document_new(RELAIS_FR);
	relais_period month = period_make(2024, 8), april = period_make(2024, 4);

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		check_both("week-ends",
			narrate_weekends(en, month, cases[i].days, cases[i].previous),
			cases[i].english,
			narrate_weekends(fr, month, cases[i].days, cases[i].previous),
			cases[i].french);
	check_both("Easter", narrate_easter(en, april),
		"Easter and the days that go with it did not fall in the same month one year before: "
		"April 2024 is compared with April 2023 with care.",
		narrate_easter(fr, april),
		"Pâques et les jours qui en dépendent ne tombaient pas le même mois un an plus tôt" NBSP
		": la comparaison entre avril 2024 et avril 2023 appelle la prudence.");
	relais_document_free(en);
	relais_document_free(fr);
}

static void the_warning(void **state)
{
	relais_document *d = document_new(RELAIS_EN);
	measure m = made(0, 4, 79, FRAGILE);

	(void)state;
	m.coverage = (number){ 79600000, 6 };
	expect("does not round up to the gate", narrate_fragile(d, &m),
		"To be read with care: the offices that answered accounted for only 79.6% of the activity of "
		"the year before.");
	m = made(0, 4, 90, 0);
	expect("none when solid", narrate_fragile(d, &m), NULL);
	m = made(0, 4, 72, FRAGILE | SECRET);
	expect("none when secret", narrate_fragile(d, &m), NULL);
	relais_document_free(d);
}

static void coverage_never_says_too_much(void **state)
{
	static const struct {
		int64_t millionths;
		int places;
	} cases[] = {
		{ 90000000, 0 },
		{ 79500000, 1 },
		{ 79400000, 0 },
		{ 79970000, 2 },
		{ 80000000, 0 },
		{ 59999999, 6 },
		{ 99600000, 1 },
		{ 100000000, 0 },
		{ 89600000, 0 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		if (coverage_places((number){ cases[i].millionths, 6 }) != cases[i].places)
			fail_msg("%lld millionths", (long long)cases[i].millionths);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_month),
		cmocka_unit_test(the_year),
		cmocka_unit_test(in_french),
		cmocka_unit_test(the_channel_that_moved_most),
		cmocka_unit_test(the_foreign_share),
		cmocka_unit_test(channels_and_shares_in_french),
		cmocka_unit_test(the_record),
		cmocka_unit_test(the_season),
		cmocka_unit_test(the_calendar),
		cmocka_unit_test(the_warning),
		cmocka_unit_test(coverage_never_says_too_much),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
