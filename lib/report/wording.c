/* SPDX-License-Identifier: MIT
 * How a number of an indicator looks in a note: decimals by its nature, percent and points,
 * coverage in whole percents that never say more than the truth.
 */
#include <string.h>

#include "figures.h"

static bool is(const char *what, const char *word)
{
	return what && !strcmp(what, word);
}

const char *indicator_label(const indicator *i, relais_lang lang)
{
	const char *label = lang == RELAIS_FR ? i->label_fr : i->label_en;

	if (!label || !*label)
		label = lang == RELAIS_FR ? i->label_en : i->label_fr;
	return label && *label ? label : i->code;
}

bool indicator_is_share(const indicator *i)
{
	return is(i->type, "percent") || is(i->over_offices, "share");
}

/* As the study computes it: a percentage or a score moves by points. */
bool indicator_in_points(const indicator *i)
{
	return indicator_is_share(i) || is(i->type, "score") ||
	       (is(i->over_offices, "ratio") && i->factor == 100);
}

int indicator_places(const indicator *i)
{
	if (is(i->type, "eur"))
		return 0;
	if (indicator_is_share(i) || is(i->over_offices, "mean") ||
		is(i->over_offices, "wmean") || is(i->over_offices, "ratio"))
		return 1;
	if (is(i->type, "fte") || is(i->type, "duration"))
		return i->decimals ? 1 : 0;
	return i->decimals < 2 ? i->decimals : 2;
}

number number_magnitude(number n)
{
	if (n.units < 0)
		n.units = n.units == INT64_MIN ? INT64_MAX : -n.units;
	return n;
}

const char *say_count(relais_document *d, int64_t count)
{
	char text[NUMBER_SIZE * 2];

	number_format((number){ count, 0 }, 0, d->lang, false, text);
	return document_copy(d, text);
}

/* What may only be told in whole percents has no decimals. */
static int places_of(number n)
{
	return n.decimals ? 1 : 0;
}

const char *say_percent(relais_document *d, number percent, bool sign)
{
	char text[NUMBER_SIZE * 2];

	number_format(percent, places_of(percent), d->lang, sign, text);
	return document_say(d, "%s%%", text);
}

const char *say_points(relais_document *d, number points, bool sign)
{
	char text[NUMBER_SIZE * 2];

	number_format(points, places_of(points), d->lang, sign, text);
	return document_say(d, "%s pt", text);
}

static bool reaches(number percent, int places, int64_t step)
{
	number shown, exact;

	return number_rescale(percent, places, &shown, NULL) &&
	       number_rescale(shown, NUMBER_MAX_DECIMALS, &shown, NULL) &&
	       number_rescale(percent, NUMBER_MAX_DECIMALS, &exact, NULL) &&
	       shown.units == step * 1000000 && exact.units < shown.units;
}

int coverage_places(number percent)
{
	int places = 0;

	while (places < NUMBER_MAX_DECIMALS &&
		(reaches(percent, places, 60) || reaches(percent, places, 80) ||
			reaches(percent, places, 100)))
		places++;
	return places;
}

const char *say_coverage(relais_document *d, number percent)
{
	char text[NUMBER_SIZE * 2];

	number_format(percent, coverage_places(percent), d->lang, false, text);
	return document_say(d, "%s%%", text);
}
