/* SPDX-License-Identifier: MIT
 * Days that hang on others.
 */
#include "moment.h"

#include <stdlib.h>
#include <string.h>

#include "../base/date.h"
#include "../base/text.h"

enum { MOST_UNITS = 9999, WEEK = 7, YEAR = 12 };

/* Labels and what happens to offices, as the kinds labels and events call them; the calendar. */
const char *const moment_anchors[] = { "classement", "qualite_tourisme",
	"destination_excellence", "tourisme_handicap", "accueil_velo", "commune_touristique",
	"station_classee", "meuble_tourisme", "fusion", "absorption", "scission", "creation",
	"dissolution", "transformation_en_bit", "changement_nom", "changement_statut",
	"calendar", "session", NULL };

/* J is a day in French, D in English … */
static char unit_of(char letter)
{
	switch (letter) {
	case 'J':
	case 'j':
	case 'D':
	case 'd': return 'D';
	case 'S':
	case 's':
	case 'W':
	case 'w': return 'W';
	case 'M':
	case 'm': return 'M';
	case 'A':
	case 'a':
	case 'Y':
	case 'y': return 'Y';
	default: return '\0';
	}
}

/* "J-90": the bytes read, 0 when it is no such thing. */
static size_t read_offset(const char *said, moment *out)
{
	static const char minus[] = "\xe2\x88\x92", dash[] = "\xe2\x80\x93";
	const char *at = said;
	char *end;
	bool before;
	long count;

	if (!(out->unit = unit_of(*at++)))
		return 0;
	before = *at == '-' || !strncmp(at, minus, 3) || !strncmp(at, dash, 3);
	if (!before && *at != '+')
		return 0;
	at += before && *at != '-' ? 3 : 1;
	if (*at < '0' || *at > '9')
		return 0;
	count = strtol(at, &end, 10);
	if (count > MOST_UNITS || *end != ' ')
		return 0;
	out->count = (int)(before ? -count : count);
	return (size_t)(end - said) + strspn(end, " ");
}

static bool is_one_of(const char *word, const char *const *known)
{
	for (; *known; known++)
		if (!strcmp(word, *known))
			return true;
	return false;
}

/* A5-01, A5-01:start, A5-01:fin. */
static bool read_action(const char *said, const char *colon, moment *out)
{
	static const char *const starts[] = { "start", "debut", NULL };
	static const char *const ends[] = { "due", "end", "fin", "echeance", NULL };
	char word[32] = "due";
	size_t length = colon ? (size_t)(colon - said) : strlen(said);

	if (colon)
		text_fold(colon + 1, word, sizeof word);
	if (!length || length >= sizeof out->name || strcspn(said, " ") < length)
		return false;
	out->at_start = is_one_of(word, starts);
	memcpy(out->name, said, length);
	out->name[length] = '\0';
	return out->at_start || is_one_of(word, ends);
}

/* classement:OT-99-004; false: there is no colon where one is needed. */
static bool read_anchor(const char *said, const char *colon, moment *out)
{
	size_t length = colon ? (size_t)(colon - said) : 0;

	if (!length || length >= sizeof out->anchor || strcspn(said, " ") < length)
		return false;
	for (size_t i = 0; i < length; i++)
		out->anchor[i] = (char)(said[i] | (said[i] >= 'A' && said[i] <= 'Z' ? 32 : 0));
	out->anchor[length] = '\0';
	colon += 1 + strspn(colon + 1, " ");
	if (!*colon || strlen(colon) >= sizeof out->name)
		return false;
	snprintf(out->name, sizeof out->name, "%s", colon);
	return true;
}

static moment_reading read_reference(const char *said, moment *out)
{
	static const char label[] = "label:"; /* said before a scheme, or not */
	moment hung = *out;
	bool is_anchor;

	said += strncmp(said, label, sizeof label - 1) ? 0 : sizeof label - 1;
	is_anchor = read_anchor(said, strchr(said, ':'), &hung);
	if (is_anchor && is_one_of(hung.anchor, moment_anchors)) {
		*out = hung;
		return MOMENT_READ;
	}
	if (read_action(said, strrchr(said, ':'), out))
		return MOMENT_READ;
	*out = hung;
	return is_anchor ? MOMENT_UNKNOWN : MOMENT_NONE;
}

/* Without a distance it is the day itself; then a colon tells it from a date gone wrong. */
moment_reading moment_read(const char *said, moment *out)
{
	char trimmed[MOMENT_SIZE];
	size_t length, offset;

	said = text_trim(said, strlen(said), &length);
	if (!length || length >= sizeof trimmed)
		return MOMENT_NONE;
	memcpy(trimmed, said, length);
	trimmed[length] = '\0';
	*out = (moment){ .unit = 'D' };
	if (!(offset = read_offset(trimmed, out))) {
		*out = (moment){ .unit = 'D' };
		if (!strchr(trimmed, ':'))
			return MOMENT_NONE;
	}
	return read_reference(trimmed + offset, out);
}

void moment_print(const moment *m, char out[MOMENT_SIZE])
{
	static const char letters[][2] = { "JD", "SW", "AY" };
	char offset[16] = "", letter = m->unit;

	for (size_t i = 0; i < sizeof letters / sizeof *letters; i++)
		if (letters[i][1] == m->unit)
			letter = letters[i][0];
	if (m->count)
		snprintf(offset, sizeof offset, "%c%+d ", letter, m->count);
	snprintf(out, MOMENT_SIZE, "%s%s%s%s%s", offset, m->anchor, *m->anchor ? ":" : "",
		m->name,
		m->at_start                ? ":start"
		: !*m->anchor && !m->count ? ":due"
					   : "");
}

relais_day moment_shift(relais_day day, char unit, int count)
{
	int year, month, dom, months;

	if (unit == 'D' || unit == 'W')
		return day + count * (unit == 'W' ? WEEK : 1);
	day_split(day, &year, &month, &dom);
	months = year * YEAR + month - 1 + count * (unit == 'Y' ? YEAR : 1);
	year = months / YEAR;
	month = months % YEAR + 1;
	if (dom > days_in_month(year, month))
		dom = days_in_month(year, month);
	return day_make(year, month, dom, &day) ? day : RELAIS_NO_DAY;
}
