/* SPDX-License-Identifier: MIT
 * One period, two with .. between, or a word relative to the day it is.
 */
#include <string.h>

#include "date.h"
#include "error.h"
#include "period.h"
#include "text.h"

enum { SHOWN = 200 }; /* bytes of a wrong period that are quoted */

static relais_status relative(
	const char *string, relais_day today, relais_span *out, relais_error *err)
{
	period_length length = text_same(string, "last-year") ? LENGTH_YEAR : LENGTH_MONTH;

	if (today == RELAIS_NO_DAY)
		return fail(err, RELAIS_E_USAGE,
			"'%s' needs the day it is: write the period itself, as 2024-08",
			string);
	out->from = out->to = period_previous(period_of_day(today, length));
	return RELAIS_OK;
}

static relais_status not_a_period(const char *string, relais_error *err)
{
	return fail(err, RELAIS_E_USAGE,
		"'%.*s' is not a period: write 2024, 2024-08, 2024-T3, 2024-S1, or two of them with .. between",
		(int)text_cut(string, SHOWN), string);
}

static relais_status not_an_end(const char *string, size_t length, relais_error *err)
{
	char end[SHOWN + 1];

	length = length > SHOWN ? SHOWN : length;
	memcpy(end, string, length);
	end[length] = '\0';
	return not_a_period(end, err);
}

static relais_status two_ends(
	const char *string, const char *dots, relais_span *out, relais_error *err)
{
	const char *last = dots + 2;
	size_t length = (size_t)(dots - string);
	relais_span span;

	if (!length || !*last)
		return not_a_period(string, err);
	if (!period_read(string, length, &span.from))
		return not_an_end(string, length, err);
	if (!period_read(last, strlen(last), &span.to))
		return not_a_period(last, err);
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
	if (text_same(string, "last-month") || text_same(string, "last-year"))
		return relative(string, today, out, err);
	if (!period_read(string, strlen(string), &period))
		return not_a_period(string, err);
	*out = (relais_span){ period, period };
	return RELAIS_OK;
}
