/* SPDX-License-Identifier: MIT
 * One period, two with .. between, or a word relative to the day it is.
 */
#include <string.h>

#include "date.h"
#include "error.h"
#include "period.h"
#include "text.h"

static bool is_word(const char *string, const char *word)
{
	return text_same(string, word);
}

static relais_status relative(
	const char *string, relais_day today, relais_span *out, relais_error *err)
{
	period_length length = is_word(string, "last-year") ? LENGTH_YEAR : LENGTH_MONTH;

	if (today == RELAIS_NO_DAY)
		return fail(err, RELAIS_E_USAGE,
			"'%s' needs the day it is: write the period itself, as 2024-08",
			string);
	out->from = out->to = period_previous(period_of_day(today, length));
	return RELAIS_OK;
}

static relais_status not_a_period(const char *string, int length, relais_error *err)
{
	return fail(err, RELAIS_E_USAGE,
		"'%.*s' is not a period: write 2024, 2024-08, 2024-T3, 2024-S1, or two of them with .. between",
		length, string);
}

static int shown(size_t length)
{
	return length > 200 ? 200 : (int)length;
}

static relais_status two_ends(
	const char *string, const char *dots, relais_span *out, relais_error *err)
{
	size_t first = (size_t)(dots - string), second = strlen(dots + 2);
	relais_span span;

	if (!period_read(string, first, &span.from))
		return not_a_period(
			first ? string : string, shown(first ? first : second + 2), err);
	if (!period_read(dots + 2, second, &span.to))
		return second ? not_a_period(dots + 2, shown(second), err)
			      : not_a_period(string, shown(first + 2), err);
	if (period_length_of(span.from) != period_length_of(span.to))
		return fail(err, RELAIS_E_USAGE,
			"'%s' mixes two lengths of period: both ends must be months, quarters, semesters or years",
			string);
	if (span.from > span.to)
		return fail(err, RELAIS_E_USAGE,
			"'%s' ends before it starts: write the earlier period first", string);
	*out = span;
	return RELAIS_OK;
}

relais_status relais_span_parse(
	const char *string, relais_day today, relais_span *out, relais_error *err)
{
	const char *dots = strstr(string, "..");
	relais_period period;

	if (dots)
		return two_ends(string, dots, out, err);
	if (is_word(string, "last-month") || is_word(string, "last-year"))
		return relative(string, today, out, err);
	if (!period_read(string, strlen(string), &period))
		return not_a_period(string, shown(strlen(string)), err);
	*out = (relais_span){ period, period };
	return RELAIS_OK;
}
