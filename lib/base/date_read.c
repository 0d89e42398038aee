/* SPDX-License-Identifier: MIT
 * Dates as people and spreadsheets write them. Day before month whatever the text looks
 * like: 04/05/2024 is 4 May, and 13/25/2024 is no date rather than another one's.
 */
#include <string.h>

#include "date.h"
#include "scan.h"
#include "text.h"

enum { EXCEL_EPOCH = 25569 }; /* 1970-01-01 as a serial of the 1900 system */

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* The run of one to four digits at *at; goes past it. */
static bool take(const char *string, size_t length, size_t *at, int *value, int *digits)
{
	for (*value = *digits = 0; *at < length && is_digit(string[*at]); ++*at) {
		if (++*digits > 4)
			return false;
		*value = *value * 10 + (string[*at] - '0');
	}
	return *digits > 0;
}

/* What may follow a date and is dropped: T or blanks, then hours and minutes. */
static bool is_time(const char *rest, size_t length)
{
	size_t start = 0;

	if (!length)
		return true;
	if (*rest == 'T')
		start = 1;
	else
		while (start < length && text_blank(rest + start, length - start))
			start += text_blank(rest + start, length - start);
	if (!start || length - start < 4 || !is_digit(rest[start]))
		return false;
	for (size_t i = start; i < length; i++)
		if (!is_digit(rest[i]) && !strchr(":.Z+-", rest[i]))
			return false;
	return memchr(rest + start, ':', length - start) != NULL;
}

/* Three numbers with the same mark between: 2024-08-31, 31/08/2024, 31.08.24. */
static bool read_marked(const char *string, size_t length, relais_day *out)
{
	int value[3], digits[3];
	size_t at = 0;
	char mark = 0;

	for (int i = 0; i < 3; i++) {
		if (!take(string, length, &at, &value[i], &digits[i]))
			return false;
		if (i == 2)
			break;
		if (at == length || !strchr("-/.", string[at]) || (mark && mark != string[at]))
			return false;
		mark = string[at++];
	}
	if (!is_time(string + at, length - at))
		return false;
	if (digits[0] == 4)
		return digits[1] == 2 && digits[2] == 2 && mark != '.' &&
		       day_make(value[0], value[1], value[2], out);
	if (digits[0] > 2 || digits[1] > 2 || (digits[2] == 2 && mark == '-'))
		return false; /* 24-12-31 may be either way round */
	return day_make(scan_year(value[2], digits[2]), value[1], value[0], out);
}

/* 31 août 2024, 1er août 2024, 31-août-24. */
static bool read_named(const char *string, size_t length, relais_day *out)
{
	scan_piece pieces[SCAN_PIECES];
	int count = scan(string, length, pieces), month;
	const scan_piece *name = pieces + 1, *year = pieces + 2;

	if (count == 4 && !strcmp(pieces[1].word, "er")) {
		name++;
		year++;
	} else if (count != 3) {
		return false;
	}
	if (pieces[0].value < 0 || pieces[0].digits > 2 || name->value >= 0 || year->value < 0)
		return false;
	month = month_read(name->word, strlen(name->word));
	return day_make(scan_year(year->value, year->digits), month, pieces[0].value, out);
}

/* 45292 is 2024-01-01; 20240831. */
static bool read_digits(const char *string, size_t length, relais_day *out)
{
	int value = 0;

	if (length != 5 && length != 8)
		return false;
	for (size_t i = 0; i < length; i++) {
		if (!is_digit(string[i]))
			return false;
		value = value * 10 + (string[i] - '0');
	}
	if (length == 8)
		return day_make(
			scan_year(value / 10000, 4), value / 100 % 100, value % 100, out);
	if (value < 10000)
		return false;
	*out = value - EXCEL_EPOCH;
	return true;
}

bool day_read(const char *string, size_t length, relais_day *out)
{
	string = text_trim(string, length, &length);
	if (!length || !is_digit(*string))
		return false;
	return read_digits(string, length, out) || read_marked(string, length, out) ||
	       read_named(string, length, out);
}

relais_day day_or(const char *string, relais_day otherwise)
{
	relais_day day;

	return string && day_read(string, strlen(string), &day) ? day : otherwise;
}
