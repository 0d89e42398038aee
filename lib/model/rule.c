/* SPDX-License-Identifier: MIT
 * Rules of one record, by kind.
 */
#include "rule.h"

#include <stdlib.h>
#include <string.h>

#include "../base/date.h"
#include "../base/number.h"
#include "../base/words.h"
#include "brand.h"
#include "coordinates.h"
#include "group_key.h"
#include "kind.h"

static const char **value_of(const kind *k, const char **values, const char *name)
{
	return &values[kind_column_at(k, name)];
}

/* Canonical days compare as text. */
const char *check_office(const char **values, const char **why)
{
	const kind *k = kind_named("offices");
	const char *opened = *value_of(k, values, "opened_on");
	const char *closed = *value_of(k, values, "closed_on");
	const char *merged = *value_of(k, values, "merged_into");
	const char *code = *value_of(k, values, "code");
	const char *latitude = *value_of(k, values, "latitude");
	const char *longitude = *value_of(k, values, "longitude");
	double degrees;

	if ((latitude && !degrees_read(latitude, MOST_NORTH, &degrees)) ||
		(longitude && !degrees_read(longitude, MOST_EAST, &degrees))) {
		*why = N_(
			"the coordinates are not degrees: a latitude goes from -90 to 90, a longitude from -180 to 180");
		return "bad-coordinates";
	}
	if (opened && closed && strcmp(closed, opened) < 0) {
		*why = N_("the office closes before it opens");
		return "closes-before-opening";
	}
	if (merged && code && !strcmp(merged, code)) {
		*why = N_("the office cannot be merged into itself");
		return "merged-into-itself";
	}
	return NULL;
}

/* Decimals by type when not said; domain.md's units: euros and FTE have cents. */
static const char *usual_decimals(const char *type)
{
	static const char *const two[] = { "eur", "fte", "duration", "score" };

	for (size_t i = 0; i < sizeof two / sizeof *two; i++)
		if (!strcmp(type, two[i]))
			return "2";
	return !strcmp(type, "percent") || !strcmp(type, "ratio") ? "6" : "0";
}

const char *check_indicator(const char **values, const char **why)
{
	const kind *k = kind_named("indicators");
	const char **label_fr = value_of(k, values, "label_fr");
	const char **label_en = value_of(k, values, "label_en");
	const char **decimals = value_of(k, values, "decimals");
	const char *derived = *value_of(k, values, "derived");

	if (!*label_fr)
		*label_fr = *label_en ? *label_en : *value_of(k, values, "code");
	if (!*label_en)
		*label_en = *label_fr;
	if (!*decimals)
		*decimals = usual_decimals(*value_of(k, values, "type"));
	if (strlen(*decimals) != 1 || **decimals < '0' || **decimals > '6') {
		*why = N_("an indicator has 0 to 6 decimals");
		return "bad-decimals";
	}
	if (derived && !strcmp(derived, "1") && !*value_of(k, values, "numerator")) {
		*why = N_("a derived indicator needs a numerator");
		return "no-formula";
	}
	if (!strcmp(*value_of(k, values, "over_offices"), "wmean") &&
		!*value_of(k, values, "weight")) {
		*why = N_("a weighted mean needs a weight");
		return "no-weight";
	}
	return NULL;
}

static bool is_language(const char *value)
{
	return !strcmp(value, "fr") || !strcmp(value, "en");
}

static bool is_any(const char *value)
{
	return *value != '\0';
}

static bool is_count(const char *value)
{
	return *value && strspn(value, "0123456789") == strlen(value) && strlen(value) < 10;
}

bool month_day_read(const char *said, int *month, int *day)
{
	enum { LEAP_YEAR = 2024 };
	static const char shape[] = "00-00";
	relais_day unused;

	for (size_t i = 0; i < sizeof shape; i++)
		if (shape[i] == '0' ? said[i] < '0' || said[i] > '9' : said[i] != shape[i])
			return false;
	*month = (said[0] - '0') * 10 + said[1] - '0';
	*day = (said[3] - '0') * 10 + said[4] - '0';
	return day_make(LEAP_YEAR, *month, *day, &unused);
}

