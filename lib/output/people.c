/* SPDX-License-Identifier: MIT
 * What people see of a cell: numbers, days and periods in their language, and nothing a
 * terminal would obey (escape sequences, C1 controls, direction overrides): the text of a file
 * somebody sent must not move the cursor of who reads it. What cannot be read as its
 * type says is shown as it is.
 */
#include <string.h>

#include "../base/date.h"
#include "../base/number.h"
#include "../base/period.h"
#include "people.h"

static size_t sequence_length(unsigned char first)
{
	if (first < 0xc0)
		return 1;
	return first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
}

static bool is_line_end(const char *s)
{
	return *s == '\n' || *s == '\r' || !strncmp(s, "\xe2\x80\xa8", 3) ||
	       !strncmp(s, "\xe2\x80\xa9", 3);
}

/* C0, DEL, C1 and the marks that turn the direction of writing. */
static bool is_control(const char *s)
{
	const unsigned char *u = (const unsigned char *)s;

	if (u[0] < 0x20 || u[0] == 0x7f)
		return true;
	if (u[0] == 0xc2)
		return u[1] >= 0x80 && u[1] < 0xa0;
	if (u[0] != 0xe2)
		return false;
	return (u[1] == 0x80 && u[2] >= 0xaa && u[2] <= 0xae) ||
	       (u[1] == 0x81 && u[2] >= 0xa6 && u[2] <= 0xa9);
}

size_t people_next(const char **at, const char **shown)
{
	const char *s = *at;
	size_t length = sequence_length((unsigned char)*s);

	if (!*s)
		return 0;
	length = strnlen(s, length);
	*shown = s;
	*at = s + length;
	if (is_line_end(s)) {
		if (s[0] == '\r' && s[1] == '\n')
			++*at;
		*shown = "\n";
		return 1;
	}
	if (*s == '\t') {
		*shown = " ";
		return 1;
	}
	if (is_control(s)) {
		*shown = "\xef\xbf\xbd";
		return 3;
	}
	return length;
}

void people_text(text *out, const char *string)
{
	const char *shown;
	size_t length;

	while (string && (length = people_next(&string, &shown)) > 0)
		text_add_bytes(out, shown, length);
}

static void add_number(text *out, const char *cell, int places, bool sign, relais_lang lang)
{
	char shown[NUMBER_SIZE * 2];
	number n;

	if (!number_from_text(cell, &n)) {
		people_text(out, cell);
		return;
	}
	number_format(n, places < 0 ? n.decimals : places, lang, sign, shown);
	text_add(out, shown);
}

static void add_percent(text *out, const char *cell, int places, bool sign, relais_lang lang)
{
	number n;

	add_number(out, cell, places, sign, lang);
	if (number_from_text(cell, &n))
		text_add(out, lang == RELAIS_FR ? "\xe2\x80\xaf%" : "%");
}

static void add_points(text *out, const char *cell, int places, relais_lang lang)
{
	add_number(out, cell, places, true, lang);
	text_add(out, "\xc2\xa0pt");
}

static void add_day(text *out, const char *cell, relais_lang lang)
{
	char shown[32];
	relais_day day;

	if (day_read(cell, strlen(cell), &day)) {
		day_format(day, lang, shown);
		text_add(out, shown);
	} else {
		people_text(out, cell);
	}
}

/* One period, or two ends: 2024-01..2024-08. */
static void add_period(text *out, const char *cell, relais_lang lang)
{
	const char *dots = strstr(cell, "..");
	char shown[48];
	relais_period from, to;

	if (!period_read(cell, dots ? (size_t)(dots - cell) : strlen(cell), &from) ||
		(dots && !period_read(dots + 2, strlen(dots + 2), &to))) {
		people_text(out, cell);
		return;
	}
	period_format(from, lang, shown);
	text_add(out, shown);
	if (!dots)
		return;
	text_add(out, " – ");
	period_format(to, lang, shown);
	text_add(out, shown);
}

void people_cell(text *out, relais_type type, const char *cell, relais_lang lang)
{
	if (!cell) {
		text_add(out, PEOPLE_NOBODY_KNOWS);
		return;
	}
	switch (type) {
	case RELAIS_COUNT:
	case RELAIS_NUMBER: add_number(out, cell, -1, false, lang); break;
	case RELAIS_PERCENT: add_percent(out, cell, 1, false, lang); break;
	case RELAIS_EVOLUTION: add_percent(out, cell, 1, true, lang); break;
	case RELAIS_POINTS: add_points(out, cell, 1, lang); break;
	case RELAIS_ROUGH_EVOLUTION: add_percent(out, cell, 0, true, lang); break;
	case RELAIS_ROUGH_POINTS: add_points(out, cell, 0, lang); break;
	case RELAIS_DATE: add_day(out, cell, lang); break;
	case RELAIS_PERIOD: add_period(out, cell, lang); break;
	case RELAIS_TEXT:
	case RELAIS_CODE: people_text(out, cell); break;
	}
}
