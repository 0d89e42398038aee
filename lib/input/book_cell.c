/* SPDX-License-Identifier: MIT
 * A number of a spreadsheet, which may be a day, a time or a percentage by its style, in the
 * letters a CSV would have. Days are counted from 1900, with a 29 February that was not, or
 * from 1904. Numbers are shown to 15 digits, as spreadsheets do: the rest is binary noise.
 */
#include "../base/date.h"
#include "book.h"
#include "plain.h"

enum { SHOWN_DIGITS = 15, LAST_SERIAL = 2958465, FALSE_DAY = 60, DAY_SECONDS = 86400 };

/* Whole days and seconds; false when it is out of what dates can be. */
static bool read_serial(const char *plain, long *days, long *seconds)
{
	int64_t fraction = 0, unit = INT64_C(1000000000000);
	int64_t whole = 0;

	if (*plain == '-')
		return false;
	for (; *plain && *plain != '.'; plain++)
		if ((whole = whole * 10 + (*plain - '0')) > LAST_SERIAL)
			return false;
	for (plain += *plain == '.'; *plain && unit > 1; plain++) {
		unit /= 10;
		fraction += (*plain - '0') * unit;
	}
	*days = (long)whole;
	*seconds = (long)((fraction * DAY_SECONDS + INT64_C(500000000000)) /
			  INT64_C(1000000000000));
	if (*seconds == DAY_SECONDS) {
		*seconds = 0;
		++*days;
	}
	return true;
}

static bool add_date(text *out, long days, long seconds, bool from_1904)
{
	int year, month, dom;
	relais_day start;

	if (!from_1904 && (days == 0 || days == FALSE_DAY))
		return false;
	if (from_1904 ? !day_make(1904, 1, 1, &start)
		      : !day_make(1899, 12, days < FALSE_DAY ? 31 : 30, &start))
		return false;
	day_split(start + (relais_day)days, &year, &month, &dom);
	text_addf(out, "%04d-%02d-%02d", year, month, dom);
	if (seconds > 0)
		text_addf(out, " %02ld:%02ld:%02ld", seconds / 3600, seconds / 60 % 60,
			seconds % 60);
	return true;
}

static bool add_time(text *out, long days, long seconds)
{
	seconds += days * DAY_SECONDS;
	text_addf(out, "%ld:%02ld", seconds / 3600, seconds / 60 % 60);
	if (seconds % 60 > 0)
		text_addf(out, ":%02ld", seconds % 60);
	return true;
}

bool book_number(text *out, const char *written, size_t length, looks as, bool from_1904)
{
	long days = 0, seconds = 0;
	text plain = { 0 };
	bool is_done;

	if (as == LOOKS_PLAIN)
		return plain_number(out, written, length, 0, SHOWN_DIGITS);
	if (as == LOOKS_PERCENT) {
		is_done = plain_number(out, written, length, 2, SHOWN_DIGITS);
		if (is_done)
			text_add_char(out, '%');
		return is_done;
	}
	is_done = plain_number(&plain, written, length, 0, SHOWN_DIGITS) && !plain.failed &&
		  read_serial(text_str(&plain), &days, &seconds);
	if (is_done)
		is_done = as == LOOKS_DATE ? add_date(out, days, seconds, from_1904)
					   : add_time(out, days, seconds);
	text_free(&plain);
	return is_done || plain_number(out, written, length, 0, SHOWN_DIGITS);
}
