/* SPDX-License-Identifier: MIT
 * The names of the months, French and English, and how they are shortened.
 */
#include <string.h>

#include "date.h"
#include "scan.h"

static const struct {
	const char *french, *english;
	const char *folded[6]; /* these, and how they are shortened */
} months[12] = {
	{ "janvier", "January", { "janvier", "january", "janv", "jan" } },
	{ "février", "February", { "fevrier", "february", "fevr", "fev", "feb" } },
	{ "mars", "March", { "mars", "march", "mar" } },
	{ "avril", "April", { "avril", "april", "avr", "apr" } },
	{ "mai", "May", { "mai", "may" } },
	{ "juin", "June", { "juin", "june", "jun" } },
	{ "juillet", "July", { "juillet", "july", "juil", "jul" } },
	{ "août", "August", { "aout", "august", "aou", "aug" } },
	{ "septembre", "September", { "septembre", "september", "sept", "sep" } },
	{ "octobre", "October", { "octobre", "october", "oct" } },
	{ "novembre", "November", { "novembre", "november", "nov" } },
	{ "décembre", "December", { "decembre", "december", "dec" } },
};

static bool is_month(int i, const char *folded)
{
	for (int k = 0; k < 6 && months[i].folded[k]; k++)
		if (!strcmp(folded, months[i].folded[k]))
			return true;
	return false;
}

int month_read(const char *string, size_t length)
{
	char folded[SCAN_SIZE];

	if (!scan_fold(string, length, folded))
		return 0;
	for (int i = 0; i < 12; i++)
		if (is_month(i, folded))
			return i + 1;
	return 0;
}

const char *month_name(int month, relais_lang lang)
{
	if (month < 1 || month > 12)
		return "";
	return lang == RELAIS_FR ? months[month - 1].french : months[month - 1].english;
}

const char *month_short(int month, relais_lang lang)
{
	static const char *const french[] = { "janv.", "févr.", "mars", "avr.", "mai", "juin",
		"juil.", "août", "sept.", "oct.", "nov.", "déc." };
	static const char *const english[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul",
		"Aug", "Sep", "Oct", "Nov", "Dec" };

	if (month < 1 || month > 12)
		return "";
	return lang == RELAIS_FR ? french[month - 1] : english[month - 1];
}