/* What follows the @ of a name: as of a domain. */
static bool is_domain(const char *value)
{
	size_t n = strspn(
		value, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-");

	return n > 0 && n <= 64 && !value[n];
}

static bool is_month_day(const char *value)
{
	int month, day;

	return month_day_read(value, &month, &day);
}

static bool is_keys(const char *value)
{
	return keys_are_said(value, MOST_KEYS_PUBLISHED);
}

/* A challenge, of a setting defi_A4. */
static bool is_challenge(const char *value)
{
	static const char *const all[] = { "general", "numerique", "ressources", "qualite_dd",
		"mise_en_reseau", "culturel" };

	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		if (!strcmp(all[i], value))
			return true;
	return false;
}

/* A1 … R11 */
bool is_resolution_code(const char *said)
{
	return *said && strchr("APSR", *said) && said[1] && is_count(said + 1) &&
	       strlen(said) <= 3;
}

static bool is_yes_no(const char *value)
{
	return strcmp(value, "yes") == 0 || strcmp(value, "no") == 0;
}

static bool is_percent(const char *value)
{
	number n, whole = { 100, 0 };

	return number_from_text(value, &n) && n.units >= 0 &&
	       number_rescale(n, NUMBER_MAX_DECIMALS, &n, NULL) &&
	       number_rescale(whole, NUMBER_MAX_DECIMALS, &whole, NULL) &&
	       n.units <= whole.units;
}

const char *check_setting(const char **values, const char **why)
{
	static const struct {
		const char *name;
		bool (*is_right)(const char *value);
		const char *why;
	} known[] = {
		{ "language", is_language, N_("the language is fr or en") },
		{ "network_name", is_any, N_("the network needs a name") },
		{ "network_contact", is_any, N_("this setting needs some words") },
		{ "network_licence", is_any, N_("this setting needs some words") },
		{ "network_colour", colour_is_for_light,
			N_("the colour is #rrggbb, dark enough to be read on white: a contrast of 4.5 at least") },
		{ "network_colour_dark", colour_is_for_dark,
			N_("the colour for dark pages is #rrggbb, light enough to be read on #12181f: a contrast of 4.5 at least") },
		{ "network_logo", logo_is_safe,
			N_("the logo is data:image/png;base64,… (or jpeg, svg+xml), 100 KiB at most, and an SVG has no script, no event and nothing from elsewhere") },
		{ "calendar_id", is_domain,
			N_("this setting is a name like that of a domain: 1 to 64 letters, digits, points and hyphens") },
		{ "gate_ok", is_percent, N_("a gate is a percentage, from 0 to 100") },
		{ "gate_fragile", is_percent, N_("a gate is a percentage, from 0 to 100") },
		{ "gate_n", is_count, N_("this setting is a number of offices") },
		{ "seuil_n", is_count, N_("this setting is a number of offices") },
		{ "seuil_dominance", is_percent,
			N_("the dominance threshold is a percentage, from 0 to 100") },
		{ "seuil_p", is_percent, N_("the p threshold is a percentage, from 0 to 100") },
		{ "seuil_revision", is_percent,
			N_("the revision threshold is a percentage, from 0 to 100") },
		{ "seuil_estime", is_percent,
			N_("the most of a total that may be estimated is a percentage, from 0 to 100") },
		{ "seuil_ecart", is_percent,
			N_("the distance to an office's figure is a percentage, from 0 to 100") },
		{ "collect_days", is_count, N_("this setting is a number of days") },
		{ "label_days", is_count, N_("this setting is a number of days") },
		{ "publish_days", is_count, N_("this setting is a number of days") },
		{ "publish_named", is_yes_no, N_("this setting is yes or no") },
		{ "publish_keys", is_keys,
			N_("this setting is one to three keys that make groups of offices, like territory,category") },
		{ "final_month_day", is_month_day,
			N_("this setting is a month and a day, like 03-31") },
	};
	const kind *k = kind_named("settings");
	const char *name = *value_of(k, values, "name"), *value = *value_of(k, values, "value");

	if (!strncmp(name, "defi_", 5) && is_resolution_code(name + 5)) {
		*why = N_(
			"a challenge is general, numerique, ressources, qualite_dd, mise_en_reseau or culturel");
		return is_challenge(value) ? NULL : "bad-setting";
	}
	for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
		if (strcmp(name, known[i].name) != 0)
			continue;
		*why = known[i].why;
		return known[i].is_right(value) ? NULL : "bad-setting";
	}
	*why = N_(
		"there is no such setting: language, network_name, network_contact, network_licence, network_colour, network_colour_dark, network_logo, calendar_id, gate_ok, gate_fragile, gate_n, seuil_n, seuil_dominance, seuil_p, seuil_ecart, seuil_revision, seuil_estime, collect_days, label_days, publish_days, publish_keys, publish_named, final_month_day, defi_A1 … defi_R11");
	return "unknown-setting";
}
