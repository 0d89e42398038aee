/* SPDX-License-Identifier: MIT
 * Periods to text, for machines and for people.
 */
#include <stdio.h>

#include "date.h"
#include "period.h"

/* A month stands in every row of a long series, and is not worth a look at a format. */
static void print_month(int year, int month, char out[16])
{
	out[7] = '\0';
	for (int n = 6; n > 4; n--, month /= 10)
		out[n] = (char)('0' + month % 10);
	out[4] = '-';
	for (int n = 3; n >= 0; n--, year /= 10)
		out[n] = (char)('0' + year % 10);
}

void relais_period_print(relais_period period, char out[16])
{
	int year = period_year(period), slot = period_slot(period);

	switch (period_length_of(period)) {
	case LENGTH_YEAR: snprintf(out, 16, "%04d", year); break;
	case LENGTH_MONTH: print_month(year, slot, out); break;
	case LENGTH_QUARTER:
		snprintf(out, 16, "%04d-T%c", year, '1' + slot - SLOT_QUARTER);
		break;
	case LENGTH_SEMESTER:
		snprintf(out, 16, "%04d-S%c", year, '1' + slot - SLOT_SEMESTER);
		break;
	}
}

static const char *ordinal(int n, relais_lang lang)
{
	static const char *const english[] = { "1st", "2nd", "3rd", "4th" };
	static const char *const french[] = { "1er", "2e", "3e", "4e" };

	return (lang == RELAIS_FR ? french : english)[n & 3];
}

void period_format(relais_period p, relais_lang lang, char out[48])
{
	bool french = lang == RELAIS_FR;
	int year = period_year(p), slot = period_slot(p);

	switch (period_length_of(p)) {
	case LENGTH_YEAR: snprintf(out, 48, "%d", year); break;
	case LENGTH_MONTH: snprintf(out, 48, "%s %d", month_name(slot, lang), year); break;
	case LENGTH_QUARTER:
		snprintf(out, 48, "%s %s %d", ordinal(slot - SLOT_QUARTER, lang),
			french ? "trimestre" : "quarter", year);
		break;
	case LENGTH_SEMESTER:
		snprintf(out, 48, "%s %s %d", ordinal(slot - SLOT_SEMESTER, lang),
			french ? "semestre" : "half", year);
		break;
	}
}
