/* SPDX-License-Identifier: MIT
 * Periods for who calls the library: period.h, with a sentence for what cannot be.
 */
#include <string.h>

#include "error.h"
#include "period.h"
#include "scan.h"
#include "text.h"

enum { SHOWN = 200 };

_Static_assert((int)RELAIS_MONTH == LENGTH_MONTH && (int)RELAIS_YEAR == LENGTH_YEAR,
	"the lengths are the same");

relais_status relais_period_parse(const char *string, relais_period *out, relais_error *err)
{
	if (period_read(string, strlen(string), out))
		return RELAIS_OK;
	return fail(err, RELAIS_E_USAGE,
		"'%.*s' is not a period: write 2024, 2024-08, 2024-T3 or 2024-S1",
		(int)text_cut(string, SHOWN), string);
}

relais_length relais_period_length(relais_period period)
{
	return (relais_length)period_length_of(period);
}

static relais_status out_of_time(relais_error *err)
{
	return fail(err, RELAIS_E_USAGE, "a period is in the years %d to %d", YEAR_FIRST,
		YEAR_LAST);
}

/* Whole years first: what is left is a few steps. */
relais_status relais_period_shift(
	relais_period period, int64_t steps, relais_period *out, relais_error *err)
{
	static const int per_year[] = { [LENGTH_MONTH] = 12,
		[LENGTH_QUARTER] = 4,
		[LENGTH_SEMESTER] = 2,
		[LENGTH_YEAR] = 1 };
	int many = per_year[period_length_of(period)], left = (int)(steps % many);
	int64_t year = period_year(period) + steps / many;
	relais_period p;

	if (year < YEAR_FIRST - 1 || year > YEAR_LAST + 1)
		return out_of_time(err);
	p = period_make((int)year, period_slot(period));
	for (; left > 0; left--)
		p = period_next(p);
	for (; left < 0; left++)
		p = period_previous(p);
	if (period_year(p) < YEAR_FIRST || period_year(p) > YEAR_LAST)
		return out_of_time(err);
	*out = p;
	return RELAIS_OK;
}

relais_status relais_period_within(
	relais_period period, relais_length length, relais_period *out, relais_error *err)
{
	relais_period p =
		length <= RELAIS_YEAR ? period_within(period, (period_length)length) : 0;
	char said[16];

	if (!p) {
		relais_period_print(period, said);
		return fail(err, RELAIS_E_USAGE, "'%s' is not part of a shorter period", said);
	}
	*out = p;
	return RELAIS_OK;
}

relais_span relais_period_months(relais_period period)
{
	return period_months(period);
}

relais_day relais_period_first_day(relais_period period)
{
	return period_first_day(period);
}

relais_day relais_period_last_day(relais_period period)
{
	return period_last_day(period);
}

void relais_period_format(relais_period period, relais_lang lang, char out[48])
{
	period_format(period, lang, out);
}
